"""What could be done next: a verb and what it is done to, for each door to word in its way, as a command or a link."""

from dataclasses import dataclass

SAME = "…"  # whatever verb this was an answer to


@dataclass(frozen=True, slots=True)
class Hint:
    """`to` says what for, as in “to bring it back”; `verb` is one of the command line's, or SAME.

    `args` are ids, names and files, or words in capitals that stand for them; "…" stands for what was said before.
    `options` are further words with their values, "" where they have none.
    """

    verb: str
    to: str
    args: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
