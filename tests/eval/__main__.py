"""`make eval`: figures on labeled data, printed as Markdown; `--write` puts them into docs/accuracy.md."""

import sys
from importlib import import_module
from pathlib import Path

PARTS = ("people", "owed", "checking", "detecting")
PAGE = Path(__file__).resolve().parents[2] / "docs" / "accuracy.md"
HEAD = """\
# How good it is, in figures

Printed from labeled data in `tests/eval/data`: drafts and mail written and labeled by hand, and
one whole made-up job search. First, honest figures: the rules are general, none was tuned to a single message.
"""


def main() -> None:
    parts = [HEAD, *(import_module(f"tests.eval.{part}").report() for part in PARTS)]
    text = "\n".join(parts)
    print(text)
    if "--write" in sys.argv:
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
