"""`undo`, `export`, `backup`, `restore`, `doctor`: nothing lost."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from askwell.terminal import show
from askwell.terminal.hints import worded
from askwell.terminal.opening import changed, closed_desk_of, desk_of


def run_undo(args: Namespace) -> int:
    from askwell.actions.undo import undo

    with desk_of(args) as desk:
        done = undo(desk, args.batch)
    if args.json or not done.batch:
        return changed(args, done)
    code = changed(args, replace(done, batch=None))
    show.hint(f"To bring it back: askwell undo {done.batch}")
    return code


def run_export(args: Namespace) -> int:
    from askwell.actions.keep import export

    with desk_of(args) as desk:
        done = export(desk, Path(args.folder))
    return changed(args, done)


def run_backup(args: Namespace) -> int:
    from askwell.actions.keep import backup

    with desk_of(args) as desk:
        done = backup(desk)
    return changed(args, done)


def run_restore(args: Namespace) -> int:
    from askwell.actions.keep import restore

    with closed_desk_of(args) as desk:
        done = restore(desk, Path(args.file))
    return changed(args, done)


def run_doctor(args: Namespace) -> int:
    from askwell.actions.keep import doctor

    with closed_desk_of(args) as desk:
        found = doctor(desk)
    found["checks"] = [{"name": c["name"], "ok": c["ok"], "say": worded(c["say"], c["hints"])} for c in found["checks"]]
    if args.json:
        show.as_json(found)
    else:
        told = {"data": "your data", "database": "database", "last_copy": "last copy"}
        show.table(("", ""), [(words, found[key]) for key, words in told.items() if found[key]])
        show.table(("", "", ""), [("✓" if c["ok"] else "!", c["name"], c["say"]) for c in found["checks"]])
    return 0 if all(check["ok"] for check in found["checks"]) else 1
