"""What was noticed waits for a yes or no; yes makes it count, no voids what followed, and both are undone."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.actions.stored import put
from tests.method.cast import NOW, Story, referral

from askwell.actions import asking, ledger, replies
from askwell.actions.day import said_of
from askwell.actions.desk import open_desk
from askwell.actions.undo import undo
from askwell.actions.wishes import set_wishes
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
        assert done.said.startswith("Noted: your yes to three things, about Bob Roe.")
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
        assert (
            done.said
            == "Noted: your no to one thing, about Bob Roe. Not needed any more: thank Bob Roe, write to Tom Eklund."
        )
        assert ledger.list_referrals(desk) == ()
        undo(desk)
        assert len(ledger.list_referrals(desk)) == 1
        assert {p.kind for p in ledger.list_promises(desk, owed=True)} >= {PromiseKind.THANK, PromiseKind.ACT}


TEMPS = "We hire eight temps for the Christmas weeks and put one experienced person beside every two."


def test_an_answer_that_no_cue_explains_is_put_to_her_and_a_yes_makes_it_help(tmp_path: Path) -> None:
    story = Story().person("bob", "Bob Roe")
    story.went("bob", "03-02", CueType.ASK)
    story.came("bob", "03-03", text="Sure, give me a day.")
    story.came("bob", "03-04", text=f"Hi Alice, {TEMPS}\n\nBest, Bob")
    ids = put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        (one,) = replies.waiting(desk)
        assert (one.type, one.person, one.evidence.endswith("every two.” Did it help?")) == ("reply", ids["bob"], True)
        assert replies.accept(desk, "all").batch is None
        assert replies.answer(desk, yes=[one.id]).said.endswith("Next: thank Bob Roe.")
        assert [h.what.endswith("beside every two.") for h in ledger.progress(desk).helps] == [True]
        assert replies.waiting(desk) == ()
        undo(desk)
        replies.answer(desk, no=[one.id])
        assert (replies.waiting(desk), ledger.list_promises(desk, owed=True)) == ((), ())


def test_an_answer_whose_meaning_is_known_is_not_asked_about(tmp_path: Path) -> None:
    for number, told in enumerate((CueType.HELP, CueType.DECLINE, CueType.OFFER, CueType.MEETING)):
        story = Story().person("bob", "Bob Roe")
        story.went("bob", "03-02", CueType.ASK)
        story.came("bob", "03-03", told, text=TEMPS)
        data = tmp_path / str(number)
        put(data, story)
        with open_desk(data=data, now=NOW) as desk:
            assert replies.waiting(desk) == ()


def test_a_question_put_to_her_waits_until_she_answers_or_says_that_it_is_settled(tmp_path: Path) -> None:
    story = Story().person("bob", "Bob Roe").person("mom", "Carol Roe")
    story.went("bob", "03-02", CueType.ASK)
    story.came("bob", "03-25", CueType.MEETING, CueType.HELP, text=f"{TEMPS} How about Monday at 10?")
    story.came("mom", "03-25", text="Will you come on Sunday?")
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        (one,) = replies.waiting(desk)
        assert one.evidence == "Bob Roe waits for your answer: “How about Monday at 10?” Is it settled?"
        assert said_of(desk) == "Bob Roe waits for your answer: “How about Monday at 10?”"
        replies.answer(desk, yes=[one.id])
        assert replies.waiting(desk) == ()
        assert said_of(desk) == ""
        undo(desk)
        asking.mark_sent(desk, "Bob Roe")
        assert replies.waiting(desk) == ()


def test_what_an_outsider_writes_about_other_things_needs_a_yes_of_its_own(tmp_path: Path) -> None:
    story = Story(answer=Answer.WAITING).person("hr", "Denise Park").person("bob", "Bob Roe")
    story.came("hr", "03-20", CueType.HELP, text="Attached is the signed copy of your agreement.")
    story.came("bob", "03-21", CueType.HELP, text="Say in the interview that you ran the warehouse.")
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        done = replies.accept(desk, "all")
        assert done.said.endswith("One thing may not be about your search; say yes or no to each.")
        assert [p.because for p in ledger.list_promises(desk) if "Denise" in p.because] == []
        (one,) = replies.waiting(desk)
        assert replies.answer(desk, yes=[one.id]).said.endswith("Next: thank Denise Park.")


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
        with pytest.raises(Refused, match="can’t be both"):
            replies.answer(desk, yes=[first], no=[first])
        assert replies.answer(desk, yes=[first, first]).said.startswith("Noted: your yes to one thing, about Bob Roe.")


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
        assert undo(desk).said == "Undone: A story. Not needed any more: thank Bob Roe."
        assert ledger.list_promises(desk) == ()


def test_what_she_noted_herself_is_not_asked_about_again_once_it_is_found_in_mail(tmp_path: Path) -> None:
    story = Story(answer=Answer.WAITING)
    story.went("bob", "03-20", Cue(CueType.THANKS, answer=Answer.YES), text="Thank you, Bob.", by_hand=True)
    story.went("bob", "03-20", CueType.THANKS, CueType.ASK, text="Thank you, Bob.", hour=16)
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert [one.type for one in replies.waiting(desk)] == ["ask"]


def test_sure_things_come_in_by_themselves_only_where_she_allows_it(tmp_path: Path) -> None:
    put(tmp_path, noticed())
    with open_desk(data=tmp_path, now=NOW) as desk:
        before = {one.id for one in replies.waiting(desk)}
        assert replies.take_in(desk) is None
        set_wishes(desk, accepts=True)
        done = replies.take_in(desk)
        assert done is not None
        assert {one.id for one in replies.waiting(desk)} < before
        assert replies.take_in(desk) is None
        undo(desk, done.batch)
        assert {one.id for one in replies.waiting(desk)} == before
        assert replies.take_in(desk) is None  # what she took back waits for her own word


def test_what_was_noticed_before_she_allowed_it_waits_for_her_word(tmp_path: Path) -> None:
    put(tmp_path, noticed())
    with open_desk(data=tmp_path, now=NOW + timedelta(hours=1)) as desk:
        set_wishes(desk, accepts=True)
        assert replies.take_in(desk) is None
