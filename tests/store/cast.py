"""The cast of the store's tests, all made up, and short ways to bring them in."""

from datetime import UTC, date, datetime, timedelta

from askwell.domain.cues import Cue, CueType
from askwell.domain.messages import Channel, Direction, Interaction
from askwell.domain.people import Card, Contact, Origin

NOW = datetime(2026, 3, 27, 18, 0, tzinfo=UTC)


def card(name: str = "Ana Ruiz", index: int = 1, *, source: str = "linkedin-connections", email: str = "") -> Card:
    return Card(
        source=source,
        origin=Origin("Connections.csv", index),
        key=f"in/{name.lower().replace(' ', '-')}",
        name=name,
        emails=(email,) if email else (),
        url=f"https://www.linkedin.com/in/{name.lower().replace(' ', '-')}",
        company="Orsted",
        title="Engineer",
        connected_on=date(2019, 5, 2),
    )


def contact(name: str = "Ana Ruiz", *, company: str = "Orsted") -> Contact:
    return Contact(id="", name=name, company=company, title="Engineer")


def mail(
    *people: str, days_ago: float = 1, direction: Direction = Direction.IN, text: str = "Good to hear from you."
) -> Interaction:
    return Interaction(
        id="",
        at=NOW - timedelta(days=days_ago),
        channel=Channel.EMAIL,
        direction=direction,
        people=people,
        group=len(people) > 1,
        subject="Hello",
        text=text,
        origin=Origin("mail.mbox", 1, "<1@example.com>"),
    )


def ask() -> Cue:
    return Cue(type=CueType.ASK, people=("ana@example.com",), evidence="Could you tell me how the team works?")
