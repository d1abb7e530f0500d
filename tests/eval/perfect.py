"""A search as one value with perfect cues: real files, but who is who and what was meant taken from the truth."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from tests.eval.scenes import Scene, Truth

from askwell import sources
from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.goals import Goals
from askwell.domain.messages import Channel, Direction, Interaction, Message, Writer
from askwell.domain.people import Card, Contact, Party
from askwell.domain.search import Application, Search
from askwell.sources import walk


class Who:
    """Which person of the truth an address, a profile or a name stands for."""

    def __init__(self, told: Truth) -> None:
        self.names: dict[str, str] = {}
        self.handles: dict[str, str] = {}
        for one in told["same_person"]:
            for record in one["records"]:
                if record["name"]:
                    self.names.setdefault(record["name"].casefold(), one["person"])
                if record.get("email"):
                    self.handles[record["email"]] = one["person"]
            self.handles |= dict.fromkeys(one["mail_addresses"], one["person"])
        for one in told["mail_people"]:
            self.names[one["person"].casefold()] = one["person"]
            if one["mail"]:
                self.handles[one["mail"]] = one["person"]
        for one in told["asks"]:
            self.names[one["to"].casefold()] = one["to"]
        for one in told["referrals"]:  # a team stands in the truth with its organization in parentheses
            self.names.setdefault(one["introduced"].partition(" (")[0].casefold(), one["introduced"])

    def name(self, name: str) -> str:
        return self.names.get(name.casefold(), name)

    def party(self, party: Party) -> str:
        return self.handles.get(party.handle) or self.name(party.name)

    def contact(self, contact: Contact) -> str:
        known = (self.handles[a] for a in contact.addresses if a in self.handles)
        return next(known, self.name(contact.name))


class Mark(NamedTuple):
    """A cue as the truth tells it: what, the message that holds it, with whom, and whom it points to."""

    kind: str
    evidence: Truth
    other: str = ""
    people: tuple[str, ...] = ()


def build(scene: Scene) -> Search:
    """The whole search as of its end, every cue answered yes."""
    who = Who(scene.truth)
    messages: list[Message] = []
    cards: list[Card] = []
    applications: list[Application] = []
    for found in walk.find([scene.folder]):
        reading = sources.read(found, zone=scene.zone)
        messages += list(reading.messages)
        cards += reading.cards
        applications += [replace(a, id=f"a{len(applications) + n}") for n, a in enumerate(reading.applications)]
    interactions = [i for m in messages if m.writer is not Writer.BULK and (i := _interaction(m, scene, who))]
    return Search(
        goals=Goals(name=scene.seeker, since=scene.since, zone=scene.zone, country=scene.country),
        since=scene.since,
        contacts=_contacts(cards, messages, scene, who),
        interactions=tuple(sorted(interactions, key=lambda i: i.at)),
        cues=tuple(_cues(scene.truth, interactions, who)),
        applications=tuple(applications),
    )


def unplaced(scene: Scene) -> list[Mark]:
    """What the truth tells of messages that the search does not hold: nothing but machines' answers, if all is well."""
    found, who = build(scene), Who(scene.truth)
    finder = _Finder(list(found.interactions), who)
    return [mark for mark in marks(scene.truth) if finder.find(mark) is None]


def _interaction(message: Message, scene: Scene, who: Who) -> Interaction | None:
    others = [p for p in message.parties if (p.name or p.handle) and not _is_me(p, scene)]
    people = tuple(dict.fromkeys(who.party(p) for p in others))
    mine = _is_me(message.sender, scene)
    if not people or (message.writer is Writer.MACHINE and "@" in people[0]):
        return None
    meeting = message.channel is Channel.MEETING
    own = message.origin.message_id or f"{message.origin.file}:{message.origin.index}"
    return Interaction(
        id=own,
        at=message.at,
        channel=message.channel,
        direction=Direction.BOTH if meeting else Direction.OUT if mine else Direction.IN,
        people=people,
        group=len(people) > 1,
        thread=message.thread[0] if message.thread else own,
        subject=message.subject,
        text=message.text,
        writer=message.writer,
        origin=message.origin,
        end=message.end,
        cancelled=message.cancelled,
        recurring=message.recurring,
    )


def _is_me(party: Party, scene: Scene) -> bool:
    return party.handle in scene.me or party.name == scene.seeker


def _contacts(cards: list[Card], messages: list[Message], scene: Scene, who: Who) -> dict[str, Contact]:
    found: dict[str, Contact] = {}
    for card in cards:
        name = who.name(card.name) if not card.emails else who.party(Party(card.name, card.emails[0]))
        old = found.get(name, Contact(id=name, name=name))
        addresses = (*old.addresses, *card.emails)
        newer = card.source.startswith("linkedin")
        found[name] = replace(
            old,
            addresses=tuple(dict.fromkeys(addresses)),
            company=card.company if newer or not old.company else old.company,
            title=card.title if newer or not old.title else old.title,
        )
    for message in messages:
        for party in message.parties:
            name = who.party(party)
            if message.writer is Writer.PERSON and name and not _is_me(party, scene):
                old = found.get(name, Contact(id=name, name=name))
                mail = (party.handle,) if "@" in party.handle else ()
                found[name] = replace(old, addresses=tuple(dict.fromkeys((*old.addresses, *mail))))
    return found


class _Finder:
    """The interaction that a piece of evidence names: by Message-ID, or on LinkedIn by moment and conversation."""

    def __init__(self, interactions: list[Interaction], who: Who) -> None:
        self._by_id = {i.id: i for i in interactions}
        self._by_moment = {(i.at, i.other): i for i in interactions if i.channel is Channel.LINKEDIN}
        self._who = who

    def find(self, mark: Mark) -> Interaction | None:
        own = self._by_id.get(mark.evidence.get("message_id", ""))
        at = datetime.fromisoformat(mark.evidence["date"])
        return own or self._by_moment.get((at, self._who.name(mark.other)))


def _cues(told: Truth, interactions: list[Interaction], who: Who) -> list[Cue]:
    finder = _Finder(interactions, who)
    found: dict[str, Cue] = {}
    for mark in marks(told):
        one = finder.find(mark)
        if one and f"{one.id}:{mark.kind}" not in found:
            ids = tuple(p if p in one.people else "" for p in mark.people)
            found[f"{one.id}:{mark.kind}"] = Cue(
                CueType(mark.kind),
                mark.people,
                id=f"{one.id}:{mark.kind}",
                interaction=one.id,
                contacts=ids,
                answer=Answer.YES,
            )
    return list(found.values())


def marks(told: Truth) -> Iterator[Mark]:
    """Every cue the truth tells of: those of mail with their message, those of LinkedIn with what they led to."""
    introduced = {r["evidence"].get("message_id"): r["introduced"] for r in told["referrals"]}
    for event in told["mail_events"]:
        for kind in event["events"]:
            named = (introduced[event["message_id"]],) if kind in {"introduction", "referral"} else ()
            yield Mark(kind, event, people=named)
    for key, kind in (("asks", "ask"), ("offers_received", "offer"), ("favours_given", "given")):
        for one in told[key]:
            yield Mark(kind, one["evidence"], one["evidence"].get("conversation", ""))
    for one in told["help_received"]:
        if "conversation" in one["evidence"]:
            people = (one["introduced"],) if "introduced" in one else ()
            yield Mark(one["type"], one["evidence"], one["evidence"]["conversation"], people)
        for kind, answer in (("thanks", one["thanked_by"]), ("closed", one["closed_by"])):
            if answer and "conversation" in answer:
                yield Mark(kind, answer, answer["conversation"])
