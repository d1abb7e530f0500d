"""`suggest FILE`: goals and contacts in, everybody ranked with ways and reasons out; nothing is stored."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from askwell.actions.desk import clock
from askwell.domain.errors import Refused
from askwell.domain.goals import Goals, Position
from askwell.domain.people import Contact, Tie
from askwell.domain.ties import DORMANT_AFTER
from askwell.guide.ranking import Ranked, rank
from askwell.identity.shared_past import together_at
from askwell.method import goals as tip_two

ONCE_NEAR = frozenset({Tie.CLOSE, Tie.KNOWN})


def suggest(text: str, *, now: datetime | None = None) -> dict[str, Any]:
    """All contacts of the JSON, best first. Raises Refused where it is no such JSON, naming what is wrong."""
    given = _read(text)
    now = now or clock()
    contacts = [_contact(number, one, now) for number, one in enumerate(given["contacts"], 1)]
    ranked = rank(contacts, _with_past(_goals(given.get("goals") or {}), contacts, now), now)
    return {"ranking": [_told(one) for one in ranked]}


def _told(one: Ranked) -> dict[str, Any]:
    ways = [{"kind": str(way.kind), "reason": way.reason} for way in one.ways]
    return {"id": one.contact.id, "ways": ways, "why": one.why, "outlook": one.outlook, "numbers": one.numbers}


def names_of(text: str) -> dict[str, str]:
    """The names of the contacts in the JSON, by the id that `suggest` gives them."""
    contacts = _read(text)["contacts"]
    return {str(one.get("id") or number): str(one.get("name") or "") for number, one in enumerate(contacts, 1)}


def _read(text: str) -> dict[str, Any]:
    try:
        given = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Refused(f"This is no JSON: {error}. It should be an object with “goals” and “contacts”.") from error
    if not isinstance(given, dict) or not isinstance(given.get("contacts"), list):
        raise Refused("The JSON should be an object with “goals” and a list of “contacts”.")
    return given


def _goals(given: Any) -> Goals:
    if not isinstance(given, dict):
        raise Refused("“goals” should be an object with roles, fields, companies, places and status.")
    return tip_two.parse(json.dumps({key: value for key, value in given.items() if value is not None}))


def _with_past(goals: Goals, contacts: Iterable[Contact], now: datetime) -> Goals:
    """The goals, and where she has worked as far as her notes on colleagues tell, for no other file tells it here."""
    if goals.positions:
        return goals
    told = Counter(company for contact in contacts if (company := together_at(contact.note)))
    often = sorted(told, key=lambda company: (-told[company], company))
    return replace(goals, positions=tuple(Position(company, "", until=now.date()) for company in often))


def _contact(number: int, one: Any, now: datetime) -> Contact:
    if not isinstance(one, dict):
        raise Refused(f"Contact {number} should be an object, not {str(one)[:40]!r}.")
    said = {key: str(value).strip() for key, value in one.items() if value is not None}
    tie, last = _tie(number, said.get("tie", "")), _moment(number, said.get("last_contact", ""))
    return Contact(
        id=said.get("id") or str(number),
        name=said.get("name", ""),
        company=said.get("company", ""),
        title=said.get("position", "") or said.get("title", ""),
        place=said.get("place", ""),
        note=said.get("notes", ""),
        tie=tie,
        last=last,
        dormant=tie in ONCE_NEAR and last is not None and now - last > DORMANT_AFTER,
    )


def _tie(number: int, word: str) -> Tie:
    try:
        return Tie(word.lower()) if word else Tie.BARELY
    except ValueError:
        raise Refused(f"The tie of contact {number} is “{word}”; it is one of {', '.join(Tie)}.") from None


def _moment(number: int, text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        raise Refused(f"The last contact of contact {number} is “{text}”; write it like 2025-10-04.") from None
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=UTC)
