"""Who a LinkedIn message went to: names and profiles stand in two cells, and a comma may be part of a name."""

import re
from collections import defaultdict
from collections.abc import Iterable

from askwell.domain.people import Party
from askwell.sources.cells import handle

_URL = re.compile(r"https?://[^\s,;]+")
# What follows a comma within a name: degrees and certificates (`Doe, Ph.D.`, `Raman, CSCP`), Jr., II.
_SUFFIX = re.compile(
    r"^(?:[A-Z][A-Za-z.\-®()]{0,3}[A-Z.][A-Za-z.\-®()]{0,8}|[A-Z®()\-]{2,12}|Jr\.?|Sr\.?|Esq\.?|[IV]{1,3})$"
)


class Known:
    """Names and profiles that stand together in the senders' columns, where each cell holds one person."""

    def __init__(self, senders: Iterable[tuple[str, str]]) -> None:
        self._names: dict[str, str] = {}
        handles: defaultdict[str, set[str]] = defaultdict(set)
        for name, slug in senders:
            if name and slug:
                self._names[slug] = name
                handles[name].add(slug)
        self._handles = {name: slugs.pop() for name, slugs in handles.items() if len(slugs) == 1}

    def name(self, slug: str) -> str:
        return self._names.get(slug, "")

    def handle(self, name: str) -> str:
        """The profile of the one sender of this name, "" where nobody or several bear it."""
        return self._handles.get(name, "")


def recipients(names: str, urls: str, known: Known) -> list[Party]:
    """The parties in TO and RECIPIENT PROFILE URLS; older exports have names alone."""
    handles = [handle(url) for url in _URL.findall(urls)]
    if len(handles) == 1:
        return [Party(" ".join(names.split()), handles[0])]
    parts = _split(names, known)
    if not handles:
        return [Party(name, known.handle(name)) for name in parts]
    if len(parts) == len(handles):
        return [Party(*pair) for pair in zip(parts, handles, strict=True)]
    return [Party(known.name(slug), slug) for slug in handles]


def _split(names: str, known: Known) -> list[str]:
    """Names parted at commas, degrees left with the name they follow."""
    whole = " ".join(names.split())
    if known.handle(whole) or "," not in whole:
        return [whole] if whole else []
    parts: list[str] = []
    for part in filter(None, (p.strip() for p in whole.split(","))):
        if parts and (_SUFFIX.match(part) or known.handle(f"{parts[-1]}, {part}")):
            parts[-1] = f"{parts[-1]}, {part}"
        else:
            parts.append(part)
    return parts
