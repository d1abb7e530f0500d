"""Writing what happened: interactions with their cues, applications, dropped promises."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from askwell.domain.cues import Answer, Cue
from askwell.domain.messages import Interaction
from askwell.domain.search import Application
from askwell.store import ids
from askwell.store.forms import ORIGIN, day, instant, lines, maybe_instant, origin_columns
from askwell.store.pause import no_garbage
from askwell.store.rows import Batch, Made, Value


@dataclass(frozen=True, slots=True)
class ExchangeIn:
    """A new interaction (its id is not looked at), the key that tells it when it is read again, and its cues.

    `handles` tells of each of its people by which address or profile they took part (lines, where by several).
    """

    interaction: Interaction
    key: str = ""
    cues: tuple[Cue, ...] = ()
    handles: tuple[str, ...] = ()


def add_exchanges(batch: Batch, exchanges: Sequence[ExchangeIn]) -> list[str]:
    """Store interactions with their people and cues; tells their ids in order."""
    with no_garbage():
        keys = batch.insert("interaction", INTERACTION, Made(interaction_row, exchanges))
        pairs = list(zip(keys, exchanges, strict=True))
        people = {p: batch.read("contact", p) for p in {p for e in exchanges for p in e.interaction.people}}
        batch.insert("participant", PARTICIPANT, [row for key, e in pairs for row in _participants(key, e, people)])
        batch.touched["exchanged"].update(people.values())
        batch.insert("cue", ("interaction_id", *CUE), [(key, *cue_row(cue)) for key, e in pairs for cue in e.cues])
    return [ids.show("interaction", key) for key in keys]


def _participants(key: int, given: ExchangeIn, people: Mapping[str, int]) -> Iterator[tuple[Value, ...]]:
    """Who took part in an interaction, in the order of PARTICIPANT."""
    handles = given.handles
    for place, person in enumerate(given.interaction.people):
        yield key, people[person], place, handles[place] if handles else ""


def change_exchanges(batch: Batch, exchanges: Mapping[str, ExchangeIn]) -> int:
    """Put new content into interactions that were read again (a moved meeting), by id; people and cues stay."""
    keyed = {batch.read("interaction", i): _named(INTERACTION, interaction_row(e)) for i, e in exchanges.items()}
    return batch.update("interaction", keyed)


def add_cues(batch: Batch, cues: Sequence[tuple[str, Cue]]) -> list[str]:
    """Store more cues, as (interaction id, cue); tells their ids in order."""
    rows = [(batch.read("interaction", interaction), *cue_row(cue)) for interaction, cue in cues]
    return [ids.show("cue", key) for key in batch.insert("cue", ("interaction_id", *CUE), rows)]


def answer(batch: Batch, answers: Mapping[str, Answer]) -> int:
    """Keep the seeker's yes or no to cues, by cue id; tells how many changed by it."""
    return batch.update("cue", {batch.read("cue", i): {"answer": a.value} for i, a in answers.items()})


def change_cues(batch: Batch, cues: Mapping[str, Cue]) -> int:
    """Put new content into cues, by id."""
    return batch.update("cue", {batch.read("cue", i): _named(CUE, cue_row(cue)) for i, cue in cues.items()})


def add_applications(batch: Batch, applications: Sequence[Application]) -> list[str]:
    """Store applications (their id is not looked at); tells their ids in order."""
    keys = batch.insert("application", APPLICATION, [application_row(a) for a in applications])
    return [ids.show("application", key) for key in keys]


def change_applications(batch: Batch, applications: Mapping[str, Application]) -> int:
    """Put new content into applications, by id."""
    keyed = {batch.read("application", i): _named(APPLICATION, application_row(a)) for i, a in applications.items()}
    return batch.update("application", keyed)


def drop_promise(batch: Batch, promise: str, *, because: str) -> None:
    """Keep that the seeker dropped a promise."""
    batch.insert("drop", ("promise", "because"), [(promise, because)])


PARTICIPANT = ("interaction_id", "contact_id", "place", "handle")
INTERACTION = (
    *("at", "channel", "direction", "group", "thread", "subject", "text", "writer"),
    *("end", "cancelled", "recurring", "key", *ORIGIN),
)


def interaction_row(given: ExchangeIn) -> tuple[Value, ...]:
    """An interaction's columns in the order of INTERACTION."""
    interaction = given.interaction
    return (
        instant(interaction.at),
        interaction.channel.value,
        interaction.direction.value,
        interaction.group,
        interaction.thread,
        interaction.subject,
        interaction.text,
        interaction.writer.value,
        maybe_instant(interaction.end),
        interaction.cancelled,
        interaction.recurring,
        given.key,
        *origin_columns(interaction.origin),
    )


CUE = ("type", "people", "contacts", "evidence", "confidence", "answer", "about", "guess")


def cue_row(cue: Cue) -> tuple[Value, ...]:
    """A cue's columns in the order of CUE."""
    return (
        cue.type.value,
        lines(cue.people),
        lines(cue.contacts),
        cue.evidence,
        cue.confidence,
        cue.answer.value,
        cue.about,
        cue.guess,
    )


APPLICATION = ("company", "title", "stage", "applied", "updated", "contact", "via", "note", *ORIGIN)


def application_row(application: Application) -> tuple[Value, ...]:
    """An application's columns in the order of APPLICATION."""
    return (
        application.company,
        application.title,
        application.stage.value,
        day(application.applied),
        day(application.updated),
        application.contact,
        application.via,
        application.note,
        *origin_columns(application.origin),
    )


def _named(columns: Sequence[str], row: tuple[Value, ...]) -> dict[str, Value]:
    return dict(zip(columns, row, strict=True))
