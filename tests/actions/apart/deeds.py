"""What workers are told to do in the tests of them: some of it ends them."""

import os
import signal
import time
from pathlib import Path

ROOM = 64 << 20


def double(number: int) -> int:
    return 2 * number


def pid(_: object) -> int:
    return os.getpid()


def rest_and_tell(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def environment(name: str) -> str | None:
    return os.environ.get(name)


def fail(_: object) -> None:
    message = "a fault"
    raise ValueError(message)


def speak(text: str) -> str:
    print(text)
    return text


def turn_in_circles(number: int) -> int:
    """Without end for 7, which no signal and no other thread of Python's ends."""
    while number == 7:
        pass
    return number


def sleep(number: int) -> int:
    """Computes nothing, and takes very long for 7."""
    time.sleep(60 if number == 7 else 0)
    return number


def devour(number: int) -> int:
    """All memory there is, for 7."""
    kept = []
    while number == 7:
        kept.append(b"x" * ROOM)
    return number


def die(number: int) -> int:
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die_once(told: tuple[int, str]) -> int:
    """The first time only; a file remembers."""
    number, mark = told
    if number == 7 and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number
