"""The door in a real browser: coming in, and what another page on the same computer can't do."""

import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.e2e.browser import sign_in
from tests.web.running import App, again, running

Pages = dict[str, str]


@contextmanager
def elsewhere(pages: Pages, *, cookie: str = "") -> Iterator[str]:
    """A page of somebody else on another port of this computer; `cookie` is sent along with it."""

    class Elsewhere(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            if cookie:
                self.send_header("Set-Cookie", cookie)
            self.end_headers()
            self.wfile.write(pages.get(urlsplit(self.path).path, "").encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def context(browser: Browser, app: App) -> Iterator[BrowserContext]:
    """A browser that is signed in, in a tab of its own."""
    made = browser.new_context()
    sign_in(made.new_page(), app, script=True)
    yield made
    made.close()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_launch_file_opens_the_app_signed_in(browser: Browser, app: App, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.headers.get('referer', '')}"))
    code = re.search(r'value="(\w{32})"', app.launch_file.read_text(encoding="utf-8"))
    sign_in(page, app, script=script)
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_label("Code").count() == 0
    assert code
    assert not [text for text in asked if code[1] in text]
    (cookie,) = context.cookies()
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Strict"
    if script:
        assert page.evaluate("document.cookie") == ""
    context.close()


def test_a_typed_code_and_a_form_work_as_the_browser_sends_them(browser: Browser, app: App, tmp_path: Path) -> None:
    """A wrong code, to see that the form arrives with its origin, under the policy on referrers."""
    page = browser.new_page()
    page.goto(app.url)
    page.get_by_label("Code").fill("CCCCC-CCCCC")
    page.get_by_role("button", name="Come in").click()
    assert page.get_by_text("This code is not right").count() == 1
    page.context.close()


def test_an_open_tab_goes_on_after_a_new_start(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    with running(tmp_path / "data", "--port", "0") as app:
        port = str(urlsplit(app.url).port)
        sign_in(page, app, script=True)
    with running(tmp_path / "data", "--port", port):
        page.reload()
        assert page.get_by_label("Code").count() == 0
        assert page.get_by_role("heading", level=1).count() == 1
    page.context.close()


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address, wait_until="load")
    return page


def test_no_page_can_show_the_app_in_a_frame(context: BrowserContext, app: App) -> None:
    with elsewhere({"/": f'<iframe src="{app.url}today"></iframe><object data="{app.url}today"></object>'}) as evil:
        page = opened(context, evil)
        page.wait_for_timeout(500)
        assert len(page.frames) >= 2
        for frame in page.frames[1:]:
            assert frame.url.startswith("chrome-error:")
            assert "Askwell" not in frame.content()


FETCHES = """async (app) => {
    const came = [];
    for (const mode of ["no-cors", "cors"])
        for (const method of ["GET", "POST"])
            await fetch(app + "today", {mode, method, credentials: "include"})
                .then(async (r) => came.push((await r.text()) + r.status), () => came.push("refused"));
    for (const name of ["img", "script", "link"]) {
        const node = document.createElement(name);
        node[name === "link" ? "href" : "src"] = app + "today";
        if (name === "link") node.rel = "stylesheet";
        came.push(await new Promise((done) => {
            node.onload = () => done("loaded"); node.onerror = () => done("refused"); document.head.append(node);
        }));
    }
    return came;
}"""


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_no_page_can_read_or_load_the_app(context: BrowserContext, app: App, name: str) -> None:
    with elsewhere({"/": "<p>hello"}) as evil:
        page = opened(context, evil.replace("127.0.0.1", name))
        assert set(page.evaluate(FETCHES, app.url)) == {"refused"}


def test_no_page_can_send_a_form_to_the_app(context: BrowserContext, app: App) -> None:
    form = f'<form method="post" action="{app.url}undo/b1"><button>Win</button></form>'
    with elsewhere({"/": form}) as evil:
        page = opened(context, evil)
        page.get_by_role("button", name="Win").click()
        assert page.get_by_text("Askwell takes nothing from other pages.").count() == 1


def test_a_cookie_that_another_page_tossed_lets_nobody_in(context: BrowserContext, app: App) -> None:
    """Cookies know no ports: the worst that comes of it is one new start."""
    (ours,) = context.cookies()
    name = ours["name"]
    with elsewhere({"/": "<p>hello"}, cookie=f"{name}={'a' * 32}; Path=/; HttpOnly") as evil:
        opened(context, evil)
    page = opened(context, app.url)
    assert page.get_by_label("Code").count() == 1
    page.goto(again(app).launch_file.as_uri())
    page.wait_for_url(f"{app.url}**")
    assert page.get_by_label("Code").count() == 0


def test_no_code_stands_in_the_history_and_going_back_does_no_harm(context: BrowserContext, app: App) -> None:
    page = context.pages[0]
    page.goto(f"{app.url}today")
    page.go_back()
    page.go_back()
    page.goto(app.url)
    assert page.get_by_label("Code").count() == 0
