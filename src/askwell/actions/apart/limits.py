"""How long a worker may take for one piece of work and how much memory: in proportion to its size, and far from both.

Here a megabyte of mail takes 0.02 s and one of a table 0.05 s; a slow computer is ten times as slow, and not a hundred.
"""

from contextlib import suppress
from dataclasses import dataclass
from time import process_time

SECONDS, SECONDS_EACH = 20, 2  # of computing: at least, and for each megabyte
MEGABYTES, MEGABYTES_EACH, MOST_MEGABYTES = 768, 32, 8192
WAITING = 5  # times as long by the clock, for others compute too, and disks are slow


@dataclass(frozen=True, slots=True)
class Bound:
    """Seconds of computing, and megabytes of memory."""

    seconds: int = SECONDS
    megabytes: int = MEGABYTES

    @property
    def waiting(self) -> int:
        """Seconds by the clock."""
        return WAITING * max(self.seconds, 1)

    @property
    def too_long(self) -> str:
        return f"reading it took longer than {self.seconds} seconds, as harmful files do; it was left out"

    @property
    def too_much(self) -> str:
        return f"reading it needed more than {self.megabytes} MB of memory, as harmful files do; it was left out"


STOPPED = "reading it stopped the program that read it; it was left out"


def for_size(size: int) -> Bound:
    """The bound for so many bytes, -1 where nobody knows how many."""
    whole = max(0, size) >> 20
    return Bound(SECONDS + SECONDS_EACH * whole, min(MEGABYTES + MEGABYTES_EACH * whole, MOST_MEGABYTES))


def hold(bound: Bound) -> None:
    """From now on this process ends if it computes longer, and gets no more memory, where the system knows such limits.

    Windows knows neither: there the clock of the one who waits is the only bound.
    """
    with suppress(ImportError):
        import resource

        for limit, most in (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_CPU, int(process_time()) + 1 + bound.seconds),
            (resource.RLIMIT_AS, bound.megabytes << 20),
        ):
            hard = resource.getrlimit(limit)[1]
            with suppress(ValueError, OSError):  # where a system takes no such limit
                resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
