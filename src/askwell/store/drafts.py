"""Letters she has begun: saved as she types, in one tiny write each, beside the batches and their undo.

Where two windows write the same letter, each goes on in a row of its own, so that neither loses a word. A letter that
was sent or let go hangs on the batch that did it: it is gone while that batch stands, and back once it is undone.
"""

# ruff: noqa: S608 - SQL is put together from names of our own; values are always parameters

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from askwell.domain.errors import NoSuchPerson
from askwell.domain.letters import Letter, Saved
from askwell.store import ids, scope, sums
from askwell.store.batches import writing
from askwell.store.forms import instant, moment
from askwell.store.rows import Batch, Value, clean, quoted

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

TOLD = ("id", "contact_id", "purpose", "channel", "subject", "text", "need", "kept", "revision")
ALL = (
    f"SELECT {', '.join(f'd.{column}' for column in TOLD)} FROM askwell_draft d"
    " LEFT JOIN askwell_batch b ON b.id = d.gone_id AND b.seeker_id = d.seeker_id WHERE d.seeker_id = %s"
)
LIVE = f"{ALL} AND (d.gone_id IS NULL OR b.undone IS NOT NULL)"
NEXT = "SELECT coalesce(max(id), %s), coalesce(max(revision), 0) FROM askwell_draft WHERE seeker_id = %s"
WROTE = (
    "SELECT w.contact_id, max(i.at) FROM askwell_participant w JOIN askwell_interaction i ON i.id = w.interaction_id"
    " WHERE w.seeker_id = %s AND i.direction = 'out' AND w.contact_id IN ({marks}) GROUP BY w.contact_id"
)


@dataclass(frozen=True, slots=True)
class Begun:
    """A letter that waits to be finished, with the name of the person ("" where nobody is known yet)."""

    letter: Letter
    name: str


@dataclass(frozen=True, slots=True)
class _Row:
    key: int
    contact: int | None
    letter: Letter


def kept(person: str, purpose: str, *, event: str = "") -> Saved | None:
    """The letter to a person for a purpose, as it was last saved; None where none was begun."""
    with scope.reading() as cursor:
        group = _group(cursor, person)
        found = _live(cursor, group, [purpose], event) if group is not None else []
    return Saved(found[0].letter, tuple(row.letter for row in found[1:])) if found else None


def keep(letter: Letter, *, base: int, now: datetime) -> Saved:
    """Save a letter; `base` is the revision its window last knew of, 0 for none.

    Where the letter was saved by somebody else since, or is begun already, it is kept beside what is there, and both
    are told. What says the same as a row that is there needs no row. Raises NoSuchPerson.
    """
    held = _held(letter)
    with writing() as (cursor, _):
        group = _group(cursor, held.person)
        if group is None:
            raise NoSuchPerson
        found = _live(cursor, group, [held.purpose], held.event)
        own = next((row for row in found if row.letter.revision == base), None)
        there = _as_it_is(cursor, found, own, held, base)
        row = there or _write(cursor, group, own, held, now)
        others = tuple(one.letter for one in found if one.key != row.key and not one.letter.says_the_same(row.letter))
    if there is None:
        scope.note_saved()
    return Saved(row.letter, others)


def _as_it_is(
    cursor: "CursorWrapper", found: Sequence[_Row], own: _Row | None, letter: Letter, base: int
) -> _Row | None:
    """The row that says the same already: this window's own, else any; or the one that was sent or let go meanwhile."""
    if own is not None:
        return own if own.letter.says_the_same(letter) else None
    cursor.execute(f"{ALL} AND d.revision = %s", [scope.current().id, base])
    gone = map(_row, cursor.fetchall())
    return next((row for row in (*found, *gone) if row.letter.says_the_same(letter)), None)


def _held(letter: Letter) -> Letter:
    """The letter as a database can hold it, and with line ends of one kind, for browsers send two."""
    return replace(
        letter,
        event="" if letter.person else letter.event,
        text=_text(letter.text),
        subject=_text(letter.subject),
        channel=_text(letter.channel),
        need=_text(letter.need),
    )


def _text(text: str) -> str:
    return str(clean(text)).replace("\r\n", "\n").replace("\r", "\n")


def _write(cursor: "CursorWrapper", group: Sequence[int], own: _Row | None, letter: Letter, now: datetime) -> _Row:
    seeker = scope.current().id
    cursor.execute(NEXT, [ids.key(seeker, 0), seeker])
    last, revision = cursor.fetchone()
    new = replace(letter, kept=moment(instant(now)), revision=revision + 1)
    told = (new.channel, new.subject, new.text, new.need, instant(now), new.revision)
    if own is None:
        contact = group[0] if group else None
        cursor.execute(
            f"INSERT INTO askwell_draft (id, seeker_id, contact_id, purpose, {quoted(TOLD[3:])})"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [last + 1, seeker, contact, _named(new.purpose, event=new.event), *told],
        )
        return _Row(last + 1, contact, new)
    places = ", ".join(f"{column} = %s" for column in TOLD[3:])
    cursor.execute(
        f"UPDATE askwell_draft SET {places}, gone_id = NULL WHERE id = %s AND seeker_id = %s", [*told, own.key, seeker]
    )
    return _Row(own.key, own.contact, new)


