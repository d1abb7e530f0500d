"""Readings arrive as they were, by columns or not."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from askwell.actions.apart.parcels import pack, unpack
from askwell.domain.messages import Channel, Message, Writer
from askwell.domain.people import Card, Origin, Party
from askwell.domain.reading import Note, Reading

ANN, BEN = Party("Ann", "ann@x.example"), Party("Ben \udcff", "ben@x.example")


def card(number: int) -> Card:
    day = date(2020, 1, 1 + number % 28) if number % 3 else None
    mails = (f"{number}@x.example",) if number % 2 else ()
    return Card(
        "vcard", Origin("a.vcf", number, path="z/a.vcf"), f"k{number}", f"Né {number}", emails=mails, connected_on=day
    )


def message(number: int) -> Message:
    return Message(
        origin=Origin("a.mbox", number, f"<{number}@x>"),
        at=datetime(2025, 1, 1, number % 24, tzinfo=UTC),
        channel=Channel.EMAIL,
        sender=ANN if number % 2 else BEN,
        to=(BEN,) * (number % 3),
        subject=f"s{number}",
        writer=Writer.PERSON if number % 5 else Writer.BULK,
    )


@pytest.mark.parametrize("count", [0, 1, 51, 300])
@pytest.mark.parametrize("alike", [False, True])
def test_a_reading_arrives_as_it_was(count: int, *, alike: bool) -> None:
    reading = Reading("a", "mail", "z/a", count, left_out=[Note(1, "x")], said="so")
    reading.cards = [card(0 if alike else n) for n in range(count)]
    reading.messages = [message(0 if alike else n) for n in range(count)]
    assert unpack(pack(reading)) == reading


def test_values_of_several_kinds_arrive_as_they_were() -> None:
    reading = Reading("a", "mail")
    reading.messages = [replace(message(1), end=datetime(2025, 1, 2, tzinfo=UTC)) for _ in range(60)]
    reading.cards = [card(1)] * 60
    assert unpack(pack([reading, ANN, card(2)])) == [reading, ANN, card(2)]
