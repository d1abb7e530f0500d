"""Three checkers of prose, beside ours, where their rules overlap with its rules of tone: none of them is needed.

proselint looks for clichés, hedging and apologies, alex for what may hurt, write-good for weasel words and clichés.
None knows of jobs or letters, so all that is asked of them is this: does the tone of the letter break one of the four
rules of tone? Any finding counts as a yes; the best reading for each is taken, all of its rules or the few that are
about tone. They are run where they stand on the PATH; docs/reviewing.md holds their figures of the last time.
"""

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.eval.checking import Draft, by_askwell, by_keywords
from tests.eval.figures import Figure, score, table

TONE = frozenset({"ashamed", "apologetic", "insincere", "pushy"})
PROSELINT = ("annotations", "cliches", "hedging", "misc.apologizing", "industrial_language", "weasel_words")
Ask = Callable[[Path, list[Path]], set[str]]


def proselint(program: Path, files: list[Path]) -> set[str]:
    told = json.loads(_run(program, "check", "--output-format", "json", *map(str, files)))["result"]
    return {Path(name).stem for name, said in told.items() if any(_of_tone(one) for one in said["diagnostics"])}


def alex(program: Path, files: list[Path]) -> set[str]:
    found, current = set(), ""
    for line in _run(program, *map(str, files)).splitlines():
        if line.strip().endswith(".txt"):
            current = Path(line.strip()).stem
        elif re.match(r"\s+\d+:\d+", line):
            found.add(current)
    return found


def write_good(program: Path, files: list[Path]) -> set[str]:
    told = _run(program, "--parse", "--no-passive", "--no-illusion", *map(str, files))
    return {Path(line.partition(":")[0]).stem for line in told.splitlines() if ".txt:" in line}


PEERS: dict[str, Ask] = {"proselint": proselint, "alex": alex, "write-good": write_good}


def rows(some: list[Draft]) -> tuple[dict[str, Figure], list[str]]:
    """The figures of each that is there, ours and the floor first; and the names of those that are not."""
    true = {draft["id"] for draft in some if TONE & set(draft["rules"])}
    found = {
        "askwell": score(_with_tone(some, by_askwell), true),
        "keywords": score(_with_tone(some, by_keywords), true),
    }
    missing = []
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{draft['id']}.txt" for draft in some]
        for file, draft in zip(files, some, strict=True):
            file.write_text(draft["text"], encoding="utf-8")
        for name, ask in PEERS.items():
            program = shutil.which(name)
            if program is None:
                missing.append(name)
            else:
                found[name] = score(ask(Path(program), files), true)
    return found, missing


def report(halves: dict[str, list[Draft]]) -> str:
    """One table, and a line on who is missing."""
    told = {half: rows(some) for half, some in halves.items()}
    text = table(
        "check: is anything amiss with the tone of a draft?", {half: found for half, (found, _) in told.items()}
    )
    missing = next(iter(told.values()))[1]
    return text if not missing else f"{text}\nNot on the PATH, so not asked: {', '.join(missing)}.\n"


def _of_tone(one: dict[str, str]) -> bool:
    return one["check_path"].startswith(PROSELINT)


def _with_tone(some: Iterable[Draft], reader: Callable[[Draft], set[str]]) -> set[str]:
    return {draft["id"] for draft in some if reader(draft) & TONE}


def _run(program: Path, *words: str) -> str:
    """What it prints, on either channel; these programs end with an error where they find something."""
    done = subprocess.run([program, *words], capture_output=True, text=True, check=False, timeout=300)
    return done.stdout or done.stderr
