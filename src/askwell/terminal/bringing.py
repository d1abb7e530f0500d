"""What came in, told; `add`, `applied`, `demo`."""

import os
from argparse import Namespace

from askwell.domain.dated import spoken
from askwell.domain.reading import FileReceipt, Receipt
from askwell.guide.left_out import UNITS, reasons
from askwell.terminal import columns, shapes, show
from askwell.terminal.hints import worded
from askwell.terminal.opening import changed, desk_of, moment
from askwell.terminal.words import APPLICATIONS, SOURCES, plain

MADE_UP = (
    "These people are made up: it is the search of Alex Marlowe, whose warehouse closed six weeks ago. To try a command"
    " on them, write askwell demo where it says askwell."
)
SHOWN = 5  # notes of one kind shown for a file; all of them are in the JSON


def show_receipt(receipt: Receipt, *, dry_run: bool = False) -> None:
    """What became of everything that was read, file by file."""
    show.heading("What would come in (nothing is saved yet)" if dry_run else "What came in")
    heads = ("file", "what", "read", "new", "joined", "changed", "same", "left out", "unreadable")
    rows = [
        (
            f.path or f.file, plain(SOURCES, f.source),
            f.read, f.new, f.joined, f.changed, f.same, len(f.left_out), len(f.unreadable),
        )
        for f in receipt.files
    ]  # fmt: skip
    show.table(heads, rows)
    for file in receipt.files:
        _notes(file)
        columns.tell(file)
    for sentence in receipt.said:
        show.say(sentence)
    if receipt.hints:
        show.say(worded("", receipt.hints))
    show.say(f"People now: {receipt.people}. You are: {', '.join(receipt.me) or 'not known yet (see --me)'}.")
    if receipt.batch:
        show.hint(f"To take this import back: askwell undo {receipt.batch}. What next: askwell replies, askwell today.")


def _notes(file: FileReceipt) -> None:
    unit = UNITS.get(file.source, "row")
    for reason in reasons(file, first=SHOWN):
        named = ", ".join(map(str, reason.first))
        more = f" and {reason.count - len(reason.first)} more" if named and reason.count > len(reason.first) else ""
        where = f", {unit}{'s' if reason.count > 1 else ''} {named}{more}" if named else ""
        show.under(f"{file.file}{where}: {reason.said}. {reason.to_do}", style="dim")
    if file.said:
        show.under(f"{file.file}: {file.said}")


def run_add(args: Namespace) -> int:
    from askwell.actions.people import add_person

    with desk_of(args) as desk:
        done = add_person(
            desk, args.name, email=args.email, company=args.company, title=args.title, tie=args.tie, met=args.met,
            new=args.new,
        )  # fmt: skip
    return changed(args, done)


def run_applied(args: Namespace) -> int:
    from askwell.actions.applications import applied, list_applications

    with desk_of(args) as desk:
        if args.company is None:
            found = list_applications(desk)
        else:
            done = applied(desk, args.company, args.title, status=args.status)
    if args.company is not None:
        return changed(args, done)
    if args.json:
        show.as_json(shapes.applications(found))
        return 0
    rows = [
        (a.company, a.title, plain(APPLICATIONS, a.stage), *(d and spoken(d) for d in (a.applied, a.updated)))
        for a in found
    ]
    show.table(("company", "job", "how far", "applied", "last news"), rows)
    show.hint(
        'How far one has come: askwell applied "COMPANY" "JOB" --status interview'
        if found
        else 'None are noted yet: askwell applied "COMPANY" "JOB"'
    )
    return 0


def run_demo(args: Namespace) -> int:
    from askwell.actions.demo import prepare
    from askwell.terminal.options import parse
    from askwell.terminal.verbs import verb

    rest = args.rest or ["today"]
    os.environ.pop("ASKWELL_DATABASE_URL", None)  # made-up people lie in their own folder, never among a server's
    data = prepare(seed=args.seed, now=moment(args), fresh=args.fresh)
    if not args.json and "--json" not in rest:
        show.hint(MADE_UP)
    common = ["--data", str(data), *(["--now", args.now] if args.now else []), *(["--json"] if args.json else [])]
    inner = parse([rest[0], *common, *rest[1:]])
    return verb(inner.command)(inner)
