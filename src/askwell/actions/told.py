"""She told me in person: help, names, an offer or a no, noted in one small form; and what came of a help."""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from askwell.actions import adding, finding, memory, persons
from askwell.actions.adding import Namesakes
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.voids import difference, standing
from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.errors import Refused
from askwell.domain.messages import Channel, Direction, Interaction
from askwell.domain.people import Contact
from askwell.domain.plans import ReferralKind
from askwell.domain.saying import listed
from askwell.domain.threads import SPOKEN
from askwell.identity import handles
from askwell.method.favors import Books

__all__ = ["Named", "Namesakes", "came_of_it", "lately", "told"]
MIDDAY = timedelta(hours=12)
A_MOMENT = timedelta(minutes=1)
FEW = 8  # people to choose from


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who was volunteered, as she heard of them; `kind` is a ReferralKind's word.

    `person` is the id of whoever is meant among those that are here; `new` says that it is none of them.
    """

    name: str
    company: str = ""
    address: str = ""
    kind: str = "name"
    person: str = ""
    new: bool = False


def told(
    desk: Desk,
    person_id: str,
    *,
    what: str = "",
    named: Sequence[Named] = (),
    helped: bool = False,
    offered: bool = False,
    declined: bool = False,
    channel: str = "meeting",
    on: date | None = None,
) -> Done:
    """Note what somebody told her, `on` a day of hers, today if it is not said; it counts at once.

    Who is named with a company or an address is added; who is named alone is nobody's contact yet. Raises
    NoSuchPerson; Namesakes where a name may be that of somebody who is here; Refused where nothing was told.
    """
    from askwell.store import write

    contacts = memory.contacts(desk)
    contact, words = persons.among(contacts, person_id), " ".join(what.split())
    names = [one for one in named if one.name.strip()]
    if not (words or names or helped or offered or declined):
        raise Refused(f"Nothing was told yet. Write a line on what {contact.name} said, or who was named.")
    at, by = _moment(desk, on, contact), _channel(channel)
    known = _known(names, contacts, but=contact)
    said = f"what {contact.name} told you"
    before = standing(desk)
    with write.batch("log", said, now=desk.now) as batch:
        new = [one for number, one in enumerate(names) if number not in known and (one.company or one.address)]
        ids = iter(write.add_people(batch, [adding.person_in(_newcomer(one)) for one in new]))
        added = {id(one): next(ids) for one in new}
        cues = [
            *_cues(words, helped=helped, offered=offered, declined=declined),
            *(
                _referral(one, known.get(number), added.get(id(one), ""), words, by_whom=contact)
                for number, one in enumerate(names)
            ),
        ]
        exchange = write.ExchangeIn(interaction=_talk(contact, at, by, words), cues=tuple(cues))
        write.add_exchanges(batch, [exchange])
    joined = f"Added {listed([one.name.strip() for one in new])}." if new else ""
    after = difference(before, standing(desk))
    return Done(" ".join(filter(None, (f"Noted: {said}.", joined, after))), batch.id)


def came_of_it(desk: Desk, person_id: str, what: str) -> Done:
    """Note what somebody's help led to, in her own words: then they would love to hear it."""
    from askwell.store import write

    contact, words = persons.among(memory.contacts(desk), person_id), " ".join(what.split())
    if not words:
        raise Refused(f"Nothing was noted yet. Write a line on what came of {contact.name}’s help.")
    note = Interaction(
        id="", at=desk.now, channel=Channel.TEXT, direction=Direction.OUT, people=(contact.id,), text=words
    )
    cue = Cue(CueType.OUTCOME, evidence=words, about=words, answer=Answer.YES)
    said = f"what came of {contact.name}’s help"
    before = standing(desk)
    with write.batch("log", said, now=desk.now) as batch:
        write.add_exchanges(batch, [write.ExchangeIn(interaction=note, cues=(cue,))])
    return Done(" ".join(filter(None, (f"Noted: {said}.", difference(before, standing(desk))))), batch.id)


