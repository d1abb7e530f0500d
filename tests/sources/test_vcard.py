"""vCards of three versions as phones and programs write them, with organizations, groups and damage."""

from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.contract import Contract, adds_up, read

from askwell.sources.found import Kind
from askwell.sources.vcard import GROUP, ORGANIZATION


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


OUTLOOK = card(
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gro=C3=9F;J=C3=BCrgen",
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=BCrgen Gro=C3=9F",
    "ORG;ENCODING=QUOTED-PRINTABLE:M=FCller=3B S=F6hne;Vertrieb".replace(":", ";CHARSET=ISO-8859-1:"),
    "TEL;WORK;VOICE:+1 414 555 0101",
    "EMAIL;PREF;INTERNET:Juergen.Gross@example.com",
    "NOTE;ENCODING=QUOTED-PRINTABLE:First line=0D=0A=",
    "second line",
    "PHOTO;ENCODING=BASE64;TYPE=JPEG:",
    "/9j/4AAQSkZJRgABAQEAYABgAAD",
    "AAAA",
    "TITLE:Manager",
    version="2.1",
)
APPLE = card(
    "N:Okoye;Mara;J.;;",
    "FN:Mara J. Okoye",
    "NICKNAME:Mo",
    "item1.EMAIL;type=INTERNET:mara@example.com",
    "item1.X-ABLabel:_$!<Work>!$_",
    "item2.X-ABRELATEDNAMES:Lee Hart",
    "X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/mara-okoye-1a2b",
    "ADR;type=WORK:;;1 Pine St;Seattle;WA;98101;USA",
    "CATEGORIES:Rowing,Friends",
    "UID:8C1F-22",
)
MODERN = card(
    "KIND:individual",
    "FN:Lee Hart",
    "N:Hart;Lee;;;",
    'TEL;VALUE=uri;TYPE="cell,voice":tel:+1-414-555-0106',
    "EMAIL;TYPE=work:lee@example.net",
    "ORG:Tailspin;Engineering",
    "PHOTO:data:image/jpeg;base64,AAAA",
    "NOTE:now Cho (married Dan\\, June 2018)",
    "BDAY:--0415",
    version="4.0",
)


class TestVcard(Contract):
    kind = Kind.VCARD
    samples: ClassVar = {
        "2.1": OUTLOOK.encode(),
        "3.0": APPLE.encode(),
        "4.0": MODERN.encode(),
        "several": (OUTLOOK + APPLE + MODERN + APPLE).encode(),
        "utf-16": MODERN.encode("utf-16"),
    }


def test_quoted_printable_of_2_1_is_read_in_its_charset() -> None:
    (who,) = read(OUTLOOK, Kind.VCARD).cards
    assert (who.name, who.given, who.family) == ("Jürgen Groß", "Jürgen", "Groß")
    assert (who.company, who.title, who.phones) == ("Müller; Söhne", "Manager", ("+1 414 555 0101",))
    assert who.emails == ("juergen.gross@example.com",)
    assert who.note == "First line\nsecond line"


def test_apple_groups_profile_place_and_categories_are_read() -> None:
    (who,) = read(APPLE, Kind.VCARD).cards
    assert (who.name, who.nickname, who.key) == ("Mara J. Okoye", "Mo", "8C1F-22")
    assert (who.url, who.place) == ("https://www.linkedin.com/in/mara-okoye-1a2b", "Seattle, WA, USA")
    assert (who.emails, who.groups) == (("mara@example.com",), ("Rowing", "Friends"))


def test_a_card_of_version_4_is_read() -> None:
    (who,) = read(MODERN, Kind.VCARD).cards
    assert (who.name, who.company, who.phones) == ("Lee Hart", "Tailspin", ("+1-414-555-0106",))
    assert who.note == "now Cho (married Dan, June 2018)"


