"""A mail server that does as it is told, badly: cut off, confused, endless, forgetful. It writes down what it hears."""

import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from tests.servers.real import SECRET

WINDOW = re.compile(rb"(\S+) (UID )?FETCH (\S+) \((.*)\)")


@dataclass
class Folder:
    """Messages by number (UID); `validity` tells whether numbers mean what they meant."""

    letters: dict[int, bytes] = field(default_factory=dict)
    validity: int = 1
    flags: str = ""
    next: int = 0
    marks: dict[int, str] = field(default_factory=dict)  # flags of single messages
    labels: dict[int, str] = field(default_factory=dict)  # of Gmail
    threads: dict[int, int] = field(default_factory=dict)  # of Gmail; each message has its own where none is told

    def thread(self, number: int) -> int:
        return self.threads.get(number, 1000 + number)

    @property
    def upcoming(self) -> int:
        return self.next or max(self.letters, default=0) + 1


@dataclass
class Scripted:
    """`instead` answers a line in place of the server, or lets it do as usual with None. `asked` is all it heard."""

    port: int = 0
    folders: dict[str, Folder] = field(default_factory=lambda: {"INBOX": Folder()})
    capabilities: str = "IMAP4rev1 NAMESPACE AUTH=XOAUTH2"
    asked: list[bytes] = field(default_factory=list)
    instead: Callable[[bytes, socket.socket], bytes | None] = lambda _line, _sock: None
    greeting: bytes = b"* OK ready\r\n"

    @property
    def url(self) -> str:
        return f"imap://127.0.0.1:{self.port}"

    @property
    def verbs(self) -> set[bytes]:
        """The commands it was asked for."""
        words = [line.split()[1:3] for line in self.asked if len(line.split()) > 1]
        return {(told[1] if told[0] == b"UID" else told[0]).upper() for told in words}


@contextmanager
def scripted(**told: object) -> Iterator[Scripted]:
    """The server, until it is ended."""
    server = Scripted(**told)  # type: ignore[arg-type]
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server.port = listening.getsockname()[1]
        threading.Thread(target=_serve, args=(listening, server), daemon=True).start()
        try:
            yield server
        finally:
            listening.shutdown(socket.SHUT_RDWR)  # who waits for a caller would keep it open


def _serve(listening: socket.socket, server: Scripted) -> None:
    with suppress(OSError):
        while True:
            sock, _ = listening.accept()
            threading.Thread(target=_talk, args=(sock, server), daemon=True).start()


def _talk(sock: socket.socket, server: Scripted) -> None:
    opened = Folder()
    with suppress(OSError), sock, sock.makefile("rb") as lines:
        sock.sendall(server.greeting)
        for line in lines:
            server.asked.append(line.strip())
            answer = server.instead(line, sock)
            if answer is not None:
                sock.sendall(answer)
                continue
            if len(line.split()) < 2:
                return
            tag, verb = line.split()[0], line.split()[1].upper()
            if verb == b"EXAMINE":
                opened = server.folders.get(_name(line), opened)
            sock.sendall(_answer(server, opened, line, verb) + tag + b" " + _end(server, line, verb) + b"\r\n")
            if verb == b"LOGOUT":
                return


def _end(server: Scripted, line: bytes, verb: bytes) -> bytes:
    if verb == b"LOGIN" and f'"{SECRET}"'.encode() not in line:
        return b"NO no"
    if verb == b"EXAMINE":
        return b"OK [READ-ONLY] done" if _name(line) in server.folders else b"NO there is none"
    return b"OK done"


def _name(line: bytes) -> str:
    return line.split(maxsplit=2)[2].strip().strip(b'"').decode()


def _answer(server: Scripted, opened: Folder, line: bytes, verb: bytes) -> bytes:
    if verb == b"CAPABILITY":
        return f"* CAPABILITY {server.capabilities}\r\n".encode()
    if verb == b"NAMESPACE":
        return b'* NAMESPACE (("" "/")) (("Others/" "/")) NIL\r\n'
    if verb == b"LIST":
        told = (f'* LIST ({folder.flags}) "/" "{name}"\r\n' for name, folder in server.folders.items())
        return "".join(told).encode()
    if verb == b"EXAMINE":
        return (
            f"* {len(opened.letters)} EXISTS\r\n* OK [UIDVALIDITY {opened.validity}] ok\r\n"
            f"* OK [UIDNEXT {opened.upcoming}] ok\r\n"
        ).encode()
    if b"SEARCH X-GM-THRID" in line:
        wanted = int(line.split()[-1])
        return b"* SEARCH" + b"".join(b" %d" % one for one in opened.letters if opened.thread(one) == wanted) + b"\r\n"
    found = WINDOW.match(line)
    return _fetched(opened, by_number=bool(found[2]), asked=found[3], items=found[4]) if found else b""


def _fetched(opened: Folder, *, by_number: bool, asked: bytes, items: bytes) -> bytes:
    wanted = {int(number) for number in asked.split(b",")}
    out = []
    for place, (number, raw) in enumerate(sorted(opened.letters.items()), 1):
        if (number if by_number else place) in wanted:
            out.append(_told(opened, place, number, raw, items))
    return b"".join(out)


def _told(opened: Folder, place: int, number: int, raw: bytes, items: bytes) -> bytes:
    told = f"* {place} FETCH (UID {number} FLAGS ({opened.marks.get(number, '')}) RFC822.SIZE {len(raw)}".encode()
    if b"X-GM-THRID" in items:
        told += f" X-GM-THRID {opened.thread(number)} X-GM-LABELS ({opened.labels.get(number, '')})".encode()
    for name, part in ((b"BODY[HEADER]", raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"), (b"BODY[]", raw)):
        asked = name.replace(b"[", b".PEEK[")
        if asked in items:
            told += b" " + name + (b"<0>" if asked + b"<" in items else b"") + b" {%d}\r\n" % len(part) + part
    return told + b")\r\n"


def drip(sock: socket.socket, data: bytes, *, pause: float = 0.05) -> None:
    """A byte now and then, until nobody listens any more."""
    with suppress(OSError):
        for byte in data:
            sock.sendall(bytes([byte]))
            time.sleep(pause)
