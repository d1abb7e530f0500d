"""Outlook's tables whole: classic, new, Google's own kind, and six languages with semicolons and Windows' letters."""

from typing import ClassVar

import pytest
from tests.sources import outlook_tables as outlook
from tests.sources.contract import Contract, read

from askwell.sources.found import Kind
from askwell.sources.sniff import sniff

MARA = {
    "Title": "Dr.", "First Name": "Mara", "Middle Name": "J.", "Last Name": "Okoye", "Company": "Northwind",
    "Job Title": "Head of Data", "Profession": "Statistician", "Business City": "Milwaukee", "Notes": "met in May",
    "Business Phone": "414 555 0101", "Mobile Phone": "414 555 0102", "Home Phone": "414 555 0103",
    "E-mail Address": "mara@example.com", "E-mail 2 Address": "mo@example.org", "E-mail 3 Address": "m@example.net",
    "Categories": "Rowing;Friends", "Referred By": "Lee Hart", "Web Page": "https://www.linkedin.com/in/mara-okoye",
    "Spouse": "Ed Okoye", "Assistant's Name": "Al Bo", "Manager's Name": "Vi Po", "Assistant's Phone": "414 555 0199",
}  # fmt: skip
EXCHANGE = {
    "First Name": "Lee", "Last Name": "Hart", "E-mail Address": "/o=EXAMPLE/ou=First/cn=Recipients/cn=lee",
    "E-mail Type": "EX", "E-mail Display Name": "Lee Hart", "E-mail 2 Address": "lee@example.net",
}  # fmt: skip
CLASSIC = outlook.quoted(outlook.CLASSIC, MARA, EXCHANGE)


class TestOutlookTables(Contract):
    kind = Kind.OUTLOOK
    called = "contacts.csv"
    samples: ClassVar = {
        "classic": CLASSIC.encode("cp1252"),
        "new": outlook.quoted(outlook.NEW, MARA).encode(),
        "google": outlook.quoted(outlook.GOOGLES, MARA).encode(),
        **{language: outlook.localized(language) for language in outlook.LANGUAGES},
    }


def test_classic_outlook_writes_92_columns_and_none_is_taken_for_another() -> None:
    assert len(outlook.CLASSIC) == 92
    mara, lee = read(CLASSIC, Kind.OUTLOOK).cards
    assert (mara.name, mara.company, mara.title, mara.place) == (
        "Mara J. Okoye", "Northwind", "Head of Data", "Milwaukee",
    )  # fmt: skip
    assert mara.emails == ("mara@example.com", "mo@example.org", "m@example.net")
    assert mara.phones == ("414 555 0102", "414 555 0101", "414 555 0103")  # hers alone, the mobile one first
    assert (mara.groups, mara.referred_by, mara.note) == (("Rowing", "Friends"), "Lee Hart", "met in May")
    assert mara.url == "https://www.linkedin.com/in/mara-okoye"
    assert (lee.name, lee.emails) == ("Lee Hart", ("lee@example.net",))


@pytest.mark.parametrize("header", [outlook.NEW, outlook.GOOGLES], ids=["new", "google"])
def test_newer_tables_say_the_same(header: list[str]) -> None:
    (mara,) = read(outlook.quoted(header, MARA), Kind.OUTLOOK).cards
    assert (mara.name, mara.company, mara.title) == ("Mara J. Okoye", "Northwind", "Head of Data")
    assert mara.emails == ("mara@example.com", "mo@example.org", "m@example.net")
    assert mara.referred_by == ("Lee Hart" if "Referred By" in header else "")


@pytest.mark.parametrize("language", outlook.LANGUAGES)
def test_a_table_in_another_language_is_read_as_it_is(language: str) -> None:
    data = outlook.localized(language)
    assert sniff("contacts.csv", data).kind is Kind.OUTLOOK
    (mara,) = read(data, Kind.OUTLOOK).cards
    assert (mara.name, mara.given, mara.family) == ("Mara J. Okoye", "Mara", "Okoye")
    assert (mara.company, mara.title, mara.place) == ("Northwind", "Head of Data", "Köln")
    assert mara.emails == ("mara@example.com", "mo@example.org")
    assert mara.phones == ("+49 151 555 0102", "+49 221 555 0101")
    assert (mara.groups, mara.note, mara.referred_by) == (("Ruderer",), "traf sie – im Mai", "Lee Hart")
