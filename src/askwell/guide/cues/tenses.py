"""Verbs in the past, and who did it: I, you, or somebody else; and what I will or will not do, whatever the verb."""

import re
from dataclasses import dataclass
from itertools import product
from typing import Final

from askwell.guide.cues import wording
from askwell.guide.cues.plain import Sentence

_IRREGULAR: Final = wording.words("irregular")
_NOT_PAST: Final = wording.words("not-past")
_MIND: Final = wording.words("mind")
_SKIP: Final = frozenset(
    "have has just also then finally actually already even really both all only never not did duly".split()
)
_NO_DEEDS: Final = _MIND | _SKIP
_PEOPLE: Final = {"i": "me", "we": "me", "you": "you"}


@dataclass(frozen=True, slots=True)
class Deeds:
    """How many verbs of doing in the past: mine, the reader's, anybody else's."""

    mine: int = 0
    yours: int = 0
    others: int = 0


_NONE: Final = Deeds()


def deeds(sentence: Sentence) -> Deeds:
    """Past verbs by the pronoun before them; thinking, feeling and reading are no deeds."""
    regular = {word for word in sentence.bag if word[-2:] == "ed" and len(word) > 4} - _NOT_PAST
    done = (regular | (sentence.bag & _IRREGULAR)) - _NO_DEEDS
    if not done:
        return _NONE
    count = {"me": 0, "you": 0, "other": 0}
    who, since = "other", 0
    for word in sentence.words:
        if word in _PEOPLE or word in {"he", "she", "they", "it", "who", "which"}:
            who, since = _PEOPLE.get(word, "other"), 0
        elif word in {"the", "a", "my", "your", "our", "their", "his", "her"} and since:
            who = "other"
        elif word in done:
            count[who] += 1
            since += 1
        else:
            since += word not in _SKIP
    return Deeds(count["me"], count["you"], count["other"])


_ADVERBS: Final = (
    "just|also|then|gladly|happily|certainly|always|try to|try and|see to it|be able to|love to|be happy to|be glad to"
    "|be honored to|be honoured to|be delighted to|come and|go and|even|still|of course"
)
_WILL: Final = re.compile(
    r"(?<!\S)(?:i|we|and|but) (?:will|would|can|could|shall|might|am going to|am happy to|am glad to|may) "
    rf"(?:(?:{_ADVERBS}) ){{0,2}}([a-z]+) ((?:\S+ ){{1,9}})"
)
_MODALS: Final = "will would can could shall might am may".split()
_WILL_PAIRS: Final = frozenset(product("i we and but".split(), _MODALS))
_NO_FAVOR: Final = wording.words("no-favor")
_FOR: Final = frozenset("you your yours them him her it".split())
_WONT_PAIRS: Final = frozenset(product("do can could will would am are may must have".split(), ("not", "never")))
_WONT: Final = re.compile(
    r"(?<!\S)(?:i|we) (?:do|can|could|will|would|am|are|may|must|have) (?:not|never) "
    r"(?:(?:really|possibly|honestly|just|even|usually|ever|normally|actually|currently) ){0,2}([a-z]+) "
)
_NO_REFUSAL: Final = wording.words("no-refusal")


def favor_promised(sentence: Sentence) -> bool:
    """Whether it says I will or could, a verb of doing, and somebody it is for.

    Two words in a row that the pattern cannot do without are sought first, here and below: that costs next to nothing.
    """
    if _FOR.isdisjoint(sentence.bag) or _WILL_PAIRS.isdisjoint(sentence.pairs):
        return False
    for found in _WILL.finditer(sentence.plain):
        if found.group(1) not in _NO_FAVOR and _FOR & set(found.group(2).split()):
            return True
    return False


def refused(sentence: Sentence) -> bool:
    """Whether it says I don't, can't or won't, and a verb of doing."""
    if _WONT_PAIRS.isdisjoint(sentence.pairs):
        return False
    return any(found.group(1) not in _NO_REFUSAL for found in _WONT.finditer(sentence.plain))
