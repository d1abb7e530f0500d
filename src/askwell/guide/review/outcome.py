"""Tip 7: does a thank-you say for what, a closed loop what came of it, good news what the job is and who helped?"""

from askwell.domain.phrases import read
from askwell.domain.plans import DraftKind
from askwell.domain.wording import Sentence
from askwell.guide.learned.words import COMPANY_KINDS, ROLE_STOP, ROLES, SETS, VAGUE, among, content
from askwell.guide.review.aims import is_name
from askwell.guide.review.courtesy import GRATITUDE

WORDING = read("askwell.guide.review", "outcome.txt")
DID, INTENT, JOB, PART = WORDING["did"], WORDING["intent"], WORDING["job"], WORDING["part"]
MATTER = WORDING["matter"]
KIND = SETS["kind words"]

KIND_ONLY = frozenset("thank thanks grateful talk help support meeting".split())


def leaves_open(body: tuple[Sentence, ...], kind: DraftKind) -> bool:
    """Whether what the reader would like to know is left out."""
    if kind is DraftKind.THANKS:
        return not any(says_for_what(s) for s in body)
    if kind is DraftKind.CLOSE_LOOP:
        return not any(tells_what_came_of_it(s) for s in body)
    if kind is DraftKind.LANDED:
        return not any(tells_the_job(s) or tells_the_part(s) for s in body)
    return False


def particular(sentence: Sentence, first: int = 0) -> int:
    """How many words say something that not every thank-you says."""
    return len(set(content(sentence, first=first, without=KIND)))


def says_for_what(sentence: Sentence) -> bool:
    """Thanks for something particular, or a sentence about what the reader did or what came of it."""
    if _wishes(sentence):
        return False
    if any(particular(sentence, hit.first) >= 1 for hit in (*PART.all(sentence), *GRATITUDE.all(sentence))):
        return True
    if GRATITUDE.find(sentence) is not None and particular(sentence) >= 2:
        return True
    if sentence.bag & KIND_ONLY and not particular(sentence) >= 3:
        return False
    return tells_what_came_of_it(sentence) or any(particular(sentence, hit.first) >= 2 for hit in MATTER.all(sentence))


def _wishes(sentence: Sentence) -> bool:
    """Wishes, greetings and offers are not about the help."""
    words = sentence.words
    return (
        words[0] in {"wishing", "enjoy", "have", "happy"}
        or words[:2] in {("good", "luck"), ("good", "morning")}
        or bool({"hope", "hoping", "wish", "trust"} & set(words[:3]))
        or (
            bool({"if", "when", "whenever", "should"} & set(words[:3]))
            and "you" in words
            and not sentence.bag & {"told", "said"}
        )
    )


def tells_what_came_of_it(sentence: Sentence) -> bool:
    if _wishes(sentence):
        return False
    for hit in DID.all(sentence):
        before = sentence.words[hit.first - 1] if hit.first else ""
        if before in {"you", "hope", "if"} or any(i.first <= hit.first < i.after for i in INTENT.all(sentence)):
            continue
        if particular(sentence, hit.first) >= 1:
            return True
    return False


def tells_the_job(sentence: Sentence) -> bool:
    if any(among(word, ROLES) for word in sentence.words):
        return True
    return any(_is_work(sentence, hit.after, min(hit.after + 5, len(sentence.words))) for hit in JOB.all(sentence))


def _is_work(sentence: Sentence, first: int, after: int) -> bool:
    """Whether the words first to after name an employer or the work."""
    if any(is_name(sentence, i) or among(sentence.words[i], COMPANY_KINDS) for i in range(first, after)):
        return True
    return bool(content(sentence, first=first, after=after, without=KIND | VAGUE | ROLE_STOP))


def tells_the_part(sentence: Sentence) -> bool:
    return any(particular(sentence, hit.first) >= 2 for hit in PART.all(sentence))
