"""Two windows of a real browser on one thing: nothing is written over, both texts are there, and she chooses."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.e2e.axe import faults
from tests.e2e.browser import hand
from tests.e2e.folders import command
from tests.web.running import App, running

FORMS = ((1280, False), (390, True), (320, True))
FIELDS = {"/people/p1/edit": "#id_note", "/goal": "#statement", "/needs": "[name=q2-words]"}
GOALS = 'roles = ["supply planner"]\nstatement = "I want to plan supply."\n'


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """The app with a goal and a person in it."""
    (tmp_path / "goals.toml").write_text(GOALS, encoding="utf-8")
    command(tmp_path / "data", "goals", "--set", str(tmp_path / "goals.toml"))
    command(tmp_path / "data", "add", "Ana Lindqvist", "--company", "Tidewell")
    with running(tmp_path / "data", "--port", "0") as found:
        yield found


def keep(page: Page) -> None:
    """Press the one inked button, and be on the page that follows."""
    with page.expect_navigation():
        page.locator("main .button--pen").click()


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
@pytest.mark.parametrize("path", FIELDS)
def test_both_texts_are_there_and_one_is_chosen(browser: Browser, app: App, path: str, *, script: bool) -> None:
    field = FIELDS[path]
    with hand(browser, app, script=script) as one:
        first, second = one.page, one.page.context.new_page()
        for page, words in ((first, "Of the first window."), (second, "Of the second window.")):
            page.goto(f"{app.origin}{path}")
            if path == "/goal":
                page.locator(".more-goals > summary").click()
            page.locator(field).fill(words)
        keep(first)
        keep(second)
        expect(second.locator(".meanwhile__said")).to_have_text("Of the first window.")
        expect(second.locator(field)).to_have_value("Of the second window.")
        assert not script or faults(second, forms=FORMS) == []
        second.get_by_text("Take that one").click()
        keep(second)
        second.goto(f"{app.origin}{path}")
        expect(second.locator(field)).to_have_value("Of the first window.")
