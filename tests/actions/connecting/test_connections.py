"""Connecting and disconnecting: only what lets her in is connected, and the password lies in the keyring alone."""

from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from tests.actions.connecting.conftest import InMemory
from tests.servers.letters import ME, NOW
from tests.servers.real import SECRET, MailServer
from tests.servers.scripted_web import scripted

from askwell.actions import keep
from askwell.actions.connecting import connections, keyrings, pockets
from askwell.actions.connecting.providers import provider_of, providers
from askwell.actions.connecting.reaching_out import reach_of
from askwell.actions.connecting.telling import Told, connection_of
from askwell.actions.desk import Desk, closed_desk, open_desk
from askwell.actions.undo import undo
from askwell.domain.connections import Login, Service
from askwell.domain.errors import Refused


def told(server: MailServer, user: str = ME, **more: object) -> Told:
    return replace(Told(Service.IMAP, user, SECRET, server.url), **more)  # type: ignore[arg-type]


def test_a_server_that_lets_her_in_is_connected_and_the_password_is_in_the_keyring(
    desk: Desk, ring: InMemory, mail_server: MailServer, user: str
) -> None:
    done = connections.connect(desk, told(mail_server, user))
    assert done.said == f"Connected {user}: 4 folders of mail."
    (one,) = connections.connected(desk)
    assert (one.connection.name, one.connection.keeps, one.asks, one.looked) == (user, True, False, None)
    (((service, name), secret),) = ring.held.items()
    assert (service, secret) == ("Askwell", SECRET)
    assert name.startswith(f"{user} at imap://127.0.0.1")


def test_a_server_that_does_not_is_not(desk: Desk, ring: InMemory, mail_server: MailServer) -> None:
    with pytest.raises(Refused, match="did not accept the user name and password") as refusal:
        connections.connect(desk, told(mail_server, secret="wrong-canary"))
    assert "canary" not in str(refusal.value)
    assert connections.connected(desk) == ()
    assert ring.held == {}


def test_the_same_again_is_the_same_connection_with_a_new_password(
    desk: Desk, ring: InMemory, mail_server: MailServer, user: str
) -> None:
    connections.connect(desk, told(mail_server, user))
    again = connections.connect(desk, told(mail_server, user, name="My mail"))
    assert [one.connection.name for one in connections.connected(desk)] == ["My mail"]
    assert len(ring.held) == 1
    assert again.batch


def test_a_new_password_that_is_kept_counts_before_one_that_was_only_remembered(
    desk: Desk, ring: InMemory, mail_server: MailServer, user: str
) -> None:
    connections.connect(desk, told(mail_server, user, keep=False))
    (one,) = connections.all_of(desk)
    connections.give(desk, one, "old")
    connections.connect(desk, told(mail_server, user))
    (one,) = connections.all_of(desk)
    assert (connections.secret_of(desk, one), list(ring.held.values())) == (SECRET, [SECRET])
    assert pockets._held == {}


def test_who_wants_to_be_asked_from_now_on_leaves_no_password_in_the_keyring(
    desk: Desk, ring: InMemory, mail_server: MailServer, user: str
) -> None:
    connections.connect(desk, told(mail_server, user))
    connections.connect(desk, told(mail_server, user, keep=False))
    assert ring.held == {}
    assert connections.secret_of(desk, connections.all_of(desk)[0]) == SECRET


def test_what_is_remembered_is_for_one_server_though_another_has_its_id(
    desk: Desk, mail_server: MailServer, user: str
) -> None:
    connections.connect(desk, told(mail_server, user, keep=False))
    (one,) = connections.all_of(desk)
    assert connections.secret_of(desk, one) == SECRET
    assert connections.secret_of(desk, replace(one, server="imaps://imap.example.net:993")) is None


def test_two_of_one_name_are_told_apart(desk: Desk, mail_server: MailServer) -> None:
    for user in ("a@example.com", "b@example.com", "c@example.com"):
        connections.connect(desk, told(mail_server, user, name="Mail"))
    assert [one.connection.name for one in connections.connected(desk)] == ["Mail", "Mail 2", "Mail 3"]


def test_disconnecting_takes_the_password_away_at_once_and_can_be_undone(
    desk: Desk, ring: InMemory, mail_server: MailServer, user: str
) -> None:
    connections.connect(desk, told(mail_server, user))
    done = connections.disconnect(desk, user.upper())
    assert done.said.startswith(f"Disconnected {user}. What was read from it stays")
    assert (connections.connected(desk), ring.held) == ((), {})
    undo(desk, done.batch)
    (one,) = connections.connected(desk)
    assert connections.secret_of(desk, one.connection) is None


