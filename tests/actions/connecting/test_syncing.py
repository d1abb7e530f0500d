"""What is new on servers comes in as files do: once, with a receipt and undo; whatever they do, nothing is lost."""

import json
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.actions.connecting.conftest import InMemory
from tests.servers.letters import ME, NOW, card, deliver, event, letter, mailbox
from tests.servers.real import SECRET, DavServer, MailServer
from tests.servers.scripted_imap import Folder, Scripted, scripted
from tests.store import servers
from tests.store.conftest import server

from askwell.actions.bring_in import bring_in
from askwell.actions.connecting import connections
from askwell.actions.connecting.syncing import Synced, sync
from askwell.actions.connecting.telling import Told
from askwell.actions.desk import Desk, open_desk
from askwell.actions.undo import undo
from askwell.domain.connections import Service
from askwell.domain.errors import Refused
from askwell.store import canon, read

__all__ = ["server"]


def connect(desk: Desk, url: str, user: str = ME, service: Service = Service.IMAP, *, name: str = "") -> str:
    address = user if "@" in user else ME
    connections.connect(desk, Told(service, address, SECRET, url, user=user, name=name))
    return connections.all_of(desk)[-1].id


def told() -> dict[str, Any]:
    """All that is kept of people and messages."""
    kept: dict[str, Any] = json.loads(canon.export())
    return {name: rows for name, rows in kept.items() if name != "connections"}


def sums(found: Synced) -> dict[str, tuple[int, int, int, int]]:
    return {one.file: (one.new, one.joined, one.changed, one.same) for one in found.receipt.files}


def test_meetings_that_repeat_are_counted_out_as_those_of_files_are(
    desk: Desk, dav_server: DavServer, user: str
) -> None:
    weekly = event("w1", "Coffee", day=6).replace("SUMMARY:", "RRULE:FREQ=WEEKLY;COUNT=3\r\nSUMMARY:")
    dav_server.make(f"{user}/days", user=user, kind="cal:calendar", name="Days")
    dav_server.put(f"{user}/days/w1.ics", weekly, user=user)
    connect(desk, dav_server.url, user, Service.CALDAV)
    (sums_,) = sums(sync(desk)).values()
    assert sums_ == (1, 0, 0, 0), "the receipt counts events, not days"
    days = sorted(one["at"][:10] for one in told()["interactions"])
    assert days == ["2026-03-06", "2026-03-13", "2026-03-20"]
    assert sync(desk).receipt.batch is None


def test_mail_comes_in_with_a_receipt_and_the_second_look_brings_nothing(
    desk: Desk, mail_server: MailServer, user: str
) -> None:
    with mailbox(mail_server, user) as box:
        deliver(box, [letter(1, to=user), letter(2, "Bo Berg <bo@example.net>", to=user)])
    connect(desk, mail_server.url, user)
    first = sync(desk)
    assert first.is_well
    assert sums(first) == {f"INBOX of {user}": (2, 0, 0, 0)}
    assert (first.receipt.people, first.receipt.me) == (2, (user,))
    before = told()
    second = sync(desk)
    assert (second.receipt.files, second.receipt.batch, told()) == ((), None, before)
    assert [looked.checked for _, looked in second.looks] == [NOW]


def test_the_same_mail_from_a_file_and_from_the_server_is_one(
    desk: Desk, mail_server: MailServer, user: str, tmp_path: Path
) -> None:
    letters = [letter(number, to=user) for number in range(1, 6)]
    file = tmp_path / "mail.mbox"
    file.write_bytes(b"".join(b"From - \n" + one.replace(b"\r\n", b"\n") + b"\n\n" for one in letters))
    bring_in(desk, [file], me=[user])
    before = told()
    with mailbox(mail_server, user) as box:
        deliver(box, letters)
    connect(desk, mail_server.url, user)
    assert sums(sync(desk)) == {f"INBOX of {user}": (0, 0, 0, 5)}
    assert told() == before


def test_undone_it_is_as_it_was_and_the_next_look_brings_it_again(
    desk: Desk, mail_server: MailServer, user: str
) -> None:
    with mailbox(mail_server, user) as box:
        deliver(box, [letter(1, to=user)])
    connect(desk, mail_server.url, user)
    before = told()
    done = sync(desk)
    undo(desk, done.receipt.batch)
    assert told() == before
    assert sums(sync(desk)) == {f"INBOX of {user}": (1, 0, 0, 0)}
    assert sync(desk).receipt.batch is None


