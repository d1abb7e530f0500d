"""The workshop by keys alone: a company moves with Alt and an arrow, and the hand stays where it is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect
from tests.e2e.browser import Hand, hand
from tests.web.running import App, running


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    with running(tmp_path_factory.mktemp("workshop") / "data", "--port", "0") as found:
        yield found


@pytest.fixture
def one(browser: Browser, app: App) -> Iterator[Hand]:
    with hand(browser, app) as found:
        found.open("/goal")
        found.write("The work you look for", "planner")
        found.write("Companies I would love to know", "Tidewell\nHarrow Wind\nCorvane")
        found.page.locator("form#goal .button--pen").click()
        found.page.wait_for_url("**/needs")
        found.open("/workshop")
        yield found


def test_a_company_moves_with_alt_and_an_arrow_again_and_again(one: Hand) -> None:
    page, names = one.page, one.page.locator(".ranked__name")

    def button(name: str) -> Locator:
        return page.locator(f"button[name={name}][value=Corvane]")

    button("up").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(names).to_have_text(["Tidewell", "Corvane", "Harrow Wind"])
    expect(button("up")).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    expect(names).to_have_text(["Corvane", "Tidewell", "Harrow Wind"])
    expect(button("down")).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowDown")
    expect(names).to_have_text(["Tidewell", "Corvane", "Harrow Wind"])
    assert one.elsewhere == []
