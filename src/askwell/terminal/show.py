"""Tables, drafts and progress for a terminal; colors only where they help, none with NO_COLOR or in a pipe.

Rich knows terminals and lays out tables. It takes 20 ms to load, so lines of text in a pipe do without it.
"""

import json
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 100  # of a table in a pipe; a terminal's own width else

Report = Callable[[str, int, int], None]


def width(stream: TextIO) -> int:
    """Columns of text: the terminal's own, so long as lines stay readable."""
    return min(shutil.get_terminal_size((WIDTH, 40)).columns, 140) if stream.isatty() else WIDTH


def console(stream: TextIO) -> "Console":
    from rich.console import Console

    return Console(file=stream, width=width(stream), highlight=False, soft_wrap=False, emoji=False)


def _lines(stream: TextIO, text: str, *, style: str = "") -> None:
    """Text folded to the width, in color on a terminal."""
    if stream.isatty():
        console(stream).print(text, style=style, markup=False)
        return
    for line in text.split("\n"):
        folded = textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False, replace_whitespace=False)
        stream.write("".join(f"{one}\n" for one in folded or [""]))


def as_json(shape: Any) -> None:
    """One JSON document, readable, letters as they are."""
    sys.stdout.write(json.dumps(shape, ensure_ascii=False, indent=1) + "\n")


def as_lines(shapes: Iterable[Any]) -> None:
    """One JSON object a line, each as soon as it is known."""
    for shape in shapes:
        sys.stdout.write(json.dumps(shape, ensure_ascii=False) + "\n")


def say(text: str = "", *, style: str = "") -> None:
    _lines(sys.stdout, text, style=style)


def heading(text: str) -> None:
    _lines(sys.stdout, text, style="bold")


def warn(text: str) -> None:
    _lines(sys.stderr, text, style="yellow")


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A plain table; the last column takes the room that is left. Numbers stand to the right."""
    from rich.markup import escape
    from rich.table import Table

    listed = [[("" if cell is None else str(cell)) for cell in row] for row in rows]
    grid = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for number, column in enumerate(columns):
        figures = bool(listed) and all(row[number].isdigit() for row in listed)
        grid.add_column(escape(column), justify="right" if figures else "left", overflow="fold")
    for row in listed:
        grid.add_row(*map(escape, row))
    console(sys.stdout).print(grid)


def block(text: str) -> None:
    """A draft, set in by four columns, without blanks at the ends of lines: it is there to be copied."""
    for line in text.splitlines():
        folded = textwrap.wrap(line, width(sys.stdout) - 4, break_long_words=False) or [""]
        _lines(sys.stdout, "\n".join(f"    {one}".rstrip() for one in folded))


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
