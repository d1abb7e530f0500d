"""How well `check` finds what the labels of the drafts say: by rule, in three parts of the drafts, beside other means.

The odd drafts are for development: they were read, and the model is trained on their sentences. Of the even ones
nobody read a text or a mistake, but their figures were seen some twenty-five times along the way, so they flatter a
little: the first were 0.745 by rules alone, the last by rules alone 0.826. The drafts of the folder unseen were written
and labeled by somebody who knew nothing of the rules or the model, and were opened once, when all was done.
"""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.eval.figures import Figure, score, table

from askwell.guide.review import check
from askwell.guide.review.say import LIMITS, TIPS

DATA = Path(__file__).parent / "data" / "drafts.jsonl"
UNSEEN = DATA.parent / "unseen" / "drafts.jsonl"
MICRO = "all rules (micro)"
Draft = dict[str, Any]
Reader = Callable[[Draft], set[str]]
TOLD = {
    "asks-referral": (
        "refer me",
        "referral",
        "introduce me",
        "introduction",
        "who do you know",
        "pass on my",
        "hiring",
    ),
    "ashamed": ("embarrass", "ashamed", "desperate", "humiliat", "take anything", "any job"),
    "apologetic": ("sorry", "apolog", "bother", "hate to ask", "feel free to ignore", "i know this is a lot"),
    "insincere": ("dear connection", "hi all", "dear all", "to whom", "[", "{", "everyone", "amazing"),
    "pushy": ("asap", "urgent", "by tomorrow", "haven't heard", "owe me", "need this", "immediately"),
    "vague-ask": ("pick your brain", "any help", "keep me in mind", "let me know if you hear", "any advice"),
}
UNTOLD = {
    "coy": ("laid off", "unemployed", "out of work", "redundant", "looking for", "job search", "between jobs"),
    "no-goal": ("role", "position", "job as", "work as", "looking for"),
    "no-targets": ("companies", "such as", "love to meet", "work at", "people at"),
    "no-reciprocity": ("return", "favor", "favour", "help you", "anything i can do", "owe you"),
    "no-thanks": ("thank", "grateful", "appreciate"),
    "open-loop": ("because", "result", "outcome", "job", "got", "started"),
}
KINDS = {
    "coy": {"ask", "nudge", "referred"},
    "vague-ask": {"ask", "nudge", "referred"},
    "no-goal": {"ask", "referred"},
    "no-targets": {"ask"},
    "no-reciprocity": {"ask", "referred", "thanks"},
    "no-thanks": {"thanks", "close-loop", "landed", "ask"},
    "open-loop": {"thanks", "close-loop", "landed"},
}


def by_askwell(draft: Draft) -> set[str]:
    said = {key: draft[key] for key in ("kind", "tie", "status", "channel")}
    return {finding.rule for finding in check(draft["text"], **said)}


def by_keywords(draft: Draft) -> set[str]:
    """The floor: a naive list of words a rule, no more."""
    text = draft["text"].lower()
    found = {rule for rule, words in TOLD.items() if any(word in text for word in words)}
    found |= {rule for rule, words in UNTOLD.items() if not any(word in text for word in words)}
    if draft["status"] == "employed":
        found.discard("coy")
    if len(draft["text"].split()) > LIMITS[draft["channel"]]:
        found.add("too-long")
    return {rule for rule in found if draft["kind"] in KINDS.get(rule, {draft["kind"]})}


def drafts(half: str = "all", path: Path = DATA) -> list[Draft]:
    """The labeled drafts with odd or even numbers, or all."""
    read = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    wanted = {"odd": {1}, "even": {0}, "all": {0, 1}}[half]
    return [draft for draft in read if int(draft["id"].rsplit("-", 1)[1]) % 2 in wanted]


def figures(reader: Reader, some: list[Draft]) -> dict[str, Figure]:
    """Per rule, and micro over all rules."""
    said = {draft["id"]: reader(draft) for draft in some}
    rules = {
        rule: score((i for i, found in said.items() if rule in found), (d["id"] for d in some if rule in d["rules"]))
        for rule in TIPS
    }
    return {**rules, MICRO: sum(rules.values(), Figure(0, 0, 0))}


def milliseconds(some: list[Draft]) -> float:
    """Mean time to check a draft."""
    begun = time.perf_counter()
    for draft in some:
        by_askwell(draft)
    return 1000 * (time.perf_counter() - begun) / max(1, len(some))


def parts(path: Path = DATA, unseen: Path = UNSEEN) -> dict[str, list[Draft]]:
    """The parts of the drafts by name; those nobody has seen are there only once they were opened."""
    found = {half: drafts(half, path) for half in ("odd", "even")}
    return {**found, "unseen": drafts("all", unseen)} if unseen.exists() else found


def report(path: Path = DATA, unseen: Path = UNSEEN) -> str:
    """All figures as Markdown, those of the floor as one line."""
    some = parts(path, unseen)
    counts = ", ".join(f"{len(found)} {name}" for name, found in some.items())
    floor = ", ".join(f"{name} {figures(by_keywords, found)[MICRO].f1:.3f}" for name, found in some.items())
    every = [draft for found in some.values() for draft in found]
    return "\n".join(
        [
            table(f"check: drafts, {counts}", {name: figures(by_askwell, found) for name, found in some.items()}),
            "Odd: read, and their sentences trained on. Even: only counted. Unseen: opened once, at the end.",
            f"The same by keywords alone, the floor, F1 over all rules: {floor}.",
            f"{milliseconds(every):.1f} ms a draft.\n",
            peers(some),
        ]
    )


def peers(some: dict[str, list[Draft]]) -> str:
    """Other checkers of prose beside it, where they are installed."""
    from tests.eval.peers import report as beside

    return beside(some)


if __name__ == "__main__":
    print(report())
