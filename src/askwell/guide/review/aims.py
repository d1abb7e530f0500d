"""Tips 2 and 5: is the work that is wanted named, and are companies or people named whom one would love to meet?"""

from collections.abc import Iterable

from askwell.domain.phrases import Hit, read
from askwell.domain.wording import Sentence
from askwell.guide.learned.words import COMPANY_KINDS, PEOPLE_KINDS, ROLE_STOP, ROLES, VAGUE, among, content, proper
from askwell.guide.review.courtesy import offers
from askwell.method.openness import stated

WORDING = read("askwell.guide.review", "aims.txt")
WANTS, POINTS_BACK, GONE = WORDING["wants"], WORDING["points back"], WORDING["gone"]
SAME_AGAIN = WORDING["same again"]
MEETS, MOST, SUCH_AS = WORDING["meets"], WORDING["most"], WORDING["such as"]
UNSAID = (ROLE_STOP | VAGUE) - {"writing"}
REACH = 14
JOBS = frozenset("role roles job jobs position positions post posts work vacancies openings career".split())
CUTS = frozenset("since because after when now until so".split())
NOT_LIKENESS = frozenset("would i do you we not to feel feels felt look looks sounds sound seems they".split())
DATES = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday easter christmas lent ramadan diwali eid english german french spanish""".split()
)
NO_COMPANY_AFTER = frozenset(
    "in around near to from of since until by on after before when that because dear hi says said".split()
)


def names_a_goal(body: Iterable[Sentence]) -> bool:
    """Whether the role, the function or the field that the writer wants is named."""
    return any(_wants_work(sentence) or _is_profession(sentence) or _wants_the_same(sentence) for sentence in body)


def names_targets(body: Iterable[Sentence]) -> bool:
    """Whether a company, or a kind of company or of people, that the writer would love to meet is named."""
    return any(_would_meet(sentence) or _wants_it_there(sentence) for sentence in body)


def window(sentence: Sentence, first: int) -> int:
    """The word before which the object of a wish ends, counted from word `first`."""
    for i in range(first, min(first + REACH, len(sentence.words))):
        if sentence.words[i] in CUTS and i > first:
            return i
    return min(first + REACH, len(sentence.words))


def _wants_work(sentence: Sentence) -> bool:
    for hit in WANTS.all(sentence):
        if _others(sentence, hit) or (sentence.words[hit.first] in JOBS and _is_gone(sentence, hit)):
            continue
        if content(sentence, first=hit.after, after=window(sentence, hit.after), without=UNSAID):
            return True
    if any(
        content(sentence, first=max(0, h.first - 5), after=h.first, without=UNSAID) for h in POINTS_BACK.all(sentence)
    ):
        return True
    return any(_is_modified_job(sentence, i) for i, word in enumerate(sentence.words) if word in JOBS)


def _wants_the_same(sentence: Sentence) -> bool:
    """As in: I left my job as warehouse manager in February and am looking for a new one."""
    hit = SAME_AGAIN.find(sentence)
    if hit is None or _others(sentence, hit):
        return False
    return any(among(word, ROLES) for word in sentence.words[: hit.first])


def _is_gone(sentence: Sentence, hit: Hit) -> bool:
    """Whether the job spoken of is the one that was lost: "my role as …", "I lost my job in …"."""
    before = sentence.words[max(0, hit.first - 3) : hit.first]
    return bool({"my", "our", "the"} & set(before)) or GONE.find(sentence) is not None


def _others(sentence: Sentence, hit: Hit) -> bool:
    """Whether the wish is the reader's or somebody else's."""
    before = sentence.words[max(0, hit.first - 3) : hit.first]
    return bool({"you", "your", "he", "she", "they"} & set(before))


def _is_modified_job(sentence: Sentence, i: int) -> bool:
    """As in "product owner roles", "communications work": a word of substance before, and not a job that is gone."""
    if (
        i == 0
        or GONE.find(sentence) is not None
        or {"my", "your", "our", "the"} & set(sentence.words[max(0, i - 4) : i])
    ):
        return False
    return bool(content(sentence, first=i - 1, after=i, without=ROLE_STOP))


def _is_profession(sentence: Sentence) -> bool:
    """As in "I'm a tax adviser": the present trade names the field; so does a bare "community manager, part time"."""
    words = sentence.words
    if offers(sentence):
        return False
    for i in range(len(words) - 2):
        if words[i] == "i" and words[i + 1] in {"am", "work"}:
            until = min(i + 8, len(words))
            if words[i + 2] in {"a", "an", "as"} and any(among(w, ROLES) for w in words[i + 3 : until]):
                return True
    looking = next((i for i, w in enumerate(words) if w in {"looking", "searching", "hunting", "available"}), None)
    if (
        looking is not None
        and not _others(sentence, Hit(looking, looking))
        and any(among(w, ROLES) for w in words[looking:])
    ):
        return True
    told = sentence.bag & {"you", "your", "he", "she", "they", "my", "as", "is", "are"}
    return len(words) <= 9 and not told and GONE.find(sentence) is None and any(among(w, ROLES) for w in words)


def is_name(sentence: Sentence, i: int) -> bool:
    if i == 0 or not sentence.capital[i] or sentence.words[i] in DATES or sentence.words[i] == "i":
        return False
    if sentence.raw[i].isupper():
        return sentence.words[i - 1] in {"at", "with", "like", "as"} and len(sentence.raw[i]) > 1
    return proper(sentence, i) or sentence.breaks[i] > 0


def _kinds(sentence: Sentence, first: int, after: int) -> bool:
    """Whether a name or a kind of company stands in the words first to after; a place after "in" is no company."""
    for i in range(first, after):
        if among(sentence.words[i], COMPANY_KINDS) and not (i > 0 and sentence.words[i - 1] in {"your", "my", "our"}):
            return True
        if is_name(sentence, i) and not (i > 0 and sentence.words[i - 1] in NO_COMPANY_AFTER):
            return True
    return False


def _people(sentence: Sentence, first: int, after: int) -> bool:
    """Whether a kind of people is told in more than one word."""
    spot = next((i for i in range(first, after) if among(sentence.words[i], PEOPLE_KINDS)), None)
    if spot is None:
        return False
    return bool(content(sentence, first=first, after=min(spot + 9, len(sentence.words)), without=VAGUE | ROLE_STOP))


def _would_meet(sentence: Sentence) -> bool:
    for hit in MEETS.all(sentence):
        after = window(sentence, hit.after)
        if not _others(sentence, hit) and (_kinds(sentence, hit.after, after) or _people(sentence, hit.after, after)):
            return True
    for hit in MOST.all(sentence):
        if not _others(sentence, hit) and weighty(sentence, hit):
            return True
    return any(
        _kinds(sentence, hit.after, min(hit.after + 5, len(sentence.words)))
        for hit in SUCH_AS.all(sentence)
        if not (sentence.words[hit.first] == "like" and hit.first and sentence.words[hit.first - 1] in NOT_LIKENESS)
    )


def weighty(sentence: Sentence, hit: Hit) -> bool:
    """Whether a name or kind stands on either side of the phrase."""
    return (
        _kinds(sentence, 0, hit.first)
        or _kinds(sentence, hit.after, len(sentence.words))
        or _people(sentence, hit.first, len(sentence.words))
    )


def _wants_it_there(sentence: Sentence) -> bool:
    """As in "a position with a vaccine manufacturer", "in a museum", "at Orrery"; "Paylark or Corvid first"."""
    for hit in WANTS.all(sentence):
        if not _others(sentence, hit) and _kinds(sentence, hit.after, window(sentence, hit.after)):
            return True
    if stated(sentence) is not None:
        return False
    return any(
        word in JOBS and _is_modified_job(sentence, i) and _kinds(sentence, i + 1, len(sentence.words))
        for i, word in enumerate(sentence.words)
    )
