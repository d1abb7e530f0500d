"""Connecting a server, listing what is connected, and disconnecting; each change in one sentence, with its undo."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from askwell.actions.connecting import keyrings, pockets
from askwell.actions.connecting.telling import Told, connection_of
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.domain.connections import Connection, Login, Looked, Service
from askwell.domain.errors import Refused
from askwell.domain.hints import Hint

SYNC = Hint("sync", "read it now")
WORDS = {Service.IMAP: "mail", Service.CARDDAV: "contacts", Service.CALDAV: "calendars", Service.FEED: "calendar"}
REFUSED = "did not accept the user name and password"  # how a server's refusal is told, see `sources.servers`
STAYS = "What was read from it stays, and can be undone with its import."


@dataclass(frozen=True, slots=True)
class Connected:
    """A connection and how the last look went; `asks` tells that she has to give what lets her in first."""

    connection: Connection
    looked: Looked | None = None
    asks: bool = False

    @property
    def is_well(self) -> bool:
        return self.looked is None or not self.looked.said


def connected(desk: Desk) -> tuple[Connected, ...]:
    """All that is connected, in the order it was."""
    from askwell.store import connections as stored

    looks = stored.looks()
    return tuple(Connected(one, looks.get(one.id), _asks(desk, one, looks.get(one.id))) for one in stored.connected())


def _asks(desk: Desk, connection: Connection, looked: Looked | None) -> bool:
    """Told without a look at the keyring, which may ask her to open it; the last look tells what came of that."""
    if is_let_in_no_more(looked):
        return True
    return not connection.keeps and pockets.of(desk, connection) is None


def is_let_in_no_more(looked: Looked | None) -> bool:
    """Whether the last look missed what lets her in, or the server did not take it."""
    return looked is not None and (keyrings.MISSING in looked.said or REFUSED in looked.said)


def connect(desk: Desk, told: Told) -> Done:
    """Connect a server once it has let her in; the same one again is brought up to date, with a new password say.

    Nothing is read yet. Raises Refused where something is missing, or the server does not let her in.
    """
    from askwell.store import connections as stored
    from askwell.store import write

    new = connection_of(told)
    if not told.secret.strip():
        raise Refused(f"What lets you in is missing: the {_word(new)}.")
    known = stored.connected()
    before = _same(new, known)
    new = replace(new, id=before.id if before else "", name=_free(new, before, told.name, known))
    found = _tried(desk, new, told.secret)
    new = replace(new, keeps=new.keeps and keyrings.can_keep(desk))
    said = f"Connected {new.name}: {found}."
    with write.batch("connect", said, now=desk.now) as batch:
        if before:
            write.change_connection(batch, new)
        else:
            new = replace(new, id=write.connect(batch, new))
    kept = _put(desk, new, _clean(new, told.secret))
    if before and not kept:
        keyrings.let_go(desk, before)
    asks = told.keep and not kept and new.login is Login.PASSWORD
    return Done(f"{said} {keyrings.NO_KEYRING}" if asks else said, batch.trace, (SYNC,))


def _clean(connection: Connection, secret: str) -> str:
    """Without the blanks that providers show in app passwords to make them legible, and that are no part of them."""
    told = secret.strip()
    if not told.isprintable():
        raise Refused("There is an unseen character in it. Copy it once more, and paste that alone.")
    parts = told.split(" ")
    shown = len(parts) == 4 and all(len(part) == 4 and part.isascii() and part.isalpha() for part in parts)
    return "".join(parts) if shown and connection.login is Login.PASSWORD else told


def _word(connection: Connection) -> str:
    if connection.service is Service.FEED:
        return "address of the calendar"
    return "token" if connection.login is Login.TOKEN else "password"


def _same(new: Connection, known: Sequence[Connection]) -> Connection | None:
    """The same server connected before; a feed by its name, for its address is not known here."""
    if new.service is Service.FEED:
        return next(
            (one for one in known if (one.service, one.server, one.name) == (new.service, new.server, new.name)), None
        )
    place = (new.service, new.server, new.user)
    return next((one for one in known if (one.service, one.server, one.user) == place), None)


def _free(new: Connection, before: Connection | None, said: str, known: Sequence[Connection]) -> str:
    """A name that no other connection has. What she says counts; else the name it had."""
    if before and not said.strip():
        return before.name
    others = [one for one in known if not before or one.id != before.id]
    taken = {one.name.casefold() for one in others}
    taken |= {f"{one.name}, {WORDS[one.service]}".casefold() for one in others}
    names = (new.name, f"{new.name}, {WORDS[new.service]}", *(f"{new.name} {number}" for number in range(2, 1000)))
    return next(name for name in names if name.casefold() not in taken)


def _tried(desk: Desk, connection: Connection, secret: str) -> str:
    """What is there, in words; a server that does not let her in is never kept."""
    from askwell.actions.apart.crew import Crew
    from askwell.actions.connecting.parsing import Parsing
    from askwell.actions.connecting.reaching_out import patience, reach_of
    from askwell.sources import servers

    key = servers.Key(connection.user, _clean(connection, secret), connection.login)
    try:
        with Crew(hands=1) as crew:  # nobody of it is started before there is something to parse
            reach, limits = reach_of(desk), patience(brief=True)
            return servers.probe(connection, key, reach=reach, patience=limits, apart=Parsing(crew))
    except servers.Trouble as trouble:
        raise Refused(f"{trouble} Nothing was connected.") from trouble


def disconnect(desk: Desk, name: str) -> Done:
    """Take a connection away, and what let her in at once; all that was read from it stays."""
    from askwell.store import write

    one = find(desk, name)
    said = f"Disconnected {one.name}."
    with write.batch("disconnect", said, now=desk.now) as batch:
        write.disconnect(batch, one.id)
    let_go(desk, [one])
    return Done(f"{said} {STAYS}", batch.trace)


def let_go(desk: Desk, gone: Sequence[Connection]) -> None:
    """What let her in is kept no longer."""
    for one in gone:
        keyrings.let_go(desk, one)
        pockets.let_go(desk, one)


def let_go_of_the_rest(desk: Desk, before: Sequence[Connection], left: Sequence[Connection]) -> None:
    """After connections were taken back or put back: what let her in where she is connected no more, or asked now."""
    standing = {(one.id, one.server, one.user): one for one in left}
    for one in before:
        now = standing.get((one.id, one.server, one.user))
        if now is None:
            let_go(desk, [one])
        elif one.keeps and not now.keeps:
            keyrings.let_go(desk, one)


def all_of(desk: Desk) -> tuple[Connection, ...]:  # noqa: ARG001 - every verb takes the desk
    """Every connection, without a look at any keyring."""
    from askwell.store import connections as stored

    return stored.connected()


def find(desk: Desk, name: str) -> Connection:
    """The connection of that name or id. Raises Refused where there is none, with the names there are."""
    known = all_of(desk)
    found = [one for one in known if name in {one.id, one.name}] or [
        one for one in known if one.name.casefold() == name.strip().casefold()
    ]
    if found:
        return found[0]
    names = ", ".join(one.name for one in known)
    rest = f"These are: {names}." if names else "Nothing is connected yet."
    raise Refused(f"Nothing is connected under the name “{name}”. {rest}")


def secret_of(desk: Desk, connection: Connection) -> str | None:
    """What lets her in: as she gave it since Askwell was opened, else as it is kept; None where she is to be asked."""
    given = pockets.of(desk, connection)
    return given if given is not None or not connection.keeps else keyrings.kept(desk, connection)


def give(desk: Desk, connection: Connection, secret: str) -> None:
    """What lets her in: for as long as Askwell is open, and in the keyring where she wants it there."""
    _put(desk, connection, _clean(connection, secret))


def _put(desk: Desk, connection: Connection, secret: str) -> bool:
    """Into the keyring or into memory, and never into both: an older one in the other place would speak for her.

    Tells whether it is in the keyring.
    """
    if connection.keeps and keyrings.keep(desk, connection, secret):
        pockets.let_go(desk, connection)
        return True
    pockets.put(desk, connection, secret)
    return False
