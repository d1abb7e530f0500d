"""Nothing is written twice: what a form does not take stays in its fields, and going back sends nothing again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, Response
from selectolax.lexbor import LexborHTMLParser
from tests.e2e.browser import Hand, hand
from tests.web.running import App

FIELDS = """form => [...form.elements]
    .filter(it => it.name && !["hidden", "submit", "button", "file"].includes(it.type))
    .map(it => [it.name, ["checkbox", "radio"].includes(it.type) ? `${it.value} ${it.checked}` : it.value])"""
LONG = "We met at the harbor fair, and spoke of spare parts.\nShe laughed about the “Ñandú” <b>& co."


@dataclass(frozen=True, slots=True)
class Case:
    """A form that is filled in and not taken: the page, what is written by the names of the fields, and its button."""

    path: str
    written: dict[str, str]
    button: str
    unfold: str = ""


REFUSED = (
    Case("/add", {"person-met": "we met at the fair", "person-company": "Tidewell"}, "Add this person"),
    Case("/add", {"person-name": "Gwen Aldridge", "person-met": "we met at the fair"}, "Add this person"),
    Case(
        "/three-names",
        {"first-name": "Ana Lindqvist", "second-name": "Ben Okafor", "second-email": "ben at example"},
        "Add them",
    ),
    Case("/goal", {"companies": "Tidewell, Harrow Wind", "status_line": "w" * 4001}, "Keep this goal"),
    Case("/workshop", {"problems": LONG, "job_since": "2026-03-20"}, "Keep my answers"),
    Case("/people/{who}/edit", {"addresses": "no address at all", "note": LONG, "met": "at the fair"}, "Keep it"),
    Case("/told/{who}", {"what": LONG, "named-0-name": "Elizabeth Brandt", "named-0-company": "Tidewell"}, "Note it"),
    Case("/told/{who}/outcome", {"outcome": "w" * 5001}, "Note"),
    Case("/told/message", {"sender": "Nobody of this Name", "text": LONG}, "Read it"),
    Case("/applications", {"company": "Tidewell", "title": " "}, "Note it"),
)
TAKEN = (
    Case("/add", {"person-name": "Zuzana Novak", "person-met": "at the fair"}, "Add this person"),
    Case("/goal", {"statement": "I want to plan food for a city."}, "Keep this goal"),
    Case("/workshop", {"ten_minutes": LONG}, "Keep my answers"),
    Case("/people/{who}/edit", {"note": LONG}, "Keep it"),
    Case("/people/{who}", {}, "Barely"),
    Case("/told/{who}", {"what": LONG, "named-0-name": "Tomas Rehak"}, "Note it"),
    Case("/applications", {"company": "Tidewell", "title": "Supply planner"}, "Note it"),
    Case("/ask/{who}?by=email", {"text": LONG}, "Yes, it is sent"),
    Case("/replies", {}, "Yes"),
    Case("/today", {}, "Rest day"),
)


@pytest.fixture
def plain(browser: Browser, search: App) -> Iterator[Hand]:
    """A window without script, where nothing but the server knows what was written."""
    with hand(browser, search, script=False) as found:
        yield found


def find(one: Hand, page: str) -> None:
    one.open("/people?q=elizabeth+brandt")
    who = one.page.locator(".person__name a").first.get_attribute("href") or ""
    one.open(page.replace("{who}", who.rpartition("/")[2]))


def filled(one: Hand, case: Case) -> Locator:
    """The form of the case, written in."""
    find(one, case.path)
    form = form_of(one.page, case)
    for name, words in case.written.items():
        field = form.locator(f"[name='{name}']")
        if not field.is_visible():
            one.page.locator("details", has=one.page.locator(f"[name='{name}']")).locator("summary").first.click()
        field.fill(words)
    return form


def form_of(page: Page, case: Case) -> Locator:
    return page.locator("form", has=page.get_by_role("button", name=case.button)).last


def led(page: Page, act: Callable[[], object]) -> Response:
    """Do something that leads to a page, and tell its answer."""
    with page.expect_navigation() as way:
        act()
    answer = way.value
    assert answer
    return answer


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.path)
def test_what_a_form_does_not_take_stays_in_its_fields(plain: Hand, case: Case) -> None:
    form = filled(plain, case)
    before = form.evaluate(FIELDS)
    answer = led(plain.page, form.get_by_role("button", name=case.button).last.click)
    assert answer.status == 422
    after = form_of(plain.page, case).evaluate(FIELDS)
    assert [field for field in before if field not in after] == []
    assert plain.page.locator(".field__fault, .newcomer__asked").count()


def test_a_letter_that_is_too_long_is_not_lost(plain: Hand) -> None:
    find(plain, "/ask/{who}?by=email")
    words = LONG + "w" * 20_000
    area = plain.page.locator("#letter-text")
    area.fill(words)
    answer = led(plain.page, plain.page.get_by_role("button", name="Copy the text").click)
    assert answer.status == 422
    assert words in [it.input_value() for it in plain.page.locator("textarea").all()]


def changes(app: App) -> list[str]:
    """All that was changed so far, as My data tells it."""
    return [one.text() for one in LexborHTMLParser(app.get("/data").text).css("#history li")]


@pytest.mark.parametrize("case", TAKEN, ids=lambda case: case.path)
def test_going_back_and_on_and_loading_anew_change_nothing(browser: Browser, search: App, case: Case) -> None:
    with hand(browser, search) as one:
        page, before = one.page, changes(search)
        form = filled(one, case)
        led(page, form.get_by_role("button", name=case.button).last.click)
        after = changes(search)
        assert after != before
        for act in (page.reload, page.go_back, page.go_forward, page.reload):
            answer = act()
            assert answer is None or (answer.request.method, answer.status) == ("GET", 200)
            assert page.locator("h1").count() == 1
        assert changes(search) == after
        one.open("/data")
        one.click("Undo")
