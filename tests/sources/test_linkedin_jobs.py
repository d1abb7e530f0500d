"""LinkedIn's files about work: applications, saved jobs, followed companies."""

from datetime import date
from typing import ClassVar

from tests.sources import exports
from tests.sources.contract import Contract, read

from askwell.domain.search import Stage
from askwell.sources.found import Kind


class TestFollows(Contract):
    kind = Kind.FOLLOWS
    samples: ClassVar = {"2026": exports.FOLLOWS}


class TestSavedJobs(Contract):
    kind = Kind.SAVED_JOBS
    samples: ClassVar = {"2026": exports.SAVED_JOBS}


class TestJobs(Contract):
    kind = Kind.JOBS
    samples: ClassVar = {"2026": exports.JOBS}


def test_followed_companies_and_those_of_saved_jobs_are_possible_targets() -> None:
    assert read(exports.FOLLOWS, Kind.FOLLOWS).companies == ["Northwind", "Globex"]
    assert read(exports.SAVED_JOBS, Kind.SAVED_JOBS).companies == ["Northwind"]


def test_an_application_made_on_linkedin_has_its_company_title_and_day() -> None:
    reading = read(exports.JOBS, Kind.JOBS)
    (application,) = reading.applications
    assert (application.company, application.title, application.applied) == ("Globex", "Ops Manager", date(2026, 8, 15))
    assert (application.stage, application.via) == (Stage.APPLIED, "LinkedIn")
    assert [n.at for n in reading.unreadable] == [2]
