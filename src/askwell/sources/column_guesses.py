"""What the columns of an unknown table may be: scored by the words of the header and by what stands in the cells.

A guess is shown and asked about. It is taken without asking only where header and cells say the same of a name and of
an address, and nothing else could be meant.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from askwell.domain.tables import SEVERAL
from askwell.identity.handles import slug
from askwell.sources.cells import addresses
from askwell.sources.dates import day
from askwell.sources.people_columns import WORDS
from askwell.sources.tables import fold

LOOKED_AT = 50  # rows
_LONG = 200  # characters of a cell that are looked at
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_PHONE = re.compile(r"\+?[\d\s().\-/–]{7,24}(?:\s?(?:x|ext\.?|#)\s?\d{1,6})?")
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# Single words within a header that point to a field where the whole of it is not known. The first line that has one
# counts: "Organization Title" is a title, "Organization Name" the company's, "Company contact" a person.
_HINTS = (
    ("email", "email mail mails correo courriel posta"),
    ("phone", "phone mobile cell tel telefon handy telefono telefone celular movil telephone cellulare telefoon"),
    ("first", "given forename vorname prenom voornaam imie jmeno fornamn fornavn etunimi"),
    ("last", "family surname nachname apellido apellidos sobrenome cognome achternaam nazwisko prijmeni efternamn"),
    ("last", "efternavn etternavn sukunimi"),
    ("referred-by", "referred recommended"),
    ("place", "city town place location ort stadt ciudad cidade citta ville plaats"),
    ("title", "title role position job cargo puesto poste functie beruf ruolo rolle rol stelle stanowisko"),
    ("profile", "linkedin profile"),
    ("note", "note notes notizen notas comment comments remarks"),
    ("name", "person contact contato contacto kontakt who"),
    ("company", "company employer organization organisation firma empresa azienda societe bedrijf works lavora"),
    ("name", "name nombre nome nom naam"),
    ("applied", "applied"),
    ("status", "status stage"),
)
_TOKENS = tuple((field, frozenset(words.split())) for field, words in _HINTS)
_ONLY_OF_NAMES = frozenset({"first", "last"})  # of "first name"; "last contact" is a day
_EXACT = {
    word: field
    for field, key in (
        *(("referred-by", "referred_by"), ("labels", "groups"), ("profile", "url"), ("email", "email2")),
        *(("email", "email3"), ("phone", "phone2"), ("phone", "phone3")),
        *((name, name) for name in ("name", "first", "last", "email", "phone", "company", "title", "place", "note")),
    )
    for word in WORDS[key]
}
_ENOUGH = 0.5  # share of the cells that must be of a kind for a column to be taken for it
_ALL = 0.8  # and for it to be beyond doubt


def guesses(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """For each column the field it is taken for, "" for none; of most fields there is one column at most."""
    scored = [
        (score, -place, field)
        for place, name in enumerate(header)
        for field, score in _scores(name, _column(rows, place)).items()
    ]
    found = [""] * len(header)
    taken: set[str] = set()
    for _, place, field in sorted(scored, reverse=True):
        if found[-place] or (field in taken and field not in SEVERAL):
            continue
        found[-place] = field
        taken.add(field)
    if {"first", "last"} <= taken and "name" in taken:
        found = ["" if field == "name" else field for field in found]
    return found


def are_sure(found: Sequence[str], header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a name and an address are told by header and cells alike, and no other column could be either."""
    names = [place for place, field in enumerate(found) if field in {"name", "first"}]
    mails = [place for place, field in enumerate(found) if field == "email"]
    if len(names) != 1 or len(mails) != 1:
        return False
    (name,), (mail,) = names, mails
    others = [place for place in range(len(header)) if place not in {name, mail} and not found[place]]
    return (
        _word(header[name]) in {"name", "first"}
        and _word(header[mail]) == "email"
        and _share(_column(rows, name), _is_word if found[name] == "first" else _is_name) >= _ALL
        and _share(_column(rows, mail), _is_email) >= _ALL
        and not any(_share(_column(rows, place), _is_email) >= _ENOUGH for place in others)
        and (found[name] == "name" or "last" in found or not any(_may_be_names(rows, place) for place in others))
    )


