"""Apostrophes in what she reads are typographic, on the pages and in the terminal alike."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "askwell"
SAYS = ("store", "sources", "actions", "web", "terminal")
STRAIGHT = re.compile(r"(?<=[A-Za-z”])'(?:s|t|re|ve|ll|d|m)\b|^'s\b")
NO_SENTENCE = re.compile(r"[\\|]|\b(?:SELECT|WHERE|INSERT|UPDATE)\b")


def sayings(path: Path) -> Iterator[str]:
    """Texts in the code with several words that are no docstring, no pattern and no SQL."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in docs else ""
        if isinstance(text, str) and " " in text and not NO_SENTENCE.search(text):
            yield text


def test_no_sentence_has_a_straight_apostrophe() -> None:
    files = [path for room in SAYS for path in sorted((SOURCE / room).rglob("*.py"))]
    said = [(path.name, text) for path in files for text in sayings(path)]
    assert len(said) > 1000
    assert [one for one in said if STRAIGHT.search(one[1])] == []


def test_no_page_has_one_in_its_text() -> None:
    found = []
    for path in sorted((SOURCE / "web" / "templates").rglob("*.html")):
        text = re.sub(
            r"{%\s*comment.*?endcomment\s*%}|{[%{].*?[%}]}|<[^>]*>", " ", path.read_text("utf-8"), flags=re.DOTALL
        )
        found += [(path.name, one) for one in re.findall(r"\w+'\w+", text)]
    assert found == []
