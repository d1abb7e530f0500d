"""Messages made in one line, for tests of what the import makes of them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from askwell.actions.bringing_in.parties import Letter
from askwell.actions.bringing_in.receipt import Tally
from askwell.domain.messages import Channel, Message
from askwell.domain.people import Origin, Party
from askwell.domain.reading import Reading

START = datetime(2026, 3, 2, 10, tzinfo=UTC)
ME = Party("Dana Whitfield", "dana@example.com")
ANN = Party("Ann Kern", "ann@acme.example")
TOM = Party("Tom Lee", "tom@example.net")


def message(number: int = 1, sender: Party = ANN, *to: Party, **more: Any) -> Message:
    """The message of that number, an hour after the one before; `to` is me unless it is told."""
    origin = more.pop("origin", Origin("mail.mbox", number, f"<{number}@x>", "mail.mbox"))
    channel = more.pop("channel", Channel.EMAIL)
    return Message(origin, START + timedelta(hours=number), channel, sender, to or (ME,), **more)


def letter(number: int = 1, sender: Party = ANN, *to: Party, **more: Any) -> Letter:
    told = message(number, sender, *to, **more)
    people = tuple(party for party in told.parties if party != ME)
    return Letter(told, Tally(Reading("mail.mbox", "mail")), people, from_me=sender == ME)
