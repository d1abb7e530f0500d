"""Who led to whom, as a picture: where each name and each branch lies. Pure numbers, for attributes of an SVG."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from askwell.domain.plans import Branch, ReferralStage

ROW, BETWEEN = 26, 8  # from name to name, and what a new helper is set apart
TOP = 22
HELPERS, FIRST, COLUMN = 136, 330, 190  # where the helpers' names begin, the first dots lie, and the next column
WIDTH = 880
LETTER, ROOT_LETTER, ROOM = 7.5, 10.0, 150.0  # widths of a letter, and of the room for a name
DEEPEST = 4  # columns of dots; a deeper tree would be too small to read and is an outline alone
STRONG = {ReferralStage.DECIDER, ReferralStage.OPENING}


@dataclass(frozen=True, slots=True)
class Twig:
    """Somebody in the tree: a helper (no stage), or whom a helper led to; `twigs` are those the way went on to."""

    name: str
    stage: str = ""
    href: str = ""
    twigs: tuple["Twig", ...] = ()

    @property
    def further(self) -> int:
        """How many people this one led to, by whatever way."""
        return sum(1 + twig.further for twig in self.twigs)

    @property
    def deep(self) -> int:
        return 1 + max((twig.deep for twig in self.twigs), default=0)

    @property
    def leads_to_opening(self) -> bool:
        return self.stage == ReferralStage.OPENING or any(twig.leads_to_opening for twig in self.twigs)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the picture, with its dot where it has a stage."""

    text: str
    x: float
    y: float
    stage: str = ""
    strong: bool = True
    dot: float = 0.0

    @property
    def base(self) -> float:
        """The line the letters stand on."""
        return self.y + 4.75


@dataclass(frozen=True, slots=True)
class Line:
    """A branch from the end of one name to the dot of the next; warm where it leads to an opening."""

    path: str
    warm: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole tree; `root` is the seeker."""

    width: float
    height: float
    root: Name
    names: tuple[Name, ...]
    lines: tuple[Line, ...]


def grown(branches: Iterable[Branch], names: Mapping[str, str]) -> tuple[Twig, ...]:
    """The twigs of a referral tree, by helper in order of their first referral; `names` of contacts by id."""
    by_helper: dict[str, list[Branch]] = {}
    for branch in branches:
        by_helper.setdefault(branch.referral.referrer, []).append(branch)
    return tuple(
        Twig(names.get(helper, ""), href=f"/people/{helper}", twigs=tuple(_twig(b, names) for b in led))
        for helper, led in by_helper.items()
    )


def _twig(branch: Branch, names: Mapping[str, str]) -> Twig:
    led = branch.referral
    href = f"/people/{led.person}" if led.person else ""
    further = tuple(_twig(one, names) for one in branch.further)
    return Twig(names.get(led.person, led.name), led.stage, href, further)


def rows(twigs: Iterable[Twig], *, by: str = "") -> Iterator[tuple[str, Twig]]:
    """The table beside the picture: who led, and to whom."""
    for twig in twigs:
        if by:
            yield by, twig
        yield from rows(twig.twigs, by=twig.name)


def fits(twigs: Sequence[Twig]) -> bool:
    """Whether a picture of it can be read."""
    return bool(twigs) and max(twig.deep for twig in twigs) <= DEEPEST + 1


def picture(root: str, twigs: Sequence[Twig]) -> Picture:
    """The tree from left to right; the leaves stand in even rows, everybody else in the middle of whom they led to."""
    drawn = _Drawing(root)
    ys = [drawn.grow(twig, column=0) for twig in twigs]
    middle = (ys[0] + ys[-1]) / 2
    for twig, y in zip(twigs, ys, strict=True):
        drawn.branch(drawn.shift + 48, middle, drawn.shift + HELPERS - 6, y, warm=twig.leads_to_opening)
    columns = max(twig.deep for twig in twigs) - 1
    width = max(WIDTH, FIRST + COLUMN * columns - 20) + drawn.shift
    name = Name(drawn.root, 0, middle)
    return Picture(width, drawn.next - BETWEEN, name, tuple(drawn.names), tuple(reversed(drawn.lines)))


class _Drawing:
    """What is drawn so far, and the row where the next leaf stands."""

    def __init__(self, root: str) -> None:
        self.root = _cut(root, room=ROOM)
        self.shift = max(0.0, _wide(self.root) * ROOT_LETTER / LETTER + 8 - 48)
        self.names: list[Name] = []
        self.lines: list[Line] = []
        self.next: float = TOP

    def grow(self, twig: Twig, *, column: int) -> float:
        """Draw somebody and all they led to; the height they stand at."""
        ys = [self.grow(one, column=column + 1) for one in twig.twigs]
        y = (ys[0] + ys[-1]) / 2 if ys else self._leaf()
        name = self._name(twig, column=column, y=y)
        self.names.append(name)
        end = name.x + _wide(name.text) + 7
        for one, to in zip(twig.twigs, ys, strict=True):
            self.branch(end, y, self._dot(column + 1) - 9, to, warm=one.leads_to_opening)
        if column == 0:
            self.next += BETWEEN
        return y

    def branch(self, x: float, y: float, to_x: float, to_y: float, *, warm: bool) -> None:
        middle = (x + to_x) / 2
        path = f"M{x:g} {y:g}C{middle:g} {y:g} {middle:g} {to_y:g} {to_x:g} {to_y:g}"
        self.lines.append(Line(path, warm))

    def _leaf(self) -> float:
        y = self.next
        self.next += ROW
        return y

    def _dot(self, column: int) -> float:
        return self.shift + FIRST + COLUMN * (column - 1)

    def _name(self, twig: Twig, *, column: int, y: float) -> Name:
        text = _cut(twig.name, room=ROOM)
        if column == 0:
            return Name(text, self.shift + HELPERS, y)
        dot = self._dot(column)
        strong = twig.leads_to_opening or twig.stage in STRONG
        return Name(text, dot + 13, y, twig.stage, strong, dot)


def _wide(text: str) -> float:
    """About how wide a name is: letters of East Asia are square, marks above a letter take no room."""
    return sum(
        14.0 if unicodedata.east_asian_width(c) in "WF" else LETTER for c in text if not unicodedata.combining(c)
    )


def _cut(text: str, *, room: float) -> str:
    if _wide(text) <= room:
        return text
    while text and _wide(text) > room - LETTER:
        text = text[:-1]
    return f"{text.rstrip()}…"
