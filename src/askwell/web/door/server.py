"""Serving: a socket on loopback alone, a few threads, answers to the broken and the too large, and a clean end."""

import errno
import gc
import logging
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from copy import copy
from types import FrameType
from typing import Any

from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import create_server
from waitress.task import ErrorTask

from askwell.domain.errors import Refused
from askwell.web.door.guard import HEADERS, UNKEPT
from askwell.web.door.window import HOST

THREADS = 4
BODY_BYTES = 8 << 30  # a large archive of mail; the page that takes it says less
LOOK_SECONDS = 1.0  # told to end, it is woken; this is for the case that it was not
STRANGER_BYTES = 64 << 10  # more than any code
LOGS = ("django", "waitress", "whitenoise")
Known = Callable[[str], bool]
END = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))


def listen(port: int | None, *, favorite: int) -> socket.socket:
    """A listening socket on loopback: on `port` (0: any), else on the favorite one, else on any. Refused if taken."""
    if port is not None:
        return _bound(port)
    try:
        return _bound(favorite)
    except Refused:
        return _bound(0)


def _bound(port: int) -> socket.socket:
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        # Windows means by "reuse" that two may listen; elsewhere it only forgives a port that was just let go of.
        option = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)
        found.setsockopt(socket.SOL_SOCKET, option, 1)
        found.bind((HOST, port))
        found.listen()
    except OverflowError as error:
        found.close()
        raise Refused(f"There is no port {port}: they go up to 65535. Leave --port out, or name another.") from error
    except OSError as error:
        found.close()
        taken = error.errno == errno.EADDRINUSE
        why = "another program uses it" if taken else f"the system says: {error.strerror}"
        raise Refused(f"Port {port} can’t be used: {why}. Leave --port out, or name another.") from error
    return found


class _Told(ErrorTask):  # type: ignore[misc]  # waitress has no types
    """What the server answers by itself, to a request that is broken or too large, carries the guard's headers too."""

    def execute(self) -> None:
        self.response_headers.extend([*HEADERS.items(), ("Cache-Control", UNKEPT)])
        super().execute()


def _channel(known: Known) -> type[HTTPChannel]:
    """What takes requests in; of a large body it decides by the headers whether it is read, for that takes disk."""

    class Parser(HTTPRequestParser):  # type: ignore[misc]
        def parse_header(self, header_plus: bytes) -> None:
            super().parse_header(header_plus)
            large = self.chunked or self.content_length > STRANGER_BYTES
            if large and not known(self.headers.get("COOKIE", "")):
                self.adj: Any = copy(self.adj)
                self.adj.max_request_body_size = STRANGER_BYTES

    class Channel(HTTPChannel):  # type: ignore[misc]
        parser_class, error_task_class = Parser, _Told

    return Channel


def serve(application: Callable[..., Any], listening: socket.socket, *, known: Known, told: "Told") -> None:
    """Serve until the process is told to end (`until_told`). Who came before waits at the listening socket.

    `known` tells by the cookies of a request whether somebody sends it who is signed in.
    """
    _say_nothing()
    wires: dict[int, Any] = {}
    server = create_server(
        application, map=wires, sockets=[listening], threads=THREADS, ident=None, max_request_body_size=BODY_BYTES,
        clear_untrusted_proxy_headers=True, expose_tracebacks=False, log_socket_errors=False,
    )  # fmt: skip
    server.channel_class = _channel(known)
    with told.waking(server):
        try:
            while not told.told:
                wasyncore.loop(timeout=LOOK_SECONDS, map=wires, count=1)
        finally:
            server.close()


def _say_nothing() -> None:
    """A log could hold names and texts: libraries write none, and Python does not print what they would have."""
    for name in LOGS:
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False


def tend_to_garbage() -> None:
    """A short command spares the collector; what serves for days may not. What is loaded by now is here to stay."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


class Told:
    """Whether the process is told to end. It is kept, for Python swallows what is raised while it tidies up."""

    def __init__(self) -> None:
        self.told = False
        self._wake: Callable[[], None] | None = None

    def hear(self, _number: int, _frame: FrameType | None) -> None:
        """What is only starting is broken off, once; what serves is woken and sees for itself."""
        first, self.told = not self.told, True
        if self._wake:
            self._wake()
        elif first:
            raise SystemExit(0)

    @contextmanager
    def waking(self, server: Any) -> Iterator[None]:
        """From here on to the end of all that is within, nothing is broken off by being told."""
        self._wake = server.trigger.pull_trigger
        try:
            yield
        finally:
            self._wake = lambda: None


@contextmanager
def until_told() -> Iterator[Told]:
    """Ctrl-C, a closed terminal and a polite kill all end what is within in the same way, once, and cleanly."""
    told = Told()
    if threading.current_thread() is not threading.main_thread():
        yield told
        return
    before = {each: signal.signal(each, told.hear) for each in END}
    try:
        with suppress(SystemExit):
            yield told
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
