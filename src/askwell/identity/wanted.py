"""What she looks for, in words within a sentence: "a nurse", " in dairy"; what names no work is passed over."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from askwell.domain.goals import Goals
from askwell.identity import titles
from askwell.identity.fold import fold
from askwell.identity.roles import with_article, within

NOWHERE = frozenset(
    """remote remotely anywhere everywhere worldwide global home homeoffice office hybrid online flexible open any from
    fully work working usa us eu uk europe or and in""".split()
)
ANYTHING = frozenset("any anything whatever something everything open flexible all none various other tbd".split())
NO_WORK = frozenset("job jobs work a an the good new next position role career steady full part time paid".split())
_FIRST_STEPS = frozenset("graduate graduates trainee apprentice intern internship entry starter newcomer".split())
_ARTICLE = re.compile(r"(?:an?|the|ein|eine|un|une)\s+", re.IGNORECASE)
_EITHER = re.compile(r"\s+(?:/|or|oder|ou|and/or)\s+|\s*/\s*(?=[A-Z])")
_PLACES = re.compile(r"\s*(?:[/,;()|–—]|\s-\s|\bor\b|\band\b)\s*", re.IGNORECASE)
_MANY = re.compile(r"(?:[a-z]*(?:ers|ors|ists|ians|nurses|chefs|cooks|clerks|agents|assistants|analysts|pilots))$")
BEGINNER, TOP, NO_ROLE, ANY = "beginner", "top", "no-role", "any"
NOTHING, COMPANY_ALONE, UNSURE = "nothing", "company-alone", "unsure"
BEGINNERS = 1  # the level of a title up to which it is a first job
_APART = {BEGINNER, TOP, NO_ROLE, ANY, NOTHING, COMPANY_ALONE, UNSURE}
_NOT_KNOWN = re.compile(
    r"\b(?:(?:don'?t|do not|not) (?:really |quite |yet )?(?:know|sure|certain)|no idea|not decided|undecided|unsure)\b"
)
LONGEST = 60  # characters of a role or field that stand within a question


@dataclass(frozen=True, slots=True)
class Wanted:
    """The work wanted. `job` is "a nurse", `as_job` " for a job as a nurse", `in_field` " in dairy"; "" where unknown.

    `role` and `other` are the first two roles without an article; `goal` and `around` are the role and the place as she
    wrote them. `traits` are the functions, families and words by which questions are chosen.
    """

    goal: str
    role: str
    job: str
    as_job: str
    in_field: str
    place: str
    around: str
    other: str
    traits: frozenset[str]

    @property
    def unsure(self) -> bool:
        """Whether she says herself that she does not know yet."""
        return UNSURE in self.traits


def wanted(goals: Goals) -> Wanted:
    """Of several roles the first counts, the second is named beside it."""
    roles = {role: written for written in reversed(goals.roles) if (role := a_role(written))}
    names = tuple(reversed(roles))
    field = next(iter(fields(goals)), "")
    in_field = f" in {field}" if field else ""
    around = next(filter(somewhere, goals.places), "")
    where = (somewhere(around), around)
    if names:
        job, other = with_article(names[0]), next(map(within, names[1:]), "")
        traits = _traits(names[0]) | _level(names[0])
        return Wanted(roles[names[0]], within(names[0]), job, f" for a job as {job}", in_field, *where, other, traits)
    starts = any(_FIRST_STEPS & set(fold(role).split()) for role in goals.roles)
    job = "somebody straight from school" if starts else f"somebody{in_field or ' like me'}"
    as_job = f" for a first job{in_field}" if starts else f" for a job{in_field}" if field else ""
    about = BEGINNER if starts else "" if field else COMPANY_ALONE if goals.companies else _aim(goals)
    return Wanted("", "", job, as_job, in_field, *where, "", frozenset({about, NO_ROLE, ANY}))


def _aim(goals: Goals) -> str:
    """Without a role, field or company: whether there is an aim in words, or none yet."""
    said = goals.statement.casefold().replace("’", "'")
    vague = any(re.search(r"\s(?:with|for|in|about)\s", role) for role in goals.roles)
    return NOTHING if (said or vague) and not _NOT_KNOWN.search(said) else UNSURE


def a_role(role: str) -> str:
    """One role as a noun: without its article, one of several, of a plural the one; "" where it names no work."""
    said = _ARTICLE.sub("", " ".join(role.split()), count=1) if _ARTICLE.match(role.strip()) else " ".join(role.split())
    said = _EITHER.split(said)[0].strip(" .,;:!?")
    words = fold(said).split()
    if not words or len(said) > LONGEST or words[0] in ANYTHING or set(words) <= NO_WORK | _FIRST_STEPS | {"level"}:
        return ""
    return said[:-1] if _MANY.search(words[-1]) and "of" not in words and said.endswith("s") else said


def fields(goals: Goals) -> tuple[str, ...]:
    """Her fields that say something."""
    return tuple(field for field in goals.fields if len(field) <= LONGEST and not _is_any(field))


def somewhere(named: str) -> str:
    """The place that is one: remote and anywhere are none, of "Berlin or remote" Berlin is left."""
    parts = [part for part in _PLACES.split(named) if part]
    kept = [part for part in parts if not set(re.findall(r"\w+", fold(part))) <= NOWHERE]
    return " ".join(named.split()) if len(kept) == len(parts) else ", ".join(kept[:2])


def _is_any(named: str) -> bool:
    words = fold(named).split()
    return not words or words[0] in ANYTHING


def _traits(named: str) -> frozenset[str]:
    found = titles.read(named)
    also: Iterable[str] = () if found.functions else found.also
    words = (f"={word}" for word in re.findall(r"\w+", fold(named)))
    return frozenset((*found.functions, *found.families, *also, *words)) - _APART


def _level(role: str) -> frozenset[str]:
    level, words = titles.read(role).level, set(fold(role).split())
    first = level <= BEGINNERS and level < titles.ORDINARY and bool(words & {*_FIRST_STEPS, "junior", "jr"})
    return frozenset({ANY, BEGINNER if first or words & _FIRST_STEPS else "", TOP if level >= titles.TOP else ""})
