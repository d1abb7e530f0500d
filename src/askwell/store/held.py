"""Everything that is held about one person, as plain data: their rows of every table, and where others name them."""

# ruff: noqa: S608 - SQL is put together from names of our own; values are always parameters

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from askwell.store import canon, ids, read_one, scope
from askwell.store.forgetting import TEXTS
from askwell.store.forms import lines
from askwell.store.read_one import Group
from askwell.store.rows import Table, table

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

CARDS = "SELECT id FROM askwell_card WHERE seeker_id = %s AND contact_id IN ({marks})"
TALKS = "SELECT interaction_id FROM askwell_participant WHERE seeker_id = %s AND contact_id IN ({marks})"
OWN = {  # by table, which rows are the person's; each condition takes the seeker where it asks another table
    "contact": "id IN ({marks})",
    "card": "contact_id IN ({marks})",
    "handle": f"card_id IN ({CARDS})",
    "interaction": f"id IN ({TALKS})",
    "participant": f"interaction_id IN ({TALKS})",
    "cue": f"interaction_id IN ({TALKS})",
    "draft": "contact_id IN ({marks})",
}
NAMES = {**canon.PLURALS, "draft": "letters", "interaction": "messages", "participant": "took_part"}
NEVER = frozenset({"seeker_id", "batch_id", "gone_id"})  # columns that tell nothing of the person
LONGEST = 200  # characters around a name that stands in somebody else's words


def held(contact: str, *, promises: Iterable[str] = ()) -> dict[str, Any]:
    """All rows by kind; `promises` are the ids of those to the person. Empty where nobody has the id."""
    with scope.reading() as cursor:
        group = read_one.group(cursor, contact)
        if group is None or not (people := _own(cursor, "contact", group)):
            return {}
        found: dict[str, Any] = {"people": people}
        for name in (one for one in OWN if one != "contact"):
            found[NAMES[name]] = _own(cursor, name, group)
        shown = [ids.show("contact", key) for key in group.keys]
        found["applications"] = _where(cursor, "application", f"contact IN ({group.marks})", shown)
        others = [lines([one]) for one in shown]
        found["asides"] = _where(
            cursor, "aside", f"contact_id IN ({group.marks}) OR promises IN ({group.marks})", [*group.keys, *others]
        )
        found["not_same"] = _where(
            cursor,
            "notsame",
            f"first_id IN ({group.marks}) OR second_id IN ({group.marks})",
            [*group.keys, *group.keys],
        )
        wanted = list(promises)
        marks = ", ".join(["%s"] * len(wanted))
        found["drops"] = _where(cursor, "drop", f"promise IN ({marks})", wanted) if wanted else []
        found["named_by_others"] = list(_named(cursor, found))
        return found


def _own(cursor: "CursorWrapper", name: str, group: Group) -> list[dict[str, Any]]:
    condition = OWN[name].format(marks=group.marks)
    params = [*([scope.current().id] if "seeker_id" in condition else []), *group.keys]
    return _where(cursor, name, condition, params)


def _where(cursor: "CursorWrapper", name: str, condition: str, params: Sequence[Any]) -> list[dict[str, Any]]:
    kind = table(name)
    columns = _columns(kind)
    listed = ", ".join(f'"{column}"' for column in columns)
    cursor.execute(
        f"SELECT {listed} FROM {kind.sql} WHERE seeker_id = %s AND ({condition}) ORDER BY id",
        [scope.current().id, *params],
    )
    return [canon.plain(dict(zip(columns, row, strict=True)), kind, columns) for row in cursor.fetchall()]


def _columns(kind: Table) -> list[str]:
    return [column for column in kind.columns if column not in NEVER]


def _named(cursor: "CursorWrapper", found: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """Where others' words hold the full name or an address: the table, the row, the words around it."""
    words = _words(found)
    own = {row["id"] for rows in found.values() for row in rows if "id" in row}
    for name, columns in TEXTS.items() if words else ():
        kind = table(name)
        pairs = [(column, word) for column in columns for word in words]
        like = "ILIKE" if cursor.db.vendor == "postgresql" else "LIKE"  # SQLite's makes no difference of A and a
        either = " OR ".join(f"\"{column}\" {like} %s ESCAPE '!'" for column, _ in pairs)
        listed = ", ".join(f'"{column}"' for column in columns)
        cursor.execute(
            f"SELECT id, {listed} FROM {kind.sql} WHERE seeker_id = %s AND ({either}) ORDER BY id",
            [scope.current().id, *(f"%{_escaped(word)}%" for _, word in pairs)],
        )
        for key, *texts in cursor.fetchall():
            shown = ids.show(name, key)
            if shown not in own:
                yield {"in": NAMES[name], "id": shown, "words": _around(texts, words)}


def _words(found: dict[str, Any]) -> list[str]:
    """Full names and addresses; a single word such as a first name may be anybody's."""
    told = [row.get("name", "") for row in (*found["people"], *found["cards"])]
    told += [row["value"] for row in found["handles"] if row["kind"] == "address"]
    return sorted({one.strip() for one in told if one.strip() and not one.strip().isalpha()})


def _escaped(word: str) -> str:
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _around(texts: Iterable[str], words: Sequence[str]) -> str:
    """The first of the words with what stands around it."""
    for text in texts:
        low = text.lower()
        word = next((one for one in words if one.lower() in low), "")
        if word:
            at = low.find(word.lower())
            first, last = max(0, at - LONGEST // 2), at + len(word) + LONGEST // 2
            return " ".join(text[first:last].split())
    return ""
