"""A mailbox on an IMAP server, read and never changed: folders, numbers of new messages, headers, whole messages."""

import imaplib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.utils import format_datetime
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from imapclient.exceptions import LoginError, ProtocolError

from askwell.domain.connections import Login
from askwell.sources.servers.imap_line import Client
from askwell.sources.servers.patience import Patience
from askwell.sources.servers.reach import Reach
from askwell.sources.servers.seen import Key
from askwell.sources.servers.troubles import BrokenOff, Confused, NotLetIn, NotSecure, Trouble

WINDOW = 500  # messages asked for at once
HEAD = 64 * 1024  # bytes of headers that are read of a message
BODY = 512 * 1024  # bytes of a message whose text is wanted: what was written comes before what is attached
TOGETHER = 8 * 1024 * 1024  # bytes of bodies asked for at once
ODD = (
    ProtocolError, ValueError, AssertionError, LookupError, TypeError, AttributeError, MemoryError, OverflowError,
    RecursionError,
)  # fmt: skip
BYE = 1.0  # seconds that the other side has for its goodbye
NOT_NOW = ("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]")
SCHEMES = {"imaps": 993, "imap+starttls": 143, "imap": 143}


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder with its flags in lower case; `parts` are its name between the separators of the server."""

    name: str
    flags: frozenset[str]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A folder as it stands: `validity` tells whether its numbers mean what they meant, `next` the number to come."""

    validity: int
    count: int
    next: int


@dataclass(frozen=True, slots=True)
class Head:
    """A message's headers; `above` are those an archive of its provider would have too, `from_line` when it came in."""

    raw: bytes
    above: bytes
    flags: frozenset[str]
    size: int
    from_line: bytes


class Box:
    """A mailbox that somebody was let into. All it raises is Trouble."""

    def __init__(self, server: str, reach: Reach, patience: Patience) -> None:
        parts = urlsplit(server)
        self.host = parts.hostname or ""
        self._patience, self._cuts = patience, True
        with self._troubles():
            self._client = Client(
                reach, patience, self.host, parts.port or SCHEMES[parts.scheme], secure=parts.scheme == "imaps"
            )
        if parts.scheme == "imap+starttls":
            self._encrypt()

    def _encrypt(self) -> None:
        """Whether the server offers it may have been somebody else's word, so it is not asked for."""
        try:
            with self._troubles():
                self._client._imap.encrypt()  # noqa: SLF001 - the line is ours
        except Trouble:
            self.close()
            raise

    def let_in(self, key: Key) -> None:
        """Log in. Raises NotLetIn where that is refused, NotSecure where it may not be tried on this line."""
        if self._has("LOGINDISABLED"):
            raise NotSecure(self.host)
        with self._troubles():
            try:
                if key.login is Login.TOKEN:
                    self._client.sasl_login("XOAUTH2", _once(f"user={key.user}\1auth=Bearer {key.secret}\1\1"))
                elif not key.user.isascii() or not key.secret.isascii():
                    self._client.plain_login(key.user, key.secret)
                else:
                    self._client.login(_quoted(key.user), key.secret)
            except LoginError as refused:
                raise self._refused(refused) from refused

    def _refused(self, refused: LoginError) -> Trouble:
        """The library calls whatever goes wrong a refusal, also a line that is cut, and a server that is in trouble."""
        if isinstance(refused.__context__, imaplib.IMAP4.abort):
            return BrokenOff(self.host)
        if any(code in str(refused).upper() for code in NOT_NOW):
            return Confused(self.host, "it lets nobody in at the moment. Try again later")
        return NotLetIn(self.host)

    @property
    def is_gmail(self) -> bool:
        """Whether it speaks Gmail's extensions, where one folder holds all mail."""
        return self._has("X-GM-EXT-1")

    def _has(self, capability: str) -> bool:
        with self._troubles():
            return bool(self._client.has_capability(capability))

    def folders(self) -> list[Folder]:
        """All folders of hers; not those that others share with her."""
        others = self._prefixes_of_others()
        with self._troubles():
            told = self._client.list_folders()
        found = []
        for flags, separator, name in told:
            text, mark = str(name), bytes(separator or b"").decode("ascii", "replace")
            parts = tuple(text.split(mark)) if mark else (text,)
            if not text.startswith(others):
                found.append(Folder(text, _words(flags), parts))
        return found

    def _prefixes_of_others(self) -> tuple[str, ...]:
        if not self._has("NAMESPACE"):
            return ()
        with self._troubles():
            told = self._client.namespace()
        return tuple(prefix for some in (told.other, told.shared) for prefix, _ in some or () if prefix)

    def open(self, folder: Folder) -> Opened | None:
        """Open a folder for reading alone; None where the server does not let her."""
        try:
            with self._troubles(but=imaplib.IMAP4.error):
                told = self._client.select_folder(folder.name, readonly=True)
        except imaplib.IMAP4.abort as fault:
            raise BrokenOff(self.host) from fault
        except imaplib.IMAP4.error:
            return None
        with self._troubles():
            return Opened(*(int(told.get(name, 0)) for name in (b"UIDVALIDITY", b"EXISTS", b"UIDNEXT")))

    def numbers_after(self, last: int, count: int) -> tuple[list[int], list[int]]:
        """The numbers (UIDs) behind `last`, of `count` messages in the folder, and those right before; both in order.

        Messages are asked for by their place, newest windows first: so gaps in the numbers cost nothing.
        """
        found: set[int] = set()
        end = count
        while end > 0:
            places = range(max(1, end - WINDOW + 1), end + 1)
            with self._by_place():
                some = {int(one[b"UID"]) for one in self._fetch(places, ["UID"]).values() if b"UID" in one}
            if not some and end == count:
                raise Confused(self.host, "it counts messages and then shows none of them")
            found |= some
            if not some or min(some) <= last:
                break
            end -= WINDOW
        told = sorted(found)
        return [number for number in told if number > last], [number for number in told if number <= last]

    def of_conversation(self, conversation: str) -> list[int]:
        """The numbers of all messages in one of Gmail's conversations."""
        with self._troubles():
            return [int(number) for number in self._client.search(["X-GM-THRID", conversation])]

    @contextmanager
    def _by_place(self) -> Iterator[None]:
        self._client.use_uid = False
        try:
            yield
        finally:
            self._client.use_uid = True

    def heads(self, numbers: Sequence[int]) -> dict[int, Head]:
        """The headers of these messages; one that is gone by now is missing."""
        items = ["INTERNALDATE", "RFC822.SIZE", "FLAGS", *(("X-GM-THRID", "X-GM-LABELS") if self.is_gmail else ())]
        found = self._fetch(numbers, [*items, self._part("HEADER", HEAD)])
        if found and self._cuts and not any(_bytes_of(told, b"BODY[HEADER]") for told in found.values()):
            self._cuts = False
            found = self._fetch(numbers, [*items, self._part("HEADER", HEAD)])
        with self._troubles():
            return {number: _head(told) for number, told in found.items() if _bytes_of(told, b"BODY[HEADER]")}

    def wholes(self, sizes: dict[int, int]) -> Iterator[list[tuple[int, bytes]]]:
        """The messages, up to what can hold their text, by their `sizes` in bytes, some at a time.

        One that is gone is missing.
        """
        fitting = {number: size for number, size in sizes.items() if self._cuts or size <= BODY}
        for some in _together(fitting):
            found = self._fetch(some, [self._part("", BODY)])
            told = ((number, _bytes_of(found.get(number, {}), b"BODY[]")) for number in some)
            yield [(number, raw) for number, raw in told if raw]

    def _part(self, name: str, most: int) -> str:
        """The beginning of a part of a message, not marked as read by it; all of it where a server cuts nothing."""
        return f"BODY.PEEK[{name}]<0.{most}>" if self._cuts else f"BODY.PEEK[{name}]"

    def _fetch(self, numbers: Iterable[int], items: Sequence[str]) -> dict[int, dict[bytes, Any]]:
        with self._troubles():
            return dict(self._client.fetch(list(numbers), items))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close(at_once=kind is not None and not issubclass(kind, Exception))

    def close(self, *, at_once: bool = False) -> None:
        """Say goodbye if the other side still listens; not where she stopped it, who waits for nobody."""
        with suppress(Exception):
            if not at_once:
                self._patience.anew(at_most=BYE)
                self._client.logout()
        with suppress(Exception):
            self._client.shutdown()

    @contextmanager
    def _troubles(self, *, but: type[Exception] = NotLetIn) -> Iterator[None]:
        """Whatever goes wrong is a Trouble, save what the caller deals with."""
        self._patience.anew()
        try:
            yield
        except (Trouble, but):
            raise
        except imaplib.IMAP4.abort as fault:
            raise BrokenOff(self.host) from fault
        except imaplib.IMAP4.error as fault:
            raise Confused(self.host, "it refuses what every mail server does") from fault
        except OSError as fault:
            raise BrokenOff(self.host) from fault
        except ODD as fault:
            raise Confused(self.host) from fault


