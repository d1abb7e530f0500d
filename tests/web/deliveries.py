"""Jobs for tests: deliveries of made-up files, a book of them, and waiting until something is so."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from tests.web.running import App

from askwell.actions.desk import Desk
from askwell.web.jobs.book import Book, Standing, State
from askwell.web.jobs.job import Job

SYLLABLES = "bra cel dor fen gar hul jin kor lam mer nov ost pel rin sal tev ulm ver win yar".split()
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
SOON = 60.0  # seconds
T = TypeVar("T")


def surname(number: int) -> str:
    """Another one for each number."""
    told = ""
    while number or not told:
        number, at = divmod(number, len(SYLLABLES))
        told += SYLLABLES[at]
    return f"{told}feld".capitalize()


def connections(first: int, count: int) -> bytes:
    """A LinkedIn export of made-up people."""
    rows = [
        f"Ana,{surname(n)},https://www.linkedin.com/in/ana-{n},ana{n}@example.com,Firm {n % 300},Engineer,02 May 2019"
        for n in range(first, first + count)
    ]
    return "\n".join([HEADER, *rows, ""]).encode()


def letters(count: int, *, me: str = "nora@example.com") -> bytes:
    """An mbox of made-up mail, half of it written by her."""
    there = [(f"Ben {surname(n)} <ben{n}@example.net>", f"Nora Vale <{me}>") for n in range(count)]
    pairs = [(b, a) if n % 2 else (a, b) for n, (a, b) in enumerate(there)]
    return "".join(
        f"From - Mon Mar 02 10:00:00 2026\nFrom: {sender}\nTo: {to}\nSubject: Lunch {n}\n"
        f"Date: Mon, 02 Mar 2026 10:{n // 60 % 60:02}:{n % 60:02} +0000\nMessage-ID: <{n}@example.com>\n\n"
        f"Shall we have lunch on day {n}? I would like to hear how you are.\n\n"
        for n, (sender, to) in enumerate(pairs)
    ).encode()


@contextmanager
def book_in(data: Path) -> Iterator[Book]:
    """A book whose children are ended with the test."""
    book = Book(data, embedded=True)
    try:
        yield book
    finally:
        for folder in book.folder.glob("*"):
            book.line.leave(folder)


def give(book: Book, desk: Desk, **files: bytes) -> Job:
    """Deliver files; Connections_csv stands for Connections.csv."""
    box = book.box()
    for name, content in files.items():
        given = name.replace("_", ".")
        kept, file = box.new(given)
        with file:
            file.write(content)
        box.take(given, kept, len(content))
    return book.begin(desk, box)


def hand_in(app: App, content: bytes) -> str:
    """Files given as a browser does it: the address of the page that follows."""
    parts = [
        b'--edge\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n' + app.token("/bring").encode(),
        b'--edge\r\nContent-Disposition: form-data; name="files"; filename="Connections.csv"\r\n\r\n' + content,
        b"--edge--\r\n",
    ]
    told = {
        "Sec-Fetch-Site": "same-origin",
        "Origin": app.origin,
        "Content-Type": "multipart/form-data; boundary=edge",
        "Cookie": "; ".join(f"{name}={value}" for name, value in app.cookies.items()),
    }
    return str(app.ask("POST", "/bring", body=b"\r\n".join(parts), headers=told).headers["Location"])


def until(book: Book, desk: Desk, job: Job, *states: State) -> Standing:
    """How the job stands, once it is so."""
    return wait_for(lambda: found if (found := standing(book, desk, job)).state in states else None)


def standing(book: Book, desk: Desk, job: Job) -> Standing:
    found = book.find(desk, job.id)
    assert found
    return found


def wait_for(look: Callable[[], T | None]) -> T:
    """What `look` finds, as soon as it finds something."""
    end = time.monotonic() + SOON
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.01)
    raise AssertionError("it did not come about")


def is_alive(pid: int) -> bool:
    """Whether the process is there and no zombie; an orphan's parent may not have looked after it yet."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"
