"""The made-up job searches to measure on: where the files of each lie, whose search it is, and as of when."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
Truth = dict[str, Any]


@dataclass(frozen=True)
class Scene:
    """One search. `me` are the seeker's own addresses; `blind`: held out, no rule was written with it in view."""

    name: str
    folder: Path
    now: datetime
    me: frozenset[str]
    zone: str
    country: str
    blind: bool

    @cached_property
    def truth(self) -> Truth:
        return _truth(self.folder)

    @property
    def title(self) -> str:
        return f"{self.name}, written without knowledge of the rules" if self.blind else self.name

    @property
    def seeker(self) -> str:
        return str(self.truth["seeker"]["name"])

    @property
    def since(self) -> date:
        """The day from which the seeker was looking: the last word of the status."""
        return date.fromisoformat(self.truth["seeker"]["status"].rsplit(maxsplit=1)[-1])


def _truth(folder: Path) -> Truth:
    found: Truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return found


def _scene(name: str, folder: str, *, zone: str, country: str, blind: bool) -> Scene:
    told = _truth(DATA / folder)
    return Scene(
        name=name,
        folder=DATA / folder,
        now=datetime.fromisoformat(told["as_of"]),
        me=frozenset({told["seeker"]["email"]}),
        zone=zone,
        country=country,
        blind=blind,
    )


FIRST = _scene("the first search (Dana)", "scenario", zone="America/Chicago", country="US", blind=False)
SECOND = _scene("the second search (Nerys)", "scenario2", zone="Europe/London", country="GB", blind=True)
SCENES = (FIRST, SECOND)