@pytest.mark.parametrize(
    "lines",
    [
        ("KIND:org", "FN:Tailspin"),
        ("X-ABShowAs:COMPANY", "N:;;;;", "FN:Tailspin", "ORG:Tailspin"),
        ("FN:Tailspin", "ORG:Tailspin;"),
        ("N:;;;;", "ORG:Tailspin", "TEL:414 555 0100"),
    ],
)
def test_organizations_make_no_person(lines: tuple[str, ...]) -> None:
    reading = read(card(*lines) + MODERN, Kind.VCARD)
    assert [(n.at, n.reason) for n in reading.left_out] == [(1, ORGANIZATION)]
    assert [c.origin.index for c in reading.cards] == [2]


def test_a_group_of_cards_makes_no_person() -> None:
    reading = read(card("X-ADDRESSBOOKSERVER-KIND:group", "FN:Rowing", "N:Rowing"), Kind.VCARD)
    assert reading.left_out[0].reason == GROUP


def test_members_of_groups_carry_the_names_of_the_groups_whatever_program_wrote_them() -> None:
    apple = card(
        "N:Rowing;;;;", "FN:Rowing", "X-ADDRESSBOOKSERVER-KIND:group", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:8C1F-22",
        "UID:g-1",
    )  # fmt: skip
    modern = card("KIND:group", "FN:Alumni", "MEMBER:urn:uuid:8c1f-22", "MEMBER:mailto:lee@example.net", version="4.0")
    first, second = read(apple + APPLE + modern + MODERN, Kind.VCARD).cards
    assert (first.groups, second.groups) == (("Rowing", "Friends", "Alumni"), ("Alumni",))


def test_a_label_that_google_puts_on_everybody_says_nothing() -> None:
    (who,) = read(card("FN:Lee Hart", "CATEGORIES:myContacts,Friends", "CATEGORIES:starred"), Kind.VCARD).cards
    assert who.groups == ("Friends",)


@pytest.mark.parametrize(
    "line",
    [
        "X-SOCIALPROFILE;type=linkedin;x-user=mara-okoye:x-apple:mara-okoye",
        "X-SOCIALPROFILE;TYPE=LinkedIn:x-apple:mara-okoye",
        "item1.X-SOCIALPROFILE;type=linkedin:http://www.linkedin.com/in/mara-okoye",
        "SOCIALPROFILE;SERVICE-TYPE=LinkedIn:https://www.linkedin.com/in/mara-okoye",
        "SOCIALPROFILE;SERVICE-TYPE=LinkedIn;VALUE=text:mara-okoye",
    ],
)
def test_a_profile_is_read_in_every_way_it_is_written(line: str) -> None:
    (who,) = read(card("FN:Mara Okoye", line), Kind.VCARD).cards
    assert who.url.endswith("www.linkedin.com/in/mara-okoye")


@pytest.mark.parametrize("line", ["X-SOCIALPROFILE;type=twitter:x-apple:mara", "X-SOCIALPROFILE;type=linkedin:a b"])
def test_other_networks_and_words_are_no_profile(line: str) -> None:
    assert read(card("FN:Mara Okoye", line), Kind.VCARD).cards[0].url == ""


def test_a_related_person_is_a_referrer_only_under_such_a_label() -> None:
    lines = (
        "item1.X-ABRELATEDNAMES:Ed Roe", "item1.X-ABLabel:_$!<Spouse>!$_",
        "item2.X-ABRELATEDNAMES:Lee Hart", "item2.X-ABLabel:Referred by",
    )  # fmt: skip
    assert read(card("FN:Mara Okoye", *lines), Kind.VCARD).cards[0].referred_by == "Lee Hart"
    assert read(card("FN:Mara Okoye", *lines[:2]), Kind.VCARD).cards[0].referred_by == ""


def test_a_birthday_without_a_year_keeps_nobody_out() -> None:
    who = read(card("FN:Lee Hart", "BDAY:--0415", "BDAY;VALUE=text:circa 1800", "ANNIVERSARY:--"), Kind.VCARD).cards[0]
    assert who.name == "Lee Hart"


