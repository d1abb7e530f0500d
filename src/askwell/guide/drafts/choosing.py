"""Which one question a person can best answer: one of the seeker's needs, else one made for their kind of help."""

import re
from collections.abc import Iterable, Mapping

from askwell.domain.goals import Goals, Need, NeedKind
from askwell.domain.people import Contact
from askwell.domain.plans import WayKind
from askwell.guide.drafts.voice import Voice
from askwell.guide.ranking import SERVES
from askwell.identity import companies, titles
from askwell.identity.employers import is_company
from askwell.method.ways import Sign

_OF_HERS = re.compile(r"\bmy\s+(?:\w+\s+)?(?:CV|r[eé]sum[eé]|cover letter|portfolio)\b", re.IGNORECASE)
INSIDERS = frozenset({WayKind.INSIDER, WayKind.FORMER_INSIDER})


def choose(
    contact: Contact,
    signs: Iterable[Sign],
    goals: Goals,
    *,
    needs: Iterable[Need],
    used: Mapping[str, int] | None = None,
    pointed: bool = False,
) -> tuple[Need, Sign]:
    """The need for this person and the way it rests on. `used` counts needs asked of others today, for variety.

    Somebody she was pointed to (`pointed`) was named for what they know, even where their work is not known yet.
    """
    signs, known, seen = _staff_first(tuple(signs)), tuple(needs), used or {}
    for sign in signs:
        vouched = pointed and sign.kind is WayKind.OUTSIDE_EYES
        for kind in (NeedKind.ADVICE, NeedKind.INFORMATION) if vouched else _kinds(sign):
            fitting = [need for need in known if need.kind is kind and _fits(need, sign, goals)]
            if fitting and pointed:
                return _their_own(contact, sign, goals, fitting), sign
            if fitting:
                return min(fitting, key=lambda need: (seen.get(need.question, 0), known.index(need))), sign
        if sign.kind in INSIDERS:
            break  # nobody else can tell what it is like inside, so that is asked
    chosen = Sign(WayKind.SAME_FIELD) if pointed and signs[0].kind is WayKind.OUTSIDE_EYES else signs[0]
    return _their_own(contact, chosen, goals, []) if pointed else made_for(contact, chosen, goals), chosen


def _their_own(contact: Contact, sign: Sign, goals: Goals, fitting: list[Need]) -> Need:
    """For somebody she was pointed to: people who know each other should not all get the same question.

    Where the needs are her own words, one of these; else one of those proposed, or one on what they do where they are.
    """
    voice, options = Voice(contact.id, contact.name, "pointed"), list(fitting)
    if not (goals.needs and fitting):
        kind = Sign(WayKind.SAME_FIELD) if sign.kind is WayKind.OUTSIDE_EYES else sign
        options.append(made_for(contact, kind, goals))
    if not goals.needs and is_company(contact.company):
        options.append(made_for(contact, Sign(WayKind.INSIDER, contact.company), goals))
    return options[voice.place(of=len(options))]


def wants_a_file(question: str) -> bool:
    """Whether something of hers is to be read for it, which has to be sent along."""
    return bool(_OF_HERS.search(question))


def _kinds(sign: Sign) -> tuple[NeedKind, ...]:
    """The kinds of need this help can serve; who places people reads a CV better than they know the work itself."""
    places_people = sign.kind is WayKind.CONNECTOR and sign.how.startswith(("recruits", "places people"))
    return (NeedKind.INFORMATION, NeedKind.FEEDBACK, NeedKind.ADVICE) if places_people else SERVES[sign.kind]


def _staff_first(signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """Who chooses people at a target can tell what they look for, better than how the work is organized there."""
    return tuple(sorted(signs, key=lambda sign: sign.how != "staff"))


def _fits(need: Need, sign: Sign, goals: Goals) -> bool:
    """A question about a company is for its insiders, and theirs is about their company; a feedback is for anybody."""
    if goals.statement and goals.statement in need.question:
        return False  # the goal stands in the letter already; a question that quotes it would say it twice
    about = next((c for c in goals.companies if companies.same(c, need.serves) or c in need.question), "")
    if sign.kind in INSIDERS:
        return about == sign.about
    if need.kind is NeedKind.ADVICE and (sign.kind is WayKind.CONNECTOR or sign.how == "staff"):
        return not about and need.serves in goals.roles  # they know what is wanted of people, not how the work is done
    if sign.kind is WayKind.OUTSIDE_EYES:
        return not about and "CV" not in need.question
    return not about


def made_for(contact: Contact, sign: Sign, goals: Goals) -> Need:
    """A question of Askwell's own for one kind of help, answered in five minutes."""
    voice = Voice(contact.id, "need")
    role = next(iter(goals.roles), "") or "somebody like me"
    work = _work(goals)
    kind, questions = _QUESTIONS[sign.kind]
    company = sign.about if sign.kind in INSIDERS or sign.how == "staff" else contact.company
    question = voice.one_of(*questions, company=company or "your place", role=role, work=work, about=sign.about)
    return Need(kind, question, company if sign.kind in INSIDERS else role)


def _work(goals: Goals) -> str:
    named = (titles.label(f) for role in goals.roles for f in titles.read(role).functions)
    return next((label for label in named if label), "") or next(iter(goals.fields), "") or "this work"


_QUESTIONS: Mapping[WayKind, tuple[NeedKind, tuple[str, ...]]] = {
    WayKind.INSIDER: (
        NeedKind.INFORMATION,
        (
            "What is {company} [busy with|working hardest on] this year, seen from where you sit?",
            "What would surprise [an outsider|somebody new] about [working|how work is done] at {company}?",
            "How does {company} organize its {work}?",
        ),
    ),
    WayKind.FORMER_INSIDER: (
        NeedKind.INFORMATION,
        (
            "What did {company} [do better than|do differently from] other places you have seen?",
            "What should [one|somebody new] understand about {company} before the first day there?",
        ),
    ),
    WayKind.IN_THE_ROLE: (
        NeedKind.ADVICE,
        (
            "What took you longest to learn in your job?",
            "Which part of {work} is changing most these days?",
            "What tells a good colleague in your job from an excellent one?",
        ),
    ),
    WayKind.HIRES: (
        NeedKind.ADVICE,
        (
            "What do you look for first when you hire for {work}?",
            "Which line of a CV makes you read on?",
        ),
    ),
    WayKind.CONNECTOR: (
        NeedKind.INFORMATION,
        (
            "Which kind of company takes {work} seriously these days?",
            "What do companies complain about most when they talk of {work}?",
        ),
    ),
    WayKind.SAME_FIELD: (
        NeedKind.INFORMATION,
        (
            "What is changing in your field that one cannot read anywhere?",
            "What are people in your field worried about this year?",
        ),
    ),
    WayKind.SAME_PLACE: (NeedKind.INFORMATION, ("Which employers around {about} are well spoken of, and why?",)),
    WayKind.FELLOW: (
        NeedKind.FEEDBACK,
        (
            "Which of my strengths would you name first, from what you have seen?",
            "What should I say about our time there that I probably leave out?",
        ),
    ),
    WayKind.KNOWS_YOU: (
        NeedKind.FEEDBACK,
        (
            "What am I better at than I say myself?",
            "Which of my strengths would you name first, and which would you leave out?",
        ),
    ),
    WayKind.OUTSIDE_EYES: (
        NeedKind.FEEDBACK,
        (
            "Is that goal clear to [you|somebody outside my trade], and which word would you change?",
            "Which part of that goal is unclear to [you|somebody outside my trade]?",
        ),
    ),
}
