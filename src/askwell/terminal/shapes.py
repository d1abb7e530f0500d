"""The JSON of the command line: domain values to the published shapes (see `schemas/`), which are a contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from askwell.actions.reaching import labels_of, phones_of
from askwell.domain.people import Contact
from askwell.guide.left_out import reasons
from askwell.terminal import favors
from askwell.terminal.goal_shapes import need

if TYPE_CHECKING:  # a shape needs an action's values, not the action, and few of the many kinds of values at a time
    from askwell.actions.composing import Composed
    from askwell.actions.giving import ToReturn
    from askwell.actions.ledger import Progress
    from askwell.actions.people import Listed, People
    from askwell.actions.replies import Waiting
    from askwell.domain.guesses import Guesses
    from askwell.domain.people import Card, Origin
    from askwell.domain.plans import Ask, Day, Draft, Finding, Help, Promise, Referral, Way
    from askwell.domain.reading import FileReceipt, Note, Receipt
    from askwell.domain.search import Application
    from askwell.domain.tables import Question
    from askwell.guide.by_voice import Advice
    from askwell.guide.forecast import Forecast, Pace, Span
    from askwell.guide.hardness import Hardness

Shape = dict[str, Any]
Names = Mapping[str, Contact]


def instant(moment: datetime | None) -> str | None:
    """RFC 3339 in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None


def day(when: date | None) -> str | None:
    return when.isoformat() if when else None


def person(contact_id: str, names: Names) -> Shape | None:
    """`{"id", "name"}` of a contact, or null."""
    contact = names.get(contact_id)
    return {"id": contact_id, "name": contact.name if contact else ""} if contact_id else None


def origin(found: Origin | None) -> Shape | None:
    if found is None:
        return None
    shape: Shape = {"file": found.file, "message_id": found.message_id or None, "index": found.index}
    return {**shape, "path": found.path} if found.path else shape


def way(found: Way) -> Shape:
    return {"kind": str(found.kind), "reason": found.reason}


def finding(found: Finding) -> Shape:
    return {
        "rule": found.rule,
        "tip": found.tip,
        "start": found.start,
        "end": found.end,
        "why": found.why,
        "instead": found.instead,
    }


def draft(found: Draft | None) -> Shape | None:
    return {"channel": found.channel, "subject": found.subject, "text": found.text} if found else None


FIRST = 5  # numbers of what one reason is about; all stand in the notes


def receipt(found: Receipt) -> Shape:
    return {
        "me": list(found.me),
        "files": [_file_receipt(f) for f in found.files],
        "people": found.people,
        "batch": found.batch,
        "said": list(found.said),
    }


def _file_receipt(found: FileReceipt) -> Shape:
    shape: Shape = {
        "file": found.file,
        "source": found.source,
        "read": found.read,
        "new": found.new,
        "joined": found.joined,
        "changed": found.changed,
        "same": found.same,
        "left_out": [_note(n) for n in found.left_out],
        "unreadable": [_note(n) for n in found.unreadable],
        "reasons": [
            {"reason": r.said, "count": r.count, "first": list(r.first), "unreadable": r.lost, "do": r.to_do}
            for r in reasons(found, first=FIRST)
        ],
    }
    if found.path:
        shape["path"] = found.path
    if found.said:
        shape["said"] = found.said
    if found.question:
        shape["question"] = _question(found.question)
    return shape


def _question(found: Question) -> Shape:
    """Which column is what: what is seen of them, and what each is taken for, null for nothing."""
    columns = [{"column": c.letter, "header": c.header, "guess": c.guess or None} for c in found.columns]
    return {"columns": columns, "rows": [list(row) for row in found.rows], "why": found.why}


def _note(found: Note) -> Shape:
    return {"at": found.at, "reason": found.reason}


def referrals(found: Iterable[Referral], names: Names) -> Shape:
    listed = list(found)
    return {"count": sum(r.confirmed for r in listed), "referrals": [_referral(r, names) for r in listed]}


def _referral(found: Referral, names: Names) -> Shape:
    contact = names.get(found.person)
    return {
        "id": found.id,
        "kind": str(found.kind),
        "stage": str(found.stage),
        "referrer": person(found.referrer, names),
        "person": {"id": found.person or None, "name": contact.name if contact else found.name},
        "date": instant(found.at),
        "confirmed": found.confirmed,
        "evidence": origin(found.evidence),
    }


def promises(found: Iterable[Promise], names: Names) -> Shape:
    return {"promises": [_promise(p, names) for p in found]}


def _promise(found: Promise, names: Names) -> Shape:
    return {
        "id": found.id,
        "kind": str(found.kind),
        "to": person(found.to, names) or {"id": None, "name": found.name},
        "because": found.because,
        "since": instant(found.since),
        "due": instant(found.due),
        "state": str(found.state),
        "confirmed": found.confirmed,
        "rests": found.rests,
    }


def today(found: Day, names: Names) -> Shape:
    return {
        "date": found.date.isoformat(),
        "steps": [
            {
                "kind": str(step.kind),
                "person": person(step.person, names),
                "reason": step.reason,
                "draft": draft(step.draft),
                "promise": step.promise or None,
                "also": [{"kind": str(kind), "promise": key} for kind, key in step.also],
            }
            for step in found.steps
        ],
    }


def help_received(found: Help, names: Names) -> Shape:
    return {
        "from": person(found.by, names),
        "date": instant(found.at),
        "what": found.what,
        "kind": found.kind,
        "thanked": bool(found.thanked),
        "closed": bool(found.closed),
        "confirmed": found.confirmed,
        "evidence": origin(found.evidence),
    }


