"""How good the letters are that Askwell writes, over thousands of made-up searches: clean, short, true, never the same.

The searches come from numbers (tests/guide/drafts/worlds.py), so the figures are the same every time. Where
the review finds fault, a careful reader mostly does not: that row counts the review's errors as well as the letters'.
"""

from collections import Counter
from dataclasses import dataclass, field

from tests.guide.drafts.judging import faults, shared, unexcused
from tests.guide.drafts.worlds import World

from askwell.domain.plans import DraftKind

SEARCHES = 70  # of 40 to 55 letters each
RICH = (0.9, 0.8, 0.5)  # what share of what can be known about people is known, in turn
CLEAN = "within the room of their channel, one question, no invented name, number or day"
NOTE = """\
The status line and the goal stand in every first letter, and the same news is the same to everybody; no other sentence
goes to two people of one search.
"""
SHORT, LONG = 50, 125  # words of an ask by e-mail (evidence.md 2.20)


@dataclass
class Figures:
    """What was counted; `worst` is to how many people of one search the same sentence went."""

    searches: int = 0
    letters: int = 0
    faulty: int = 0
    reviewed: int = 0
    marked: int = 0
    emails: int = 0
    in_length: int = 0
    worst: int = 1
    asked: int = 0
    rules: Counter[str] = field(default_factory=Counter)

    def add(self, world: World) -> None:
        letters = list(world.letters())
        self.searches += 1
        self.worst = max([self.worst, *shared(letters, world.goals).values()])
        for sent in letters:
            draft = sent.draft
            self.letters += 1
            self.asked += bool(draft.missing)
            self.faulty += bool(faults(sent, world))
            if draft.channel != "phone":
                found = unexcused(sent, world.goals)
                self.reviewed += 1
                self.marked += bool(found)
                self.rules.update(found)
            if draft.kind is DraftKind.ASK and draft.channel == "email":
                self.emails += 1
                self.in_length += SHORT <= len(draft.text.split()) <= LONG


def figures(searches: int = SEARCHES) -> Figures:
    """The figures of so many searches."""
    found = Figures()
    for number in range(searches):
        found.add(World(number, rich=RICH[number % len(RICH)]))
    return found


def report(searches: int = SEARCHES) -> str:
    """All figures as Markdown."""
    found = figures(searches)
    rules = ", ".join(f"{rule} {count}" for rule, count in found.rules.most_common()) or "none"
    rows = {
        CLEAN: _share(found.letters - found.faulty, found.letters),
        "written letters with which the review finds no fault": _share(found.reviewed - found.marked, found.reviewed),
        f"asks by e-mail within {SHORT} to {LONG} words": _share(found.in_length, found.emails),
        "people of one search who are told the same sentence, at most": str(found.worst),
        "letters that ask her for a line which only she can say": _share(found.asked, found.letters),
    }
    head = f"## drafts: {found.letters:,} letters of {found.searches} made-up searches\n"
    table = [f"| {figure} | {value} |" for figure, value in rows.items()]
    return "\n".join([head, "| figure | value |", "|---|---|", *table, f"\nRules found: {rules}.", NOTE])


def _share(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,} ({part / max(1, whole):.1%})"


if __name__ == "__main__":
    print(report())
