"""Addresses in headers: the odd forms that mail programs really write, hostile ones, and the standard library."""

from email.utils import formataddr, getaddresses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bounds import bounded

from askwell.domain.people import Party
from askwell.sources.mail import addresses

ODD = {
    "Jane Roe <jane@x.example>": [("Jane Roe", "jane@x.example")],
    '"Roe, Jane" <Jane@X.example>': [("Roe, Jane", "jane@x.example")],
    "Roe, Jane <jane@x.example>": [("Roe, Jane", "jane@x.example")],
    "Jane [HR] <jane@x.example>": [("Jane [HR]", "jane@x.example")],
    "Jane @ Acme <jane@x.example>": [("Jane @ Acme", "jane@x.example")],
    "jane@x.example <jane@x.example>": [("", "jane@x.example")],
    "'jane@x.example' <jane@x.example>": [("", "jane@x.example")],
    "'Jane Roe' <jane@x.example>": [("Jane Roe", "jane@x.example")],
    "a@x.example; b@x.example": [("", "a@x.example"), ("", "b@x.example")],
    "a@x.example, b@x.example,": [("", "a@x.example"), ("", "b@x.example")],
    "jane@x.example (Jane Roe)": [("Jane Roe", "jane@x.example")],
    "Team: a@x.example, Bo Li <b@x.example>; c@x.example": [
        ("", "a@x.example"),
        ("Bo Li", "b@x.example"),
        ("", "c@x.example"),
    ],
    "undisclosed-recipients:;": [],
    "(c):": [],
    "": [],
    "<>": [],
    "MAILER-DAEMON": [("MAILER-DAEMON", "")],
    "=?utf-8?q?J=C3=A1n_Ro=C3=A9?= <jan@x.example>": [("Ján Roé", "jan@x.example")],
    '"=?utf-8?B?UsO2ZSwgSmFuZQ==?=" <jane@x.example>': [("Röe, Jane", "jane@x.example")],
    "=?utf-8?q?Jane_(HR)?= <jane@x.example>": [("Jane (HR)", "jane@x.example")],
    "=?utf-8?q?Jane_Roe_=3Cjane=40x.example=3E?=": [("Jane Roe", "jane@x.example")],
    '"Jane \\"JR\\" Roe" <jane@x.example>': [('Jane "JR" Roe', "jane@x.example")],
    '"Fay (Dr. Fay Roe)" <fay@x.example>': [("Fay (Dr. Fay Roe)", "fay@x.example")],
    '"Jane Roe <jane@x.example>, Bo <b@x.example>': [("Jane Roe", "jane@x.example"), ("Bo", "b@x.example")],
    "Jane Roe <jane@x.example": [("Jane Roe", "jane@x.example")],
    "Jane Roe <mailto:jane@x.example>": [("Jane Roe", "jane@x.example")],
    "<@old.example,@route.example:jane@x.example>": [("", "jane@x.example")],
    "Pete (a (nested) note) <pete(his)@x.example>": [("Pete", "pete@x.example")],
    "Jane Roe < jane @ x.example >": [("Jane Roe", "jane@x.example")],
    "jane@[192.0.2.1]": [("", "jane@[192.0.2.1]")],
    'Jane <"/o=Exchange/cn=Recipients/cn=jane">': [("Jane", "")],
    "Jane <jane@x.example> <other@x.example>": [("Jane", "jane@x.example")],
    "jane@x.example bo@x.example": [("", "jane@x.example"), ("", "bo@x.example")],
    "Müller <m@bücher.example>": [("Müller", "m@bücher.example")],
}


@pytest.mark.parametrize("written", ODD)
def test_odd_addresses_are_read_as_a_person_would_read_them(written: str) -> None:
    assert addresses.read(written.encode()) == tuple(Party(name, handle) for name, handle in ODD[written])


def test_a_name_in_an_undeclared_charset_is_taken_as_western() -> None:
    assert addresses.read(b"Andr\xe9 <a@x.example>") == (Party("André", "a@x.example"),)


def test_control_characters_never_reach_a_name_or_address() -> None:
    (party,) = addresses.read(b'"Ja\x00ne" <ja\x07ne@x.example>')
    assert party == Party("Jane", "jane@x.example")


@pytest.mark.parametrize(
    "seed",
    ["a@x.example, ", '"', "(", "<", '"\\"', "=?utf-8?q?", "a", " ", "@", ":", ";,", "=?u?q?a?= ", "(a)b<", "a@"],
)
def test_a_hostile_header_of_100_kb_takes_no_time(seed: str) -> None:
    hostile = (seed * (100_000 // len(seed))).encode()
    with bounded():
        addresses.read(hostile)


@given(st.text())
def test_no_text_at_all_raises(text: str) -> None:
    for party in addresses.read(text.encode("utf-8", "surrogateescape")):
        assert "\x00" not in party.name + party.handle
        assert party.handle == "" or "@" in party.handle


@given(st.binary())
def test_no_bytes_at_all_raise(raw: bytes) -> None:
    addresses.read(raw)


NAMES = st.text(st.sampled_from("abc ABC.-,'()@<>;:\"\\é"), max_size=20).map(lambda s: " ".join(s.split()))


@given(st.lists(st.tuples(NAMES, st.from_regex(r"[a-z]{1,9}(\.[a-z]{1,5})?@[a-z]{1,9}\.example", fullmatch=True))))
def test_well_formed_headers_give_the_addresses_that_the_standard_library_gives(pairs: list[tuple[str, str]]) -> None:
    written = ", ".join(formataddr(pair) for pair in pairs)
    expected = [address for _, address in getaddresses([written]) if "@" in address]
    if expected == [address for _, address in pairs]:  # the library's own mistakes are no measure
        assert [party.handle for party in addresses.read(written.encode())] == expected
