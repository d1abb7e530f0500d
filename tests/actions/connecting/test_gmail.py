"""Gmail's conversations and labels count the same in its archive and on its server, whichever of them is read first."""

from collections.abc import Iterator
from datetime import timedelta
from email.utils import format_datetime
from itertools import permutations
from pathlib import Path

import pytest
from tests.actions.connecting.test_syncing import connect, told
from tests.servers.letters import ME, NOW, deliver, mailbox
from tests.servers.real import MailServer
from tests.servers.scripted_imap import Folder, Scripted, scripted

from askwell.actions.bring_in import bring_in
from askwell.actions.connecting.syncing import sync
from askwell.actions.desk import Desk, open_desk
from askwell.store import read

ALL = "[Gmail]/All Mail"
THREAD = 1844347792267117879
SAID = {1: "Coffee", 2: "Lunch", 3: "How are you", 4: "Re: Lunch"}
OTHERS = {5: "Something else"}


def letter(number: int, subject: str, *, answers: str = "") -> bytes:
    """Without ids of others, unless it `answers` one."""
    at = format_datetime(NOW - timedelta(days=60 - number * 10))
    more = f"In-Reply-To: {answers}\r\n" if answers else ""
    return (
        f"From: Ana Lindqvist <ana@example.org>\r\nTo: {ME}\r\nSubject: {subject}\r\nDate: {at}\r\n"
        f"Message-ID: <m{number}@example.org>\r\n{more}\r\nWords of number {number}.\r\n"
    ).encode()


LETTERS = {number: letter(number, subject) for number, subject in (SAID | OTHERS).items()}


def takeout(folder: Path, *numbers: int, threads: bool = True, labels: str = "Inbox") -> Path:
    """An archive of these letters, as Takeout writes it."""
    out = b""
    for number in numbers:
        own = THREAD if number in SAID else THREAD + number
        head = f"X-GM-THRID: {own}\nX-Gmail-Labels: {labels}\n" if threads else ""
        body = LETTERS[number].replace(b"\r\n", b"\n")
        out += b"From 1844347792267117879@xxx Mon Mar 02 10:00:00 +0000 2026\n" + head.encode() + body + b"\n"
    path = folder / f"{'-'.join(map(str, numbers))}.mbox"
    path.write_bytes(out)
    return path


@pytest.fixture
def gmail() -> Iterator[Scripted]:
    """A server with one of them; the others come in later."""
    threads = dict.fromkeys(SAID, THREAD) | {5: THREAD + 5}
    folder = Folder({1: LETTERS[1]}, flags="\\All", threads=threads)
    with scripted(folders={ALL: folder}, capabilities="IMAP4rev1 X-GM-EXT-1") as server:
        yield server


def conversations() -> dict[str, str]:
    return {one.origin.message_id: one.thread for one in read.search(NOW).interactions if one.origin}


ONE = {f"<m{number}@example.org>": "<m1@example.org>" for number in SAID} | {"<m5@example.org>": "<m5@example.org>"}


def test_messages_without_ids_stand_in_the_conversation_that_gmail_tells(desk: Desk, gmail: Scripted) -> None:
    gmail.folders[ALL].letters = dict(LETTERS)
    connect(desk, gmail.url)
    sync(desk)
    assert conversations() == ONE
    assert b"SEARCH" not in gmail.verbs, "what comes together tells itself"


def test_each_that_comes_by_itself_stands_there_too(desk: Desk, gmail: Scripted) -> None:
    connect(desk, gmail.url)
    sync(desk)
    for number in (2, 3, 4, 5):
        gmail.folders[ALL].letters[number] = LETTERS[number]
        assert [one.new for one in sync(desk).receipt.files] == [1]
    assert conversations() == ONE
    assert sum(b"SEARCH X-GM-THRID" in line for line in gmail.asked) == 4
    assert not any(b"SEARCH ALL" in line for line in gmail.asked)


@pytest.mark.parametrize("first", ["archive", "server"])
def test_an_archive_and_the_server_tell_one_and_the_same(
    desk: Desk, gmail: Scripted, tmp_path: Path, first: str
) -> None:
    gmail.folders[ALL].letters = dict(LETTERS)
    connect(desk, gmail.url)
    archive = takeout(tmp_path, *LETTERS)
    if first == "archive":
        bring_in(desk, [archive], me=[ME])
    sync(desk)
    before = told()
    bring_in(desk, [archive], me=[ME])
    assert told() == before
    assert sync(desk).receipt.batch is None
    assert conversations() == ONE


def test_what_an_archive_began_the_server_goes_on_with(desk: Desk, gmail: Scripted, tmp_path: Path) -> None:
    bring_in(desk, [takeout(tmp_path, 1, 2)], me=[ME])
    gmail.folders[ALL].letters = dict(LETTERS)
    connect(desk, gmail.url)
    assert [(one.new, one.same) for one in sync(desk).receipt.files] == [(3, 2)]
    assert conversations() == ONE


@pytest.mark.parametrize("order", list(permutations(["1 2", "3 1", "4 2 5 1"])))
def test_archives_in_any_order_tell_one_conversation(tmp_path: Path, order: tuple[str, ...]) -> None:
    with open_desk(data=tmp_path / "data", now=NOW, url="") as desk:
        for numbers in order:
            bring_in(desk, [takeout(tmp_path, *map(int, numbers.split()))], me=[ME])
        assert conversations() == ONE


def test_what_stands_apart_since_an_archive_that_told_no_conversations_is_not_parted_further(
    desk: Desk, gmail: Scripted, tmp_path: Path
) -> None:
    bring_in(desk, [takeout(tmp_path, 1, 2, threads=False)], me=[ME])
    apart = conversations()
    gmail.folders[ALL].letters = {**LETTERS, 6: letter(6, "Re: Lunch", answers="<m2@example.org>")}
    gmail.folders[ALL].threads[6] = THREAD
    connect(desk, gmail.url)
    sync(desk)
    now = conversations()
    assert (
        {one: now[one] for one in apart}
        == apart
        == {"<m1@example.org>": "<m1@example.org>"} | {"<m2@example.org>": "<m2@example.org>"}
    )
    assert now["<m6@example.org>"] == "<m2@example.org>", "an answer stands with what it answers"
    assert now["<m3@example.org>"] == "<m1@example.org>"


@pytest.mark.parametrize(("label", "reason"), [("Trash", "in the trash"), ("Draft", "a draft that was not sent")])
def test_labels_leave_out_the_same_on_both_ways(
    desk: Desk, gmail: Scripted, tmp_path: Path, label: str, reason: str
) -> None:
    gmail.folders[ALL].labels = {1: f'"\\\\{label}" "My own"'}
    connect(desk, gmail.url)
    live = sync(desk).receipt.files
    takeout_ = bring_in(desk, [takeout(tmp_path, 1, labels=f"{label},My own")], me=[ME]).files
    assert [[note.reason for note in one.left_out] for one in (*live, *takeout_)] == [[reason], [reason]]


def test_another_server_goes_on_with_what_a_gmail_archive_began(
    desk: Desk, mail_server: MailServer, user: str, tmp_path: Path
) -> None:
    bring_in(desk, [takeout(tmp_path, 1, 2, 3)], me=[ME])
    with mailbox(mail_server, user) as box:
        deliver(box, [LETTERS[1], LETTERS[2], letter(6, "Thanks", answers="<m2@example.org>")])
    connect(desk, mail_server.url, user)
    assert [(one.new, one.same) for one in sync(desk).receipt.files] == [(1, 2)]
    assert conversations()["<m6@example.org>"] == "<m1@example.org>"
