"""Countries of time zones and places."""

from zoneinfo import ZoneInfo

import pytest

from askwell.identity.regions import countries, of_place, of_zone, zones


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("America/Chicago", "US"),
        ("Europe/Berlin", "DE"),
        ("US/Central", "US"),
        ("UTC", ""),
        ("Etc/GMT+3", ""),
        ("", ""),
    ],
)
def test_a_time_zone_is_one_countrys(zone: str, country: str) -> None:
    assert of_zone(zone) == country


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("Milwaukee, Wisconsin, United States", "US"),
        ("Milwaukee, WI, USA", "US"),
        ("Austin, Texas Metropolitan Area", "US"),
        ("Austin, TX", "US"),
        ("Toronto, Ontario", "CA"),
        ("London, England", "GB"),
        ("Greater London, United Kingdom", "GB"),
        ("Munich, Bavaria, Germany", "DE"),
        ("Germany", "DE"),
        ("Atlanta, Georgia, United States", "US"),
        ("Atlanta, Georgia", ""),  # or Tbilisi
        ("Wisconsin Dells", ""),
        ("Greater Chicago Area", ""),
        ("Paris", ""),
        ("", ""),
    ],
)
def test_the_country_stands_at_the_end_of_a_place(place: str, country: str) -> None:
    assert of_place(place) == country


def test_every_country_has_a_name_and_every_zone_is_one_that_clocks_know() -> None:
    names = countries()
    assert (names["DE"], names["US"], len(names) > 240) == ("Germany", "United States", True)
    assert list(names.values())[:3] == ["Afghanistan", "Åland Islands", "Albania"]
    assert "Europe/Berlin" in zones()
    assert all(ZoneInfo(zone).key == zone for zone in zones())
