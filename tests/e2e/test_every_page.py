"""Every page of a whole search, in five forms: axe finds nothing, nothing scrolls sideways or is fetched elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.conftest import DATA
from tests.e2e.axe import findings, scrolls_sideways
from tests.e2e.browser import App, Hand, hand, started

NOW = "2026-03-27T18:00Z"
FORMS = [(1280, False), (1280, True), (390, False), (390, True), (320, False)]
PAGES = (
    "/welcome", "/three-names", "/goal", "/needs", "/today", "/people", "/people?only=allies", "/people?q=chen",
    "/people?q=zzzz", "/people/{who}", "/people/{who}/edit", "/people/{who}/held", "/people/{who}/forget", "/add",
    "/add/{who}", "/sort", "/find", "/find?q=planning", "/ask/{who}", "/write/thank/{who}", "/write/give/{who}",
    "/replies", "/told", "/told/{who}", "/told/message", "/thanks", "/progress", "/week", "/applications", "/data",
    "/data/erase", "/bring", "/patterns", "/people/p99999", "/nowhere",
)  # fmt: skip


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    with started(tmp_path_factory.mktemp("every") / "data", "--now", NOW) as found:
        yield found


@pytest.fixture(scope="module")
def one(browser: Browser, app: App) -> Iterator[Hand]:
    """Dana Whitfield's search, brought in through the page, and everything noticed said yes to."""
    with hand(browser, app) as found:
        bring_in(found, sorted(DATA.joinpath("scenario").glob("*.[!j]*")))
        yield found


def bring_in(one: Hand, files: list[Path]) -> None:
    """Along the page Bring my people: give, look, bring in."""
    page = one.page
    one.open("/bring")
    page.locator("input[type=file]").first.set_input_files(files)
    one.click("See what would come in")
    if page.get_by_text("yours?").first.is_visible():
        page.get_by_label("dana.whitfield@example.com").first.check()
        one.click("Look again")
    page.get_by_role("button", name="Bring them in").click(timeout=60_000)
    page.get_by_role("heading", name="came in").first.wait_for(timeout=120_000)


@pytest.fixture(scope="module")
def who(one: Hand) -> str:
    one.open("/people?q=elizabeth+brandt")
    return (one.page.locator(".person__name a").first.get_attribute("href") or "").rpartition("/")[2]


@pytest.mark.parametrize(("width", "dark"), FORMS)
def test_no_page_has_a_fault(browser: Browser, app: App, who: str, *, width: int, dark: bool) -> None:
    faults: list[str] = []
    with hand(browser, app, width=width, dark=dark) as one:
        for path in PAGES:
            one.open(path.format(who=who))
            faults += [f"{path}: {fault}" for fault in faults_of(one.page)]
        assert one.elsewhere == []
    assert faults == []


def faults_of(page: Page) -> list[str]:
    sideways = ["it scrolls sideways"] if scrolls_sideways(page) else []
    pens = page.locator("main .button--pen:visible, .masthead .button--pen:visible").count()
    crowd = [f"it has {pens} inked buttons"] if pens > 1 and "/patterns" not in page.url else []
    return [*findings(page), *sideways, *crowd]
