"""Where connections may lead: her own computer from her own computer alone, and passwords along no open line."""

import socket
import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from tests.servers.letters import event
from tests.servers.scripted_imap import scripted
from tests.servers.scripted_web import Reply, encrypted
from tests.servers.scripted_web import scripted as scripted_web
from tests.sources.servers.looks import dav, ids, look, mail

from askwell.domain.connections import Connection, Service
from askwell.sources.servers import Patience, Reach
from askwell.sources.servers.troubles import NoCertificate, NotSecure, Trouble, Unreachable

PRIVATE = (
    "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:0:0:0:0:80ff:fffe",
)  # fmt: skip
OWN = Path(__file__).parent / "strange.pem"
INJECTED = b"* CAPABILITY IMAP4rev1 X-GM-EXT-1\r\nA9 OK injected\r\n"
NEVER = ("169.254.169.254", "0.0.0.0", "224.0.0.1", "240.0.0.1", "::", "fe80::1", "ff02::1", "::ffff:169.254.169.254")
HERE = ("127.0.0.1", "::1", "10.1.2.3", "192.168.1.1", "fc00::1", "::ffff:127.0.0.1")


def leading_to(*addresses: str, private: bool = False) -> Reach:
    """A reach in which every name leads to these addresses."""

    def look_up(_: str, port: int, **__: Any) -> Sequence[tuple[Any, ...]]:
        families = (socket.AF_INET6 if ":" in one else socket.AF_INET for one in addresses)
        return [(family, 1, 6, "", (one, port)) for family, one in zip(families, addresses, strict=True)]

    return Reach(private=private, look_up=look_up)


