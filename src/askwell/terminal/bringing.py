"""`import`, `goals`, `add`, `applied`, `demo`: what comes in."""

from argparse import Namespace
from pathlib import Path

from askwell.domain.errors import Refused
from askwell.domain.reading import FileReceipt, Receipt
from askwell.terminal import shapes, show
from askwell.terminal.opening import changed, desk_of, moment

SHOWN = 5  # notes of one kind shown for a file; all of them are in the JSON


def run_import(args: Namespace) -> int:
    from askwell.actions.bring_in import bring_in

    with desk_of(args) as desk, show.progress() as report:
        receipt = bring_in(desk, args.paths, me=tuple(args.me), dry_run=args.dry_run, progress=report)
    if args.json:
        show.as_json(shapes.receipt(receipt))
    else:
        _receipt(receipt, dry_run=args.dry_run)
    unreadable = sum(len(file.unreadable) for file in receipt.files)
    if unreadable:
        show.warn(f"{unreadable} could not be read; the rest was. The reasons stand in the receipt.")
    return 1 if unreadable else 0


def _receipt(receipt: Receipt, *, dry_run: bool) -> None:
    show.heading("What would come in (nothing is saved yet)" if dry_run else "What came in")
    columns = ("file", "what", "read", "new", "joined", "changed", "same", "left out", "unreadable")
    rows = [
        (f.path or f.file, f.source, f.read, f.new, f.joined, f.changed, f.same, len(f.left_out), len(f.unreadable))
        for f in receipt.files
    ]
    show.table(columns, rows)
    for file in receipt.files:
        _notes(file)
    for sentence in receipt.said:
        show.say(sentence)
    show.say(f"People now: {receipt.people}. You are: {', '.join(receipt.me) or 'not known yet (see --me)'}.")
    if receipt.batch:
        show.say("To take this import back: askwell undo", style="dim")


def _notes(file: FileReceipt) -> None:
    reasons: dict[str, list[int]] = {}
    for note in (*file.unreadable, *file.left_out):
        reasons.setdefault(note.reason, []).append(note.at)
    for reason, places in reasons.items():
        where = ", ".join(str(at) for at in places[:SHOWN] if at)
        more = f" and {len(places) - SHOWN} more" if len(places) > SHOWN else ""
        show.say(f"  {file.file}{' ' + where if where else ''}{more}: {reason}", style="dim")


def run_goals(args: Namespace) -> int:
    from askwell.actions.goals import read_goals, set_goals
    from askwell.method.goals import needs

    batch = None
    with desk_of(args) as desk:
        if args.file:
            batch, goals = set_goals(desk, _text(args.file))
        else:
            goals = read_goals(desk)
    if args.json:
        show.as_json(shapes.goals(goals, batch=batch))
        return 0
    if not goals.said:
        show.say(
            "No goals yet. Three lines are enough to begin: see docs/goals.md, then askwell goals --set goals.toml"
        )
        return 0
    show.heading(goals.statement or "Your goals")
    rows = [(name, "; ".join(values)) for name, values in shapes.goal_lists(goals).items() if values]
    show.table(("", ""), [("status", f"{goals.status}: {goals.status_line}".rstrip(": ")), *rows])
    show.heading("What would help")
    show.table(("", "kind", "question"), [(n, need.kind, need.question) for n, need in enumerate(needs(goals), 1)])
    if batch:
        show.say("To take this back: askwell undo", style="dim")
    return 0


def _text(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Refused(
            f"{Path(name).name} could not be opened: {error.strerror}. Check the name and try again."
        ) from error
    except UnicodeDecodeError as error:
        raise Refused(f"{Path(name).name} is not UTF-8 text. Save it again as UTF-8 and try once more.") from error


def run_add(args: Namespace) -> int:
    from askwell.actions.people import add_person

    with desk_of(args) as desk:
        done = add_person(
            desk, args.name, email=args.email, company=args.company, title=args.title, tie=args.tie, met=args.met
        )
    return changed(args, done.said, done.batch)


def run_applied(args: Namespace) -> int:
    from askwell.actions.applications import applied

    with desk_of(args) as desk:
        done = applied(desk, args.company, args.title, status=args.status)
    return changed(args, done.said, done.batch)


def run_demo(args: Namespace) -> int:
    from askwell.actions.demo import prepare
    from askwell.terminal.options import parse
    from askwell.terminal.verbs import verb

    rest = args.rest or ["today"]
    data = prepare(seed=args.seed, now=moment(args), fresh=args.fresh)
    if not args.json and "--json" not in rest:
        show.say(
            "These people are made up: the search of Alex Marlowe, who lost a warehouse job six weeks ago.", style="dim"
        )
    common = ["--data", str(data), *(["--now", args.now] if args.now else []), *(["--json"] if args.json else [])]
    inner = parse([rest[0], *common, *rest[1:]])
    return verb(inner.command)(inner)
