"""Taking the data along, copies, putting one back, and the doctor."""

import csv
import errno
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import vobject

from askwell.actions import drafting, keep
from askwell.actions.desk import Desk, closed_desk, open_desk
from askwell.domain.errors import Refused
from askwell.domain.people import Card, Contact, Origin
from askwell.store import write

NOW = datetime(2026, 3, 27, 18, 0, tzinfo=UTC)
NASTY = "=HYPERLINK(1); \\ , line one\nline two — æøå 漢字 " * 4


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        add(opened, "Ana Ruiz", "Bo Lind")
        yield opened


def add(desk: Desk, *names: str) -> None:
    with write.batch("add", f"Added {len(names)} people", now=desk.now) as batch:
        write.add_people(batch, [person(name) for name in names])


def person(name: str) -> write.PersonIn:
    address = f"{name.split(maxsplit=1)[0].lower()}@example.com"
    card = Card(
        source="hand",
        origin=Origin("by hand", 1),
        key=address,
        name=name,
        emails=(address,),
        phones=("+44 20 7946 0018",),
        note=NASTY,
        connected_on=date(2020, 2, 29),
    )
    contact = Contact(id="", name=name, company="Orsted, Ltd; Wind", note=NASTY)
    return write.PersonIn(contact, (write.CardIn(card, (("address", address),)),))


def names(desk: Desk) -> list[str]:
    from askwell.store import lookups

    return [contact.name for contact in lookups.contacts(desk.now).values()]


def test_the_vcards_read_back_with_the_library(desk: Desk, tmp_path: Path) -> None:
    keep.export(desk, tmp_path / "out")
    text = (tmp_path / "out" / keep.VCARD).read_text(encoding="utf-8")
    assert max(len(line.encode()) for line in text.splitlines()) <= 75
    ana, _ = vobject.readComponents(text)
    assert (ana.fn.value, ana.n.value.family, ana.email.value) == ("Ana Ruiz", "Ruiz", "ana@example.com")
    assert (ana.org.value, ana.tel.value, ana.note.value) == (["Orsted, Ltd; Wind"], "+44 20 7946 0018", NASTY)


def test_no_cell_of_the_csv_begins_a_formula(desk: Desk, tmp_path: Path) -> None:
    keep.export(desk, tmp_path / "out")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out" / keep.CSV).read_text(encoding="utf-8-sig"))))
    assert rows[0]["note"] == f"'{NASTY}"
    assert rows[0]["phones"] == "'+44 20 7946 0018"
    assert [row["name"] for row in rows] == ["Ana Ruiz", "Bo Lind"]


CUT_OFF = """
import os, sys
from pathlib import Path
from askwell.actions import keep
from askwell.actions.desk import open_desk
with open_desk(data=Path(sys.argv[1])) as desk:
    from askwell.store import outward
    outward.table = lambda *_: os._exit(9)  # the JSON is written by then
    keep.pack(desk)
"""


def test_what_is_packed_holds_the_same_as_an_export(desk: Desk, tmp_path: Path) -> None:
    keep.export(desk, tmp_path / "out")
    with keep.pack(desk) as file, zipfile.ZipFile(file) as packed:
        assert packed.namelist() == [keep.JSON, keep.VCARD, keep.CSV]
        for name in packed.namelist():
            assert packed.read(name) == (tmp_path / "out" / name).read_bytes()


def test_nothing_is_left_of_a_packing_that_is_cut_off(desk: Desk) -> None:
    before = {file.name for file in desk.data.iterdir()}
    done = subprocess.run([sys.executable, "-c", CUT_OFF, str(desk.data)], check=False)
    assert done.returncode == 9
    assert {file.name for file in desk.data.iterdir()} == before


def test_a_full_disk_is_said_where_everything_is_packed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(Refused, match=r"could not be made in .*: No space left on device"):
        keep.pack(desk)


def test_an_export_taken_into_an_empty_store_exports_the_very_same_bytes(desk: Desk, tmp_path: Path) -> None:
    drafting.keep(desk, drafting.Letter("p1", "ask", "Dear Ana, half a let"))
    keep.export(desk, tmp_path / "out")
    with closed_desk(data=tmp_path / "other", now=NOW) as other:
        assert keep.restore(other, tmp_path / "out" / keep.JSON).said == "Everything in askwell.json is here again."
    with open_desk(data=tmp_path / "other", now=NOW) as other:
        assert [one.letter.text for one in drafting.unfinished(other)] == ["Dear Ana, half a let"]
        keep.export(other, tmp_path / "again")
        with pytest.raises(Refused, match="not empty"):
            keep.restore(other, tmp_path / "out" / keep.JSON)
    for name in (keep.JSON, keep.VCARD, keep.CSV):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


@pytest.mark.parametrize("content", ['{"askwell": {"format": 99}}', "{}", '{"askwell": {"format": 1}}', "{ half of"])
def test_what_is_no_export_is_refused_and_changes_nothing(content: str, tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_text(content)
    with open_desk(data=tmp_path / "data", now=NOW) as desk:
        with pytest.raises(Refused, match="Nothing was changed"):
            keep.restore(desk, tmp_path / "odd.json")
        assert names(desk) == []


def test_a_copy_can_be_put_back_and_that_too_can_be_taken_back(desk: Desk) -> None:
    copy = Path(keep.backup(desk).said.rpartition(": ")[2])
    add(desk, "Cleo Hart")
    (back,) = keep.restore(desk, copy).hints
    later = Path(back.args[0])
    assert names(desk) == ["Ana Ruiz", "Bo Lind"]
    keep.restore(desk, later)
    assert names(desk) == ["Ana Ruiz", "Bo Lind", "Cleo Hart"]


def test_a_damaged_store_is_refused_and_its_copy_put_back_at_a_closed_desk(desk: Desk, tmp_path: Path) -> None:
    keep.backup(desk)
    file = desk.data / "askwell.db"
    file.write_bytes(b"")
    with pytest.raises(Refused, match=r"is empty.*The newest good copy is") as said, open_desk(data=desk.data, now=NOW):
        pass
    with closed_desk(data=desk.data, now=NOW) as closed:
        found = keep.doctor(closed)
        assert found["integrity"] != "ok"
        keep.restore(closed, Path(said.value.hints[0].args[0]))
        assert keep.doctor(closed)["integrity"] == "ok"
    with open_desk(data=desk.data, now=NOW) as again:
        assert names(again) == ["Ana Ruiz", "Bo Lind"]


def test_what_is_no_copy_is_not_put_back(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "photo.db").write_bytes(b"\x89PNG" + bytes(5000))
    with pytest.raises(Refused, match="it is no database"):
        keep.restore(desk, tmp_path / "photo.db")
    with pytest.raises(Refused, match="There is no file"):
        keep.restore(desk, tmp_path / "nowhere.db")


def test_the_doctor_tells_what_the_contract_wants(desk: Desk) -> None:
    keep.backup(desk)
    found = keep.doctor(desk)
    assert list(found) == ["data", "database", "sqlite", "journal", "integrity", "last_copy", "checks"]
    assert (found["journal"], found["integrity"]) == ("delete", "ok")
    assert [check["name"] for check in found["checks"] if not check["ok"]] == []
    assert found["last_copy"].endswith("Z")
    json.dumps(found)


def test_the_doctor_looks_at_a_place_where_nothing_is_yet(tmp_path: Path) -> None:
    with closed_desk(data=tmp_path / "none", now=NOW) as closed:
        assert all(check["ok"] for check in keep.doctor(closed)["checks"])
    assert not (tmp_path / "none").exists()
