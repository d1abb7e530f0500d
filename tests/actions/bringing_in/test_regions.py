"""Where phone numbers without a country code are: as her goals, profile, files and computer tell, in this order."""

from pathlib import Path

import pytest
from tests.actions.exports import profile, vcard

from askwell.actions.bring_in import bring_in
from askwell.actions.bringing_in import regions
from askwell.actions.desk import open_desk
from askwell.actions.people import list_people
from askwell.domain.goals import Goals

NATIONAL, ABROAD = "Bob Aguilar||0414 555 010|", "Robert Aguilar||+49 414 555010|"


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer that tells no country."""
    monkeypatch.setenv("TZ", "UTC")
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.setenv(name, "C.UTF-8")


def test_her_country_counts_then_her_zone_then_the_numbers_then_the_computers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert regions.region(Goals(country="US", zone="Europe/Berlin"), ["+44 20 7946 0018"]) == "US"
    assert regions.region(Goals(zone="Europe/Berlin"), ["+44 20 7946 0018"]) == "DE"
    assert regions.region(Goals(), ["+44 20 7946 0018"]) == "GB"
    assert regions.region(Goals(), ["414 555 0100"]) == ""
    monkeypatch.setenv("TZ", "America/Chicago")
    assert regions.region(Goals(), ["414 555 0100"]) == "US"


def test_national_and_international_forms_of_one_number_join_without_a_word_on_the_country(tmp_path: Path) -> None:
    with open_desk(data=tmp_path / "data") as desk:
        bring_in(desk, [vcard(tmp_path / "a", NATIONAL)])
        assert bring_in(desk, [vcard(tmp_path / "b", ABROAD, name="more.vcf")]).people == 1
        (one,) = list_people(desk).people
        assert one.why == ("same phone +49414555010",)


def test_the_profile_tells_the_country(tmp_path: Path) -> None:
    with open_desk(data=tmp_path / "data") as desk:
        bring_in(
            desk, [profile(tmp_path), vcard(tmp_path, "Bob Aguilar||414 555 0100|", "R. Aguilar||+1 414 555 0100|")]
        )
        assert regions.of_desk(desk) == "US"
        assert len(list_people(desk).people) == 1