def test_a_person_who_is_named_like_the_firm_stays_a_person() -> None:
    assert read(card("FN:Lee Hart", "N:Hart;Lee;;;", "ORG:Lee Hart"), Kind.VCARD).cards[0].name == "Lee Hart"


def test_without_fn_the_name_is_made_of_n_and_an_address_alone_has_no_name() -> None:
    text = card("N:Hart;Lee;;;") + card("EMAIL:who@example.com") + card("FN:who@example.org", "EMAIL:who@example.org")
    first, second, third = read(text, Kind.VCARD).cards
    assert (first.name, second.name, third.name) == ("Lee Hart", "", "")
    assert second.emails == ("who@example.com",)


def test_a_card_within_a_card_is_passed_over_and_a_missing_end_harms_only_itself() -> None:
    agent = card("FN:The Boss", "AGENT:", "BEGIN:VCARD", "FN:The Agent", "TEL:1", "END:VCARD", "TEL:414 555 0101")
    unclosed = "BEGIN:VCARD\nFN:Al Bo\n"
    reading = read(agent + unclosed + MODERN, Kind.VCARD)
    assert [(c.name, c.phones) for c in reading.cards][:2] == [("The Boss", ("414 555 0101",)), ("Al Bo", ())]
    assert reading.read == 3


def test_a_file_that_ends_within_a_card_says_so() -> None:
    reading = read(MODERN + "BEGIN:VCARD\nFN:Half A N", Kind.VCARD)
    assert [n.at for n in reading.unreadable] == [2]
    assert len(reading.cards) == 1


def test_cut_utf_8_and_odd_line_ends_lose_no_card() -> None:
    broken = card("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3", "TEL:414 555 0101", version="2.1")
    latin = card("FN;CHARSET=ISO-8859-1:J\xfcrgen", version="2.1").encode("latin-1")
    reading = read(broken.encode().replace(b"\r\n", b"\r\r\n") + latin, Kind.VCARD)
    assert [c.name for c in reading.cards] == ["J\ufffd", "Jürgen"]


@pytest.mark.parametrize("charset", ["undefined", "punycode", "unicode_escape", "rot13", "nonsense", "idna", "UTF-7"])
def test_a_charset_that_is_none_is_taken_as_utf_8(charset: str) -> None:
    text = card(f"FN;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:Zo=C3=AB", version="2.1")
    assert read(text, Kind.VCARD).cards[0].name == "Zoë"


def test_zero_characters_never_come_through() -> None:
    text = card("FN:Le\0e", version="3.0") + card("FN;ENCODING=QUOTED-PRINTABLE:Le=00e", version="2.1")
    assert [c.name for c in read(text, Kind.VCARD).cards] == ["Lee", "Lee"]


def test_a_photo_of_8_megabytes_and_5000_numbers_cost_little() -> None:
    numbers = [f"TEL;TYPE=CELL:+1414555{number:04}" for number in range(5000)]
    photo = "PHOTO;ENCODING=b:" + "\r\n ".join(["A" * 75] * 110_000)
    (who,) = read(card("FN:Lee Hart", *numbers, photo), Kind.VCARD).cards
    assert (len(who.phones), who.note) == (5000, "")


def test_two_cards_of_one_person_have_two_keys() -> None:
    keys = [c.key for c in read(APPLE + APPLE + MODERN + MODERN, Kind.VCARD).cards]
    assert keys == ["8C1F-22", "8C1F-22#2", "lee hart|lee@example.net", "lee hart|lee@example.net#2"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet='AGENT:;="\\,\n\r \tNFBDVCR=é\0', max_size=40), max_size=8))
def test_no_lines_at_all_break_a_file_of_cards(lines: list[str]) -> None:
    assert adds_up(read(MODERN + card(*lines) + MODERN, Kind.VCARD))
