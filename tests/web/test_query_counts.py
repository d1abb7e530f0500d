"""However many people there are, a page asks the database the same number of times."""

from typing import Any

import pytest
from tests.web.visitor import Visitor

from askwell.actions.adding import Newcomer, add_people
from askwell.actions.desk import Desk
from askwell.actions.goals import change_goals
from askwell.actions.sending import sent

PAGES = (
    "/today",
    "/people",
    "/people?q=example",
    "/people?in=from:hand",
    "/twins",
    "/thanks",
    "/progress",
    "/replies",
    "/sort",
    "/week",
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement that is sent to the database from now on."""
    from askwell.store import scope
    from askwell.store.engines.sqlite import base

    found: list[str] = []
    guard = scope.guard

    def counting(execute: Any, sql: str, *more: Any) -> Any:
        found.append(sql)
        return guard(execute, sql, *more)

    monkeypatch.setattr(base, "guard", counting)
    return found


def people(desk: Desk, *, count: int, first: int = 0) -> None:
    """So many more, every second of them asked."""
    told = [
        Newcomer(f"{NAMES[n % 8]} {NAMES[n // 8 % 8]}son", company=f"Company {n}", tie="known", new=True)
        for n in range(first, count)
    ]
    for at, who in enumerate(add_people(desk, told).people):
        if at % 2:
            sent(desk, who, "ask", text="What should I learn?", channel="email")


NAMES = ("Abel", "Brigitte", "Conrad", "Dalia", "Edmund", "Farida", "Gustav", "Helga")


def counts(client: Visitor, asked: list[str]) -> dict[str, int]:
    """Statements of each page, once what it shows is known."""
    found = {}
    for path in PAGES:
        client.page(path)
        asked.clear()
        client.page(path)
        found[path] = len(asked)
    return found


def test_pages_ask_as_often_with_many_people_as_with_few(client: Visitor, desk: Desk, asked: list[str]) -> None:
    change_goals(desk, roles=("Planner",), companies=("Company 3",))
    people(desk, count=4)
    few = counts(client, asked)
    people(desk, count=60, first=4)
    assert counts(client, asked) == few
    assert all(0 < count <= 24 for count in few.values()), few
