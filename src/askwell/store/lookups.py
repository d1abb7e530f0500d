"""Looking up what an import must know: cards and handles that are there, keys of messages, pairs said not to be one."""

# ruff: noqa: S608 - SQL is put together from names of our own; values are always parameters

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from askwell.domain.people import Card, Contact, Origin
from askwell.domain.twins import maker
from askwell.store import ids, marks, scope, sums
from askwell.store.forms import instant, listed, maybe_day
from askwell.store.pause import no_garbage
from askwell.store.read_people import contacts as _contacts
from askwell.store.read_people import parents
from askwell.store.rows import CHUNK


@dataclass(frozen=True, slots=True)
class KnownCard:
    """A stored card: its id, the contact it hangs on, the survivor that contact was merged into (else the same)."""

    id: str
    contact: str
    survivor: str
    digest: str
    card: Card
    handles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class KnownKey:
    """Enough to tell a card that is read again: (source, key) name it, `digest` is its content's."""

    id: str
    contact: str
    digest: str


def contacts(now: datetime) -> dict[str, Contact]:
    """All contacts by id, with ties as of `now`; none that was merged away."""
    with scope.reading() as cursor:
        seeker = scope.current().id
        return _contacts(cursor, seeker, now=now, merged=parents(cursor, seeker))


def resting(now: datetime) -> list[Contact]:
    """Contacts as stored that are left out, never contacted, or were given a rest; those merged away too."""
    with scope.reading() as cursor:
        where = " AND (permission <> '' OR rest_until <> '')"
        return list(_contacts(cursor, scope.current().id, now=now, merged={}, where=where).values())


def merged() -> dict[str, str]:
    """Ids of contacts that were merged away, each with the survivor."""
    with scope.reading() as cursor:
        return parents(cursor, scope.current().id)


def has_merged(contact: str) -> bool:
    """Whether others were merged right into this contact, whoever stands for it by now."""
    with scope.reading() as cursor:
        seeker = scope.current().id
        return ids.read("contact", contact, seeker=seeker) in sums.parents(cursor, seeker).values()


def count_people() -> int:
    """How many contacts there are, merged ones as one."""
    with scope.reading() as cursor:
        cursor.execute(
            "SELECT count(*) FROM askwell_contact WHERE seeker_id = %s AND merged_into IS NULL", [scope.current().id]
        )
        return int(cursor.fetchone()[0])


def card_keys() -> dict[tuple[str, str], list[KnownKey]]:
    """Cards by (source, key): the quick look whether a card is new, changed or the same."""
    found: dict[tuple[str, str], list[KnownKey]] = {}
    with scope.reading() as cursor:
        cursor.execute(
            "SELECT source, key, id, contact_id, digest FROM askwell_card WHERE seeker_id = %s ORDER BY id",
            [scope.current().id],
        )
        for source, key, row, contact, digest in cursor.fetchall():
            known = KnownKey(f"c{row & ids.MASK}", f"p{contact & ids.MASK}", digest)
            found.setdefault((source, key), []).append(known)
    return found


def known_cards() -> list[KnownCard]:
    """All cards with their handles, oldest first, for joining."""
    return _cards("", ())


# Batches that may change cards.
CHANGING = frozenset({"import", "add", "edit", "unmerge", "undo", "redo", "forget", "restore"})


def mark_of_cards() -> tuple[int, ...]:
    """What tells whether cards came, went, changed hands, or say something else than before."""
    with scope.reading() as cursor:
        own = scope.current().id
        cursor.execute("SELECT count(*), coalesce(max(id), 0) FROM askwell_card WHERE seeker_id = %s", [own])
        cards = cursor.fetchone()
        cursor.execute("SELECT kind, max(id) FROM askwell_batch WHERE seeker_id = %s GROUP BY kind", [own])
        last = max((key for kind, key in cursor.fetchall() if kind in CHANGING), default=0)
        return (*cards, last)


def labels() -> list[tuple[str, str, tuple[str, ...]]]:
    """Of every card whose it is (before any merge), its source, and the labels on it."""
    with no_garbage(), scope.reading() as cursor:
        cursor.execute(
            "SELECT contact_id, source, groups FROM askwell_card WHERE seeker_id = %s ORDER BY id", [scope.current().id]
        )
        return [(f"p{who & ids.MASK}", source, listed(groups)) for who, source, groups in cursor.fetchall()]


