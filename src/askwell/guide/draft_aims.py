"""What a first message says of the seeker: status, goal, whom she would love to meet, what she gives back."""

from askwell.domain.goals import Goals
from askwell.guide.draft_lines import Occasion
from askwell.guide.draft_parts import listed, sentence, without_stop
from askwell.identity import fields, titles
from askwell.identity.employers import Employers
from askwell.identity.fold import fold
from askwell.method import openness

TARGETS_NAMED = 3


def status(at: Occasion) -> str:
    """The status line as she wrote it, made plain where it only hints; nothing where she wants discretion."""
    line = sentence(openness.status_line(at.goals))
    if not line or openness.states_status(line):
        return line
    return f"{line} I am out of work and looking."


def short_status(at: Occasion, *, with_target: bool = True) -> str:
    """Status, goal and a target in one short line, for where there is no room."""
    job = _job(at.goals)
    if not (at.goals.companies or at.goals.kinds_of_people or at.goals.kinds_of_company):
        tail = f" and would love to meet {_peers(at.goals)}" if with_target and _peers(at.goals) else ""
        return (
            f"Between us: I have {job} in mind{tail}."
            if at.discreet
            else f"I am out of work and looking for {job}{tail}."
        )
    place = next(iter(targets(at, count=1)), "")
    tail = f", ideally at {place}" if place in at.goals.companies else f" and would love to meet {place}"
    tail = tail if place and with_target else ""
    if at.discreet:
        return f"Between us: I am thinking about my next step, {job}{tail}."
    return f"I am out of work and looking for {job}{tail}."


def _job(goals: Goals) -> str:
    if goals.roles:
        return f"a job as {goals.roles[0]}"
    return f"work in {goals.fields[0]}" if goals.fields else "my next job"


def _peers(goals: Goals) -> str:
    """Kinds of people to meet where she named none: those in her own line."""
    labels = (titles.label(f) for role in goals.roles for f in titles.read(role).functions)
    line = next(iter(goals.fields), "") or next((label for label in labels if label), "")
    return f"people in {line}" if line else next((f"people who work as {role}" for role in goals.roles), "")


def goal(at: Occasion) -> tuple[str, str]:
    """The goal in one sentence with whom she would love to meet, and the same without the statement."""
    said = sentence(at.goals.statement)
    if not said and not (at.goals.roles or at.goals.fields):
        at.lacks("Your goal in one sentence.")
    plain = sentence(f"I am looking for {_job(at.goals)}{_around(at.goals)}")
    if at.discreet:
        plain = sentence(f"For my next step I have {_job(at.goals)} in mind{_around(at.goals)}")
    if said and not _names_the_work(at.goals):
        said = f"{said} {plain}" if at.goals.roles or at.goals.fields else said
    meet = _meet(at)
    return _with(said or plain, meet), _with(plain, meet)


def _around(goals: Goals) -> str:
    field_of = f" in {goals.fields[0]}" if goals.roles and goals.fields else ""
    return f"{field_of} around {goals.places[0]}" if goals.places else field_of


def _names_the_work(goals: Goals) -> bool:
    """Whether the statement itself says which work it is about."""
    said, wanted = fold(goals.statement), (*goals.roles, *goals.fields)
    if any(fold(one) in said for one in wanted):
        return True
    lines = frozenset(f for one in wanted for f in titles.read(one).functions)
    told = frozenset(name for one in goals.fields for name in fields.told(one))
    return bool(lines & {*titles.read(goals.statement).functions} or told & fields.told(goals.statement))


def _with(said: str, meet: str) -> str:
    """Both in one sentence if the first ends plainly."""
    if not meet:
        return said
    if said.endswith((".", "…")) and said.count(".") <= 1:
        return f"{without_stop(said)}, and {meet}."
    return f"{said} {sentence(meet)}"


def _meet(at: Occasion) -> str:
    named = targets(at, count=TARGETS_NAMED)
    if not (at.goals.companies or at.goals.kinds_of_people or at.goals.kinds_of_company):
        at.lacks("Two or three companies, or kinds of people, that you would love to meet.")
    if not named:
        return ""
    companies = [one for one in named if one in at.goals.companies]
    people = [one for one in named if one not in at.goals.companies]
    who = listed([*people, f"people at {listed(companies, last='or')}" if companies else ""])
    return at.say("meet", who=who)


def targets(at: Occasion, *, count: int) -> tuple[str, ...]:
    """Two or three companies and one kind of people that she would love to meet, not the contact's own company."""
    own = Employers(at.goals.companies[:12]).match(at.contact.company)
    companies = [one for one in at.goals.companies[:6] if one != own]
    if not companies:
        kinds = (*at.goals.kinds_of_people[:1], *(f"people from {kind}" for kind in at.goals.kinds_of_company[:2]))
        peers = _peers(at.goals) or own
        return (kinds or (peers,) * bool(peers))[:count]
    people = at.goals.kinds_of_people[:1] if count > 1 else ()
    return (*people, *at.voice.some(companies, count=count - len(people)))


def discretion(at: Occasion) -> str:
    """What keeps an employed seeker safe."""
    return at.say("discretion") if at.discreet else ""


def in_return(at: Occasion) -> tuple[str, ...]:
    """An offer to give back in particular words, long and shorter; without a strength known, she is asked for one."""
    strength = next(iter(at.voice.some(at.goals.strengths, count=1)), "")
    if not strength:
        at.lacks(f"One thing you could do for {at.who or 'them'} in return.")
        return at.say("offer"), at.say("offer short")
    particular = at.say("strength", strength=strength), at.say("strength short", strength=strength)
    return *particular, at.say("offer short")
