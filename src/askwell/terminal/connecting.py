"""`connect`, `sync`, `connections`, `disconnect`: servers of mail, contacts and calendars, which are only read."""

import getpass
import shlex
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from askwell.domain.connections import Connection, Login, Looked, Service
from askwell.domain.dated import spoken
from askwell.domain.errors import Refused
from askwell.domain.hints import Hint
from askwell.terminal import show
from askwell.terminal.bringing import show_receipt
from askwell.terminal.connection_shapes import connections, synced
from askwell.terminal.hints import worded
from askwell.terminal.opening import changed, desk_of

if TYPE_CHECKING:
    from askwell.actions.desk import Desk

NOBODY = "There is no terminal to type it in. Give it as the first line of standard input, and say --stdin."
ANEW = "To give another password: askwell sync {name} --new-password"
STILL = "Nothing is connected yet."
HOW = (Hint("connect", "connect your mail", ("imap", "you@example.com")),)


def run_connect(args: Namespace) -> int:
    from askwell.actions.connecting.connections import connect
    from askwell.actions.connecting.telling import Told, connection_of

    service = Service(args.service)
    is_feed = service is Service.FEED
    told = Told(
        service, address=args.address or "", secret="secret:" if is_feed else "", server=args.server, user=args.user,
        name=args.name, login=Login.TOKEN if args.token else None, keep=not args.ask_each_time,
    )  # fmt: skip
    if not is_feed:
        connection_of(told)  # what is missing is said before anything secret is asked for
        _steps(args.address or "")
    words = "Address of the calendar" if is_feed else "Token" if args.token else "Password"
    secret = _secret(words, stdin=args.stdin)
    with desk_of(args) as desk:
        done = connect(desk, replace(told, secret=secret))
    return changed(args, done)


def _steps(address: str) -> None:
    """How one comes by what lets one in, before it is asked for."""
    from askwell.actions.connecting.providers import provider_of

    found = provider_of(address)
    if found and sys.stdin.isatty():
        show.hint(f"{found.name}: {found.words}")
        for number, step in enumerate(found.steps, 1):
            show.hint(f"{number}. {step}")


def _secret(words: str, *, stdin: bool) -> str:
    """Never from the command line, which others can see and the shell writes down."""
    if stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise Refused(NOBODY)
    return getpass.getpass(f"{words} (it is not shown): ")


def run_sync(args: Namespace) -> int:
    from askwell.actions.bringing_in.readers import reading_apart
    from askwell.actions.connecting.connections import is_let_in_no_more
    from askwell.actions.connecting.syncing import sync

    if (args.stdin or args.new_password) and len(args.names) != 1:
        raise Refused(f"With {'--stdin' if args.stdin else '--new-password'}, name the one connection it is for.")
    with reading_apart([]) as readers, desk_of(args) as desk, show.progress() as report:
        if args.stdin or args.new_password:
            _given(desk, args.names, stdin=args.stdin)
        found = sync(desk, args.names, ask=_asking(), progress=report, readers=readers)
    if args.json:
        show.as_json(synced(found))
    else:
        if found.receipt.files:
            show_receipt(found.receipt)
        elif found.is_well:
            show.say("Nothing new.")
        for connection, looked in found.looks:
            show.say(f"{connection.name}: {_standing(looked)}")
    for connection, looked in found.looks:
        if looked.said:
            show.warn(f"{connection.name}: {looked.said}")
        if is_let_in_no_more(looked):
            show.warn(ANEW.format(name=shlex.quote(connection.name)))
    return 0 if found.is_well and not any(file.unreadable for file in found.receipt.files) else 1


def _given(desk: "Desk", names: Sequence[str], *, stdin: bool) -> None:
    """What she gives now counts before what is kept, and is kept in its place where she wants it kept."""
    from askwell.actions.connecting.connections import find, give

    for connection in [find(desk, name) for name in names]:
        if secret := _secret_of(connection, stdin=stdin):
            give(desk, connection, secret)


def _asking() -> Callable[[Connection], str | None]:
    return lambda connection: _secret_of(connection) if sys.stdin.isatty() else None


def _secret_of(connection: Connection, *, stdin: bool = False) -> str | None:
    what = "Address" if connection.service is Service.FEED else "Password"
    return _secret(f"{what} of {connection.name}", stdin=stdin) or None


def run_connections(args: Namespace) -> int:
    from askwell.actions.connecting.connections import connected

    with desk_of(args) as desk:
        found = connected(desk)
    if args.json:
        show.as_json(connections(found))
        return 0
    if not found:
        show.say(worded(STILL, HOW))
        return 0
    rows = [
        (one.connection.name, one.connection.service, _last(one.looked), _secret_kept(one.connection)) for one in found
    ]
    show.table(("name", "what", "last checked", "password"), rows)
    for one in found:
        if one.looked and one.looked.said:
            show.under(f"{one.connection.name}, tried {_moment(one.looked.tried)}: {one.looked.said}")
    show.hint("To read what is new: askwell sync. To end it: askwell disconnect NAME.")
    return 0


def _standing(looked: Looked) -> str:
    """When it was last checked with success; a try that something stood in the way of is told beside, as what it is."""
    if not looked.said:
        return _last(looked)
    tried = f"tried {_moment(looked.tried)}, and something stood in the way"
    return f"{'last ' if looked.checked else ''}{_last(looked)}; {tried}"


def _last(looked: Looked | None) -> str:
    return f"checked {_moment(looked.checked)}" if looked and looked.checked else "not checked yet"


def _moment(at: datetime) -> str:
    return f"{spoken(at.date())}, {at:%H:%M} UTC"


def _secret_kept(connection: Connection) -> str:
    return "in the keyring" if connection.keeps else "asked each time"


def run_disconnect(args: Namespace) -> int:
    from askwell.actions.connecting.connections import disconnect

    with desk_of(args) as desk:
        done = disconnect(desk, " ".join(args.names))
    return changed(args, done)
