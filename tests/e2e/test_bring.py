"""Bring my people in a real browser: files and folders, progress with script and without, hostile mail inert."""

import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, expect
from tests.e2e.axe import faults
from tests.e2e.browser import Hand, hand
from tests.web.deliveries import connections, letters
from tests.web.running import App

MANY = 80_000  # letters: enough to be seen at work
GIVE, YES = "See what would come in", "Bring them in"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "Connections.csv").write_bytes(connections(0, 30) + b",,,,,,03 May 2019\n")
    (folder / "mail.mbox").write_bytes(letters(12))
    (folder / "offer.pdf").write_bytes(b"%PDF-1.7 hello")
    return folder


def give(one: Hand, *paths: Path) -> None:
    one.open("/bring")
    one.page.set_input_files("#files", list(paths))
    one.click(GIVE)
    one.page.wait_for_url("**/bring/*")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_files_are_given_looked_at_brought_in_and_taken_back(
    browser: Browser, app: App, files: Path, *, script: bool
) -> None:
    with hand(browser, app, script=script) as one:
        give(one, *files.iterdir())
        title = one.page.get_by_role("heading", level=1)
        expect(title).to_have_text("Which address is yours?")
        one.page.get_by_label("nora@example.com").check()
        one.click("That is me")
        expect(title).to_have_text("42 people would come in")
        one.click(YES)
        expect(title).to_have_text("42 people came in")
        one.click("Undo this import")
        expect(title).to_have_text("You took this import back")
        expect(one.page.get_by_role("status")).to_contain_text("Undone")
        assert one.elsewhere == []


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_long_work_is_watched_until_it_is_done(browser: Browser, app: App, tmp_path: Path, *, script: bool) -> None:
    big = tmp_path / "mail.mbox"
    big.write_bytes(letters(MANY))
    with hand(browser, app, script=script) as one:
        give(one, big)
        bar = one.page.locator("progress")
        expect(bar).to_be_visible()
        expect(one.page.locator(".progress__words")).not_to_be_empty()
        expect(one.page.get_by_role("heading", level=1)).to_have_text("Which address is yours?", timeout=60_000)


def test_the_work_goes_on_while_the_page_is_closed_and_can_be_stopped_from_another(
    browser: Browser, app: App, tmp_path: Path
) -> None:
    big = tmp_path / "mail.mbox"
    big.write_bytes(letters(MANY))
    with hand(browser, app) as one:
        give(one, big)
        expect(one.page.locator("progress")).to_be_visible()
        there = one.page.url
        one.page.close()
        one.page = one.page.context.new_page()
        one.open("/bring")
        expect(one.page.locator(".underway")).to_contain_text("Is being read.")
        one.click("See how far", role="link")
        assert one.page.url == there
        one.click("Stop")
        expect(one.page.get_by_role("heading", level=1)).to_have_text("You stopped it")
        expect(one.page.get_by_role("status")).to_contain_text("Nothing was changed.")


def test_the_page_says_so_when_askwell_stops_and_goes_on_when_it_is_there_again(
    browser: Browser, app: App, tmp_path: Path
) -> None:
    big = tmp_path / "mail.mbox"
    big.write_bytes(letters(MANY))
    with hand(browser, app) as one:
        heading = one.page.get_by_role("heading", level=1)
        one.page.route("**/progress", lambda route: route.abort())
        give(one, big)
        expect(heading).to_have_text("Askwell has stopped.")
        expect(one.page.locator(".progress__words")).to_have_text("Start it again; nothing is half done.")
        expect(one.page.locator("progress")).to_be_hidden()
        one.page.unroute("**/progress")
        expect(heading).to_have_text(re.compile("Reading your files|Which address is yours"))


def test_a_whole_folder_comes_in_with_its_folders(browser: Browser, app: App, tmp_path: Path) -> None:
    for number in range(3):
        letter = tmp_path / "Old mail" / "cur" / f"{number}:2,S"
        letter.parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "Old mail" / "new").mkdir(exist_ok=True)
        letter.write_bytes(letters(number + 1).rpartition(b"From - ")[2].partition(b"\n")[2])
    (tmp_path / "Old mail" / "new" / "9").write_bytes(letters(10).rpartition(b"From - ")[2].partition(b"\n")[2])
    with hand(browser, app) as one:
        one.open("/bring")
        one.page.locator("summary", has_text="I have a whole folder").click()
        one.page.set_input_files("#folder", tmp_path / "Old mail")
        one.click(GIVE)
        expect(one.page.get_by_role("heading", level=1)).to_have_text("Which address is yours?")
        expect(one.page.locator(".opening__when")).to_have_text("Old mail")
        one.page.get_by_label("nora@example.com").check()
        one.click("That is me")
        one.page.get_by_text("File by file").click()
        expect(one.page.locator(".reasons").last).to_have_text("Old mail (mail): 4 new")


