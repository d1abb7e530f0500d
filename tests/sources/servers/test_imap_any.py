"""Any course of events at a mail server, from a seed: what it showed is read, nothing twice, and nothing is written."""

import random
import socket
from dataclasses import dataclass, field

import pytest
from tests.servers.letters import letter
from tests.servers.scripted_imap import Folder, Scripted, scripted
from tests.sources.servers.looks import adds_up, ids, look, mail

from askwell.sources.servers import Patience

SCRIPTS, PER_TEST = 100, 20
STEPS = 5
READING = {b"CAPABILITY", b"LOGIN", b"NAMESPACE", b"LIST", b"EXAMINE", b"FETCH", b"LOGOUT"}
ENDINGS = (b"", b"* BYE\r\n", b"%s NO not now\r\n", b"%s BAD what\r\n", b"\0\xff\r\n", b"* 1 FETCH (UID\r\n")


@dataclass
class Course:
    """One course: a server that changes and breaks, and all that was ever read of it."""

    server: Scripted
    dice: random.Random
    number: int = 0
    read: list[str] = field(default_factory=list)
    place: dict[str, object] = field(default_factory=dict)

    def change(self) -> None:
        """Something that happens at real servers, for better or worse."""
        way = self.dice.choice(
            (self.arrive, self.arrive, self.arrive, self.expunge, self.renumber, self.rename, self.add, self.reuse)
        )
        way()

    def folder(self) -> Folder:
        return self.dice.choice(list(self.server.folders.values()))

    def arrive(self) -> None:
        folder = self.folder()
        for _ in range(self.dice.randint(1, 6)):
            self.number += 1
            number = max(folder.upcoming, folder.next) + self.dice.choice((0, 0, 0, 7, 1000))
            folder.letters[number] = letter(self.number)
            folder.next = number + 1

    def expunge(self) -> None:
        folder = self.folder()
        for number in self.dice.sample(sorted(folder.letters), k=len(folder.letters) // 2):
            del folder.letters[number]

    def renumber(self) -> None:
        """A new validity: what the numbers meant is over."""
        folder = self.folder()
        folder.letters = dict(enumerate(folder.letters.values(), 1))
        folder.validity, folder.next = folder.validity + 1, len(folder.letters) + 1

    def reuse(self) -> None:
        """A server that forgets its numbers and does not say so."""
        folder = self.folder()
        folder.letters, folder.next = {}, 0
        self.arrive()

    def rename(self) -> None:
        name = self.dice.choice([one for one in self.server.folders if one != "INBOX"] or ["INBOX"])
        self.server.folders[f"Old {name} {len(self.read)}"] = self.server.folders.pop(name)
        self.server.folders.setdefault("INBOX", Folder(validity=self.dice.randint(5, 500)))

    def add(self) -> None:
        self.server.folders[f"More {self.number} {len(self.server.folders)}"] = Folder(
            validity=self.dice.randint(1, 99)
        )

    def look(self, *, breaks: bool) -> None:
        left = self.dice.randint(3, 30) if breaks else 0
        ending = self.dice.choice(ENDINGS)

        def instead(line: bytes, sock: socket.socket) -> bytes | None:
            nonlocal left
            left -= 1
            if left:
                return None
            if not ending:
                sock.shutdown(socket.SHUT_RDWR)
            return ending % line.split()[0] if b"%s" in ending else ending

        self.server.instead = instead if breaks else lambda _line, _sock: None
        hurried = Patience(idle=0.2, command=0.5, look=5) if breaks else None
        seen = look(mail(self.server.url), self.place, patience=hurried)
        assert adds_up(seen)
        assert breaks or seen.said == ""
        self.read += ids(seen)
        self.place = seen.place


@pytest.mark.parametrize("first", range(0, SCRIPTS, PER_TEST))
def test_in_any_course_of_events_all_that_is_there_in_the_end_has_been_read(
    first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("imap", "imap_box"):
        monkeypatch.setattr(f"askwell.sources.servers.{module}.WINDOW", 3)
    for seed in range(first, first + PER_TEST):
        dice = random.Random(seed)
        with scripted(folders={"INBOX": Folder()}) as server:
            course = Course(server, dice)
            for _ in range(STEPS):
                course.change()
                course.look(breaks=dice.random() < 0.5)
            course.look(breaks=False)
            there = {f"<m{raw.partition(b'Message-ID: <m')[2].split(b'@')[0].decode()}@example.org>"
                     for folder in server.folders.values() for raw in folder.letters.values()}  # fmt: skip
            assert there <= set(course.read), seed
            before = len(course.read)
            course.look(breaks=False)
            assert len(course.read) == before, f"{seed}: a second look read something once more"
            assert server.verbs <= READING, seed
