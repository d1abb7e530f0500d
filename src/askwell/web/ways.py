"""The kinds of ways in words, as they stand before the reason for one."""

from collections.abc import Iterable

from askwell.domain.plans import Way, WayKind

WORDS = {
    WayKind.INSIDER: "Inside",
    WayKind.FORMER_INSIDER: "Once inside",
    WayKind.IN_THE_ROLE: "The same work",
    WayKind.HIRES: "Hires",
    WayKind.CONNECTOR: "Knows many",
    WayKind.SAME_FIELD: "The same field",
    WayKind.SAME_PLACE: "The same place",
    WayKind.FELLOW: "In common",
    WayKind.KNOWS_YOU: "Knows you",
    WayKind.OUTSIDE_EYES: "Fresh eyes",
}


def told(ways: Iterable[Way]) -> list[tuple[str, str]]:
    """Each way as (what, reason), for the part "ways"."""
    return [(WORDS[way.kind], way.reason) for way in ways]
