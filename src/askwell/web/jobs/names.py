"""Names of files from outside: kept under a name that is safe on every system, and shown as she named them."""

import re
from pathlib import PurePosixPath

LONGEST, ENDING = 150, 20  # bytes of a name, and of its ending
DEPTH = 12  # folders within folders; what lies deeper is kept by its own name alone
SHOWN = 120  # letters
FLAGS = ";"  # instead of a colon, as Maildirs on Windows have it: what stands behind it tells drafts and trash
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\ud800-\udfff]')
_DEVICES = re.compile(r"(con|prn|aux|nul|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_OUTSIDE = re.compile(r"^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.?([/\\]|$)")


class Names:
    """The names within one delivery: no two alike, not even where capitals do not count."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._tops: dict[str, int] = {}
        self._count = 0

    def keep(self, given: str) -> PurePosixPath:
        """Where to keep a file that was given under this name: a numbered folder, then its name.

        The files of one folder stay together, in their order of folders.
        """
        parts = _parts(given)
        number = self._tops.get(parts[0]) if len(parts) > 1 else None
        if number is None:
            self._count = number = self._count + 1
        if len(parts) > 1:
            self._tops[parts[0]] = number
        return self._free(PurePosixPath(str(number), *map(safe, parts)))

    def _free(self, path: PurePosixPath) -> PurePosixPath:
        free, more = path, 1
        while str(free).casefold() in self._taken:
            more += 1
            free = path.with_name(f"{path.stem} ({more}){path.suffix}")
        self._taken.add(str(free).casefold())
        return free


def _parts(given: str) -> list[str]:
    """Folders and name; of a name that points somewhere else, or lies very deep, the name alone."""
    parts = [part for part in re.split(r"[/\\]", given) if part]
    return parts[-1:] or [given] if _OUTSIDE.search(given) or len(parts) > DEPTH or len(parts) < 2 else parts


def safe(part: str) -> str:
    """One part of a path that every system takes: no reserved letters or devices, not too long, not hidden by dots."""
    bare = _UNSAFE.sub("_", part.replace(":", FLAGS)).rstrip(" .") or "_"
    bare = f"_{bare}" if _DEVICES.fullmatch(bare) else bare
    if len(bare.encode()) <= LONGEST:
        return bare
    stem, dot, ending = bare.rpartition(".")
    kept = f"{dot}{ending}" if stem and len(ending.encode()) <= ENDING else ""
    return _cut(stem if kept else bare, LONGEST - len(kept.encode())) + kept


def _cut(text: str, most: int) -> str:
    return text.encode()[:most].decode("utf-8", "ignore").rstrip(" .")


def top(given: str) -> str:
    """The folder that a file was given in, as it was given; else its own name, whole."""
    parts = _parts(given)
    return shown(parts[0] if len(parts) > 1 else given)


def shown(given: str) -> str:
    """A name for the page: as it was given, but for letters that cannot be seen, and not endless."""
    plain = "".join(letter if letter.isprintable() else "\ufffd" for letter in given)
    return plain if len(plain) <= SHOWN else f"{plain[: SHOWN - 20]}…{plain[-19:]}"
