"""Servers she has connected, to be read and never written to: mail, contacts, calendars; and how the last look went."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Service(StrEnum):
    """What is read, and in which language the server speaks."""

    IMAP = "imap"
    CARDDAV = "carddav"
    CALDAV = "caldav"
    FEED = "feed"


class Login(StrEnum):
    """How one is let in: with a password (an app password at most providers), or with a token of OAuth 2."""

    PASSWORD = "password"  # noqa: S105 - the name of a way, no secret
    TOKEN = "token"  # noqa: S105 - as above


@dataclass(frozen=True, slots=True)
class Connection:
    """One server as she connected it. What lets her in is kept elsewhere: never here, never in the database.

    `server` is a URL without name and password: imaps://host:993, imap+starttls://host:143, https://host/path; of a
    feed, whose whole address is its secret, the host alone. `user` is the name to log in with, `address` her own
    address there. `keeps` tells that her secret lies in the keyring of her system; else she is asked each time.
    """

    id: str
    service: Service
    name: str
    server: str
    user: str = ""
    address: str = ""
    login: Login = Login.PASSWORD
    keeps: bool = True


@dataclass(frozen=True, slots=True)
class Looked:
    """How the last look at a server went. `checked` is the last that went well, `said` what stood in the way since.

    `place` is where the next look goes on, as its source wrote it; of batches that were undone since, nothing counts.
    """

    tried: datetime
    checked: datetime | None = None
    said: str = ""
    place: Mapping[str, Any] = field(default_factory=dict)
