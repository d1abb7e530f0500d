"""Dates as exports write them, by fixed forms alone: free-text readers make "Jan 2024" a day of that month."""

import re
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import lru_cache

# English, then German, French, Spanish, Portuguese, Italian, Dutch, without accents; only English is verified.
_MONTHS = (
    "jan january januar janv janvier ene enero janeiro gen gennaio januari",
    "feb february februar fev fevr fevrier febrero fevereiro febbraio februari",
    "mar march marz maerz mrz mars marzo marco mrt maart",
    "apr april avr avril abr abril aprile",
    "may mai mayo maio mag maggio mei",
    "jun june juni juin junio junho giu giugno",
    "jul july juli juil juillet julio julho lug luglio",
    "aug august aout ago agosto augustus",
    "sep sept september septembre septiembre set setembro settembre",
    "oct october okt oktober octobre octubre out outubro ott ottobre",
    "nov november novembre noviembre novembro",
    "dec december dez dezember decembre dic diciembre dezembro dicembre",
)
_MONTH = {word: number for number, line in enumerate(_MONTHS, 1) for word in line.split()}
_PLAIN = str.maketrans("áàâãäéèêëíìîïóòôõöúùûüçñ", "aaaaaeeeeiiiiooooouuuucn")
_USUAL = re.compile(r"(\d\d) ([A-Za-z]{3}) (\d{4})")  # of the thousands of days in a file of connections
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?!\d)")
_DOTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s?([AaPp])\.?[Mm])?")
_WORDS = re.compile(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=16_384)
def day(text: str, *, month_first: bool = True) -> date | None:
    """The day that `text` begins with or names; None where there is none. `month_first` decides 3/4/2026."""
    text = text[:64].strip()
    usual = _USUAL.fullmatch(text)
    number = _MONTH.get(usual[2].lower()) if usual else None
    with suppress(ValueError):
        if usual and number:
            return _whole(int(usual[3]), number, int(usual[1]))
        for form, order in ((_ISO, "ymd"), (_SLASHES, "mdy" if month_first else "dmy"), (_DOTS, "dmy")):
            if found := form.match(text):
                return _numbers(dict(zip(order, found.groups(), strict=True)))
        return _named(text)
    return None


@lru_cache(maxsize=1024)
def month(text: str) -> date | None:
    """`Aug 2022`, `2009` or a whole date; a month stands for its first day, a year for its January."""
    text = text[:64].strip()
    if len(text) == 4 and text.isdecimal():
        return _whole(int(text), 1, 1)
    words = _plain_words(text)
    if len(words) == 2 and words[0] in _MONTH and words[1].isdecimal():
        return _whole(int(words[1]), _MONTH[words[0]], 1)
    return day(text)


def moment(text: str) -> datetime | None:
    """A day with its time, taken as UTC, since LinkedIn writes UTC and names no zone; midnight where no time stands."""
    with suppress(ValueError):  # `2026-03-13 03:18:54 UTC`, the form of nearly all rows
        if len(text) == 23 and text.endswith(" UTC"):
            return datetime.fromisoformat(text[:19]).replace(tzinfo=UTC)
    whole = day(text)
    clock = _CLOCK.search(text[:64])
    if whole is None:
        return None
    if clock is None:
        return datetime(whole.year, whole.month, whole.day, tzinfo=UTC)
    hour, minute, second, half = clock.groups()
    hours = int(hour) % 12 + 12 * (half in "Pp") if half else int(hour)
    with suppress(ValueError):
        return datetime(whole.year, whole.month, whole.day, hours, int(minute), int(second or 0), tzinfo=UTC)
    return None


def _numbers(parts: dict[str, str]) -> date | None:
    """A day from its numbers; month and day change places where only that makes a date (13/4 for 4/13)."""
    first, second = int(parts["m"]), int(parts["d"])
    if first > 12 >= second:
        first, second = second, first
    return _whole(_year(parts["y"]), first, second)


def _named(text: str) -> date | None:
    """`08 Feb 2026`, `4-Apr-21`, `February 8, 2026`, `Fri Jan 24 02:54:41 UTC 2025`, `1 de marzo de 2023`."""
    words = _plain_words(_CLOCK.sub(" ", text))
    at = next((i for i, word in enumerate(words) if word in _MONTH), -1)
    figures = [word for word in words if word.isdecimal()]
    if at < 0 or len(figures) != 2:
        return None
    number, year = figures if len(figures[0]) <= 2 else reversed(figures)
    return _whole(_year(year), _MONTH[words[at]], int(number)) if len(year) in {2, 4} else None


def _plain_words(text: str) -> list[str]:
    return _WORDS.findall(text.lower().translate(_PLAIN))


def _year(figures: str) -> int:
    """Two digits are of this century up to 68, as C libraries read them."""
    number = int(figures)
    return number if len(figures) > 2 else number + (2000 if number < 69 else 1900)


def _whole(year: int, month_number: int, day_number: int) -> date | None:
    return date(year, month_number, day_number) if 1000 <= year <= 3000 else None