def cards_of(contacts: Iterable[str]) -> dict[str, list[KnownCard]]:
    """Cards of some contacts, of those merged into them too, by the survivor's id."""
    with scope.reading() as cursor:
        seeker = scope.current().id
        links = sums.parents(cursor, seeker)
    wanted = {ids.find("contact", contact, seeker=seeker) for contact in contacts} - {None}
    keys = [key for key in links if sums.root(key, links) in wanted] + [key for key in wanted if key is not None]
    found: dict[str, list[KnownCard]] = {}
    for start in range(0, len(keys), CHUNK):
        some = keys[start : start + CHUNK]
        for known in _cards(f" AND c.contact_id IN ({', '.join(['%s'] * len(some))})", tuple(some)):
            found.setdefault(known.survivor, []).append(known)
    return found


CARDS = (
    "SELECT c.id, c.contact_id, c.digest, c.source, c.file, c.idx, c.message_id, c.path, c.key, c.name, c.given,"
    " c.family, c.nickname, c.maiden, c.emails, c.phones, c.url, c.company, c.title, c.place, c.note, c.referred_by,"
    " c.groups, c.connected_on FROM askwell_card c WHERE c.seeker_id = %s"
)


CALLED = (
    "SELECT k.contact_id, k.name, k.nickname, k.maiden FROM askwell_card k"
    " JOIN askwell_contact c ON c.id = k.contact_id"
    " WHERE k.seeker_id = %s AND (k.name <> c.name OR c.merged_into IS NOT NULL OR k.nickname <> '' OR k.maiden <> '')"
    " ORDER BY k.id"
)


def other_names() -> dict[str, list[tuple[str, str, str]]]:
    """(name, nickname, maiden name) on cards that call somebody otherwise than is shown, by contact, merges followed.

    The name of one with a nickname may be the one that is shown.
    """
    found: dict[str, list[tuple[str, str, str]]] = {}
    with scope.reading() as cursor:
        seeker = scope.current().id
        links = parents(cursor, seeker)
        cursor.execute(CALLED, [seeker])
        for key, *names in cursor.fetchall():
            shown = f"p{key & ids.MASK}"
            found.setdefault(links.get(shown, shown), []).append((names[0], names[1], names[2]))
    return found


def owners(kind: str, value: str) -> tuple[str, ...]:
    """Contacts with one handle (see `handles`), as they were before any merge."""
    with scope.reading() as cursor:
        cursor.execute(
            "SELECT c.contact_id FROM askwell_handle h JOIN askwell_card c ON c.id = h.card_id"
            " WHERE h.seeker_id = %s AND h.kind = %s AND h.value = %s ORDER BY h.id",
            [scope.current().id, kind, value],
        )
        return tuple(dict.fromkeys(f"p{row[0] & ids.MASK}" for row in cursor.fetchall()))


def phones() -> list[str]:
    """All phone numbers, in the form in which they are compared."""
    with scope.reading() as cursor:
        cursor.execute(
            "SELECT value FROM askwell_handle WHERE seeker_id = %s AND kind = 'phone' GROUP BY value ORDER BY min(id)",
            [scope.current().id],
        )
        return [str(row[0]) for row in cursor.fetchall()]


HANDLES = (
    "SELECT h.card_id, h.kind, h.value FROM askwell_handle h JOIN askwell_card c ON c.id = h.card_id"
    " WHERE h.seeker_id = %s"
)


def _cards(where: str, params: tuple[Any, ...]) -> list[KnownCard]:
    with no_garbage(), scope.reading() as cursor:
        seeker = scope.current().id
        links = parents(cursor, seeker)
        cursor.execute(f"{HANDLES}{where} ORDER BY h.id", [seeker, *params])
        handles: dict[int, list[tuple[str, str]]] = {}
        for card, kind, value in cursor.fetchall():
            handles.setdefault(card, []).append((kind, value))
        cursor.execute(f"{CARDS}{where} ORDER BY c.id", [seeker, *params])
        return [_known(row, links, tuple(handles.get(row[0], ()))) for row in cursor.fetchall()]


make_card, make_known = maker(Card), maker(KnownCard)


def _known(row: tuple[Any, ...], links: dict[str, str], handles: tuple[tuple[str, str], ...]) -> KnownCard:
    key, contact, digest, source, file, index, message_id, path, name_key, name, given, family = row[:12]
    nickname, maiden, emails, phones, url, company, title, place, note, referred, groups, connected = row[12:]
    shown = f"p{contact & ids.MASK}"
    card = make_card(
        source,
        Origin(file, index, message_id, path),
        name_key,
        name,
        given,
        family,
        nickname,
        maiden,
        listed(emails),
        listed(phones),
        url,
        company,
        title,
        place,
        note,
        referred,
        listed(groups),
        maybe_day(connected),
    )
    return make_known(f"c{key & ids.MASK}", shown, links.get(shown, shown), digest, card, handles)


