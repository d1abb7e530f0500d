"""Every page of a whole search by its address, and a way through them: Dana Whitfield's files, brought in by hand."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

from tests.conftest import DATA
from tests.e2e.browser import Hand

NOW = "2026-03-27T18:00Z"
PAGES = (
    "/welcome", "/three-names", "/goal", "/needs", "/workshop", "/brief",
    "/today", "/people", "/people?only=allies", "/people?q=chen",
    "/people?q=zzzz", "/people/{who}", "/people/{who}/edit", "/people/{who}/held", "/people/{who}/forget", "/add",
    "/add/{who}", "/sort", "/find", "/find?q=planning", "/ask/{who}", "/ask/{who}?by=phone", "/ask/{who}/mail?by=email",
    "/ask/{close}", "/twins", "/twins/{who}", "/twins/{who}/{close}",
    "/ask/{who}/copy?by=linkedin", "/write/thank/{who}", "/write/give/{who}", "/write/act/named?event={event}",
    "/write/thank/{who}/mail?by=email", "/write/thank/{who}/copy?by=email", "/sent/thank/{who}", "/replies", "/told",
    "/told/{who}", "/told/{who}/outcome", "/told/message", "/thanks", "/progress", "/week", "/applications",
    "/connect", "/connect/new/gmail", "/connect/new/feed", "/connect/look/{look}", "/connect/{feed}/password",
    "/data", "/data/erase", "/bring", "/bring/{job}", "/bring/{table}", "/patterns",
)  # fmt: skip
SHOWN = {  # what is looked at there, and would be missed by nobody if the search had none of it
    "/goal": (".voice__instead",),
    "/workshop": (".friends", ".echoes", ".echoes__all", ".ranked__one + .ranked__one"),
    "/twins": (".side + .side",),
    "/brief": (".brief__reach", ".brief__flow"),
    "/ask/{close}": (".asking__who .remark",),
    "/thanks": ("#favors", ".receipt"),
    "/bring/{table}": (".field select",),
    "/progress": (".part--next", ".tree", ".fan", ".forecast table"),
}
WORKSHOP = {
    "Companies": "Ostara Foods, Brightwater Dairy, Corvane Medical",
    "Problems, one on a line": "Nobody trusts the forecast\nFresh goods run out on Fridays",
    "What they said": "Ana: a planning manager in food\nBen: something with boats",
}
NOWHERE = ("/people/p99999", "/bring/p99999", "/nowhere")


def bring_in(one: Hand) -> dict[str, str]:
    """Through the page Bring my people; then something is sent. What stands in the addresses of the pages."""
    page = one.page
    one.open("/bring")
    page.locator("input[type=file]").first.set_input_files(sorted(DATA.joinpath("scenario").glob("*.[!j]*")))
    one.click("See what would come in")
    if page.get_by_text("yours?").first.is_visible():
        page.get_by_label("dana.whitfield@example.com").first.check()
        one.click("That is me")
    page.get_by_role("button", name="Bring them in").click()
    page.get_by_role("heading", name="came in").first.wait_for()
    return {"job": page.url.rpartition("/")[2], **_sent(one), "table": _table(one), **_connected(one)}


def _table(one: Hand) -> str:
    """A table whose columns nobody knows, given and not yet answered for."""
    one.open("/bring")
    one.page.locator("input[type=file]").first.set_input_files(
        {"name": "people.csv", "mimeType": "text/csv", "buffer": b"Chi,Posta,Dove\nAna Lima,ana@example.com,Lima\n"}
    )
    one.click("See what would come in")
    one.page.get_by_role("heading", name="Which column is what?").wait_for()
    return one.page.url.rpartition("/")[2]


class _Feed(BaseHTTPRequestHandler):
    """A calendar that tells of one lunch."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/calendar")
        self.end_headers()
        lunch = ("BEGIN:VEVENT", "UID:lunch@example.com", "DTSTART:20260320T170000Z", "SUMMARY:Lunch", "END:VEVENT")
        self.wfile.write("\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *lunch, "END:VCALENDAR", "")).encode())

    def log_message(self, *_: object) -> None:
        """Nobody listens."""


@contextmanager
def _feed() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Feed) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/calendar.ics"
        server.shutdown()


def _connected(one: Hand) -> dict[str, str]:
    """A calendar that is connected, and read once."""
    with _feed() as address:
        one.open("/connect/new/feed")
        one.page.locator("input[name=secret]").fill(address)
        one.click("Connect", exact=True)
        one.page.wait_for_url("**/connect")
        end = one.page.locator("form[action$='/end']").first.get_attribute("action") or ""
        one.click("Check now")
        one.page.wait_for_url("**/connect/look/*")
        one.page.get_by_role("heading", level=1).wait_for()
        one.page.wait_for_function("!document.querySelector('progress, [aria-busy=true]')")
    return {"feed": end.split("/")[-2], "look": one.page.url.rpartition("/")[2]}


def _sent(one: Hand) -> dict[str, str]:
    """Her yes to what is sure, one thank-you on its way, and her goal in full."""
    page = one.page
    one.open("/replies")
    sure = page.locator("details", has=page.locator("form[action='/replies/sure']"))
    sure.locator("summary").click()
    sure.locator("form button").click()
    one.open("/goal")
    one.write("The work you look for", "planning manager")
    one.click("This is my goal")
    one.open("/people?q=elizabeth+brandt")
    who = (page.locator(".person__name a").first.get_attribute("href") or "").rpartition("/")[2]
    one.open(f"/write/thank/{who}")
    one.click("Yes, it is sent")
    page.wait_for_url("**/sent/**")
    one.open("/today")
    one.click("10", exact=True)
    named = page.locator("a[href*='named?event=']").first.get_attribute("href") or ""
    _in_full(one)
    return {"who": who, "event": named.rpartition("=")[2], "close": _close(one)}


def _in_full(one: Hand) -> None:
    """The workshop: companies in order, problems, and what two friends said of her goal."""
    one.open("/workshop")
    for label, words in WORKSHOP.items():
        one.write(label, words)
    with one.page.expect_navigation():
        one.click("Keep my answers")


def _close(one: Hand) -> str:
    """Somebody close to her, whom she would rather call."""
    one.open("/add")
    one.write("Name", "Zuzana Novak")
    one.page.get_by_label("Close", exact=True).check()
    one.click("Add this person")
    one.page.wait_for_url("**/add/*")
    return one.page.url.rpartition("/")[2]


def filled(path: str, named: Mapping[str, str]) -> str:
    """The address of a page, with what stands in it."""
    return path.format_map(named)
