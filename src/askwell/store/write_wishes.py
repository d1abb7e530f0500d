"""Writing how she wishes to work, and what she sets aside in Today."""

from collections.abc import Collection, Iterable, Sequence

from askwell.domain.asides import Aside
from askwell.domain.wishes import Wishes
from askwell.store import ids
from askwell.store.forms import day, lines
from askwell.store.read_wishes import columns
from askwell.store.rows import Batch

ASIDE = ("kind", "step", "contact_id", "promises", "since", "until")


def set_wishes(batch: Batch, wishes: Wishes) -> bool:
    """Keep her wishes; tells whether they changed. Each is undone by itself, whatever else she wished since."""
    return batch.update("seeker", {batch.scope.id: columns(wishes)}) > 0


def set_aside(batch: Batch, asides: Sequence[Aside]) -> list[str]:
    """Keep what she set aside (ids are not looked at); tells their ids in order."""
    rows = [
        (
            aside.kind.value,
            aside.step.value,
            batch.read("contact", aside.person) if aside.person else None,
            lines(aside.promises),
            day(aside.since),
            day(aside.until),
        )
        for aside in asides
    ]
    return [ids.show("aside", key) for key in batch.insert("aside", ASIDE, rows)]


def asides_of(batch: Batch, contacts: Iterable[int]) -> set[int]:
    """The keys of what was set aside of these contacts, as one of two whom she was not sure about too."""
    keys = list(contacts)
    others = batch.keys("aside", "promises", [lines([ids.show("contact", key)]) for key in keys])
    return {*batch.keys("aside", "contact_id", keys), *others}


def take_back(batch: Batch, asides: Collection[str]) -> int:
    """What was set aside, by id, is so no more; tells how many."""
    return batch.delete("aside", {batch.read("aside", aside) for aside in asides})
