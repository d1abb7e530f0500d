"""The scenario as one Search with perfect cues: real files, but who is who and what was meant taken from the truth."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from askwell import sources
from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.goals import Goals
from askwell.domain.messages import Channel, Direction, Interaction, Message, Writer
from askwell.domain.people import Card, Contact, Party
from askwell.domain.search import Application, Search
from askwell.sources import walk

SCENARIO = Path(__file__).parent / "data" / "scenario"
NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
GOALS = Goals(
    name="Dana Whitfield",
    since=date(2026, 2, 1),
    zone="America/Chicago",
    country="US",
    roles=("S&OP Manager", "Demand Planning Manager"),
    fields=("food",),
    companies=("Ostara Foods", "Corvane Medical", "Brightwater Dairy", "Great Lakes Grocers", "Lindqvist Tools"),
)
ME = frozenset({"dana.whitfield@example.com", "in/dana-whitfield-planning"})
Truth = dict[str, Any]


@lru_cache(maxsize=1)
def truth() -> Truth:
    found: Truth = json.loads((SCENARIO / "truth.json").read_text(encoding="utf-8"))
    return found


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

    def name(self, name: str) -> str:
        return self.names.get(name.casefold(), name)

    def party(self, party: Party) -> str:
        return self.handles.get(party.handle) or self.name(party.name)

    def contact(self, contact: Contact) -> str:
        known = (self.handles[a] for a in contact.addresses if a in self.handles)
        return next(known, self.name(contact.name))


def build() -> Search:
    """The whole search as of the scenario's end, every cue answered yes."""
    told = truth()
    who = Who(told)
    messages: list[Message] = []
    cards: list[Card] = []
    applications: list[Application] = []
    for found in walk.find([SCENARIO]):
        reading = sources.read(found, zone="America/Chicago")
        messages += list(reading.messages)
        cards += reading.cards
        applications += [replace(a, id=f"a{len(applications) + n}") for n, a in enumerate(reading.applications)]
    interactions = [i for m in messages if m.writer is not Writer.BULK and (i := _interaction(m, who))]
    return Search(
        goals=GOALS,
        since=GOALS.since,
        contacts=_contacts(cards, messages, who),
        interactions=tuple(sorted(interactions, key=lambda i: i.at)),
        cues=tuple(_cues(told, interactions, who)),
        applications=tuple(applications),
    )


def _interaction(message: Message, who: Who) -> Interaction | None:
    others = [p for p in message.parties if (p.name or p.handle) and not _is_me(p)]
    people = tuple(dict.fromkeys(who.party(p) for p in others))
    mine = _is_me(message.sender)
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


def _is_me(party: Party) -> bool:
    return party.handle in ME or party.name == GOALS.name


def _contacts(cards: list[Card], messages: list[Message], who: Who) -> dict[str, Contact]:
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
            if message.writer is Writer.PERSON and name and not _is_me(party):
                old = found.get(name, Contact(id=name, name=name))
                mail = (party.handle,) if "@" in party.handle else ()
                found[name] = replace(old, addresses=tuple(dict.fromkeys((*old.addresses, *mail))))
    return found


def _cues(told: Truth, interactions: list[Interaction], who: Who) -> list[Cue]:
    by_id = {i.id: i for i in interactions}
    by_moment = {(i.at, i.other): i for i in interactions if i.channel is Channel.LINKEDIN}
    found: list[Cue] = []

    def add(kind: str, evidence: Truth, other: str, people: tuple[str, ...] = ()) -> None:
        at = datetime.fromisoformat(evidence["date"])
        one = by_id.get(evidence.get("message_id", "")) or by_moment.get((at, who.name(other)))
        known = next((c for c in found if one and c.interaction == one.id and c.type == kind), None)
        if one and known is None:
            ids = tuple(p if p in one.people else "" for p in people)
            cue = Cue(CueType(kind), people, id=f"{one.id}:{kind}", interaction=one.id, contacts=ids, answer=Answer.YES)
            found.append(cue)

    introduced = {r["evidence"].get("message_id"): r["introduced"] for r in told["referrals"]}
    for event in told["mail_events"]:
        for kind in event["events"]:
            named = (introduced[event["message_id"]],) if kind in {"introduction", "referral"} else ()
            add(kind, event, "", named)
    linkedin = [(one, kind) for key, kind in (("asks", "ask"), ("offers_received", "offer")) for one in told[key]]
    for one, kind in linkedin:
        add(kind, one["evidence"], one["evidence"].get("conversation", ""))
    for one in told["help_received"]:
        other = one["evidence"].get("conversation", "")
        if other:
            add(one["type"], one["evidence"], other, (one["introduced"],) if "introduced" in one else ())
            if one["thanked_by"]:
                add("thanks", one["thanked_by"], other)
    for one in told["favours_given"]:
        add("given", one["evidence"], one["evidence"].get("conversation", ""))
    return found