def test_mail_contacts_and_calendar_are_one_import_and_one_person(
    desk: Desk, mail_server: MailServer, dav_server: DavServer, user: str
) -> None:
    with mailbox(mail_server, user) as box:
        deliver(box, [letter(1, to=user)])
    for path, kind in (("people", "card:addressbook"), ("office", "cal:calendar")):
        dav_server.make(f"{user}/{path}/", user=user, kind=kind, name=path.title())
    dav_server.put(f"{user}/people/1.vcf", card("Ana Lindqvist", uid="a", email="ana@example.org"), user=user)
    dav_server.put(f"{user}/office/1.ics", event("e1", "Coffee", host=user), user=user)
    connect(desk, mail_server.url, user, name="Mail")
    connect(desk, dav_server.url, user, Service.CARDDAV, name="Contacts")
    connect(desk, dav_server.url, user, Service.CALDAV, name="Calendar")
    found = sync(desk)
    assert found.is_well
    assert sums(found) == {
        "INBOX of Mail": (1, 0, 0, 0), "People of Contacts": (1, 0, 0, 0), "Office of Calendar": (1, 0, 0, 0)
    }  # fmt: skip
    (ana,) = read.search(NOW).contacts.values()
    assert (ana.name, ana.addresses) == ("Ana Lindqvist", ("ana@example.org",))
    assert len(read.search(NOW).interactions) == 2
    dav_server.send("DELETE", f"{user}/people/1.vcf", user=user)
    dav_server.send("DELETE", f"{user}/office/1.ics", user=user)
    before = told()
    assert sync(desk).is_well
    assert told() == before, "what is gone there stays here"


def test_a_meeting_that_is_moved_or_called_off_changes_here(desk: Desk, dav_server: DavServer, user: str) -> None:
    dav_server.make(f"{user}/office/", user=user, kind="cal:calendar", name="Office")
    dav_server.put(f"{user}/office/1.ics", event("e1", "Coffee"), user=user)
    connect(desk, dav_server.url, user, Service.CALDAV, name="Calendar")
    sync(desk)
    dav_server.put(f"{user}/office/1.ics", event("e1", "Coffee", day=22), user=user)
    assert sums(sync(desk)) == {"Office of Calendar": (0, 0, 1, 0)}
    dav_server.put(f"{user}/office/1.ics", event("e1", "Coffee", day=22, cancelled=True), user=user)
    sync(desk)
    (talk,) = read.search(NOW).interactions
    assert (talk.at.day, talk.cancelled) == (22, True)


def test_only_what_is_named_is_read(desk: Desk, mail_server: MailServer, user: str) -> None:
    for name in (user, f"other-{user}"):
        with mailbox(mail_server, name) as box:
            deliver(box, [letter(1, to=name)])
        connect(desk, mail_server.url, name)
    found = sync(desk, [user])
    assert [connection.name for connection, _ in found.looks] == [user]
    assert connections.connected(desk)[1].looked is None


def test_nothing_is_connected_is_said(desk: Desk) -> None:
    with pytest.raises(Refused, match="Nothing is connected yet"):
        sync(desk)


def test_who_is_not_given_the_password_reads_nothing_and_says_so(
    desk: Desk, ring: InMemory, mail_server: MailServer, user: str
) -> None:
    connect(desk, mail_server.url, user)
    ring.held.clear()
    found = sync(desk)
    ((_, looked),) = found.looks
    assert looked.said == f"The password of “{user}” is not kept on this computer. Give it once more."
    assert looked.checked is None
    assert sync(desk, ask=lambda _: SECRET).is_well