def _may_be_names(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Whether a column of which nothing is known may hold the family names that no other one does."""
    return _share(_column(rows, place), _is_word) >= _ALL


def is_of_people(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table may hold people at all: a column of addresses or profiles, or a name and one thing beside it."""
    found = set(guesses(header, rows))
    columns = [_column(rows, place) for place in range(len(header))]
    reached = any(max(_share(cells, _is_email), _share(cells, _is_profile)) >= _ENOUGH for cells in columns)
    return reached or (bool(found & {"name", "first"}) and len(found & {"email", "phone", "company", "title"}) > 0)


def is_belied(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the cells of some columns say that their headers are wrong: addresses that are none, names that are."""
    for place, name in enumerate(header):
        cells, field = _column(rows, place), _EXACT.get(fold(name), "")
        if len(cells) < 3:
            continue
        if field == "email" and not any(map(_is_email, cells)) and not any(cell.startswith("/") for cell in cells):
            return True
        if field in {"name", "first", "last"} and _share(cells, _is_email) >= _ALL and _has_no_other(header, rows):
            return True
    return False


def is_data(row: Sequence[str]) -> bool:
    """Whether a row that might be a header holds what stands in no header: an address, a phone, a date."""
    return any(_is_email(cell) or _is_url(cell) or _is_phone(cell) or day(cell) is not None for cell in row if cell)


def _has_no_other(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the table has no column of addresses under its own header; then names that are addresses are mixed up."""
    mails = (place for place, name in enumerate(header) if _EXACT.get(fold(name)) == "email")
    return not any(_share(_column(rows, place), _is_email) >= _ENOUGH for place in mails)


def _scores(header: str, cells: Sequence[str]) -> dict[str, float]:
    """How much speaks for each field: 3 for the header as a whole, 2 for a word of it, up to 4 for the cells."""
    said = _word(header)
    scores = {said: 3.0 if _EXACT.get(fold(header)) else 2.0} if said else {}
    if len(cells) > 0:
        for field, holds, weight in _KINDS:
            share = _share(cells, holds)
            if share >= _ENOUGH:
                scores[field] = scores.get(field, 0.0) + weight * share
            elif field in {"email", "profile"}:
                scores.pop(field, None)
        if {"name", "first", "last"} & {said} and any(day(cell) is not None for cell in cells):
            scores.pop(said)  # "Last contact", "Birthday of the person"
        if scores.get("email", 0.0) >= 2.0 or "profile" in scores:  # an address is no name, whatever its header
            scores = {field: score for field, score in scores.items() if field in {"email", "profile"}}
    return scores


def _word(header: str) -> str:
    """The field that a header names as a whole, else by one of its words."""
    if exact := _EXACT.get(fold(header)):
        return exact
    words = {fold(word) for word in _WORD.findall(header[:100])}
    parts = sorted(words & _ONLY_OF_NAMES) if "name" in words else ()
    return next(iter(parts), "") or next((field for field, tokens in _TOKENS if words & tokens), "")


def _column(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    """The cells of a column that say something."""
    cells = (row[place][:_LONG].strip() for row in rows[:LOOKED_AT] if place < len(row))
    return [cell for cell in cells if cell]


def _share(cells: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, cells)) / len(cells) if cells else 0.0


def _is_email(cell: str) -> bool:
    return bool(addresses(cell)) and " " not in cell.strip().rstrip(";,")


def _is_profile(cell: str) -> bool:
    return "linkedin" in cell.lower() and bool(slug(cell))


def _is_url(cell: str) -> bool:
    return _URL.fullmatch(cell.strip()) is not None


def _is_phone(cell: str) -> bool:
    return _PHONE.fullmatch(cell.strip()) is not None and day(cell) is None and sum(map(str.isdigit, cell)) >= 7


def _is_name(cell: str) -> bool:
    """Two to five words, each beginning with a capital or with none to have (王 小明), and no figure."""
    words = _words(cell)
    return 2 <= len(words) <= 5 and _are_capital(words)


def _is_word(cell: str) -> bool:
    words = _words(cell)
    return 1 <= len(words) <= 3 and _are_capital(words)


def _are_capital(words: Sequence[str]) -> bool:
    small = [word for word in words if word[0].islower()]
    return len(small) < len(words) and all(len(word) < 4 for word in small)  # van, de la, bin


def _words(cell: str) -> list[str]:
    parts = cell.replace(",", " ").split()
    return parts if all(_WORD.fullmatch(part) for part in parts) else []


_KINDS: tuple[tuple[str, Callable[[str], bool], float], ...] = (
    ("email", _is_email, 4.0),
    ("profile", _is_profile, 4.0),
    ("phone", _is_phone, 2.0),
    ("name", _is_name, 1.0),
)


def letters(count: int) -> Iterator[str]:
    """A, B … Z, AA, AB …, as spreadsheets call their columns."""
    for number in range(count):
        first, second = divmod(number, 26)
        yield (chr(64 + first) if first else "") + chr(65 + second)
