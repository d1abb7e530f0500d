"""`drop`, `rest`, `merge`, `unmerge`, `landed`, `pause`, `forget`: tending what is there."""

import sys
from argparse import Namespace

from askwell.domain.errors import Refused
from askwell.terminal.opening import changed, desk_of


def run_drop(args: Namespace) -> int:
    from askwell.actions.ledger import drop_promise

    with desk_of(args) as desk:
        done = drop_promise(desk, args.promise, because=args.because)
    return changed(args, done.said, done.batch)


def run_rest(args: Namespace) -> int:
    from askwell.actions.people import rest

    with desk_of(args) as desk:
        done = rest(desk, args.person, days=None if args.for_ever else args.days)
    return changed(args, done.said, done.batch)


def run_merge(args: Namespace) -> int:
    from askwell.actions.people import merge

    with desk_of(args) as desk:
        done = merge(desk, args.one, args.other)
    return changed(args, done.said, done.batch)


def run_unmerge(args: Namespace) -> int:
    from askwell.actions.people import unmerge

    with desk_of(args) as desk:
        done = unmerge(desk, args.person)
    return changed(args, done.said, done.batch)


def run_landed(args: Namespace) -> int:
    from askwell.actions.phases import landed

    with desk_of(args) as desk:
        done = landed(desk)
    return changed(args, done.said, done.batch)


def run_pause(args: Namespace) -> int:
    from askwell.actions.phases import pause

    with desk_of(args) as desk:
        done = pause(desk)
    return changed(args, done.said, done.batch)


def run_forget(args: Namespace) -> int:
    from askwell.actions.people import find_person, forget

    with desk_of(args) as desk:
        contact = find_person(desk, args.person)
        if not args.yes:
            _make_sure(contact.name)
        done = forget(desk, contact.id)
    return changed(args, done.said, None)


def _make_sure(name: str) -> None:
    """Erasing is the one thing that can't be undone, so it is asked for twice."""
    if not sys.stdin.isatty():
        raise Refused(f"Everything held about {name} would be erased for good. Add --yes to do it.")
    answer = input(f"Erase everything held about {name}? This can't be undone. Type yes to do it: ")
    if answer.strip().lower() != "yes":
        raise Refused("Nothing was erased.")
