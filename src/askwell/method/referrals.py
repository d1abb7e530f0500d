"""Tip 5, referrals are volunteered: who referred whom, how far each has come, the tree, and the count to 100."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from askwell.domain.cues import Cue, CueType
from askwell.domain.messages import Direction, Interaction
from askwell.domain.people import Contact
from askwell.domain.plans import Branch, Referral, ReferralKind, ReferralStage
from askwell.domain.search import Application, Search
from askwell.domain.threads import Record, confirmed, is_by_hand, noted_first, stable_id
from askwell.identity import names, titles
from askwell.identity.involved import full_names, is_interview, is_named, named_as, works_at
from askwell.identity.outcomes import news
from askwell.identity.whose import Whose

AIM = 100

_USE_MY_NAME = re.compile(
    r"\b(?:use|drop|mention|give)\s+my\s+name\b|\bmention\s+me\b"
    r"|\b(?:say|tell (?:him|her|them))\b[^.!?\n]{0,60}?\b(?:sent you|said so|from me|i sent|i said|told you to|says)\b"
    r"|\bsay\s+\w+\s+(?:from|sent)\b",
    re.IGNORECASE,
)
_EMPLOYEE_REFERRAL = re.compile(
    r"\bemployee[- ]referral|\breferral (?:portal|program(?:me)?|link|form|system|bonus)\b"
    r"|\breferred you (?:internally|formally|in our|through our|in the)\b",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"\b(?:passed|forwarded|handed|sent)\b[^.!?\n]{0,30}\byour (?:cv|r[eé]sum[eé]|profile|details|note|one-pager)\b",
    re.IGNORECASE,
)
_TELLS = (
    r"(?:told me|mentioned|suggested|said|passed|forwarded|gave me|sent me|speaks?|spoke|introduced|asked me|thought)"
)

_PUT_IN_TOUCH = re.compile(
    r"\b(?:thank|thanks|thx|grateful|kind of)\b[^.!?\n]{0,60}\b(?:intro|introduction|introducing|connecting|connection"
    r"|putting us|linking us)\b|\b(?:moving|moved|dropping|putting)\b[^.!?\n]{0,40}\bbcc\b|\bto bcc\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Mention:
    """One person volunteered in one message."""

    interaction: Interaction
    referrer: str
    person: str
    name: str
    kind: ReferralKind
    place: str
    cues: tuple[Cue, ...] = ()
    sure: bool = False


def referrals(search: Search, now: datetime) -> tuple[Referral, ...]:
    """Every referral noticed, oldest first: one for each referrer and person."""
    return referrals_in(Record.of(search, now=now))


def referrals_in(record: Record) -> tuple[Referral, ...]:
    found: list[list[_Mention]] = []
    for mention in (*_from_cues(record), *_from_threads(record)):
        known = next((group for group in found if any(_is_same(mention, one) for one in group)), None)
        if known is None:
            found.append([mention])
        else:
            known.append(mention)
    made = [_referral(record, mentions) for mentions in found]
    return tuple(sorted(made, key=lambda referral: (referral.at, referral.id)))


def _is_same(a: _Mention, b: _Mention) -> bool:
    """Whether one referrer volunteered the same person in both; a name alone fits somebody known by that name."""
    if a.referrer != b.referrer or (a.person and b.person):
        return a.referrer == b.referrer and a.person == b.person
    return a.name == b.name or names.compatible(a.name, b.name)


def _from_cues(record: Record) -> Iterator[_Mention]:
    lookup = Whose(record)
    own = names.normal(record.search.goals.name)
    for interaction, cue in record.cues(CueType.INTRODUCTION, CueType.REFERRAL):
        referrer = interaction.other
        if interaction.direction is Direction.OUT or not referrer:
            continue
        kind = _kind(cue, interaction)
        for place, (name, given) in enumerate(_volunteered(cue, interaction)):
            person = given or lookup.find(name, said_in=interaction)
            contact = record.search.contacts.get(person)
            named = contact.name if contact else name
            if person != referrer and not (own and names.normal(named) == own):
                yield _Mention(interaction, referrer, person, named, kind, place=name or str(place), cues=(cue,))


def _volunteered(cue: Cue, interaction: Interaction) -> Iterator[tuple[str, str]]:
    """Names with contact ids; where an introduction names nobody, the others in the message; else one nameless."""
    if cue.people or any(cue.contacts):
        ids = (*cue.contacts, *[""] * len(cue.people))
        texts = (*cue.people, *[""] * len(cue.contacts))
        yield from ((name, person) for name, person in zip(texts, ids, strict=False) if name or person)
    elif cue.type is CueType.INTRODUCTION and len(interaction.people) > 1:
        yield from (("", person) for person in interaction.people[1:])
    else:
        yield "", ""


def _kind(cue: Cue, interaction: Interaction) -> ReferralKind:
    """As she said herself; else the strongest that the cue or the words of the message tell."""
    said = ReferralKind(cue.about) if cue.about in set(ReferralKind) else None
    if said and is_by_hand(interaction):
        return said
    return max((_kind_in_words(cue, interaction), said or ReferralKind.NAME), key=list(ReferralKind).index)


def _kind_in_words(cue: Cue, interaction: Interaction) -> ReferralKind:
    words = f"{cue.evidence}\n{interaction.text[:5000]}"
    if _EMPLOYEE_REFERRAL.search(words):
        return ReferralKind.EMPLOYEE_REFERRAL
    if cue.type is CueType.INTRODUCTION:
        return ReferralKind.INTRODUCTION
    if _FORWARDED.search(words):
        return ReferralKind.FORWARDED
    return ReferralKind.USE_MY_NAME if _USE_MY_NAME.search(words) else ReferralKind.NAME


def _from_threads(record: Record) -> Iterator[_Mention]:
    """Referrals that no sentence announces.

    A third person writes first and names the helper, or answers in the thread of a message with both in it; or only an
    answer is left, and whoever is thanked in it for the introduction made it.
    """
    asked = _asked(record)
    for interaction in record.past:
        if interaction.direction is Direction.IN and not record.is_machine(interaction):
            yield from _written_first(record, interaction, asked)
            yield from _put_together(record, interaction, asked)
            yield from _second_hand(record, interaction, asked)


def _asked(record: Record) -> dict[str, datetime]:
    """Whom she asked, with the first time."""
    found: dict[str, datetime] = {}
    for interaction, _ in record.cues(CueType.ASK):
        if interaction.other and interaction.direction is not Direction.IN:
            found.setdefault(interaction.other, interaction.at)
    return found


def _written_first(record: Record, first: Interaction, asked: dict[str, datetime]) -> Iterator[_Mention]:
    writer = first.other
    if first.group or not writer or writer in asked or first.id in record.search.refused:
        return
    if record.between(writer)[0] is not first or record.thread(first)[0] is not first:
        return
    helpers = [h for h, at in asked.items() if at < first.at and _is_named(record, h, first.text)]
    if len(helpers) == 1:
        offered = any(i.other == helpers[0] and i.at < first.at for i, _ in record.cues(CueType.OFFER))
        kind = ReferralKind.FORWARDED if offered else ReferralKind.INTRODUCTION
        yield _thread_mention(record, first, referrer=helpers[0], person=writer, kind=kind)


def _is_named(record: Record, helper: str, text: str) -> bool:
    contact = record.search.contacts.get(helper)
    head = text[:1500]
    if contact is None or len(contact.given) < 3 or contact.given.casefold() not in head.casefold():
        return False
    given = re.escape(contact.given)
    full = re.escape(contact.name)
    return bool(re.search(rf"\b{full}\b|\b{given}\b[^.!?\n]{{0,40}}?\b{_TELLS}\b", head, re.IGNORECASE))


def _put_together(record: Record, first: Interaction, asked: dict[str, datetime]) -> Iterator[_Mention]:
    helper = first.other or ""
    seen = record.types(first) & {CueType.INTRODUCTION, CueType.REFERRAL}
    if seen or len(first.people) < 2 or first.id in record.search.refused:
        return
    if asked.get(helper, record.now) >= first.at:
        return
    for person in first.people[1:]:
        answers = (i for i in record.thread(first) if i.at > first.at and i.direction is Direction.IN)
        if record.between(person)[0] is first and any(i.other == person for i in answers):
            yield _thread_mention(record, first, referrer=helper, person=person, kind=ReferralKind.INTRODUCTION)


def _second_hand(record: Record, answer: Interaction, asked: dict[str, datetime]) -> Iterator[_Mention]:
    writer, said = answer.other or "", _PUT_IN_TOUCH.search(answer.text[:1500])
    if said is None or not writer or answer.id in record.search.refused or record.between(writer)[0] is not answer:
        return
    line = _thanking(answer.text, said.start(), said.end()).casefold()
    helpers = [h for h in dict.fromkeys((*answer.people, *asked)) if h != writer and _is_called(record, h, line)]
    if len(helpers) == 1 and not _was_joined(record, helpers[0], answer):
        yield _thread_mention(record, answer, referrer=helpers[0], person=writer, kind=ReferralKind.INTRODUCTION)


def _thanking(text: str, start: int, end: int) -> str:
    """The sentence, and the word or two before it, in which somebody is thanked: "Thanks, Mara, for …"."""
    begin = max(text.rfind(mark, 0, start) for mark in ".!?\n") + 1
    stops = [at for mark in ".!?\n" if (at := text.find(mark, end)) >= 0]
    return text[begin : min(stops, default=len(text))]


def _is_called(record: Record, person: str, line: str) -> bool:
    contact = record.search.contacts.get(person)
    given = contact.given.casefold() if contact else ""
    return len(given) > 2 and re.search(rf"\b{re.escape(given)}\b", line) is not None


def _was_joined(record: Record, helper: str, answer: Interaction) -> bool:
    """Whether the message that put them in touch is there itself."""
    return any(i.at < answer.at and i.other == helper for i in record.thread(answer))


def _thread_mention(
    record: Record, interaction: Interaction, *, referrer: str, person: str, kind: ReferralKind
) -> _Mention:
    """Sure once she has written back: she need not be asked about what she acted upon."""
    contact = record.search.contacts.get(person)
    sure = bool(record.sent(person, after=interaction.at))
    return _Mention(interaction, referrer, person, contact.name if contact else "", kind, place="thread", sure=sure)


def _referral(record: Record, mentioned: list[_Mention]) -> Referral:
    """The id rests on a message and on the name in it, so that it outlives a merge and a better-known person."""
    first, key = mentioned[0], noted_first(m.interaction.id for m in mentioned)
    noted = next(m for m in mentioned if m.interaction.id == key)
    known = next((m for m in mentioned if m.person), first)
    referral = Referral(
        id=stable_id("referral", noted.interaction.id, noted.place),
        kind=max((m.kind for m in mentioned), key=list(ReferralKind).index),
        stage=ReferralStage.NAMED,
        referrer=first.referrer,
        person=known.person,
        name=known.name,
        at=first.interaction.at,
        confirmed=any(m.sure or (m.cues and confirmed(m.cues)) for m in mentioned),
        interaction=first.interaction.id,
        evidence=first.interaction.origin,
        interactions=tuple(dict.fromkeys(m.interaction.id for m in mentioned)),
    )
    return replace(referral, stage=_stage(record, referral))


def _stage(record: Record, referral: Referral) -> ReferralStage:
    contact = record.search.contacts.get(referral.person)
    if contact is None:
        return ReferralStage.NAMED
    talking = news(record, referral) is not None
    if _at_an_opening(record, referral, contact, talking=talking):
        return ReferralStage.OPENING
    if not talking:
        return ReferralStage.NAMED
    return ReferralStage.DECIDER if _decides(record, contact) else ReferralStage.CONVERSATION


def _at_an_opening(record: Record, referral: Referral, contact: Contact, *, talking: bool) -> bool:
    """An application came through them, or names or is with them once they talk; or they sat in an interview."""
    for application in record.search.applications:
        if is_named(contact, f"{application.via}\n{application.contact}"):
            return True
        if talking and (is_named(contact, application.note) or works_at(contact, application.company)):
            return True
    return any(is_interview(talk) for talk in record.talks(referral.person, after=referral.at))


def _decides(record: Record, contact: Contact) -> bool:
    """Whether the title says that they manage, direct or own, or hire for a role she wants."""
    title = titles.read(contact.title)
    roles = (titles.read(role) for role in record.search.goals.roles)
    return not title.past and (title.level >= titles.MANAGES or any(titles.decides(title, role) for role in roles))


def of_application(
    record: Record, application: Application, found: Iterable[Referral]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Everybody on the referral chain of an application, nearest first, each with the key of their place on it.

    It begins with whom it names as the way it came, or as its contact where that is somebody referred or referring.
    A place is the referral that led on from them or, of whom it names, the name: so it outlives every merge.
    """
    if not full_names(f"{application.via}\n{application.contact}"):
        return ()
    found = tuple(found)
    led = _edges(found)
    line = {who: ("named", name) for who, name in _named(record, application, found).items()}
    for who in tuple(line):
        for one, edge in _line(who, led):
            line.setdefault(one, ("led", edge))
    return tuple(line.items())


