"""Tip 2: is one particular question asked, that this reader can answer? A wish for coffee, help or thoughts is none."""

from collections.abc import Iterable

from askwell.domain.phrases import Hit, read
from askwell.domain.wording import Sentence
from askwell.guide.learned.words import SETS, content, proper
from askwell.guide.review.requests import asks_for_referral

WORDING = read("askwell.guide.review", "questions.txt")
PLEASANTRY = WORDING["pleasantry"]
VAGUE = WORDING["vague"]
WANTS_TO_KNOW = WORDING["wants to know"]
FEEDBACK = WORDING["feedback"]
NOT_A_QUESTION = WORDING["not a question"]
WH = frozenset("how what which why when where who whom whose whether".split())
OPENERS = SETS["question openers"]
FAVOR_VERBS = SETS["favor verbs"]
PARTICULAR = 4  # a question that weighs so much is no pleasantry, however it begins
KNOWN = frozenset(
    "know understand see hear heard say find decide tell remember recall".split()
)  # "I know how" asks nothing
FAVORS = frozenset(
    "could you,would you,can you,will you,might you,are you,do you,could we,can we,might we,shall we,could i,can i,"
    "may i,might i,would it,will it,any chance".split(",")
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
    """I'd like to know which …, my question is whether …, your view on …: with something particular in it."""
    return any(
        weight(sentence, hit.after) >= (1 if sentence.words[hit.after - 1] in WH else 2)
        for hit in WANTS_TO_KNOW.all(sentence)
        if _is_sought(sentence, hit)
    )


def _is_sought(sentence: Sentence, hit: Hit) -> bool:
    """Whether it is the writer who wants to know, and from this reader."""
    word = sentence.words[hit.first]
    before = sentence.words[hit.first - 1] if hit.first > 0 else ""
    if word in {"ask", "asking", "asked"} and sentence.negated(hit.first):
        return False
    if before == "i" and word in KNOWN:
        return False
    return before not in {"you", "they", "he", "she", "people"} or _is_begged(sentence, hit)


def _is_begged(sentence: Sentence, hit: Hit) -> bool:
    return bool(
        {"could", "would", "can", "will", "if", "do", "might"} & set(sentence.words[max(0, hit.first - 3) : hit.first])
    )


def weight(sentence: Sentence, first: int = 0) -> int:
    """How particular the words are from `first` on; at most two names count."""
    named = sum(proper(sentence, i) for i in range(first, len(sentence.words)))
    return len(set(content(sentence, first=first))) + min(2, named)


def _is_full_question(sentence: Sentence) -> bool:
    """Whether a sentence with a question mark asks for more than a favor, a date, or how one is."""
    words, at = sentence.words, _question_begins(sentence)
    pleasant = PLEASANTRY.find(sentence)
    kind = pleasant is not None and pleasant.after > at and not _second_wh(sentence, pleasant.after)
    if kind and weight(sentence, at) < PARTICULAR:
        return False
    pair = " ".join(words[at : at + 2])
    if pair == "would you" and len(words) > at + 2 and words[at + 2] not in FAVOR_VERBS:
        return weight(sentence, at) >= 1
    if pair in FAVORS and pair != "do you" and not _second_wh(sentence, at + 2):
        return False
    if words[at] in WH and sentence.bag & {"did", "made"} and "you" in words[at : at + 4]:
        return len(words) - at > 3
    if VAGUE.find(sentence) is not None or asks_for_referral(sentence) is not None:
        return weight(sentence, at) >= 2
    return (words[at] in WH | OPENERS and len(words) - at > 4) or weight(sentence) >= 2


def _second_wh(sentence: Sentence, first: int) -> bool:
    """Whether an indirect question with something particular follows from word `first` on."""
    return any(word in WH and weight(sentence, i) >= 1 for i, word in enumerate(sentence.words[first:], first))


def _question_begins(sentence: Sentence) -> int:
    """The word where the question itself begins: the last clause that opens like one."""
    for i in range(len(sentence.words) - 1, -1, -1):
        if (i == 0 or sentence.breaks[i] > 0) and sentence.words[i] in WH | OPENERS:
            return i
    return 0