def lately(desk: Desk) -> tuple[Contact, ...]:
    """The few with whom she was last in touch, the latest first."""
    return memory.worked_out(desk, "lately in touch", _lately)


def _lately(_: Desk, kept: Books) -> tuple[Contact, ...]:
    known = ((one.last, one.id, one) for one in kept.record.search.contacts.values() if one.last is not None)
    return tuple(one for _, _, one in heapq.nlargest(FEW, known, key=lambda told: told[:2]))


def _moment(desk: Desk, on: date | None, contact: Contact) -> datetime:
    """Midday of a day that is over, but after what she wrote to them that day, for it may be the answer; else now."""
    today = desk.calendar.day(desk.now)
    if on is not None and on > today:
        raise Refused("That day is still to come. Choose today or a day before it.")
    if on is None or on == today:
        return desk.now
    midday, night = desk.calendar.start_of(on) + MIDDAY, desk.calendar.end_of(on)
    written = (
        one.at
        for one in memory.search(desk).interactions
        if one.direction is Direction.OUT and midday <= one.at < night and contact.id in one.people
    )
    return min(night, max(written, default=midday - A_MOMENT) + A_MOMENT)


def _channel(name: str) -> Channel:
    try:
        return Channel(name)
    except ValueError:
        raise Refused(
            f"“{name}” is no way to be told. Choose in person, the phone, mail, LinkedIn or a text."
        ) from None


def _known(names: Sequence[Named], contacts: Mapping[str, Contact], *, but: Contact) -> dict[int, Contact]:
    """By number, whoever is meant among those that are here."""
    found: dict[int, Contact] = {}
    unsure: dict[int, tuple[Contact, ...]] = {}
    for number, one in enumerate(names):
        if one.kind not in {str(kind) for kind in ReferralKind}:
            raise Refused(f"“{one.kind}” is no way to point to somebody.")
        if one.person:
            found[number] = persons.among(contacts, one.person)
        elif not one.new:
            same = finding.of_the_name(one.name, contacts) or _at(one.address, contacts)
            near = () if same else finding.alike(one.name, contacts, but=but.id)
            if len(same) == 1:
                found[number] = same[0]
            elif same or near:
                unsure[number] = (*same, *near)
    if but.id in {one.id for one in found.values()}:
        raise Refused(f"{but.name} is the one who told you. Write the name of whoever they spoke of.")
    if unsure:
        name = names[next(iter(unsure))].name.strip()
        raise Namesakes(f"Is {name} somebody who is here already? Choose, and it will be noted.", unsure)
    return found


def _at(address: str, contacts: Mapping[str, Contact]) -> list[Contact]:
    wanted = handles.address(address) if address else ""
    return [one for one in contacts.values() if wanted and wanted in one.addresses]


def _newcomer(one: Named) -> adding.Newcomer:
    return adding.Newcomer(one.name, email=one.address, company=one.company)


def _cues(words: str, *, helped: bool, offered: bool, declined: bool) -> Iterable[Cue]:
    said = {CueType.HELP: helped, CueType.OFFER: offered, CueType.DECLINE: declined}
    return (Cue(kind, evidence=words, answer=Answer.YES) for kind, yes in said.items() if yes)


def _referral(one: Named, known: Contact | None, added: str, words: str, *, by_whom: Contact) -> Cue:
    name = known.name if known else " ".join(one.name.split())
    return Cue(
        CueType.REFERRAL,
        people=(name,),
        contacts=(known.id if known else added,),
        evidence=words or f"{by_whom.name} named {name}",
        about=one.kind,
        answer=Answer.YES,
    )


def _talk(contact: Contact, at: datetime, channel: Channel, words: str) -> Interaction:
    direction = Direction.BOTH if channel in SPOKEN else Direction.IN
    return Interaction(id="", at=at, channel=channel, direction=direction, people=(contact.id,), text=words)
