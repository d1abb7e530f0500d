"""Making very many frozen values fast.

A frozen dataclass with slots sets each field through `object.__setattr__`, which takes five times as long as an
ordinary assignment: 0.1 s for the cards and contacts of 30,000 people. So the value is filled as its unfrozen twin with
the very same slots, and then becomes what it is. Python checks that the layouts agree.
"""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar

T = TypeVar("T")


def maker(kind: type[T]) -> Callable[..., T]:
    """A function that takes all fields of a frozen dataclass with slots, in order, and makes the value."""
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    room: dict[str, Any] = {"new": object.__new__, "twin": type("Twin", (), {"__slots__": names}), "kind": kind}
    code = [
        f"def make({', '.join(names)}):",
        " value = new(twin)",
        *(f" value.{name} = {name}" for name in names),
        " value.__class__ = kind",
        " return value",
    ]
    exec("\n".join(code), room)  # noqa: S102 - as dataclasses do it; only names of fields are put into the code
    make: Callable[..., T] = room["make"]
    return make
