"""What is printed in a pipe: plain lines, folded, and no library loaded for it."""

import io
import subprocess
import sys

import pytest

from askwell.terminal import show


def test_lines_in_a_pipe_are_folded_and_plain(capsys: pytest.CaptureFixture[str]) -> None:
    show.heading("Ask")
    show.say(f"• {'Ana asks :smile: [bold] about it. ' * 6}")
    show.say()
    lines = capsys.readouterr().out.split("\n")
    assert lines[0] == "Ask"
    assert max(map(len, lines)) <= show.WIDTH
    assert all(line == line.rstrip() for line in lines)
    assert "Ana asks :smile: [bold] about it." in lines[1]
    assert lines[-2:] == ["", ""]


def test_a_long_address_stays_whole_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    url = f"https://example.com/{'a' * 120}"
    show.say(f"See {url}")
    assert url in capsys.readouterr().out.split("\n")


def test_lines_in_a_pipe_load_no_terminal_library() -> None:
    code = "import sys; from askwell.terminal import show; show.say('x'); sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


def test_a_letter_is_neither_folded_nor_set_in(capsys: pytest.CaptureFixture[str]) -> None:
    text = f"Hi Ana,\n\n{'one line of a letter ' * 10}\n\nBo"
    show.letter(text)
    assert f"─\n{text}\n─" in capsys.readouterr().out


def test_short_cells_stay_whole_and_long_ones_share_the_rest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    show.table(("name", "why", "id"), [("Ana Example", "because of this and that and much more " * 2, "t79d1e3904")])
    lines = capsys.readouterr().out.split("\n")
    assert lines[1].startswith("Ana Example  because")
    assert lines[1].endswith("t79d1e3904")
    assert max(map(len, lines)) <= 70


def test_where_there_is_no_room_for_columns_each_row_is_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    show.table(("file", "read", "same", "why"), [("Connections.csv", 25, 0, "a reason that is long enough to fold")])
    assert capsys.readouterr().out.split("\n")[:2] == ["• Connections.csv · 25 read", "  a reason that is long enough"]


def test_a_table_without_heads_has_no_empty_line_and_empty_columns_are_left_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show.table(("", ""), [("name", "Ana")])
    show.table(("a", "b"), [("", "x")])
    show.table(("a", "b"), [])
    assert capsys.readouterr().out == "name  Ana\nb\nx\n"


@pytest.mark.parametrize(("said", "columns"), [("60", 60), ("", show.WIDTH), ("wide", show.WIDTH), ("5", show.LEAST)])
def test_a_pipe_is_as_wide_as_columns_says(monkeypatch: pytest.MonkeyPatch, said: str, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", said)
    assert show.width(io.StringIO()) == columns


def test_no_style_is_printed_with_no_color(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    show.heading("Ask")
    show.table(("a", "b"), [("x", "y")])
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.delenv("NO_COLOR")
    show.heading("Ask")
    assert "\x1b[1m" in capsys.readouterr().out
