"""A browser to walk through the pages with: Debian's Chromium, headless, and nothing fetched but from the program."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, Request, expect
from tests.web.running import App, again

QUIET = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
SANDBOX = () if os.name != "posix" or os.geteuid() else ("--no-sandbox",)
PATIENCE = 30_000  # milliseconds until a page is held to be stuck, on a busy computer
HEIGHT = 900
expect.set_options(timeout=PATIENCE)


def chromium() -> str | None:
    """Where Chromium lies, None where there is none."""
    return os.environ.get("ASKWELL_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=chromium(), args=[*QUIET, *SANDBOX])


@dataclass
class Hand:
    """Somebody's hand on mouse and keys: counts what it does, and what the pages tried to fetch from elsewhere."""

    page: Page
    app: App
    clicks: int = 0
    words: int = 0
    elsewhere: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        self.page.goto(f"{self.app.origin}{path}")

    def click(self, words: str, *, role: str = "button", exact: bool = False) -> None:
        """Click the first thing of that role and name."""
        self.clicks += 1
        self.page.get_by_role(role, name=words, exact=exact).first.click()  # type: ignore[arg-type]

    def fill(self, field: Locator, text: str) -> None:
        """Write into a field, without a click of its own: one gets there by tab."""
        self.words += len(text.split())
        field.fill(text)

    def write(self, label: str, text: str) -> None:
        """Write into the field of that label."""
        self.fill(self.page.get_by_label(label).first, text)


@contextmanager
def hand(
    browser: Browser,
    app: App,
    *,
    script: bool = True,
    width: int = 1280,
    height: int = HEIGHT,
    dark: bool = False,
    less: bool = True,
) -> Iterator[Hand]:
    """A signed-in window of its own, in which nothing is open yet. All windows of an app share one session."""
    context = browser.new_context(
        java_script_enabled=script,
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce" if less else "no-preference",
    )
    context.set_default_timeout(PATIENCE)
    try:
        found = Hand(context.new_page(), app)
        _watch(context, app, found)
        _come_in(context, app)
        yield found
    finally:
        context.close()


def _watch(context: BrowserContext, app: App, one: Hand) -> None:
    """Note what is asked of others. It is not held up on its way, for then the browser would keep no style and font."""
    here = urlsplit(app.url).netloc

    def look(request: Request) -> None:
        address = urlsplit(request.url)
        if address.netloc not in {"", here}:
            one.elsewhere.append(request.url)

    context.on("request", look)


def _come_in(context: BrowserContext, app: App) -> None:
    """With the session of whoever came in first; how a browser comes in is tried in test_door.py."""
    if not app.cookies:
        app.sign_in()
    context.add_cookies([{"name": name, "value": value, "url": app.url} for name, value in app.cookies.items()])


def sign_in(page: Page, app: App, *, script: bool) -> None:
    """Open the launch file as the browser does; without script its button is to be pressed."""
    file = app.launch_file if app.launch_file.exists() else again(app).launch_file
    page.goto(file.as_uri())
    if not script:
        page.get_by_role("button").first.click()
    page.wait_for_url(lambda url: url.startswith(app.url) and not url.endswith("/launch"))
    page.wait_for_load_state()
