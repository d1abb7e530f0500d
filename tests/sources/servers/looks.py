"""Short ways to look at a server in tests, with little patience."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.servers.letters import ME, NOW
from tests.servers.real import SECRET

from askwell.domain.connections import Connection, Login, Service
from askwell.domain.messages import Message
from askwell.sources import servers
from askwell.sources.servers import Apart, Key, Patience, Reach, Seen, Wanted
from askwell.sources.servers.apart import here

BEGIN = NOW - timedelta(days=90)
EVER = datetime(1990, 1, 1, tzinfo=UTC)


def mail(url: str, user: str = ME) -> Connection:
    return Connection("k1", Service.IMAP, "mail", url, user, ME)


def dav(url: str, user: str, service: Service = Service.CARDDAV) -> Connection:
    return Connection("k2", service, "dav", url, user, ME)


def look(
    connection: Connection,
    place: dict[str, Any] | None = None,
    *,
    secret: str = SECRET,
    since: datetime = BEGIN,
    patience: Patience | None = None,
    reach: Reach | None = None,
    login: Login = Login.PASSWORD,
    now: datetime | None = None,
    apart: Apart = here,
) -> Seen:
    key = Key(connection.user, secret, login)
    limits = patience or Patience(idle=5, command=10, look=30)
    wanted = Wanted(since, now=now, apart=apart)
    return servers.look(connection, key, place or {}, wanted, reach=reach or Reach(), patience=limits)


def messages(seen: Seen) -> list[Message]:
    return [message for reading in seen.readings for message in reading.messages]


def ids(seen: Seen) -> list[str]:
    return [message.origin.message_id for message in messages(seen)]


def adds_up(seen: Seen) -> bool:
    """Whether of all that was counted it is told what became of it."""
    return all(
        one.read == len(list(one.messages)) + len(one.cards) + len(one.left_out) + len(one.unreadable)
        for one in seen.readings
    )
