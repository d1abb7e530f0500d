"""What a part wants to be given: its first comment names it, and what is not named there is refused.

`{% comment "name, ally?, what" %}`: `name` and `what` must be given, `ally` may.
"""

import re
from collections.abc import Mapping
from functools import cache

from django.template import TemplateSyntaxError
from django.template.base import Template
from django.template.engine import Engine

_FIRST = re.compile(r'{% comment "([^"]*)" %}')


@cache
def part_of(engine: Engine, name: str) -> tuple[Template, frozenset[str], frozenset[str]]:
    """The template of a part, what it must be given, and what it may be given."""
    template = engine.get_template(f"parts/{name}.html")
    told = _FIRST.search(template.source)
    if told is None:
        raise TemplateSyntaxError(f"parts/{name}.html does not say in a first comment what it wants to be given.")
    names = [word.strip() for word in told[1].split(",") if word.strip()]
    return (
        template,
        frozenset(word for word in names if not word.endswith("?")),
        frozenset(word.rstrip("?") for word in names if word.endswith("?")),
    )


def checked(name: str, values: Mapping[str, object], *, must: frozenset[str], may: frozenset[str]) -> dict[str, object]:
    """The values, "" for what was not given; too little, or what it has no use for, is refused."""
    if missing := must - values.keys():
        raise TemplateSyntaxError(f"The part “{name}” wants {', '.join(sorted(missing))} too.")
    if more := values.keys() - must - may:
        raise TemplateSyntaxError(f"The part “{name}” has no use for {', '.join(sorted(more))}.")
    return {**dict.fromkeys(may, ""), **values}
