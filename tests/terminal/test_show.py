"""What is printed in a pipe: plain lines, folded, and no library loaded for it."""

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
