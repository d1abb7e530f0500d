"""Close ties are rather called or met than written to, and nobody else is told so."""

import pytest

from askwell.domain.people import Contact, Tie
from askwell.guide.by_voice import by_voice
from askwell.guide.room import PAGE_CHANNELS


@pytest.mark.parametrize("channel", PAGE_CHANNELS)
def test_somebody_close_is_rather_spoken_to_whatever_the_channel(channel: str) -> None:
    said = by_voice(Contact(id="jo", name="Joanna Petty", tie=Tie.CLOSE), channel, "Jo")
    assert said is not None
    assert said.line.startswith("Jo is close to you")
    assert "coffee" in said.line
    assert ("call is a good way" in said.line) is (channel == "phone")


def test_the_study_behind_it_is_named_with_its_figures() -> None:
    said = by_voice(Contact(id="jo", name="Jo", tie=Tie.CLOSE), "email", "Jo")
    assert said is not None
    assert "four in five" in said.why
    assert "fewer than three in five" in said.why
    assert "Roghanizad and Bohns" in said.source


@pytest.mark.parametrize("tie", [Tie.KNOWN, Tie.BARELY, Tie.NEW])
def test_those_who_are_not_close_may_be_written_to_without_a_word(tie: Tie) -> None:
    assert by_voice(Contact(id="jo", name="Jo", tie=tie), "email", "Jo") is None
