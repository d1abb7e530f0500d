"""The documents tell the truth: links lead somewhere, every room is named, and no host of a registry stands in."""

import io
import re
from contextlib import redirect_stdout
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_to_files_that_exist(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_architecture_page_names_every_room() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = [p.name for p in (ROOT / "src" / "askwell").iterdir() if (p / "__init__.py").exists()]
    assert [room for room in rooms if f"`{room}/`" not in text] == []


def test_no_page_or_lock_names_the_host_of_a_registry() -> None:
    hosts = re.compile(r"\b(?:{})\.(?:org|com)\b".format("|".join(("py" + "pi", "python" + "hosted", "npm" + "js"))))
    files = [*PAGES, *ROOT.glob("*.lock"), ROOT / "pyproject.toml", ROOT / "Makefile"]
    assert [f.name for f in files if hosts.search(f.read_text(encoding="utf-8"))] == []


EXAMPLES = [
    (page, number, code)
    for page in PAGES
    for number, code in enumerate(re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL), 1)
    if "print(" in code
]


def test_the_tips_are_shown_as_a_library() -> None:
    assert any("from askwell.method import followup" in code for _, _, code in EXAMPLES)


@pytest.mark.parametrize(("page", "number", "code"), EXAMPLES, ids=[f"{p.name}-{n}" for p, n, _ in EXAMPLES])
def test_an_example_runs_and_prints_what_stands_below_it(page: Path, number: int, code: str) -> None:
    """The remark behind a print is what it prints."""
    told = io.StringIO()
    with redirect_stdout(told):
        exec(compile(code, f"{page.name}, example {number}", "exec"), {})
    expected = [line.removeprefix("# ") for line in code.splitlines() if line.startswith("# ")]
    assert told.getvalue().splitlines() == expected
