"""What a first message says of the seeker: status, goal, whom she would love to meet, what she gives back."""

from functools import lru_cache

from askwell.domain.goals import Goals
from askwell.domain.wording import sentences
from askwell.guide.drafts import occasion
from askwell.guide.drafts.occasion import Occasion
from askwell.guide.drafts.phrases import listed, sentence, without_stop
from askwell.guide.review import check
from askwell.guide.review.aims import names_a_goal
from askwell.identity import fields, titles
from askwell.identity.employers import Employers
from askwell.identity.fold import fold
from askwell.identity.roles import as_one_says, with_article
from askwell.method import openness

TARGETS_NAMED = 3
SETS_OF_TARGETS = 24  # that are tried, so that not everybody is told the same
TARGETS_KNOWN = 12  # of the first ones of her list
_ANYWHERE = frozenset("remote anywhere worldwide home hybrid everywhere".split())
SHORT_GOAL = 18  # words; a longer one stands alone
PLAIN = "I am out of work and looking."  # in place of words that only hint
# In place of a status that is not to be told, and what keeps it between the two.
DISCREET = "I am thinking about my next step, and ask you to keep it between us for now."


def status(at: Occasion) -> str:
    """The status line as she wrote it; where it only hints, it is made plain; nothing where she wants discretion."""
    line = sentence(openness.status_line(at.goals))
    if not line or openness.states_status(line):
        return line
    hints = line.split()[0].endswith("ing") or any(openness.euphemism(one) for one in sentences(line))
    return PLAIN if hints else f"{line} {PLAIN}"


def news(at: Occasion) -> str:
    """The status where the goal stands beside it: what is made of her goals does not say the goal as well."""
    if at.discreet:
        return DISCREET
    made = not at.goals.status_line and (at.goals.roles or at.goals.fields)
    return f"{openness.standing(at.goals)} looking." if made else status(at)


def told(at: Occasion, *, meet: bool = True, again: bool = False) -> tuple[str, ...]:
    """Status and goal in a few sentences, the fullest form first; `again` to somebody who may know it already."""
    forms = (" ".join(filter(None, parts)) for parts in told_apart(at, meet=meet))
    recent = again and not at.discreet and occasion.is_recent(at)
    return tuple(dict.fromkeys(_as_known(form) if recent else form for form in forms))


def told_apart(at: Occasion, *, meet: bool = True) -> tuple[tuple[str, str], ...]:
    """Status and goal, each form apart; the status is empty where both are one sentence."""
    full, plain = goal_alone(at)
    pairs = [(news(at), full), (news(at), plain)]
    if _says_the_goal(at):
        around = _around(at.goals)
        rest = f"Ideally it would be{around}." if around else ""
        pairs = [(news(at), full.replace(plain, rest).strip()), (news(at), rest)]
    elif not at.discreet and not at.goals.status_line and (at.goals.roles or at.goals.fields):
        both = f"{openness.standing(at.goals)} looking for {job(at.goals)}{_around(at.goals)}."
        pairs = [("", full.replace(plain, both)) if full.startswith(plain) else pairs[0], ("", both)]
    named = _meet(at) if meet else ""
    return tuple((line, _with(goal, named)) for line, goal in pairs)


def _says_the_goal(at: Occasion) -> bool:
    """Whether her own status line names the role she looks for."""
    line = at.goals.status_line
    said = bool(line) and any(fold(role) in fold(line) for role in at.goals.roles[:1])
    return said and not at.discreet and names_a_goal(sentences(line))


def _as_known(line: str) -> str:
    first, _, rest = line.partition(" ")
    if not rest:
        return line
    return f"As you may know, {first.lower() if first.casefold() in _SMALL else first} {rest}"


_SMALL = frozenset("my our the a an after since when in on at last this as because with by until".split())


def short_status(at: Occasion, *, with_target: bool = True) -> str:
    """Status, goal and a target in one short line, for where there is no room."""
    tail = _target(at) if with_target else ""
    if at.discreet:
        return f"Between us: I am thinking about my next step and have {job(at.goals)} in mind{tail}."
    return f"I am out of work and looking for {job(at.goals)}{tail}."


def _target(at: Occasion) -> str:
    place = next(iter(targets(at, count=1)), "")
    if place in at.goals.companies:
        return f", ideally at {place}"
    return f", and would love to meet {place}" if place else ""


def job(goals: Goals) -> str:
    """What she looks for, as one would say it after "looking for"."""
    if goals.roles:
        return f"a job as {as_one_says(goals.roles[0])}"
    return f"work in {goals.fields[0]}" if goals.fields else "my next job"


