"""A mail archive that never was: 40,000 messages of made-up people in one mbox, the same for the same seed."""

import base64
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

GIVEN = (
    "Ada Ben Cora Dario Edith Farid Greta Hugo Ines Jonas Kira Leon Mina Nils Olga Paul Queenie Rosa Sven Tara Uma "
    "Viktor Wanda Xenia Yusuf Zoe Amara Bruno Celia Dmitri Elif Fergus Gwen Hamid Ilse Jamal Katya Lars Mei Noor"
).split()
SYLLABLES = (
    "bra cel dor fen gar hul jin kor lam mer nov ost pel rin sal tev ulm ver win yar zet holm ford ley son".split()
)
WORDS = (
    "the of and to in for we on that with you is at be this have are from will our was can just meeting project team "
    "call week role company time work know think next about what more plan budget review chance talk market search "
    "question feedback good hope well report numbers supplier delivery order quarter customer forecast shift site"
).split()
# What people write to somebody who looks for work, in one message of five.
SAID = (
    "Thank you so much for introducing me to Farid last week, we had a good talk.",
    "Do you know anybody at Fencor Labs who could tell me more about the team?",
    "I would be happy to introduce you to our head of planning.",
    "You should talk to Greta Holm, greta.holm@fencor.example, she runs the team.",
    "I passed your note on to our recruiter this morning.",
    "Shall we talk on Thursday at 3 pm? I can call you.",
    "Sorry, we are not hiring at the moment, but I will keep you in mind.",
    "I am out of the office until Monday.",
    "Could you have a look at my CV before I send it off?",
    "The position has been filled, I am afraid.",
    "Let me know if there is anything I can do for you.",
    "I have referred you in our system, you should hear from HR soon.",
    "How are the children? We were at the sea all week.",
    "Please find the report attached, the numbers are on page four.",
    "We have an opening for a demand planner, would that be something for you?",
)
ME = ("Robin Vale", "robin.vale@example.com")
_TEXT = 'Content-Type: text/plain; charset="UTF-8"'
_HTML = 'Content-Type: text/html; charset="UTF-8"\nContent-Transfer-Encoding: quoted-printable'
_ATTACHED = (
    'Content-Type: application/pdf; name="cv.pdf"\nContent-Disposition: attachment; filename="cv.pdf"\n'
    "Content-Transfer-Encoding: base64"
)
START = datetime(2020, 3, 1, 8, 0, tzinfo=UTC)


@dataclass
class Thread:
    subject: str
    people: list[tuple[str, str]]
    ids: list[str] = field(default_factory=list)
    last: str = ""


