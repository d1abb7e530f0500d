"""From bytes to rows, for any table: encoding, delimiter, header, cells over several lines, rows of uneven length."""

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from askwell.domain.reading import Note
from askwell.sources.central_letters import code_of
from askwell.sources.found import LIMIT, Unreadable

ROWS = 500_000  # in one table; the largest exports known hold 30,000 connections and some 100,000 messages
_WIDEST = 1000  # columns that are looked at to tell what a table is; the widest known has 92
SEARCH = 25  # rows in which a header is looked for, since exports begin with notes
_DELIMITERS = ",;\t"
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_WESTERN = frozenset("àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜÝŸ’‘“”„–—…€«»·•°§\xa0")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a kind of table looks like: our fields, each with the headers seen for it (folded), and what must be there.

    `needs` are groups of fields; of each group at least one must have a column.
    """

    columns: Mapping[str, tuple[str, ...]]
    needs: tuple[tuple[str, ...], ...]

    def locate(self, header: Iterable[str]) -> dict[str, int]:
        """Fields to positions in a folded header; of repeated names the first counts."""
        at: dict[str, int] = {}
        for position, name in enumerate(header):
            at.setdefault(name, position)
        found = {f: next((at[n] for n in names if n in at), -1) for f, names in self.columns.items()}
        return {f: position for f, position in found.items() if position >= 0}

    def fits(self, header: Iterable[str]) -> bool:
        found = self.locate(header)
        return all(any(f in found for f in group) for group in self.needs)


@dataclass(slots=True)
class Table:
    """Rows below a header. `rows` are (index from 1, cells); each has one empty cell more, so that `[-1]` is "".

    `at` gives the position of a field, -1 where it has no column. `read` counts all rows, those in `unreadable` too.
    """

    header: list[str]
    rows: list[tuple[int, list[str]]]
    places: dict[str, int]
    read: int
    unreadable: list[Note] = field(default_factory=list)

    def at(self, name: str) -> int:
        return self.places.get(name, -1)


def fold(cell: str) -> str:
    """A header in one form: lower case, no accents, only letters and figures (`E-Mail-Adresse` is emailadresse)."""
    if not cell.isascii():
        cell = "".join(c for c in unicodedata.normalize("NFKD", cell) if not unicodedata.combining(c))
    return "".join(c for c in cell[:100].casefold() if c.isalnum())


def decode(data: bytes, *, roughly: bool = False) -> str:
    """Text of a table: by its byte order mark, else UTF-16 without one, UTF-8, a good guess, Windows Western.

    `roughly` does without the guess, which takes time. Zero characters are left out: no database takes them all.
    """
    text = _decoded(data, roughly=roughly)
    return text.replace("\0", "") if "\0" in text else text


def _decoded(data: bytes, *, roughly: bool) -> str:
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", "replace")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if wide := _wide(data[:4096]):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace") if roughly else _guess(data)


def is_wide(start: bytes) -> bool:
    """Whether these are bytes of UTF-16."""
    return start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or bool(_wide(start[:4096]))


def delimiter(text: str) -> str:
    """The delimiter most lines agree on, quoted parts aside; a comma where nothing speaks for another."""
    lines = re.sub(r'"[^"]*"', "", text[:16_384]).splitlines()[: 2 * SEARCH]
    counts = {mark: Counter(n for line in lines if (n := line.count(mark))) for mark in _DELIMITERS}
    return max(_DELIMITERS, key=lambda m: max((n * min(times, 5) for n, times in counts[m].items()), default=0))


def split(text: str, *, at_most: int = ROWS) -> list[list[str]]:
    """All rows as they stand, blank lines as empty lists. Raises Unreadable beyond `at_most` rows."""
    csv.field_size_limit(LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    rows = list(islice(reader, at_most + 1))
    if len(rows) > at_most:
        raise Unreadable(f"holds more than {at_most:,} rows; nothing was read, not even row 1: split the file")
    return rows


def head(text: str) -> list[list[str]]:
    """The first rows, folded, for telling what a table is; `text` may be cut off anywhere."""
    return [[fold(cell) for cell in row] for row in first_rows(text)]


def first_rows(text: str) -> list[list[str]]:
    """The first rows as they stand; `text` may be cut off anywhere."""
    csv.field_size_limit(LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    return [row[:_WIDEST] for row, _ in zip(reader, range(SEARCH), strict=False)]


def table(data: bytes, shape: Shape) -> Table:
    """The rows of a table of `shape`, below the first of its first rows that fits. Raises Unreadable without one."""
    text = decode(data)
    rows = split(text)
    for number, row in enumerate(rows[:SEARCH]):
        header = [fold(cell) for cell in row]
        if shape.fits(header):
            return _below(rows[number + 1 :], header, shape, text=text)
    raise Unreadable("its columns are not the ones that were looked for")


def head_of(rows: list[list[str]]) -> int:
    """Where the header stands that no shape knows: the first row that is about as wide as most of those below."""
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows[: 2 * SEARCH]]
    usual = Counter(len(row) for row in rows[: 2 * SEARCH]).most_common(1)[0][0]
    wide = (at for at, count in enumerate(filled[:SEARCH]) if count >= 0.6 * usual)
    return next(wide, 0)


def under(rows: list[list[str]], header: list[str], shape: Shape) -> Table:
    """Rows under a header that stands nowhere; nothing is wrong with rows of which more is said than that."""
    width = len(header)
    return _below([row[:width] for row in rows], header, shape, text="'")


def _below(rows: list[list[str]], header: list[str], shape: Shape, *, text: str) -> Table:
    rows = [row for row in rows if row]  # a blank line is no row
    found = Table(header=header, rows=[], places=shape.locate(header), read=len(rows))
    found.rows = _evened(rows, len(header), found.unreadable)
    if "'" in text and any(f"'{mark}" in text for mark in _FORMULA):
        found.rows = [(index, [_unescape(cell) for cell in row]) for index, row in found.rows]
    if text.count('"') % 2 and found.rows and any("\n" in cell for cell in found.rows[-1][1]):
        _set_apart_the_last(found)
    return found


def _evened(rows: list[list[str]], width: int, unreadable: list[Note]) -> list[tuple[int, list[str]]]:
    """Rows with their index, each `width` cells and one empty one; those with more to say than the header are noted."""
    kept = []
    for index, row in enumerate(rows, 1):
        if len(row) < width:
            row.extend([""] * (width - len(row)))
        elif len(row) > width:
            if any(row[width:]):
                unreadable.append(Note(index, f"has {len(row)} cells where the header has {width}"))
                continue
            del row[width:]
        row.append("")
        kept.append((index, row))
    return kept


def _set_apart_the_last(found: Table) -> None:
    """A quotation mark that is never closed takes in everything below it: say so rather than swallow it."""
    index, row = found.rows.pop()
    lines = sum(cell.count("\n") for cell in row) + 1
    reason = f"a quotation mark is missing, so that the {lines} lines from here to the end run together"
    found.unreadable.append(Note(index, reason))


def _unescape(cell: str) -> str:
    """Take away the apostrophe that our own export puts before what a spreadsheet would compute."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in _FORMULA else cell