def let_go(
    batch: Batch, person: str, purposes: Collection[str], *, event: str = "", revision: int | None = None
) -> int:
    """Let go of the letters to a person for these purposes, or of one state of them, with a batch; tells how many."""
    group = _group(batch.cursor, person)
    found = _live(batch.cursor, group, purposes, event) if group is not None else []
    going = [row.key for row in found if revision in {None, row.letter.revision}]
    if going:
        marks = ", ".join(["%s"] * len(going))
        batch.cursor.execute(
            f"UPDATE askwell_draft SET gone_id = %s WHERE seeker_id = %s AND id IN ({marks})",
            [batch.row, batch.scope.id, *going],
        )
        batch.changed = True
    return len(going)


def begun() -> tuple[Begun, ...]:
    """Letters with words in them, newest first, save those to people who were written to since."""
    with scope.reading() as cursor:
        seeker = scope.current().id
        cursor.execute(f"{LIVE} ORDER BY d.revision DESC", [seeker])
        found = [row for row in map(_row, cursor.fetchall()) if row.letter.text.strip() or row.letter.subject.strip()]
        links = sums.parents(cursor, seeker)
        tops = {row.contact: sums.root(row.contact, links) for row in found if row.contact is not None}
        group = [*dict.fromkeys(tops.values()), *(away for away in links if sums.root(away, links) in tops.values())]
        names, wrote = _names(cursor, group), _wrote(cursor, group, links)
    return tuple(_begun(found, tops, names, wrote))


def _begun(
    found: Iterable[_Row], tops: dict[int, int], names: dict[int, str], wrote: dict[int, int]
) -> Iterable[Begun]:
    seen = set[tuple[int | None, str, str]]()
    for row in found:
        top = None if row.contact is None else tops[row.contact]
        letter = row.letter
        known = top is None or (top in names and wrote.get(top, 0) <= instant(letter.kept or moment(0)))
        if known and (top, letter.purpose, letter.event) not in seen:
            seen.add((top, letter.purpose, letter.event))
            person = "" if top is None else ids.show("contact", top)
            yield Begun(replace(letter, person=person), names.get(top or 0, ""))


def _names(cursor: "CursorWrapper", group: Sequence[int]) -> dict[int, str]:
    if not group:
        return {}
    marks = ", ".join(["%s"] * len(group))
    cursor.execute(
        f"SELECT id, name FROM askwell_contact WHERE seeker_id = %s AND id IN ({marks})", [scope.current().id, *group]
    )
    return dict(cursor.fetchall())


def _wrote(cursor: "CursorWrapper", group: Sequence[int], links: dict[int, int]) -> dict[int, int]:
    """When each person was last written to."""
    latest: dict[int, int] = {}
    if group:
        cursor.execute(WROTE.format(marks=", ".join(["%s"] * len(group))), [scope.current().id, *group])
        for contact, at in cursor.fetchall():
            top = sums.root(contact, links)
            latest[top] = max(at, latest.get(top, at))
    return latest


def rows(cursor: "CursorWrapper") -> list[tuple[Value, ...]]:
    """What is to be taken along, as columns in the order of TOLD: not letters to people an undo took away."""
    seeker = scope.current().id
    there = " AND (d.contact_id IS NULL OR d.contact_id IN (SELECT id FROM askwell_contact WHERE seeker_id = %s))"
    cursor.execute(f"{LIVE}{there} ORDER BY d.id", [seeker, seeker])
    return list(cursor.fetchall())


def take_in(batch: Batch, told: Sequence[tuple[Value, ...]]) -> None:
    """The letters of an export into a store without people; those that were there are to nobody who is there."""
    batch.cursor.execute("DELETE FROM askwell_draft WHERE seeker_id = %s", [batch.scope.id])
    batch.put("draft", ("seeker_id", *TOLD), [(batch.scope.id, *row) for row in told])


def _group(cursor: "CursorWrapper", person: str) -> list[int] | None:
    """The person's key and those of all merged into them; none for somebody only named, None where there is nobody."""
    if not person:
        return []
    seeker = scope.current().id
    key = ids.find("contact", person, seeker=seeker)
    links = sums.parents(cursor, seeker)
    top = sums.root(key or 0, links)
    cursor.execute("SELECT 1 FROM askwell_contact WHERE seeker_id = %s AND id = %s", [seeker, top])
    if cursor.fetchone() is None:
        return None
    return [top, *(away for away in links if sums.root(away, links) == top)]


def _live(cursor: "CursorWrapper", group: Sequence[int], purposes: Collection[str], event: str) -> list[_Row]:
    """The rows of the letters to a group of keys that are one person, newest first."""
    if not purposes:
        return []
    names = [_named(purpose, event="" if group else event) for purpose in purposes]
    whom = f"d.contact_id IN ({', '.join(['%s'] * len(group))})" if group else "d.contact_id IS NULL"
    what = f"d.purpose IN ({', '.join(['%s'] * len(names))})"
    cursor.execute(f"{LIVE} AND {whom} AND {what} ORDER BY d.revision DESC", [scope.current().id, *group, *names])
    top = ids.show("contact", group[0]) if group else ""
    return [replace(row, letter=replace(row.letter, person=top)) for row in map(_row, cursor.fetchall())]


def _named(purpose: str, *, event: str) -> str:
    """How a row names what the letter is for; somebody only named is known by the promise to write to them."""
    return f"{purpose}{MARK}{event}" if event else purpose


MARK = " "  # stands in no purpose


def _row(row: tuple[int, int | None, str, str, str, str, str, int, int]) -> _Row:
    key, contact, name, channel, subject, text, need, kept_at, revision = row
    purpose, _, event = name.partition(MARK)
    person = "" if contact is None else ids.show("contact", contact)
    return _Row(key, contact, Letter(person, purpose, text, subject, channel, need, moment(kept_at), revision, event))
