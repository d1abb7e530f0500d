"""Lines, tables, letters and progress for a terminal; bold and dim help the eye, neither with NO_COLOR nor in a pipe.

Rich knows terminals and lays out tables. It takes 20 ms to load, so lines of text in a pipe do without it.
"""

import json
import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 100  # in a pipe, where COLUMNS does not say otherwise; a terminal's own width else
MOST, LEAST = 140, 20
GAP = 2  # columns between two cells
SHORT = 24  # a cell up to this width is never folded

Report = Callable[[str, int, int], None]


def width(stream: TextIO) -> int:
    """Columns of text: the terminal's own, or those of COLUMNS, so long as lines stay readable."""
    if stream.isatty():
        return max(LEAST, min(shutil.get_terminal_size((WIDTH, 40)).columns, MOST))
    said = os.environ.get("COLUMNS", "")
    return max(LEAST, int(said)) if said.isdecimal() and len(said) < 5 else WIDTH


def console(stream: TextIO) -> "Console":
    from rich.console import Console

    return Console(file=stream, width=width(stream), highlight=False, soft_wrap=False, emoji=False)


def _write(stream: TextIO, lines: Iterable[str], *, style: str = "") -> None:
    """Lines as they are, in style on a terminal."""
    if style and _is_styled(stream):
        out = console(stream)
        for line in lines:
            out.print(line, style=style, markup=False, soft_wrap=True)
        return
    stream.write("".join(f"{line}\n" for line in lines))


def _is_styled(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR")


def _folded(stream: TextIO, text: str, *, indent: str = "", hang: str = "") -> Iterator[str]:
    """Text folded to the width; later lines of a paragraph begin with `hang`."""
    for line in text.split("\n"):
        found = textwrap.wrap(
            line, width(stream), initial_indent=indent, subsequent_indent=hang,
            break_long_words=False, break_on_hyphens=False, replace_whitespace=False,
        )  # fmt: skip
        yield from found or [""]


def as_json(shape: Any) -> None:
    """One JSON document, readable, letters as they are."""
    sys.stdout.write(json.dumps(shape, ensure_ascii=False, indent=1) + "\n")


def as_lines(shapes: Iterable[Any]) -> None:
    """One JSON object a line, each as soon as it is known."""
    for shape in shapes:
        sys.stdout.write(json.dumps(shape, ensure_ascii=False) + "\n")


def say(text: str = "", *, style: str = "") -> None:
    _write(sys.stdout, _folded(sys.stdout, text), style=style)


def bullet(text: str, *, style: str = "") -> None:
    """One thing of a list."""
    _write(sys.stdout, _folded(sys.stdout, text, indent="• ", hang="  "), style=style)


def under(text: str, *, style: str = "") -> None:
    """What belongs to the bullet above."""
    _write(sys.stdout, _folded(sys.stdout, text, indent="  ", hang="  "), style=style)


def heading(text: str) -> None:
    say(text, style="bold")


def hint(text: str) -> None:
    """What one may do next."""
    say(text, style="dim")


def warn(text: str) -> None:
    _write(sys.stderr, _folded(sys.stderr, text), style="yellow")


def plain(text: str) -> None:
    """Text as it is, neither folded nor set in: it is there to be copied."""
    _write(sys.stdout, text.rstrip("\n").split("\n"))


def letter(text: str) -> None:
    """Words to copy, as they are, between two thin lines."""
    line = "─" * min(width(sys.stdout), 60)
    _write(sys.stdout, [line], style="dim")
    plain(text)
    _write(sys.stdout, [line], style="dim")


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A plain table: short cells stay whole, long ones share the rest; empty columns are left out.

    Where a terminal is too narrow for that, each row becomes a line with what is long below it.
    """
    listed = [["" if cell is None else " ".join(str(cell).split()) for cell in row] for row in rows]
    if not listed:
        return
    kept = [n for n in range(len(columns)) if any(row[n] for row in listed)]
    heads, listed = [columns[n] for n in kept], [[row[n] for n in kept] for row in listed]
    widths = [max(len(row[n]) for row in [heads, *listed]) for n in range(len(heads))]
    if sum(min(one, SHORT) + GAP for one in widths) - GAP > width(sys.stdout):
        for row in listed:
            _stacked(heads, row)
    else:
        _grid(heads, listed, widths)


def _grid(heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    from rich.markup import escape
    from rich.table import Table

    style = "dim" if _is_styled(sys.stdout) else ""
    grid = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, header_style=style, show_header=any(heads))
    for number, name in enumerate(heads):
        figures = all(row[number].isdigit() for row in rows)
        short = widths[number] <= SHORT
        least = min(widths[number], max(SHORT if not short else 0, len(name)))
        grid.add_column(
            escape(name), justify="right" if figures else "left", no_wrap=short, min_width=least, overflow="fold"
        )
    for row in rows:
        grid.add_row(*map(escape, row))
    out = console(sys.stdout)
    with out.capture() as drawn:
        out.print(grid)
    _write(sys.stdout, (line.rstrip() for line in drawn.get().rstrip("\n").split("\n")))


def _stacked(heads: Sequence[str], row: Sequence[str]) -> None:
    """One row where there is no room for columns: short cells in a line, figures with their heads, no noughts."""
    pairs = [(head, cell) for head, cell in zip(heads, row, strict=True) if cell and cell != "0"]
    short = [f"{cell} {head}".strip() if cell.isdigit() else cell for head, cell in pairs if len(cell) <= SHORT]
    bullet(" · ".join(short))
    for _, cell in pairs:
        if len(cell) > SHORT:
            under(cell)


@contextmanager
def progress() -> Iterator[Report | None]:
    """A line on standard error that tells how far long work is; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:,}"), TimeElapsedColumn())
    with Progress(*columns, console=console(sys.stderr), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def report(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total or None)

        yield report
