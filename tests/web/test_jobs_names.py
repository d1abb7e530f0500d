"""Names of files from outside: nothing is written outside, nothing collides, and they are shown as they were given."""

from pathlib import PurePosixPath

import pytest

from askwell.web.jobs.names import Names, safe, shown

HOSTILE = {
    "../../x.csv": "x.csv",
    "/etc/passwd": "passwd",
    "\\\\server\\share\\x.vcf": "x.vcf",
    "C:\\x": "x",
    "C:x": "C;x",
    "..": "_",
    ".": "_",
    "": "_",
    "a\0b.csv": "a_b.csv",
    "CON": "_CON",
    "con.csv": "_con.csv",
    "LPT1.tar.gz": "_LPT1.tar.gz",
    'a"b<c>|d?.csv': "a_b_c__d_.csv",
    "dots... ": "dots",
    "line\nbreak.ics": "line_break.ics",
    "\ud800.csv": "_.csv",
}


@pytest.mark.parametrize(("given", "kept"), HOSTILE.items(), ids=map(repr, HOSTILE))
def test_a_hostile_name_is_kept_in_its_own_folder_under_a_harmless_one(given: str, kept: str) -> None:
    assert Names().keep(given) == PurePosixPath("1", kept)


@pytest.mark.parametrize(
    "given", ["Connections.csv", "Mail (2).mbox", "Ваши контакты.vcf", "Ünterlagen 2026.zip", "a.b.c"]
)
def test_an_ordinary_name_stays_as_it_is(given: str) -> None:
    assert Names().keep(given).name == given


def test_a_long_name_is_cut_and_keeps_its_ending() -> None:
    for given in ("x" * 300 + ".csv", "é" * 300 + ".csv", "." + "x" * 300, "x." + "y" * 300):
        kept = safe(given)
        assert len(kept.encode()) <= 150
        assert kept.endswith(".csv") == given.endswith(".csv")


def test_files_of_one_name_lie_apart_also_where_capitals_do_not_count() -> None:
    names = Names()
    assert [str(names.keep(one)) for one in ("a.csv", "A.csv", "a.csv")] == ["1/a.csv", "2/A.csv", "3/a.csv"]


def test_a_folder_stays_together_and_no_two_of_its_files_get_the_same_name() -> None:
    names = Names()
    given = (
        "Mail/cur/1",
        "x.csv",
        "Mail/cur/2",
        "Mail/cur/a:2,S",
        "Mail/cur/a?b",
        "Mail/cur/a<b",
        "MAIL/x",
        "Mail/../../y",
    )
    assert [str(names.keep(one)) for one in given] == [
        "1/Mail/cur/1",
        "2/x.csv",
        "1/Mail/cur/2",
        "1/Mail/cur/a;2,S",
        "1/Mail/cur/a_b",
        "1/Mail/cur/a_b (2)",
        "3/MAIL/x",
        "4/y",
    ]


def test_a_name_is_shown_as_it_was_given_but_for_what_cannot_be_seen() -> None:
    assert shown("../../Ünterlagen <b>.csv") == "../../Ünterlagen <b>.csv"
    assert shown("a\0b\u202ec\n") == "a\ufffdb\ufffdc\ufffd"
    long = shown("x" * 400 + ".csv")
    assert (len(long), long[-4:]) == (120, ".csv")
