"""What could be done next is told as a verb: sentences that pages share name no command, and every command is one."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from askwell.domain.hints import SAME, Hint
from askwell.terminal.hints import command, worded
from askwell.terminal.options import build_parser

SOURCE = Path(__file__).parents[2] / "src" / "askwell"
SHARED = [
    path
    for room in ("domain", "identity", "method", "guide", "store", "sources", "demo", "actions")
    for path in sorted((SOURCE / room).rglob("*.py"))
    if "migrations" not in path.parts
]
A_COMMAND = re.compile(r"\baskwell (?!demo$)[a-z]+\b|(?<![\w-])--[a-z]{2,}")


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in SHARED:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def sayings(tree: ast.Module) -> Iterator[str]:
    """Texts in the code that are no docstrings."""
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def test_no_sentence_that_pages_share_says_what_to_type() -> None:
    found = [(path.name, text) for path, tree in trees() for text in sayings(tree) if A_COMMAND.search(text)]
    assert found == []


def hints() -> list[tuple[str, Hint]]:
    """Every hint in the code, with words where only the run knows."""
    found = []
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Hint":
                parts = [*node.args, *(word.value for word in node.keywords)]
                names = [*("verb", "to", "args", "options")[: len(node.args)], *(w.arg or "" for w in node.keywords)]
                told = dict(zip(names, map(_literal, parts), strict=True))
                found.append((f"{path.name}:{node.lineno}", Hint(**told)))
    return found


def _literal(node: ast.expr) -> Any:
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Tuple):
        return tuple(_literal(one) for one in node.elts)
    return SAME if isinstance(node, ast.Name) and node.id == "SAME" else "p1"


@pytest.mark.parametrize(("where", "hint"), hints(), ids=lambda told: told if isinstance(told, str) else "")
def test_every_hint_is_a_command_with_options_that_it_has(where: str, hint: Hint) -> None:
    parser = build_parser().of("today" if hint.verb == SAME else hint.verb)
    assert hint.verb in {SAME, *build_parser().commands}
    assert {f"--{name}" for name, _ in hint.options} <= {*parser._option_string_actions}
    assert re.fullmatch(r"[a-z][^.]+[^. ]", hint.to)


def test_there_are_hints_at_all() -> None:
    assert len(hints()) > 20


@pytest.mark.parametrize(
    ("hint", "typed"),
    [
        (Hint("undo", "bring it back", ("b2",)), "askwell undo b2"),
        (Hint("today", "see all", options=(("all", ""),)), "askwell today --all"),
        (Hint("import", "say it", ("…",), (("me", "you@example.com"),)), "askwell import … --me you@example.com"),
        (Hint("restore", "go back", ("/home/ana/My copies/a.db",)), 'askwell restore "/home/ana/My copies/a.db"'),
        (Hint(SAME, "do so", options=(("data", "FOLDER"),)), "askwell … --data FOLDER"),
    ],
)
def test_a_hint_is_worded_as_it_is_typed(hint: Hint, typed: str) -> None:
    assert command(hint) == typed
    assert worded("So it is.", (hint,)) == f"So it is. To {hint.to}: {typed}"


def test_several_hints_are_several_sentences_and_none_is_none() -> None:
    two = (Hint("people", "look around", ("WORD",)), Hint("add", "add somebody", ("NAME",)))
    assert worded("Nobody.", two) == "Nobody. To look around: askwell people WORD. To add somebody: askwell add NAME"
    assert worded("Nobody.", ()) == "Nobody."
