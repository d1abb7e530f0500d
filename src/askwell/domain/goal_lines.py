"""The goals as lines of a file, TOML or JSON, and back: every line is checked, and a wrong one is named."""

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from askwell.domain.errors import Refused
from askwell.domain.goals import BY_LINE, CLARITY, Goals, Need, NeedKind, Position, Status

LISTS = (
    "roles",
    "fields",
    "places",
    "kinds_of_company",
    "companies",
    "kinds_of_people",
    "strengths",
    "schools",
)
WORDS = ("name", "statement", "status_line", "headline")
KEYS = (*WORDS, *LISTS, "status", "since", "zone", "country", "limits", "needs", "clarity", "jobs")


def parse(text: str) -> Goals:
    """Goals from TOML or JSON text. Raises Refused, naming the key and what may stand there."""
    from difflib import get_close_matches

    found = _load(text)
    for key in found:
        near = get_close_matches(str(key), KEYS, n=1, cutoff=0.8)
        if key not in KEYS and near:
            raise Refused(f"The goals have a line “{key}”. Did you mean “{near[0]}”? Correct it and set them again.")
    given: dict[str, Any] = {key: _words(key, found[key]) for key in WORDS if key in found}
    given |= {key: _list(key, found[key]) for key in LISTS if key in found}
    special: dict[str, Callable[[Any], Any]] = {
        "status": _status,
        "since": _since,
        "zone": _zone,
        "country": _country,
        "limits": _limits,
        "needs": _needs,
        "clarity": _clarity,
    }
    if "jobs" in found:
        given["positions"] = _jobs(found["jobs"])
    given |= {key: read(found[key]) for key, read in special.items() if key in found}
    return Goals(**given)


def _load(text: str) -> dict[str, Any]:
    import tomllib  # here and above, because most commands read no goals

    text = text.removeprefix("\ufeff")
    try:
        found = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except (json.JSONDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise Refused(_unreadable(text, str(error))) from error
    return dict(found)


def _unreadable(text: str, fault: str) -> str:
    """Which line could not be read, and how one is written: most such faults are a missing quotation mark."""
    import re

    at = re.search(r"line (\d+)", fault)
    lines = text.splitlines()
    line = lines[int(at[1]) - 1].strip()[:60] if at and int(at[1]) <= len(lines) else ""
    where = (
        f"Line {at[1]} of the goals could not be read: {line}" if at and line else f"The goals end too early: {fault}"
    )
    return (
        f"{where}\nWords stand in straight quotation marks, and lists in brackets too:\n"
        '  name = "Alex Marlowe"\n  roles = ["Nurse", "Head nurse"]\nNothing was changed.'
    )


def _wrong(key: str, wanted: str, value: object) -> Refused:
    return Refused(f"The line “{key}” of the goals should be {wanted}, not {str(value)[:60]!r}.")


def _words(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise _wrong(key, "words in quotes", value)
    return value.strip()


def _list(key: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _wrong(key, 'a list of words, such as ["one", "two"]', value)
    return tuple(dict.fromkeys(one.strip() for one in value if one.strip()))


def _status(value: object) -> Status:
    try:
        return Status(str(value).strip().lower().replace(" ", "-").replace("_", "-"))
    except ValueError:
        raise _wrong("status", "“in-transition” or “employed”", value) from None


def _since(value: object) -> date:
    return _day(value)


def _day(value: object, *, key: str = "since") -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError:
        raise _wrong(key, "a day such as 2026-03-01", value) from None


def _zone(value: object) -> str:
    name = _words("zone", value)
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise _wrong("zone", "a time zone such as “America/Chicago”", value) from None
    return name


def _country(value: object) -> str:
    code = _words("country", value).upper()
    if code and not (len(code) == 2 and code.isalpha() and code.isascii()):
        raise _wrong("country", "the two letters of a country, such as “US”", value)
    return code


def _limits(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise _wrong("limits", "a table of names and words", value)
    return {str(key): _limit(one) for key, one in value.items()}


def _limit(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return str(value).strip()


def _needs(value: object) -> tuple[Need, ...]:
    if not isinstance(value, list):
        raise _wrong("needs", "a list of tables with “kind” and “question”", value)
    return tuple(_need(f"needs[{number}]", one) for number, one in enumerate(value, start=1))


def _need(key: str, value: object) -> Need:
    if not isinstance(value, dict):
        raise _wrong(key, "a table with “kind” and “question”", value)
    kinds = " | ".join(NeedKind)
    try:
        kind = NeedKind(str(value.get("kind", "")).strip().lower())
    except ValueError:
        raise _wrong(f"{key}.kind", f"one of {kinds}", value.get("kind", "")) from None
    question = _words(f"{key}.question", value.get("question", ""))
    if not question:
        raise Refused(f"The line “{key}.question” of the goals is empty: write the question itself.")
    return Need(kind=kind, question=question, serves=_words(f"{key}.serves", value.get("serves", "")))


def to_dict(goals: Goals) -> dict[str, Any]:
    """The same keys as `parse` reads, as plain values; only what is filled in."""
    plain: dict[str, Any] = {key: getattr(goals, key) for key in WORDS}
    plain |= {"status": str(goals.status), "since": goals.since.isoformat() if goals.since else ""}
    plain |= {"zone": goals.zone, "country": goals.country, "limits": dict(goals.limits)}
    plain |= {key: list(getattr(goals, key)) for key in LISTS}
    plain["clarity"] = {key: _told(key, words) for key, words in goals.clarity.items() if words}
    plain["jobs"] = [_job_told(job) for job in goals.positions if job.own]
    plain["needs"] = [{"kind": str(n.kind), "question": n.question, "serves": n.serves} for n in goals.needs]
    return {key: value for key, value in plain.items() if value or key == "status"}


def _clarity(value: object) -> dict[str, str]:
    """Her answers to the five questions; of problems, and of what friends said, one on a line."""
    if not isinstance(value, dict) or not set(value) <= set(CLARITY):
        raise _wrong("clarity", f"a table with {', '.join(CLARITY)}", value)
    told = {str(key): _limit(one) if not isinstance(one, list) else _each(one) for key, one in value.items()}
    return {key: words for key, words in told.items() if words}


def _each(value: list[object]) -> str:
    return "\n".join(" ".join(str(one).split()) for one in value if str(one).strip())


def _told(key: str, words: str) -> str | list[str]:
    return words.splitlines() if key in BY_LINE else words


def _jobs(value: object) -> tuple[Position, ...]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise _wrong("jobs", "a list of tables with “company”, “title”, “since” and “until”", value)
    return tuple(_job(f"jobs[{number}]", one) for number, one in enumerate(value, start=1))


def _job(key: str, told: dict[str, Any]) -> Position:
    company, title = (_words(f"{key}.{name}", told.get(name, "")) for name in ("company", "title"))
    if not company:
        raise Refused(f"The line “{key}.company” of the goals is empty: write where you worked.")
    since, until = (_day(told[name], key=f"{key}.{name}") if told.get(name) else None for name in ("since", "until"))
    return Position(company, title, since, until, own=True)


def _job_told(job: Position) -> dict[str, str]:
    days = {name: day.isoformat() for name, day in (("since", job.since), ("until", job.until)) if day}
    return {"company": job.company, "title": job.title, **days}
