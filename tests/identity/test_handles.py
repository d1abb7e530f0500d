"""Addresses, profiles and phones: one form, and "" for what is none."""

import pytest
from tests.bounds import bounded

from askwell.identity import handles


@pytest.mark.parametrize(
    ("written", "one_form"),
    [
        (" <Jane.Roe@Example.COM> ", "jane.roe@example.com"),
        ("mailto:jane@example.com", "jane@example.com"),
        ("jane\u200b@example.com.", "jane@example.com"),
        ("jane@münchen.example", "jane@münchen.example"),
        ("jane@localhost", "jane@localhost"),
        ("/o=ExchangeLabs/cn=Jane", ""),
        ("jane roe@example.com", ""),
        ("@example.com", ""),
        ("", ""),
    ],
)
def test_addresses_have_one_form(written: str, one_form: str) -> None:
    assert handles.address(written) == one_form


def test_full_stops_count_everywhere_but_at_gmail() -> None:
    assert handles.mailbox("jane.roe+jobs@googlemail.com") == handles.mailbox("janeroe@gmail.com")
    assert handles.mailbox("jane.roe@example.com") != handles.mailbox("janeroe@example.com")
    assert handles.mailbox("jane+jobs@example.com") != handles.mailbox("jane@example.com")


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://www.linkedin.com/in/Zo%C3%AB-Brandt/?utm_source=share", "in/zoë-brandt"),
        ("linkedin.com/in/mara-okoye-1a2b", "in/mara-okoye-1a2b"),
        ("http://de.linkedin.com/in/mara/en", "in/mara"),
        ("https://www.linkedin.com/mwlite/in/mara", "in/mara"),
        ("in/mara", "in/mara"),
        ("https://www.linkedin.com/pub/mara", "pub/mara"),
        ("https://www.linkedin.com/company/acme", ""),
        ("https://example.com/in/mara", ""),
        ("", ""),
    ],
)
def test_profiles_are_told_by_their_slug(url: str, slug: str) -> None:
    assert handles.slug(url) == slug


@pytest.mark.parametrize(
    ("written", "region", "one_form"),
    [
        ("(414) 555-0141", "US", "+14145550141"),
        ("414.555.0105", "us", "+14145550105"),
        ("1-414-555-0105", "US", "+14145550105"),
        ("tel:+1-414-555-0106", "", "+14145550106"),
        ("+1 414 555 0105", "DE", "+14145550105"),
        ("0044 20 7946 0018", "", "+442079460018"),
        ("+44 (0)20 7946 0018", "", "+442079460018"),
        ("030 901820", "DE", "+4930901820"),
        ("011 44 20 7946 0018", "US", "+442079460018"),
        ("414 555 0100 ext. 12", "US", "+14145550100;ext=12"),
        ("414 555 0100 x13", "US", "+14145550100;ext=13"),
        ("414 555 0100 (extension 13)", "US", "+14145550100;ext=13"),
        ("414 555 0100, 13", "US", "+14145550100;ext=13"),
        ("001 414 555 0100", "US", "+14145550100"),
        ("+44 07700 900123", "", "+447700900123"),
        ("+39 02 1234567", "", "+39021234567"),
        ("+52 1 55 1234 5678", "", "+525512345678"),
        ("414 555 0141", "", ""),
        ("911", "US", ""),
        ("call me", "US", ""),
        ("", "US", ""),
    ],
)
def test_phones_have_one_form(written: str, region: str, one_form: str) -> None:
    assert handles.phone(written, region=region) == one_form


def test_the_region_of_an_address_book_is_that_of_most_of_its_international_numbers() -> None:
    assert handles.region_of(["+1 414 555 0102", "tel:+1-312-555-0126", "+44 20 7946 0018", "414 555 0100"]) == "US"
    assert handles.region_of(["+49 30 901820"]) == "DE"
    assert handles.region_of([], hints=("", "DE", "US")) == "DE"


def test_the_region_is_the_one_in_which_the_other_numbers_make_sense() -> None:
    abroad = ["+44 20 7946 0018", "+44 20 7946 0019"]
    assert handles.region_of(["(414) 555-0100", "(414) 555-0101", "414 555 0102", *abroad], hints=("US",)) == "US"
    assert handles.region_of(["030 901820", "030 901821", "+49 30 901822"], hints=("US",)) == "DE"
    assert handles.region_of(["414 555 0100"]) == ""


def test_hostile_texts_take_no_time() -> None:
    with bounded():
        for text in (
            "a@" * 50_000,
            "%41" * 40_000,
            "linkedin.com/" * 10_000,
            "+" * 100_000,
            "0 " * 50_000,
            "x1" * 50_000,
        ):
            handles.address(text), handles.slug(text), handles.phone(text, region="US")
