"""Writing what happened: interactions with their cues, applications, dropped promises."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from askwell.domain.cues import Answer, Cue
from askwell.domain.messages import Interaction
from askwell.domain.search import Application
from askwell.store import ids
from askwell.store.forms import day, instant, lines, maybe_instant, origin_columns
from askwell.store.rows import Batch, Value


@dataclass(frozen=True, slots=True)
class ExchangeIn:
    """A new interaction (its id is not looked at), the key that tells it when it is read again, and its cues."""

    interaction: Interaction
    key: str = ""
    cues: tuple[Cue, ...] = ()


def add_exchanges(batch: Batch, exchanges: Sequence[ExchangeIn]) -> list[str]:
    """Store interactions with their people and cues; tells their ids in order."""
    keys = batch.insert("interaction", [interaction_row(e.interaction, key=e.key) for e in exchanges])
    pairs = list(zip(keys, exchanges, strict=True))
    people = [_participant(batch, key, *place) for key, e in pairs for place in enumerate(e.interaction.people)]
    batch.insert("participant", people)
    batch.touched.update(int(person["contact_id"] or 0) for person in people)
    batch.insert("cue", [cue_row(key, cue) for key, e in pairs for cue in e.cues])
    return [ids.show("interaction", key) for key in keys]


def change_exchanges(batch: Batch, exchanges: Mapping[str, ExchangeIn]) -> int:
    """Put new content into interactions that were read again (a moved meeting), by id; people and cues stay."""
    keyed = {batch.read("interaction", i): interaction_row(e.interaction, key=e.key) for i, e in exchanges.items()}
    people = batch.fetch("participant", batch.keys("participant", "interaction_id", keyed))
    batch.touched.update(int(row[batch.column("participant", "contact_id")] or 0) for row in people.values())
    return batch.update("interaction", keyed)


def add_cues(batch: Batch, cues: Sequence[tuple[str, Cue]]) -> list[str]:
    """Store more cues, as (interaction id, cue); tells their ids in order."""
    rows = [cue_row(batch.read("interaction", interaction), cue) for interaction, cue in cues]
    return [ids.show("cue", key) for key in batch.insert("cue", rows)]


def answer(batch: Batch, answers: Mapping[str, Answer]) -> int:
    """Keep the seeker's yes or no to cues, by cue id; tells how many changed by it."""
    return batch.update("cue", {batch.read("cue", i): {"answer": a.value} for i, a in answers.items()})


def change_cues(batch: Batch, cues: Mapping[str, Cue]) -> int:
    """Put new content into cues, by id."""
    return batch.update("cue", {batch.read("cue", i): _cue(cue) for i, cue in cues.items()})


def add_applications(batch: Batch, applications: Sequence[Application]) -> list[str]:
    """Store applications (their id is not looked at); tells their ids in order."""
    keys = batch.insert("application", [application_row(a) for a in applications])
    return [ids.show("application", key) for key in keys]


def change_applications(batch: Batch, applications: Mapping[str, Application]) -> int:
    """Put new content into applications, by id."""
    return batch.update(
        "application", {batch.read("application", i): application_row(a) for i, a in applications.items()}
    )


def drop_promise(batch: Batch, promise: str, *, because: str) -> None:
    """Keep that the seeker dropped a promise."""
    batch.insert("drop", [{"promise": promise, "because": because}])


def interaction_row(interaction: Interaction, *, key: str) -> dict[str, Value]:
    return {
        "at": instant(interaction.at),
        "channel": interaction.channel.value,
        "direction": interaction.direction.value,
        "group": interaction.group,
        "thread": interaction.thread,
        "subject": interaction.subject,
        "text": interaction.text,
        "writer": interaction.writer.value,
        **origin_columns(interaction.origin),
        "end": maybe_instant(interaction.end),
        "cancelled": interaction.cancelled,
        "recurring": interaction.recurring,
        "key": key,
    }


def cue_row(interaction: int, cue: Cue) -> dict[str, Value]:
    return {"interaction_id": interaction, **_cue(cue)}


def _cue(cue: Cue) -> dict[str, Value]:
    return {
        "type": cue.type.value,
        "people": lines(cue.people),
        "contacts": lines(cue.contacts),
        "evidence": cue.evidence,
        "confidence": cue.confidence,
        "answer": cue.answer.value,
        "about": cue.about,
        "guess": cue.guess,
    }


def application_row(application: Application) -> dict[str, Value]:
    return {
        "company": application.company,
        "title": application.title,
        "stage": application.stage.value,
        "applied": day(application.applied),
        "updated": day(application.updated),
        "contact": application.contact,
        "via": application.via,
        "note": application.note,
        **origin_columns(application.origin),
    }


def _participant(batch: Batch, interaction: int, place: int, contact: str) -> dict[str, Value]:
    return {"interaction_id": interaction, "contact_id": batch.read("contact", contact), "place": place}
