"""Today at the desk: pairs that may be one person are spared and told of."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.actions.exports import connections, vcard
from tests.method.cast import NOW

from askwell.actions.asking import mark_sent
from askwell.actions.bring_in import bring_in
from askwell.actions.day import look, said_of
from askwell.actions.desk import Desk, open_desk
from askwell.actions.goals import set_goals
from askwell.actions.people import merge
from askwell.domain.plans import StepKind

PAIR = "One pair of people may be the same person."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """James Okafor of Initech on LinkedIn, Jim Okafor in the address book, Ann Kern of Globex in both."""
    folder = tmp_path / "files"
    rows = ("James,Okafor,james,,Initech,VP Operations", "Ann,Kern,ann,,Globex,Buyer")
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        set_goals(opened, 'roles = ["Operations Manager"]\ncompanies = ["Initech", "Globex"]\nzone = "UTC"')
        bring_in(opened, [connections(folder, *rows), vcard(folder, "Jim Okafor|jim@example.net", "Ann Kern|||Globex")])
        yield opened


def asked(desk: Desk) -> list[str]:
    seen = look(desk)
    return [seen.names[step.person].name for step in seen.day.steps if step.kind is StepKind.ASK]


def test_of_a_pair_that_may_be_one_person_only_one_is_asked(desk: Desk) -> None:
    assert sorted(asked(desk)) == ["Ann Kern", "James Okafor"]
    assert (look(desk).said, [hint.verb for hint in look(desk).hints]) == (PAIR, ["people"])


def test_while_one_of_a_pair_is_in_touch_the_other_is_not_asked(desk: Desk) -> None:
    mark_sent(desk, "Jim Okafor")
    assert asked(desk) == ["Ann Kern"]
    assert said_of(desk) == PAIR


def test_once_she_has_said_that_they_are_one_nothing_is_told(desk: Desk) -> None:
    merge(desk, "James Okafor", "Jim Okafor")
    assert (look(desk).said, look(desk).hints) == ("", ())
    assert sorted(asked(desk)) == ["Ann Kern", "James Okafor"]
