"""What is likely becomes sure where another message with the same person bears it out, and nothing else does."""

from datetime import UTC, datetime, timedelta

import pytest

from askwell.domain.cues import CueType
from askwell.guide.borne_out import Told, borne_out

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


def told(kind: CueType, *, day: int, who: str = "rolf", confidence: float = 0.8) -> Told:
    return Told(f"{kind}{day}{who}", kind, who, MONDAY + timedelta(days=day), confidence)


def test_an_ask_that_was_answered_is_sure_and_so_is_the_answer() -> None:
    asked, helped = told(CueType.ASK, day=0), told(CueType.HELP, day=1)
    assert borne_out([asked, helped]) == {asked.id, helped.id}


def test_a_known_helper_may_be_asked_again() -> None:
    helped, asked = told(CueType.REFERRAL, day=0), told(CueType.ASK, day=9)
    assert borne_out([helped, asked]) == {asked.id}


@pytest.mark.parametrize("kind", [CueType.THANKS, CueType.CLOSED])
def test_thanks_and_news_come_after_the_help_they_are_for(kind: CueType) -> None:
    helped, after, before = told(CueType.HELP, day=1), told(kind, day=2), told(kind, day=0)
    assert borne_out([helped, after]) == {after.id}
    assert borne_out([helped, before]) == frozenset()


def test_nobody_else_bears_it_out_nor_does_what_is_hardly_likely() -> None:
    asked = told(CueType.ASK, day=0)
    assert borne_out([asked, told(CueType.HELP, day=1, who="helga")]) == frozenset()
    assert borne_out([asked, told(CueType.HELP, day=1, confidence=0.6)]) == frozenset()
    assert borne_out([told(CueType.ASK, day=0, confidence=0.6), told(CueType.HELP, day=1)]) == frozenset()


@pytest.mark.parametrize("kind", [CueType.REFERRAL, CueType.INTRODUCTION, CueType.MEETING])
def test_whom_somebody_points_to_and_when_to_talk_is_never_sure_by_an_ask_alone(kind: CueType) -> None:
    found = told(kind, day=1)
    assert found.id not in borne_out([told(CueType.ASK, day=0), found])
