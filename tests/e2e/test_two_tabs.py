"""Tabs that stay open: a second start stops no word, two notebooks do not mix, and a no is said in words."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Locator, Page, Response, expect
from tests.e2e import folders
from tests.e2e.axe import faults, scrolls_sideways
from tests.e2e.browser import Hand, hand, sign_in
from tests.e2e.test_bring import DROP
from tests.web.running import App, again, running

KEPT = "Kept on this computer"
LONGER_THAN_ANOTHER_TRY = 4000  # milliseconds


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The app with some people in it, and a made-up notebook of its own."""
    place = tmp_path_factory.mktemp("tabs")
    for name in ("Ana Ruiz", "Bo Lind", "Cleo Hart", "Dov Katz", "Eve Moss", "Finn Holt", "Gil Ames"):
        folders.command(place / "data", "add", name)
    with running(place / "data", "--port", "0", "--now", folders.NOW, ASKWELL_DEMO=str(place / "made up")) as found:
        yield found


@contextmanager
def visit(browser: Browser, app: App, *, script: bool = True, width: int = 1280) -> Iterator[Hand]:
    """A browser with a session of its own, for what one window does the others see."""
    with hand(browser, again(app), script=script, width=width) as one:
        yield one


def tab(one: Hand, path: str) -> Page:
    """Another tab of the same browser."""
    page = one.page.context.new_page()
    page.goto(f"{one.app.origin}{path}")
    return page


def area(page: Page) -> Locator:
    return page.locator("#letter-text")


def write(page: Page, text: str) -> Response:
    """Write in a letter, and wait for the answer to it."""
    with page.expect_response("**/keep*") as answered:
        area(page).fill(text)
    return answered.value


def tries_of(page: Page) -> list[str]:
    """Each time that the page tries to keep the letter, from here on."""
    tries: list[str] = []
    page.on("request", lambda request: tries.append(request.url) if "/keep" in request.url else None)
    return tries


def test_typing_goes_on_being_kept_after_a_second_start(browser: Browser, app: App) -> None:
    with visit(browser, app) as one:
        one.open("/ask/p1?by=email")
        assert write(one.page, "Before the second start.").status == 200
        before = {cookie["value"] for cookie in one.page.context.cookies()}
        sign_in(one.page.context.new_page(), again(app), script=True)
        assert before.isdisjoint({cookie["value"] for cookie in one.page.context.cookies()})
        assert write(one.page, "After the second start.").status == 200
        expect(one.page.locator("[data-kept]")).to_have_text(KEPT)
        expect(area(tab(one, "/ask/p1?by=email"))).to_have_value("After the second start.")


def go_over(one: Hand) -> None:
    """Go over to the made-up notebook, in a tab of its own."""
    tab(one, "/welcome").get_by_role("button", name="Look around with made-up people").click()


def test_two_notebooks_in_two_tabs_and_nothing_crosses(browser: Browser, app: App) -> None:
    with visit(browser, app) as one:
        own = one.page
        one.open("/ask/p2?by=email")
        assert write(own, "Dear Bo, in my own notebook.").status == 200
        go_over(one)
        made_up = tab(one, "/ask/p2?by=email")
        expect(made_up.get_by_text("These people are made up.")).to_be_visible()
        tries = tries_of(own)
        assert write(own, "Dear Bo, one word more.").status == 403
        expect(own.locator("[data-kept]")).to_contain_text("This page is of your own notebook")
        own.get_by_role("button", name="Yes, it is sent").click()
        expect(own.locator("[data-out]")).to_contain_text("Your words are still here.")
        expect(area(own)).to_have_value("Dear Bo, one word more.")
        del tries[:]
        own.wait_for_timeout(LONGER_THAN_ANOTHER_TRY)
        assert tries == []
        made_up.reload()
        assert "Dear Bo" not in area(made_up).input_value()
        assert write(made_up, "To somebody who is made up.").status == 200

        tab(one, "/today").get_by_role("button", name="Back to my notebook").click()
        assert write(made_up, "To somebody who is made up, again.").status == 403
        expect(made_up.locator("[data-kept]")).to_contain_text("This page is of the notebook with made-up people")
        expect(area(tab(one, "/ask/p2?by=email"))).to_have_value("Dear Bo, in my own notebook.")
        assert write(own, "Dear Bo, and here it goes on.").status == 200
        expect(area(tab(one, "/ask/p2?by=email"))).to_have_value("Dear Bo, and here it goes on.")


