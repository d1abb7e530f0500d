"""Told to end, it ends, at whatever moment it is told."""

import os
import signal
import threading
from contextlib import closing, suppress

import pytest

from askwell.web.door import server

pytestmark = pytest.mark.skipif(os.name != "posix", reason="sends signals")


def serve(told: server.Told) -> None:
    with closing(server.listen(0, favorite=0)) as listening:
        server.serve(lambda _environ, _start: [], listening, known=lambda _cookies: False, told=told)


def test_what_is_only_starting_is_broken_off() -> None:
    after = False
    with server.until_told():
        signal.raise_signal(signal.SIGTERM)
        after = True
    assert not after


def test_told_where_python_swallows_it_serving_does_not_begin() -> None:
    with server.until_told() as told:
        with suppress(SystemExit):
            signal.raise_signal(signal.SIGTERM)
        serve(told)
    assert told.told


def test_what_serves_ends_at_once_and_being_told_again_breaks_off_nothing() -> None:
    tidied = False
    with server.until_told() as told:
        main = threading.main_thread().ident or 0
        for soon in (0.1, 0.2):
            threading.Timer(soon, signal.pthread_kill, (main, signal.SIGTERM)).start()
        serve(told)
        signal.raise_signal(signal.SIGINT)
        threading.Event().wait(0.3)
        tidied = True
    assert tidied


def test_afterwards_signals_mean_what_they_meant_before() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with server.until_told():
        assert signal.getsignal(signal.SIGTERM) != before
    assert signal.getsignal(signal.SIGTERM) == before
