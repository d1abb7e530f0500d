"""The made-up search, in a throw-away folder: its files are written and brought in as real ones would be."""

import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from askwell.actions import desk as desks
from askwell.domain.messages import Direction

if TYPE_CHECKING:
    from askwell.actions.noticed import Noticed

KEPT = "askwell-demo"
SEED = 7
NEWS = timedelta(days=5)
ASKED = frozenset({"meeting", "reply"})  # what is put to her as a question


def is_offered() -> bool:
    """Whether pages may offer it: on her own computer; those who share a server would share its people, too."""
    return not os.environ.get("ASKWELL_DATABASE_URL")


def folder() -> Path:
    """Where the demo lives: beside caches, for anybody may throw it away."""
    return Path(os.environ.get("ASKWELL_DEMO") or platformdirs.user_cache_path(KEPT, appauthor=False))


def prepare(*, seed: int = SEED, now: datetime | None = None, fresh: bool = False) -> Path:
    """The folder of the made-up search as of `now`, made anew where it is missing or of another day or seed."""
    now = now or desks.clock()
    place, mark = folder(), f"{now.date().isoformat()} {seed}\n"
    stamp = place / "made-for"
    if not fresh and stamp.exists() and stamp.read_text(encoding="utf-8") == mark:
        return place / "data"
    if stamp.exists() or not place.exists():
        shutil.rmtree(place, ignore_errors=True)
    _fill(place, seed=seed, now=now)
    stamp.write_text(mark, encoding="utf-8")
    return place / "data"


def _fill(place: Path, *, seed: int, now: datetime) -> None:
    from askwell.actions.bring_in import bring_in
    from askwell.actions.goals import set_goals
    from askwell.actions.noticed import noticed
    from askwell.actions.replies import answer
    from askwell.demo import make

    files = place / "files"
    files.mkdir(parents=True, exist_ok=True)
    made = make(seed=seed, now=now)
    for name, content in made.items():
        (files / name).write_bytes(content)
    with desks.open_desk(data=place / "data", now=now, url="") as desk:
        set_goals(desk, made["goals.toml"].decode())
        bring_in(desk, [files / name for name in made if name != "goals.toml"], me=("alex.marlowe@example.com",))
        answer(desk, yes=[one.waiting.id for one in noticed(desk) if not _is_news(one, now)])


def _is_news(one: "Noticed", now: datetime) -> bool:
    """Whether it is left for whoever looks around: what others wrote in the last days, and what only she can say."""
    lately = one.interaction.direction is Direction.IN and one.interaction.at > now - NEWS
    return lately or one.waiting.type in ASKED