def ask(found: Ask, names: Names) -> Shape:
    return {
        "id": found.id,
        "to": person(found.to, names),
        "at": instant(found.at),
        "state": str(found.state),
        "need": found.need,
        "guess": found.guess,
        "confirmed": found.confirmed,
    }


def people(found: People) -> Shape:
    return {
        "people": [_listed(one) for one in found.people],
        "likely": [{"people": list(pair.people), "why": pair.why} for pair in found.likely],
    }


def _listed(found: Listed) -> Shape:
    contact = found.contact
    return {
        "id": contact.id,
        "name": contact.name,
        "addresses": list(contact.addresses),
        "phones": list(phones_of(found.cards)),
        "company": contact.company,
        "title": contact.title,
        "tie": str(contact.tie),
        "dormant": contact.dormant,
        "last": instant(contact.last),
        "permission": str(contact.permission),
        "rest_until": day(contact.rest_until),
        "met": contact.met,
        "note": contact.note,
        "former": list(contact.former),
        "labels": list(labels_of(found.cards)),
        "ways": [way(one) for one in found.ways],
        "cards": [{**_card(one), "id": ref} for one, ref in zip(found.cards, found.ids, strict=True)],
        "why": list(found.why),
    }


def _card(found: Card) -> Shape:
    shape: Shape = {"file": found.origin.file, "index": found.origin.index, "name": found.name, "url": found.url}
    return {**shape, "path": found.origin.path} if found.origin.path else shape


def applications(found: Iterable[Application]) -> Shape:
    return {
        "applications": [
            {
                "id": one.id,
                "company": one.company,
                "title": one.title,
                "status": str(one.stage),
                "applied": day(one.applied),
                "updated": day(one.updated),
            }
            for one in found
        ]
    }


def composed(found: Composed) -> Shape:
    """What `ask PERSON` prints."""
    return {
        "person": {"id": found.contact.id, "name": found.contact.name},
        "need": need(found.need) if found.need else None,
        "ways": [way(one) for one in found.ways],
        "draft": draft(found.draft),
        "findings": [finding(one) for one in found.findings],
        "missing": list(found.missing),
        "pace": found.pace,
        "allowed": found.allowed,
        "voice": advice(found.voice),
    }


def advice(found: Advice | None) -> Shape | None:
    """A word for speaking rather than writing, and what stands behind it."""
    return {"line": found.line, "why": found.why, "source": found.source} if found else None


def waiting(found: Waiting, names: Names) -> Shape:
    return {
        "id": found.id,
        "type": found.type,
        "person": person(found.person, names),
        "people": list(found.people),
        "evidence": found.evidence,
        "confidence": round(found.confidence, 2),
        "sure": found.sure,
        "message": origin(found.message),
        "at": instant(found.at),
    }


def progress(
    found: Progress,
    names: Names,
    *,
    returned: Iterable[ToReturn] = (),
    hard: Hardness | None = None,
    ahead: Forecast | None = None,
) -> Shape:
    """Hardness and forecast are null where there is too little to go by, the forecast also where she hid it.

    Of guesses, what stands behind `of` takes two weeks of silence for an outcome; what stands before, answers alone.
    """
    return {
        "referrals": {"count": found.referrals, "by_stage": found.by_stage, "by_kind": found.by_kind},
        "asks": {"sent": found.sent, "answered": found.answered, "declined": found.declined},
        "helps": [help_received(one, names) for one in found.helps],
        "guesses": {**found.guesses, **_guessed(found.guessed)},
        "favors": favors.shape(found.favors, returned),
        "hardness": hardness(hard) if hard else None,
        "forecast": forecast(ahead) if ahead else None,
    }


def _guessed(found: Guesses) -> Shape:
    return {
        "of": found.of,
        "yes": found.yes,
        "declined": found.declined,
        "silent": found.silent,
        "waiting": found.waiting,
        "say": found.say,
    }


def hardness(found: Hardness) -> Shape:
    """0 to 100 over 28 days, in parts; `gain` is what a part's stretch would add to the whole within a week."""
    from askwell.guide.hardness import DAYS

    return {
        "score": found.score,
        "was": found.was,
        "band": str(found.band),
        "say": found.say,
        "days": DAYS,
        "next": str(found.next.name) if found.next else None,
        "parts": [
            {
                "name": str(part.name),
                "score": part.score,
                "was": part.was,
                "weight": part.weight,
                "made_of": part.made_of,
                "stretch": part.stretch,
                "gain": part.gain,
            }
            for part in found.parts
        ],
    }


def forecast(found: Forecast) -> Shape:
    """Weeks from now; null lies beyond the horizon. `paces` and `moves` are ways of going on."""
    from askwell.guide.forecast import words

    return {
        "horizon": found.horizon,
        "searches": found.searches,
        "referrals": found.referrals,
        "asks": found.asks,
        "say": words.said(found),
        "sure": words.sure(found),
        "paces": [_pace(one) for one in found.paces],
        "moves": [_pace(one) for one in found.moves],
        "rests_on": [
            {"what": one.what, "value": one.value, "source": one.source, "assumption": one.assumed}
            for one in words.rests_on()
        ],
    }


def _pace(found: Pace) -> Shape:
    return {
        "name": found.name,
        "asks_a_week": found.asks,
        "to_100": _span(found.to_goal),
        "to_offer": _span(found.to_offer),
        "referrals_by_then": found.by_then,
    }


def _span(found: Span) -> Shape:
    ends = (("low", found.low), ("middle", found.middle), ("high", found.high))
    return {name: None if value is None else round(value, 1) for name, value in ends}
