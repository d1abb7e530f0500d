"""Which country a time zone or a place tells of, as an ISO 3166 code; it says how numbers of phones are to be read."""

import re
from functools import lru_cache

from askwell.identity import wordlists
from askwell.identity.fold import fold

# Countries whose states and provinces people write without the country: "Milwaukee, Wisconsin".
_WITH_STATES = ("US", "CA", "GB", "AU")
_AROUND = re.compile(r"^(?:greater |metro )|(?: metropolitan| metro|-fort worth| bay)?(?: area| region)$")
_OLD_ZONES = {"US": "US", "Canada": "CA", "GB": "GB", "Brazil": "BR", "Mexico": "MX", "Eire": "IE", "NZ": "NZ"}


def of_zone(zone: str) -> str:
    """The country of an IANA zone: US for America/Chicago; "" for UTC and zones that are no country's."""
    return _zones().get(zone) or _OLD_ZONES.get(zone.partition("/")[0], "")


def zones() -> tuple[str, ...]:
    """The IANA zones that people live in, in order: Africa/Abidjan …"""
    return tuple(sorted(_zones()))


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """The names of all countries by their codes, in the order of the names."""
    names = {code: name for code, name, *_ in _rows("iso3166.tab")}
    return dict(sorted(names.items(), key=lambda told: fold(told[1])))


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    return {zone: country for country, _, zone, *_ in _rows("zone.tab")}


def _rows(table: str) -> list[list[str]]:
    lines = wordlists.text(f"zoneinfo/{table}", package="tzdata").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def of_place(place: str) -> str:
    """The country at the end of a place: "Milwaukee, Wisconsin, United States", "London, England", "Austin, TX".

    "" where it is not told, and for Georgia, which is two.
    """
    before, comma, end = place.rpartition(",")
    last = _AROUND.sub("", fold(end).strip()).strip()
    country = _countries().get(last, "") if last else ""
    if not comma or (country and "," in before):
        return country
    state = _states().get(last, "")
    return "" if country and state and country != state else country or state


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    from holidays.registry import COUNTRIES

    names = {country.replace("_", " "): told[1] for country, told in COUNTRIES.items()}
    return names | {"usa": "US", "uk": "GB", "deutschland": "DE", "the netherlands": "NL", "schweiz": "CH"}


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    """States and their marks, for places of several parts only; a mark of two countries is the first one's."""
    import holidays

    found: dict[str, str] = {}
    for code in _WITH_STATES:
        known = holidays.country_holidays(code, years=())
        for name in (*getattr(known, "subdivisions_aliases", {}), *known.subdivisions):
            found.setdefault(fold(name), code)
    return found