def _wide(start: bytes) -> str:
    """UTF-16 without a mark shows as most of every second byte being zero, and few of the others."""
    high, low = start[1::2].count(0), start[::2].count(0)
    if len(start) < 8 or min(high, low) > len(start) // 8 or max(high, low) < len(start) // 4:
        return ""
    return "utf-16-le" if high > low else "utf-16-be"


def _is_foreign(western: str) -> bool:
    """Accents stand alone in Western words; Cyrillic or Greek read as Western is accents all along."""
    letters = re.findall(r"[À-ÿ]+", western[:50_000])
    return sum(len(run) for run in letters if len(run) > 2) > sum(map(len, letters)) / 2


def _guess(data: bytes) -> str:
    """Neither UTF-8 nor UTF-16. Central Europe where its words say so, else Windows Western first.

    For guesses are poor for the few letters of most tables.
    """
    if code := code_of(data[:200_000]):
        return data.decode(code, "replace")
    western = data.decode("cp1252", "replace")
    odd = Counter(c for c in western if not c.isascii())
    if sum(n for c, n in odd.items() if c in _WESTERN) >= 0.9 * sum(odd.values()) and not _is_foreign(western):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data[:50_000]).best()
    try:
        return data.decode(best.encoding) if best else western
    except (UnicodeDecodeError, LookupError):
        return western
