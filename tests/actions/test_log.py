"""What happened elsewhere is noted in one line, counts at once, and says what it keeps and promises."""

from pathlib import Path

import pytest
from tests.actions.stored import put
from tests.method.cast import NOW, Story

from askwell.actions import ledger
from askwell.actions.desk import open_desk
from askwell.actions.log import log_event
from askwell.actions.undo import undo
from askwell.domain.cues import CueType
from askwell.domain.errors import Refused, SeveralPeople
from askwell.domain.plans import PromiseState, ReferralKind


def people() -> Story:
    story = Story().person("bob", "Bob Roe").person("tom", "Tom Eklund")
    story.went("bob", "03-02", CueType.ASK)
    return story


def test_help_in_a_call_is_promised_a_thank_you(tmp_path: Path) -> None:
    put(tmp_path, people())
    with open_desk(data=tmp_path, now=NOW) as desk:
        done = log_event(desk, "Bob Roe", helped=True, text="Put the team in line one.")
        assert done.said == "Noted: a call with Bob Roe. Next: thank Bob Roe."
        (one,) = ledger.progress(desk).helps
        assert (one.what, one.confirmed, one.kind) == ("Put the team in line one.", True, "talk")
        undo(desk)
        assert ledger.progress(desk).helps == ()


def test_thanks_noted_keep_the_promise(tmp_path: Path) -> None:
    story = people()
    story.came("bob", "03-20", CueType.HELP)
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert log_event(desk, "Bob Roe", thanks=True).said == "Noted: a call with Bob Roe. Done: thank Bob Roe."
        thanks = [p for p in ledger.list_promises(desk) if p.kind == "thank"]
        assert [p.state for p in thanks] == [PromiseState.KEPT]


def test_a_referral_noted_counts_and_a_known_name_is_that_person(tmp_path: Path) -> None:
    ids = put(tmp_path, people())
    with open_desk(data=tmp_path, now=NOW) as desk:
        log_event(desk, "Bob Roe", referral="Tom Eklund", kind="introduction")
        log_event(desk, "Bob Roe", referral="Nadine Forsythe")
        named, known = sorted(ledger.list_referrals(desk), key=lambda r: r.name)
        assert (known.person, known.kind, known.confirmed) == (ids["tom"], ReferralKind.INTRODUCTION, True)
        assert (named.person, named.name) == ("", "Nadine Forsythe")


def test_a_referral_is_told_by_id_where_several_have_the_name(tmp_path: Path) -> None:
    ids = put(tmp_path, people().person("tim", "Tom Eklund"))
    with open_desk(data=tmp_path, now=NOW) as desk:
        with pytest.raises(SeveralPeople, match="fits 2 people"):
            log_event(desk, "Bob Roe", referral="Tom Eklund")
        log_event(desk, "Bob Roe", referral=ids["tim"])
        (one,) = ledger.list_referrals(desk)
        assert (one.person, one.name) == (ids["tim"], "Tom Eklund")


@pytest.mark.parametrize("name", ["Tom Eklundt", "Thomas Eklund", "Eklund", "tom"])
def test_a_referral_of_nearly_a_known_name_is_asked_about(tmp_path: Path, name: str) -> None:
    put(tmp_path, people())
    with open_desk(data=tmp_path, now=NOW) as desk:
        with pytest.raises(Refused, match=rf"exactly “{name}”. Did you mean Tom Eklund \(p\d+\)\?") as told:
            log_event(desk, "Bob Roe", referral=name)
        assert [hint.options for hint in told.value.hints] == [(("new", ""),)]
        log_event(desk, "Bob Roe", referral=name, new=True)
        (one,) = ledger.list_referrals(desk)
        assert (one.person, one.name) == ("", name)


def test_a_referral_in_another_spelling_of_the_very_name_is_that_person(tmp_path: Path) -> None:
    ids = put(tmp_path, people())
    with open_desk(data=tmp_path, now=NOW) as desk:
        log_event(desk, "Bob Roe", referral="EKLUND, Tom")
        assert [r.person for r in ledger.list_referrals(desk)] == [ids["tom"]]


def test_an_offer_noted_is_promised_like_one_in_mail(tmp_path: Path) -> None:
    put(tmp_path, people())
    with open_desk(data=tmp_path, now=NOW) as desk:
        log_event(desk, "Bob Roe", offer=True, text="will show my CV to his director")
        (offer,) = [p for p in ledger.list_promises(desk, owed=True) if "offered" in p.because]
        assert (offer.kind, offer.due) == ("nudge", desk.calendar.after(NOW, working_days=7))


def test_an_outcome_noted_makes_the_loop_owed(tmp_path: Path) -> None:
    story = people()
    story.came("bob", "03-10", CueType.HELP)
    story.went("bob", "03-10", CueType.THANKS, hour=18)
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        done = log_event(desk, "Bob Roe", outcome="I passed the test")
        assert done.said.endswith("Next: tell what came of it to Bob Roe.")
        assert log_event(desk, "Bob Roe", closed=True).said.endswith("Done: tell what came of it to Bob Roe.")


def test_what_cannot_be_is_refused(tmp_path: Path) -> None:
    put(tmp_path, people())
    with open_desk(data=tmp_path, now=NOW) as desk:
        with pytest.raises(Refused, match="“help” is theirs"):
            log_event(desk, "Bob Roe", direction="out", helped=True)
        with pytest.raises(Refused, match="“thanks” is yours"):
            log_event(desk, "Bob Roe", direction="in", thanks=True)
        with pytest.raises(Refused, match="referral of their own"):
            log_event(desk, "Bob Roe", referral="Bob Roe")