def _named(record: Record, application: Application, found: Iterable[Referral]) -> dict[str, str]:
    """Whom an application names, each by the name as it stands there: those she had to do with in this search first.

    As its contact only who refers or is referred: others are the company's. Somebody else of her people is meant by
    the way it came where just one of them has such a name.
    """
    known = dict.fromkeys(who for r in found for who in (r.referrer, r.person))
    contacts = record.search.contacts
    named: dict[str, str] = {}
    for who in dict.fromkeys((*known, *record.people)):
        contact = contacts.get(who)
        by = f"{application.via}\n{application.contact}" if who in known else application.via
        if contact and (name := named_as(contact, by)):
            named.setdefault(who, name)
    return named or _only_one_named(application.via, contacts.values())


def _only_one_named(text: str, contacts: Iterable[Contact]) -> dict[str, str]:
    families = {word.strip('.,;:()"“”').casefold() for word in text.split()} if full_names(text) else set[str]()
    near = (one for one in contacts if families and one.name.rpartition(" ")[2].casefold() in families)
    named = {one.id: name for one in near if (name := named_as(one, text))}
    return named if len(named) == 1 else {}


def _edges(found: Iterable[Referral]) -> dict[str, Referral]:
    """The referral that led to each person: the first one, unless it would close a circle."""
    led: dict[str, Referral] = {}
    for referral in sorted(found, key=lambda r: (r.at, r.id)):
        if referral.person and referral.person not in led and referral.person not in _above(referral.referrer, led):
            led[referral.person] = referral
    return led