def _peers(goals: Goals) -> str:
    """Kinds of people to meet where she named none: those in her own line.

    A line of several trades is passed over: who bakes did not say that she would love to meet people in hotels.
    """
    labels = (titles.label(f) for role in goals.roles for f in titles.read(role).functions)
    line = next(iter(goals.fields), "") or next((label for label in labels if label and "," not in label), "")
    return (
        f"people in {line}" if line else next((f"people who work as {with_article(role)}" for role in goals.roles), "")
    )


def goal_alone(at: Occasion) -> tuple[str, str]:
    """The goal in one sentence, as she wrote it and in plain words."""
    if not (at.goals.statement or at.goals.roles or at.goals.fields):
        at.lacks("Your goal in one sentence.")
    plain = sentence(f"I would like to find {job(at.goals)}{_around(at.goals)}")
    if at.discreet:
        plain = sentence(f"What I have in mind is {job(at.goals)}{_around(at.goals)}")
    return _as_a_wish(sentence(at.goals.statement), plain, at.goals) or plain, plain


def _as_a_wish(statement: str, plain: str, goals: Goals) -> str:
    """The statement as something she says of herself, with the plain words beside it where it needs them.

    "To run …" is "My goal is to run …"; a line without "I" stands behind the plain words, as her goal in a line.
    """
    first = fold(statement).replace("’", "'").split("'")[0].split()[:1]
    if first in ([], ["i"], ["my"], ["we"]):
        named = not statement or _is_plain(statement, goals) or not (goals.roles or goals.fields)
        return statement if named else f"{statement} {plain}"
    if first == ["to"]:
        return f"My goal is {statement[0].lower()}{statement[1:]}"
    return f"{plain} My goal in a line: {statement}"


def _is_plain(statement: str, goals: Goals) -> bool:
    """Whether any reader can tell from the statement which work it is about."""
    return _names_the_work(goals) and _reads_as_a_goal(statement)


@lru_cache(maxsize=8)
def _reads_as_a_goal(statement: str) -> bool:
    """Whether the review finds a goal in it, so that a letter never is found fault with for what Askwell made of it."""
    joined = f"{without_stop(statement)}, and I would love to meet people."
    found = (check(f"Hello,\n\n{words}", kind="ask") for words in (statement, joined))
    return all(finding.rule != "no-goal" for some in found for finding in some)


def _around(goals: Goals) -> str:
    field_of = f" in {goals.fields[0]}" if goals.roles and goals.fields else ""
    place = next((f" around {one}" for one in goals.places if fold(one) not in _ANYWHERE), "")
    return f"{field_of}{place}"


def _names_the_work(goals: Goals) -> bool:
    """Whether the statement itself says which work it is about."""
    said, wanted = fold(goals.statement), (*goals.roles, *goals.fields)
    if any(fold(one) in said for one in wanted):
        return True
    lines = frozenset(f for one in wanted for f in titles.read(one).functions)
    told = frozenset(name for one in goals.fields for name in fields.told(one))
    return bool(lines & {*titles.read(goals.statement).functions} or told & fields.told(goals.statement))


def _with(said: str, meet: str) -> str:
    """Both in one sentence if the first is short and ends plainly, else one after the other."""
    if not meet or not said:
        return said or meet
    if (
        said.endswith(".")
        and said.count(".") + said.count(":") <= 1
        and len(said.split()) <= SHORT_GOAL
        and meet.startswith("I would")
    ):
        return f"{without_stop(said)}, and {meet}"
    return f"{said} {meet}"


def _meet(at: Occasion) -> str:
    if not (at.goals.companies or at.goals.kinds_of_people or at.goals.kinds_of_company):
        at.lacks("Two or three companies, or kinds of people, that you would love to meet.")
    chosen = (_whom(at, turn) for turn in range(SETS_OF_TARGETS))
    fresh = next((said for who in chosen if who and (said := at.fresh("meet", who=who))), "")
    first = "" if fresh else _whom(at, 0)
    return fresh or (at.phrase("meet", who=first) if first else "")


