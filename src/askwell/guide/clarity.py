"""The five questions of clarity: what follows from an answer, and whether friends can say her goal back."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from askwell.domain.goals import Goals
from askwell.identity import companies, titles
from askwell.identity.fold import fold
from askwell.identity.wanted import a_role, fields, somewhere

MOST_PROBLEMS, FRIENDS = 3, 3
ENOUGH = 2  # friends who miss the same part before it is said of all
STEM = 5  # letters that two forms of a word share: plan, planning; food, foods
_AT = re.compile(r"\s+(?:at|of|bei|chez|@)\s+", re.IGNORECASE)
_SMALL = frozenset("a an the of for in and or to at with on manager senior junior head lead company companies".split())
_COMMON = frozenset("north south east west first united american national general global city state blue green".split())
PARTS = {
    "role": "the work",
    "field": "the field",
    "place": "the place",
    "companies": "a company you would love to know",
}
QUESTION = "How would you say to somebody else, in your own words, what I am looking for?"


@dataclass(frozen=True, slots=True)
class Echo:
    """What one friend made of her goal: in their words, and which parts of it came back."""

    name: str
    words: str
    heard: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()

    @property
    def say(self) -> str:
        """In one sentence, of the words and never of the friend."""
        if not self.heard:
            return (
                "This says something else. Perhaps it is the sentence: shorter, with the work first, carries further."
            )
        back = f"{_listed(self.heard)} came back"
        return (
            f"{back[0].upper()}{back[1:]}, and not yet {_listed(self.missed)}."
            if self.missed
            else "All of it came back."
        )


def answered(goals: Goals, answers: Mapping[str, str]) -> Goals:
    """Her goals with her answers, and with what follows from them: people to meet, companies and their order."""
    told = {key: words.strip() for key, words in answers.items()}
    before = goals.clarity
    goals = replace(goals, clarity={key: words for key, words in {**before, **told}.items() if words})
    if told.get("manager", before.get("manager", "")) != before.get("manager", ""):
        goals = _to_meet(goals, told["manager"], instead_of=before.get("manager", ""))
    if told.get("hundred", before.get("hundred", "")) != before.get("hundred", ""):
        goals = replace(goals, companies=first(listed(told["hundred"]), goals.companies))
    return goals


def _to_meet(goals: Goals, named: str, *, instead_of: str) -> Goals:
    """The person stands first among those to meet, and their organization among the companies."""
    people = tuple(one for one in goals.kinds_of_people if one not in {named, instead_of})
    _, _, organization = _AT.sub("\0", named, count=1).partition("\0")
    firm = organization.strip(" .")
    known = not firm or any(companies.same(firm, one) for one in goals.companies)
    return replace(
        goals,
        kinds_of_people=(named, *people) if named else people,
        companies=goals.companies if known else (*goals.companies, firm),
    )


def listed(text: str) -> tuple[str, ...]:
    """Companies between commas, semicolons, "and" or ends of lines."""
    parts = re.split(r"[,;\n]|\s+and\s+", text)
    return tuple(dict.fromkeys(one for part in parts if (one := part.strip(" ."))))


def first(these: Iterable[str], known: tuple[str, ...]) -> tuple[str, ...]:
    """Companies with these first, in their order; one that is known keeps the name it has."""
    front = [next((one for one in known if companies.same(one, name)), name) for name in these]
    return tuple(dict.fromkeys((*front, *known)))


def echoes(goals: Goals) -> tuple[Echo, ...]:
    """What her friends said, each held against her goal."""
    lines = (line.partition(":") for line in goals.clarity.get("say_back", "").splitlines())
    return tuple(_echo(goals, name.strip(), words.strip()) for name, _, words in lines if words.strip())


def said_of_all(found: Iterable[Echo]) -> str:
    """Where most friends miss the same part: what to put earlier into the sentence; else ""."""
    every = tuple(found)
    missed = {part: sum(part in echo.missed for echo in every) for part in PARTS.values()}
    part, count = max(missed.items(), key=lambda one: one[1])
    if not every:
        return ""
    if count >= ENOUGH:
        return f"{count} of {len(every)} did not say {part}: put it earlier in your sentence."
    return "Your goal can be said back." if all(echo.heard and not echo.missed for echo in every) else ""


def _echo(goals: Goals, name: str, words: str) -> Echo:
    heard, missed = list[str](), list[str]()
    for part, came in _parts(goals, words):
        (heard if came else missed).append(PARTS[part])
    return Echo(name, words, tuple(heard), tuple(missed))


def _parts(goals: Goals, words: str) -> Iterable[tuple[str, bool]]:
    """Which parts of her goal there are, and whether each is in the words; any one company will do."""
    roles = [role for role in map(a_role, goals.roles) if role]
    if roles:
        yield "role", any(_has_role(words, role) for role in roles)
    if named := fields(goals):
        yield "field", any(_has(words, field) for field in named)
    if places := [somewhere(place) for place in goals.places if somewhere(place)]:
        yield "place", any(_has(words, place) for place in places)
    if goals.companies:
        yield "companies", any(_names(words, one) for one in goals.companies)


def _names(words: str, company: str) -> bool:
    """Whether a company is named, in full or by the word that tells it from others."""
    told, name = re.findall(r"\w+", fold(words)), companies.normal(company).split()
    short = len(name) > 1 and len(name[0]) > STEM - 1 and name[0] not in _COMMON
    return bool(name) and (set(name) <= set(told) or (short and name[0] in told))


def _has_role(words: str, role: str) -> bool:
    return _has(words, role) or titles.likeness(titles.read(words), titles.read(role)) >= titles.Likeness.ROLE


def _has(words: str, part: str) -> bool:
    """Whether the words that carry the part are there, in any form."""
    told = {word[:STEM] for word in re.findall(r"\w+", fold(words))}
    wanted = {word[:STEM] for word in re.findall(r"\w+", fold(part)) if word not in _SMALL}
    wanted = wanted or {word[:STEM] for word in re.findall(r"\w+", fold(part))}
    return bool(wanted) and len(wanted & told) * 2 >= len(wanted)


def _listed(parts: tuple[str, ...]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
