"""Tip 2: is one particular question asked, that this reader can answer? A wish for coffee, help or thoughts is none."""

from collections.abc import Iterable

from askwell.domain.phrases import Hit, read
from askwell.domain.wording import Sentence
from askwell.guide.review.requests import asks_for_referral
from askwell.guide.review.words import content, proper

WORDING = read("askwell.guide.review", "questions.txt")
PLEASANTRY = WORDING["pleasantry"]
VAGUE = WORDING["vague"]
WANTS_TO_KNOW = WORDING["wants to know"]
FEEDBACK = WORDING["feedback"]
NOT_A_QUESTION = WORDING["not a question"]
WH = frozenset("how what which why when where who whom whose whether".split())
OPENERS = frozenset(
    "is are was were do does did has have had should must would could can will am may might in at on with".split()
)
KNOWN = frozenset(
    "know understand see hear heard say find decide tell remember recall".split()
)  # after "I", no wish to know
FAVORS = (
    ("could", "you"),
    ("would", "you"),
    ("can", "you"),
    ("will", "you"),
    ("might", "you"),
    ("may", "i"),
    ("can", "we"),
    ("could", "we"),
    ("could", "i"),
    ("can", "i"),
    ("might", "we"),
    ("shall", "we"),
    ("are", "you"),
    ("do", "you"),
    ("would", "it"),
    ("any", "chance"),
    ("will", "it"),
    ("might", "i"),
)

FAVOR_VERBS = frozenset(
    """mind have be like help meet share talk spare consider give let introduce do join find make please care speak agree
    allow connect chat know tell want fancy kindly possibly ever happen still also perhaps maybe and by at on for""".split()
)


def asks_something(body: Iterable[Sentence]) -> bool:
    """Whether any sentence asks for a particular piece of information, advice or feedback."""
    return any(is_specific(sentence) for sentence in body)


def vague_request(sentence: Sentence) -> Hit | None:
    """Where the sentence asks for nothing in particular ("pick your brain")."""
    return VAGUE.find(sentence)


def is_specific(sentence: Sentence) -> bool:
    if NOT_A_QUESTION.find(sentence) is not None:
        return False
    if FEEDBACK.find(sentence) is not None and not _is_report(sentence):
        return True
    if _tells_what_is_sought(sentence):
        return True
    return sentence.question and _is_full_question(sentence)


def _is_report(sentence: Sentence) -> bool:
    """Thanks for feedback that was given asks for none."""
    return bool(sentence.bag & {"thank", "thanks"}) and not sentence.question


def _tells_what_is_sought(sentence: Sentence) -> bool:
    """ "I'd like to know which …", "my question is whether …", "your view on …", with something particular in it."""
    for hit in WANTS_TO_KNOW.all(sentence):
        if sentence.words[hit.first] in {"ask", "asking", "asked"} and sentence.negated(hit.first):
            continue
        before = sentence.words[hit.first - 1] if hit.first > 0 else ""
        if before == "i" and sentence.words[hit.first] in KNOWN:
            continue
        if before in {"you", "they", "he", "she", "people"} and not _is_begged(sentence, hit):
            continue
        if weight(sentence, hit.after) >= (1 if sentence.words[hit.after - 1] in WH else 2):
            return True
    return False


def _is_begged(sentence: Sentence, hit: Hit) -> bool:
    return any(
        word in {"could", "would", "can", "will", "if", "do", "might"}
        for word in sentence.words[max(0, hit.first - 3) : hit.first]
    )


def weight(sentence: Sentence, first: int = 0) -> int:
    """How particular the words are from `first` on; at most two names count."""
    named = sum(proper(sentence, i) for i in range(first, len(sentence.words)))
    return len(set(content(sentence, first=first))) + min(2, named)


def _is_full_question(sentence: Sentence) -> bool:
    at = _question_begins(sentence)
    pleasant = PLEASANTRY.find(sentence)
    if pleasant is not None and pleasant.after > at and not _second_wh(sentence, pleasant.after):
        return False
    pair = sentence.words[at : at + 2]
    if pair == ("would", "you") and len(sentence.words) > at + 2 and sentence.words[at + 2] not in FAVOR_VERBS:
        return weight(sentence, at) >= 1
    if pair in FAVORS and not _second_wh(sentence, at + 2) and pair not in {("do", "you")}:
        return False
    if sentence.words[at] in WH and sentence.bag & {"did", "made"} and "you" in sentence.words[at : at + 4]:
        return len(sentence.words) - at > 3
    if VAGUE.find(sentence) is not None or asks_for_referral(sentence) is not None:
        return weight(sentence, at) >= 2
    return sentence.words[at] in WH | OPENERS and len(sentence.words) - at > 4 or weight(sentence) >= 2


def _second_wh(sentence: Sentence, first: int) -> bool:
    """Whether an indirect question with something particular follows from word `first` on."""
    return any(word in WH and weight(sentence, i) >= 1 for i, word in enumerate(sentence.words[first:], first))


def _question_begins(sentence: Sentence) -> int:
    """The word where the question itself begins: the last clause that opens like one."""
    for i in range(len(sentence.words) - 1, -1, -1):
        if (i == 0 or sentence.breaks[i] > 0) and sentence.words[i] in WH | OPENERS:
            return i
    return 0