def handles() -> dict[tuple[str, str], tuple[str, ...]]:
    """Contacts by (kind, value) of handle, as they were before any merge."""
    found: dict[tuple[str, str], list[str]] = {}
    with scope.reading() as cursor:
        cursor.execute(
            "SELECT h.kind, h.value, c.contact_id FROM askwell_handle h JOIN askwell_card c ON c.id = h.card_id"
            " WHERE h.seeker_id = %s ORDER BY h.id",
            [scope.current().id],
        )
        for kind, value, contact in cursor.fetchall():
            found.setdefault((kind, value), []).append(f"p{contact & ids.MASK}")
    return {key: tuple(dict.fromkeys(people)) for key, people in found.items()}


def exchange_keys() -> dict[str, str]:
    """Interactions by the key they were stored with (none for those without)."""
    with scope.reading() as cursor:
        cursor.execute(
            "SELECT key, id FROM askwell_interaction WHERE seeker_id = %s AND key <> ''", [scope.current().id]
        )
        return {key: f"i{row & ids.MASK}" for key, row in cursor.fetchall()}


def textless(since: datetime) -> set[str]:
    """Interactions from a moment on that were read from a file and whose text was not kept."""
    with scope.reading() as cursor:
        cursor.execute(
            "SELECT id FROM askwell_interaction WHERE seeker_id = %s AND at >= %s AND text = '' AND file <> ''",
            [scope.current().id, instant(since)],
        )
        return {f"i{row[0] & ids.MASK}" for row in cursor.fetchall()}


def not_same() -> frozenset[tuple[str, str]]:
    """Pairs of contacts that are two people by the seeker's word, the lower id first."""
    with scope.reading() as cursor:
        cursor.execute("SELECT first_id, second_id FROM askwell_notsame WHERE seeker_id = %s", [scope.current().id])
        return frozenset((ids.show("contact", a), ids.show("contact", b)) for a, b in cursor.fetchall())


def forgotten() -> marks.Marks:
    """The marks of those who were forgotten: `.blocks(card, handles)` tells whether a card is to be left out."""
    with scope.reading() as cursor:
        return marks.read(cursor, scope.current().id)


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file that was read: its digest tells the very same bytes."""

    id: str
    file: str
    path: str
    source: str
    digest: str


def files() -> list[KnownFile]:
    """The files that were read, oldest first."""
    with scope.reading() as cursor:
        cursor.execute(
            "SELECT id, file, path, source, digest FROM askwell_file WHERE seeker_id = %s ORDER BY id",
            [scope.current().id],
        )
        return [KnownFile(ids.show("file", row[0]), *row[1:]) for row in cursor.fetchall()]


def line_of(digest: str) -> dict[str, Any] | None:
    """The line of the receipt of the file with that digest, None where there is none."""
    with scope.reading() as cursor:
        cursor.execute(
            "SELECT receipt FROM askwell_file WHERE seeker_id = %s AND digest = %s ORDER BY id DESC LIMIT 1",
            [scope.current().id, digest],
        )
        found = cursor.fetchone()
    return json.loads(found[0]) if found else None


UNCHANGED = (
    "SELECT f.receipt FROM askwell_file f WHERE f.seeker_id = %s AND f.digest = %s AND NOT EXISTS"
    " (SELECT 1 FROM askwell_file o WHERE o.seeker_id = f.seeker_id AND o.batch_id = f.batch_id AND o.id <> f.id)"
    " AND f.batch_id = (SELECT max(id) FROM askwell_batch b WHERE b.seeker_id = f.seeker_id"
    f" AND b.kind IN ({', '.join(['%s'] * len(CHANGING))}))"
)


def line_unchanged(digest: str) -> dict[str, Any] | None:
    """The line of the file with that digest which came by itself, if no batch since then may have changed a card."""
    with scope.reading() as cursor:
        cursor.execute(UNCHANGED, [scope.current().id, digest, *sorted(CHANGING)])
        found = cursor.fetchone()
    return json.loads(found[0]) if found else None


def count_cards() -> int:
    """How many cards there are."""
    with scope.reading() as cursor:
        cursor.execute("SELECT count(*) FROM askwell_card WHERE seeker_id = %s", [scope.current().id])
        return int(cursor.fetchone()[0])


def taken_away() -> list[int]:
    """The batches after which a message that was read may be gone: imports and notes undone, people forgotten."""
    with scope.reading() as cursor:
        cursor.execute(
            "SELECT id FROM askwell_batch WHERE seeker_id = %s"
            " AND (kind = 'forget' OR (kind IN ('import', 'log') AND undone IS NOT NULL)) ORDER BY id",
            [scope.current().id],
        )
        return [int(row[0]) for row in cursor.fetchall()]
