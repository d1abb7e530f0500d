"""The house in which visits are made: open as long as the app is, and opened anew once its database was put back."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from threading import Lock

from askwell.actions.house import House


class Home:
    """`open_house` opens the house; it raises Refused where the database can't be opened as it is."""

    def __init__(self, open_house: Callable[[], AbstractContextManager[House]]) -> None:
        self._open_house, self._stack, self._lock = open_house, ExitStack(), Lock()
        self._house: House | None = None

    def house(self) -> House:
        """The open house. Raises Refused as long as it can't be opened."""
        with self._lock:
            if self._house is None:
                self._house = self._stack.enter_context(self._open_house())
            return self._house

    def close(self) -> None:
        with self._lock:
            self._house = None
            self._stack.close()


_here: list[Home] = []


def move_in(home: Home) -> None:
    """From now on visits are made in this house."""
    _here[:] = [home]


def here() -> Home:
    return _here[-1]
