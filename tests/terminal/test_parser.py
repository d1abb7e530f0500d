"""A slip on the command line is answered with what was probably meant; words of a name need no quotation marks."""

import subprocess
import sys

import pytest

from askwell.cli import main
from askwell.terminal.options import build_parser, parse


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("tday",), "Did you mean today?"),
        (("xyzzy",), "All commands: askwell -h"),
        (("today", "--al", "--jsn"), "Did you mean --json?"),
        (("today", "--colour"), "there is no option --colour here"),
        (("ask", "Ana", "--channel", "mail"), "Did you mean email?"),
        (("ask",), "this is missing: PERSON"),
        (("applied", "Cobalt"), "name the COMPANY and the TITLE"),
        (("applied", "Cobalt", "Credit", "Union"), "quotation marks"),
        (("log",), "name the PERSON"),
    ],
    ids=" ".join,
)
def test_a_slip_is_answered_with_what_was_meant(
    words: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("command", ["ask", "sent", "log", "rest", "unmerge", "forget"])
def test_a_name_of_two_words_needs_no_quotation_marks(command: str) -> None:
    assert parse([command, "Gordon", "Pruss"]).person == "Gordon Pruss"
    assert parse([command, "Gordon Pruss", "--json"]).person == "Gordon Pruss"


def test_people_and_add_take_words_as_they_come() -> None:
    assert parse(["people", "Gordon", "Pruss"]).query == "Gordon Pruss"
    assert parse(["people"]).query == ""
    assert parse(["add", "Gordon", "Pruss", "--tie", "known"]).name == "Gordon Pruss"


def test_several_answers_are_given_at_once() -> None:
    args = parse(["replies", "--yes", "q9", "q10", "--no", "q1", "--yes", "q11"])
    assert (args.yes, args.no) == (["q9", "q10", "q11"], ["q1"])


def test_help_after_a_name_is_an_event_and_log_h_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert parse(["log", "Gordon", "Pruss", "--help"]).helped
    for words in (["log", "-h"], ["log", "--help"]):
        with pytest.raises(SystemExit) as stopped:
            parse(words)
        assert stopped.value.code == 0
        assert "they helped you" in capsys.readouterr().out


def test_help_says_what_cannot_be_undone() -> None:
    assert "Every change but `forget`" in build_parser().format_help()


def test_help_loads_neither_rich_nor_django() -> None:
    code = (
        "import sys\nfrom askwell.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "sys.exit(bool({'rich', 'django', 'difflib'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


def test_help_fits_a_terminal_of_eighty_columns() -> None:
    parser = build_parser()
    for one in (parser, *parser.commands.values()):
        told = f"{one.description}\n{one.epilog or ''}"
        assert [line for line in told.split("\n") if len(line) > 80] == []