class Writer:
    """Writes one message after the other; about a third are the seeker's own."""

    def __init__(self, *, seed: int, size: int, messages: int) -> None:
        self.dice = random.Random(seed)
        self.at = START
        self.threads: list[Thread] = []
        self.people = [self._person() for _ in range(3000)]
        self.lines = base64.encodebytes(random.Random(seed + 1).randbytes(400_000)).splitlines(keepends=True)
        self.attached = max(2, int(size * 0.27 / (messages * 0.065) / 77))  # lines of an average attachment

    def _surname(self) -> str:
        return "".join(self.dice.choice(SYLLABLES) for _ in range(self.dice.choice((2, 2, 3)))).capitalize()

    def _person(self) -> tuple[str, str]:
        given, surname = self.dice.choice(GIVEN), self._surname()
        return f"{given} {surname}", f"{given}.{surname}@{self._surname()}.example".lower()

    def _text(self, words: int) -> str:
        chosen = self.dice.choices(WORDS, k=words)
        return "\n".join(" ".join(chosen[n : n + 12]) for n in range(0, words, 12))

    def _thread(self) -> Thread:
        if self.threads and self.dice.random() < 0.6:
            return self.dice.choice(self.threads[-400:])
        subject = self._text(self.dice.randrange(3, 8)).capitalize()
        if self.dice.random() < 0.05:
            subject = f"=?UTF-8?B?{base64.b64encode(f'Réunion {subject}'.encode()).decode()}?="
        self.threads.append(Thread(subject, self.dice.sample(self.people, self.dice.choice((1, 1, 1, 2, 3)))))
        return self.threads[-1]

    def message(self) -> bytes:
        self.at += timedelta(seconds=self.dice.randrange(60, 9400))
        thread = self._thread()
        sender = ME if self.dice.random() < 0.35 else self.dice.choice(thread.people)
        to = [p for p in (*thread.people, ME) if p is not sender]
        head = self._head(thread, sender, to)
        body = self._body(thread, sender, to[0])
        thread.last = body
        return "\n".join(head).encode() + self._shaped(body.replace("\nFrom ", "\n>From "))

    def _head(self, thread: Thread, sender: tuple[str, str], to: list[tuple[str, str]]) -> list[str]:
        bits, date = self.dice.getrandbits, format_datetime(self.at)
        own = f"<{bits(64):x}@mail.{sender[1].partition('@')[2]}>"
        received = (
            f"Received: from mx{bits(3)}.example (mx.example [192.0.2.{bits(7)}])\n\tby mail.example.com with ESMTPS"
            f" id {bits(64):x}\n\tfor <{ME[1]}>; {date}"
        )
        signed = (
            f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={sender[1].partition('@')[2]}; s=s1;\n\t"
            f"h=from:to:subject:date:message-id; bh={bits(240):x};\n\tb={bits(1000):x}"
        )
        head = [
            f"From {sender[1]} {self.at:%a %b %d %H:%M:%S %Y}",
            f"X-Gmail-Labels: {'Sent' if sender is ME else 'Inbox'},Important",
            f"Return-Path: <{sender[1]}>",
            received,
            signed,
            f"Message-ID: {own}",
            f"Date: {date}",
            f'From: "{sender[0]}" <{sender[1]}>',
            "To: " + ",\n\t".join(f"{name} <{address}>" for name, address in to),
            f"Subject: {'Re: ' if thread.ids else ''}{thread.subject}",
            "MIME-Version: 1.0",
        ]
        if thread.ids:
            head += [f"In-Reply-To: {thread.ids[-1]}", "References: " + "\n ".join(thread.ids[-8:])]
        thread.ids.append(own)
        return head

    def _body(self, thread: Thread, sender: tuple[str, str], other: tuple[str, str]) -> str:
        text = self._text(self.dice.randrange(30, 260))
        said = f"{self.dice.choice(SAID)}\n" if self.dice.random() < 0.2 else ""
        body = f"Hi {other[0].split()[0]},\n\n{said}{text}\n\nBest,\n{sender[0]}\n"
        if thread.last:
            quoted = "\n".join(f"> {line}" for line in thread.last.split("\n")[:60])
            body += f"\nOn {self.at:%a, %b %d, %Y at %H:%M} {other[0]} <{other[1]}> wrote:\n{quoted}\n"
        return body

    def _shaped(self, body: str) -> bytes:
        plain = f"{_TEXT}\n\n{body}\n"
        chance = self.dice.random()
        if chance < 0.35:
            return f"\n{plain}\n".encode()
        mark = f"=_{self.dice.getrandbits(60):x}"
        html = body[:1500].replace("=", "=3D").replace("\n", "<br>=\n")
        both = (
            f'Content-Type: multipart/alternative; boundary="{mark}"\n\n--{mark}\n{plain}--{mark}\n{_HTML}\n\n'
            f'<div dir=3D"ltr">{html}</div>\n--{mark}--\n'
        )
        if chance < 0.935:
            return f"\n{both}\n".encode()
        return self._with_attachment(both)

    def _with_attachment(self, both: str) -> bytes:
        lines = min(len(self.lines), int(self.attached * self.dice.choice((0.3, 0.6, 1, 2.1))))
        start = self.dice.randrange(len(self.lines) - lines + 1)
        mark = f"=_m{self.dice.getrandbits(60):x}"
        before = f'\nContent-Type: multipart/mixed; boundary="{mark}"\n\n--{mark}\n{both}--{mark}\n{_ATTACHED}\n\n'
        return before.encode() + b"".join(self.lines[start : start + lines]) + f"--{mark}--\n\n".encode()


def messages(*, count: int, size: int, seed: int = 2) -> Iterator[bytes]:
    """`count` messages, together of about `size` bytes, each with its `From ` line."""
    writer = Writer(seed=seed, size=size, messages=count)
    for _ in range(count):
        yield writer.message()


_FROM = re.compile(rb"^From \S+@\S+ \w{3} (\w{3} \d\d \d\d:\d\d:\d\d \d{4})$", re.MULTILINE)


def last_day(path: Path) -> date:
    """The day of the last message of an archive."""
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - 1_000_000))
        told = _FROM.findall(stream.read())[-1]
    return datetime.strptime(told.decode(), "%b %d %H:%M:%S %Y").replace(tzinfo=UTC).date()


def write(path: Path, *, count: int = 40_000, size: int = 200_000_000, seed: int = 2) -> Path:
    """The archive as an mbox; written once, for the same figures give the same file."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(".part")
        with aside.open("wb") as stream:
            for raw in messages(count=count, size=size, seed=seed):
                stream.write(raw)
        aside.rename(path)
    return path
