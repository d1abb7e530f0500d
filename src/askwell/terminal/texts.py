"""`check`, `detect`, `suggest`: they read, print and store nothing; Django is never imported."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from askwell.domain.errors import Refused

SHOWN = 120  # letters of a draft that are quoted beside what is said of them


def run_check(args: Namespace) -> int:
    from askwell.actions.checking import check_drafts, check_text
    from askwell.terminal import show

    if args.jsonl:
        return _lines(check_drafts(_text(args.file).split("\n")))
    text = _words(args.file)
    found = check_text(text, kind=args.kind, tie=args.tie, status=args.status, channel=args.channel)
    if args.json:
        show.as_json({"id": None, **found})
        return 0
    for finding in found["findings"]:
        meant = " ".join(text[finding["start"] : finding["end"]].split())
        show.bullet(finding["why"])
        if meant:
            show.under(f"You wrote: “{meant if len(meant) <= SHOWN else meant[: SHOWN - 1] + '…'}”")
        show.under(f"{'Instead' if meant else 'Add'}, for example: {finding['instead']}")
    if found["findings"]:
        show.hint("These are offers, not orders: what is right for this person, you know best.")
    else:
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
    from askwell.actions.bringing_in.readers import reading_apart
    from askwell.actions.detecting import detect_paths
    from askwell.terminal import show

    with reading_apart(args.paths) as readers:
        found = detect_paths(args.paths, me=args.me, readers=readers)
        if args.jsonl or args.json:
            show.as_lines(found)
        else:
            _show_events(found)
    return 0


def _show_events(found: Iterable[dict[str, Any]]) -> None:
    from askwell.terminal import show
    from askwell.terminal.words import CUES, DIRECTIONS, plain

    rows, letters = [], 0
    try:
        for one in found:
            letters += 1
            for event in one["events"]:
                who = ", ".join(event.get("people", ()))
                rows.append(
                    (one["file"], DIRECTIONS[one["direction"]], plain(CUES, event["type"]), who, event["evidence"])
                )
    finally:
        show.table(("file", "", "what", "who", "words"), rows)
        if letters and not rows:
            show.say("These messages tell nothing about a search: no ask, no help, no name, no thanks.")


def run_suggest(args: Namespace) -> int:
    from askwell.actions.suggesting import names_of, suggest
    from askwell.terminal import show

    text = _text(args.file)
    found = suggest(text)
    if args.json:
        show.as_json(found)
        return 0
    names = names_of(text)
    rows = [
        (place, names.get(one["id"], ""), one["why"] or one["ways"][0]["reason"], one["id"])
        for place, one in enumerate(found["ranking"], 1)
    ]
    show.table(("", "contact", "why", "id"), rows)
    return 0


def _words(name: str | None) -> str:
    """A draft as plain text; what holds no words is refused rather than judged."""
    if sys.stdin.isatty() and name in {None, "-"}:
        print("Paste your draft, then press Enter and Ctrl D (Windows: Ctrl Z, Enter).", file=sys.stderr)
    text = _text(name)
    what = Path(name).name if name else "The draft"
    if "\0" in text or "\ufffd" * 3 in text or text.startswith(("%PDF", "PK\3\4", "{\\rtf")):
        raise Refused(f"{what} is no plain text. Save it as .txt, or paste the words: askwell check")
    if not text.strip():
        raise Refused(f"{what} is empty. Write or paste the words of your draft first.")
    return text


def _text(name: str | None) -> str:
    if name is None or name == "-":
        return sys.stdin.read()
    try:
        return Path(name).read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise Refused(
            f"{Path(name).name} could not be opened: {error.strerror}. Check the name and try again."
        ) from error