def _above(person: str, led: dict[str, Referral]) -> tuple[str, ...]:
    """The person and everybody up the chain."""
    return (person, *(one for one, _ in _line(person, led)))


def _line(person: str, led: dict[str, Referral]) -> Iterator[tuple[str, str]]:
    """Everybody up the chain of a person, nearest first, each with the id of the referral that led on from them."""
    while person in led:
        edge = led[person]
        person = edge.referrer
        yield person, edge.id


def chain(person: str, found: Iterable[Referral]) -> tuple[str, ...]:
    """The referrers that led to a person, nearest first."""
    return _above(person, _edges(found))[1:]


def up(referral: Referral, found: Iterable[Referral]) -> tuple[tuple[str, str], ...]:
    """Whom news of a referral goes to: its referrer (with ""), and everybody up the chain; not the person itself.

    Each of the others comes with the id of the referral that led on from them, which is their place on the chain.
    """
    line = ((referral.referrer, ""), *_line(referral.referrer, _edges(found)))
    return tuple(one for one in line if one[0] != referral.person)


def tree(found: Iterable[Referral]) -> tuple[Branch, ...]:
    """Who referred whom, each referral once, without a circle; the oldest first."""
    found = sorted(found, key=lambda r: (r.at, r.id))
    led = _edges(found)
    return tuple(_branch(r, found, led) for r in found if r.referrer not in led)


def _branch(referral: Referral, found: list[Referral], led: dict[str, Referral]) -> Branch:
    grows = led.get(referral.person) is referral
    further = (_branch(r, found, led) for r in found if grows and r.referrer == referral.person)
    return Branch(referral, tuple(further))


def count(found: Iterable[Referral]) -> int:
    """Of `AIM`: those she said yes to."""
    return sum(referral.confirmed for referral in found)


def by_stage(found: Iterable[Referral]) -> dict[str, int]:
    """How many confirmed ones stand at each stage now; they add up to the count."""
    counted = Counter(str(referral.stage) for referral in found if referral.confirmed)
    return {str(stage): counted[str(stage)] for stage in ReferralStage}


def by_kind(found: Iterable[Referral]) -> dict[str, int]:
    """How many confirmed ones there are of each kind; they add up to the count."""
    counted = Counter(str(referral.kind) for referral in found if referral.confirmed)
    return {str(kind): counted[str(kind)] for kind in ReferralKind}
