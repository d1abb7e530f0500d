"""Where the seeker's phone numbers without country code are: as she says, else as her files and computer tell."""

from collections.abc import Iterable

from askwell.actions.desk import Desk, system_country, system_zone
from askwell.domain.goals import Goals
from askwell.identity import handles
from askwell.identity.regions import of_zone


def said(goals: Goals) -> str:
    """Her country, which her profile fills in where she says none; else that of her time zone."""
    return goals.country or of_zone(goals.zone)


def region(goals: Goals, phones: Iterable[str]) -> str:
    """ISO 3166. `phones` are the numbers of her address books as written; asked only where she says nothing."""
    return said(goals) or handles.region_of(phones, hints=(system_country(), of_zone(system_zone())))


def of_desk(desk: Desk) -> str:
    """The region as what is stored tells it."""
    from askwell.store import lookups

    return said(desk.goals) or region(desk.goals, lookups.phones())
