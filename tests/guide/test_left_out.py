"""What did not come in: counted by reason, each with what one can do, and as a table that adds up with the receipt."""

import csv
import importlib
import io
import pkgutil

import pytest

from askwell import sources
from askwell.domain.reading import FileReceipt, Note, Receipt
from askwell.guide.left_out import HEAD, NOTHING, ONCE_MORE, of_receipt, reasons, to_do
from askwell.sources import outlook_message, sniff, zips

HIDDEN = "LinkedIn hides the name of this member"
FILE = FileReceipt(
    "Connections.csv",
    "linkedin-connections",
    read=9,
    left_out=(Note(3, HIDDEN), Note(5, HIDDEN), Note(6, "an organization")),
    unreadable=(Note(8, "has 3 cells where the header has 7"),),
)


def test_reasons_are_counted_with_the_first_numbers_what_was_lost_before_the_rest() -> None:
    found = reasons(FILE, first=1)
    assert [(one.said, one.count, one.first, one.lost) for one in found] == [
        ("has 3 cells where the header has 7", 1, (8,), True),
        (HIDDEN, 2, (3,), False),
        ("an organization", 1, (6,), False),
    ]
    assert all(one.to_do for one in found)


def test_the_table_has_a_row_for_everything_that_did_not_come_in() -> None:
    whole = FileReceipt("=cmd.vcf", "vcard", read=1, unreadable=(Note(0, "the file is damaged"),))
    rows = list(csv.reader(io.StringIO(of_receipt(Receipt(files=(FILE, whole))))))
    assert tuple(rows[0]) == HEAD
    assert [row[:4] for row in rows[1:]] == [
        ["Connections.csv", "row", "8", "could not be read"],
        ["Connections.csv", "row", "3", "left out"],
        ["Connections.csv", "row", "5", "left out"],
        ["Connections.csv", "row", "6", "left out"],
        ["'=cmd.vcf", "the whole file", "", "could not be read"],
    ]


def named_reasons() -> list[str]:
    """The sentences that readers of files have for what they leave out or can't read, by the names of constants."""
    modules = [importlib.import_module(one.name) for one in pkgutil.iter_modules(sources.__path__, "askwell.sources.")]
    modules += [importlib.import_module(f"askwell.actions.bringing_in.{name}") for name in ("parties", "sorting")]
    told = {"HIDDEN", "_NOBODY", "ORGANIZATION", "GROUP", "OWN", "_NO_DATE", "_NO_START", "BULK", "ROLE", "ALONE",
            "FOLLOWED", "SAVED", "_ANSWER", "_OTHER", "_MEDIUM", "_TOO_LARGE"}  # fmt: skip
    return sorted({getattr(module, name) for module in modules for name in told if hasattr(module, name)})


def test_there_are_reasons_to_try() -> None:
    assert len(named_reasons()) > 12


@pytest.mark.parametrize("reason", named_reasons())
def test_every_common_reason_has_advice_of_its_own(reason: str) -> None:
    assert to_do(reason, lost=True) not in {NOTHING, ONCE_MORE}


@pytest.mark.parametrize(
    ("reason", "do"),
    [
        ("li.zip: a zip inside a zip", "Unpack the outer one"),
        ("notes.csv: it is empty", "download the file once more"),
        ("list.csv: a table whose columns are not known (A, B)", "give it by itself"),
    ],
)
def test_what_can_be_done_is_never_called_nothing(reason: str, do: str) -> None:
    assert do in to_do(reason)


@pytest.mark.parametrize(
    "reason",
    [
        "there is no such file or folder",
        "a web page, not a vCard; the download may have needed you to sign in",
        "an office document, which is not opened",
        "talks with LinkedIn’s own assistants, not with people",
    ],
)
def test_so_have_those_that_a_new_download_would_not_help(reason: str) -> None:
    assert to_do(reason, lost=True) != ONCE_MORE


def reasons_of_files() -> list[str]:
    """Every sentence on why a file is of no use that is told by its first bytes."""
    told = {reason for _, reason in sniff._MAGIC} | {sniff._MEDIUM, sniff._OTHER, sniff.EMPTY, sniff._PACKED}
    return sorted({*told, zips._BROKEN, zips._MANY, outlook_message._DAMAGED})


@pytest.mark.parametrize("reason", reasons_of_files())
def test_a_reason_says_why_and_leaves_it_to_the_advice_what_to_do(reason: str) -> None:
    assert ";" not in reason
    again = {word for word in to_do(reason, lost=True).lower().split() if word in {"save", "unpack", "export", "leave"}}
    assert not again.intersection(reason.lower().replace(",", " ").split())
    if reason not in {sniff.EMPTY, zips._BROKEN}:
        assert to_do(reason, lost=True) not in {NOTHING, ONCE_MORE}


def test_whatever_else_could_not_be_read_is_worth_a_new_download() -> None:
    assert to_do("something odd", lost=True) == ONCE_MORE
    assert to_do("something odd") == NOTHING
