"""Files come in piece by piece, whatever their names; what does not come in whole leaves nothing behind."""

import errno
import shutil
import tracemalloc
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.handlers.wsgi import WSGIRequest

from askwell.web.jobs.job import FILES
from askwell.web.jobs.upload import BROKEN, FULL, LARGE, MOST, Box, Receiving

LINE = b"\r\n"
EDGE = b"--edge"
NAMES = [
    "../../x.csv",
    "C:\\x.csv",
    "CON",
    "a\\b.csv",
    "x" * 300 + ".csv",
    "Mail/cur/1",
    "Mail/cur/2",
    "Ä “b”.vcf",
    "a&amp;b",
]


def body(*files: tuple[str, bytes], whole: bool = True) -> bytes:
    """A form with a word in it and these files, as browsers write it."""
    parts = [EDGE, b'Content-Disposition: form-data; name="word"', b"", b"hello"]
    for name, content in files:
        shown = name.replace("\\", "\\\\").encode()
        parts += [EDGE, b'Content-Disposition: form-data; name="files"; filename="' + shown + b'"']
        parts += [b"Content-Type: application/octet-stream", b"", content]
    return LINE.join([*parts, EDGE + b"--", b""] if whole else parts)


def request(content: bytes | BytesIO, receiving: Receiving) -> WSGIRequest:
    stream = BytesIO(content) if isinstance(content, bytes) else content
    told = {"REQUEST_METHOD": "POST", "CONTENT_TYPE": "multipart/form-data; boundary=edge", "wsgi.input": stream}
    made = WSGIRequest({**told, "CONTENT_LENGTH": str(len(stream.getbuffer()))})
    made.upload_handlers = [receiving]
    return made


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "askwell.settings")


@pytest.fixture
def box(tmp_path: Path) -> Box:
    return Box(tmp_path / "jobs")


def test_files_are_kept_whole_with_the_names_they_were_given(box: Box) -> None:
    receiving = Receiving(box)
    made = request(body(*((name, name.encode() * 1000) for name in NAMES)), receiving)
    assert made.POST["word"] == "hello"
    assert receiving.refusal == ""
    assert [file.name for file in box.files] == [*NAMES[:-1], "a&b"]
    for file, name in zip(box.files, NAMES, strict=True):
        assert (box.folder / FILES / file.kept).read_bytes() == name.encode() * 1000
        assert file.size == len(name.encode()) * 1000


def test_nothing_is_written_outside_the_folder_and_all_of_it_is_private(box: Box, tmp_path: Path) -> None:
    made = request(body(*((name, b"x") for name in NAMES)), Receiving(box))
    assert made.POST
    assert [path.name for path in tmp_path.iterdir()] == ["jobs"]
    assert [path.name for path in (tmp_path / "jobs").iterdir()] == [box.folder.name]
    written = list(box.folder.rglob("*"))
    assert sum(path.is_file() for path in written) == len(NAMES)
    assert {path.stat().st_mode & 0o777 for path in written} == {0o600, 0o700}


def test_a_field_without_a_file_brings_none(box: Box) -> None:
    made = request(body(("", b"")), Receiving(box))
    assert made.POST["word"] == "hello"
    assert box.files == []


def test_an_upload_that_breaks_off_is_told_and_leaves_nothing(box: Box) -> None:
    receiving = Receiving(box)
    made = request(body(("Connections.csv", b"x" * 5_000_000), whole=False), receiving)
    assert made.POST["word"] == "hello"
    assert receiving.refusal == BROKEN
    box.empty()
    assert not box.folder.exists()


def test_a_full_disk_is_told_and_the_form_is_still_read(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    receiving = Receiving(box)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(box, "new", full)
    made = request(body(("Connections.csv", b"x" * 5_000_000)), receiving)
    assert made.POST["word"] == "hello"
    assert receiving.refusal == FULL


def test_what_is_too_large_is_not_even_read(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Receiving(box).refuses(MOST + 1) == LARGE
    assert Receiving(box).refuses(1000) == ""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=100 << 20))
    assert Receiving(box).refuses(200 << 20) == FULL


def test_a_large_file_goes_to_the_disk_and_not_into_memory(box: Box) -> None:
    content = BytesIO(body(("mail.mbox", b"0123456789abcdef" * (6 << 20))))
    made = request(content, Receiving(box))
    tracemalloc.start()
    try:
        assert made.POST["word"] == "hello"
        assert tracemalloc.get_traced_memory()[1] < 16 << 20
    finally:
        tracemalloc.stop()
    assert (box.folder / FILES / box.files[0].kept).stat().st_size == 96 << 20


def test_a_box_that_is_kept_is_not_emptied(box: Box) -> None:
    box.keep()
    box.empty()
    assert box.folder.exists()
