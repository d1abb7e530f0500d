"""How long from a newcomer's LinkedIn file of 30,000 connections to her first Today, from cold start?"""

import csv
import random
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from bench import archive
from bench.harness import DATA, Case, Watch
from bench.program import Together, askwell

CONNECTIONS = DATA / "Connections.csv"
NOTES = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\n'
)
FIRST_DAY = 2.0  # seconds that a newcomer may wait in all
HEADER = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
RANKS = ("Senior", "Lead", "Junior", "Head of", "VP of", "Director of", "")
FUNCTIONS = (
    "Marketing,Sales,Engineering,Finance,Operations,Product,Data,Recruiting,Supply Chain,Logistics,Customer Success,"
    "Legal,Design,Research,Quality,Security,Accounting"
).split(",")
POSTS = ("Manager", "Analyst", "Engineer", "Specialist", "Consultant", "Coordinator", "")
FORMS = ("Inc", "LLC", "Group", "Health", "Systems", "Labs", "Bank", "Foods", "Logistics", "Partners", "Energy")
GOALS = """\
name = "Robin Vale"
status = "in-transition"
statement = "Lead demand planning for a maker of food or medical devices"
roles = ["Demand Planning Manager", "Head of Supply Chain"]
fields = ["supply chain", "logistics"]
zone = "Europe/London"
country = "GB"
"""


def _word(dice: random.Random) -> str:
    return "".join(dice.choices(archive.SYLLABLES, k=dice.choice((2, 2, 3)))).capitalize()


def write(path: Path, *, rows: int, seed: int = 1) -> Path:
    """A file of connections in the form of 2026; the same figures give the same file."""
    if path.exists():
        return path
    dice = random.Random(seed)
    companies = [f"{_word(dice)} {dice.choice(FORMS)}" for _ in range(6000)]
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write(NOTES)
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(HEADER)
        for number in range(rows):
            given, family = dice.choice(archive.GIVEN), _word(dice)
            rank, post = dice.choice(RANKS), dice.choice(POSTS)
            title = " ".join(w for w in (rank, dice.choice(FUNCTIONS), "" if rank.endswith("of") else post) if w)
            email = f"{given}.{family}@{_word(dice)}.example".lower() if dice.random() < 0.06 else ""
            url = f"https://www.linkedin.com/in/{given}-{family}-{number:x}".lower()
            company = companies[int(len(companies) * dice.random() ** 2.5)]
            since = date(2010, 1, 1) + timedelta(days=dice.randrange(5900))
            out.writerow((given, family, url, email, company, title, f"{since:%d %b %Y}"))
    return path


def connections() -> Path:
    return write(CONNECTIONS, rows=30_000)


def first_day() -> dict[str, float | str]:
    """`askwell import` and `askwell today`, two processes, an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        return _import_and_today(Path(folder))


def _import_and_today(folder: Path) -> dict[str, float | str]:
    whole = Watch()
    askwell(folder, "import", str(CONNECTIONS), "--json")
    imported, today = whole.told, Watch()
    askwell(folder, "today")
    parts = {
        f"{name} CPU": round(float(told["cpu"]), 2) for name, told in (("import", imported), ("today", today.told))
    }
    return {**whole.told, **parts}


def first_day_with_goals() -> dict[str, float | str]:
    """The same once she has said what she is looking for, so that everybody is weighed."""
    with tempfile.TemporaryDirectory() as folder:
        goals = Path(folder, "goals.toml")
        goals.write_text(GOALS, encoding="utf-8")
        askwell(Path(folder), "goals", "--set", str(goals))
        return _import_and_today(Path(folder))


def imported(file: Path = CONNECTIONS, *, times: int = 1) -> dict[str, float | str]:
    """`askwell import` alone, so many times; told is the last."""
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(times):
            watch, memory = Watch(), Together()
            askwell(Path(folder), "import", str(file), "--json", memory=memory)
            took = watch.told
        return {**took, "MB together": round(memory.most)}


def again() -> dict[str, float | str]:
    """The same file a second time: nothing new."""
    return imported(times=2)


def start() -> dict[str, float | str]:
    """A start that opens an empty store and has nothing to do: what comes before any work."""
    with tempfile.TemporaryDirectory() as folder:
        askwell(Path(folder), "connections", "--json")
        watch = Watch()
        askwell(Path(folder), "connections", "--json")
        return watch.told


def _larger(rows: int) -> tuple[Callable[[], dict[str, float | str]], Callable[[], Path]]:
    """A file of so many connections; and the import of it."""
    file = DATA / f"Connections-{rows}.csv"
    return partial(imported, file), partial(write, file, rows=rows)


def help_text() -> dict[str, float | str]:
    """`askwell --help`, the shortest way through the program."""
    askwell(Path(tempfile.gettempdir()), "--help")
    return {"python": sys.version.split()[0]}


CASES = {
    "linkedin-first-day": Case(first_day, connections, goal=FIRST_DAY),
    "linkedin-with-goals": Case(first_day_with_goals, connections, goal=FIRST_DAY),
    "linkedin-start": Case(start),
    "linkedin-import": Case(imported, connections),
    "linkedin-again": Case(again, connections),
    "linkedin-import-60000": Case(*_larger(60_000)),
    "linkedin-import-120000": Case(*_larger(120_000)),
    "help": Case(help_text),
}
