"""The quick ways to find shapes and times hide nothing that plain patterns, tried one by one, find."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.domain.messages import Message
from askwell.domain.people import Origin
from askwell.guide.cues import detect, detecting, wording
from askwell.guide.cues.plain import Sentence, plain_words, sentences
from askwell.guide.cues.shapes import tagger
from askwell.guide.cues.times import Moment
from askwell.sources.mail import read_message

FILES = ("either", "pointing", "received", "sent", "languages")
ROWS = [row for name in FILES for row in wording.shapes(name)]
GAPS = {"..": r"(?:\S+ ){0,3}?", "...": r"(?:\S+ ){0,8}?"}
OPENERS = "and|but|so|also|then|ok|okay|yes|no|well|oh|or|now|please|maybe|perhaps|ah|ha|just|first|always"


def _options(part: str) -> list[str]:
    words = part.removesuffix("?").split("|") if part != "?" else ["?"]
    return [o for word in words for o in (wording.classes()[word[1:-1]] if word[0] == "<" else [word])]


def _rendered(part: str) -> str:
    if part in GAPS:
        return GAPS[part]
    body = "|".join(re.escape(option.replace("~", " ")) for option in _options(part))
    return f"(?:(?:{body}) )?" if part.endswith("?") and part != "?" else f"(?:{body}) "


@cache
def _patterns(names: Sequence[str]) -> list[tuple[str, float, re.Pattern[str]]]:
    """Every shape of some files as a pattern on the plain form."""
    rows = [row for name in names for row in wording.shapes(name)]
    start = {True: rf"^(?:(?:{OPENERS}) ){{0,3}}", False: r"(?<!\S)"}
    return [
        (
            r.tag,
            r.weight,
            re.compile(start[r.text[0] == "^"] + "".join(_rendered(p) for p in r.text.split() if p != "^")),
        )
        for r in rows
    ]


class Plodding:
    """A tagger that knows no short cut."""

    def __init__(self, *names: str, **_: frozenset[str]) -> None:
        self._patterns = _patterns(names)

    def tag(self, found: Sequence[Sentence]) -> None:
        for sentence in found:
            for tag, weight, pattern in self._patterns:
                if sentence.tags.get(tag, 0.0) < weight and pattern.search(sentence.plain):
                    sentence.tags[tag] = weight


def _written(text: str, dice: Random) -> str:
    """A wording that fits a shape, or nearly: sometimes a word too many or too few."""
    words = dice.choices(OPENERS.split("|"), k=dice.randrange(5)) if text.startswith("^") else []
    for part in text.split():
        if part in GAPS:
            words += dice.choices("my old boss there really knows it the".split(), k=dice.randrange(len(part) * 3))
        elif part != "^" and not (part.endswith("?") and part != "?" and dice.random() < 0.5):
            words += dice.choice(_options(part)).replace("~", " ").split()
    if dice.random() < 0.2:
        del words[dice.randrange(len(words))]
    return " ".join(words)


WORDS = sorted({word for row in ROWS for part in row.text.split() for o in _options(part) for word in o.split("~")})
TEXTS = [row.text for row in ROWS]
DICE = st.randoms(use_true_random=False)
FRAGMENTS = st.builds(_written, st.sampled_from(TEXTS), DICE)
BEGINNINGS = st.builds(_written, st.sampled_from([text for text in TEXTS if text.startswith("^")]), DICE)
REST = st.lists(st.one_of(FRAGMENTS, FRAGMENTS, st.sampled_from(WORDS)), max_size=4)
SENTENCES = st.builds(lambda first, rest: " ".join((first, *rest)), st.one_of(BEGINNINGS, FRAGMENTS), REST)


def _told(found: Sequence[Sentence]) -> list[dict[str, float]]:
    return [dict(sentence.tags) for sentence in found]


@pytest.mark.parametrize("names", [FILES[:3], FILES[:2] + FILES[3:]], ids=["in", "out"])
@settings(max_examples=150, deadline=None)
@given(texts=st.lists(SENTENCES, min_size=1, max_size=6), asks=st.booleans())
def test_the_tagger_finds_what_patterns_find(*, names: tuple[str, ...], texts: list[str], asks: bool) -> None:
    def made() -> list[Sentence]:
        return [Sentence(text, 0, [*text.split(), "?"] if asks else text.split()) for text in texts]

    quick, slow = made(), made()
    tagger(*names).tag(quick)
    Plodding(*names).tag(slow)
    assert _told(quick) == _told(slow)


def _mails(folder: Path) -> list[Message]:
    files = sorted(folder.glob("*.eml"))
    return [read_message(file.read_bytes(), origin=Origin(file.name, 1)) for file in files]


@pytest.mark.parametrize("place", [0, 1], ids=["to me", "from me"])
def test_cues_of_mails_are_those_of_a_tagger_without_short_cuts(
    place: int, eval_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mails = [mail for mail in _mails(eval_data / "mail") if len(mail.parties) > 1]
    mine = [frozenset({mail.parties[1 - place].handle}) for mail in mails]
    quick = [detect(mail, me) for mail, me in zip(mails, mine, strict=True)]
    monkeypatch.setattr(detecting, "tagger", Plodding)
    slow = [detect(mail, me) for mail, me in zip(mails, mine, strict=True)]
    assert quick == slow
    assert any(quick)


def test_a_shape_does_not_lead_from_one_sentence_to_the_next() -> None:
    found = sentences("You should. Talk it over. Contact Jane.")
    tagger("pointing").tag(found)
    assert "point" not in found[0].tags
    assert "point" in found[2].tags


MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
NUMBER = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
NO_DAY = "(?:floor|street|st|avenue|line|row|round|paragraph|bullet|page|place|grade|year|time|one|of all)"
DAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\b"
    r"|\b(?:tomorrow|tonight|this (?:morning|afternoon|evening))\b"
    r"|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi)\b"
    r"|\b(?:dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lunedi|martedi|mercoledi|giovedi|venerdi)\b"
    r"|\b(?:sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|segunda|terca|quarta|quinta)\b"
    r"|\b(?:sexta|demain|domani|amanha)\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)\b(?! {NO_DAY}\b)"
    rf"|\b\d{{1,2}} {MONTH}\b|\b{MONTH} \d{{1,2}}\b"
)
CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?(?:am|pm|uhr|uur|h|hrs|o clock)\b|\b\d{1,2}h\d{0,2}\b|\bnoon\b|\bmidday\b"
    r"|\b(?:at|around|by|from|day|for|um|om|alle|las|til|till|after) (?:half (?:past )?|quarter (?:past|to) )?"
    rf"(?:\d{{1,2}}|{NUMBER})\b(?! (?:working )?(?:minutes|days|weeks|months|years|people))"
    rf"|\b(?:half|quarter) (?:past|to) \w+|\bhalf (?:\d{{1,2}}|{NUMBER})\b"
    rf"|\b{NUMBER} (?:o clock|thirty|fifteen|sharp)\b"
    rf"|\b(?:\d{{1,2}}|five|ten|twenty|quarter) past (?:\d{{1,2}}|{NUMBER})\b"
    rf"|^(?:\d{{1,2}}|{NUMBER}) (?:works|suits|then|it is|(?:is )?(?:good|fine|great|perfect))\b"
    r"|\b(?:same|usual) time (?:on|next|as|then|tomorrow|and place|same place|mon|tue|wed|thu|fri|sat|sun)"
)
SOFT = re.compile(r"\b(?:morning|afternoon|evening|lunchtime|lunch|breakfast|after work|before work|first thing)\b")
TIMES = st.lists(
    st.sampled_from(
        """at around by for from half quarter past to half~past half~to quarter~past quarter~to two three twelve 3 10:30
        9.15 4pm 17h 2nd may june 30 o'clock o~clock thirty sharp works noon midday monday tues wednesdays sat.sun
        mon@work this~morning this evening lunch after~work before~work first~thing work days minutes people freitag
        jeudi sabado vrijdag alle las om uur tomorrow one's 3½ ４ x10 10x the call is good suits
        same~time usual on then""".split()
    ),
    max_size=9,
).map(lambda words: " ".join(words).replace("~", " "))


@settings(max_examples=500, deadline=None)
@given(text=TIMES)
def test_a_moment_is_what_patterns_without_a_filter_say(text: str) -> None:
    sentence = Sentence(text, 0, plain_words(text))
    clock = 1.5 if CLOCK.search(sentence.plain) else 0.5 if SOFT.search(sentence.plain) else 0.0
    assert sentence.moment == Moment(day=DAY.search(sentence.plain) is not None, clock=clock)
