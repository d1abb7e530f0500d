"""Pages off the road have no fault in any form: an empty notebook, made-up people, the door, and what goes wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.e2e.axe import faults
from tests.e2e.browser import Hand, hand
from tests.e2e.folders import NOW, command
from tests.web.running import App, running

EMPTY = (
    "/welcome", "/three-names", "/goal", "/needs", "/workshop", "/brief",
    "/today", "/people", "/add", "/sort", "/find", "/find?q=zzzz",
    "/replies", "/told", "/told/message", "/thanks", "/progress", "/week", "/applications", "/data", "/bring",
)  # fmt: skip
FEW = ((1280, False), (390, True), (320, False))  # for one more state of a page that is tried in all of them


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    place = tmp_path_factory.mktemp("other")
    with running(place / "data", "--port", "0", "--now", NOW, ASKWELL_DEMO=str(place / "made up")) as found:
        yield found


@pytest.fixture(scope="module")
def one(browser: Browser, app: App) -> Iterator[Hand]:
    with hand(browser, app) as found:
        yield found


@pytest.mark.parametrize("path", EMPTY)
def test_an_empty_page_teaches_and_has_no_fault(one: Hand, path: str) -> None:
    one.open(path)
    assert faults(one.page) == []
    main = one.page.locator("main")
    assert main.locator("a, button").count(), "it leads nowhere"
    assert main.locator(".button--pen:visible").count() <= 1


def test_with_made_up_people_one_always_sees_that_they_are(browser: Browser, app: App) -> None:
    with hand(browser, app) as one:
        one.open("/welcome")
        one.click("Look around with made-up people")
        for path in ("/today", "/progress", "/people"):
            one.open(path)
            expect(one.page.get_by_text("These people are made up")).to_be_visible()
            assert faults(one.page) == []
        _lands(one)
        one.click("Back to my notebook")


def _lands(one: Hand) -> None:
    """She has a job: whoever helped would love to hear it, and every page knows."""
    one.open("/data")
    one.click("I have a job")
    expect(one.page.get_by_role("status").filter(has_text="Congratulations")).to_be_visible()
    found = faults(one.page, forms=FEW)
    for path in ("/thanks", "/progress"):
        one.open(path)
        found += faults(one.page, forms=FEW)
    assert found == []


def test_the_door_has_no_fault(browser: Browser, app: App) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.goto(app.url)
    assert faults(page) == []
    page.get_by_label("Code").fill("CCCCC-CCCCC")
    page.get_by_role("button", name="Come in").click()
    expect(page.get_by_text("This code is not right")).to_be_visible()
    assert faults(page) == []
    page.context.close()


def test_what_is_refused_has_a_page_without_fault(one: Hand) -> None:
    """Two windows: what one did, the other can't do any more."""
    one.open("/add")
    one.write("Name", "Zuzana Novak")
    one.click("Add this person")
    one.open("/people/p1")
    one.page.locator("form[action$='/tie'] button").first.evaluate("it => { it.value = 'nonsense'; it.click(); }")
    one.page.wait_for_url("**/tie")
    assert faults(one.page) == []
    one.click("Back to Today", role="link")


def test_what_another_window_took_back_is_refused_with_a_button_that_brings_it_back(one: Hand) -> None:
    one.open("/add")
    one.write("Name", "Ines Okafor")
    one.click("Add this person")
    first, second = one.page, one.page.context.new_page()
    for page in (first, second):
        page.goto(f"{one.app.origin}/data")
    for page in (first, second):
        page.locator("#history li", has_text="Ines Okafor").get_by_role("button", name="Undo").click()
        page.wait_for_load_state()
    expect(second.get_by_role("link", name="Back to Today")).to_be_visible()
    assert faults(second) == []
    second.get_by_role("button", name="Bring it back").click()
    expect(second.get_by_role("status").filter(has_text="Brought back")).to_be_visible()
    second.close()


def test_a_damaged_notebook_has_a_page_without_fault(browser: Browser, tmp_path: Path) -> None:
    data = tmp_path / "data"
    command(data, "add", "Ana Example")
    command(data, "backup")
    content = bytearray((data / "askwell.db").read_bytes())
    content[40_960:41_260] = bytes(300)
    (data / "askwell.db").write_bytes(content)
    with running(data, "--port", "0", "--now", NOW) as app, hand(browser, app) as one:
        one.open("/")
        expect(one.page.get_by_role("heading", level=1)).to_contain_text("can’t be opened")
        assert faults(one.page) == []
        one.click("Put the copy of")
        expect(one.page.get_by_role("status")).to_contain_text("is in place")
