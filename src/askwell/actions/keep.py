"""Keeping the data: taking it along, copies, putting one back, and looking whether all is well."""

import os
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from askwell.actions.connecting import by_itself, connections
from askwell.actions.desk import Desk, open_desk
from askwell.actions.done import Done
from askwell.domain.dated import spoken
from askwell.domain.errors import Refused
from askwell.domain.hints import Hint
from askwell.domain.people import Contact

JSON, VCARD, CSV = "askwell.json", "contacts.vcf", "contacts.csv"


def export(desk: Desk, folder: Path) -> Done:
    """Write everything as JSON (which can be taken in again without loss), contacts as vCard and CSV."""
    contacts = _contacts(desk)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in _everything(contacts):
            _write(folder / name, content)
    except OSError as error:
        raise Refused(f"The export could not be written to {folder}: {error.strerror}.") from error
    return Done(f"{JSON}, {VCARD} and {CSV} are in {folder}: {len(contacts)} people and all that belongs to them.")


def _contacts(desk: Desk) -> dict[str, Contact]:
    from askwell.store import lookups

    return lookups.contacts(desk.now)


def _everything(contacts: Mapping[str, Contact]) -> Iterator[tuple[str, bytes]]:
    """The files of an export, one after the other."""
    from askwell.store import canon, lookups, outward

    yield JSON, canon.export(letters=True)
    cards: dict[str, list[lookups.KnownCard]] = {}
    for known in lookups.known_cards():
        cards.setdefault(known.survivor, []).append(known)
    yield VCARD, outward.vcards(contacts.values(), cards).encode("utf-8", "replace")
    yield CSV, outward.table(contacts.values(), cards).encode("utf-8-sig", "replace")


def _write(file: Path, content: bytes) -> None:
    """Write aside and put in place, for the seeker's eyes alone."""
    new = file.with_name(f"{file.name}.{os.getpid()}.new")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    new.replace(file)


def pack(desk: Desk) -> IO[bytes]:
    """The same as one zip file, for taking along in one piece; whoever asked closes it.

    It has no name, so it is gone with whoever holds it: where Askwell is cut off, nothing is left that erasing would
    have to find.
    """
    contacts = _contacts(desk)
    try:
        with ExitStack() as until_whole:
            file = until_whole.enter_context(TemporaryFile(dir=desk.data))
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
                for name, content in _everything(contacts):
                    packed.writestr(name, content)
            file.seek(0)
            until_whole.pop_all()
            return file
    except OSError as error:
        raise Refused(f"The file could not be made in {desk.data}: {error.strerror}.") from error


def erase(desk: Desk) -> Done:
    """Erase everything of hers, the copies and the history too. It can't be undone."""
    from askwell.store import erasing

    connections.let_go(desk, connections.all_of(desk))
    erasing.erase()
    by_itself.switch(desk, on=True)
    return Done(f"Everything is erased: {desk.data} holds nothing of your search any more.")


def backup(desk: Desk) -> Done:
    """Make a copy now, opened and checked; of a server's database, an export of this seeker's rows."""
    from askwell import store
    from askwell.store import canon, copies

    place = store.here()
    if place.embedded:
        return Done(f"A copy was made, opened and checked: {copies.make(place, reason=copies.Reason.YOURS)}")
    store.make_folder(place.copies)
    file = place.copies / f"{desk.seeker}-{desk.now:%Y%m%dT%H%M%SZ}.json"
    _write(file, canon.export(letters=True))
    return Done(f"An export of everything was written: {file}")


def restore(desk: Desk, file: Path) -> Done:
    """Put back a copy of the database, or take an export into an empty store. The state before is kept.

    No password is left behind in the keyring for a server that is connected no more; where the store before cannot be
    read, nobody knows which those were.
    Best at a closed desk (`closed_desk`): a copy is put back when the database cannot be opened any more, too.
    """
    from askwell import store
    from askwell.store import canon, putting_back
    from askwell.store import connections as stored

    if not file.is_file():
        raise Refused(f"There is no file {file}.")
    with file.open("rb") as start:
        is_json = start.read(1) == b"{"
    if is_json:
        with _open(desk):
            return Done(f"Everything in {file.name} is here again.", canon.take_in(file.read_bytes(), now=desk.now))
    place = store.here()
    if not place.embedded:
        raise Refused("A copy of an embedded database cannot be put into a server’s. Take an export in instead.")
    said = f"{_called(desk, file)} is in place."
    before = stored.in_file(place.file)
    with store.laid_aside() if desk.is_open else nullcontext(place):
        done = putting_back.put_back(place, file)
    left = stored.in_file(place.file)
    for seeker, servers in before.items():
        connections.let_go_of_the_rest(replace(desk, seeker=seeker), servers, left.get(seeker, ()))
    if not done.before:
        return Done(said)
    back = Hint("restore", "go back to it", (str(done.before),))
    return Done(f"{said} What was there before is kept.", hints=(back,))


def _called(desk: Desk, file: Path) -> str:
    """A copy of ours by its moment, by the computer's own zone where hers can't be read; other files by their name."""
    from askwell.store import copies

    if not copies.NAME.fullmatch(file.name):
        return file.name
    made = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    local = desk.calendar.local(made) if desk.is_open else made.astimezone()
    return f"The copy of {spoken(local)}, {local:%H:%M}"


def doctor(desk: Desk) -> dict[str, Any]:
    """Whether all is well, in the shape of the contract; best at a closed desk, for it looks at damaged stores too.

    Each check has its `hints` beside.
    """
    from askwell import store
    from askwell.store.doctor import examine

    with nullcontext() if store.here().embedded else _open(desk):
        findings = examine(store.here())
    found = asdict(findings)
    found["checks"] = [{"name": one.name, "ok": one.ok, "say": one.say, "hints": one.hints} for one in findings.checks]
    last: datetime | None = found["last_copy"]
    found["last_copy"] = last.isoformat(timespec="seconds").replace("+00:00", "Z") if last else None
    return found


def _open(desk: Desk) -> AbstractContextManager[Desk]:
    """The desk with its store open."""
    return nullcontext(desk) if desk.is_open else open_desk(data=desk.data, now=desk.now, seeker=desk.seeker)
