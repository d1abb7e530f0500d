"""Finding what can be read among files, zips and folders, in a stable order; what is of no use is told, not skipped."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from askwell.sources.found import Found, Kind, OnDisk, Unreadable, printable
from askwell.sources.labels import distinct, label, labeled, unreadable
from askwell.sources.leftovers import Leftovers
from askwell.sources.sniff import HEAD, Verdict, by_name, is_wanted, sniff

_MAILDIR = frozenset({"cur", "new"})


def find(paths: Iterable[str | Path]) -> Iterator[Found]:
    """Everything under `paths`, each file once. Never raises for a path: a missing one comes as UNREADABLE."""
    yield from labeled(found for path in distinct(paths) for found in under(path))


def under(path: Path) -> Iterator[Found]:
    """Everything under one path, its labels as they come."""
    name = label(path)
    try:
        if path.is_dir():
            yield from _folder(path, name)
        elif path.is_file():
            yield from _file(path, name, None, in_maildir=False)
        else:
            yield unreadable(name, name, "there is no such file or folder")
    except OSError as fault:
        yield unreadable(name, name, _said(fault))


def _folder(top: Path, name: str) -> Iterator[Found]:
    rest = Leftovers(name)
    for folder, folders, files in os.walk(top):
        here = "/".join((name, *map(printable, Path(folder).relative_to(top).parts)))
        if set(folders) >= _MAILDIR:
            yield Found(here.rpartition("/")[2], here, Kind.MAILDIR, folder=Path(folder))
            folders[:] = [f for f in folders if f not in {*_MAILDIR, "tmp"}]
        folders[:] = sorted(f for f in folders if f not in {"__MACOSX", ".git"})
        for path in (Path(folder, f) for f in sorted(files)):
            if path.is_symlink():
                rest.add(printable(path.name), "a link to another place, not followed")
            else:
                yield from _file(path, f"{here}/{printable(path.name)}", rest, in_maildir=path.parent.name in _MAILDIR)
    yield from rest.told()


def _file(path: Path, label: str, rest: Leftovers | None, *, in_maildir: bool) -> Iterator[Found]:
    """One file on disk; without `rest` it was named by itself, so that being of no use means it could not be read."""
    try:
        verdict = _verdict(path.name, OnDisk(path), in_maildir=in_maildir)
        size = path.stat().st_size
    except OSError as fault:
        yield unreadable(printable(path.name), label, _said(fault))
        return
    if verdict.zipped:
        yield from _archive(path, label)
    else:
        yield from _judged(verdict, (printable(path.name), label), OnDisk(path), size, rest)


def _archive(path: Path, label: str) -> Iterator[Found]:
    from askwell.sources.zips import Archive

    try:
        archive = Archive(path)
    except Unreadable as refused:
        yield unreadable(printable(path.name), label, str(refused))
        return
    rest = Leftovers(printable(path.name), label)
    for name, reason in archive.odd:
        rest.add(printable(name), reason)
    for info in sorted(archive.members, key=lambda i: (i.filename, i.header_offset)):
        yield from _member(info.filename, archive.opener(info), info.file_size, rest)
    yield from rest.told()


def _member(name: str, opener: Callable[[], BinaryIO], size: int, rest: Leftovers) -> Iterator[Found]:
    parts = name.split("/")
    own, label = printable(parts[-1]), "/".join((rest.label, *map(printable, parts)))
    if "__MACOSX" in parts:
        rest.add(own, "a hidden file of the system")
        return
    try:
        verdict = _verdict(own, opener, in_maildir=len(parts) > 1 and parts[-2] in _MAILDIR)
    except (Unreadable, OSError) as fault:
        yield unreadable(own, label, _said(fault))
        return
    if verdict.zipped:
        rest.add(own, "a zip inside a zip")
    else:
        yield from _judged(verdict, (own, label), opener, size, rest)


def _judged(
    verdict: Verdict, names: tuple[str, str], opener: Callable[[], BinaryIO], size: int, rest: Leftovers | None
) -> Iterator[Found]:
    own, label = names
    if verdict.kind is not None and not (verdict.reason and rest is not None):
        yield Found(own, label, verdict.kind, opener, size)
    elif rest is None or is_wanted(own):
        yield unreadable(own, label, verdict.reason)
    else:
        rest.add(own, verdict.reason)


def _verdict(name: str, opener: Callable[[], BinaryIO], *, in_maildir: bool) -> Verdict:
    if settled := by_name(name):
        return settled
    with opener() as stream:
        return sniff(name, stream.read(HEAD), in_maildir=in_maildir)


def _said(fault: Exception) -> str:
    if isinstance(fault, Unreadable):
        return str(fault)
    if isinstance(fault, PermissionError):
        return "this file may not be opened by you"
    return "the file is damaged or cannot be opened"
