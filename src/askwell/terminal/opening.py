"""Opens the store for a verb, with the options that every command takes, and says how a change can be taken back."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from askwell.actions.desk import Desk, closed_desk, open_desk, parse_moment
from askwell.actions.done import Done
from askwell.terminal import show
from askwell.terminal.hints import worded


@contextmanager
def desk_of(args: Namespace) -> Iterator[Desk]:
    with open_desk(data=Path(args.data) if args.data else None, now=moment(args), seeker=args.seeker) as desk:
        for notice in desk.notices:
            show.warn(notice)
        yield desk


@contextmanager
def closed_desk_of(args: Namespace) -> Iterator[Desk]:
    """For what must work when the data are damaged or lost."""
    with closed_desk(data=Path(args.data) if args.data else None, now=moment(args), seeker=args.seeker) as desk:
        yield desk


def moment(args: Namespace) -> datetime | None:
    """The instant of `--now`, None where it is not said."""
    return parse_moment(args.now) if args.now else None


def changed(args: Namespace, done: Done) -> int:
    """What every change answers with: one line, and how to take it back."""
    said = worded(done.said, done.hints)
    if args.json:
        show.as_json({"batch": done.batch, "said": said})
    else:
        show.say(said)
        take_back(done.batch)
    return 0


def take_back(batch: str | None) -> None:
    """How a change is taken back, by its own id, for another one may have come since."""
    if batch:
        show.hint(f"To take this back: askwell undo {batch}")
