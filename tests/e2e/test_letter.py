"""A letter in a real browser: marks follow the typing, words are used in place, every word is kept, the mail opens."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.e2e.axe import faults, scrolls_sideways
from tests.e2e.browser import Hand, hand
from tests.web.running import App, running

from askwell.actions.desk import open_desk
from askwell.actions.goals import change_goals
from askwell.actions.people import add_person

LETTER = """Dear Ana,

The site closed in January, so I am out of work and look for a job as a planner in wind energy. {sorry}What was \
hardest to learn?

{referral}

If I can do something for you, I would be glad to. Thank you!
Nora"""
SORRY, REFERRAL = "Sorry to bother you 😀, but here is a question. ", "Could you introduce me to someone in your team?"
BAD = LETTER.format(sorry=SORRY, referral=REFERRAL)
GOOD = LETTER.format(sorry="", referral="I would love to know Tidewell and Harrow Wind better.")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The app with some people in it, one for each test, for each leaves its words behind."""
    data = tmp_path_factory.mktemp("letter") / "data"
    with ThreadPoolExecutor(1) as apart:  # the store is opened by no thread in which a browser runs
        apart.submit(_fill, data).result()
    with running(data, "--port", "0") as found:
        yield found


def _fill(data: Path) -> None:
    with open_desk(data=data) as desk:
        change_goals(desk, name="Nora", roles=("planner",), fields=("wind energy",), companies=("Tidewell",))
        for name in NAMES:
            add_person(desk, name, email=f"{name.split()[1].lower()}@example.com", tie="known", new=True)
        add_person(desk, "Q" * 300)


NAMES = tuple(
    f"Ana {word}" for word in "Marks Use Undo Leave Typing Closed Busy Two Mail Long Copy Rtl Ten Axe Tab Line".split()
)


@contextmanager
def letter_of(browser: Browser, app: App, name: str, **how: object) -> Iterator[Hand]:
    """The letter to one of them."""
    with hand(browser, app, **how) as one:  # type: ignore[arg-type]
        one.open(f"/ask/{id_of(app, name)}?by=email")
        yield one


def id_of(app: App, name: str) -> str:
    return f"p{NAMES.index(name) + 1}"


def area(page: Page) -> Locator:
    return page.locator("#letter-text")


def marks(page: Page) -> dict[str, str]:
    return {
        mark.get_attribute("data-number") or "": mark.inner_text() for mark in page.locator(".letter__under mark").all()
    }


def caret(page: Page) -> int:
    at: int = page.evaluate("document.getElementById('letter-text').selectionStart")
    return at


def test_marks_lie_on_their_words_and_bear_the_number_of_their_thought(browser: Browser, app: App) -> None:
    with letter_of(browser, app, "Ana Marks") as one:
        area(one.page).fill(BAD)
        expect(one.page.locator(".finding")).to_have_count(2)
        expect(one.page.get_by_role("heading", name="Two gentle thoughts")).to_be_visible()
        assert marks(one.page) == {"1": REFERRAL, "2": SORRY.strip()}
        expect(one.page.locator(".letter__under")).to_have_text(f"{BAD}\u200b", use_inner_text=False)


def test_marks_move_along_while_she_types_before_them(browser: Browser, app: App) -> None:
    with letter_of(browser, app, "Ana Typing") as one:
        page = one.page
        area(page).fill(BAD)
        expect(page.locator(".finding")).to_have_count(2)
        page.route("**/look", lambda route: route.abort())  # from here on nobody reads it: marks go by themselves
        area(page).press("Control+Home")
        page.keyboard.type("🎉🎉 P.S. ")
        assert marks(page) == {"1": REFERRAL, "2": SORRY.strip()}
        area(page).evaluate("(it) => { const at = it.value.indexOf('Could'); it.setSelectionRange(at + 3, at + 3); }")
        page.keyboard.type("x")
        assert marks(page) == {"2": SORRY.strip()}


