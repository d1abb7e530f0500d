"""An mbox read in parts gives what it gives in one go, wherever it is cut; so does a Maildir."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from askwell import sources
from askwell.domain.reading import Reading
from askwell.sources import parting, walk
from askwell.sources.found import Found
from askwell.sources.mail import mbox

LINE = b"From a@x.example Tue Sep  9 08:14:22 2025\n"
BITS = (
    LINE,
    b"From: a@x.example\nSubject: hi\n\n",
    b"Date: Tue, 9 Sep 2025 08:14:22 +0000\n",
    b"From - \n",
    b"\nFrom here on\n",
    b"From me@x.example\n",
    b"\n",
    b"\r\n",
    b">From x\n",
    b"text",
    b"odd line\n",
    b"\xef\xbb\xbf",
)


def cut(data: bytes, places: list[int], chunk: int) -> list[mbox.Piece]:
    edges = [0, *sorted({place for place in places if 0 < place < len(data)}), len(data)]
    found: list[mbox.Piece] = []
    for start, end in pairwise(edges):
        found += mbox.split(BytesIO(data), start=start, end=end, chunk=chunk)
    return found


@example(b"\xef\xbb\xbf" + LINE + b"From: a@x.example\n\n", [3])
@example(b"    " + LINE + b"From: a@x.example\n\n", [4])
@given(st.lists(st.sampled_from(BITS), max_size=60).map(b"".join), st.lists(st.integers(1, 2000), max_size=6))
@settings(max_examples=300, deadline=None)
def test_wherever_an_mbox_is_cut_the_messages_are_the_same(data: bytes, places: list[int]) -> None:
    whole = list(mbox.split(BytesIO(data)))
    assert cut(data, places, 1 << 20) == whole
    assert list(mbox.split(BytesIO(data), chunk=64)) == whole


def test_headers_without_end_begin_a_message_or_none_wherever_they_are_read() -> None:
    long = LINE + b"X-Odd: y\n" * 20_000 + b"From: a@x.example\n\nhi\n\n"
    data = (b"Lead\n\n" + long + LINE + b"From: b@x.example\n\nhi\n\n") * 2
    whole = list(mbox.split(BytesIO(data)))
    assert [cut(data, [place], 1 << 16) for place in (1, 5, 6, 7, 70_000, 180_000, 200_000)] == [whole] * 7


def read(found: Found) -> Reading:
    reading = sources.read(found, text_since=None)
    reading.messages = list(reading.messages)
    return reading


def letter(number: int) -> bytes:
    odd = number % 7 == 3
    head = b"" if odd else b"From: a%d@x.example\nDate: Tue, 9 Sep 1925 08:14:22 +0000\n" % number
    return (
        LINE + head + b"Subject: %d\nX-Gmail-Labels: %s\n\nHello %d\n\n" % (number, b"Spam" * (number % 5 == 1), number)
    )


def test_parts_of_an_mbox_are_numbered_through_and_add_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "all.mbox").write_bytes(b"".join(map(letter, range(300))))
    (found,) = walk.find([tmp_path / "all.mbox"])
    monkeypatch.setattr(parting, "BYTES", 5_000)
    pieces = parting.parts(found)
    assert len(pieces) > 5
    whole, again = read(found), parting.together(found, [read(piece) for piece in pieces])
    assert again == whole
    assert len(whole.left_out) > 20
    assert whole.said


class Unpacking(BytesIO):
    """As a member of a zip is read: forward only."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise OSError


def test_what_is_unpacked_can_be_cut_too() -> None:
    data = b"".join(map(letter, range(20)))
    whole = list(mbox.split(BytesIO(data)))
    halves = [list(mbox.split(Unpacking(data), start=a, end=b, chunk=64)) for a, b in ((0, 777), (777, len(data)))]
    assert halves[0] + halves[1] == whole
    assert all(halves)


def test_parts_of_a_maildir_give_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for sub in ("cur", "new"):
        (tmp_path / "Mail" / sub).mkdir(parents=True)
    for number in range(40):
        (tmp_path / "Mail" / ("cur" if number % 3 else "new") / f"{number}.eml").write_bytes(
            letter(number)[len(LINE) :]
        )
    (found,) = walk.find([tmp_path / "Mail"])
    monkeypatch.setattr(parting, "LETTERS", 6)
    pieces = parting.parts(found)
    assert len(pieces) == 7
    assert parting.together(found, [read(piece) for piece in pieces]) == read(found)


def test_a_small_archive_and_one_in_memory_are_one_part(tmp_path: Path) -> None:
    (tmp_path / "all.mbox").write_bytes(letter(1))
    (found,) = walk.find([tmp_path / "all.mbox"])
    assert parting.parts(found) == [found]
    elsewhere = replace(found, size=parting.BYTES * 9, open=lambda: BytesIO(letter(1)))
    assert parting.parts(elsewhere) == [elsewhere]
