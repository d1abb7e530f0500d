"""What was passed over is told by name, and by number where there was much of one kind."""

from askwell.sources.found import Kind
from askwell.sources.leftovers import Leftovers


def test_nothing_passed_over_is_nothing_told() -> None:
    assert list(Leftovers("photos").told()) == []


def test_five_are_named_and_the_rest_counted() -> None:
    rest = Leftovers("photos", "backup/photos")
    for number in range(300):
        rest.add(f"{number}.jpg", "a picture")
    rest.add("cv.pdf", "a PDF")
    (found,) = rest.told()
    assert (found.file, found.path, found.kind) == ("photos", "backup/photos", Kind.LEFT_OUT)
    assert [n.reason for n in found.notes][4:] == ["4.jpg: a picture", "295 more files: a picture", "cv.pdf: a PDF"]