def test_a_password_that_is_refused_later_is_asked_for_and_the_new_one_is_kept(
    desk: Desk, ring: InMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    with scripted() as server:
        five(server)
        connect(desk, server.url)
        monkeypatch.setattr("tests.servers.scripted_imap.SECRET", "another")
        assert not connections.connected(desk)[0].asks
        assert "did not accept" in sync(desk).looks[0][1].said
        (one,) = connections.connected(desk)
        assert one.asks
        connections.give(desk, one.connection, "another")
        assert sync(desk).is_well
        assert list(ring.held.values()) == ["another"]
        assert not connections.connected(desk)[0].asks


def five(server: Scripted, **told: object) -> None:
    server.folders = {"INBOX": Folder({number: letter(number) for number in range(1, 6)}, **told)}  # type: ignore[arg-type]


def _cut(line: bytes, sock: socket.socket) -> bytes | None:
    if b"PEEK[HEADER]" in line:
        sock.shutdown(socket.SHUT_RDWR)
        return b""
    return None


def _closed(line: bytes, sock: socket.socket) -> bytes | None:
    return line.split()[0] + b" NO no\r\n" if b"LOGIN" in line else None


def _renamed(server: Scripted) -> None:
    server.folders = {"Old mail": server.folders["INBOX"], "INBOX": Folder(validity=9)}


def _reused(server: Scripted) -> None:
    five(server)
    server.folders["INBOX"].letters[3] = letter(3)
    server.folders["INBOX"].letters = dict(enumerate(reversed(server.folders["INBOX"].letters.values()), 1))


def _emptied(server: Scripted) -> None:
    server.folders["INBOX"].letters.clear()


def _halved(server: Scripted) -> None:
    for number in (2, 4):
        del server.folders["INBOX"].letters[number]


def _cut_off(server: Scripted) -> None:
    server.folders["INBOX"].letters[6] = letter(1)
    server.instead = _cut


TROUBLES: dict[str, Callable[[Scripted], None]] = {
    "empty": _emptied,
    "no folder at all": lambda server: server.folders.clear(),
    "half": _halved,
    "cut off midway": _cut_off,
    "not let in": lambda server: setattr(server, "instead", _closed),
    "new validity": lambda server: five(server, validity=2),
    "reused numbers": _reused,
    "renamed folder": _renamed,
}
SILENT = {"empty", "half", "new validity", "reused numbers", "renamed folder"}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_whatever_a_server_does_nothing_is_deleted_or_doubled_and_one_sentence_is_said(
    trouble: str, desk: Desk
) -> None:
    with scripted() as server:
        five(server)
        connect(desk, server.url)
        sync(desk)
        before = told()
        TROUBLES[trouble](server)
        found = sync(replace(desk, now=NOW.replace(hour=19)))
        assert told() == before
        ((_, looked),) = found.looks
        assert (looked.said == "") is (trouble in SILENT)
        assert looked.said.count("127.0.0.1") <= 1
        assert looked.checked == (NOW.replace(hour=19) if trouble in SILENT else NOW)
        server.instead = lambda _line, _sock: None
        five(server, validity=3)
        server.folders["INBOX"].letters[6] = letter(6)
        after = sync(replace(desk, now=NOW.replace(hour=20)))
        assert after.is_well
        assert [one.new for one in after.receipt.files] == [1]
        assert b"LOGOUT" in server.verbs
        assert not server.verbs & {b"SELECT", b"STORE", b"APPEND", b"COPY", b"MOVE", b"EXPUNGE", b"DELETE", b"RENAME"}


def test_one_server_in_trouble_keeps_no_other_from_being_read(desk: Desk, mail_server: MailServer, user: str) -> None:
    with mailbox(mail_server, user) as box:
        deliver(box, [letter(1, to=user)])
    with scripted() as server:
        connect(desk, server.url)
    connect(desk, mail_server.url, user)
    found = sync(desk)
    assert [bool(looked.said) for _, looked in found.looks] == [True, False]
    assert found.looks[0][1].said.startswith("127.0.0.1 could not be reached.")
    assert found.receipt.people == 1


def test_it_is_the_same_on_a_server_of_many(
    tmp_path: Path, server: servers.Server, ring: InMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.empty()
    url = server.url(servers.DATABASE)
    with scripted() as mail, open_desk(data=tmp_path, now=NOW, seeker="Alice", url=url) as desk:
        five(mail)
        with pytest.raises(Refused, match=r"127\.0\.0\.1 could not be reached"):
            connect(desk, mail.url)
        assert mail.asked == [], "a server of many reads nothing on its own computer"
        near = replace(desk, embedded=True)
        monkeypatch.setattr("askwell.actions.connecting.connections.keyrings.can_keep", lambda _: False)
        connect(near, mail.url)
        assert [one.new for one in sync(near).receipt.files] == [5]
        assert sync(near).receipt.batch is None
        assert [bool(looked.said) for _, looked in sync(desk).looks] == [True]


def test_somebody_forgotten_is_not_brought_back_by_a_look(desk: Desk, mail_server: MailServer, user: str) -> None:
    from askwell.actions.forgetting import forget

    with mailbox(mail_server, user) as box:
        deliver(box, [letter(1, to=user), letter(2, "Bo Berg <bo@example.net>", to=user)])
        connect(desk, mail_server.url, user)
        sync(desk)
        (ana,) = (one.id for one in read.search(NOW).contacts.values() if one.name == "Ana Lindqvist")
        forget(desk, ana)
        deliver(box, [letter(3, to=user)])
    found = sync(desk)
    assert [one.name for one in read.search(NOW).contacts.values()] == ["Bo Berg"]
    notes = [note.reason for file in found.receipt.files for note in file.left_out]
    assert notes == ["somebody you had forgotten for good"]
