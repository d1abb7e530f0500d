"""The kinds of ways in words, as they stand before the reason for one."""

import re
from collections.abc import Iterable

from askwell.domain.plans import Way, WayKind
from askwell.identity.called import called

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


def briefly(reason: str, name: str) -> str:
    """A reason beside the name and the job it is about, which are not said a second time: "Works at Calder, and …"."""
    given = called(name)
    words = reason.removeprefix(f"{given} ") if given else reason
    if words == reason or words.startswith("and "):
        return reason
    words = re.sub(r"^\([^()]*(?:\([^()]*\)[^()]*)*\) ", "", words)
    return f"{words[:1].upper()}{words[1:]}"


def told(ways: Iterable[Way]) -> list[tuple[str, str]]:
    """Each way as (what, reason), for the part "ways"."""
    return [(WORDS[way.kind], way.reason) for way in ways]