DROP = """async ([target, name]) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(name, {create: true});
    const inner = await folder.getDirectoryHandle("lists", {create: true});
    for (const name of ["Ana", "Ben"]) {
        const handle = await inner.getFileHandle(`${name}.csv`, {create: true});
        const out = await handle.createWritable();
        await out.write(`First Name,Last Name,Company\\n${name},Ruiz,Firm\\n`);
        await out.close();
    }
    const entry = (handle, path) => handle.kind === "file"
        ? {isDirectory: false, fullPath: path, file: (done) => handle.getFile().then(done)}
        : {isDirectory: true, fullPath: path, createReader: () => {
              let told = false;
              return {readEntries: async (done) => {
                  const found = [];
                  if (!told) for await (const [own, one] of handle.entries()) found.push(entry(one, `${path}/${own}`));
                  told = true;
                  done(found);
              }};
          }};
    const event = new DragEvent("drop", {bubbles: true, cancelable: true});
    const items = [{webkitGetAsEntry: () => entry(folder, `/${name}`)}];
    Object.defineProperty(event, "dataTransfer", {value: {items, files: []}});
    document.querySelector(target).dispatchEvent(event);
}"""


def test_a_folder_that_is_dropped_comes_in_with_its_folders(browser: Browser, app: App) -> None:
    with hand(browser, app) as one:
        one.open("/bring")
        one.page.evaluate(DROP, ["ask-drop", "My lists"])
        expect(one.page.get_by_role("heading", level=1)).to_have_text("Two people would come in")
        expect(one.page.locator(".opening__when")).to_have_text("My lists")


def test_what_is_too_large_is_said_before_it_is_sent(browser: Browser, app: App, files: Path) -> None:
    with hand(browser, app) as one:
        one.open("/bring")
        one.page.evaluate("document.querySelector('ask-giving').setAttribute('most', '100')")
        one.page.set_input_files("#files", files / "mail.mbox")
        one.click(GIVE)
        expect(one.page.locator("[data-said]")).to_contain_text("more than 4 GB together")
        assert one.page.url.endswith("/bring")


@contextmanager
def sink() -> Iterator[tuple[str, list[str]]]:
    """A server of somebody who would like to know whether a mail was looked at."""
    asked: list[str] = []

    class Sink(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Sink) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
        server.shutdown()


HOSTILE = """From - Mon Mar 02 10:00:00 2026
From: "<script>alert(1)</script> Eve" <eve@example.net>
To: Nora Vale <nora@example.com>
Subject: <img src=x onerror=alert(1)> hello
Date: Mon, 02 Mar 2026 10:00:00 +0000
Message-ID: <hostile@example.net>
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<html><head><base href="{sink}/base/"><meta http-equiv="refresh" content="0;url={sink}/refresh">
<style>body {{ background: url({sink}/css) }} @import "{sink}/import";</style></head>
<body onload="fetch('{sink}/onload')"><script>fetch("{sink}/script")</script>
<img src="{sink}/pixel" onerror="alert(2)">
<svg onload="fetch('{sink}/svg')"><image href="{sink}/image"/></svg>
<form action="{sink}/form"><input autofocus onfocus="alert(3)"></form>
<iframe src="{sink}/frame"></iframe><link rel="prefetch" href="{sink}/prefetch">
<p>You should talk to Mei Tanaka at Brightmoor, and say I sent you.</p></body></html>

"""


def test_hostile_mail_is_brought_in_as_words_and_reaches_nobody(browser: Browser, app: App, tmp_path: Path) -> None:
    with sink() as (address, asked), hand(browser, app) as one:
        dialogs: list[str] = []

        def dismiss(dialog: Dialog) -> None:
            dialogs.append(dialog.message)
            dialog.dismiss()

        one.page.on("dialog", dismiss)
        file = tmp_path / "<img src=x onerror=alert(9)>.mbox"
        file.write_text(HOSTILE.format(sink=address), encoding="utf-8")
        give(one, file)
        expect(one.page.locator(".opening__when")).to_have_text(file.name)
        one.page.get_by_label("nora@example.com").check()
        one.click("That is me")
        one.click(YES)
        expect(one.page.get_by_role("heading", level=1)).to_have_text("One person came in")
        for path in ("/replies", "/people", "/people/p1", "/today", "/bring", "/ask/p1"):
            one.open(path)
            one.page.wait_for_load_state("networkidle")
            assert "alert(" not in "".join(one.page.locator("script").all_inner_texts())
        assert (asked, dialogs, one.elsewhere) == ([], [], [])


def test_its_pages_have_no_faults_in_any_form(browser: Browser, app: App, files: Path, tmp_path: Path) -> None:
    found: dict[str, list[str]] = {}
    with hand(browser, app) as one:
        page, title = one.page, one.page.get_by_role("heading", level=1)
        one.open("/bring")
        for tile in page.locator("details > summary").all():
            tile.click()
        found["bring"] = faults(page)
        give(one, *files.iterdir())
        expect(title).to_have_text("Which address is yours?")
        found["asks"] = faults(page)
        with page.expect_navigation():
            one.click("That is me")
        found["asks again"] = faults(page)
        page.get_by_label("nora@example.com").check()
        one.click("That is me")
        expect(title).to_have_text("42 people would come in")
        for unfold in page.locator("details > summary").all():
            unfold.click()
        found["seen"] = faults(page)
        one.click(YES)
        expect(title).to_have_text("42 people came in")
        found["stored"] = faults(page)
        big = tmp_path / "big.mbox"
        big.write_bytes(letters(MANY))
        give(one, big)
        expect(page.locator("progress")).to_be_visible()
        found["going"] = faults(page)
        one.click("Stop")
        expect(title).to_have_text("You stopped it")
        found["stopped"] = faults(page)
    assert {name: told for name, told in found.items() if told} == {}
