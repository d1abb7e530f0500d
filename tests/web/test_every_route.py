"""Every route there is, taken from the program itself, refuses another seeker: nothing of hers is seen or changed."""

import re
from pathlib import Path

import pytest
from django.urls import URLPattern, get_resolver
from tests.web.visitor import Visitor

from askwell.actions import memory, replies
from askwell.actions.desk import Desk

NAMES = ("Elizabeth", "Brandt", "Eklund", "Ostara", "Whitfield")
SEEN_BY_ALL = {"made-up", "made-up/leave"}  # leads to made-up people, who are nobody's
WORDS = {
    "batch": "b1", "purpose": "thank", "step": "thank-p1", "id": "q1", "yes": "q1", "how": "close", "word": "forget",
    "name": "X", "tie": "close", "what": "x", "outcome": "x", "text": "x", "company": "X", "title": "Y",
}  # fmt: skip


def routes() -> list[str]:
    """The patterns of all routes, as they stand in the pages."""
    return sorted(
        {str(one.pattern) for one in get_resolver("askwell.urls").url_patterns if isinstance(one, URLPattern)}
    )


def filled(route: str, ids: dict[str, str]) -> str:
    """An address of the route with her ids in it."""
    return "/" + re.sub(
        r"<(?:\w+:)?(\w+)>", lambda found: ids.get(found.group(1), WORDS.get(found.group(1), "x")), route
    )


@pytest.fixture
def data(lived_in: Path) -> Path:
    return lived_in


@pytest.fixture
def ids(desk: Desk) -> dict[str, str]:
    """What stands for a person, and for another one, in her addresses."""
    replies.accept(desk, "all")
    found = [one.id for one in memory.contacts(desk).values() if one.name in {"Elizabeth Brandt", "Thomas Eklund"}]
    return {"person": found[0], "other": found[1]}


def test_there_are_routes_with_people_in_them() -> None:
    assert len(routes()) > 60
    assert len([route for route in routes() if "person" in route]) > 15


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_route_shows_or_changes_anything_of_hers(
    desk: Desk, charlie: Visitor, carol: Visitor, ids: dict[str, str], method: str
) -> None:
    before = memory.facts(desk).version
    for visitor in (charlie, carol):
        for route in routes():
            if route in SEEN_BY_ALL or route.startswith(("patterns", "data/sign-out")):
                continue
            path = filled(route, ids)
            answer = visitor.get(path) if method == "get" else visitor.post(path, WORDS)
            assert answer.status_code < 500, path
            shown = b"".join(answer) if answer.streaming else answer.content
            assert not [name for name in NAMES if name.encode() in shown], path
            assert method == "post" or "<str:person>" not in route or answer.status_code in {404, 405, 422}, path
    assert memory.facts(desk).version == before


@pytest.mark.parametrize("route", [route for route in routes() if "<str:person>" in route])
def test_somebody_elses_person_is_answered_like_one_that_never_was(
    charlie: Visitor, ids: dict[str, str], route: str
) -> None:
    hers, never = filled(route, ids), filled(route, {"person": "p99999", "other": "p99998"})
    for method in (charlie.get, charlie.post):
        assert method(hers).status_code == method(never).status_code, (method, route)
