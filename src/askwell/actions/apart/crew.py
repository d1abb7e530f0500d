"""The crew: as many workers as there are cores, on one piece of work or on much of it, with answers in order."""

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Any, Self

from askwell.actions.apart.hand import Hand, Lost, Pieces
from askwell.actions.apart.parcels import unpack

MOST = 4  # workers; each takes about 40 MB
LOOK = 0.2  # seconds between two looks at how long they take
AHEAD = 2  # pieces that are done before they are asked for, beside those at work

Task = tuple[str, Pieces]  # a function, as module:name, and what to do it with
Answers = list[bytes | Lost]


class Crew:
    """Workers, started when there is work for them. To be closed at the end, which ends them, whatever they do."""

    def __init__(self, *, hands: int = 0) -> None:
        self.size = hands or max(1, min(MOST, _cores()))
        self._threads = ThreadPoolExecutor(self.size, thread_name_prefix="crew")
        self._idle: deque[Hand] = deque()
        self._hands: list[Hand] = []
        self._lock = threading.Lock()
        self._over = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pids(self) -> list[int]:
        """Of the workers that were started and not replaced."""
        return [hand.pid for hand in self._hands if hand.pid]

    def start(self) -> None:
        """Start one worker, which takes a moment to be ready."""
        self._give_back(self._take())

    def submit(self, named: str, pieces: Pieces) -> "Future[Answers]":
        """Do this as soon as somebody is free."""
        return self._threads.submit(self._do, named, pieces)

    def answers(self, tasks: Iterable[Task], *, at_once: int = 0) -> Iterator[list[Any]]:
        """What comes of each task, in order: values, or Lost. Few are done before they are asked for."""
        waiting: deque[Future[Answers]] = deque()
        most = (at_once or self.size) + (AHEAD if at_once != 1 else 0)
        for named, pieces in tasks:
            waiting.append(self.submit(named, pieces))
            if len(waiting) >= most:
                yield self.values(waiting.popleft())
        while waiting:
            yield self.values(waiting.popleft())

    def values(self, future: "Future[Answers]") -> list[Any]:
        """What came of it, once it is done; meanwhile nobody takes longer than he may."""
        return [one if isinstance(one, Lost) else unpack(one[1:]) for one in self.wait(future)]

    def wait(self, future: "Future[Answers]") -> Answers:
        while not future.done():
            for hand in tuple(self._hands):
                hand.look(time.monotonic())
            try:
                return future.result(timeout=LOOK)
            except TimeoutError:
                continue
        return future.result()

    def rest(self) -> None:
        """End the workers that have nothing to do; new ones come when they are needed."""
        while (hand := self._one_idle()) is not None:
            hand.stop()
            hand.let_go()
            with self._lock:
                self._hands.remove(hand)

    def close(self) -> None:
        self._over = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for hand in tuple(self._hands):
            hand.stop(over=True)
        self._threads.shutdown(wait=True)
        for hand in self._hands:
            hand.let_go()

    def _do(self, named: str, pieces: Pieces) -> Answers:
        hand = self._take()
        try:
            return hand.do(named, pieces)
        finally:
            self._give_back(hand)

    def _one_idle(self) -> Hand | None:
        with self._lock:
            return self._idle.pop() if self._idle else None

    def _take(self) -> Hand:
        hand = self._one_idle()
        if hand is None:
            hand = Hand()
            with self._lock:
                self._hands.append(hand)
            if self._over:
                hand.stop(over=True)
            else:
                hand.start()
        return hand

    def _give_back(self, hand: Hand) -> None:
        with self._lock:
            self._idle.append(hand)


def _cores() -> int:
    """Cores that this process may use."""
    allowed: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1
