"""`import`: nothing heavy is loaded before a worker has begun to read, for until it has read there is nothing to do."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from askwell.domain.reading import Receipt
    from askwell.domain.tables import Layouts


def run_import(args: Namespace) -> int:
    receipt = _bring_in(args)
    if args.left_out:
        from askwell.guide.left_out import of_receipt

        Path(args.left_out).write_text(of_receipt(receipt), encoding="utf-8-sig")  # by its mark spreadsheets tell UTF-8
    receipt = _tell(args, receipt)
    unreadable = sum(len(file.unreadable) for file in receipt.files)
    if unreadable:
        from askwell.terminal import show

        rest = "the rest was" if sum(file.read for file in receipt.files) > unreadable else "there was nothing else"
        show.warn(f"{unreadable} could not be read; {rest}. The reasons stand in the receipt.")
    return 1 if unreadable else 0


def _bring_in(args: Namespace, layouts: "Layouts | None" = None) -> "Receipt":
    from askwell.actions.bringing_in.early import reading_apart

    with reading_apart(args.paths) as readers:
        from askwell.domain import tables
        from askwell.terminal import show
        from askwell.terminal.opening import desk_of

        columns = layouts or tables.Layouts(said=tables.said(args.columns))
        with desk_of(args) as desk, show.progress() as report:
            from askwell.actions.bring_in import bring_in

            return bring_in(
                desk, args.paths, me=tuple(args.me), dry_run=args.dry_run, progress=report, columns=columns,
                all_cues=args.cues == "all", readers=readers,
            )  # fmt: skip


def _tell(args: Namespace, receipt: "Receipt") -> "Receipt":
    """Tell what came in; of a table that nobody knows ask her, and bring it in with her answers."""
    from askwell.terminal import columns, shapes, show
    from askwell.terminal.bringing import show_receipt

    if args.json:
        show.as_json(shapes.receipt(receipt))
        return receipt
    show_receipt(receipt, dry_run=args.dry_run)
    if columns.can_ask() and (answers := columns.ask(receipt.files)):
        from askwell.domain.tables import Layouts

        receipt = _bring_in(args, Layouts(known=answers))
        show_receipt(receipt, dry_run=args.dry_run)
    return receipt
