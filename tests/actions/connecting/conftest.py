"""A desk of Alice's, and a keyring in memory in place of her system's."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError
from tests.servers.letters import NOW

from askwell.actions.connecting import pockets
from askwell.actions.desk import Desk, open_desk

_users = count(1)


class InMemory(KeyringBackend):
    """Keeps what it is given as long as the test lasts."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library's own
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.held:
            raise PasswordDeleteError("there is none")
        del self.held[service, username]


@contextmanager
def in_memory() -> Iterator[InMemory]:
    """A keyring of its own for a while, in the place of the computer's."""
    before, own = keyring.get_keyring(), InMemory()
    keyring.set_keyring(own)
    yield own
    keyring.set_keyring(before)


@pytest.fixture
def ring() -> Iterator[InMemory]:
    with in_memory() as own:
        yield own


@pytest.fixture(autouse=True)
def empty_pockets() -> Iterator[None]:
    yield
    pockets._held.clear()


@pytest.fixture
def desk(tmp_path: Path, ring: InMemory) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW, url="") as opened:
        yield opened


@pytest.fixture
def user() -> str:
    """A mailbox of its own for each test."""
    return f"alice{next(_users)}@example.com"
