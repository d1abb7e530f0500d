"""The lean reader of headers finds what the standard parser finds, on every mail at hand, and copes where it cannot."""

import email
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.sources.mail import mbox
from askwell.sources.mail.headers import split


def standard(raw: bytes) -> dict[str, str]:
    """The standard parser's headers in the same shape: the first of each name, To and Cc added up, blanks as one."""
    found: dict[str, str] = {}
    for name, value in email.message_from_bytes(raw).raw_items():
        key, text = name.lower(), " ".join(str(value).split())
        if key in found and key in {"to", "cc", "bcc"}:
            found[key] += f", {text}"
        found.setdefault(key, text)
    return found


def own(raw: bytes) -> dict[str, str]:
    headers, _ = split(raw)
    text = {k.decode("ascii", "surrogateescape"): v.decode("ascii", "surrogateescape") for k, v in headers.items()}
    return {key: " ".join(value.split()) for key, value in text.items()}


def test_the_labeled_mail_is_read_as_the_standard_parser_reads_it(eval_data: Path) -> None:
    files = sorted((eval_data / "mail").glob("*.eml"))
    assert len(files) == 120
    for path in files:
        assert own(path.read_bytes()) == standard(path.read_bytes()), path.name


def test_the_archive_of_the_scenario_is_read_as_the_standard_parser_reads_it(eval_data: Path) -> None:
    with (eval_data / "scenario" / "mail.mbox").open("rb") as stream:
        raws = [piece.raw for piece in mbox.split(stream)]
    assert len(raws) == 100
    for raw in raws:
        assert own(raw) == standard(raw)
        assert split(raw)[1] == raw.index(b"\n\n") + 2


def test_mail_by_others_is_read_as_the_standard_parser_reads_it(corpora: Path) -> None:
    files = sorted((corpora / "mikel+mail").rglob("*.eml"))
    odd = [p.name for p in files if own(p.read_bytes()) != standard(p.read_bytes())]
    # Blanks before colons, and a broken line among the headers: the standard parser loses the sender of both.
    assert odd == ["raw_email_incorrect_header.eml", "example13.eml"]


PRINTABLE = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters=":"), min_size=1, max_size=12)
VALUES = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=30)


@given(
    st.lists(st.tuples(PRINTABLE.filter(lambda n: n != "From"), VALUES), min_size=1), st.sampled_from(["\n", "\r\n"])
)
def test_any_clean_block_is_read_as_the_standard_parser_reads_it(pairs: list[tuple[str, str]], end: str) -> None:
    raw = "".join(f"{name}: {value}{end}" for name, value in pairs) + f"{end}body{end}"
    assert own(raw.encode()) == standard(raw.encode())
    assert raw.encode()[split(raw.encode())[1] :] == f"body{end}".encode()


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"Subject: a\n b\n\tc\n\nbody", {"subject": "a b c"}),
        (b"Subject: a\r\n b\r\n\r\nbody", {"subject": "a b"}),
        (b"Subject: a\n\r\nbody", {"subject": "a"}),
        (b"Subject : a\n\nbody", {"subject": "a"}),
        (b"Subject: a\nno header\nFrom: b@x.example\n\nbody", {"subject": "a", "from": "b@x.example"}),
        (b"Subject: a\nno header\n\nbody", {"subject": "a"}),
        (b">From x y\nSubject: a\n\nbody", {"subject": "a"}),
        (b"Subject: a\n:\nTo: b\n\nbody", {"subject": "a", "to": "b"}),
        (b"To: a\nTo: b\nSubject: 1\nSubject: 2\n\n", {"to": "a, b", "subject": "1"}),
        (b"\nSubject: a\n\nbody", {}),
        (b"", {}),
        (b"Subject: a", {"subject": "a"}),
    ],
)
def test_broken_blocks_give_what_can_be_had(raw: bytes, expected: dict[str, str]) -> None:
    assert own(raw) == expected


def test_where_the_headers_break_off_the_body_begins() -> None:
    raw = b"From: a@x.example\nHello there,\nall is well\n"
    assert raw[split(raw)[1] :] == b"Hello there,\nall is well\n"


@given(st.binary())
def test_nothing_raises(raw: bytes) -> None:
    _, body = split(raw)
    assert 0 <= body <= len(raw) + 1
