"""`check`, `detect`, `suggest`: they read, print and store nothing; Django is never imported."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from askwell.domain.errors import Refused


def run_check(args: Namespace) -> int:
    from askwell.actions.checking import check_drafts, check_text
    from askwell.terminal import show

    if args.jsonl:
        return _lines(check_drafts(_text(args.file).split("\n")))
    found = check_text(_text(args.file), kind=args.kind, tie=args.tie, status=args.status, channel=args.channel)
    if args.json:
        show.as_json({"id": None, **found})
        return 0
    for finding in found["findings"]:
        show.heading(f"Tip {finding['tip']}: {finding['why']}")
        show.block(f"Instead, for example: {finding['instead']}")
    if not found["findings"]:
        show.say("This reads well. Nothing to change.")
    return 0


def _lines(answers: Iterable[dict[str, Any]]) -> int:
    """Answers to standard output, what could not be read to standard error."""
    from askwell.terminal import show

    code = 0
    for answer in answers:
        if "error" in answer:
            print(answer["error"], file=sys.stderr)
            code = 1
        else:
            show.as_lines([answer])
    return code


def run_detect(args: Namespace) -> int:
    from askwell.actions.detecting import detect_paths
    from askwell.terminal import show

    found = detect_paths(args.paths, me=args.me)
    if args.jsonl or args.json:
        show.as_lines(found)
        return 0
    rows = [
        (one["file"], one["direction"], event["type"], ", ".join(event.get("people", ())), event["evidence"])
        for one in found
        for event in one["events"]
    ]
    show.table(("file", "", "what", "who", "words"), rows)
    return 0


def run_suggest(args: Namespace) -> int:
    from askwell.actions.suggesting import suggest
    from askwell.terminal import show

    text = _text(args.file)
    found = suggest(text)
    if args.json:
        show.as_json(found)
        return 0
    rows = [(place, one["id"], one["why"]) for place, one in enumerate(found["ranking"], 1)]
    show.table(("", "contact", "why"), rows)
    return 0


def _text(name: str | None) -> str:
    if name is None or name == "-":
        return sys.stdin.read()
    try:
        return Path(name).read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise Refused(
            f"{Path(name).name} could not be opened: {error.strerror}. Check the name and try again."
        ) from error
