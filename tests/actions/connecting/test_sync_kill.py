"""kill -9 at random moments while servers are read and stored: before or after, never between; nothing is missed."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.actions.connecting.conftest import InMemory
from tests.servers.letters import ME, NOW, letter
from tests.servers.real import SECRET
from tests.servers.scripted_imap import Folder, Scripted, scripted

from askwell.actions.connecting import connections, syncing
from askwell.actions.connecting.telling import Told
from askwell.actions.desk import open_desk
from askwell.domain.connections import Service
from askwell.store import canon
from askwell.store import connections as stored

KILLS, LETTERS = 3, 150


def sync(data: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "askwell", "sync", ME, "--stdin", "--data", str(data), "--now", NOW.isoformat()]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ}
    )
    assert process.stdin
    process.stdin.write(f"{SECRET}\n".encode())
    process.stdin.close()
    return process


def state(data: Path) -> tuple[int, int]:
    """How many messages are stored, and up to which number the folder counts as read."""
    with open_desk(data=data, now=NOW, url=""):
        kept = json.loads(canon.export())["interactions"]
        looked = stored.looks().get("k1")
    place = looked.place if looked else {}
    return len(kept), place.get("folders", {}).get("INBOX", {}).get("last", 0)


def connected(data: Path, server: Scripted) -> None:
    with open_desk(data=data, now=NOW, url="") as desk:
        connections.connect(desk, Told(Service.IMAP, ME, SECRET, server.url, keep=False))


def test_a_reading_that_is_killed_leaves_all_of_it_or_nothing_and_the_next_one_misses_nothing(
    tmp_path: Path, ring: InMemory
) -> None:
    folders = {"INBOX": Folder({number: letter(number) for number in range(1, LETTERS + 1)})}
    dice, seen = random.Random(7), []
    with scripted(folders=folders) as server:
        connected(tmp_path / "whole", server)
        begun = time.monotonic()
        assert sync(tmp_path / "whole").wait() == 0
        lasts = time.monotonic() - begun
        for kill in range(KILLS):
            data = tmp_path / str(kill)
            connected(data, server)
            process = sync(data)
            time.sleep(lasts * (0.5 + 0.6 * dice.random()))
            process.send_signal(signal.SIGKILL)
            process.wait()
            seen.append(state(data))
            assert seen[-1] in {(0, 0), (LETTERS, LETTERS)}
            with open_desk(data=data, now=NOW, url="") as desk:
                assert syncing.sync(desk, ask=lambda _: SECRET).is_well
            assert state(data) == (LETTERS, LETTERS)