@pytest.fixture
def dialed(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every address that somebody tries to connect to; nobody does."""
    tried: list[Any] = []

    def connect(_: socket.socket, place: Any) -> None:
        tried.append(place)
        raise OSError("nobody is there")

    monkeypatch.setattr(socket.socket, "connect", connect)
    return tried


def refusal(reach: Reach, host: str = "mail.example.com", port: int = 993) -> str:
    with pytest.raises(Trouble) as trouble:
        reach.connect(host, port, Patience(), secure=True)
    return str(trouble.value)


@pytest.mark.parametrize("address", PRIVATE)
def test_from_a_server_no_address_of_its_own_network_is_even_tried(address: str, dialed: list[Any]) -> None:
    told = refusal(leading_to(address))
    assert dialed == []
    assert told == refusal(leading_to("93.184.215.14")), "an address that does not answer sounds the same"
    assert len(dialed) == 1


def test_a_name_that_leads_to_a_good_and_a_bad_place_is_refused_whole(dialed: list[Any]) -> None:
    refusal(leading_to("93.184.215.14", "10.0.0.1"))
    assert dialed == []


@pytest.mark.parametrize("port", [22, 25, 80, 3306, 5432, 6379, 8080])
def test_from_a_server_only_the_ports_of_mail_and_web_are_tried(port: int, dialed: list[Any]) -> None:
    refusal(leading_to("93.184.215.14"), port=port)
    assert dialed == []


def test_a_name_is_looked_up_once_so_that_it_cannot_change_its_mind(dialed: list[Any]) -> None:
    answers = iter(["93.184.215.14", "127.0.0.1"])

    def look_up(_: str, port: int, **__: Any) -> Sequence[tuple[Any, ...]]:
        return [(socket.AF_INET, 1, 6, "", (next(answers), port))]

    refusal(Reach(private=False, look_up=look_up))
    assert dialed == [("93.184.215.14", 993)]


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "localhost", "017700000001"])
def test_other_ways_to_write_this_computer_are_this_computer(host: str, dialed: list[Any]) -> None:
    refusal(Reach(private=False), host=host)
    assert dialed == []


@pytest.mark.parametrize("address", HERE)
def test_her_own_computer_may_read_itself_and_its_own_network(address: str, dialed: list[Any]) -> None:
    refusal(leading_to(address, private=True))
    assert len(dialed) == 1


@pytest.mark.parametrize("address", NEVER)
def test_some_places_are_never_to_be_reached(address: str, dialed: list[Any]) -> None:
    refusal(leading_to(address, private=True))
    assert dialed == []


def test_an_open_line_leads_to_this_very_computer_alone(dialed: list[Any]) -> None:
    for address in ("192.168.1.5", "93.184.215.14"):
        with pytest.raises(NotSecure):
            leading_to(address, private=True).dial("mail.example.com", 143, Patience(), only_here=True)
    assert dialed == []


@pytest.mark.parametrize(
    "connection",
    [
        mail("imap://mail.example.com:143"),
        mail("imap+starttls://mail.example.com:143"),
        mail("imaps://mail.example.com:993"),
        dav("https://dav.example.com/", "alice"),
        dav("https://dav.example.com/", "alice", Service.CALDAV),
        Connection("k3", Service.FEED, "feed", "calendar.example.com"),
    ],
    ids=lambda one: f"{one.service} {one.server}",
)
def test_every_kind_of_server_keeps_within_reach(connection: Connection, dialed: list[Any]) -> None:
    secret = "https://calendar.example.com/private-canary/basic.ics" if connection.service is Service.FEED else "canary"
    seen = look(connection, secret=secret, reach=leading_to("10.0.0.7"))
    assert dialed == []
    assert seen.said.startswith(connection.server.partition("://")[2].partition(":")[0].partition("/")[0] or "calendar")
    assert "canary" not in seen.said


@pytest.fixture
def strange_port() -> Iterator[int]:
    """Somebody who answers with a certificate that nobody has vouched for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(OWN)

    def serve(listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                sock, _ = listening.accept()
                with suppress(OSError), context.wrap_socket(sock, server_side=True) as line:
                    line.sendall(b"* OK ready\r\n")
                    line.recv(100)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=serve, args=(listening,), daemon=True).start()
        yield int(listening.getsockname()[1])


def test_a_certificate_that_nobody_vouched_for_lets_nobody_hear_the_password(strange_port: int) -> None:
    with pytest.raises(NoCertificate):
        Reach().connect("127.0.0.1", strange_port, Patience(idle=2), secure=True)
    for connection in (mail(f"imaps://127.0.0.1:{strange_port}"), dav(f"https://127.0.0.1:{strange_port}/", "alice")):
        assert "cannot prove to be 127.0.0.1, so your password was not sent" in look(connection).said


def test_one_whose_certificate_is_trusted_is_talked_to(strange_port: int) -> None:
    line = trusting().connect("localhost", strange_port, Patience(idle=2), secure=True)
    assert line.fileno() > 0
    line.close()


def trusting() -> Reach:
    """Whoever has our own certificate is believed."""
    return Reach(trust=lambda: ssl.create_default_context(cafile=str(OWN)))


def test_an_encrypted_server_of_the_web_is_read() -> None:
    reply: Reply = (200, {}, event("e1", "Coffee").encode())
    with scripted_web(lambda _: reply, certificate=OWN) as server:
        connection = Connection("k3", Service.FEED, "Work", "localhost")
        seen = look(connection, secret=f"https://localhost:{server.port}/x.ics", reach=trusting())
    assert (ids(seen), seen.said) == (["e1"], "")


def test_nobody_is_sent_on_from_an_encrypted_line_to_an_open_one() -> None:
    with scripted_web(lambda _: (200, {}, event("e1", "Coffee").encode())) as here:
        location = {"Location": here.url.replace("127.0.0.1", "localhost")}
        with scripted_web(lambda _: (302, location, b""), certificate=OWN) as server:
            connection = Connection("k3", Service.FEED, "Work", "localhost")
            seen = look(connection, secret=f"https://localhost:{server.port}/x.ics", reach=trusting())
        assert (seen.readings, here.asked) == ([], [])
    assert "offers no encrypted connection" in seen.said


def test_what_was_said_before_encryption_counts_for_nothing() -> None:
    heard: list[bytes] = []

    def talk(listening: socket.socket) -> None:
        line, _ = listening.accept()
        with suppress(OSError):
            line.sendall(b"* OK ready\r\n")
            while said := line.recv(200):
                heard.append(said.split()[1])
                done = said.split()[0] + (b" NO x\r\n" if heard[-1] == b"LOGIN" else b" OK x\r\n")
                injected = INJECTED if heard[-1] == b"STARTTLS" else b""
                line.sendall(b"* CAPABILITY IMAP4rev1 STARTTLS\r\n" + done + injected)
                line = encrypted(line, OWN) if injected else line
        line.close()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=talk, args=(listening,), daemon=True).start()
        connection = mail(f"imap+starttls://localhost:{listening.getsockname()[1]}")
        seen = look(connection, reach=trusting(), patience=Patience(idle=2, command=4, look=9))
    assert heard[:4] == [b"CAPABILITY", b"STARTTLS", b"CAPABILITY", b"LOGIN"]
    assert "did not accept" in seen.said


def test_encryption_is_not_begun_with_whoever_speaks_without_it() -> None:
    with scripted() as server:
        seen = look(mail(server.url.replace("imap://", "imaps://")), patience=Patience(idle=1, command=2, look=3))
        assert not any(b"LOGIN" in line for line in server.asked)
    assert "your password was not sent" in seen.said


def test_a_host_that_is_no_host_is_not_reached() -> None:
    for host in ("", "a" * 300, "..", "ex ample.com", "[::1"):
        with pytest.raises(Unreachable):
            Reach().connect(host, 993, Patience(), secure=True)