def test_use_this_instead_is_taken_back_by_ctrl_z_and_the_caret_stays(browser: Browser, app: App) -> None:
    with letter_of(browser, app, "Ana Undo") as one:
        page = one.page
        area(page).fill(BAD)
        expect(page.locator(".finding")).to_have_count(2)
        end = len(BAD.encode("utf-16-le")) // 2
        area(page).evaluate(f"(it) => it.setSelectionRange({end}, {end})")
        page.get_by_role("button", name=re.compile("Use this instead.*the request")).click()
        expect(area(page)).to_have_value(re.compile(r"I would love to get to know people at Tidewell\."))
        assert area(page).input_value()[:40] == BAD[:40]
        assert caret(page) == len(area(page).input_value().encode("utf-16-le")) // 2
        expect(page.locator(".finding")).to_have_count(1)
        page.keyboard.press("Control+z")
        expect(area(page)).to_have_value(BAD)
        expect(page.locator(".finding")).to_have_count(2)


def test_words_behind_an_emoji_are_replaced_where_they_stand(browser: Browser, app: App) -> None:
    with letter_of(browser, app, "Ana Use") as one:
        area(one.page).fill(BAD)
        one.page.get_by_role("button", name=re.compile("Use this instead.*the apology")).click()
        expect(area(one.page)).to_have_value(BAD.replace(SORRY, "Here is a question. "))


def test_what_she_left_as_it_is_stays_so_while_she_goes_on(browser: Browser, app: App) -> None:
    with letter_of(browser, app, "Ana Leave") as one:
        page = one.page
        area(page).fill(BAD)
        page.get_by_role("button", name=re.compile("Leave mine.*the apology")).click()
        expect(page.locator(".finding")).to_have_count(1)
        area(page).press("Control+End")
        page.keyboard.type(" Bye")
        page.wait_for_timeout(600)
        expect(page.locator(".finding")).to_have_count(1)
        expect(area(page)).to_have_value(f"{BAD} Bye")


def test_the_words_survive_a_window_that_is_closed_at_once(browser: Browser, app: App) -> None:
    with letter_of(browser, app, "Ana Closed") as one:
        area(one.page).fill(GOOD)
        one.page.goto("about:blank")
        one.page.wait_for_timeout(1000)  # nobody opens it again faster than it is stored
    with letter_of(browser, app, "Ana Closed") as one:
        expect(area(one.page)).to_have_value(GOOD)
        expect(one.page.locator("[data-kept]")).to_have_text("Kept on this computer")


def test_words_are_kept_as_soon_as_the_program_answers_again(browser: Browser, app: App) -> None:
    with letter_of(browser, app, "Ana Busy") as one:
        page = one.page
        page.route("**/keep*", lambda route: route.abort())
        area(page).fill(GOOD)
        expect(page.locator("[data-kept]")).to_contain_text("Your words are still here")
        page.get_by_role("button", name="By phone").click()  # no button leaves the page with words that are not kept
        page.wait_for_timeout(300)
        expect(area(page)).to_have_value(GOOD)
        page.unroute("**/keep*")
        expect(page.locator("[data-kept]")).to_have_text("Kept on this computer")
        page.get_by_role("button", name="By phone").click()
        expect(page.locator(".points")).to_be_visible()


def test_two_windows_lose_no_word_and_both_texts_are_shown(browser: Browser, app: App) -> None:
    with letter_of(browser, app, "Ana Two") as first, letter_of(browser, app, "Ana Two") as second:
        area(first.page).fill("Dear Ana, from the first window.")
        expect(first.page.locator("[data-kept]")).to_have_text("Kept on this computer")
        area(second.page).fill("Dear Ana, from the second window.")
        other = second.page.locator(".asking__other")
        expect(other).to_have_text("Dear Ana, from the first window.")
        expect(area(second.page)).to_have_value("Dear Ana, from the second window.")
        second.page.get_by_role("button", name="Go on with this one").click()
        expect(area(second.page)).to_have_value("Dear Ana, from the first window.")
        expect(other).to_have_text("Dear Ana, from the second window.")


def open_mail(one: Hand) -> str:
    """Press the button, and tell the link that her mail program is opened with."""
    with one.page.expect_request(lambda request: request.url.startswith("mailto:")) as followed:
        one.click("Open in my mail")
    return followed.value.url


def test_one_click_opens_her_mail_with_the_words_as_they_stand(browser: Browser, app: App) -> None:
    with letter_of(browser, app, "Ana Mail") as one:
        area(one.page).fill("Dear Ana,\n\nis 100 % wind & no \u201csun\u201d?")
        found = open_mail(one)
        expect(one.page.locator("[data-out]")).to_contain_text("It opens in your mail.")
        assert re.fullmatch(r"mailto:mail@example\.com\?subject=[^&]+&body=(.+)", found)
        assert found.endswith("is%20100%20%25%20wind%20%26%20no%20%E2%80%9Csun%E2%80%9D%3F")
        assert "Dear%20Ana%2C%0D%0A%0D%0Ais" in found
        assert one.page.locator(".button--pen").all_inner_texts() == ["Yes, it is sent"]
        expect(area(one.page)).to_be_visible()


