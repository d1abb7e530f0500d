"""The documents tell the truth: links lead somewhere, every room is named, and no host of a registry stands in."""

import re
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