def test_undoing_a_connection_takes_the_password_away_too(
    desk: Desk, ring: InMemory, mail_server: MailServer, user: str
) -> None:
    done = connections.connect(desk, told(mail_server, user))
    undo(desk, done.batch)
    assert (connections.connected(desk), ring.held) == ((), {})


def test_undoing_that_it_is_kept_takes_it_out_of_the_keyring(
    desk: Desk, ring: InMemory, mail_server: MailServer, user: str
) -> None:
    connections.connect(desk, told(mail_server, user, keep=False))
    done = connections.connect(desk, told(mail_server, user))
    assert list(ring.held.values()) == [SECRET]
    undo(desk, done.batch)
    assert ring.held == {}


def test_putting_a_copy_back_leaves_no_password_of_a_server_that_is_not_in_it(
    desk: Desk, ring: InMemory, mail_server: MailServer, user: str
) -> None:
    connections.connect(desk, told(mail_server, f"first-{user}"))
    kept = dict(ring.held)
    copy = Path(keep.backup(desk).said.rpartition(": ")[2])
    connections.connect(desk, told(mail_server, user))
    assert len(ring.held) == 2
    keep.restore(desk, copy)
    assert [one.user for one in connections.all_of(desk)] == [f"first-{user}"]
    assert ring.held == kept
    assert len(pockets._held) == 0


def test_putting_a_copy_back_at_a_closed_desk_does_so_too(
    tmp_path: Path, ring: InMemory, mail_server: MailServer, user: str
) -> None:
    with open_desk(data=tmp_path / "data", now=NOW, seeker="Alice", url="") as desk:
        copy = Path(keep.backup(desk).said.rpartition(": ")[2])
        connections.connect(desk, told(mail_server, user))
    with closed_desk(data=tmp_path / "data", now=NOW) as closed:
        keep.restore(closed, copy)
    assert ring.held == {}


def test_erasing_everything_erases_what_lets_her_in(
    desk: Desk, ring: InMemory, mail_server: MailServer, user: str
) -> None:
    connections.connect(desk, told(mail_server, user))
    keep.erase(desk)
    assert ring.held == {}


def test_who_wants_to_be_asked_each_time_is(desk: Desk, ring: InMemory, mail_server: MailServer, user: str) -> None:
    connections.connect(desk, told(mail_server, user, keep=False))
    assert ring.held == {}
    (one,) = connections.connected(desk)
    assert not one.asks, "it is in memory as long as Askwell is open"
    pockets._held.clear()
    assert connections.connected(desk)[0].asks


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring])
def test_without_a_keyring_nothing_is_written_anywhere_and_she_is_told(
    backend: type[KeyringBackend], desk: Desk, ring: InMemory, mail_server: MailServer, user: str
) -> None:
    keyring.set_keyring(backend())
    done = connections.connect(desk, told(mail_server, user))
    assert "This computer has no keyring" in done.said
    assert not connections.connected(desk)[0].connection.keeps


def test_a_keyring_that_writes_plain_text_is_none(desk: Desk, ring: InMemory) -> None:
    plain = type("PlaintextKeyring", (InMemory,), {"__module__": "keyrings.alt.file"})()
    keyring.set_keyring(plain)
    assert not keyrings.can_keep(desk)
    chained = type("Chain", (InMemory,), {"backends": [InMemory(), plain]})()
    keyring.set_keyring(chained)
    assert not keyrings.can_keep(desk)


def test_two_folders_of_data_have_their_own_passwords(
    desk: Desk, ring: InMemory, mail_server: MailServer, user: str, tmp_path: Path
) -> None:
    connections.connect(desk, told(mail_server, user))
    (one,) = connections.all_of(desk)
    assert keyrings.kept(desk, one) == SECRET
    assert keyrings.kept(replace(desk, data=tmp_path / "other"), one) is None
    assert keyrings.kept(replace(desk, seeker="Charlie"), one) is None


def test_a_server_of_many_keeps_no_password_and_reaches_nothing_private(desk: Desk) -> None:
    there = replace(desk, embedded=False)
    assert (keyrings.can_keep(there), reach_of(there).private, reach_of(desk).private) == (False, False, True)


def test_a_feed_is_known_by_its_host_and_its_address_is_kept_as_a_secret(desk: Desk, ring: InMemory) -> None:
    text = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    with scripted(lambda _: (200, {}, text)) as server:
        url = f"{server.url}private-canary/basic.ics"
        done = connections.connect(desk, Told(Service.FEED, secret=url, name="Work"))
    assert done.said == "Connected Work: a calendar with 1 event."
    (one,) = connections.connected(desk)
    assert one.connection.server == "127.0.0.1"
    assert list(ring.held.values()) == [url]
    assert "canary" not in repr(one)


