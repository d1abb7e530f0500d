"""What a file is, from its first bytes; and which of LinkedIn's files are of use."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bounds import bounded
from tests.sources import exports

from askwell.sources.found import Kind
from askwell.sources.sniff import by_name, is_wanted, sniff, stem


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Connections (1).csv", "connections"),
        ("Email Addresses.csv", "emailaddresses"),
        ("Shares_1234567.csv", "shares"),
        ("messages copy.csv", "messages"),
        ("Receipts_v2.csv", "receiptsv2"),
        ("Phone Numbers.csv", "phonenumbers"),
    ],
)
def test_names_are_compared_without_what_downloads_put_on_them(name: str, same: str) -> None:
    assert stem(name) == same


@pytest.mark.parametrize("name", ["guide_messages.csv", "learning_coach_messages.csv", "coach_messages.csv"])
def test_talks_with_assistants_look_like_messages_and_are_none(name: str) -> None:
    assert sniff(name, exports.MESSAGES["2026"]).kind is None
    assert sniff("messages (2).csv", exports.MESSAGES["2026"]).kind is Kind.MESSAGES


@pytest.mark.parametrize("name", ["Skills.csv", "Verifications.csv", "Endorsement_Given_Info.csv"])
def test_files_of_an_export_that_hold_nobody_are_told_by_name(name: str) -> None:
    header = b"First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nLee,Hart,Tailspin,CTO,Good,,VISIBLE\n"
    assert sniff(name, header).reason == "nothing in it about people you know"


@pytest.mark.parametrize(
    ("start", "word"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"\0" * 4096, "it is empty"),
        (b"\xff\xd8\xff", "a picture"),
        (b"\xff\xfe\0\0\0\0", "not a kind"),
        (b"%PDF-1.7", "PDF"),
        (b"\xd0\xcf\x11\xe0", "Outlook"),
        (b"!BDN", ".pst"),
        (b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml", "office document"),
        (b"\x1f\x8b\x08", "packed"),
        (b"\x7fELF\0\0\0", "not a kind of file"),
    ],
)
def test_other_kinds_are_told_with_the_reason(start: bytes, word: str) -> None:
    verdict = sniff("some.bin", start)
    assert (verdict.kind, word in verdict.reason) == (None, True)


def test_a_mail_is_one_with_two_of_its_fields_or_by_its_ending() -> None:
    assert sniff("x", b"Received: by a\r\n\tb\r\nFrom: lee@example.net\r\n\r\nHi").kind is Kind.MAIL
    assert sniff("x.eml", b"X-Odd: 1\r\n\r\nHi").kind is Kind.MAIL
    assert sniff("x.txt", b"Dear Sam: how are you\nFrom: me\n").kind is None
    assert sniff("x.txt", b"From here on it goes: down\n").kind is None


def test_an_old_mailbox_may_begin_with_a_dash_or_a_bare_number() -> None:
    for line in (b"From - Mon Jan 1 00:00:00 2024", b"From 1844347792267117879@xxx"):
        assert sniff("All mail.mbox", line + b"\nX-GM-THRID: 1\nSubject: Hi\n\nHi\n").kind is Kind.MBOX


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Name,Company,Title,Status,Email", Kind.OUTLOOK),
        ("Company,Title,Status,Contact name", Kind.APPLICATIONS),
        ("Company,Role,Date applied,Stage,Name,Email", Kind.APPLICATIONS),
        ("First Name,Last Name,Employer,Role,Date", Kind.OUTLOOK),
        ("Color,Shape", Kind.TABLE),
    ],
)
def test_people_and_applications_are_told_apart_by_their_columns(header: str, kind: Kind | None) -> None:
    assert sniff("table.csv", header.encode() + b"\n").kind is kind


def test_a_head_that_ends_within_a_letter_is_told_all_the_same() -> None:
    rows = "Jürgen,Groß,,,,08 Feb 2026\n" * 3000
    data = (exports.CONNECTIONS_2021.partition("\n")[0] + "\n" + rows).encode()
    assert all(sniff("x.csv", data[: 65_536 + cut]).kind is Kind.CONNECTIONS for cut in range(-1, 3))


def test_media_and_hidden_files_are_settled_by_name() -> None:
    assert by_name("a.JPG")
    assert by_name(".DS_Store")
    assert by_name("._Connections.csv")
    assert by_name("Connections.csv") is None


def test_names_that_promise_people_are_wanted() -> None:
    names = ("Connections.csv", "messages (1).csv", "all.vcf", "my.ics", "Inbox.mbox", "notes.txt", "odd.csv")
    assert [is_wanted(n) for n in names] == [True, True, True, True, True, False, False]


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.csv", "a.vcf", "a.ics", "a.eml", "a"]))
def test_any_bytes_have_a_verdict(start: bytes, name: str) -> None:
    verdict = sniff(name, start)
    told = bool(verdict.reason) and verdict.kind is not Kind.TABLE  # a table may say why it is asked about
    assert (verdict.kind is not None) + told + verdict.zipped == 1


@pytest.mark.parametrize("seed", ["a:", "From ", "\n", '"', ",", "<", " ", "BEGIN:", "a:\n "])
def test_hostile_beginnings_cost_no_time(seed: str) -> None:
    start = (seed * 65_536)[:65_536].encode()
    with bounded():
        sniff("a.csv", start)


def test_a_table_with_a_zero_byte_is_a_table_and_one_of_zeros_is_none() -> None:
    rows = b"Name,Email\nLee Hart,lee@example.net\n"
    assert sniff("people.csv", rows.replace(b"Hart", b"Ha\0rt")).kind is Kind.OUTLOOK
    assert sniff("people.bin", rows.replace(b"Hart", b"Ha\0rt")).kind is None
    assert sniff("people.csv", rows.replace(b"a", b"\0\0\0\0")).reason == "not a kind of file that is read"
