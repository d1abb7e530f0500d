"""Tables whose columns nobody knows, in a terminal: what is seen of them, how to go on, and the question itself."""

import sys
from collections.abc import Callable, Iterable, Mapping

from askwell.domain.reading import FileReceipt
from askwell.domain.tables import FIELDS, SEVERAL, Question, layout
from askwell.terminal import show

NOTHING = "-"
Answer = Callable[[str], str]


def tell(file: FileReceipt) -> None:
    """What stands in a table, and how to say which column is what."""
    question = file.question
    if question is None:
        return
    show.heading(f"{file.path or file.file}: which column is what?")
    show.table(("", "header", *(f"row {at}" for at, _ in enumerate(question.rows, 1)), "perhaps"), _lines(question))
    if question.why:
        show.say(f"{question.why[0].upper()}{question.why[1:]}.")
    show.say(f"Say it, for instance: --columns {example(question)}")
    remembered = " The next table with this header is read without asking." if question.is_known_again else ""
    show.say(f"The words are {', '.join(FIELDS)}.{remembered}")


def example(question: Question) -> str:
    """The guesses as the option says them, else a name and an address to be put in their place."""
    pairs = [f"{column.guess}={column.letter}" for column in question.columns if column.guess]
    return ",".join(pairs) or "name=A,email=B"


def can_ask() -> bool:
    """Whether somebody sits at a terminal to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(files: Iterable[FileReceipt], *, answer: Answer = input) -> Mapping[str, str]:
    """Her answers, by the mark of the header; of a table that she does not want to answer, none."""
    found: dict[str, str] = {}
    for file in files:
        if file.question and file.question.mark not in found:
            show.say(f"Enter keeps what stands in brackets, {NOTHING} is for a column that is not needed.")
            fields = _asked(file.question, answer)
            if any(fields):
                found[file.question.mark] = layout(fields)
    return found


def _asked(question: Question, answer: Answer) -> list[str]:
    """What she says each column is; an end of input leaves the rest as it is guessed."""
    fields: list[str] = []
    for column in question.columns:
        name = f" “{column.header}”" if column.header else ""
        prompt = f"{column.letter}{name} [{column.guess or NOTHING}]: "
        while (said := answer(prompt).strip().lower() or column.guess or NOTHING) not in {*FIELDS, NOTHING}:
            show.say(f"The words are {', '.join(FIELDS)}, or {NOTHING} for nothing.")
        if said in fields and said not in SEVERAL:
            show.say(f"A column is called {said} already; this one is left out.")
            said = NOTHING
        fields.append("" if said == NOTHING else said)
    return fields


def _lines(question: Question) -> Iterable[tuple[str, ...]]:
    for place, column in enumerate(question.columns):
        yield (column.letter, column.header, *(row[place] for row in question.rows), column.guess)
