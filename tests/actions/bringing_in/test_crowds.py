"""An address book with tens of thousands of one name comes in within seconds, and so does the next one."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from askwell.actions.bring_in import bring_in
from askwell.actions.desk import open_desk

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
HEADER = "First Name,Last Name,E-mail 1 - Value,Organization Name,Notes\n"
THOUSANDS, LATER = 20_000, 10
SECONDS = 90.0  # of the processor, for both imports: several times what they take; it used to be hours


def book(file: Path, count: int, *, company: str, note: str = "") -> Path:
    """Google contacts, `count` of them called Ana Ruiz; every ninth has the note."""
    rows = (f"Ana,Ruiz,ana{n}@gmail.com,{company},{'' if n % 9 else note}\n" for n in range(count))
    file.parent.mkdir(exist_ok=True)
    file.write_text(HEADER + "".join(rows), encoding="utf-8")
    return file


@pytest.mark.parametrize(("company", "people"), [("", THOUSANDS), ("Orsted", 1)], ids=["strangers", "one person"])
def test_it_takes_seconds_and_so_does_a_later_one(tmp_path: Path, company: str, people: int) -> None:
    first = book(tmp_path / "one" / "contacts.csv", THOUSANDS, company=company)
    later = book(tmp_path / "two" / "contacts.csv", THOUSANDS + LATER, company=company, note="Met in Oslo")
    with open_desk(data=tmp_path / "data", now=NOW) as desk:
        begun = time.process_time()
        (line,) = bring_in(desk, [first]).files
        assert (line.new, line.joined) == (people, THOUSANDS - people)
        (line,) = bring_in(desk, [later]).files
        assert (line.changed, line.new + line.joined) == (-(-THOUSANDS // 9), LATER)
        assert time.process_time() - begun < SECONDS
