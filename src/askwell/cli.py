"""The door: `askwell` opens the app, a verb after it runs in the terminal; Django is imported only where it is used."""

import atexit
import contextlib
import gc
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from askwell.terminal.options import OPEN, parse

if TYPE_CHECKING:
    from askwell.actions.desk import Desk
    from askwell.terminal.verbs import Given


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 something could not be read or was refused, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    if argv is None:
        _spare_the_collector()
    args = parse(argv)
    if args.version:
        return _version()
    return _run(args.command, args)


def _spare_the_collector() -> None:
    """A process of its own lives for a moment: Python need not search it for garbage at its end, and seldom before.

    Next to nothing here is garbage that the search would find (12 of 150 MB after 40,000 messages), yet with 30,000
    people it takes a fifth of `today`. Not done where somebody else's process calls `main`.
    """
    gc.set_threshold(1_000_000, 20, 100)
    atexit.register(gc.freeze)


def _run(command: str, args: Namespace) -> int:
    from askwell.domain.errors import Refused, SeveralPeople
    from askwell.terminal.hints import worded
    from askwell.terminal.verbs import given, others, verb

    others[OPEN], given[:] = _open, [_given]
    try:
        return verb(command)(args)
    except Refused as refusal:
        print(worded(str(refusal), refusal.hints), file=sys.stderr)
        for contact, name, company in refusal.people if isinstance(refusal, SeveralPeople) else ():
            print(f"  {contact}  {name}{', ' + company if company else ''}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. Nothing was changed.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:  # noqa: BLE001 - nobody looking for work should have to read a traceback
        return _failed(command, fault)


def _open(args: Namespace) -> int:
    """The pages are none of the terminal's business, so it is told here how to open them."""
    from askwell.web.door.opening import run_open

    return run_open(args)


def _given(desk: "Desk") -> "Given":
    """Nor are the files that were given to the pages; yet somebody who is forgotten goes from them too."""
    from askwell.web.jobs.book import book_of

    return book_of(desk)


def _failed(command: str, fault: Exception) -> int:
    """The last resort; with ASKWELL_DEBUG the fault itself, for those who build."""
    from askwell.actions import trouble
    from askwell.terminal.hints import worded

    if os.environ.get("ASKWELL_DEBUG"):
        raise fault
    said = trouble.sentence(fault) or trouble.unforeseen(fault, command=command)
    print(worded(said, trouble.hints(fault)), file=sys.stderr)
    return 1


def _version() -> int:
    from importlib.metadata import PackageNotFoundError, version

    try:
        print(f"askwell {version('askwell')}")
    except PackageNotFoundError:
        print("askwell, from its source folder")
    return 0


if __name__ == "__main__":
    sys.exit(main())
