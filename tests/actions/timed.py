"""A house whose clock is set by hand, with a small story in it, and what its memory is held against."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from tests.method.cast import Story, referral

from askwell.actions import memory, people
from askwell.actions.day import look
from askwell.actions.desk import Desk
from askwell.actions.house import House
from askwell.actions.ledger import list_promises, progress
from askwell.actions.replies import waiting
from askwell.domain.cues import CueType
from askwell.method import favors

__all__ = ["NOW", "Timed", "assert_true", "page", "story"]

NOW = datetime(2026, 3, 27, 15, 0, tzinfo=UTC)  # ten in the morning of a Friday in Chicago


@dataclass
class Timed:
    """A house whose clock is set by hand."""

    house: House
    monkeypatch: pytest.MonkeyPatch

    @contextmanager
    def desk(self, after: timedelta = timedelta(), *, seeker: str | None = None) -> Iterator[Desk]:
        self.monkeypatch.setenv("ASKWELL_NOW", (NOW + after).isoformat())
        with self.house.desk(seeker=seeker) as desk:
            yield desk


def story() -> Story:
    told = Story()
    told.person("bob", "Bob Roe", company="Initech", title="Buyer")
    told.person("ann", "Ann Kern", company="Globex", title="Operations Manager")
    told.went("bob", "03-02", CueType.ASK)
    told.came("bob", "03-03", referral("Ann Kern", "ann"), CueType.HELP)
    told.came("ann", "03-20", CueType.HELP)
    return told


def page(desk: Desk) -> object:
    return look(desk), waiting(desk), progress(desk), list_promises(desk), people.everybody(desk), desk.calendar


def direct(desk: Desk) -> Desk:
    """The same desk without memory."""
    return Desk(now=desk.now, data=desk.data, seeker=desk.seeker)


def assert_true(desk: Desk) -> None:
    """What is remembered is what the store tells."""
    from askwell.store import lookups, read

    plain = direct(desk)
    assert memory.search(desk) == read.search(desk.now)
    assert memory.contacts(desk) == lookups.contacts(desk.now)
    assert memory.facts(desk) == read.facts()
    assert page(desk) == page(plain)
    kept = favors.books(read.search(desk.now), desk.now, desk.calendar)
    known = memory.books(desk)
    assert (known.asks, known.referrals, known.helps) == (kept.asks, kept.referrals, kept.helps)
