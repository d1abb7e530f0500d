"""Who is who in a search: people found, records joined, and pairs that wait for a yes, held against the truth."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.eval import scenes
from tests.eval.figures import Figure, score, table
from tests.eval.scenes import SCENES, Scene

from askwell.actions.bring_in import bring_in
from askwell.actions.desk import open_desk
from askwell.actions.people import Listed, People, list_people
from askwell.domain.people import Card
from askwell.identity.handles import slug

BOOKS = ("linkedin_export.zip", "contacts.vcf", "google_contacts.csv")
MAIL = frozenset({"mail", "calendar"})
Record = tuple[str, str]  # a card as (file, index), or what mail and calendar say of one address as ("mail", address)
Pairs = set[frozenset[Record]]
PEOPLE = "people"


def report() -> str:
    """A table of all searches, and how many people were found."""
    found = {scene.name: figures(scene) for scene in SCENES}
    pairs = {name: {key: f for key, f in rows.items() if key != PEOPLE} for name, rows in found.items()}
    told = "; ".join(f"{rows[PEOPLE].claimed} in {name}, {rows[PEOPLE].true} in truth" for name, rows in found.items())
    return "\n".join([table("Who is who", pairs), f"People found in all files: {told}.\n"])


def figures(scene: Scene) -> dict[str, Figure]:
    """People as (found, true), pairs joined from the address books alone and from all files, likely pairs asked."""
    told = scene.truth
    books, everything = brought_in(scene, BOOKS), brought_in(scene, (".",))
    true = told["people"]["distinct_all_files"]
    likely = [pair.people for pair in everything.likely]
    whose = Truth(told, everything.people)
    asked = [whose.are_one(pair) for pair in likely]
    return {
        "pairs joined by itself, address books alone": _joined(told, books),
        "pairs joined by itself, all files": _joined(told, everything),
        "pairs joined after a yes or no to each": score(whose.claimed(likely), whose.true()),
        "likely pairs that wait for a yes": Figure(sum(asked), len(asked), len(whose.missed())),
        PEOPLE: Figure(true, len(everything.people), true),
    }


def brought_in(scene: Scene, names: Iterable[str]) -> People:
    """The people of these files of a search, in a store of their own."""
    with TemporaryDirectory() as folder, open_desk(data=Path(folder), now=scene.now) as desk:
        bring_in(desk, [scene.folder / name for name in names], me=tuple(scene.me))
        return list_people(desk)


def _joined(told: scenes.Truth, found: People) -> Figure:
    truth = Truth(told, found.people)
    return score(truth.claimed(), truth.true())


class Truth:
    """Whose each record is in truth: the groups that are told, mail by address, everything else somebody's own."""

    def __init__(self, told: scenes.Truth, people: Iterable[Listed]) -> None:
        self.people = list(people)
        self._profiles: dict[str, str] = {}
        self._cards: dict[Record, str] = {}
        self._addresses = {mail["mail"]: mail["person"] for mail in told["mail_people"] if mail["mail"]}
        for group in told["same_person"]:
            for record in group["records"]:
                self._take(record, group["person"])
            self._addresses |= dict.fromkeys(group["mail_addresses"], group["person"])
        self._told = dict(self._addresses)
        for card in (card for one in self.people for card in one.cards if card.source not in MAIL):
            for address in card.emails:
                self._addresses.setdefault(address, self.person(card))

    def _take(self, record: dict[str, Any], person: str) -> None:
        if "url" in record:
            self._profiles[slug(record["url"])] = person
        else:
            self._cards[record["file"], str(record.get("card", record.get("row")))] = person

    def record(self, card: Card) -> Record:
        if card.source in MAIL:
            return ("mail", card.emails[0] if card.emails else card.name)
        return (card.origin.file, str(card.origin.index))

    def person(self, card: Card) -> str:
        """The true person: by profile, record, address or a name that mail knows, else the record is its own."""
        record = self.record(card)
        known = self._profiles.get(slug(card.url)) if card.url else None
        known = known or self._cards.get(record) or self._addresses.get(record[1])
        known = known or next((self._told[address] for address in card.emails if address in self._told), None)
        plain = card.name.partition(",")[0].partition(" (")[0]
        return known or (plain if plain in self._addresses.values() else f"{record}")

    def claimed(self, asked: Iterable[tuple[str, str]] = ()) -> Pairs:
        """Pairs of records in one person's hands; of those `asked` about the right ones are made one."""
        yes = [pair for pair in asked if self.are_one(pair)]
        groups = [({one.contact.id}, {self.record(card) for card in one.cards}) for one in self.people]
        for pair in yes:
            near = [group for group in groups if not group[0].isdisjoint(pair)]
            groups = [group for group in groups if group not in near]
            groups.append((set().union(*(ids for ids, _ in near)), set().union(*(some for _, some in near))))
        return {frozenset(pair) for _, group in groups for pair in combinations(sorted(group), 2)}

    def true(self) -> Pairs:
        groups: dict[str, set[Record]] = defaultdict(set)
        for one in self.people:
            for card in one.cards:
                groups[self.person(card)].add(self.record(card))
        return {frozenset(pair) for group in groups.values() for pair in combinations(sorted(group), 2)}

    def are_one(self, pair: tuple[str, str]) -> bool:
        first, second = ({self.person(card) for card in one.cards} for one in self.people if one.contact.id in pair)
        return bool(first & second)

    def missed(self) -> set[frozenset[str]]:
        """Pairs of contacts that are one person in truth."""
        of: dict[str, set[str]] = defaultdict(set)
        for one in self.people:
            for card in one.cards:
                of[self.person(card)].add(one.contact.id)
        return {frozenset(pair) for ids in of.values() for pair in combinations(sorted(ids), 2)}


if __name__ == "__main__":
    print(report())
