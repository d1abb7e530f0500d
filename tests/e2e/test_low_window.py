"""At 400 % zoom, and on a phone: nothing is covered, nothing scrolls sideways, and everything can be reached."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.e2e.axe import scrolls_sideways
from tests.e2e.browser import Hand, hand
from tests.e2e.keyboard import Keys
from tests.web.running import App

ZOOMED = (320, 256)  # 1280 by 1024 at 400 %
PHONE = (390, 844)
WHO = "/people?q=elizabeth+brandt"
STUCK = """() => [...document.querySelectorAll("body *")]
    .filter(it => ["fixed", "sticky"].includes(getComputedStyle(it).position) && it.getClientRects().length)
    .map(it => it.outerHTML.slice(0, 80))"""


@pytest.fixture(params=[ZOOMED, PHONE], ids=["zoomed", "phone"])
def one(browser: Browser, search: App, request: pytest.FixtureRequest) -> Iterator[Hand]:
    width, height = request.param
    with hand(browser, search, width=width, height=height) as found:
        yield found


@pytest.fixture
def zoomed(browser: Browser, search: App) -> Iterator[Hand]:
    width, height = ZOOMED
    with hand(browser, search, width=width, height=height) as found:
        yield found


def find(one: Hand, page: str) -> None:
    """Open a page; one that is about somebody is that of Elizabeth Brandt."""
    one.open(WHO)
    who = one.page.locator(".person__name a").first.get_attribute("href") or ""
    one.open(page.replace("{who}", who.rpartition("/")[2]))


@pytest.mark.parametrize(
    "page",
    ["/today", "/ask/{who}", "/people/{who}", "/replies", "/goal", "/workshop", "/told/{who}", "/progress", "/data"],
)
def test_each_stop_of_the_tab_key_is_seen_and_covered_by_nothing(one: Hand, page: str) -> None:
    find(one, page)
    assert not scrolls_sideways(one.page)
    assert len(Keys(one.page).walk()) > 8


def test_after_a_change_its_line_covers_nothing_either(one: Hand) -> None:
    one.open("/today")
    one.page.locator(".step .more > summary").first.click()
    one.click("Later today")
    expect(one.page.locator(".toast")).to_be_visible()
    assert not scrolls_sideways(one.page)
    Keys(one.page).walk()
    one.click("Undo")


@pytest.mark.parametrize("page", ["/today", "/ask/{who}", "/people/{who}", "/people", "/progress"])
def test_nothing_stays_over_the_words_of_a_low_window(zoomed: Hand, page: str) -> None:
    find(zoomed, page)
    assert zoomed.page.evaluate(STUCK) == []


def test_a_letter_is_mended_and_sent_in_a_low_window(zoomed: Hand) -> None:
    find(zoomed, "/ask/{who}?by=email")
    page = zoomed.page
    page.locator("#letter-text").fill(
        "Sorry to bother you. I am out of work and look for a job. Could you introduce me?"
    )
    many = page.locator(".finding")
    expect(many.first).to_be_visible()
    instead = page.get_by_role("button", name="Use this instead").first
    words = instead.inner_text()
    instead.click()
    expect(page.get_by_role("button", name=words, exact=True)).to_have_count(0)
    zoomed.click("Yes, it is sent")
    toast = page.locator(".toast")
    expect(toast).to_contain_text("is sent")
    assert _is_in_sight(page, ".toast")
    zoomed.click("Undo")
    expect(toast).to_contain_text("Undone")


def _is_in_sight(page: Page, where: str) -> bool:
    return bool(
        page.locator(where).evaluate("it => { const at = it.getBoundingClientRect(); return at.top < innerHeight; }")
    )
