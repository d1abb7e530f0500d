"""Remarks in the margin: one line of research, another one each day, its source behind "Why?"."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Remark:
    """`line` stands in the margin; `why` and `source` are behind "Why?"."""

    topic: str
    line: str
    why: str
    source: str


@cache
def remarks() -> tuple[Remark, ...]:
    text = Path(__file__).with_name("remarks.toml").read_text(encoding="utf-8")
    return tuple(Remark(**one) for one in tomllib.loads(text)["remark"])


def remark_of(topic: str, day: date) -> Remark:
    """The remark of a day on a topic; each has its turn."""
    fitting = [one for one in remarks() if one.topic == topic]
    return fitting[day.toordinal() % len(fitting)]
