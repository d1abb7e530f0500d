"""Values in the database's form and back: instants, days, lists, origins."""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta

from askwell.domain.people import Origin

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def instant(moment: datetime) -> int:
    """Microseconds since 1970 of an aware moment."""
    return (moment - _EPOCH) // _MICROSECOND


def maybe_instant(moment: datetime | None) -> int | None:
    return None if moment is None else instant(moment)


def moment(value: int) -> datetime:
    """The UTC moment of an instant."""
    return _EPOCH + timedelta(microseconds=value)


def maybe_moment(value: int | None) -> datetime | None:
    return None if value is None else moment(value)


def day(value: date | None) -> str:
    return value.isoformat() if value else ""


def maybe_day(value: str) -> date | None:
    return date.fromisoformat(value) if value else None


def lines(values: Collection[str]) -> str:
    """A list of texts, each ended by a newline (so that one empty text is not no text)."""
    if not values:
        return ""
    text = "\n".join(values) + "\n"
    return text if text.count("\n") == len(values) else lines([value.replace("\n", " ") for value in values])


def listed(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")[:-1]) if text else ()


def origin(file: str, index: int, message_id: str, path: str) -> Origin | None:
    return Origin(file, index, message_id, path) if file else None


ORIGIN = ("file", "idx", "message_id", "path")


def origin_columns(origin: Origin | None) -> tuple[str, int, str, str]:
    """The columns of ORIGIN; an empty file stands for what was entered by hand."""
    return ("", 0, "", "") if origin is None else (origin.file, origin.index, origin.message_id, origin.path)
