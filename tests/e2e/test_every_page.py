"""Every page of a whole search: without a fault in any form, and without script all that it leads to is there."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import django
import pytest
from django.urls import resolve
from playwright.sync_api import Browser, Page
from tests.e2e.axe import FORMS, NARROW, faults
from tests.e2e.browser import Hand, hand
from tests.e2e.pages import NOW, NOWHERE, PAGES, SHOWN, bring_in, filled
from tests.web.running import App, running

LEADS = """() => [
    ...[...document.querySelectorAll("[href], [src]")].map(it => it.getAttribute("href") ?? it.getAttribute("src")),
    ...[...document.querySelectorAll("form[action]")].map(it => it.getAttribute("action")),
    ...[...document.querySelectorAll("[formaction]")].map(it => it.getAttribute("formaction")),
]"""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    with running(tmp_path_factory.mktemp("every") / "data", "--port", "0", "--now", NOW) as found:
        yield found


@pytest.fixture(scope="module")
def one(browser: Browser, app: App) -> Iterator[Hand]:
    with hand(browser, app) as found:
        yield found


@pytest.fixture(scope="module")
def named(one: Hand) -> dict[str, str]:
    return bring_in(one)


@pytest.fixture(scope="module")
def plain(browser: Browser, app: App, named: dict[str, str]) -> Iterator[Hand]:
    """A window without script."""
    with hand(browser, app, script=False) as found:
        yield found


@pytest.fixture(scope="module")
def seen() -> dict[str, int]:
    """What each address answered that a page led to."""
    return {}


@pytest.mark.parametrize("path", [*PAGES, *NOWHERE])
def test_no_page_has_a_fault_in_any_form(one: Hand, named: dict[str, str], path: str) -> None:
    one.open(filled(path, named))
    page = one.page
    assert [part for part in SHOWN.get(path, ()) if not page.locator(part).count()] == []
    found = faults(page, forms=FORMS)
    pens = page.locator("main .button--pen:visible, .masthead .button--pen:visible").count()
    page.evaluate("document.querySelectorAll('details:not(.more)').forEach(it => { it.open = true; })")
    found += faults(page, forms=NARROW)
    assert found == []
    assert one.elsewhere == []
    assert pens <= 1 or path == "/patterns", f"{pens} inked buttons"


@pytest.mark.parametrize("path", PAGES)
def test_without_script_a_page_is_whole_and_leads_somewhere(
    plain: Hand, named: dict[str, str], seen: dict[str, int], path: str
) -> None:
    answer = plain.page.goto(urljoin(plain.app.url, filled(path, named)))
    assert answer
    assert answer.status == 200
    assert plain.page.locator("h1").count() == 1
    assert plain.page.locator("[href='#page'], .brand").count()
    found = {way: _leads(plain, way, seen) for way in plain.page.evaluate(LEADS)}
    assert {way: status for way, status in found.items() if status not in {200, 303, 405}} == {}


def _leads(one: Hand, way: str, seen: dict[str, int]) -> int:
    """What the address answers: 405 where it only takes what a form sends; 0 for a place that is not on the page."""
    address = urlsplit(urljoin(one.page.url, way))
    if address.netloc != urlsplit(one.app.url).netloc:
        return 200
    if address.fragment and address.path == urlsplit(one.page.url).path:
        return 200 if one.page.locator(f"[id='{address.fragment}']").count() == 1 else 0
    whole = address._replace(fragment="").geturl()
    if whole not in seen:
        ours = {"Sec-Fetch-Site": "same-origin"}
        answer = one.page.request.get(whole, headers=ours, max_redirects=0, fail_on_status_code=False)
        seen[whole] = answer.status
        answer.dispose()
    return seen[whole]


@pytest.mark.parametrize("path", NOWHERE)
def test_what_is_not_there_says_so_and_leads_back(plain: Hand, path: str) -> None:
    answer = plain.page.goto(urljoin(plain.app.url, path))
    assert answer
    assert answer.status == 404
    assert plain.page.get_by_role("link", name="Today").count()


def test_every_address_that_shows_a_page_is_walked(plain: Hand, named: dict[str, str]) -> None:
    routes = _routes()
    walked = {resolve(urlsplit(filled(path, named)).path).route for path in PAGES}
    others = [route for route in routes if route not in walked]
    assert {route for route in others if _shows_a_page(plain.page, _example(plain.app, route, named))} == set()


def _routes() -> list[str]:
    django.setup()
    from askwell.urls import urlpatterns

    return [str(one.pattern) for one in urlpatterns]


def _example(app: App, route: str, named: dict[str, str]) -> str:
    """An address of this route, of things that are there."""
    job = named["look" if route.startswith("connect/") else "job"]
    told = {"person": named["who"], "other": "p1", "purpose": "thank", "batch": "b1", "job": job, "one": named["feed"]}
    for name, value in told.items():
        route = route.replace(f"<str:{name}>", value)
    return urljoin(app.url, route)


def _shows_a_page(page: Page, address: str) -> bool:
    """Whether a link there would open a page of its own; a form's address answers 405, and a file is saved."""
    ours = {"Sec-Fetch-Site": "same-origin"}
    answer = page.request.get(address, headers=ours, max_redirects=0, fail_on_status_code=False)
    kind, status = answer.headers.get("content-type", ""), answer.status
    answer.dispose()
    return status not in {303, 405} and kind.startswith("text/html")
