"""The parts in a browser: nothing for axe in any form, no sideways scrolling, and what the elements add by script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from tests.e2e.axe import faults
from tests.e2e.browser import Hand, hand
from tests.web.running import App, running


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    with running(tmp_path_factory.mktemp("parts") / "data", "--port", "0") as found:
        yield found


@pytest.fixture
def one(browser: Browser, app: App) -> Iterator[Hand]:
    with hand(browser, app) as found:
        found.open("/patterns")
        yield found


def test_axe_finds_nothing_and_nothing_scrolls_sideways(one: Hand) -> None:
    assert faults(one.page) == []


def test_only_the_scripts_that_a_name_needs_are_fetched(one: Hand) -> None:
    fetched = one.page.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    fonts = {name.rpartition("/")[2] for name in fetched if name.endswith(".woff2")}
    assert "literata-cyrillic-opsz-normal.woff2" in fonts
    assert "literata-greek-ext-opsz-normal.woff2" not in fonts
    assert one.elsewhere == []


def test_every_target_is_large_enough_for_a_thumb(browser: Browser, app: App) -> None:
    """44 by 44 CSS pixels, links in a sentence or a list of words left out."""
    with hand(browser, app, width=390) as found:
        found.open("/patterns")
        small = found.page.evaluate(
            """() => [...document.querySelectorAll(
                 ".button, .chip, summary, .index a, .more__list > *, input:not([type=hidden], [type=checkbox]), select"
               )].filter(one => one.offsetParent && !one.closest(".chip > *"))
               .map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect().height])
               .filter(([, height]) => height < 44)"""
        )
        assert small == []


def test_ctrl_k_goes_to_the_search_of_the_page_and_elsewhere_to_find(one: Hand) -> None:
    one.page.keyboard.press("Control+k")
    expect(one.page.get_by_role("searchbox")).to_be_focused()
    one.open("/today")
    link = one.page.get_by_role("link", name="Find anything")
    expect(link).to_have_attribute("aria-keyshortcuts", "Control+K Meta+K")
    one.page.keyboard.press("Control+k")
    one.page.wait_for_url("**/find")
    expect(one.page.get_by_role("searchbox")).to_be_focused()
    expect(one.page.get_by_role("heading", level=1)).to_have_text("Find anything")


def test_ctrl_k_is_not_lost_while_a_page_comes_in(one: Hand) -> None:
    def slowly(route: Route) -> None:
        one.page.wait_for_timeout(1500)
        route.continue_()

    one.page.route("**/find*.js", slowly)
    one.page.goto(f"{one.app.origin}/today", wait_until="commit")
    expect(one.page.get_by_role("heading", level=1)).to_be_visible()
    assert not one.page.evaluate("Boolean(customElements.get('ask-find'))")
    one.page.keyboard.press("Control+k")
    one.page.wait_for_url("**/find")


def test_a_single_key_does_nothing_until_it_is_allowed(one: Hand) -> None:
    search = one.page.get_by_role("searchbox")
    one.page.keyboard.press("/")
    expect(search).not_to_be_focused()
    one.page.get_by_label("Single keys do something").check()
    one.page.locator("h1").click()
    one.page.keyboard.press("/")
    expect(search).to_be_focused()
    field = one.page.get_by_label("One true line about Ana")
    field.press("End")
    field.press("/")
    expect(field).to_have_value("We worked the same shift at Meridian for five years./")
    one.page.reload()
    expect(one.page.get_by_label("Single keys do something")).to_be_checked()


def test_a_menu_closes_on_escape_and_gives_the_focus_back(one: Hand) -> None:
    summary = one.page.locator("summary", has_text="More for Inés Okafor")
    summary.focus()
    one.page.keyboard.press("Enter")
    later = one.page.get_by_role("button", name="Later today").first
    expect(later).to_be_visible()
    one.page.keyboard.press("Tab")
    expect(later).to_be_focused()
    one.page.keyboard.press("Escape")
    expect(later).to_be_hidden()
    expect(summary).to_be_focused()


def test_a_menu_closes_on_a_click_elsewhere_and_when_one_leaves_it(one: Hand) -> None:
    summary = one.page.locator("summary", has_text="More for Inés Okafor")
    menu = one.page.locator("details.more").first
    summary.click()
    one.page.locator("h1").click()
    expect(menu).not_to_have_attribute("open", "")
    summary.click()
    one.page.locator("summary", has_text="More for Ana Lindqvist").focus()
    expect(menu).not_to_have_attribute("open", "")


def test_a_text_is_copied_and_it_is_said(one: Hand) -> None:
    one.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    one.click("Copy the text")
    expect(one.page.get_by_text("The text is copied.")).to_be_visible()
    assert one.page.evaluate("navigator.clipboard.readText()").startswith("Thank you for the advice")


def test_where_nothing_may_be_copied_the_text_is_marked(one: Hand) -> None:
    one.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    one.click("Copy the text")
    expect(one.page.get_by_text("Press Ctrl C to copy it.")).to_be_visible()
    assert str(one.page.evaluate("getSelection().toString()")).startswith("Thank you for the advice")


def test_the_room_left_is_said_as_one_types(one: Hand) -> None:
    room = one.page.locator("ask-count")
    expect(room).to_have_text("248 characters left")
    one.page.get_by_label("One true line about Ana").fill("x" * 301 + "🌻")
    expect(room).to_have_text("2 characters too many")


def test_dropped_files_are_in_the_field_and_their_names_are_said(one: Hand) -> None:
    one.page.evaluate(
        """() => {
             const data = new DataTransfer();
             for (const name of ["a.csv", "b.vcf"]) data.items.add(new File(["x"], name));
             document.querySelector("ask-drop").dispatchEvent(
               new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
           }"""
    )
    assert one.page.evaluate("document.querySelector('#p-files').files.length") == 2
    expect(one.page.locator("[data-chosen]")).to_have_text("a.csv, b.vcf")


def test_chosen_files_are_named_too(one: Hand, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.csv", "b.csv", "c.csv", "d.csv")]
    for file in files:
        file.write_text("x")
    one.page.locator("#p-files").set_input_files(files)
    expect(one.page.locator("[data-chosen]")).to_have_text("a.csv, b.csv, c.csv and 1 more")


def test_without_script_everything_is_there_but_what_only_a_script_can_do(browser: Browser, app: App) -> None:
    with hand(browser, app, script=False) as found:
        found.open("/patterns")
        page: Page = found.page
        expect(page.get_by_role("button", name="Copy the text")).to_be_hidden()
        expect(page.get_by_label("Single keys do something")).to_be_hidden()
        expect(page.locator("kbd")).to_have_count(0)
        page.locator("summary", has_text="More for Inés Okafor").click()
        expect(page.get_by_role("button", name="Later today").first).to_be_visible()
