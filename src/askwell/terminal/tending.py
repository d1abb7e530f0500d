"""`drop`, `rest`, `merge`, `unmerge`, `landed`, `pause`, `forget`: tending what is there."""

import sys
from argparse import Namespace

from askwell.domain.errors import Refused
from askwell.terminal.opening import changed, desk_of
from askwell.terminal.verbs import given


def run_drop(args: Namespace) -> int:
    from askwell.actions.ledger import drop_promise, list_promises

    with desk_of(args) as desk:
        begun = [p.id for p in list_promises(desk) if p.id.startswith(args.promise)]
        if len(begun) > 1 and args.promise:
            raise Refused(f"Several promises begin with {args.promise}: {', '.join(begun)}. Say which one.")
        done = drop_promise(desk, begun[0] if args.promise and begun else args.promise, because=args.because)
    return changed(args, done)


def run_rest(args: Namespace) -> int:
    from askwell.actions.people import never_contact, rest, write_again

    if args.never and args.again:
        raise Refused("Say --never or --again, not both.")
    with desk_of(args) as desk:
        if args.never or args.again:
            done = (never_contact if args.never else write_again)(desk, args.person)
        else:
            done = rest(desk, args.person, days=None if args.for_ever else args.days)
    return changed(args, done)


def run_merge(args: Namespace) -> int:
    from askwell.actions.people import merge, two_people

    with desk_of(args) as desk:
        done = (two_people if args.not_same else merge)(desk, args.one, args.other)
    return changed(args, done)


def run_unmerge(args: Namespace) -> int:
    from askwell.actions.people import split_off, unmerge

    with desk_of(args) as desk:
        done = split_off(desk, args.person, args.card) if args.card else unmerge(desk, args.person)
    return changed(args, done)


def run_landed(args: Namespace) -> int:
    from askwell.actions.phases import landed

    with desk_of(args) as desk:
        done = landed(desk)
    return changed(args, done)


def run_pause(args: Namespace) -> int:
    from askwell.actions.phases import pause_or_resume

    with desk_of(args) as desk:
        done = pause_or_resume(desk)
    return changed(args, done)


def run_forget(args: Namespace) -> int:
    from askwell.actions.finding import find_person
    from askwell.actions.forgetting import forget

    with desk_of(args) as desk:
        contact = find_person(desk, args.person)
        if not args.yes:
            _make_sure(contact.name)
        beside = [one(desk) for one in given]
        for files in beside:
            files.stand_still(desk, so_that=f"{contact.name} can be forgotten")
        done = forget(desk, contact.id)
        for files in beside:
            files.forget(desk, done.without)
    return changed(args, done)


def _make_sure(name: str) -> None:
    """Erasing is the one thing that can't be undone, so it is asked for twice."""
    if not sys.stdin.isatty():
        raise Refused(f"Everything held about {name} would be erased for good. Add --yes to do it.")
    try:
        answer = input(f"Erase everything held about {name}? This can’t be undone. Type yes to do it: ")
    except EOFError:
        answer = ""
    if answer.strip().lower() != "yes":
        raise Refused("Nothing was erased.")
