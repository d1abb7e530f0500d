"""What servers sent is parsed by workers: what harms one of them is set aside, and no secret ever reaches them."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import IO

import pytest
from tests.actions.connecting.test_syncing import connect, told
from tests.servers.letters import ME, NOW, card, deliver, event, letter, mailbox
from tests.servers.real import DavServer, MailServer
from tests.servers.scripted_imap import Folder, scripted
from tests.servers.scripted_web import scripted as scripted_web

from askwell.actions.apart import hand, limits, parcels
from askwell.actions.apart.crew import Crew
from askwell.actions.apart.hand import Hand
from askwell.actions.apart.limits import Bound
from askwell.actions.bringing_in.readers import Readers, reading_apart
from askwell.actions.connecting import connections
from askwell.actions.connecting.parsing import FEW
from askwell.actions.connecting.syncing import Synced, sync
from askwell.actions.connecting.telling import Told
from askwell.actions.desk import Desk, open_desk
from askwell.domain.connections import Service
from askwell.domain.errors import Refused
from askwell.sources.servers import imap_box

posix = pytest.mark.skipif(os.name != "posix", reason="needs limits of the system")
CANARY = "canary7f3a9"
HARM = """
import os
import askwell.sources as sources
import askwell.sources.mail as mail
import askwell.sources.servers.multistatus as multistatus
def harm(raw):
    while b"endless" in raw:
        pass
    kept = []
    while b"devour" in raw:
        kept.append(b"x" * (64 << 20))
    if b"crash" in raw:
        os.abort()
read, read_message, read_many = sources.read, mail.read_message, multistatus.read_many
def harmful_file(found, **told):
    harm(found.data())
    return read(found, **told)
def harmful_letter(raw, **told):
    harm(raw)
    return read_message(raw, **told)
def read_many_harmful(body):
    if b"sync-token>" in body:
        harm(body)
    return read_many(body)
sources.read, mail.read_message, multistatus.read_many = harmful_file, harmful_letter, read_many_harmful
"""


@pytest.fixture
def harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parsers that never end, devour memory, or crash: our own do not, so it is put into the workers."""
    (tmp_path / "harm").mkdir()
    (tmp_path / "harm" / "sitecustomize.py").write_text(HARM, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "harm"))
    monkeypatch.setattr(limits, "SECONDS", 1)
    monkeypatch.setattr(limits, "MEGABYTES", 400)


@pytest.fixture
def readers() -> Iterator[Readers]:
    with Crew(hands=1) as crew:
        yield Readers(crew)


def reasons(found: Synced) -> dict[str, list[tuple[int, str]]]:
    """What could not be read, by the line of the receipt; each line adds up."""
    for line in found.receipt.files:
        sums = line.new + line.joined + line.changed + line.same + len(line.left_out) + len(line.unreadable)
        assert sums == line.read, line.file
    return {line.file: [(note.at, note.reason) for note in line.unreadable] for line in found.receipt.files}


@posix
@pytest.mark.usefixtures("harm")
def test_harmful_mail_is_set_aside_by_its_number_and_all_other_comes_in(desk: Desk, readers: Readers) -> None:
    bound = Bound(seconds=1, megabytes=400)
    words = {2: "X-Mark: endless\r\n", 3: "X-Mark: crash\r\n"}
    letters = {n: letter(n, more=words.get(n, ""), text="devour" if n == 5 else "") for n in range(1, 7)}
    with scripted(folders={"INBOX": Folder(letters)}) as server:
        connect(desk, server.url)
        found = sync(desk, readers=readers)
        before, heard = told(), len(server.asked)
        again = sync(desk, readers=readers)
        asked = b" ".join(server.asked[heard:])
    assert reasons(found) == {
        f"INBOX of {ME}": [(2, bound.too_long), (3, limits.STOPPED), (5, bound.too_much)]
    }  # fmt: skip
    assert ([line.new for line in found.receipt.files], found.is_well) == ([3], True)
    assert (again.receipt.files, again.is_well, told()) == ((), True, before)
    assert b"BODY.PEEK[]" not in asked


@posix
@pytest.mark.usefixtures("harm")
def test_a_harmful_card_and_a_harmful_event_of_a_real_server_are_set_aside_by_their_names(
    desk: Desk, dav_server: DavServer, user: str, readers: Readers
) -> None:
    for path, kind in (("people", "card:addressbook"), ("days", "cal:calendar")):
        dav_server.make(f"{user}/{path}/", user=user, kind=kind, name=path.title())
    dav_server.put(f"{user}/people/ana.vcf", card("Ana Lindqvist", uid="a", email="ana@example.org"), user=user)
    dav_server.put(f"{user}/people/bad.vcf", card("Zoe crash", uid="z", email="zoe@example.org"), user=user)
    dav_server.put(f"{user}/days/good.ics", event("e1", "Coffee"), user=user)
    dav_server.put(f"{user}/days/bad.ics", event("e2", "devour"), user=user)
    connect(desk, dav_server.url, user, Service.CARDDAV, name="Contacts")
    connect(desk, dav_server.url, user, Service.CALDAV, name="Calendar")
    found = sync(desk, readers=readers)
    before = told()
    again = sync(desk, readers=readers)
    assert reasons(found) == {
        "People of Contacts": [(0, f"bad.vcf: {limits.STOPPED}")],
        "Days of Calendar": [(0, f"bad.ics: {Bound(seconds=1, megabytes=400).too_much}")],
    }
    assert [line.new for line in found.receipt.files] == [1, 1]
    assert (again.receipt.files, again.is_well, told()) == ((), True, before)


