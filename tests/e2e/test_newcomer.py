"""A newcomer in a real browser: from the first page to "Yes, it is sent", with and without script, all counted."""

import pytest
from playwright.sync_api import Browser, expect
from tests.e2e.axe import findings
from tests.e2e.browser import Hand, hand
from tests.e2e.keyboard import Keys
from tests.web.running import App

CLICKS, WORDS = 12, 60
THREE = (("Ana Lindqvist", "we worked at Meridian"), ("Ben Okafor", "our gardens touch"), ("Chi Nguyen", "from school"))
GOAL = {
    "The work you look for": "supply planner",
    "The field": "wind energy",
    "The place": "Portland",
    "Kinds of people you would love to meet": "people who plan spare parts",
    "Companies I would love to know": "Tidewell, Harrow Wind",
}


def first_letter(one: Hand, *, script: bool) -> None:
    """Along the four small pages to a letter that is sent."""
    page = one.page
    one.open("/")
    one.write("This notebook belongs to", "Nora")
    one.click("Start with three names")
    for number, (name, met) in enumerate(THREE):
        rows = page.locator(".newcomer").nth(number)
        one.fill(rows.get_by_label("Name", exact=True), name)
        one.fill(rows.get_by_label("How you know each other"), met)
    one.click("These are my three")
    for label, words in GOAL.items():
        one.write(label, words)
    one.click("This is my goal")
    one.click("Find out who can help")
    expect(page.locator("textarea").first).to_contain_text("Nora")
    page.get_by_label("I guess yes").check()
    one.clicks += 1
    if not script:
        one.click("Open in my mail")
        page.go_back()
    one.click("Yes, it is sent")
    expect(page.get_by_role("status")).to_contain_text("is sent")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_first_letter_is_sent_within_twelve_clicks_and_sixty_words(
    browser: Browser, app: App, *, script: bool
) -> None:
    with hand(browser, app, script=script) as one:
        first_letter(one, script=script)
        assert one.clicks <= CLICKS, one.clicks
        assert one.words <= WORDS, one.words
        assert one.elsewhere == []


def test_it_works_by_keyboard_alone_from_the_first_field_on(browser: Browser, app: App) -> None:
    """One begins to write at once, and Enter goes on; no mouse is used."""
    with hand(browser, app) as one:
        one.open("/")
        keys = Keys(one.page)
        for page, words in (("three-names", "Nora"), ("goal", "Ana Lindqvist"), ("needs", "supply planner")):
            assert keys.stop
            keys.type(words)
            keys.go()
            one.page.wait_for_url(f"**/{page}")
        keys.enter("Find out who can help")
        assert keys.to("Your letter to Ana", kind="textarea")
        keys.enter("Yes, it is sent")
        keys.hears("is sent")
        keys.undo()


def test_the_pages_on_the_way_have_no_faults(browser: Browser, app: App) -> None:
    with hand(browser, app, width=390) as one:
        one.open("/")
        page, found = one.page, list(findings(one.page))
        for path, fields, button in (
            ("three-names", {"This notebook belongs to": "Nora"}, "Start with three names"),
            ("goal", {"Name": "Ana Lindqvist"}, "These are my three"),
            ("needs", {"The work you look for": "planner"}, "This is my goal"),
            ("ask/*", {}, "Find out who can help"),
            ("sent/**", {}, "Yes, it is sent"),
        ):
            for label, words in fields.items():
                one.fill(page.get_by_label(label, exact=True).first, words)
            one.click(button)
            page.wait_for_url(f"**/{path}")
            found += findings(page)
    assert found == []
