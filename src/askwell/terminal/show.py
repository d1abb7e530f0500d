"""Tables, drafts and progress for a terminal; colors only where they help, none with NO_COLOR or in a pipe."""

import json
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

WIDTH = 100  # of a table in a pipe; a terminal's own width else

Report = Callable[[str, int, int], None]


def console(*, errors: bool = False) -> Console:
    stream = sys.stderr if errors else sys.stdout
    width = min(shutil.get_terminal_size((WIDTH, 40)).columns, 140) if stream.isatty() else WIDTH
    return Console(file=stream, width=width, highlight=False, soft_wrap=False)


def as_json(shape: Any) -> None:
    """One JSON document, readable, letters as they are."""
    sys.stdout.write(json.dumps(shape, ensure_ascii=False, indent=1) + "\n")


def as_lines(shapes: Iterable[Any]) -> None:
    """One JSON object a line, each as soon as it is known."""
    for shape in shapes:
        sys.stdout.write(json.dumps(shape, ensure_ascii=False) + "\n")


def say(text: str = "", *, style: str = "") -> None:
    console().print(escape(text), style=style)


def heading(text: str) -> None:
    console().print(escape(text), style="bold")


def warn(text: str) -> None:
    console(errors=True).print(escape(text), style="yellow")


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A plain table; the last column takes the room that is left. Numbers stand to the right."""
    listed = [[("" if cell is None else str(cell)) for cell in row] for row in rows]
    grid = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for number, column in enumerate(columns):
        figures = bool(listed) and all(row[number].isdigit() for row in listed)
        grid.add_column(escape(column), justify="right" if figures else "left", overflow="fold")
    for row in listed:
        grid.add_row(*map(escape, row))
    console().print(grid)


def block(text: str) -> None:
    """A draft, set in by four columns, without blanks at the ends of lines: it is there to be copied."""
    out = console()
    for line in text.splitlines():
        folded = textwrap.wrap(line, out.width - 4, break_long_words=False) or [""]
        out.print("\n".join(f"    {one}".rstrip() for one in folded), markup=False)


@contextmanager
def progress() -> Iterator[Report | None]:
    """A line on standard error that tells how far long work is; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:,}"), TimeElapsedColumn())
    with Progress(*columns, console=console(errors=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def report(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total or None)

        yield report