def _whom(at: Occasion, turn: int) -> str:
    """Some of them, as they stand in a sentence; in the end one less than otherwise."""
    named = targets(at, count=TARGETS_NAMED - (turn >= SETS_OF_TARGETS // 2), turn=turn)
    companies = [one for one in named if one in at.goals.companies]
    people = [one for one in named if one not in at.goals.companies]
    return listed([*people, f"people at {listed(companies, last='or')}" if companies else ""])


def targets(at: Occasion, *, count: int, turn: int = 0) -> tuple[str, ...]:
    """Two or three companies and one kind of people that she would love to meet, not the contact's own company.

    Each turn takes others, so that not everybody is told the same.
    """
    own = Employers(at.goals.companies[:TARGETS_KNOWN]).match(at.contact.company)
    companies = [one for one in at.goals.companies[:TARGETS_KNOWN] if one != own]
    if not companies:
        where = listed(at.goals.kinds_of_company[: 2 if count > 1 else 1])
        kinds = (*_one_in_turn(_to_meet(at), turn), *[f"people from {where}"] * bool(where))
        peers = _peers(at.goals) or own
        return (kinds or (peers,) * bool(peers))[:count]
    people = _one_in_turn(_to_meet(at), turn) if count > 1 else ()
    others = [one for one in companies if one not in " ".join(people)]
    return (*people, *(at.voice.some(others, count=count - len(people), turn=turn) if others else ()))


def _to_meet(at: Occasion) -> tuple[str, ...]:
    """Whom she would love to meet, but for the one she writes to."""
    name = fold(at.contact.name)
    return tuple(one for one in at.goals.kinds_of_people if not (name and name in fold(one)))


def _one_in_turn(things: tuple[str, ...], turn: int) -> tuple[str, ...]:
    return (things[turn % len(things)],) if things else ()


def in_return(at: Occasion) -> tuple[str, ...]:
    """An offer to give back, long and short; with something she is good at, where that can be offered as a help."""
    useful = [one for one in at.goals.strengths if is_help(one)]
    if not useful:
        at.lacks(f"One thing you could do for {at.who or 'them'} in return.")
        return _offered(at, at.fresh("offer", at="") or at.fresh("offer"))
    turns = dict.fromkeys(at.voice.some(useful, count=1, turn=turn)[0] for turn in range(len(useful)))
    there = f" at {at.company}" if at.company else ""
    each = (_with_strength(at, strength, where) for where in dict.fromkeys(("", there)) for strength in turns)
    return _offered(at, next(filter(None, each), ""))


def _with_strength(at: Occasion, strength: str, where: str) -> str:
    """Without the name of their company first: the letter has it already as a rule."""
    name = "offer doing" if fold(strength).split()[0].endswith("ing") else "offer with"
    return at.fresh(name, strength=_mid_sentence(strength), at=where)


def _offered(at: Occasion, particular: str) -> tuple[str, ...]:
    """In full where that was said to nobody else; in short in any case."""
    scarce = at.note or at.channel == "text"
    short = at.say("offer short") if scarce else at.fresh("offer short")
    return tuple(filter(None, (particular, short))) or (at.say("offer"),)


def is_help(strength: str) -> bool:
    """Whether one can give somebody "a hand with" it: an activity or a skill, and not a trait ("calm", "reliable")."""
    words = fold(strength).replace(",", " ").split()
    if not words or len(words) > LONGEST_STRENGTH or _TRAITS & {*words} or not strength[:1].isalpha():
        return False
    activity = words[0].endswith("ing") and len(words[0]) > 5
    tool = any(character.isupper() for character in strength[1:]) or words[0] in _TOOLS
    return activity or tool or words[-1].endswith(_SKILL_ENDINGS)


LONGEST_STRENGTH = 7  # words
_TRAITS = frozenset(
    """attention calm calmness care caring commitment communication creative creativity curiosity curious dedicated
    dedication detail driven dynamic efficient empathy energetic energy enthusiasm enthusiastic ethic experience
    experienced fast flexibility flexible friendly good great hands-on hardworking honest honesty humor initiative
    integrity judgment leader leadership learner listener loyal loyalty mindset motivated motivation organized
    outgoing passion passionate patience patient people player positive positivity pressure proactive punctual quick
    reliability reliable resilience resilient self-starter skills strong stubborn teamwork tenacity thinker thorough
    thinking trust trustworthy understanding warm warmth willing willingness work years""".split()
)
_TOOLS = frozenset("excel sql sap python tableau salesforce quickbooks wordpress powerpoint photoshop autocad".split())
_SKILL_ENDINGS = (
    "ions", "ation", "ition", "ments", "analysis", "analytics", "ics", "ing", "sheets", "budgets", "plans", "contracts",
    "letters", "audits", "reports", "tables", "layouts", "models", "grants", "data", "design", "law", "research", "tax",
)  # fmt: skip


def _mid_sentence(strength: str) -> str:
    """As it stands within a sentence: a capital only where it belongs to the word (S&OP, Excel)."""
    first = strength.split(maxsplit=1)[0]
    named = any(character.isupper() for character in first[1:]) or fold(first) in _TOOLS
    return strength if named else strength[0].lower() + strength[1:]
