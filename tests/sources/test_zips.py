"""Zips: bombs of every make are refused quickly and in little memory; odd names are told; nothing reaches the disk."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.sources import bombs, exports

from askwell import sources
from askwell.sources import walk
from askwell.sources.found import Kind, Unreadable
from askwell.sources.zips import MEMBERS, Archive

MEASURE = """
import json, pathlib, re, sys, time
from askwell import sources
from askwell.sources import walk
before = time.process_time()
readings = [sources.read(found) for found in walk.find(sys.argv[1:])]
seconds = time.process_time() - before
# Of this process alone: ru_maxrss would carry over what the parent took before it forked.
status = pathlib.Path("/proc/self/status").read_text()
peak = int(re.search(r"VmHWM:\\s+(\\d+)", status)[1])
print(json.dumps({
    "seconds": seconds,
    "megabytes": peak / 1024,
    "cards": sum(len(r.cards) for r in readings),
    "unreadable": [note.reason for r in readings for note in r.unreadable],
}))
"""


def measure(path: Path) -> dict[str, float | list[str]]:
    done = subprocess.run([sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True)
    measured: dict[str, float | list[str]] = json.loads(done.stdout)
    return measured


def many(path: Path, *, said: int) -> Path:
    directory = b"".join(bombs.central(b"%d.csv" % n, packed=0, size=0, offset=0) for n in range(70_000))
    path.write_bytes(directory + bombs.end(directory, offset=0, count=said))
    return path


NAME, MEGABYTE = b"Connections.csv", 1024 * 1024
BOMBS: dict[str, Callable[[Path], Path]] = {
    "10 MB to 10 GB": lambda path: bombs.write(path, NAME, bombs.zeros(10_000), size=0xFFFFFFF0),
    "one that says it is small": lambda path: bombs.write(path, NAME, bombs.zeros(10_000), size=1000),
    "one that says a part of it": lambda path: bombs.write(path, NAME, bombs.zeros(10_000), size=500 * MEGABYTE),
    "overlapping": lambda path: bombs.write_overlapping(
        path, [b"%d.csv" % n for n in range(300)], bombs.zeros(20), size=20 * MEGABYTE
    ),
    "quoted": lambda path: bombs.write_quoted(path, 300, bombs.zeros(20), size=20 * MEGABYTE),
    "many": lambda path: many(path, said=70_000),
    "many that say they are few": lambda path: many(path, said=5),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_bombs_are_refused_soon_and_in_300_megabytes(kind: str, tmp_path: Path) -> None:
    measured = measure(BOMBS[kind](tmp_path / "export.zip"))
    assert measured["cards"] == 0
    assert measured["unreadable"]
    assert isinstance(measured["seconds"], float)
    assert measured["seconds"] < 20
    assert isinstance(measured["megabytes"], float)
    assert measured["megabytes"] < 300


def test_a_zip_in_a_zip_is_not_opened_but_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "inner.zip", "w") as inner:
        inner.writestr("Connections.csv", exports.CONNECTIONS_2023)
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as outer:
        outer.write(tmp_path / "inner.zip", "inner.zip")
    (found,) = walk.find([tmp_path / "outer.zip"])
    assert "inner.zip: a zip inside a zip" in found.notes[0].reason


@pytest.mark.parametrize(
    "name",
    ["../../Connections.csv", "/etc/Connections.csv", "C:\\Connections.csv", "a/../../Connections.csv", "x" * 300],
)
def test_names_that_lead_elsewhere_are_told_and_not_read(name: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr(name, exports.CONNECTIONS_2023)
        archive.writestr("sub/Connections.csv", exports.CONNECTIONS_2021)
    found = list(walk.find([tmp_path / "export.zip"]))
    assert [f.kind for f in found] == [Kind.CONNECTIONS, Kind.LEFT_OUT]
    assert found[0].path == "export.zip/sub/Connections.csv"
    assert len(found[1].notes) == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["export.zip"]


def test_links_control_characters_and_device_names_are_harmless(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.csv")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("bell\x07.csv", exports.CONNECTIONS_2021)
        archive.writestr("CON", exports.CONNECTIONS_2021)
    found = list(walk.find([tmp_path / "export.zip"]))
    assert [f.kind for f in found] == [Kind.CONNECTIONS, Kind.LEFT_OUT]
    assert [n.reason.partition(":")[0] for n in found[1].notes] == ["link.csv", "bell?.csv"]


def test_two_members_of_one_name_are_both_read_under_two_labels(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("Connections.csv", exports.CONNECTIONS_2021)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("Connections.csv", exports.CONNECTIONS_2023)
        archive.writestr("connections.csv", exports.CONNECTIONS_2022)
    labels = [f.path for f in walk.find([tmp_path / "export.zip"])]
    assert labels == ["export.zip/Connections.csv", "export.zip/Connections.csv (2)", "export.zip/connections.csv"]


@pytest.mark.parametrize("cut", [10, 200, -30])
def test_a_zip_that_is_cut_off_is_unreadable(cut: int, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "whole.zip", "w") as archive:
        archive.writestr("Connections.csv", exports.CONNECTIONS_2023)
    (tmp_path / "cut.zip").write_bytes((tmp_path / "whole.zip").read_bytes()[:cut])
    (found,) = walk.find([tmp_path / "cut.zip"])
    assert (found.kind, "damaged" in found.notes[0].reason) == (Kind.UNREADABLE, True)


def test_a_member_with_changed_bytes_is_unreadable_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Connections.csv", exports.CONNECTIONS_2023 * 50)
        archive.writestr("messages.csv", exports.MESSAGES_2023)
    data = bytearray(path.read_bytes())
    data[100:110] = b"0123456789"
    path.write_bytes(data)
    readings = [sources.read(found) for found in walk.find([path])]
    assert "damaged" in readings[0].unreadable[0].reason
    assert readings[1].source == "linkedin-messages"


def test_an_archive_with_a_password_says_so(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Connections.csv", exports.CONNECTIONS_2023)
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    (found,) = walk.find([path])
    assert "password" in found.notes[0].reason


def test_the_limit_of_members_is_said_in_figures(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=f"{MEMBERS:,}"):
        Archive(many(tmp_path / "export.zip", said=70_000 & 0xFFFF))
