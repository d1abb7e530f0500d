"""Forgetting a person for good: rows, texts, before-images go; a salted mark stays, so no import brings them back."""

# ruff: noqa: S608 - SQL is put together from names of our own; values are always parameters

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from django.db import connection

from askwell.domain.errors import Refused
from askwell.store import goals_form, ids, lookups, marks, scope, sums
from askwell.store.batches import batch
from askwell.store.forms import lines, listed
from askwell.store.rows import ORDER, Batch, Value, quoted, table
from askwell.store.write_wishes import asides_of

GONE = "…"  # stands where a name or address stood in a text of somebody else
BETWEEN = r"[\W_]{1,3}"  # the words of a name
TEXTS = {
    "file": ("file", "path", "receipt"),
    "contact": ("note", "met"),
    "card": ("note", "referred_by", "file", "path"),
    "interaction": ("subject", "text", "file", "path"),
    "cue": ("people", "evidence", "about"),
    "application": ("via", "note", "file", "path"),
    "drop": ("because",),
    "draft": ("subject", "text", "need"),
    "look": ("said", "place"),
}
BELONGS = {  # rows that go with a person
    "card": ("contact_id", "contact"),
    "handle": ("card_id", "card"),
    "participant": ("contact_id", "contact"),
    "cue": ("interaction_id", "interaction"),
    "aside": ("contact_id", "contact"),
}


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Told for the last time: the name, and what takes names and addresses out of texts that are kept elsewhere."""

    name: str
    without: Callable[[str], str]


@dataclass
class _Person:
    """The rows that go, by table, and the words that must not stand anywhere."""

    words: re.Pattern[str]
    rows: dict[str, set[int]] = field(default_factory=lambda: {name: set() for name in ORDER})

    @property
    def shown(self) -> set[str]:
        return {ids.show("contact", key) for key in self.rows["contact"]}


def forget(contact: str, *, now: datetime) -> Forgotten:
    """Forget a person and all that were merged into them; final."""
    group, cards = _group(contact)
    with thoroughly(), batch("forget", "Forgot a person", now=now) as opened:
        rows = opened.fetch("contact", group)
        names = [str(rows[key][opened.column("contact", "name")]) for key in group if key in rows]
        if not names:
            raise Refused(f"There is nobody with the id {contact}.")
        person = _Person(_words(names, cards))
        person.rows["contact"].update(group)
        known = marks.read(opened.cursor, opened.scope.id)
        new = {mark for card in cards for mark in known.of(card.card, card.handles)} - known.marks
        _choose(opened, person)
        _purge_past(opened, person)
        for name in reversed(ORDER):
            opened.delete(name, person.rows[name], for_good=True)
        opened.delete("draft", opened.keys("draft", "contact_id", group), for_good=True)
        _blacken(opened, person)
        opened.insert("forgotten", ("mark",), [(mark,) for mark in sorted(new)])
    return Forgotten(names[0], partial(person.words.sub, GONE))


def _group(contact: str) -> tuple[list[int], list[lookups.KnownCard]]:
    """The survivor first, then all that were merged into it; and their cards."""
    seeker = scope.current().id
    with scope.reading() as cursor:
        links = sums.parents(cursor, seeker)
    top = sums.root(ids.read("contact", contact, seeker=seeker), links)
    group = [top, *(away for away in links if sums.root(away, links) == top)]
    return group, lookups.cards_of([ids.show("contact", top)]).get(ids.show("contact", top), [])


@contextmanager
def thoroughly() -> Iterator[None]:
    """What SQLite deletes is overwritten, and the file is written anew afterwards."""
    if connection.vendor != "sqlite":
        yield
        return
    with scope.upkeep(), connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete=ON")
    yield
    with scope.upkeep(), connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA secure_delete=OFF")


def _words(names: Iterable[str], cards: Iterable[lookups.KnownCard]) -> re.Pattern[str]:
    """Full names, addresses, phones and profiles; a single word such as a first name may be anybody's and stays.

    A name may be spelled as in Ana_Ruiz.vcf.
    """
    found = [*names]
    for known in cards:
        found += [known.card.name, *known.card.emails, *known.card.phones, *(value for _, value in known.handles)]
    told = sorted({word.strip() for word in found if not word.strip().isalpha()} - {""}, key=len, reverse=True)
    spelled = (BETWEEN.join(map(re.escape, word.split())) for word in told)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(spelled)})(?![^\W_])" if told else r"(?!)", re.IGNORECASE)


def _choose(opened: Batch, person: _Person) -> None:
    """All that hangs on the person; messages go where nobody else took part in them."""
    rows = person.rows
    rows["card"].update(opened.keys("card", "contact_id", rows["contact"]))
    rows["handle"].update(opened.keys("handle", "card_id", rows["card"]))
    rows["participant"].update(opened.keys("participant", "contact_id", rows["contact"]))
    place = opened.column("participant", "interaction_id")
    met = {int(row[place] or 0) for row in opened.fetch("participant", rows["participant"]).values()}
    everybody = opened.fetch("participant", opened.keys("participant", "interaction_id", met))
    shared = {int(row[place] or 0) for key, row in everybody.items() if key not in rows["participant"]}
    rows["interaction"].update(met - shared)
    rows["aside"].update(asides_of(opened, rows["contact"]))
    rows["cue"].update(opened.keys("cue", "interaction_id", rows["interaction"]))
    for column in ("first_id", "second_id"):
        rows["notsame"].update(opened.keys("notsame", column, rows["contact"]))


def _purge_past(opened: Batch, person: _Person) -> None:
    """Take the person out of all before-images, so that no undo can bring them back."""
    own = [opened.scope.id]
    opened.cursor.execute('SELECT id, "table", "row", op, data FROM askwell_change WHERE seeker_id = %s', own)
    changes = [(key, name, row, op, json.loads(data)) for key, name, row, op, data in opened.cursor.fetchall()]
    packs = [(name, told) for _, name, _, op, told in changes if op == "delete"]
    _find_in_packs(packs, person)
    kept: list[tuple[Value, ...]] = []
    gone: list[tuple[Value, ...]] = []
    for key, name, row, op, told in changes:
        left = _without(name, row, op, told, person)
        text = json.dumps(_without_words(left, person), ensure_ascii=False)
        (kept if left else gone).append((text, key, *own) if left else (key, *own))
    opened.cursor.executemany("UPDATE askwell_change SET data = %s WHERE id = %s AND seeker_id = %s", kept)
    opened.cursor.executemany("DELETE FROM askwell_change WHERE id = %s AND seeker_id = %s", gone)


def _find_in_packs(packs: list[tuple[str, Any]], person: _Person) -> None:
    """Rows of the person that were deleted before, such as by an undone import."""
    took_part: dict[int, set[int]] = {}
    for name, told in packs:
        if name == "participant":
            at, who = told["columns"].index("interaction_id"), told["columns"].index("contact_id")
            for row in told["rows"]:
                took_part.setdefault(row[at], set()).add(row[who])
    contacts = person.rows["contact"]
    person.rows["interaction"] |= {key for key, people in took_part.items() if people <= contacts}
    for wanted, (column, parent) in BELONGS.items():
        for name, told in packs:
            if name == wanted:
                place = told["columns"].index(column)
                person.rows[name] |= {row[0] for row in told["rows"] if row[place] in person.rows[parent]}
    for name, told in packs:
        if name == "aside":
            other = told["columns"].index("promises")
            person.rows[name] |= {row[0] for row in told["rows"] if person.shown & set(listed(row[other]))}


def _without(name: str, row: int, op: str, told: Any, person: _Person) -> Any:
    """A before-image without the person; empty where nothing else is in it."""
    gone = person.rows.get(name, set())
    if op == "update":
        return {} if row in gone else told
    if op == "insert":
        return [key for key in told if key not in gone]
    rows = [values for values in told["rows"] if values[0] not in gone]
    return {**told, "rows": rows} if rows else {}


def _without_words(told: Any, person: _Person) -> Any:
    """A before-image whose texts do not name the person; within JSON, an escaped line end would hide the name."""
    if isinstance(told, str):
        return person.words.sub(GONE, told)
    if isinstance(told, dict):
        return {key: (_of_goals if key == "goals" else _without_words)(value, person) for key, value in told.items()}
    return [_without_words(value, person) for value in told] if isinstance(told, list) else told


def _of_goals(told: Any, person: _Person) -> Any:
    """Goals in a before-image, which are JSON within JSON: one text, or what they were and what they came to be."""
    if isinstance(told, list):
        return [_of_goals(one, person) for one in told]
    return goals_form.without(told, person.words, gone=GONE) if isinstance(told, str) else told


def _blacken(opened: Batch, person: _Person) -> None:
    """Take names and addresses out of what others wrote."""
    for name, columns in TEXTS.items():
        _blacken_texts(opened, name, columns, person)
    for name, column in (("cue", "contacts"), ("application", "contact")):
        _unlink(opened, name, column, person)
    own = [opened.scope.id]
    opened.cursor.execute("SELECT goals FROM askwell_seeker WHERE id = %s", own)
    goals = goals_form.without(str(opened.cursor.fetchone()[0]), person.words, gone=GONE)
    opened.cursor.execute("UPDATE askwell_seeker SET goals = %s WHERE id = %s", [goals, *own])
    opened.cursor.execute("SELECT said, id FROM askwell_batch WHERE seeker_id = %s", own)
    said = [(person.words.sub(GONE, text), key, *own) for text, key in opened.cursor.fetchall()]
    opened.cursor.executemany("UPDATE askwell_batch SET said = %s WHERE id = %s AND seeker_id = %s", said)


def _blacken_texts(opened: Batch, name: str, columns: tuple[str, ...], person: _Person) -> None:
    changes: dict[int, dict[str, Value]] = {}
    for key, *texts in _all(opened, name, columns):
        new = [person.words.sub(GONE, text) for text in texts]
        if new != texts:
            changes[key] = dict(zip(columns, new, strict=True))
    opened.overwrite(name, changes)


def _unlink(opened: Batch, name: str, column: str, person: _Person) -> None:
    changes: dict[int, dict[str, Value]] = {}
    for key, text in _all(opened, name, (column,)):
        if text in person.shown:
            changes[key] = {column: ""}
        elif person.shown & set(listed(text)):
            changes[key] = {column: lines(["" if one in person.shown else one for one in listed(text)])}
    opened.overwrite(name, changes)


def _all(opened: Batch, name: str, columns: tuple[str, ...]) -> list[tuple[Any, ...]]:
    opened.cursor.execute(
        f"SELECT id, {quoted(columns)} FROM {table(name).sql} WHERE seeker_id = %s", [opened.scope.id]
    )
    return list(opened.cursor.fetchall())