@posix
@pytest.mark.usefixtures("harm")
def test_a_harmful_feed_and_harmful_xml_are_told_and_nothing_comes_in(desk: Desk, readers: Readers) -> None:
    book = b'<multistatus xmlns="DAV:"><response><href>/</href></response><sync-token>crash</sync-token></multistatus>'
    with (
        scripted_web(lambda _: (200, {}, event("e1", "crash").encode())) as web,
        scripted_web(lambda _: (207, {}, book)) as server,
        pytest.MonkeyPatch.context() as patch,
    ):
        connections.connect(desk, Told(Service.FEED, secret=web.url, name="Work"))
        patch.setattr("askwell.actions.connecting.connections._tried", lambda *_: "1 address book")
        connect(desk, server.url, service=Service.CARDDAV, name="Contacts")
        found = sync(desk, readers=readers)
    assert reasons(found) == {"Work": [(0, limits.STOPPED)]}
    assert [looked.said.partition(":")[0] for _, looked in found.looks] == ["", "127.0.0.1 cannot be read just now"]
    assert found.receipt.people == 0


@posix
@pytest.mark.usefixtures("harm")
def test_harmful_xml_is_refused_while_a_server_is_connected_too(desk: Desk) -> None:
    body = b'<multistatus xmlns="DAV:"><sync-token>crash</sync-token></multistatus>'
    with scripted_web(lambda _: (207, {}, body)) as server, pytest.raises(Refused, match="more time or memory"):
        connect(desk, server.url, service=Service.CARDDAV, name="Contacts")
    assert connections.all_of(desk) == ()


def test_read_by_workers_all_is_as_it_is_read_here(
    mail_server: MailServer, dav_server: DavServer, user: str, tmp_path: Path, readers: Readers
) -> None:
    with mailbox(mail_server, user) as box:
        deliver(
            box,
            [
                letter(number, to=user, text="You should talk to Dana Reyes, who plans at Acme. Say I sent you.")
                for number in range(1, 8)
            ],
        )
    for path, kind in (("people", "card:addressbook"), ("days", "cal:calendar")):
        dav_server.make(f"{user}/{path}/", user=user, kind=kind, name=path.title())
    dav_server.put(f"{user}/people/ana.vcf", card("Ana Lindqvist", uid="a", email="ana@example.org"), user=user)
    dav_server.put(f"{user}/days/e1.ics", event("e1", "Coffee", host=user), user=user)
    kept = []
    for mine in (None, readers):
        with open_desk(data=tmp_path / str(bool(mine)), now=NOW, url="") as own:
            connect(own, mail_server.url, user, name="Mail")
            connect(own, dav_server.url, user, Service.CARDDAV, name="Contacts")
            connect(own, dav_server.url, user, Service.CALDAV, name="Calendar")
            receipt = sync(own, readers=mine).receipt
            kept.append(({**told(), "seeker": receipt.me}, receipt.files, receipt.people))
    assert kept[0] == kept[1]
    assert len(kept[0][0]["interactions"]) == 8
    assert kept[0][0]["cues"]


@pytest.mark.parametrize("count", [3, 700])
def test_many_messages_need_no_more_workers_than_few(
    desk: Desk, readers: Readers, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr(imap_box, "WINDOW", 100)
    begun: list[bool] = []
    started, do = Hand.start, Hand.do
    frames: list[int] = []

    def start(self: Hand) -> object:
        begun.append(self._process is None)
        return started(self)

    def counted(self: Hand, named: str, pieces: hand.Pieces) -> list[bytes | hand.Lost]:
        frames.append(len(pieces))
        return do(self, named, pieces)

    monkeypatch.setattr(Hand, "start", start)
    monkeypatch.setattr(Hand, "do", counted)
    with scripted(folders={"INBOX": Folder({n: letter(n) for n in range(1, count + 1)})}) as server:
        connect(desk, server.url)
        assert [line.new for line in sync(desk, readers=readers).receipt.files] == [count]
    assert sum(begun) == 1
    assert max(frames[:2]) <= FEW


def test_no_worker_is_told_what_lets_her_in(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[bytes] = []

    def heard(stream: IO[bytes], data: bytes) -> None:
        said.append(data)
        parcels.send(stream, data)

    monkeypatch.setattr(hand, "send", heard)
    monkeypatch.setattr("tests.servers.scripted_imap.SECRET", CANARY)
    calendar = event("e1", "Coffee").encode()
    with (
        scripted(folders={"INBOX": Folder({1: letter(1)})}) as mail,
        scripted_web(lambda _: (200, {}, calendar)) as web,
        reading_apart([]) as readers,
    ):
        connections.connect(desk, Told(Service.IMAP, ME, CANARY, mail.url))
        connections.connect(desk, Told(Service.FEED, secret=f"{web.url}{CANARY}/basic.ics"))
        found = sync(desk, readers=readers)
        places = [Path(f"/proc/{pid}/{name}") for pid in readers.crew.pids for name in ("cmdline", "environ")]
        lies = [place.read_bytes() for place in places if place.exists()]
    assert found.is_well
    assert b"Spare parts 1" in b"".join(said), "what came is told"
    assert [one for one in (*said, *lies) if CANARY.encode() in one] == []


def test_a_look_that_finds_nothing_new_starts_nobody(desk: Desk, readers: Readers) -> None:
    with scripted(folders={"INBOX": Folder({1: letter(1)})}) as server:
        connect(desk, server.url)
        sync(desk)
        sync(desk, readers=readers, now=NOW + timedelta(hours=1))
    assert readers.crew.pids == []
