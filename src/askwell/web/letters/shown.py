"""What an address of a letter's page says beside the person: by which channel, with which question, what was left."""

from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urlencode

from django.http import QueryDict

from askwell.guide.room import PAGE_CHANNELS
from askwell.web.page import number

LONGEST = 500  # characters of a list of rules


@dataclass(frozen=True, slots=True)
class Shown:
    """`need`, `gift` and `to` count from 1, 0 leaves it to the letter; `left` are rules she leaves as they are."""

    channel: str = ""
    need: int = 0
    gift: int = 0
    to: int = 0
    left: tuple[str, ...] = ()
    event: str = ""

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        channel = query.get("by", "")
        return cls(
            channel=channel if channel in PAGE_CHANNELS else "",
            need=count(query.get("need", "")),
            gift=count(query.get("gift", "")),
            to=count(query.get("to", "")),
            left=rules(query.get("left", "")),
            event=query.get("event", "")[:40],
        )

    def at(self, path: str, *, mark: str = "", **changes: Any) -> str:
        """The address of this, with some of it changed; `mark` names a place on the page."""
        now = replace(self, **changes)
        said = {
            "by": now.channel,
            "need": now.need,
            "gift": now.gift,
            "to": now.to,
            "left": " ".join(now.left),
            "event": now.event,
        }
        query = urlencode({key: value for key, value in said.items() if value})
        return path + (f"?{query}" if query else "") + (f"#{mark}" if mark else "")


def rules(text: str) -> tuple[str, ...]:
    """Names of rules, each once."""
    return tuple(dict.fromkeys(text[:LONGEST].split()))


def count(text: str) -> int:
    """A number that a page wrote; 0 for anything else."""
    return number(text) or 0
