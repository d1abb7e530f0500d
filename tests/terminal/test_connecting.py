"""Connecting on the command line: secrets are asked for or come on standard input, never as words of a command."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.servers.letters import deliver, letter, mailbox
from tests.servers.real import SECRET, MailServer
from tests.terminal.shell import SCHEMAS, Shell, conforms

from askwell.actions.connecting import pockets

USER = "terminal@example.com"


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """What comes on standard input."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


@pytest.fixture
def connected(empty: Shell, mail_server: MailServer, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A mailbox is connected; here is no keyring, so its password is given each time."""
    typed(monkeypatch, f"{SECRET}\n")
    said = empty.run("connect", "imap", USER, "--server", mail_server.url, "--stdin")
    assert f"Connected {USER}: 4 folders of mail." in " ".join(said.split())
    assert "askwell undo b1" in said
    return empty


@pytest.fixture(autouse=True)
def forgets() -> Iterator[None]:
    """Each command is a process of its own, which remembers no password of the one before."""
    pockets._held.clear()
    yield
    pockets._held.clear()


def sync(shell: Shell, monkeypatch: pytest.MonkeyPatch, *words: str, code: int = 0) -> Any:
    typed(monkeypatch, f"{SECRET}\n")
    return conforms(shell.json("sync", *words, "--stdin", code=code), "sync")


def test_what_is_new_is_read_with_the_receipt_of_an_import(
    connected: Shell, mail_server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with mailbox(mail_server, USER) as box:
        deliver(box, [letter(1, to=USER), letter(2, to=USER)])
    found = sync(connected, monkeypatch, USER)
    (file,) = found["files"]
    assert (file["read"], file["new"], file["source"]) == (2, 2, "mail")
    (one,) = found["connections"]
    assert (one["ok"], one["checked"], one["kept"]) == (True, "2026-03-27T18:00:00Z", False)
    assert sync(connected, monkeypatch, USER)["batch"] is None
    typed(monkeypatch, f"{SECRET}\n")
    assert "Nothing new." in connected.run("sync", USER, "--stdin")
    shown = connected.run("connections")
    assert "checked March 27, 18:00 UTC" in shown
    assert "asked each time" in shown
    assert conforms(connected.json("connections"), "connections")["connections"] == [one]


def test_a_mistyped_password_is_given_anew_and_the_last_check_stays_the_last(
    connected: Shell, mail_server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync(connected, monkeypatch, USER)
    monkeypatch.setattr("tests.terminal.shell.NOW", "2026-03-28T09:00Z")
    typed(monkeypatch, "mistyped\n")
    shown = " ".join(connected.run("sync", USER, "--stdin", code=1).split())
    assert "last checked March 27, 18:00 UTC; tried March 28, 09:00 UTC, and something stood in the way" in shown
    assert f"askwell sync {USER} --new-password" in " ".join(connected.refused("sync", USER).split())
    shown = " ".join(connected.run("connections").split())
    assert f"{USER}, tried March 28, 09:00 UTC:" in shown
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _: SECRET)
    assert "Nothing new." in connected.run("sync", USER, "--new-password")
    assert "name the one connection" in connected.refused("sync", "--new-password")


def test_a_password_given_now_counts_before_the_one_in_the_keyring(
    empty: Shell, mail_server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: dict[str, str] = {}
    monkeypatch.setattr("askwell.actions.connecting.keyrings.can_keep", lambda _: True)
    monkeypatch.setattr("keyring.set_password", lambda _, name, secret: held.update({name: secret}))
    monkeypatch.setattr("keyring.get_password", lambda _, name: held.get(name))
    typed(monkeypatch, f"{SECRET}\n")
    empty.run("connect", "imap", USER, "--server", mail_server.url, "--stdin")
    (name,) = held
    held[name] = "changed at the server since"
    assert "did not accept" in " ".join(empty.refused("sync").split())
    assert sync(empty, monkeypatch, USER)["connections"][0]["ok"] is True
    assert held == {name: SECRET}


def test_without_a_password_it_says_so_and_ends_with_1(connected: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    pockets._held.clear()
    typed(monkeypatch, "")
    assert "Give it once more." in " ".join(connected.refused("sync").split())
    found = conforms(connected.json("sync", code=1), "sync")
    assert found["connections"][0]["ok"] is False


def test_a_refused_password_connects_nothing(
    empty: Shell, mail_server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "wrong-canary\n")
    said = empty.refused("connect", "imap", USER, "--server", mail_server.url, "--stdin")
    assert "did not accept the user name and password" in " ".join(said.split())
    assert "canary" not in said
    assert empty.json("connections") == {"connections": []}
    assert "askwell connect imap you@example.com" in " ".join(empty.run("connections").split())


def test_without_a_terminal_it_says_how_a_script_gives_it(empty: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "")
    assert "--stdin" in empty.refused("connect", "imap", "you@gmail.com")
    assert "Which server is it?" in empty.refused("connect", "imap", "you@example.com")
    assert "name the one connection" in empty.refused("sync", "--stdin")


def test_disconnecting_is_taken_back_as_any_change(connected: Shell) -> None:
    done = conforms(connected.json("disconnect", USER), "change")
    assert connected.json("connections") == {"connections": []}
    connected.run("undo", done["batch"])
    assert len(connected.json("connections")["connections"]) == 1


def test_the_shape_of_sync_is_that_of_import_with_the_connections_beside() -> None:
    told = {
        name: json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("import", "sync", "connections")
    }
    told["import"]["properties"]["connections"] = told["connections"]["properties"]["connections"]
    assert told["sync"]["properties"] == told["import"]["properties"], "what an import tells, sync tells too"


def test_a_steps_page_says_what_each_provider_wants() -> None:
    from askwell.actions.connecting.providers import providers

    page = (Path(__file__).parents[2] / "docs" / "sources" / "live.md").read_text(encoding="utf-8")
    assert [one.name for one in providers() if one.name.partition(" ")[0] not in page and one.id != "other"] == []
    assert "OAuth 2" in page


def test_help_loads_no_library_for_servers() -> None:
    import subprocess
    import sys

    code = (
        "import sys, askwell.cli, askwell.terminal.options as o; o.build_parser();"
        "import askwell.actions.undo, askwell.actions.keep;"
        "sys.exit(any(name in sys.modules for name in ('httpx', 'imapclient', 'keyring', 'ssl')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
