"""A worker: `python -m askwell.actions.apart.worker` does one piece of work after the other, and answers each.

What to do comes in on standard input, a frame for several pieces of a kind; a frame for each piece goes out on standard
output. When standard input ends, so does the worker: nobody waits for it any more.
"""

import gc
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import IO, Any, cast

from askwell.actions.apart import limits
from askwell.actions.apart.parcels import READY, pack, receive, send, unpack

DONE, TOO_MUCH, FAULT = b"d", b"m", b"f"  # the first byte of an answer


def main() -> None:
    """Work until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it ends it
    gc.set_threshold(1_000_000, 20, 100)
    with suppress(BrokenPipeError):
        _work(_heard(sys.stdin.buffer), _voice())
    os._exit(0)


def _voice() -> IO[bytes]:
    """Standard output for answers alone: whatever is printed goes elsewhere."""
    own = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    own.write(b"\n" + READY)
    own.flush()
    return own


def _heard(stream: IO[bytes]) -> Callable[[], bytes]:
    """What comes in, heard by a thread of its own: so it is noticed at once that nobody is there any more."""
    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def listen() -> None:
        while (frame := receive(stream)) is not None:
            waiting.put(frame)
        os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    return waiting.get


def _work(next_frame: Callable[[], bytes], voice: IO[bytes]) -> None:
    while True:
        named, pieces = unpack(next_frame())
        module, _, name = named.partition(":")
        do = cast("Callable[[Any], object]", getattr(import_module(module), name))
        for bound, piece in pieces:
            limits.hold(bound)
            answer = _answer(do, piece)
            send(voice, answer)
            if answer == TOO_MUCH:
                return  # memory that was needed once is seldom given back
        limits.hold(limits.Bound())


def _answer(do: Callable[[Any], object], piece: object) -> bytes:
    try:
        return DONE + pack(do(piece))
    except MemoryError:
        return TOO_MUCH
    except Exception as fault:  # noqa: BLE001 - it is told to the one who asked
        return FAULT + f"{type(fault).__name__}: {fault}".encode()


if __name__ == "__main__":
    main()
