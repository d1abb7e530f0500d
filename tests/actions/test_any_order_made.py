"""Made-up people in address books of several formats: whole people come out, and the same, in any order of files."""

import csv
import io
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.identity.made_people import World, shuffled

from askwell.actions.bring_in import bring_in
from askwell.actions.desk import open_desk
from askwell.actions.people import list_people
from askwell.domain.people import Card

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
OLD = "Name,Given Name,Family Name,Nickname,Maiden Name,Notes,Group Membership,E-mail 1 - Value,Phone 1 - Value"
NEW = "File As,First Name,Last Name,Nickname,Maiden Name,Notes,Labels,E-mail 1 - Value,Phone 1 - Value"
JOB = {OLD: ["Organization 1 - Name", "Website 1 - Value"], NEW: ["Organization Name", "Website 1 - Value"]}


def google(cards: list[Card], head: str) -> str:
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow([*head.split(","), *JOB[head]])
    for card in cards:
        names = [card.name, card.given, card.family, card.nickname, card.maiden]
        reach = [note(card), "", *(card.emails or ("",)), *(card.phones or ("",))]
        rows.writerow([*names, *reach, card.company, card.url])
    return text.getvalue()


def vcards(cards: list[Card], version: str) -> str:
    return "".join(vcard(card, version) for card in cards)


def vcard(card: Card, version: str) -> str:
    quoted = ";CHARSET=UTF-8" if version == "2.1" else ""
    told = [("FN", card.name), ("NICKNAME", card.nickname), ("X-MAIDENNAME", card.maiden), ("URL", card.url)]
    told += [("NOTE", note(card)), *(("EMAIL", one) for one in card.emails), *(("TEL", one) for one in card.phones)]
    if card.given:
        told.append(("N", f"{escaped(card.family, version)};{escaped(card.given, version)};;;"))
    lines = [f"{name}{quoted}:{value if name == 'N' else escaped(value, version)}" for name, value in told if value]
    lines += [f"ORG:{escaped(card.company, version)}"] * bool(card.company)
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def escaped(text: str, version: str) -> str:
    return text if version == "2.1" else text.replace(",", "\\,").replace(";", "\\;")


def note(card: Card) -> str:
    """What only this card says, so that its person is known by it."""
    return f"card {card.origin.index}"


def distinct(cards: list[Card]) -> list[Card]:
    """Without cards of the very same name and address: in another file they are a later version of the same."""
    found: dict[tuple[str, ...], Card] = {}
    for card in cards:
        found.setdefault((" ".join(card.name.split()).casefold(), *(*card.emails, *card.phones)[:1]), card)
    return list(found.values())


def files(cards: list[Card], folder: Path) -> list[Path]:
    """The cards dealt out to four files of four formats."""
    texts = {
        "old.csv": google(cards[0::4], OLD),
        "new.csv": google(cards[1::4], NEW),
        "2.1.vcf": vcards(cards[2::4], "2.1"),
        "3.0.vcf": vcards(cards[3::4], "3.0"),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return [folder / name for name in texts]


@pytest.mark.parametrize("seed", range(4))
def test_whole_people_come_out_and_show_the_same_in_any_order_of_files(tmp_path: Path, seed: int) -> None:
    world = World(seed)
    people = [distinct(world.cards(person)) for person in world.people(40)]
    truth = {frozenset(map(note, cards)) for cards in people}
    cards = shuffled(world.dice, [card for some in people for card in some])
    written = files(cards, tmp_path)
    found: list[list[tuple[str, ...]]] = []
    for order in (written, written[::-1], random.Random(seed).sample(written, 4)):
        with open_desk(data=tmp_path / f"data{len(found)}", now=NOW) as desk:
            for file in order:
                bring_in(desk, [file], me=["dana@example.com"])
            shown = [one.contact for one in list_people(desk).people]
            assert {frozenset(one.note.split("\n")) for one in shown} == truth
            found.append(sorted((one.name, one.company, one.note, one.url, *one.former) for one in shown))
    assert found[0] == found[1] == found[2]
