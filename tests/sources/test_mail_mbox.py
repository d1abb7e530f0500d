"""An mbox is split into exactly the messages that went in, whatever their bodies say, and memory stays flat."""

import io
import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bounds import bounded

from askwell.sources.mail.mbox import Piece, split


def mail(number: int, body: str = "Hello.\n") -> str:
    return f"From: a{number}@x.example\nSubject: {number}\nDate: Tue, 9 Sep 2025 08:14:22 +0000\n\n{body}\n"


LINE = "x\n"


def subjects(text: str | bytes, *, chunk: int = 1 << 20) -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    pieces = split(io.BytesIO(data), chunk=chunk)
    return [
        line.partition(b": ")[2].decode().strip()
        for p in pieces
        for line in p.raw.splitlines()
        if line[:9] == b"Subject: "
    ]


FROM_LINES = [
    "From a@x.example Tue Sep  9 08:14:22 2025",
    "From 1844347792267117879@xxx Tue Sep 09 08:14:22 +0000 2025",
    "From 1844347792267117879@xxx",
    "From - Tue Sep  9 08:14:22 2025",
    "From MAILER-DAEMON Tue Sep  9 08:14:22 2025",
    "From a@x.example Tue Sep  9 08:14:22 2025 remote from host",
    "From 18@xxx Tue Sep 9 08:14:22 +0000 2025",
]


@pytest.mark.parametrize("line", FROM_LINES)
def test_each_kind_of_from_line_begins_a_message(line: str) -> None:
    assert subjects("".join(f"{line}\n{mail(n)}\n" for n in range(3))) == ["0", "1", "2"]


@pytest.mark.parametrize("line", FROM_LINES)
def test_windows_line_ends_change_nothing(line: str) -> None:
    text = "".join(f"{line}\n{mail(n)}\n" for n in range(3))
    assert subjects(text.replace("\n", "\r\n")) == ["0", "1", "2"]


@pytest.mark.parametrize("line", ["From - Tue Sep  9 08:14:22 2025", "From a@x.example Tue Sep  9 08:14:22 2025"])
def test_an_empty_line_may_be_missing_before_netscape_or_an_address(line: str) -> None:
    assert subjects("".join(f"{line}\n{mail(n).rstrip()}\n" for n in range(3))) == ["0", "1", "2"]


@pytest.mark.parametrize(
    "body",
    [
        "Hello.\n\nFrom my side all is well.\n",
        "Hello.\n\nFrom now on: I work.\nNote: this is no header of a mail\n\nBye\n",
        "From here to there.\n\nFrom me\n",
        "Hello.\nFrom a@x.example I heard this: it works.\n\nFrom: nobody, as it were\n",
        "Look:\n\nFrom the archive\n\nFrom: x\nSubject: quoted\n\n",
        "Hello.\n\nFrom what I know\nSubject matter is dull\n\n",
        ">From a@x.example Tue Sep  9 08:14:22 2025\nFrom: b@x.example\n\n",
    ],
)
def test_a_sentence_that_begins_with_from_begins_no_message(body: str) -> None:
    text = "".join(f"From a@x.example Tue Sep  9 08:14:22 2025\n{mail(n, body)}\n" for n in range(2))
    assert len(list(split(io.BytesIO(text.encode())))) == 2


def test_one_odd_line_among_the_headers_does_not_hide_a_message() -> None:
    odd = "From a@x.example Tue Sep  9 08:14:22 2025\nFrom: a@x.example\nsome rubbish\nSubject: 1\n\nHello.\n\n"
    assert subjects(f"From a@x.example Tue Sep  9 08:14:22 2025\n{mail(0)}\n{odd}") == ["0", "1"]


def test_a_byte_order_mark_and_empty_lines_before_the_first_message_are_nothing() -> None:
    assert subjects(b"\xef\xbb\xbf\r\n\r\n" + f"From a@x.example\n{mail(0)}".encode()) == ["0"]


def test_what_stands_before_the_first_from_line_is_given_too() -> None:
    pieces = list(split(io.BytesIO(f"Subject: first\nFrom: a@x.example\n\nHi\n\nFrom b@x.example\n{mail(1)}".encode())))
    assert [p.from_line for p in pieces] == [b"", b"From b@x.example"]
    assert pieces[0].raw.startswith(b"Subject: first")


def test_an_empty_file_has_no_messages() -> None:
    assert list(split(io.BytesIO(b""))) == list(split(io.BytesIO(b"\n \n"))) == []


def test_the_last_message_may_be_cut_off_in_its_headers() -> None:
    assert subjects(f"From a@x.example\n{mail(0)}\nFrom b@x.example\nSubject: 1\nDate: Tue") == ["0", "1"]


@given(st.lists(st.integers(0, 3000), min_size=1, max_size=12), st.integers(70_000, 80_000))
def test_where_the_chunks_end_makes_no_difference(sizes: list[int], chunk: int) -> None:
    text = "".join(
        f"From a@x.example Tue Sep  9 08:14:22 2025\n{mail(n, LINE * 40 * size)}\n" for n, size in enumerate(sizes)
    )
    assert subjects(text, chunk=chunk) == [str(n) for n in range(len(sizes))]
    raws = [p.raw for p in split(io.BytesIO(text.encode()), chunk=chunk)]
    assert sum(len(raw) + len(FROM_LINES[0]) + 1 for raw in raws) == len(text)


@given(st.binary(max_size=2000))
def test_no_bytes_raise_and_none_are_lost(data: bytes) -> None:
    text = b"From a@x.example\nFrom: a@x.example\n\n" + data
    pieces = list(split(io.BytesIO(text), chunk=100))
    assert sum(len(p.raw) + len(p.from_line) for p in pieces) >= len(text) - 8 * len(pieces) - data.count(b"\r") - 4


class Endless(io.BytesIO):
    """A stream of `count` messages that nobody ever holds as a whole."""

    def __init__(self, block: bytes, count: int) -> None:
        super().__init__()
        self.blocks: Iterator[bytes] = (block for _ in range(count))

    def read(self, _size: int | None = -1, /) -> bytes:
        return next(self.blocks, b"")


def test_memory_stays_flat() -> None:
    block = f"From a@x.example Tue Sep  9 08:14:22 2025\n{mail(0, LINE * 50)}\n".encode() * 1500
    tracemalloc.start()
    count = sum(1 for _ in split(Endless(block, 30)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 30 * 1500
    assert peak < 6 * len(block)


def test_of_a_huge_message_only_the_beginning_is_kept() -> None:
    begin = b"From a@x.example\nFrom: a@x.example\nSubject: 0\n\n"
    blocks = [begin, *[b"A" * 76 + b"\n"] * 50_000, b"\nFrom b@x.example\nSubject: 1\n\nbye\n"]
    stream = io.BytesIO(b"".join(blocks))
    first, second = split(stream, most=1 << 20)
    assert len(first.raw) < (1 << 20) + 100
    assert second == Piece(b"From b@x.example", b"Subject: 1\n\nbye\n")


@pytest.mark.parametrize(
    "seed", ["\nFrom ", "\n\nFrom a@b\n", "\n\nFrom a@b\nX: y\n", "\n\nFrom a@b\n" + "X: y\n" * 1000]
)
def test_a_hostile_file_of_a_megabyte_takes_no_time(seed: str) -> None:
    with bounded():
        list(split(io.BytesIO((seed * (1_000_000 // len(seed))).encode())))
