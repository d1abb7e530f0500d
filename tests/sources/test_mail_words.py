"""Charsets and encoded words: as declared, as meant, and never an exception."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bounds import bounded

from askwell.sources.mail import words


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("plain", "plain"),
        ("=?UTF-8?B?UsOpdW5pb24=?=", "Réunion"),
        ("=?iso-8859-1?q?R=E9union_x?=", "Réunion x"),
        ("=?utf-8*fr?q?R=C3=A9union?=", "Réunion"),
        ("Re: =?utf-8?q?R=C3=A9?= =?utf-8?q?union?= now", "Re: Réunion now"),
        ("=?utf-8?b?ww==?= =?utf-8?b?qQ==?=", "é"),  # one letter cut in two
        ("=?utf-8?q?a?= =?iso-8859-1?q?=E9?=", "aé"),
        ("=?utf-8?q?a?= b =?utf-8?q?c?=", "a b c"),
        ("=?no-such?q?a=C3=A9?=", "aé"),
        ("=?windows-1252?q?=93so=94?=", "“so”"),
        ("=?iso-8859-1?q?it=92s?=", "it’s"),
        ("=?gb2312?b?xOO6ww==?=", "你好"),
        ("=?utf-8?q?broken", "=?utf-8?q?broken"),
        ("two\r\n lines\tand  more", "two lines and more"),
    ],
)
def test_encoded_words_read_as_the_sender_meant_them(written: str, meant: str) -> None:
    assert words.header(written.encode()) == meant


def test_raw_utf8_and_raw_western_bytes_are_told_apart() -> None:
    assert words.header("Réunion".encode()) == words.header("Réunion".encode("cp1252")) == "Réunion"


@pytest.mark.parametrize(
    "charset", ["utf-8", "", "us-ascii", "nonsense", "base64", "rot13", "punycode", "idna", "mbcs"]
)
def test_no_declared_charset_is_too_strange(charset: str) -> None:
    assert words.decode("Zoë".encode(), charset=charset) == "Zoë"


def test_base64_survives_what_was_added_and_cut_off() -> None:
    assert words.from_base64(b"SGVs\r\n!!bG8=") == b"Hello"
    assert words.from_base64(b"SGVsbG8") == b"Hello"
    assert words.from_base64(b"SGVsb") == b"Hel"


def test_no_lone_surrogate_comes_out_of_utf7() -> None:
    assert not re.search("[\ud800-\udfff]", words.header(b"=?utf-7?q?+2AA-?="))


@pytest.mark.parametrize("seed", ["=?", "=?a?q?", "=?a?b?a", "?=", "=?utf-8?b?QQ==?= "])
def test_a_hostile_subject_of_100_kb_takes_no_time(seed: str) -> None:
    with bounded():
        words.header((seed * (100_000 // len(seed))).encode())


@given(st.binary(), st.text(max_size=12))
def test_nothing_raises(data: bytes, charset: str) -> None:
    words.decode(data, charset=charset)
    words.header(data).encode()
    words.from_base64(data)
