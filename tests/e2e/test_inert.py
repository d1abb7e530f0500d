"""Whatever stands in the data stays words in a real browser: no dialog, no request elsewhere, nothing forbidden."""

from pathlib import Path, PurePosixPath
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page
from tests.e2e.browser import hand
from tests.e2e.folders import NOW, command
from tests.web import hostile
from tests.web.crawler import kind_of
from tests.web.running import App, running

OF_A_KIND = 2


def filled(folder: Path) -> None:
    """A data folder with the hostile address book."""
    (folder / "goals.toml").write_text(hostile.goals(), encoding="utf-8")
    files = [str(file) for file in hostile.files(folder / "files")]
    command(folder / "data", "goals", "--set", str(folder / "goals.toml"))
    command(folder / "data", "import", *files, "--me", hostile.ME)


def links(page: Page) -> list[str]:
    """Where the page leads to within the app."""
    found = page.eval_on_selector_all("a[href^='/']", "nodes => nodes.map((node) => node.getAttribute('href'))")
    return [urljoin("/", way) for way in found if not PurePosixPath(urlsplit(way).path).suffix]  # files are saved


def test_no_page_comes_alive(browser: Browser, tmp_path: Path) -> None:
    filled(tmp_path)
    with running(tmp_path / "data", "--port", "0", "--now", NOW) as app, hand(browser, app) as one:
        dialogs: list[str] = []
        said: list[str] = []

        def hear(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                said.append(f"{one.page.url}: {message.text}")

        def close(dialog: Dialog) -> None:
            dialogs.append(dialog.message)
            dialog.dismiss()

        one.page.on("dialog", close)
        one.page.on("console", hear)
        one.page.on("pageerror", lambda error: said.append(f"{one.page.url}: {error}"))
        seen, kinds, waiting = set[str](), dict[str, int](), ["/today", "/progress", "/replies"]
        while waiting:
            address = waiting.pop(0)
            kind = kind_of(urlsplit(address).path)
            if address in seen or kinds.get(kind, 0) >= OF_A_KIND:
                continue
            seen.add(address)
            kinds[kind] = kinds.get(kind, 0) + 1
            one.open(address)
            assert one.page.locator("[evil]").count() == 0, address
            waiting.extend(links(one.page))
        assert dialogs == []
        assert one.elsewhere == []
        assert [line for line in said if "404 (Not Found)" not in line] == []
        assert len(seen) > 10


def test_whatever_is_asked_of_others_is_noticed_and_answered_by_nobody(browser: Browser, search: App) -> None:
    """The watch itself: without it, that no page asks others would say nothing."""
    with hand(browser, search) as one:
        asked = "http://pixel.example/seen"
        ask = "asked => fetch(asked, {mode: 'no-cors'}).then(() => 'answered', () => 'nobody')"
        assert one.page.evaluate(ask, asked) == "nobody"
        assert one.elsewhere == [asked]
