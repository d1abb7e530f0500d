"""The pictures of README and docs are there, all of them and no other, and small."""

from tests.e2e.pictures import ALL, LARGEST, PICTURES


def test_every_picture_is_there_and_small() -> None:
    assert {one.name for one in PICTURES.glob("*")} == {picture.file for picture in ALL}
    assert max(one.stat().st_size for one in PICTURES.glob("*.png")) <= LARGEST
