"""Read by workers a file gives what it gives here; and whatever a file does, it alone is unreadable."""

import os
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from tests.actions.exports import ME, connections, mail, mbox, vcard, written
from tests.sources import bombs
from tests.sources.test_mail_hostile import MESSAGES
from tests.sources.test_zips import BOMBS

from askwell.actions.apart import limits
from askwell.actions.apart.crew import Crew
from askwell.actions.apart.limits import Bound
from askwell.actions.bring_in import bring_in
from askwell.actions.bringing_in import readers as own
from askwell.actions.bringing_in.readers import Readers
from askwell.actions.bringing_in.reading_in import Home, read_all
from askwell.actions.bringing_in.reading_one import Wanted
from askwell.actions.desk import Desk, open_desk
from askwell.domain.goals import Goals
from askwell.domain.reading import Reading
from askwell.sources import parting
from askwell.sources.found import Found

NOW, EVER = datetime(2026, 3, 27, 18, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=UTC)
ANN = "Ann Kern <ann@example.net>"
HARM = """
import os
import askwell.sources as sources
read = sources.read
def harmful(found, **told):
    while found.file.startswith("endless"):
        pass
    kept = []
    while found.file.startswith("bomb"):
        kept.append(b"x" * (64 << 20))
    if found.file.startswith("crash"):
        os.abort()
    return read(found, **told)
sources.read = harmful
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        yield opened


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    with Crew(hands=2) as crew:
        yield crew


def both(paths: list[Path], crew: Crew, *, begin: bool = False) -> tuple[list[Reading], list[Reading]]:
    """The readings as they are made here, and by workers."""
    home, found = Home(Goals(), "Europe/London", "GB", now=NOW), []
    for readers in (None, Readers(crew)):
        if readers and begin:
            readers.begin(paths)
        found.append(read_all(paths, home, text_from=lambda _: EVER, progress=lambda *_: None, readers=readers))
    return found[0], found[1]


@pytest.mark.parametrize("begin", [False, True])
def test_a_whole_search_is_read_by_workers_as_it_is_read_here(crew: Crew, eval_data: Path, *, begin: bool) -> None:
    here, apart = both(sorted((eval_data / "scenario").iterdir()), crew, begin=begin)
    assert apart == here
    assert sum(len(reading.cards) for reading in here) > 100


def test_so_is_much_mail_in_parts_with_its_numbers(crew: Crew, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letters = [mail(n % 28 + 1, From=ANN, Message_ID=f"<{n}@x.example>") for n in range(300)]
    bulk = [mail(4, From="news@shop.example", List_Id="<news.shop.example>"), "From me@x.example\n\nno header at all\n"]
    monkeypatch.setattr(parting, "BYTES", 9_000)
    monkeypatch.setattr(own, "MUCH", 1)
    seen: list[tuple[str, int, int]] = []
    here, apart = both([mbox(tmp_path, *letters, *bulk * 9)], crew)
    assert apart == here
    list(Readers(crew).read([(next(iter(_found(tmp_path))), Wanted())], lambda *told: seen.append(told)))
    assert [done for _, done, _ in seen] == sorted({done for _, done, _ in seen})
    assert len(seen) > 5


@pytest.mark.parametrize("packing", [ZIP_STORED, ZIP_DEFLATED])
@pytest.mark.parametrize("harmed", [None, 0.2, 0.8])
def test_so_is_much_mail_in_a_zip_even_if_it_is_damaged(
    crew: Crew, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harmed: float | None, packing: int
) -> None:
    letters = [mail(n % 28 + 1, From=ANN, Message_ID=f"<{n}@x.example>") for n in range(600)]
    with ZipFile(tmp_path / "takeout.zip", "w", packing) as out:
        out.writestr("Mail/All mail.mbox", "".join(letters))
    if harmed:
        data = bytearray((tmp_path / "takeout.zip").read_bytes())
        data[int(harmed * len(data))] ^= 0xFF
        (tmp_path / "takeout.zip").write_bytes(data)
    monkeypatch.setattr(parting, "BYTES", 9_000)
    here, apart = both([tmp_path / "takeout.zip"], crew)
    assert apart == here
    assert len(list(here[0].messages)) == 600 or harmed


def _found(folder: Path) -> Iterator[Found]:
    from askwell.sources import walk

    return iter(walk.find([folder / "mail.mbox"]))


def test_a_folder_of_many_small_mails_and_a_maildir_too(crew: Crew, tmp_path: Path) -> None:
    for number in range(230):
        written(tmp_path / "box" / f"{number:03}.eml", mail(number % 28 + 1, From=ANN).partition("\n")[2])
        written(tmp_path / "dir" / "cur" / f"{number}", mail(number % 28 + 1, From=ANN).partition("\n")[2])
    (tmp_path / "dir" / "new").mkdir()
    here, apart = both([tmp_path / "box", tmp_path / "dir"], crew)
    assert apart == here
    assert sum(len(list(reading.messages)) for reading in here) == 460


@pytest.fixture
def harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers of files that never end, devour memory, or crash: our own do not, so it is put into the workers."""
    written(tmp_path / "harm" / "sitecustomize.py", HARM)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "harm"))
    monkeypatch.setattr(limits, "SECONDS", 0)
    monkeypatch.setattr(limits, "MEGABYTES", 400)


