"""Mail from a real server: all of it once, only what is new later, nothing marked read, nothing lost in any shuffle."""

from collections.abc import Callable
from itertools import count

import pytest
from imapclient import SEEN
from tests.servers.letters import NOW, card, deliver, letter, mailbox
from tests.servers.real import SECRET, MailServer
from tests.sources.servers.looks import EVER, adds_up, ids, look, mail, messages

from askwell.sources import servers
from askwell.sources.servers import Key, Patience, Reach, imap_box
from askwell.sources.servers.troubles import NotLetIn

_users = count(1)


@pytest.fixture
def user() -> str:
    """A mailbox of its own for each test."""
    return f"user{next(_users)}@example.com"


def test_headers_of_all_and_words_since_the_search_began(mail_server: MailServer, user: str) -> None:
    bulk = letter(3, more="List-Unsubscribe: <mailto:off@example.org>\r\n")
    with mailbox(mail_server, user) as box:
        deliver(box, [letter(1), letter(2, days=400), bulk])
        deliver(box, [letter(4, sender=f"Alice <{user}>", to="Bo Berg <bo@example.net>")], "Sent")
    seen = look(mail(mail_server.url, user))
    assert seen.said == ""
    assert adds_up(seen)
    told = {message.origin.message_id: message.text for message in messages(seen)}
    assert told == {
        "<m1@example.org>": "Good to hear from you, number 1.",
        "<m2@example.org>": "",
        "<m3@example.org>": "",
        "<m4@example.org>": "Good to hear from you, number 4.",
    }
    assert [reading.file for reading in seen.readings] == ["INBOX of mail", "Sent of mail"]
    assert seen.readings[0].path == f"{user}@127.0.0.1/INBOX"


def test_the_next_look_brings_what_came_since_and_nothing_twice(mail_server: MailServer, user: str) -> None:
    with mailbox(mail_server, user) as box:
        deliver(box, [letter(number) for number in range(1, 6)])
        first = look(mail(mail_server.url, user))
        assert look(mail(mail_server.url, user), first.place).readings == []
        deliver(box, [letter(6)])
        second = look(mail(mail_server.url, user), first.place)
    assert len(ids(first)) == 5
    assert ids(second) == ["<m6@example.org>"]


def test_nothing_on_the_server_is_changed(mail_server: MailServer, user: str) -> None:
    with mailbox(mail_server, user) as box:
        deliver(box, [letter(1), letter(2)])
        look(mail(mail_server.url, user))
        box.select_folder("INBOX", readonly=True)
        flags = box.get_flags(box.search())
    assert [SEEN in of_one for of_one in flags.values()] == [False, False]


def test_spam_drafts_and_trash_are_left_out(mail_server: MailServer, user: str) -> None:
    with mailbox(mail_server, user) as box:
        box.create_folder("Entwürfe")
        box.create_folder("Trash")
        for number, folder in enumerate(("Spam", "Entwürfe", "Trash", "INBOX"), 1):
            deliver(box, [letter(number)], folder)
        box.append("INBOX", letter(5), flags=[b"\\Draft"])
        box.append("INBOX", letter(6), flags=[b"\\Deleted"])
    seen = look(mail(mail_server.url, user))
    assert ids(seen) == ["<m4@example.org>"]
    assert [note.reason for note in seen.readings[0].left_out] == ["a draft that was not sent", "in the trash"]
    assert adds_up(seen)


def test_folders_may_have_any_name(mail_server: MailServer, user: str) -> None:
    names = ['Kunden "wichtig"', "Łódź/Zażółć", "求人", "a\\b", "100 % & more"]
    with mailbox(mail_server, user) as box:
        for number, name in enumerate(names, 1):
            box.create_folder(name)
            deliver(box, [letter(number)], name)
    assert len(ids(look(mail(mail_server.url, user)))) == len(names)


