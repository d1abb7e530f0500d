"""Applications read from a file: which are new, which have moved on, and which are as they were."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from askwell.actions.bringing_in.addressbook import Addressbook
from askwell.actions.bringing_in.receipt import Tally
from askwell.domain.people import Party
from askwell.domain.search import Application, Stage
from askwell.identity import companies, handles
from askwell.identity.fold import fold


@dataclass
class Applied:
    """Applications to store, and those to put over stored ones, by id."""

    new: list[Application] = field(default_factory=list)
    changed: dict[str, Application] = field(default_factory=dict)


def sort_applications(tallies: Sequence[Tally], stored: Iterable[Application], book: Addressbook) -> Applied:
    """Sort the applications of all files against those in the store; each is counted in its tally."""
    found = Applied()
    before: dict[tuple[str, str], list[Application]] = {}
    for one in stored:
        before.setdefault(_key(one), []).append(one)
    run: dict[tuple[str, str], int] = {}
    for tally in tallies:
        taken: dict[tuple[str, str], int] = {}
        for read in tally.reading.applications:
            key = _key(read)
            nth = taken[key] = taken.get(key, 0) + 1
            known = before.get(key, [])
            if nth <= len(known):
                _again(found, known[nth - 1], _with_contact(read, book), tally)
            elif nth <= run.get(key, 0):
                tally.same += 1
            else:
                found.new.append(_with_contact(read, book))
                tally.new += 1
        for key, count in taken.items():
            run[key] = max(run.get(key, 0), count)
    return found


def _key(application: Application) -> tuple[str, str]:
    return companies.normal(application.company), fold(application.title)


def _with_contact(read: Application, book: Addressbook) -> Application:
    """Its contact as a person who is known, by address or by the only full name; else the words stay as the way."""
    address = handles.address(read.contact)
    ref = book.find(Party("", address)) if address else book.named(read.contact)
    return replace(read, contact=ref, via=read.via or ("" if ref else read.contact))


def _again(found: Applied, stored: Application, read: Application, tally: Tally) -> None:
    """The stored one with what the file says by now; what only the store knows stays."""
    now = replace(
        read,
        id=stored.id,
        origin=stored.origin,
        applied=read.applied or stored.applied,
        updated=read.updated or stored.updated,
        contact=read.contact or stored.contact,
        via=read.via or stored.via,
        note=read.note or stored.note,
        company=stored.company,
        title=stored.title,
        stage=stored.stage if read.stage is Stage.APPLIED else read.stage,
    )
    if now == found.changed.get(stored.id, stored):
        tally.same += 1
    else:
        found.changed[stored.id] = now
        tally.changed += 1
