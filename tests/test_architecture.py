"""The house keeps its shape: sizes, first lines, purity, seven rooms of the method, no unfinished corners."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "askwell"
MODULES = sorted(p for p in SOURCE.rglob("*.py") if "migrations" not in p.parts)
EVERYTHING = MODULES + sorted((ROOT / "tests").rglob("*.py")) + sorted((ROOT / "bench").rglob("*.py"))
PURE = ("domain", "identity", "method", "guide")


def names(paths: list[Path]) -> list[str]:
    return [str(p.relative_to(ROOT)) for p in paths]


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.mark.parametrize("path", EVERYTHING, ids=names(EVERYTHING))
def test_files_have_at_most_400_lines_and_functions_60(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= 400
    assert [f.name for f in functions(path) if (f.end_lineno or f.lineno) - f.lineno + 1 > 60] == []


@pytest.mark.parametrize("path", EVERYTHING, ids=names(EVERYTHING))
def test_every_module_says_in_its_first_line_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), "the first line says what the module is for"


@pytest.mark.parametrize("path", EVERYTHING, ids=names(EVERYTHING))
def test_nothing_is_left_unfinished(path: Path) -> None:
    words = "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"))
    assert not re.search(rf"\b({words})\b|raise NotImplemented" + "Error", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", [p for p in MODULES if p.relative_to(SOURCE).parts[0] in PURE], ids=str)
def test_the_pure_rooms_read_no_clock_no_dice_and_no_files(path: Path) -> None:
    """import-linter bans the modules; here the calls that need no import of their own are banned."""
    banned = re.compile(r"\b(datetime\.now|datetime\.utcnow|date\.today|utcnow)\(|(?<![\w.])open\(")
    assert not banned.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("room", ["sources", "store", "demo"])
def test_the_clock_is_read_in_actions_and_nowhere_below(room: str) -> None:
    banned = re.compile(r"\b(datetime\.now|datetime\.utcnow|date\.today|time\.time)\(")
    assert [p.name for p in (SOURCE / room).rglob("*.py") if banned.search(p.read_text(encoding="utf-8"))] == []


def test_the_method_has_exactly_seven_modules_one_for_each_tip() -> None:
    rooms = {p.stem for p in (SOURCE / "method").glob("*.py")} - {"__init__"}
    assert rooms == {"ways", "goals", "favors", "openness", "referrals", "pacing", "followup"}


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "helpers", "common", "manager", "misc"}
    assert [p for p in MODULES if p.stem in empty] == []


def test_help_check_detect_and_suggest_start_without_django() -> None:
    code = "import askwell.cli, sys; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
