"""Who a LinkedIn message went to: names and profiles stand in two cells, and a comma may be part of a name."""

import re
from collections import defaultdict
from collections.abc import Iterable

from askwell.domain.people import Party
from askwell.identity.handles import slug

_URL = re.compile(r"https?://[^\s,;]+")
# What follows a comma within a name: degrees and certificates (`Doe, Ph.D.`, `Raman, CSCP`), Jr., II.
_SUFFIX = re.compile(
    r"^(?:[A-Z][A-Za-z.\-®()]{0,3}[A-Z.][A-Za-z.\-®()]{0,8}|[A-Z®()\-]{2,12}|Jr\.?|Sr\.?|Esq\.?|[IV]{1,3})$"
)

_LONGEST = 20_000  # characters of a cell of names; a conversation of a thousand people


class Known:
    """Names and profiles that stand together in the senders' columns, where each cell holds one person."""

    def __init__(self, senders: Iterable[tuple[str, str]]) -> None:
        self._names: dict[str, str] = {}
        handles: defaultdict[str, set[str]] = defaultdict(set)
        for name, profile in senders:
            if name and profile:
                self._names[profile] = name
                handles[name].add(profile)
        self._handles = {name: profiles.pop() for name, profiles in handles.items() if len(profiles) == 1}

    def name(self, profile: str) -> str:
        return self._names.get(profile, "")

    def handle(self, name: str) -> str:
        """The profile of the one sender of this name, "" where nobody or several bear it."""
        return self._handles.get(name, "")


def recipients(names: str, urls: str, known: Known) -> list[Party]:
    """The parties in TO and RECIPIENT PROFILE URLS; older exports have names alone."""
    handles = [slug(url) for url in _URL.findall(urls)]
    if len(handles) == 1:
        return [Party(" ".join(names.split()), handles[0])]
    parts = _split(names, known)
    if not handles:
        return [Party(name, known.handle(name)) for name in parts]
    if len(parts) == len(handles):
        return [Party(*pair) for pair in zip(parts, handles, strict=True)]
    return [Party(known.name(profile), profile) for profile in handles]


def _split(names: str, known: Known) -> list[str]:
    """Names parted at commas, degrees left with the name they follow."""
    whole = " ".join(names[:_LONGEST].split())
    if known.handle(whole) or "," not in whole:
        return [whole] if whole else []
    parts: list[str] = []
    for part in filter(None, (p.strip() for p in whole.split(","))):
        if parts and (_SUFFIX.match(part) or known.handle(f"{parts[-1]}, {part}")):
            parts[-1] = f"{parts[-1]}, {part}"
        else:
            parts.append(part)
    return parts
