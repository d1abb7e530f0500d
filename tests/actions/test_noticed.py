"""What was noticed, as she reads it: the telling line within the sender's words, and ways of no."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.actions.stored import put
from tests.method.cast import NOW, Story, referral

from askwell.actions import ledger
from askwell.actions.desk import open_desk
from askwell.actions.noticed import _quote, letters, no_for_good, not_about_this, noticed
from askwell.actions.people import find_person
from askwell.actions.replies import answer
from askwell.actions.undo import undo
from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.errors import Refused
from askwell.domain.messages import Channel, Direction, Interaction
from askwell.domain.people import Permission

LINE = "Mei Tanaka runs spare parts now. Talk to her."
LONG = f"{'It was good to hear from you. ' * 20}{LINE} {'She likes forklifts. ' * 20}"


def told() -> Story:
    story = Story(answer=Answer.WAITING).person("bob", "Bob Roe").person("mei", "Mei Tanaka")
    points = Cue(CueType.REFERRAL, people=("Mei Tanaka",), contacts=("mei",), evidence=LINE)
    story.came("bob", "03-03", points, Cue(CueType.OFFER, evidence="Ask me any time."), text=f"Hello. {LINE} Bob")
    story.came("mei", "03-04", Cue(CueType.DECLINE, evidence="Not this month."), text="Not this month. Mei")
    return story


def test_the_latest_stands_first_with_its_line_found_in_the_words(tmp_path: Path) -> None:
    put(tmp_path, told())
    with open_desk(data=tmp_path, now=NOW) as desk:
        first, *others = noticed(desk)
    assert first.waiting.type == "decline"
    assert first.quote[first.start : first.end] == "Not this month."
    referred = next(one for one in others if one.waiting.type == "referral")
    assert referred.quote[referred.start : referred.end] == LINE
    assert referred.names == ("Mei Tanaka",)


def test_not_about_this_is_a_no_to_everything_in_the_message_and_to_no_other(tmp_path: Path) -> None:
    put(tmp_path, told())
    with open_desk(data=tmp_path, now=NOW) as desk:
        key = next(one.id for one in noticed(desk) if one.waiting.type == "offer")
        done = not_about_this(desk, key)
        assert [one.waiting.type for one in noticed(desk)] == ["decline"]
        undo(desk, done.batch)
        assert len(noticed(desk)) == 3


def test_whom_a_message_points_to_is_asked_before_what_else_it_tells(tmp_path: Path) -> None:
    for at, kinds in enumerate(((CueType.MEETING, CueType.REFERRAL), (CueType.REFERRAL, CueType.MEETING))):
        story = Story(answer=Answer.WAITING).person("bob", "Bob Roe")
        story.came("bob", "03-03", *(Cue(kind, people=("Mei Tanaka",), evidence=LINE) for kind in kinds), text=LINE)
        put(tmp_path / str(at), story)
        with open_desk(data=tmp_path / str(at), now=NOW) as desk:
            assert [one.waiting.type for one in letters(desk)] == ["referral"]


def test_a_no_for_good_leaves_the_person_in_peace_and_is_one_change(tmp_path: Path) -> None:
    put(tmp_path, told())
    with open_desk(data=tmp_path, now=NOW) as desk:
        done = no_for_good(desk, noticed(desk)[0].id)
        assert find_person(desk, "Mei Tanaka").permission is Permission.LEAVE_OUT
        assert "decline" not in {one.waiting.type for one in noticed(desk)}
        undo(desk, done.batch)
        assert find_person(desk, "Mei Tanaka").permission is Permission.OPEN
        assert len(noticed(desk)) == 3


def test_what_was_answered_is_refused_kindly(tmp_path: Path) -> None:
    put(tmp_path, told())
    with open_desk(data=tmp_path, now=NOW) as desk:
        for refuse in (not_about_this, no_for_good):
            with pytest.raises(Refused, match="answered already"):
                refuse(desk, "q999")


def test_a_long_message_is_quoted_around_its_line() -> None:
    quote, start, end = _quote(message(LONG), LINE)
    assert quote[start:end] == LINE
    assert len(quote) < 600
    assert quote.startswith("… It was good")
    assert quote.endswith("forklifts. …")


@given(st.text(max_size=900), st.integers(0, 900), st.integers(0, 80))
def test_the_marks_lie_on_the_line_in_any_text(text: str, at: int, length: int) -> None:
    line = text[at : at + length]
    quote, start, end = _quote(message(text), line)
    assert 0 <= start <= end <= len(quote)
    assert not line.split() or " ".join(quote[start:end].split()) == " ".join(line.split())


def message(text: str) -> Interaction:
    return Interaction(
        id="i1", at=NOW, channel=Channel.EMAIL, direction=Direction.IN, people=("p1",), subject="Hi", text=text
    )


def test_yes_to_a_referral_counts_it(tmp_path: Path) -> None:
    story = Story(answer=Answer.WAITING).person("bob", "Bob Roe")
    story.came("bob", "03-03", referral("Mei Tanaka"))
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        answer(desk, yes=[one.id for one in noticed(desk)])
        assert ledger.progress(desk).referrals == 1


def test_a_message_asks_one_thing_at_a_time_and_others_come_before_her_own(tmp_path: Path) -> None:
    story = told()
    story.went("bob", "03-20", Cue(CueType.ASK, evidence="What is hardest?"), text="What is hardest? Nora")
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        found = letters(desk)
        assert [one.interaction.direction for one in found] == [Direction.IN, Direction.IN, Direction.OUT]
        assert len({one.interaction.id for one in found}) == len(found) < len(noticed(desk))
        answer(desk, yes=[found[1].id])
        assert letters(desk)[1].interaction.id == found[1].interaction.id  # its next question comes up
