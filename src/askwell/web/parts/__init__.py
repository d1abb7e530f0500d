"""What the parts of a page are made from: values that page modules hand to the templates in `parts/`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """Something one can do, as a button: a link to `href`, or a change sent to `post`.

    `name` and `value` go with the change. `about` is heard and not seen, where several buttons have the same words:
    "Undo" of Ana Lindqvist.
    """

    words: str
    href: str = ""
    post: str = ""
    name: str = ""
    value: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One chip: a `value` to choose in a form, or a link to `href`; `count` stands behind the words."""

    words: str
    value: str = ""
    href: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """One point of a timeline: inked where somebody helped."""

    when: str
    what: str
    inked: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a receipt: counted words with dotted leaders; the `sum` is the last."""

    words: str
    count: int | str
    sum: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part of how she asks, of 100: now, and where it `was` a month ago; `next` is the next stretch.

    `now` is None where there is nothing to go by. `made_of` is what the figure is made of.
    """

    words: str
    now: int | None
    was: int | None = None
    next: bool = False
    made_of: str = ""


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder of courage; the next one has an `act`."""

    words: str
    why: str = ""
    done: bool = False
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of somebody in one respect; `same` if the other has it too, `differs` if that one says another."""

    words: str
    values: tuple[str, ...] = ()
    same: bool = False
    differs: bool = False
