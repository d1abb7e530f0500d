"""Scores `detect` on labeled mail: precision, recall and F1 by type, micro-F1, and whether the people are right.

The 120 labeled mails are halved by number: rules are written while looking at odd ones, even ones are only counted.
Run as `python -m tests.eval.detecting`; `--odd` also lists the mistakes in the odd half.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from askwell.domain.cues import Cue, CueType
from askwell.domain.messages import Message
from askwell.domain.people import Origin
from askwell.guide.cues import detect
from askwell.sources.mail import read, read_message

DATA = Path(__file__).parent / "data"
ME = frozenset({"dana.whitfield@example.com"})
TYPES = tuple(t.value for t in CueType if t is not CueType.OUTCOME)
POINTING = ("introduction", "referral")


class Labeled(NamedTuple):
    """A message with its number or id, what a reader saw in it, and the messages of its thread before it."""

    name: str
    message: Message
    events: dict[str, frozenset[str]]
    earlier: tuple[Message, ...] = ()


@dataclass
class Score:
    """Counts by type; `false_alarms` are cues in messages that carry none, `people` those of people given right."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    people: Counter[str] = field(default_factory=Counter)
    silent: int = 0
    false_alarms: int = 0
    mistakes: list[str] = field(default_factory=list)

    def rates(self, *types: str) -> tuple[float, float, float]:
        """Precision, recall and F1 over some types."""
        right, wrong, missed = (sum(c[t] for t in types) for c in (self.right, self.wrong, self.missed))
        precision = right / (right + wrong) if right + wrong else 1.0
        recall = right / (right + missed) if right + missed else 1.0
        return precision, recall, 2 * right / (2 * right + wrong + missed) if right + wrong + missed else 1.0


def _person(text: str) -> frozenset[str]:
    return frozenset({text.lower()}) if "@" in text else frozenset(text.lower().replace(".", " ").split())


def same_people(said: Iterable[str], meant: Iterable[str]) -> bool:
    return {_person(p) for p in said} == {_person(p) for p in meant}


def score(labeled: Sequence[Labeled], *, without: Iterable[str] = ()) -> Score:
    """What `detect` finds against what a reader saw; `without` are types that are not labeled there."""
    total = Score()
    for item in labeled:
        cues = [c for c in detect(item.message, ME, earlier=item.earlier) if c.type.value not in without]
        meant = {t: people for t, people in item.events.items() if t not in without}
        _count(total, item, cues, meant)
    return total


def _count(total: Score, item: Labeled, cues: list[Cue], meant: dict[str, frozenset[str]]) -> None:
    said = {c.type.value: c for c in cues}
    total.right.update(said.keys() & meant.keys())
    total.wrong.update(said.keys() - meant.keys())
    total.missed.update(meant.keys() - said.keys())
    total.silent += not meant
    total.false_alarms += 0 if meant else len(said)
    for kind in said.keys() & meant.keys() & set(POINTING):
        if same_people(said[kind].people, meant[kind]):
            total.people[kind] += 1
        else:
            total.mistakes.append(f"{item.name} {kind}: people {said[kind].people} for {sorted(meant[kind])}")
    total.mistakes += [f"{item.name} wrong {t} ({said[t].confidence}): {said[t].evidence}" for t in said.keys() - meant]
    total.mistakes += [f"{item.name} missed {t}" for t in meant.keys() - said.keys()]


def mails(data: Path = DATA) -> list[Labeled]:
    """The 120 mails."""
    rows = [json.loads(line) for line in (data / "mail.jsonl").read_text(encoding="utf-8").splitlines()]
    return [_mail(data, row) for row in rows]


def _mail(data: Path, row: dict[str, Any]) -> Labeled:
    path = data / row["file"]
    message = read_message(path.read_bytes(), origin=Origin(path.name, 1))
    return Labeled(path.stem, message, {e["type"]: frozenset(e.get("people", ())) for e in row["events"]})


def scenario(data: Path = DATA) -> list[Labeled]:
    """The mail of a whole search, each message with what stands before it in its thread."""
    truth = json.loads((data / "scenario" / "truth.json").read_text(encoding="utf-8"))
    events = {row["message_id"].strip("<>"): row["events"] for row in truth["mail_events"]}
    with (data / "scenario" / "mail.mbox").open("rb") as stream:
        messages = sorted(read(stream, file="mail.mbox").messages, key=lambda m: m.at)
    by_id = {m.origin.message_id: m for m in messages}
    found = []
    for message in messages:
        earlier = tuple(by_id[i] for i in message.thread if i in by_id)
        labels = events.get(message.origin.message_id.strip("<>"), [])
        kinds = {e if isinstance(e, str) else e["type"]: e for e in labels}
        people = {t: frozenset(e.get("people", ())) if isinstance(e, dict) else frozenset() for t, e in kinds.items()}
        found.append(Labeled(message.origin.message_id, message, people, earlier))
    return found


def halves(labeled: Sequence[Labeled]) -> tuple[list[Labeled], list[Labeled]]:
    """Odd numbers and even ones."""
    return [x for x in labeled if int(x.name) % 2], [x for x in labeled if not int(x.name) % 2]


def speed(labeled: Sequence[Labeled], *, seconds: float = 2.0) -> float:
    """Messages a second."""
    done, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        for item in labeled:
            detect(item.message, ME, earlier=item.earlier)
        done += len(labeled)
    return done / (time.perf_counter() - start)


def told(title: str, total: Score, *, types: Iterable[str] = TYPES) -> str:
    """The figures as a small table."""
    lines = [title]
    for kind in types:
        p, r, f = total.rates(kind)
        counts = f"{total.right[kind]:3} right {total.wrong[kind]:3} wrong {total.missed[kind]:3} missed"
        people = f"   people right in {total.people[kind]}" if kind in POINTING else ""
        lines.append(f"  {kind:13} P {p:.2f} R {r:.2f} F1 {f:.2f} {counts}{people}")
    p, r, f = total.rates(*types)
    lines.append(f"  {'micro':13} P {p:.2f} R {r:.2f} F1 {f:.2f}")
    lines.append(f"  cues in {total.silent} messages without any: {total.false_alarms}")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    labeled = mails()
    odd, even = halves(labeled)
    odd_score = score(odd)
    print(told("odd mails (looked at)", odd_score))
    print(told("even mails (only counted)", score(even)))
    search = scenario()
    kinds = [t for t in TYPES if t != "given"]
    print(told("a whole search (only counted)", score(search, without=("given",)), types=kinds))
    if "--odd" in arguments:
        print("\n".join(odd_score.mistakes))
    print(f"messages a second: {speed([*labeled, *search]):,.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
