"""Which one question a person can best answer: one of the seeker's needs, else one made for their kind of help."""

import re
from collections.abc import Collection, Iterable, Iterator

from askwell.domain.goals import Goals, Need, NeedKind
from askwell.domain.people import Contact
from askwell.domain.plans import WayKind
from askwell.guide.drafts.occasion import set_of
from askwell.guide.drafts.questions import first_clause
from askwell.guide.drafts.said import is_new
from askwell.guide.drafts.voice import Voice
from askwell.guide.serves import SERVES
from askwell.identity import companies, resume, titles
from askwell.identity.employers import is_company
from askwell.identity.leaving import company_of, has_left
from askwell.method.ways import Sign

_OF_HERS = re.compile(r"\bmy\s+(?:\w+\s+)?(?:CV|r[eé]sum[eé]|cover letter|portfolio)\b", re.IGNORECASE)
_PAGES = re.compile(r"\b(?:CV|r[eé]sum[eé])\b", re.IGNORECASE)
_SEARCHES = re.compile(r"\b(?:looking for|my search|out of work|job[ -](?:search|hunt)|unemployed)\b", re.IGNORECASE)
INSIDERS = frozenset({WayKind.INSIDER, WayKind.FORMER_INSIDER})


def choose(
    contact: Contact,
    signs: Iterable[Sign],
    goals: Goals,
    *,
    needs: Iterable[Need],
    pointed: bool = False,
    said: Collection[str] = frozenset(),
) -> tuple[Need, Sign]:
    """The need for this person and the way it rests on.

    What was `said` to others comes last: of people who know each other, no two should get the same question. Somebody
    she was pointed to (`pointed`) was named for what they know, even where their work is not known yet.
    """
    ordered, known = _staff_first(tuple(signs)), tuple(needs)
    spare: tuple[Need, Sign] | None = None
    for sign in ordered:
        for fitting in _fitting(sign, goals, known, pointed=pointed):
            options = [*fitting, *(_their_own(contact, sign, goals, said) if pointed else ())]
            new = [need for need in options if not was_asked(need.question, said)]
            if new:
                return new[Voice(contact.id, contact.name, "pointed").place(of=len(new)) if pointed else 0], sign
            spare = spare or (options[0], sign)
        if sign.kind in INSIDERS:
            break  # nobody else can tell what it is like inside, so that is asked
    if spare and goals.needs:
        return spare  # her own words stand before any that are made; the letter makes them particular
    return _made(contact, ordered[0], goals, said, pointed=pointed)


def was_asked(question: str, said: Collection[str]) -> bool:
    """Whether somebody was asked this, in full or by its first clause."""
    return not (is_new(question, said) and is_new(first_clause(question), said))


def _fitting(sign: Sign, goals: Goals, known: tuple[Need, ...], *, pointed: bool) -> Iterator[list[Need]]:
    """The needs that this help can serve, those of the best kind first."""
    vouched = pointed and sign.kind is WayKind.OUTSIDE_EYES
    for kind in (NeedKind.ADVICE, NeedKind.INFORMATION) if vouched else _kinds(sign):
        if fitting := [need for need in known if need.kind is kind and _fits(need, sign, goals)]:
            yield fitting


def _their_own(contact: Contact, sign: Sign, goals: Goals, said: Collection[str]) -> list[Need]:
    """What else somebody can be asked where no need is in her own words: on what they do, and where they are."""
    if goals.needs:
        return []
    kind = Sign(WayKind.SAME_FIELD) if sign.kind is WayKind.OUTSIDE_EYES else sign
    house = WayKind.FORMER_INSIDER if has_left(contact) else WayKind.INSIDER
    inside = [Sign(house, contact.company)] if is_company(contact.company) else []
    return [made_for(contact, one, goals, said=said) for one in (kind, *inside)]


def _made(contact: Contact, sign: Sign, goals: Goals, said: Collection[str], *, pointed: bool) -> tuple[Need, Sign]:
    """A question of Askwell's own."""
    if not pointed:
        return made_for(contact, sign, goals, said=said), sign
    chosen = Sign(WayKind.SAME_FIELD) if sign.kind is WayKind.OUTSIDE_EYES else sign
    own = _their_own(contact, chosen, goals, said) or [made_for(contact, chosen, goals, said=said)]
    new = [need for need in own if not was_asked(need.question, said)] or own
    return new[Voice(contact.id, contact.name, "pointed").place(of=len(new))], chosen


def wants_a_file(question: str) -> bool:
    """Whether something of hers is to be read for it, which has to be sent along."""
    return bool(_OF_HERS.search(question))


def gives_away(question: str) -> bool:
    """Whether it tells that she searches, which is not for the letters of who has a job and keeps quiet."""
    return bool(_SEARCHES.search(question))


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
        return not about and not _PAGES.search(need.question)
    return not about


def made_for(contact: Contact, sign: Sign, goals: Goals, *, said: Collection[str] = frozenset()) -> Need:
    """A question of Askwell's own for one kind of help, answered in five minutes; one that nobody was asked yet."""
    role = next(iter(goals.roles), "") or "somebody like me"
    company = sign.about if sign.kind in INSIDERS or sign.how == "staff" else contact.company
    facts = {
        "company": company or "your place",
        "at": f" at {there}" if (there := company_of(contact)) else "",
        "about": sign.about,
        "work": _work(goals),
        "cv": resume.word(goals),
    }
    question = Voice(contact.id, "need", said=said).say(f"question {set_of(sign)}", **facts)
    return Need(_KINDS[sign.kind], question, company if sign.kind in INSIDERS else role)


def _work(goals: Goals) -> str:
    named = (titles.label(f) for role in goals.roles for f in titles.read(role).functions)
    return next((label for label in named if label), "") or next(iter(goals.fields), "") or "this work"


_KINDS = {
    WayKind.IN_THE_ROLE: NeedKind.ADVICE,
    WayKind.HIRES: NeedKind.ADVICE,
    WayKind.FELLOW: NeedKind.FEEDBACK,
    WayKind.KNOWS_YOU: NeedKind.FEEDBACK,
    WayKind.OUTSIDE_EYES: NeedKind.FEEDBACK,
    WayKind.INSIDER: NeedKind.INFORMATION,
    WayKind.FORMER_INSIDER: NeedKind.INFORMATION,
    WayKind.CONNECTOR: NeedKind.INFORMATION,
    WayKind.SAME_FIELD: NeedKind.INFORMATION,
    WayKind.SAME_PLACE: NeedKind.INFORMATION,
}