def test_windows_of_many_messages(mail_server: MailServer, user: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("imap", "imap_box"):
        monkeypatch.setattr(f"askwell.sources.servers.{module}.WINDOW", 20)
    with mailbox(mail_server, user) as box:
        deliver(box, [letter(number) for number in range(1, 91)])
        box.select_folder("INBOX")
        box.delete_messages(range(11, 41))
        box.expunge()
    seen = look(mail(mail_server.url, user))
    assert len(ids(seen)) == len(set(ids(seen))) == 60
    assert seen.place["folders"]["INBOX"]["last"] == 90


def test_a_new_validity_reads_all_anew(mail_server: MailServer, user: str) -> None:
    with mailbox(mail_server, user) as box:
        box.create_folder("Work")
        deliver(box, [letter(number) for number in range(1, 6)], "Work")
        first = look(mail(mail_server.url, user))
        box.delete_folder("Work")
        box.create_folder("Work")
        deliver(box, [letter(7), letter(1)], "Work")
        second = look(mail(mail_server.url, user), first.place)
    assert ids(second) == ["<m7@example.org>", "<m1@example.org>"]


def test_a_renamed_folder_is_read_once_more_and_loses_nothing(mail_server: MailServer, user: str) -> None:
    with mailbox(mail_server, user) as box:
        box.create_folder("Work")
        deliver(box, [letter(1), letter(2)], "Work")
        first = look(mail(mail_server.url, user))
        box.rename_folder("Work", "Old work")
        deliver(box, [letter(3)], "Old work")
        second = look(mail(mail_server.url, user), first.place)
    assert sorted(ids(second)) == ["<m1@example.org>", "<m2@example.org>", "<m3@example.org>"]


def test_words_are_fetched_once_the_search_began_earlier(mail_server: MailServer, user: str) -> None:
    with mailbox(mail_server, user) as box:
        deliver(box, [letter(1, days=200)])
    first = look(mail(mail_server.url, user))
    second = look(mail(mail_server.url, user), first.place, since=EVER)
    assert [one.text for one in messages(first) + messages(second)] == ["", "Good to hear from you, number 1."]
    assert look(mail(mail_server.url, user), second.place, since=NOW).readings == []


def test_a_message_without_an_id_is_the_same_as_in_a_file(mail_server: MailServer, user: str) -> None:
    from askwell.domain.people import Origin
    from askwell.sources.mail import read_message

    bare = letter(1, days=300).replace(b"Message-ID: <m1@example.org>\r\n", b"")
    with mailbox(mail_server, user) as box:
        deliver(box, [bare])
    (there,) = messages(look(mail(mail_server.url, user)))
    here = read_message(bare.replace(b"\r\n", b"\n"), origin=Origin("a.eml", 1))
    assert there.origin.message_id == here.origin.message_id
    assert (there.at, there.sender, there.to) == (here.at, here.sender, here.to)


def test_what_is_attached_is_not_fetched_and_an_attached_card_is_read(mail_server: MailServer, user: str) -> None:
    body = (
        "This is about Bo.\r\n--x\r\nContent-Type: text/vcard\r\n\r\n{card}\r\n--x\r\n"
        "Content-Type: application/octet-stream\r\n\r\n{load}\r\n--x--"
    )
    text = "--x\r\nContent-Type: text/plain\r\n\r\n" + body.format(
        card=card("Bo Berg", uid="b", email="bo@example.net"), load="x" * 2_000_000
    )
    with mailbox(mail_server, user) as box:
        deliver(
            box, [letter(1, text=text, more='MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n')]
        )
    patience = Patience(idle=5, command=10, look=30, most=1_000_000)
    (message,) = messages(look(mail(mail_server.url, user), patience=patience))
    assert message.text == "This is about Bo."
    assert [one.handle for one in message.cards] == ["bo@example.net"]


def test_a_wrong_password_is_told_in_a_sentence_and_the_place_stays(mail_server: MailServer, user: str) -> None:
    place = {"folders": {"INBOX": {"validity": 1, "last": 2, "mark": ""}}}
    seen = look(mail(mail_server.url, user), place, secret="wrong")
    assert seen.said.startswith("127.0.0.1 did not accept the user name and password.")
    assert (seen.readings, seen.place) == ([], place)


def test_a_probe_tells_what_is_there_or_why_not(mail_server: MailServer, user: str) -> None:
    tries: list[tuple[str, Callable[[], str]]] = [
        (secret, lambda secret=secret: servers.probe(  # type: ignore[misc]
            mail(mail_server.url, user), Key(user, secret), reach=Reach(), patience=Patience()
        ))
        for secret in (SECRET, "wrong")
    ]  # fmt: skip
    assert tries[0][1]() == "4 folders of mail"
    with pytest.raises(NotLetIn):
        tries[1][1]()


def test_the_limits_are_what_the_pages_say() -> None:
    assert imap_box.WINDOW == 500