SERVERS = [
    (Service.IMAP, "imap.example.com", "imaps://imap.example.com:993"),
    (Service.IMAP, "IMAP.example.com:1993", "imaps://imap.example.com:1993"),
    (Service.IMAP, "imap://127.0.0.1:1143", "imap://127.0.0.1:1143"),
    (Service.IMAP, "imap+starttls://mail.example.com", "imap+starttls://mail.example.com:143"),
    (Service.IMAP, "[::1]:1993", "imaps://[::1]:1993"),
    (Service.CARDDAV, "dav.example.com", "https://dav.example.com/"),
    (Service.CALDAV, "https://cloud.example.com/remote.php/dav", "https://cloud.example.com/remote.php/dav"),
    (Service.CARDDAV, "http://127.0.0.1:5232/", "http://127.0.0.1:5232/"),
]  # fmt: skip


@pytest.mark.parametrize(("service", "said", "kept"), SERVERS)
def test_servers_are_brought_to_one_form(service: Service, said: str, kept: str) -> None:
    assert connection_of(Told(service, ME, SECRET, said)).server == kept


@pytest.mark.parametrize("service", [Service.IMAP, Service.CARDDAV])
@pytest.mark.parametrize(
    "said",
    ["ftp://example.com", "imaps://user:canary@example.com", "https://user:canary@example.com/", "exa mple.com",
     "a" * 300, "https://example.com/?token=canary", "example.com:port", "example.com:99999", "..",
     "javascript:alert(1)"],
)  # fmt: skip
def test_what_is_no_server_is_refused_and_no_password_hides_in_one(service: Service, said: str) -> None:
    with pytest.raises(Refused, match="is no address of a"):
        connection_of(Told(service, ME, SECRET, said))


def test_the_provider_is_known_by_the_address() -> None:
    assert connection_of(Told(Service.IMAP, "Ana@GMail.com", SECRET)).server == "imaps://imap.gmail.com:993"
    assert connection_of(Told(Service.CALDAV, "ana@me.com", SECRET)).server == "https://caldav.icloud.com/"
    outlook = connection_of(Told(Service.IMAP, "ana@outlook.com", SECRET))
    assert (outlook.login, outlook.keeps) == (Login.TOKEN, False), "a token of an hour is not worth keeping"
    assert provider_of("ana@example.com") is None


def test_an_unknown_provider_is_asked_for_never_guessed() -> None:
    with pytest.raises(Refused, match=r"Askwell does not know the one of example\.com"):
        connection_of(Told(Service.IMAP, ME, SECRET))
    with pytest.raises(Refused, match="Which server is it"):
        connection_of(Told(Service.CARDDAV, "ana@gmail.com", SECRET))


@pytest.mark.parametrize("address", ["", "ana", "ana@", "@example.com"])
def test_her_own_address_is_needed(address: str) -> None:
    with pytest.raises(Refused, match="Your own address"):
        connection_of(Told(Service.IMAP, address, SECRET, "imap.example.com"))


def test_an_app_password_may_be_pasted_as_it_is_shown(
    desk: Desk, ring: InMemory, mail_server: MailServer, user: str
) -> None:
    connections.connect(desk, told(mail_server, user))
    (one,) = connections.connected(desk)
    connections.give(desk, one.connection, " abcd efgh ijkl mnop ")
    assert connections.secret_of(desk, one.connection) == "abcdefghijklmnop"
    connections.give(desk, one.connection, "four word pass phrase")
    assert connections.secret_of(desk, one.connection) == "four word pass phrase"


@pytest.mark.parametrize("secret", ["abc\r\nA1 DELETE INBOX", "a\0b", "a\x1bb"])
def test_a_secret_with_unseen_letters_is_said_to_nobody(desk: Desk, mail_server: MailServer, secret: str) -> None:
    with pytest.raises(Refused, match="There is an unseen character in it"):
        connections.connect(desk, told(mail_server, secret=secret))


def test_every_provider_has_steps_in_plain_words() -> None:
    for one in providers():
        assert one.steps
        assert all(step.endswith((".", "?")) for step in one.steps)
        assert one.services


def test_no_such_connection_is_told_with_those_there_are(desk: Desk, mail_server: MailServer, user: str) -> None:
    with pytest.raises(Refused, match="Nothing is connected yet"):
        connections.disconnect(desk, "mail")
    connections.connect(desk, told(mail_server, user))
    with pytest.raises(Refused, match=f"These are: {user}"):
        connections.disconnect(desk, "mail")
