"""Bounds on work for hostile and for large inputs, so wide that no busy computer meets them by chance."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

SECONDS = 10.0  # of this thread: a hundred times what is usual; what grows with the square takes minutes


@contextmanager
def bounded(seconds: float = SECONDS) -> Iterator[None]:
    """Let what is done within take no more of the processor than so many seconds."""
    begun = time.thread_time()
    yield
    took = time.thread_time() - begun
    assert took < seconds, f"{took:.1f} s of the processor"
