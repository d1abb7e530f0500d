"""Reading: the whole search as one value, in a constant number of queries; further look-ups are in `lookups`."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import starmap
from typing import TYPE_CHECKING, Any

from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.goals import Goals
from askwell.domain.messages import Channel, Direction, Interaction, Writer
from askwell.domain.people import Contact
from askwell.domain.search import Application, Phase, Search, Stage
from askwell.domain.twins import maker
from askwell.store import goals_form, ids, scope
from askwell.store.batches import latest
from askwell.store.forms import listed, maybe_day, maybe_moment, moment, origin
from askwell.store.pause import no_garbage
from askwell.store.read_moves import moves
from askwell.store.read_people import Kept, parents
from askwell.store.read_people import contacts as _contacts
from askwell.store.read_wishes import left_out

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True, slots=True)
class Facts:
    """What the seeker's own row holds; `version` is the id of the newest batch."""

    name: str
    goals: Goals
    me: tuple[str, ...]
    phase: Phase
    landed: datetime | None
    first_import: date | None
    version: str


def facts() -> Facts:
    """The seeker's goals, addresses, phase, and the version of the store."""
    with scope.reading() as cursor:
        return _facts(cursor)


def version() -> str:
    """The version of the store, to give to `write.batch`: it changes with every batch."""
    return facts().version


@dataclass(frozen=True, slots=True)
class Whole:
    """All that is stored of a search in one state of the store, what is later than now too; ties are as of now."""

    state: str
    facts: Facts
    search: Search


@dataclass(frozen=True, slots=True)
class Memo:
    """What was made at the last reading, for the next one on the same day."""

    contacts: Kept[Contact] = field(default_factory=Kept)
    interactions: Kept[Interaction] = field(default_factory=Kept)


def search(now: datetime) -> Search:
    """Everything the pure rooms need, as it stood at `now` (aware)."""
    with no_garbage(), scope.reading() as cursor:
        return _search(cursor, _facts(cursor), now).as_of(now)


def whole(now: datetime, *, memo: Memo) -> Whole:
    """Everything in one state; only what has changed since the last reading with `memo` is made anew."""
    with no_garbage(), scope.reading() as cursor:
        own = _facts(cursor)
        return Whole(_state(cursor), own, _search(cursor, own, now, memo))


def _search(cursor: "CursorWrapper", own: Facts, now: datetime, memo: Memo | None = None) -> Search:
    seeker = scope.current().id
    start = since(own.goals, own.first_import or now.date())
    merged = parents(cursor, seeker)
    people = _contacts(cursor, seeker, now=now, merged=merged, kept=memo.contacts if memo else None)
    cues = list(_cues(cursor, seeker, start, merged))
    told = _interactions(cursor, seeker, start, merged)
    return Search(
        goals=own.goals,
        since=start,
        phase=own.phase,
        landed=own.landed,
        contacts=people,
        interactions=tuple(memo.interactions.renewed(told, _interaction) if memo else starmap(_interaction, told)),
        cues=tuple(_known(cue, people) for cue in cues if cue.answer is not Answer.NO),
        applications=tuple(_applications(cursor, seeker, merged)),
        dropped=_drops(cursor, seeker),
        refused=frozenset(cue.interaction for cue in cues if cue.answer is Answer.NO and cue.type in REFERRING),
        denied=_denied(cues),
        moves=moves(cursor, seeker, now=now, merged=merged),
        left_out=left_out(cursor, seeker, merged),
    )


NEWEST = (  # by the range of her keys, for which no other seeker's batches are gone through
    "SELECT id, token FROM askwell_batch WHERE seeker_id = %s AND id >= %s AND id < %s ORDER BY id DESC LIMIT 1"
)


def state() -> str:
    """A mark of the state the store is in: no two states have the same, whatever was undone or put back.

    A version is no such mark: an older copy that is put back goes on with numbers that were given before.
    """
    with scope.reading() as cursor:
        return _state(cursor)


def _state(cursor: "CursorWrapper") -> str:
    own = scope.current().id
    cursor.execute(NEWEST, [own, own << ids.BITS, (own + 1) << ids.BITS])
    row = cursor.fetchone()
    return f"{row[0]} {row[1]}" if row else ""


def applications() -> tuple[Application, ...]:
    """All applications, those too that were made later than the desk's clock tells: for telling what is known."""
    with scope.reading() as cursor:
        seeker = scope.current().id
        return tuple(_applications(cursor, seeker, parents(cursor, seeker)))


def since(goals: Goals, first_import: date) -> date:
    """The day from which promises, asks and referrals count: the method's word."""
    from askwell.method import goals as method

    return method.since(goals, first_import=first_import)


def _facts(cursor: "CursorWrapper") -> Facts:
    cursor.execute(
        "SELECT name, goals, me, phase, landed, first_import, counters FROM askwell_seeker WHERE id = %s",
        [scope.current().id],
    )
    name, goals, me, phase, landed, first, counters = cursor.fetchone()
    return Facts(
        name=name,
        goals=goals_form.load(goals),
        me=tuple(json.loads(me)),
        phase=Phase(phase),
        landed=maybe_moment(landed),
        first_import=maybe_day(first),
        version=latest(json.loads(counters)),
    )


