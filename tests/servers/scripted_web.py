"""A server of the web that does as it is told, badly. It writes down what is asked, and with which password."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

Reply = tuple[int, Mapping[str, str], bytes]
Talk = Callable[[socket.socket], None]


@dataclass(frozen=True)
class Asked:
    verb: str
    path: str
    headers: Mapping[str, str]
    body: str


@dataclass
class Scripted:
    """`reply` answers what is asked: a reply, bytes that go out as they are, or who talks; then the line is cut."""

    port: int = 0
    reply: Callable[[Asked], Reply | bytes | Talk] = lambda _: (404, {}, b"")
    asked: list[Asked] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def verbs(self) -> set[str]:
        return {one.verb for one in self.asked}


@contextmanager
def scripted(reply: Callable[[Asked], Reply | bytes | Talk], *, certificate: Path | None = None) -> Iterator[Scripted]:
    """The server, until it is ended; encrypted where it has a certificate."""
    server = Scripted(reply=reply)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server.port = listening.getsockname()[1]
        threading.Thread(target=_serve, args=(listening, server, certificate), daemon=True).start()
        try:
            yield server
        finally:
            listening.shutdown(socket.SHUT_RDWR)  # who waits for a caller would keep it open


def _serve(listening: socket.socket, server: Scripted, certificate: Path | None) -> None:
    with suppress(OSError):
        while True:
            sock, _ = listening.accept()
            line = encrypted(sock, certificate) if certificate else sock
            threading.Thread(target=_talk, args=(line, server), daemon=True).start()


def encrypted(sock: socket.socket, certificate: Path) -> socket.socket:
    """The line of a server, encrypted from here on."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context.wrap_socket(sock, server_side=True)


def _talk(sock: socket.socket, server: Scripted) -> None:
    with suppress(OSError), sock, sock.makefile("rb") as lines:
        while first := lines.readline().decode().split():
            headers = {}
            while line := lines.readline().decode().strip():
                name, _, value = line.partition(":")
                headers[name.strip().lower()] = value.strip()
            body = lines.read(int(headers.get("content-length", "0"))).decode()
            asked = Asked(first[0], first[1], headers, body)
            server.asked.append(asked)
            reply = server.reply(asked)
            if isinstance(reply, bytes):
                sock.sendall(reply)
                return
            if callable(reply):
                reply(sock)
                return
            status, told, content = reply
            lines_out = "".join(f"{name}: {value}\r\n" for name, value in told.items())
            head = f"HTTP/1.1 {status} Told\r\nContent-Length: {len(content)}\r\n{lines_out}\r\n"
            sock.sendall(head.encode() + content)


def many(*responses: str, token: str = "") -> Reply:
    """An answer of many parts, as WebDAV has it."""
    spaces = 'xmlns:d="DAV:" xmlns:card="urn:ietf:params:xml:ns:carddav" xmlns:cal="urn:ietf:params:xml:ns:caldav"'
    told = f"<d:sync-token>{token}</d:sync-token>" if token else ""
    text = f'<?xml version="1.0"?><d:multistatus {spaces}>{"".join(responses)}{told}</d:multistatus>'
    return 207, {"Content-Type": "application/xml"}, text.encode()


def part(href: str, properties: str, *, status: int = 200) -> str:
    return (
        f"<d:response><d:href>{href}</d:href><d:propstat><d:prop>{properties}</d:prop>"
        f"<d:status>HTTP/1.1 {status} Told</d:status></d:propstat></d:response>"
    )


def gone(href: str, *, status: int = 404) -> str:
    return f"<d:response><d:href>{href}</d:href><d:status>HTTP/1.1 {status} Gone</d:status></d:response>"
