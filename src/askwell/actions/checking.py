"""Checking drafts as lines of JSON or as one plain text; nothing is stored, no folder is made."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from askwell.domain.errors import Refused
from askwell.domain.goals import Goals
from askwell.guide.review import check

DEFAULTS = {"kind": "ask", "tie": "known", "status": "in-transition", "channel": "email"}


def check_text(text: str, *, goals: Goals | None = None, **said: str) -> dict[str, Any]:
    """One draft as plain text; `said` may hold kind, tie, status and channel. Raises Refused for a word unknown."""
    try:
        findings = check(text, goals=goals, **{**DEFAULTS, **said})
    except ValueError as problem:
        raise Refused(f"This draft was not read: {problem}") from problem
    return {"findings": [asdict(finding) for finding in findings]}


def check_drafts(lines: Iterable[str], *, goals: Goals | None = None) -> Iterator[dict[str, Any]]:
    """One answer a line of JSON, in order; empty lines are passed over.

    A line that could not be read gives {"line", "error"} instead, and the rest goes on.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _checked(line, goals=goals)
        except (Refused, ValueError) as problem:
            yield {"line": number, "error": f"Line {number} was not read: {problem}"}


def _checked(line: str, *, goals: Goals | None) -> dict[str, Any]:
    draft = json.loads(line)
    if not isinstance(draft, dict) or not isinstance(draft.get("text"), str):
        raise Refused("it needs to be an object with a text.")
    said = {key: str(draft[key]) for key in DEFAULTS if draft.get(key) is not None}
    return {"id": draft.get("id"), **check_text(draft["text"], goals=goals, **said)}
