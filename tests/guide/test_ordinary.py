"""Ordinary words and given names are told apart however they are written."""

import pytest
from tests.guide.test_cues import ALEX, LOUISE, ME, message

from askwell.domain.cues import CueType
from askwell.guide.cues import detect
from askwell.guide.cues.ordinary import is_given_name, is_word
from askwell.guide.cues.people import uncapitalized


@pytest.mark.parametrize("word", ["Nobody", "Will", "Mark", "hope", "Everyone", "May"])
def test_what_mail_writes_without_a_capital_is_a_word(word: str) -> None:
    assert is_word(word)
    assert not is_given_name(word)


@pytest.mark.parametrize("word", ["Fiona", "fiona", "TRISH", "Marisol", "Chipo"])
def test_a_name_is_no_word(word: str) -> None:
    assert not is_word(word)


def test_a_name_typed_in_haste_is_found() -> None:
    found = uncapitalized("trish (i know), used to hire for that, ask fiona's team or will")
    assert [(name.text, name.before) for name in found] == [("trish", ""), ("fiona", "ask")]


def test_somebody_named_without_a_capital_is_pointed_to() -> None:
    text = "id talk to fiona in purchasing, she used to hire for exactly that and shes really nice about it"
    found = detect(message(text, sender=LOUISE, to=(ALEX,), subject="Re: a question"), ME)
    assert [cue.people for cue in found if cue.type is CueType.REFERRAL] == [("fiona",)]


def test_a_word_that_signs_off_is_nobody() -> None:
    asks = "Ask for Deirdre in the parish office, she knows who is hiring, say I sent you."
    text = f"{asks}\n\nBlessings, and yes to the chairs,\nPeter"
    found = detect(message(text, sender=LOUISE, to=(ALEX,), subject="Re: a question"), ME)
    assert [cue.people for cue in found if cue.type is CueType.REFERRAL] == [("Deirdre",)]
