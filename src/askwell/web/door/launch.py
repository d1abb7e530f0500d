"""Codes that let somebody in once: one in a private file that the browser hands over, or a short one to type.

A code lies in the folder of the door as a file named by its seal, so that no code can be read there; who may write
into that folder may let somebody in. Taking that file away is using the code: of two who try, one succeeds.
"""

import json
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template
from threading import Lock

from askwell.web import private
from askwell.web.door.keys import UNREADABLE, Keys

CODES = "codes"
LAUNCH_SECONDS, TYPED_SECONDS = 60, 600
GUESSES = 20  # wrong ones, and all codes that are out are taken back
LETTERS = "23456789CDFGHJKMNPQRTVWXY"  # no look-alikes (0 O, 1 I L, 8 B, 5 S, 2 Z), no vowels that make words
TYPED_LENGTH = 10  # of 25 letters: 46 bits, against 20 guesses
ROUTE, FIELD = "/launch", "code"
PAGE = Path(__file__).parents[1] / "templates" / "door" / "launch.html"


@dataclass(frozen=True, slots=True)
class Ticket:
    """Whom a code lets in, in which span of seconds since 1970, and the launch file to take away with it, if any."""

    seeker: str
    made: float
    until: float
    page: str = ""

    def holds(self, moment: float) -> bool:
        return self.made - 1 <= moment <= self.until  # a second for clocks that are set a little back


class Codes:
    """The codes of one folder. `clock` gives seconds since 1970; it is the computer's, whatever day `--now` says."""

    def __init__(self, door: Path, keys: Keys, *, clock: Callable[[], float] = time.time) -> None:
        self._door, self._keys, self._clock = door, keys, clock
        self._folder = private.folder(door / CODES)
        self._lock, self._wrong = Lock(), 0

    def launch(self, url: str, *, seeker: str, place: Path | None = None) -> Path:
        """A private page that hands a code of 128 bits over to the app at `url`, once and within a minute.

        It lies in the folder of the door, or in `place`, where the browser may read nothing else.
        """
        code = secrets.token_hex(16)
        page = (place or self._door) / f"askwell-{secrets.token_hex(8)}.html"
        self._keep(code, seeker, seconds=LAUNCH_SECONDS, page=str(page))
        words = Template(PAGE.read_text(encoding="utf-8"))
        private.write(page, words.substitute(action=f"{url.rstrip('/')}{ROUTE}", field=FIELD, code=code))
        return page

    def typed(self, *, seeker: str) -> str:
        """A code to type, once and within ten minutes, in two parts as it is read."""
        code = "".join(secrets.choice(LETTERS) for _ in range(TYPED_LENGTH))
        self._keep(code, seeker, seconds=TYPED_SECONDS)
        return f"{code[:5]}-{code[5:]}"

    def use(self, code: str) -> Ticket | None:
        """Whom the code lets in; None for one that is wrong, used or too old. Each code is good for one call."""
        with self._lock:
            ticket = self._take(self._file(code))
            if ticket:
                return ticket
            self._wrong = self._wrong + 1 if any(self._out()) else 0
            if self._wrong >= GUESSES:
                self.drop()
            return None

    def sweep(self) -> None:
        """Take away what is too old."""
        for file in self._out():
            ticket = _read(file)
            if ticket is None or not ticket.holds(self._clock()):
                self._take(file)

    def drop(self) -> None:
        """Take back every code that is out; a new start of the app makes new ones."""
        for file in self._out():
            self._take(file)
        for page in self._door.glob("askwell-*.html"):
            page.unlink(missing_ok=True)
        self._wrong = 0

    def _keep(self, code: str, seeker: str, *, seconds: int, page: str = "") -> None:
        now = self._clock()
        private.write(self._file(code), json.dumps(asdict(Ticket(seeker, now, now + seconds, page))))

    def _file(self, code: str) -> Path:
        """The file of a code, however it was typed."""
        plain = "".join(letter for letter in code.upper() if letter.isalnum())
        return self._folder / f"{self._keys.seal('code', plain)}.json"

    def _out(self) -> Iterator[Path]:
        return self._folder.glob("*.json")

    def _take(self, file: Path) -> Ticket | None:
        """Use up a ticket, with its launch file; None where it is not there any more or does not hold."""
        ticket = _read(file)
        try:
            file.unlink()
        except FileNotFoundError:
            return None
        if ticket and ticket.page:
            with suppress(OSError):  # Windows keeps what a browser still reads; the sweep comes back to it
                Path(ticket.page).unlink(missing_ok=True)
        return ticket if ticket and ticket.holds(self._clock()) else None


def _read(file: Path) -> Ticket | None:
    with suppress(*UNREADABLE):
        return Ticket(**json.loads(file.read_text(encoding="utf-8")))
    return None
