"""Writing: `with write.batch(...) as batch`, then one function for each kind of fact."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime

from askwell.domain.goals import Goals
from askwell.domain.reading import FileReceipt
from askwell.domain.search import Phase
from askwell.store import goals_form, ids
from askwell.store.batches import Changed, batch
from askwell.store.connections import change_connection, connect, disconnect
from askwell.store.forms import day, maybe_instant
from askwell.store.rows import Batch, Value
from askwell.store.write_events import (
    ExchangeIn,
    add_applications,
    add_cues,
    add_exchanges,
    answer,
    change_applications,
    change_cues,
    change_exchanges,
    drop_promise,
)
from askwell.store.write_merges import merge, not_same, unmerge
from askwell.store.write_parting import part
from askwell.store.write_people import (
    CardIn,
    PersonIn,
    add_cards,
    add_people,
    change_cards,
    change_contacts,
    digest,
    move_cards,
    take_herself_out,
)
from askwell.store.write_wishes import set_aside, set_wishes, take_back

__all__ = [
    "Batch",
    "CardIn",
    "Changed",
    "ExchangeIn",
    "PersonIn",
    "add_applications",
    "add_cards",
    "add_cues",
    "add_exchanges",
    "add_files",
    "add_people",
    "answer",
    "batch",
    "change_applications",
    "change_cards",
    "change_connection",
    "change_contacts",
    "change_cues",
    "change_exchanges",
    "connect",
    "digest",
    "disconnect",
    "drop_promise",
    "merge",
    "move_cards",
    "not_same",
    "part",
    "set_aside",
    "set_first_import",
    "set_goals",
    "set_me",
    "set_phase",
    "set_wishes",
    "take_back",
    "take_herself_out",
    "unmerge",
]


FILE = ("file", "path", "source", "digest", "receipt")


def add_files(batch: Batch, files: Sequence[tuple[FileReceipt, str]]) -> list[str]:
    """Keep the files that were read, as (line of the receipt, digest of its bytes); known ones are passed over."""
    batch.cursor.execute(
        "SELECT file, path, source, digest, id FROM askwell_file WHERE seeker_id = %s", [batch.scope.id]
    )
    known = {tuple(row[:4]): row[4] for row in batch.cursor.fetchall()}
    told = [((line.file, line.path, line.source, digest_), _json(asdict(line))) for line, digest_ in files]
    new = [(*name, receipt) for name, receipt in told if name not in known]
    known |= dict(zip([tuple(row[:4]) for row in new], batch.insert("file", FILE, new), strict=True))
    return [ids.show("file", known[name]) for name, _ in told]


def set_goals(batch: Batch, goals: Goals) -> bool:
    """Keep the seeker's goals; tells whether they changed."""
    return _seeker(batch, goals=goals_form.dump(goals))


def set_me(batch: Batch, addresses: Iterable[str]) -> bool:
    """Keep the seeker's own addresses (and in/<slug> of her profile); tells whether they changed."""
    return _seeker(batch, me=_json(sorted(set(addresses))))


def set_phase(batch: Batch, phase: Phase, *, landed: datetime | None = None) -> bool:
    return _seeker(batch, phase=phase.value, landed=maybe_instant(landed))


def set_first_import(batch: Batch, at: date) -> bool:
    """Keep the seeker's day of the first import; `since` hangs on it. To be called once."""
    return _seeker(batch, first_import=day(at))


def _seeker(batch: Batch, **fields: Value) -> bool:
    return batch.update("seeker", {batch.scope.id: fields}) > 0


def _json(told: object) -> str:
    return json.dumps(told, ensure_ascii=False)