INTERACTIONS = (
    'SELECT id, at, channel, direction, "group", thread, subject, text, writer, file, idx, message_id, path, "end",'
    " cancelled, recurring FROM askwell_interaction WHERE seeker_id = %s AND at >= %s ORDER BY at, id"
)
PEOPLE = (
    "SELECT w.interaction_id, w.contact_id FROM askwell_participant w JOIN askwell_interaction i"
    " ON i.id = w.interaction_id WHERE w.seeker_id = %s AND i.at >= %s ORDER BY w.interaction_id, w.place"
)
CUES = (
    "SELECT q.id, q.interaction_id, q.type, q.people, q.contacts, q.evidence, q.confidence, q.answer, q.about, q.guess"
    " FROM askwell_cue q JOIN askwell_interaction i ON i.id = q.interaction_id"
    " WHERE q.seeker_id = %s AND i.at >= %s ORDER BY i.at, q.interaction_id, q.id"
)
APPLICATIONS = (
    "SELECT id, company, title, stage, applied, updated, contact, via, note, file, idx, message_id, path"
    " FROM askwell_application WHERE seeker_id = %s ORDER BY id"
)


REFERRING = frozenset({CueType.INTRODUCTION, CueType.REFERRAL})


def _denied(cues: list[Cue]) -> dict[str, frozenset[CueType]]:
    found: dict[str, frozenset[CueType]] = {}
    for cue in cues:
        if cue.answer is Answer.NO:
            found[cue.interaction] = found.get(cue.interaction, frozenset()) | {cue.type}
    return found


def _start(day: date) -> int:
    """The instant a day begins, a little early: zones are the pure rooms' business."""
    return (day - date(1970, 1, 1)).days * 86_400_000_000 - 14 * 3_600_000_000


Row = tuple[Any, ...]


def _interactions(
    cursor: "CursorWrapper", seeker: int, start: date, merged: dict[str, str]
) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """Rows, each with the people who took part."""
    cursor.execute(PEOPLE, [seeker, _start(start)])
    people: dict[int, list[str]] = {}
    for key, contact in cursor.fetchall():
        shown = f"p{contact & ids.MASK}"
        people.setdefault(key, []).append(merged.get(shown, shown))
    cursor.execute(INTERACTIONS, [seeker, _start(start)])
    for row in cursor.fetchall():
        found = people.get(row[0])
        if found:
            yield row, tuple(dict.fromkeys(found))


make_interaction = maker(Interaction)
CHANNELS = {kind.value: kind for kind in Channel}
DIRECTIONS = {kind.value: kind for kind in Direction}
WRITERS = {kind.value: kind for kind in Writer}


def _interaction(row: Row, people: tuple[str, ...]) -> Interaction:
    key, at, channel, direction, group, thread, subject, text, writer, *place, end, cancelled, recurring = row
    return make_interaction(
        f"i{key & ids.MASK}",
        moment(at),
        CHANNELS[channel],
        DIRECTIONS[direction],
        people,
        group,
        thread,
        subject,
        text,
        WRITERS[writer],
        origin(*place),
        maybe_moment(end),
        cancelled,
        recurring,
    )


def _cues(cursor: "CursorWrapper", seeker: int, start: date, merged: dict[str, str]) -> Iterator[Cue]:
    cursor.execute(CUES, [seeker, _start(start)])
    for key, interaction, kind, people, contacts, evidence, confidence, answer, about, guess in cursor.fetchall():
        yield Cue(
            id=f"q{key & ids.MASK}",
            interaction=f"i{interaction & ids.MASK}",
            type=CueType(kind),
            people=listed(people),
            contacts=tuple(merged.get(contact, contact) for contact in listed(contacts)),
            evidence=evidence,
            confidence=confidence,
            answer=Answer(answer),
            about=about,
            guess=guess,
        )


def _known(cue: Cue, people: Mapping[str, Contact]) -> Cue:
    """The cue without contacts that an undo took away."""
    if all(not contact or contact in people for contact in cue.contacts):
        return cue
    return replace(cue, contacts=tuple(contact if contact in people else "" for contact in cue.contacts))


def _applications(cursor: "CursorWrapper", seeker: int, merged: dict[str, str]) -> Iterator[Application]:
    cursor.execute(APPLICATIONS, [seeker])
    for key, company, title, stage, applied, updated, contact, via, note, *place in cursor.fetchall():
        yield Application(
            id=f"a{key & ids.MASK}",
            company=company,
            title=title,
            stage=Stage(stage),
            applied=maybe_day(applied),
            updated=maybe_day(updated),
            contact=merged.get(contact, contact),
            via=via,
            note=note,
            origin=origin(*place),
        )


def _drops(cursor: "CursorWrapper", seeker: int) -> dict[str, str]:
    cursor.execute("SELECT promise, because FROM askwell_drop WHERE seeker_id = %s ORDER BY id", [seeker])
    return dict(cursor.fetchall())