def test_a_letter_too_long_for_a_link_is_copied_and_says_so(browser: Browser, app: App) -> None:
    with letter_of(browser, app, "Ana Long") as one:
        one.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        long = "A word or two, said once more. " * 100
        area(one.page).fill(long)
        found = open_mail(one)
        expect(one.page.locator("[data-out]")).to_contain_text("so it is copied")
        assert "body=" not in found
        assert one.page.evaluate("navigator.clipboard.readText()") == long


def test_the_text_is_copied_or_else_marked_for_her_own_hand(browser: Browser, app: App) -> None:
    with letter_of(browser, app, "Ana Copy") as one:
        page = one.page
        one.click("Copy the text")
        expect(page.locator("[data-out]")).to_contain_text(re.compile("is copied|Press Ctrl C"))
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
        one.click("Copy the text")
        expect(page.locator("[data-out]")).to_contain_text("Press Ctrl C")
        whole = area(page).input_value()
        assert page.evaluate("getSelection().toString()") == whole


@pytest.mark.parametrize(
    ("name", "text"), [("Ana Rtl", "مرحبا آنا\n\nكيف حالك؟ Tidewell\n"), ("Ana Ten", "word " * 2000)]
)
def test_the_layer_of_marks_is_as_large_as_the_text(browser: Browser, app: App, name: str, text: str) -> None:
    with letter_of(browser, app, name, width=390) as one:
        area(one.page).fill(text)
        one.page.wait_for_timeout(500)
        sizes = one.page.evaluate(
            "[...document.querySelector('.letter__text').children].map((it) => [it.clientWidth, it.scrollHeight])"
        )
        assert sizes[0] == sizes[1]
        assert not scrolls_sideways(one.page)


def test_the_page_has_no_faults_with_thoughts_on_it(browser: Browser, app: App) -> None:
    with letter_of(browser, app, "Ana Axe") as one:
        area(one.page).fill(BAD)
        expect(one.page.locator(".finding")).to_have_count(2)
        assert faults(one.page) == []
        for chip in ("LinkedIn note", "By phone"):
            one.page.get_by_role("button", name=chip, exact=True).click()
            expect(one.page.locator(".chip[aria-current]")).to_have_text(chip)
            one.page.wait_for_load_state()
            assert faults(one.page) == []
        for way in ("mail", "copy"):
            one.open(f"/ask/{id_of(app, 'Ana Axe')}/{way}?by=email")
            assert faults(one.page) == []


def test_a_line_of_hers_is_put_in_by_the_enter_key(browser: Browser, app: App) -> None:
    with letter_of(browser, app, "Ana Line") as one:
        one.page.get_by_label("One line on how you know Ana.").fill("we shared a desk at Meridian")
        one.page.keyboard.press("Enter")
        expect(area(one.page)).to_have_value(re.compile("shared a desk at Meridian"))
        expect(one.page.get_by_role("status").filter(has_text="Noted how you and Ana Line")).to_be_visible()


def test_a_name_of_three_hundred_letters_fits_on_a_phone(browser: Browser, app: App) -> None:
    with hand(browser, app, width=320) as one:
        one.open(f"/ask/p{len(NAMES) + 1}?by=email")
        expect(one.page.locator(".who__name")).to_have_text("Q" * 300)
        assert not scrolls_sideways(one.page)


def test_without_script_the_letter_is_mended_and_goes_out_as_well(browser: Browser, app: App) -> None:
    with letter_of(browser, app, "Ana Tab", script=False) as one:
        area(one.page).fill(BAD)
        one.click("Use this instead") if one.page.locator(".finding").count() else one.page.keyboard.press("Tab")
        one.click("Open in my mail")
        link = one.page.get_by_role("link", name="Open in my mail")
        assert (link.get_attribute("href") or "").startswith("mailto:tab@example.com?subject=")
        one.page.get_by_label("I guess yes").check()
        one.click("Yes, it is sent")
        expect(one.page.get_by_role("heading", name="On its way to Ana")).to_be_visible()
