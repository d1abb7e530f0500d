"""How long a server may take and how much it may send: for one command, and for a look as a whole."""

import io
import socket
import time
from collections.abc import Callable

from askwell.sources.servers.troubles import BrokenOff, TooMuch, TooSlow

IDLE = 30.0  # seconds without a byte
COMMAND = 180.0  # seconds for one answer
LOOK = 2 * 3600.0  # seconds for a whole look: a first one reads the headers of many years
MOST = 96 * 1024 * 1024  # bytes of one answer
LINES = 12 * 1024 * 1024  # of these in lines that are taken apart; the rest are messages as they stand


class Patience:
    """The limits of one look. A command begins with `anew`; whoever reads says so with `took`."""

    def __init__(
        self,
        *,
        idle: float = IDLE,
        command: float = COMMAND,
        look: float = LOOK,
        most: int = MOST,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.idle, self.command, self.most = idle, command, most
        self._clock = clock
        self._last = clock() + look
        self._end, self._taken, self._said = self._last, 0, 0
        self.anew()

    def anew(self, *, at_most: float | None = None) -> None:
        """Another command: it has its own time, or `at_most` so many seconds, within what is left for all of them."""
        seconds = self.command if at_most is None else min(at_most, self.command)
        self._end, self._taken, self._said = min(self._clock() + seconds, self._last), 0, 0

    def pause(self, host: str) -> float:
        """How many seconds may be waited for the next byte. Raises TooSlow where time is up."""
        left = self._end - self._clock()
        if left <= 0:
            raise TooSlow(host)
        return min(self.idle, left)

    def took(self, count: int, host: str) -> None:
        """So many bytes came. Raises TooMuch where no honest answer is that long."""
        self._taken += count
        if self._taken > self.most:
            raise TooMuch(host)

    def said(self, count: int, host: str) -> None:
        """So many of them are to be taken apart. Raises TooMuch where that would take long, or much memory."""
        self._said += count
        if self._said > LINES:
            raise TooMuch(host)


class Patient(io.RawIOBase):
    """A socket to read from that keeps the limits; an end is an end, whatever the other side has promised."""

    def __init__(self, sock: socket.socket, patience: Patience, host: str) -> None:
        super().__init__()
        self._sock, self._patience, self._host = sock, patience, host

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the base names any writable buffer
        try:
            self._sock.settimeout(self._patience.pause(self._host))
            count = self._sock.recv_into(buffer)
            self._patience.took(count, self._host)
        except TimeoutError as fault:
            raise TooSlow(self._host) from fault
        except OSError as fault:
            raise BrokenOff(self._host) from fault
        return count