def _quoted(user: str) -> str:
    """A name as the protocol has it, whatever is in it; the library does so with the password alone."""
    escaped = user.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _once(answer: str) -> Callable[[bytes], bytes]:
    """A token is said once; to what the server then says of it there is nothing more to answer."""
    answers = [answer.encode()]
    return lambda _: answers.pop() if answers else b""


def _head(told: dict[bytes, Any]) -> Head:
    came = told.get(b"INTERNALDATE")
    labels = told.get(b"X-GM-LABELS") or ()
    gmail = b""
    if b"X-GM-THRID" in told:
        gmail += b"X-GM-THRID: %d\r\n" % int(told[b"X-GM-THRID"])
    if labels:
        names = (bytes(label).lstrip(b"\\") if isinstance(label, bytes) else str(label).encode() for label in labels)
        gmail += b"X-Gmail-Labels: " + b",".join(b" ".join(name.split()) for name in names) + b"\r\n"
    return Head(
        raw=_bytes_of(told, b"BODY[HEADER]"),
        above=gmail,
        flags=_words(told.get(b"FLAGS") or ()),
        size=int(told.get(b"RFC822.SIZE") or 0),
        from_line=b"From - " + format_datetime(came).encode() if came else b"",
    )


def _words(flags: Iterable[Any]) -> frozenset[str]:
    return frozenset(flag.decode("ascii", "replace").lower() for flag in flags if isinstance(flag, bytes))


def _bytes_of(told: dict[bytes, Any], name: bytes) -> bytes:
    """What came of a part of a message, whether or not the server says where it begins."""
    found = told.get(name + b"<0>") or told.get(name)
    return found if isinstance(found, bytes) else b""


def _together(sizes: dict[int, int]) -> Iterator[list[int]]:
    """Messages in groups that are not too large together."""
    group: list[int] = []
    sum_ = 0
    for number, told in sizes.items():
        size = min(told, BODY) or BODY
        if group and (sum_ + size > TOGETHER or len(group) >= WINDOW):
            yield group
            group, sum_ = [], 0
        group.append(number)
        sum_ += size
    if group:
        yield group
