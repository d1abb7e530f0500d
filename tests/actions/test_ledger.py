"""Referrals, promises and figures as the store has them; a promise is let go of by hand only."""

from pathlib import Path

import pytest
from tests.actions.stored import put
from tests.method.cast import NOW, Story, referral

from askwell.actions import ledger
from askwell.actions.desk import open_desk
from askwell.actions.undo import undo
from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.errors import Refused
from askwell.domain.plans import Balance, PromiseState


def told() -> Story:
    story = Story().person("bob", "Bob Roe").person("tom", "Tom Eklund").person("ann", "Ann Poe")
    story.went("bob", "03-02", Cue(CueType.ASK, guess=False))
    story.came("bob", "03-03", CueType.HELP, referral("Tom Eklund", "tom", kind=CueType.INTRODUCTION), cc=("tom",))
    story.went("ann", "03-05", Cue(CueType.ASK, guess=True))
    story.came("ann", "03-09", CueType.DECLINE)
    story.went("tom", "03-10", CueType.ASK)
    story.went("bob", "03-11", CueType.GIVEN)
    return story


def test_the_figures_of_progress_add_up(tmp_path: Path) -> None:
    put(tmp_path, told())
    with open_desk(data=tmp_path, now=NOW) as desk:
        found, tree = ledger.progress(desk), ledger.referral_tree(desk)
    assert len(tree) == found.referrals
    assert (found.sent, found.answered, found.declined) == (3, 2, 1)
    assert (found.referrals, found.by_kind["introduction"], found.by_stage["named"]) == (1, 1, 1)
    assert found.favors == Balance(given=1, received=2)
    assert len(found.helps) == 2
    assert (found.guesses["asked"], found.guesses["said_yes"], found.guesses["right"]) == (2, 1, 0)


def test_unconfirmed_referrals_are_listed_and_neither_counted_nor_in_the_tree(tmp_path: Path) -> None:
    story = Story(answer=Answer.WAITING)
    story.came("bob", "03-03", referral("Tom Eklund"))
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert len(ledger.list_referrals(desk)) == 1
        assert ledger.progress(desk).referrals == 0
        assert ledger.referral_tree(desk) == ()


def test_only_what_is_owed_is_listed_on_demand(tmp_path: Path) -> None:
    put(tmp_path, told())
    with open_desk(data=tmp_path, now=NOW) as desk:
        everything, owed = ledger.list_promises(desk), ledger.list_promises(desk, owed=True)
    assert len(everything) > len(owed)
    assert {p.state for p in owed} == {PromiseState.OWED}
    assert [p.due for p in everything] == sorted(p.due for p in everything)


def test_a_promise_is_let_go_of_by_hand_and_taken_up_again_by_undo(tmp_path: Path) -> None:
    put(tmp_path, told())
    with open_desk(data=tmp_path, now=NOW) as desk:
        thank = next(p for p in ledger.list_promises(desk, owed=True) if p.kind == "thank")
        assert ledger.drop_promise(desk, thank.id, because="thanked at church").said == "Let go of: thank Bob Roe."
        assert thank.id not in {p.id for p in ledger.list_promises(desk, owed=True)}
        with pytest.raises(Refused, match="dropped already"):
            ledger.drop_promise(desk, thank.id, because="again")
        undo(desk)
        assert thank.id in {p.id for p in ledger.list_promises(desk, owed=True)}


def test_an_unknown_promise_is_refused(tmp_path: Path) -> None:
    with open_desk(data=tmp_path, now=NOW) as desk, pytest.raises(Refused, match="no promise t0"):
        ledger.drop_promise(desk, "t0", because="-")
