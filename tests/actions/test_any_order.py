"""Files in any order, doubled, renamed, in part: receipts add up, previews keep their word, undo leaves no trace."""

import random
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk, open_desk
from askwell.actions.undo import undo
from askwell.domain.people import Contact
from askwell.domain.reading import FileReceipt, Receipt

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
ME = "dana.whitfield@example.com"
LETTER = "\nFrom "


@dataclass(frozen=True)
class Shelf:
    """The files of the scenario, and variants of them written into a folder as they are asked for."""

    scenario: Path
    folder: Path
    dice: random.Random

    def some(self) -> list[Path]:
        """A few files in any order: whole, renamed, in part, and some of them twice."""
        whole = sorted(self.scenario.iterdir())
        chosen = [self._variant(file) for file in self.dice.sample(whole, self.dice.randint(1, 4))]
        doubled = self.dice.sample(chosen, self.dice.randint(0, 1))
        found = [*chosen, *map(self._renamed, doubled)]
        self.dice.shuffle(found)
        return found

    def _variant(self, file: Path) -> Path:
        kind = self.dice.choice(("whole", "whole", "renamed", "part"))
        if kind == "renamed":
            return self._renamed(file)
        return self._part(file) if kind == "part" and file.suffix in {".csv", ".mbox", ".vcf"} else file

    def _renamed(self, file: Path) -> Path:
        copy = self._new(f"{self.dice.randint(2, 9)}-{file.name}")
        copy.write_bytes(file.read_bytes())
        return copy

    def _part(self, file: Path) -> Path:
        text = file.read_bytes().decode()
        between = {".mbox": LETTER, ".vcf": "BEGIN:VCARD"}.get(file.suffix, "\n")
        head, *rest = text.split(between)
        kept = [piece for piece in rest if self.dice.random() < 0.5] or rest[:1]
        part = self._new(file.name)
        part.write_bytes(between.join([head, *kept]).encode())
        return part

    def _new(self, name: str) -> Path:
        folder = self.folder / str(len(list(self.folder.iterdir())))
        folder.mkdir()
        return folder / name


@pytest.fixture(scope="session")
def scenario(eval_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scenario's files, with the LinkedIn export unpacked; rows over several lines are left to other tests."""
    folder = tmp_path_factory.mktemp("scenario")
    for file in (eval_data / "scenario").iterdir():
        if file.suffix == ".zip":
            zipfile.ZipFile(file).extractall(folder)
        elif file.suffix != ".json":
            (folder / file.name).write_bytes(file.read_bytes())
    return folder


def exported() -> bytes:
    from askwell.store import canon

    return canon.export()


def adds_up(line: FileReceipt) -> bool:
    counted = line.new + line.joined + line.changed + line.same
    return line.read == counted + len(line.left_out) + len(line.unreadable)


def bring(desk: Desk, files: Sequence[Path], past: list[tuple[str, bytes]]) -> Receipt:
    """An import with its preview, held against the store; its batch, and the state before, are noted in `past`."""
    from askwell.store import lookups

    before = exported()
    preview = bring_in(desk, files, me=[ME], dry_run=True)
    assert exported() == before
    receipt = bring_in(desk, files, me=[ME])
    assert preview == replace(receipt, batch=None)
    assert all(map(adds_up, receipt.files))
    assert receipt.people == lookups.count_people() == len(lookups.contacts(NOW))
    assert (receipt.batch is None) == (exported() == before)
    if receipt.batch:
        past.append((receipt.batch, before))
    return receipt


@pytest.mark.parametrize("seed", range(12))
def test_any_files_in_any_order_add_up_bring_nothing_twice_and_can_be_taken_back(
    tmp_path: Path, scenario: Path, seed: int
) -> None:
    (tmp_path / "files").mkdir()
    shelf = Shelf(scenario, tmp_path / "files", random.Random(seed))
    past: list[tuple[str, bytes]] = []
    with open_desk(data=tmp_path / "data", now=NOW) as desk:
        for _ in range(3):
            files = shelf.some()
            first, again = (bring(desk, files, past), bring(desk, files, past))
            assert sum(line.new + line.joined for line in again.files) == 0
            assert again.people == first.people
        assert past
        for batch, before in reversed(past):
            undo(desk, batch)
            assert exported() == before


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_files_makes_no_other_people_or_messages(tmp_path: Path, scenario: Path, seed: int) -> None:
    from askwell.store import lookups

    files = sorted(scenario.iterdir())
    found = list[tuple[object, list[str]]]()
    for order in (files, random.Random(seed).sample(files, len(files))):
        with open_desk(data=tmp_path / str(len(found)), now=NOW) as desk:
            for file in order:
                bring_in(desk, [file], me=[ME])
            people = lookups.contacts(NOW).values()
            told = sorted((sorted(one.addresses), one.sent, one.received, str(one.tie), *shown(one)) for one in people)
            found.append((told, sorted(lookups.exchange_keys())))
    assert found[0] == found[1]


def shown(one: Contact) -> tuple[str, ...]:
    return (one.name, one.company, one.title, one.place, one.note, one.met, one.url, *one.former)
