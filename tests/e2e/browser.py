"""A browser to walk through the pages with: Debian's Chromium, headless, and nothing fetched but from the program."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, Route

QUIET = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)
SANDBOX = () if os.name != "posix" or os.geteuid() else ("--no-sandbox",)
HERE = "(document.activeElement.innerText || document.activeElement.ariaLabel || '').trim()"
PATIENCE = 30_000  # milliseconds until a page is held to be stuck, on a busy computer


def chromium() -> str | None:
    """Where Chromium lies, None where there is none."""
    return os.environ.get("ASKWELL_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=chromium(), args=[*QUIET, *SANDBOX])


@dataclass(frozen=True, slots=True)
class App:
    """A running `askwell open`."""

    url: str
    launch_file: Path
    pid: int
    data: Path


@contextmanager
def started(data: Path, *more: str) -> Iterator[App]:
    """The app in a process of its own, on a free port."""
    command = (sys.executable, "-m", "askwell", "open", "--no-browser", "--json", "--port", "0", "--data", str(data))
    with subprocess.Popen([*command, *more], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            told = json.loads(process.stdout.readline())
            yield App(told["url"], Path(told["launch_file"]), told["pid"], data)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=20)


def launch_again(app: App) -> Path:
    """A new launch file for the app that runs already: what a second start makes."""
    command = (sys.executable, "-m", "askwell", "open", "--no-browser", "--json", "--data", str(app.data))
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return Path(told["launch_file"])


@dataclass
class Hand:
    """Somebody's hand on mouse and keys: counts what it does, and what the pages tried to fetch from elsewhere."""

    page: Page
    app: App
    clicks: int = 0
    words: int = 0
    elsewhere: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        self.page.goto(f"{self.app.url.rstrip('/')}{path}")

    def click(self, words: str, *, role: str = "button", exact: bool = False) -> None:
        """Click the first thing of that role and name."""
        self.clicks += 1
        self.page.get_by_role(role, name=words, exact=exact).first.click()  # type: ignore[arg-type]

    def enter(self) -> None:
        """The enter key: as good as a click, and counted as one."""
        self.clicks += 1
        self.page.keyboard.press("Enter")

    def fill(self, field: Locator, text: str) -> None:
        """Write into a field, without a click of its own: one gets there by tab."""
        self.words += len(text.split())
        field.fill(text)

    def tab_to(self, words: str, *, most: int = 120) -> None:
        """Go to the button or link of these words by the tab key alone."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(HERE) == words:
                return
        raise AssertionError(f"the tab key never comes to “{words}”")

    def write(self, label: str, text: str) -> None:
        """Write into the field of that label."""
        self.fill(self.page.get_by_label(label).first, text)


@contextmanager
def hand(
    browser: Browser, app: App, *, script: bool = True, width: int = 1280, dark: bool = False, less: bool = True
) -> Iterator[Hand]:
    """A signed-in window of its own."""
    context = browser.new_context(
        java_script_enabled=script,
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce" if less else "no-preference",
    )
    context.set_default_timeout(PATIENCE)
    try:
        found = Hand(context.new_page(), app)
        _stay_here(context, app, found)
        sign_in(found.page, app, script=script)
        yield found
    finally:
        context.close()


def _stay_here(context: BrowserContext, app: App, one: Hand) -> None:
    here = urlsplit(app.url).netloc

    def look(route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.netloc == here or address.scheme in {"file", "data", "blob"}:
            route.continue_()
        else:
            one.elsewhere.append(route.request.url)
            route.abort()

    context.route("**/*", look)


def sign_in(page: Page, app: App, *, script: bool) -> None:
    """Open the launch file as the browser does; without script its button is to be pressed."""
    file = app.launch_file if app.launch_file.exists() else launch_again(app)
    page.goto(file.as_uri())
    if not script:
        page.get_by_role("button").first.click()
    page.wait_for_url(lambda url: url.startswith(app.url) and not url.endswith("/launch"))
    page.wait_for_load_state()
