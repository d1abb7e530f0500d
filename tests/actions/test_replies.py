"""What was noticed waits for a yes or no; yes makes it count, no voids what followed, and both are undone."""

from pathlib import Path

import pytest
from tests.actions.stored import put
from tests.method.cast import NOW, Story, referral

from askwell.actions import ledger, replies
from askwell.actions.desk import open_desk
from askwell.actions.undo import undo
from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.errors import Refused
from askwell.domain.plans import PromiseKind


def noticed() -> Story:
    story = Story(answer=Answer.WAITING).person("bob", "Bob Roe").person("tom", "Tom Eklund")
    story.went("bob", "03-02", CueType.ASK)
    story.came("bob", "03-03", CueType.HELP, Cue(CueType.OFFER, confidence=0.5), text="Put the team in line one.")
    story.came("bob", "03-04", referral("Tom Eklund", "tom", kind=CueType.INTRODUCTION), cc=("tom",))
    return story


def test_everything_noticed_waits_with_its_message(tmp_path: Path) -> None:
    ids = put(tmp_path, noticed())
    with open_desk(data=tmp_path, now=NOW) as desk:
        found = replies.waiting(desk)
        assert [one.type for one in found] == ["ask", "help", "offer", "introduction"]
        assert found[1].person == ids["bob"]
        assert found[1].message is not None
        assert found[1].message.file == "mail.mbox"
        assert found[3].people == ("Tom Eklund",)


def test_yes_to_what_is_sure_leaves_the_rest_waiting(tmp_path: Path) -> None:
    put(tmp_path, noticed())
    with open_desk(data=tmp_path, now=NOW) as desk:
        done = replies.accept(desk, "sure")
        assert done.said.startswith("Noted: your yes to 3 things.")
        assert [one.type for one in replies.waiting(desk)] == ["offer"]
        assert [r.confirmed for r in ledger.list_referrals(desk)] == [True]
        replies.accept(desk, "all")
        assert replies.waiting(desk) == ()
        assert replies.accept(desk, "all").batch is None


def test_no_takes_the_promise_with_it_and_says_so_and_undo_brings_both_back(tmp_path: Path) -> None:
    put(tmp_path, noticed())
    with open_desk(data=tmp_path, now=NOW) as desk:
        introduction = next(one for one in replies.waiting(desk) if one.type == "introduction")
        done = replies.answer(desk, no=[introduction.id])
        assert done.said == "Noted: your no to 1 thing. Void with it: thank Bob Roe, write to Tom Eklund."
        assert ledger.list_referrals(desk) == ()
        undo(desk)
        assert len(ledger.list_referrals(desk)) == 1
        assert {p.kind for p in ledger.list_promises(desk, owed=True)} >= {PromiseKind.THANK, PromiseKind.ACT}


def test_an_unknown_id_is_refused_and_nothing_is_stored(tmp_path: Path) -> None:
    put(tmp_path, noticed())
    with open_desk(data=tmp_path, now=NOW) as desk:
        first = replies.waiting(desk)[0].id
        with pytest.raises(Refused, match="Nothing waits under q999"):
            replies.answer(desk, yes=[first, "q999"])
        assert len(replies.waiting(desk)) == 4


def test_yes_and_no_to_one_thing_is_refused_and_a_thing_said_twice_counts_once(tmp_path: Path) -> None:
    put(tmp_path, noticed())
    with open_desk(data=tmp_path, now=NOW) as desk:
        first = replies.waiting(desk)[0].id
        with pytest.raises(Refused, match="can't be both"):
            replies.answer(desk, yes=[first], no=[first])
        assert replies.answer(desk, yes=[first, first]).said.startswith("Noted: your yes to 1 thing.")


def test_interviews_and_groups_only_raise_a_question(tmp_path: Path) -> None:
    story = Story().person("bob", "Bob Roe").person("eve", "Eve Poe")
    story.went("bob", "03-02", CueType.ASK)
    story.met("bob", "03-05", cc=("eve",), subject="Planning round table")
    story.met("bob", "03-06", subject="Interview: Planner")
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        first, second = replies.waiting(desk)
        assert "did somebody there help you?" in first.evidence
        assert replies.accept(desk, "all").batch is None
        replies.answer(desk, yes=[first.id], no=[second.id])
        assert replies.waiting(desk) == ()
        assert [h.confirmed for h in ledger.progress(desk).helps] == [True]


def test_undoing_an_import_says_which_promises_go_with_it(tmp_path: Path) -> None:
    story = Story().person("bob", "Bob Roe")
    story.came("bob", "03-03", CueType.HELP)
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert undo(desk).said == "Undone: A story. Void with it: thank Bob Roe."
        assert ledger.list_promises(desk) == ()
