"""Applications: who is involved (named in one, at the company, met in an interview), and what came of them."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise

from askwell.domain.cues import CueType
from askwell.domain.messages import Interaction
from askwell.domain.people import Contact
from askwell.domain.plans import Outcome
from askwell.domain.search import Application, Stage
from askwell.domain.threads import SPOKEN, Record, moment
from askwell.identity import companies, names
from askwell.identity.mentions import named

DECIDED = frozenset({Stage.SECOND, Stage.OFFER, Stage.REJECTED})
ANSWERED = DECIDED | {Stage.SCREEN, Stage.INTERVIEW}
_STAGE_WORDS = {
    Stage.SCREEN: "answered with a first call",
    Stage.INTERVIEW: "asked you to an interview",
    Stage.SECOND: "asked you to a second round",
    Stage.OFFER: "made you an offer",
    Stage.REJECTED: "decided for somebody else",
}
_INTERVIEW = re.compile(
    r"\b(?:interviews?|screening|panel|assessment (?:day|center|centre)|second round|first round|final round"
    r"|vorstellungsgespr[aä]ch|entretien d['’]embauche|entrevista|colloquio)\b",
    re.IGNORECASE,
)


_FOR_AN_INTERVIEW = re.compile(
    r"\b(?:interview\w*|panels?|(?:first|second|final|next) round|screening|on-?site|case study|assessment"
    r"|vorstellungsgespr\w+|entretien|entrevista|colloquio)\b",
    re.IGNORECASE,
)
_APPLICATION = re.compile(
    r"\b(?:appl(?:y|ied|ying|ication|ications)|cover letter|vacanc(?:y|ies)|opening|their (?:job|role|post|position)"
    r"|bewerb\w+|beworben|candidature|postul\w+|solicitud)\b",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:recitals?|birthdays?|bday|weddings?|funeral|wake|baptism|christening|first communion|graduation|anniversary"
    r"|school play|parents?['’]? evening|parents?[- ]teacher|play ?date|sleepover|swim meet|soccer|football|baseball"
    r"|basketball|softball|hockey|gymnastics|ballet|choir|church|bible|book club|movies?|concert|barbecue|bbq|cookout"
    r"|potluck|picnic|dentist|orthodontist|pediatrician|haircut|vacation|thanksgiving|christmas|easter|poker|bowling"
    r"|game night|yoga|babysit\w*|day ?care|family (?:dinner|lunch|brunch|visit|day|photos?)|kids?['’]?s?|geburtstag"
    r"|hochzeit|taufe|beerdigung|elternabend|zahnarzt|cumpleaños|boda|anniversaire|mariage)\b",
    re.IGNORECASE,
)
_PRACTICE = re.compile(
    r"\b(?:practi[cs]e|practi[cs]ing|mock|pretend|rehears\w+|dry run|run-?through|trial run|prep(?:aration)?"
    r"|role[- ]?play|prob\w*gespr\w+|[uü]bungs\w+|simulacro|blanc)\b",
    re.IGNORECASE,
)
_VACANCY = re.compile(
    r"\b(?:vacanc(?:y|ies)|opening|job (?:ad|advert|post(?:ing)?|offer)|advert|now hiring|position (?:open|available)"
    r"|stellen\w+|offene stelle|offre d['’]emploi|vacante|annuncio|vacature)\b",
    re.IGNORECASE,
)
INTERVIEW_WITHIN = timedelta(days=21)
APPLIED_WITHIN = timedelta(days=21)  # to what somebody passed on; later it was found in another way


def is_for_an_interview(words: str) -> bool:
    """Whether an ask wants help with an interview."""
    return bool(_FOR_AN_INTERVIEW.search(words))


def is_about_an_application(words: str) -> bool:
    """Whether words speak of an application or an interview, and not only of a company one would like."""
    return bool(_APPLICATION.search(words) or _FOR_AN_INTERVIEW.search(words))


def companies_meant(record: Record, words: str, *, helper: Contact | None) -> frozenset[str]:
    """The companies an ask is about: one named with an application, else the only one named, else the helper's own.

    Several companies named without an application are where she would love to be, not what the question is about.
    """
    known = {a.company for a in record.search.applications}
    if not known:
        return frozenset()
    applied = [s for s in re.split(r"[.!?\n]", words) if is_about_an_application(s)]
    direct = frozenset(company for s in applied for company in named(s, companies=known))
    if direct:
        return direct
    mentioned = named(words, companies={*known, *record.search.goals.companies})
    if len(mentioned) == 1:
        return mentioned & known
    return frozenset(company for company in known if helper and works_at(helper, company))


def vacancies_meant(record: Record, words: str, *, after: datetime) -> frozenset[str]:
    """Where she applied for the very job that somebody passed on to her, within three weeks of it."""
    told = "\n".join(line for line in words.splitlines() if _VACANCY.search(line)).casefold()
    day = record.calendar.day(after)
    return frozenset(
        one.company
        for one in record.search.applications
        if one.title.casefold() in told and told and one.applied and day <= one.applied <= day + APPLIED_WITHIN
    )


def is_named(contact: Contact, text: str) -> bool:
    """Whether a text names the contact in full (short forms of the given name are the same: Tom for Thomas)."""
    return bool(named_as(contact, text))


def named_as(contact: Contact, text: str) -> str:
    """The name by which a text names the contact in full, "" where it does not."""
    found = full_names(text)
    own = _split(contact.name) if found else names.Name()
    if not own.full or not own.family:
        return ""
    near = (name for name in found if {own.family, *own.parts, *own.maiden} & {name.given, name.family, *name.parts})
    fits = (name for name in near if names.compare(own, name) >= names.Likeness.FITS)
    return next((f"{name.given} {name.family}" for name in fits), "")


@lru_cache(maxsize=1024)
def full_names(text: str) -> tuple[names.Name, ...]:
    """What could be a given and family name in a text: two words in capitals, one after the other."""
    words = [word.strip('.,;:()"“”') for word in text.split()]
    pairs = (f"{one} {two}" for one, two in pairwise(words) if _is_capital(one) and _is_capital(two))
    return tuple(names.split(pair) for pair in pairs)


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and len(word) > 1


@lru_cache(maxsize=8192)
def _split(name: str) -> names.Name:
    return names.split(name)


def works_at(contact: Contact, company: str) -> bool:
    """Whether they work at the company now, as the company on their cards or the domain of their mail says."""
    if not company:
        return False
    domains = (address.rpartition("@")[2] for address in contact.addresses)
    return companies.same(contact.company, company) or any(companies.owns_domain(company, d) for d in domains)


def is_interview(interaction: Interaction) -> bool:
    """Whether a meeting in the calendar is a job interview, by its title; to practice for one is none."""
    title = interaction.subject
    return interaction.channel in SPOKEN and bool(_INTERVIEW.search(title)) and not _PRACTICE.search(title)


def is_practice(record: Record, interaction: Interaction) -> bool:
    """Whether a meeting that sounds like an interview is practice for one.

    It is with a single person whom she asked for help with an interview, and who is at no company she applied to.
    """
    people = set(interaction.people)
    contact = record.search.contacts.get(interaction.other or "")
    if contact is None or len(people) != 1 or not is_interview(interaction):
        return False
    if any(is_with(interaction, application, [contact]) for application in record.search.applications):
        return False
    sent = (i for i in record.sent(contact.id, after=interaction.at - INTERVIEW_WITHIN) if i.at < interaction.at)
    asked = (i for i in sent if CueType.ASK in record.types(i))
    return any(is_for_an_interview(f"{i.subject}\n{i.text[:5000]}") for i in asked)


def is_private(interaction: Interaction) -> bool:
    """Whether a meeting in the calendar is about family or leisure, by its title: Josie's recital, Dad's birthday."""
    return bool(_PRIVATE.search(interaction.subject)) and not is_interview(interaction)


def is_with(interaction: Interaction, application: Application, people: list[Contact]) -> bool:
    """Whether a meeting is with the company of an application, by who takes part or by its title."""
    if any(works_at(contact, application.company) for contact in people):
        return True
    return bool(named(interaction.subject, companies=[application.company]))


def interviews(record: Record, application: Application, *, after: datetime) -> Iterator[Outcome]:
    """Interviews at the company that took place after a moment."""
    for interaction in record.spoken:
        if moment(interaction) > after and is_interview(interaction) and not is_practice(record, interaction):
            people = [c for p in interaction.people if (c := record.search.contacts.get(p))]
            if is_with(interaction, application, people):
                say = f"the interview at {application.company} took place"
                yield Outcome(moment(interaction), say, interaction.id)


def next_interview(record: Record, *, after: datetime) -> Iterator[Outcome]:
    """The first interview in the three weeks after a moment, with whatever company."""
    for interaction in record.spoken:
        near = after < interaction.at <= after + INTERVIEW_WITHIN
        if near and is_interview(interaction) and not is_practice(record, interaction):
            yield Outcome(moment(interaction), f"“{interaction.subject}” took place", interaction.id)
            return


def decision(
    record: Record, application: Application, wanted: frozenset[Stage], *, after: datetime
) -> Iterator[Outcome]:
    """What the company answered or decided on a day after the help; the day is all that is known."""
    heard, calendar = application.updated, record.calendar
    if application.stage in wanted and heard and calendar.day(after) < heard <= calendar.day(record.now):
        yield Outcome(calendar.start_of(heard), f"{application.company} {_STAGE_WORDS[application.stage]}")


def application_news(record: Record, application: Application) -> Iterator[tuple[str, Outcome]]:
    """An answer, an interview that took place, an offer: each with a key that stays the same."""
    day, calendar = application.updated or application.applied, record.calendar
    if application.stage in ANSWERED and day and day <= calendar.day(record.now):
        say = f"{application.company} {_STAGE_WORDS[application.stage]}"
        yield str(application.stage), Outcome(calendar.start_of(day), say)
    begun = application.applied or record.search.since
    for came in interviews(record, application, after=calendar.start_of(begun) if begun else record.now):
        yield came.interaction, came