@pytest.mark.skipif(os.name != "posix", reason="needs limits of the system")
@pytest.mark.usefixtures("harm")
@pytest.mark.parametrize("begin", [False, True])
def test_harmful_files_are_unreadable_and_all_others_come_in(desk: Desk, tmp_path: Path, *, begin: bool) -> None:
    files = [
        connections(tmp_path, "Robert,Aguilar,bob,,Acme,Planner"),
        *(vcard(tmp_path, "Zoe Harm", name=f"{name}.vcf") for name in ("endless", "bomb", "crash")),
        vcard(tmp_path, "Cora Lamb"),
        mbox(tmp_path, mail(1, From=ANN)),
    ]
    with Crew(hands=1) as crew:
        readers = Readers(crew)
        if begin:
            readers.begin(files)
        receipt = bring_in(desk, files, me=(ME,), readers=readers)
    told = {line.file: [note.reason for note in line.unreadable] for line in receipt.files}
    bound = Bound(seconds=0, megabytes=400)
    assert told["endless.vcf"] == [bound.too_long]
    assert (told["bomb.vcf"], told["crash.vcf"]) == ([bound.too_much], [limits.STOPPED])
    assert [line.new for line in receipt.files] == [1, 0, 0, 0, 1, 1]
    assert receipt.people == 3


@pytest.mark.skipif(os.name != "posix", reason="needs limits of the system")
@pytest.mark.usefixtures("harm")
def test_of_much_mail_the_harmful_part_alone_is_lost(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    harmful = HARM.replace('found.file.startswith("crash")', "found.span and found.span[0] == 9000")
    written(tmp_path / "harm" / "sitecustomize.py", harmful)
    monkeypatch.setattr(parting, "BYTES", 3_000)
    letters = [mail(n % 28 + 1, From=ANN, Message_ID=f"<{n}@x.example>") for n in range(60)]
    with Crew(hands=1) as crew:
        (line,) = bring_in(desk, [mbox(tmp_path, *letters)], me=(ME,), readers=Readers(crew)).files
    assert [note.reason for note in line.unreadable] == [limits.STOPPED]
    assert 40 < line.new < 60
    assert line.read == line.new + 1


@pytest.mark.parametrize("kind", BOMBS)
def test_a_zip_bomb_brings_nothing_and_says_so(desk: Desk, crew: Crew, tmp_path: Path, kind: str) -> None:
    receipt = bring_in(desk, [BOMBS[kind](tmp_path / "export.zip")], readers=Readers(crew))
    (line,) = receipt.files
    assert (line.new, len(line.unreadable), receipt.people, receipt.batch) == (0, 1, 0, None)
    assert bombs.LOCAL.decode("latin-1") not in line.unreadable[0].reason


def test_hostile_mail_is_read_or_told_and_the_receipt_adds_up(desk: Desk, crew: Crew, tmp_path: Path) -> None:
    line = b"From a@x.example Tue Sep  9 08:14:22 2025\n"
    archive = tmp_path / "mail.mbox"
    archive.write_bytes(b"".join(line + raw + b"\n" for raw in (*MESSAGES.values(), b"Subject: no sender\n\nx\n")))
    (told,) = bring_in(desk, [archive], me=(ME,), readers=Readers(crew)).files
    assert told.read == len(MESSAGES) + 1
    assert told.new + told.same + len(told.left_out) + len(told.unreadable) == told.read
    assert {note.reason for note in told.left_out} >= {"it names no sender"}
    assert told.new > 0


def test_html_mail_is_text_and_calls_nobody(desk: Desk, crew: Crew, tmp_path: Path) -> None:
    from askwell.store import read

    asked: list[str] = []

    class Sink(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)

    with HTTPServer(("127.0.0.1", 0), Sink) as sink:
        threading.Thread(target=sink.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{sink.server_port}"
        page = (
            f"<base href={url}/><meta http-equiv=refresh content='0;url={url}/m'><script src={url}/s></script>"
            f"<style>p{{background:url({url}/c)}}</style><svg onload=fetch('{url}/o')></svg><form action={url}/f>"
            f"<img src={url}/i onerror=alert(1)><p>Good news, Dana.</p></form>"
        )
        head = f"From: {ANN}\nTo: {ME}\nDate: Mon, 2 Mar 2026 10:00:00 +0000\nContent-Type: text/html\n\n"
        letter = written(tmp_path / "letter.eml", head + page)
        bring_in(desk, [letter], me=(ME,), readers=Readers(crew))
        sink.shutdown()
    (message,) = read.search(NOW).interactions
    assert message.text == "Good news, Dana."
    assert asked == []


def test_a_zip_whose_reader_ends_is_told_by_its_name(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "import os, askwell.sources.zips as zips\nzips.ZipFile = lambda *_: os.abort()\n"
    written(tmp_path / "harm" / "sitecustomize.py", code)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "harm"))
    with ZipFile(tmp_path / "export.zip", "w") as out:
        out.writestr("a.csv", "x")
    files = [tmp_path / "export.zip", vcard(tmp_path, "Cora Lamb")]
    with Crew(hands=1) as crew:
        receipt = bring_in(desk, files, readers=Readers(crew))
    assert [(line.file, line.new, len(line.unreadable)) for line in receipt.files] == [
        ("export.zip", 0, 1),
        ("contacts.vcf", 1, 0),
    ]
