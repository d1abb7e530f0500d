"""What a LinkedIn export tells about the seeker herself."""

from datetime import date
from typing import ClassVar

from tests.sources import exports
from tests.sources.contract import Contract, read

from askwell.domain.goals import Position
from askwell.sources.found import Kind


class TestProfile(Contract):
    kind = Kind.PROFILE
    samples: ClassVar = {"2026": exports.PROFILE}


class TestPositions(Contract):
    kind = Kind.POSITIONS
    samples: ClassVar = {"2026": exports.POSITIONS}


class TestEducation(Contract):
    kind = Kind.EDUCATION
    samples: ClassVar = {"2026": exports.EDUCATION}


class TestEmails(Contract):
    kind = Kind.EMAILS
    samples: ClassVar = exports.EMAILS


class TestPhones(Contract):
    kind = Kind.PHONES
    samples: ClassVar = exports.PHONES


def test_the_profile_gives_name_headline_and_place_and_makes_no_person() -> None:
    reading = read(exports.PROFILE, Kind.PROFILE)
    assert (reading.me.name, reading.me.headline) == ("Sam Roe", "Operations leader, open to work")
    assert reading.me.place == "Seattle, Washington"
    assert reading.cards == []


def test_positions_run_from_month_to_month_and_the_current_one_has_no_end() -> None:
    assert read(exports.POSITIONS, Kind.POSITIONS).me.positions == (
        Position("Contoso Freight", "Operations Director", date(2019, 8, 1), date(2026, 9, 1)),
        Position("Northwind", "Planner", date(2009, 1, 1), None),
    )


def test_schools_are_named_once() -> None:
    assert read(exports.EDUCATION, Kind.EDUCATION).me.schools == ("Example State University",)


def test_confirmed_addresses_are_hers_the_primary_first() -> None:
    assert read(exports.EMAILS["2026"], Kind.EMAILS).me.addresses == ("sam@example.com", "work@example.net")
    assert read(exports.EMAILS["tabs"], Kind.EMAILS).me.addresses == ("sam@example.com",)