def test_words_that_waited_are_kept_when_one_comes_back_to_their_tab(browser: Browser, app: App) -> None:
    with visit(browser, app) as one:
        one.open("/ask/p3?by=email")
        go_over(one)
        assert write(one.page, "Dear Cleo, wait for me.").status == 403
        with tab(one, "/today") as other:
            other.get_by_role("button", name="Back to my notebook").click()
            expect(other.get_by_text("These people are made up.")).to_have_count(0)
        with one.page.expect_response("**/keep*") as answered:
            one.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # no window is hidden here
        assert answered.value.status == 200
        expect(one.page.locator("[data-kept]")).to_have_text(KEPT)


def test_a_letter_that_is_too_long_says_so_once_and_is_kept_when_it_is_shorter(browser: Browser, app: App) -> None:
    with visit(browser, app) as one:
        page = one.page
        one.open("/ask/p4?by=email")
        area(page).evaluate("(it) => it.removeAttribute('maxlength')")
        tries = tries_of(page)
        assert write(page, "x" * 20_001).status == 422
        expect(page.locator("[data-kept]")).to_contain_text("This letter has 20,001 characters")
        page.wait_for_timeout(LONGER_THAN_ANOTHER_TRY)
        assert len(tries) == 1
        one.click("Open in my mail")
        expect(page.locator("[data-out]")).to_contain_text("This letter has 20,001 characters")
        expect(area(page)).to_have_value("x" * 20_001)
        assert write(page, "Short.").status == 200
        expect(page.locator("[data-kept]")).to_have_text(KEPT)


def test_somebody_who_was_forgotten_meanwhile_is_told_of_once(browser: Browser, app: App) -> None:
    with visit(browser, app) as one:
        one.open("/ask/p7?by=email")
        folders.command(app.data, "forget", "Gil Ames", "--yes")
        tries = tries_of(one.page)
        assert write(one.page, "Dear Gil").status == 404
        expect(one.page.locator("[data-kept]")).to_contain_text("Nobody of yours is under this address.")
        one.page.wait_for_timeout(LONGER_THAN_ANOTHER_TRY)
        assert len(tries) == 1


def test_the_mail_button_of_a_program_that_is_silent_leaves_the_page_as_it_is(browser: Browser, app: App) -> None:
    with visit(browser, app) as one:
        one.open("/ask/p5?by=email")
        area(one.page).fill("Dear Eve, are you there?")
        for end in ("look", "keep"):
            one.page.route(f"**/{end}*", lambda route: route.abort())
        one.click("Open in my mail")
        expect(one.page.locator("[data-out]")).to_contain_text("Askwell does not answer. Your words are still here")
        expect(area(one.page)).to_have_value("Dear Eve, are you there?")


def test_a_folder_that_is_dropped_into_the_wrong_notebook_is_told_of(browser: Browser, app: App) -> None:
    with visit(browser, app) as one:
        one.open("/bring")
        go_over(one)
        one.page.evaluate(DROP, ["ask-drop", "My lists"])
        expect(one.page.locator("[data-said]")).to_contain_text("This page is of your own notebook")
        assert tab(one, "/bring").get_by_text("My lists").count() == 0


def test_without_script_the_words_stand_on_the_page_that_does_not_take_them(browser: Browser, app: App) -> None:
    with visit(browser, app, script=False, width=320) as one:
        one.open("/ask/p6?by=email")
        area(one.page).fill("Dear Finn,\n\nhow are you?")
        go_over(one)
        one.page.get_by_role("button", name="Copy the text").click()
        expect(one.page.get_by_role("heading", name="Once more, please")).to_be_visible()
        expect(one.page.get_by_label("Text")).to_have_value("Dear Finn,\n\nhow are you?")
        assert not scrolls_sideways(one.page)
        with one.page.context.expect_page() as opened:
            one.page.get_by_role("button", name="Open my own notebook").click()
        expect(opened.value.get_by_text("These people are made up.")).to_have_count(0)
        expect(one.page.get_by_label("Text")).to_have_value("Dear Finn,\n\nhow are you?")


def test_the_page_that_does_not_take_a_form_has_no_faults(browser: Browser, app: App) -> None:
    with visit(browser, app) as one:
        one.open("/three-names")
        one.page.get_by_role("textbox").first.fill("Zoe Novak")
        go_over(one)
        one.page.locator("form").first.evaluate("(form) => form.requestSubmit()")
        expect(one.page.get_by_role("heading", name="Once more, please")).to_be_visible()
        expect(one.page.get_by_role("textbox")).to_have_value("Zoe Novak")
        assert faults(one.page) == []
