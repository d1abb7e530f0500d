"""The search as it stood at a moment: what came later is not known yet."""

from datetime import UTC, date, datetime

import pytest

from askwell.domain.search import Application, Phase, Search, Stage

NOW = datetime(2026, 3, 10, 20, tzinfo=UTC)  # in Auckland it is the 11th already
APPLIED = Application("a1", "Acme", "Planner", applied=date(2026, 3, 2))


def of(*applications: Application) -> Search:
    return Search(applications=applications)


def test_a_stage_heard_of_later_is_not_known_yet() -> None:
    later = Application("a1", "Acme", "Planner", Stage.REJECTED, date(2026, 3, 2), updated=date(2026, 3, 12))
    assert of(later).as_of(NOW).applications == (APPLIED,)


@pytest.mark.parametrize(("day", "counts"), [(10, False), (11, True)])
def test_an_application_counts_from_its_day_where_she_lives(day: int, counts: bool) -> None:
    made = Application("a1", "Acme", "Planner", applied=date(2026, 3, 11))
    assert bool(of(made).as_of(NOW, today=date(2026, 3, day)).applications) is counts
    assert of(made).as_of(NOW).applications == (made,)


def test_who_lands_later_is_looking_still() -> None:
    search = Search(phase=Phase.LANDED, landed=datetime(2026, 3, 20, tzinfo=UTC))
    assert (search.as_of(NOW).phase, search.as_of(NOW).landed) == (Phase.ACTIVE, None)
    assert search.as_of(datetime(2026, 3, 21, tzinfo=UTC)) == search
