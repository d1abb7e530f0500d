"""Making very many frozen values fast.

A frozen dataclass with slots sets each field through `object.__setattr__`, which takes five times as long as an
ordinary one: 0.1 s for 30,000 contacts. So the value is made as its unfrozen twin with the very same slots, and then
becomes what it is. Python checks that the layouts agree.
"""

from collections.abc import Callable
from dataclasses import fields, make_dataclass
from typing import Any, TypeVar

T = TypeVar("T")


def maker(kind: type[T]) -> Callable[..., T]:
    """A function that takes all fields of a frozen dataclass with slots in order, and makes the value."""
    twin: Any = make_dataclass(kind.__name__, [field.name for field in fields(kind)], slots=True)  # type: ignore[arg-type]

    def make(*values: object) -> T:
        value = twin(*values)
        value.__class__ = kind
        return value  # type: ignore[no-any-return]

    return make
