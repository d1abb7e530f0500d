"""The core tasks by keyboard alone, in a whole search: one sees where one is, hears what was done, and can undo it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.e2e.browser import Hand, hand
from tests.e2e.keyboard import Keys, Stop
from tests.web.deliveries import connections
from tests.web.running import App


@pytest.fixture
def one(browser: Browser, search: App) -> Iterator[Hand]:
    with hand(browser, search) as found:
        found.open("/today")
        yield found


@pytest.fixture
def keys(one: Hand) -> Keys:
    return Keys(one.page)


def title(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def steps(page: Page) -> list[str]:
    return page.locator(".step__what").all_inner_texts()


def test_somebody_is_thanked_from_today(one: Hand, keys: Keys) -> None:
    keys.enter("Today")
    who = one.page.locator(".step--first .step__what").inner_text()
    keys.enter("Say thank you")
    keys.to("Your letter to", kind="textarea")
    keys.press("Control+End")
    keys.type("\nP.S. The numbers you gave me are on my wall.")
    keys.enter("Yes, it is sent")
    keys.hears("is sent")
    keys.enter("Today")
    assert who not in steps(one.page)


def test_a_step_is_put_to_later_and_comes_back(one: Hand, keys: Keys) -> None:
    keys.enter("Today")
    before = steps(one.page)
    keys.to("More for")
    keys.press("Enter")
    keys.enter("Later today")
    keys.hears("At the end of today’s list now")
    assert steps(one.page)[0] != before[0]
    keys.undo()
    assert steps(one.page) == before


def test_a_menu_is_left_without_doing_anything(one: Hand, keys: Keys) -> None:
    keys.enter("Today")
    menu = keys.to("More for")
    keys.press("Space")
    assert keys.tab() == keys.stop
    expect(one.page.get_by_role("button", name="Later today").first).to_be_visible()
    keys.press("Escape")
    assert keys.stop == menu
    expect(one.page.get_by_role("button", name="Later today").first).to_be_hidden()


def test_somebody_is_added_and_asked(one: Hand, keys: Keys) -> None:
    keys.enter("Add someone")
    assert keys.stop
    keys.type("Zuzana Novak")
    keys.to("How you know each other")
    keys.type("we met at the harbor fair")
    keys.to("Close", kind="radio")
    keys.press("ArrowRight")
    assert keys.stop == Stop("We know each other", "radio")
    keys.enter("Add this person")
    keys.hears("Added Zuzana Novak")
    assert title(one.page) == "What you can ask Zuzana"
    keys.enter("Ask Zuzana")
    keys.enter("Letter")
    assert keys.to("Your letter to Zuzana", kind="textarea")


def test_a_reply_is_answered_with_yes(one: Hand, keys: Keys) -> None:
    keys.enter("Replies")
    before = one.page.locator(".notice").all_inner_texts()
    keys.enter("Yes")
    keys.hears("Noted")
    assert before[0] not in one.page.locator(".notice").all_inner_texts()
    keys.undo()
    assert one.page.locator(".notice").all_inner_texts() == before


def test_what_somebody_said_in_person_is_told(one: Hand, keys: Keys) -> None:
    keys.enter("Replies")
    keys.enter("Somebody told me in person")
    keys.to("Their name")
    keys.type("Gwen")
    keys.go()
    keys.enter("Gwen Aldridge")
    keys.to("In a line")
    keys.type("The plant in Racine looks for a planner")
    keys.to("It helped me", kind="checkbox")
    keys.press("Space")
    keys.to("Name", kind="text")
    keys.type("Tomas Rehak")
    keys.to("Face to face", kind="radio")
    keys.press("ArrowRight")
    keys.enter("Note it")
    keys.hears("Gwen")
    keys.undo()


def test_somebody_is_found_by_ctrl_k(one: Hand, keys: Keys) -> None:
    keys.press("Control+k")
    one.page.wait_for_url("**/find")
    keys.press("Control+k")
    keys.type("brandt")
    keys.go()
    keys.enter("Elizabeth Brandt")
    assert title(one.page) == "Elizabeth Brandt"


def test_how_well_two_know_each_other_is_changed(one: Hand, keys: Keys) -> None:
    one.open("/people?q=elizabeth+brandt")
    keys.enter("Elizabeth Brandt")
    chosen = one.page.locator(".chip[aria-current]")
    before = chosen.inner_text()
    keys.enter("Close" if before != "Close" else "Known")
    keys.hears("Elizabeth")
    assert chosen.inner_text() != before
    keys.undo()
    assert chosen.inner_text() == before


@pytest.mark.parametrize(
    ("path", "answer"),
    [("/sort", "Yes, the same"), ("/sort", "No, two people"), ("/sort", "Later"), ("/twins", "Yes, the same")],
)
def test_a_pair_is_sorted(one: Hand, keys: Keys, path: str, answer: str) -> None:
    one.open(path)
    pair = one.page.locator(".side").all_inner_texts()
    keys.enter(answer)
    assert one.page.locator(".side").all_inner_texts() != pair
    keys.undo()
    assert one.page.locator(".side").all_inner_texts() == pair


def test_single_keys_answer_only_where_they_are_allowed(one: Hand, keys: Keys) -> None:
    one.open("/twins")
    pair = one.page.locator(".side").all_inner_texts()
    keys.press("n")
    assert one.page.locator(".side").all_inner_texts() == pair
    one.page.evaluate("localStorage.setItem('askwell-single-keys', 'yes')")
    one.open("/twins")
    expect(one.page.get_by_text("Keys: y, n, l")).to_be_visible()
    with one.page.expect_navigation():
        keys.press("n")
    assert one.page.locator(".side").all_inner_texts() != pair
    keys.undo()
    assert one.page.locator(".side").all_inner_texts() == pair


def test_a_file_is_brought_in_and_taken_back(one: Hand, keys: Keys, tmp_path: Path) -> None:
    """The window in which one chooses a file is the computer's own; all else is ours."""
    file = tmp_path / "Connections.csv"
    file.write_bytes(connections(0, 30))
    keys.enter("My data")
    keys.enter("Bring my people")
    assert keys.to("", kind="file")
    one.page.set_input_files("#files", file)
    keys.enter("See what would come in")
    expect(one.page.get_by_role("heading", level=1)).to_have_text("30 people would come in")
    keys.enter("Bring them in")
    expect(one.page.get_by_role("heading", level=1)).to_have_text("30 people came in")
    keys.enter("Undo this import")
    keys.hears("Undone")


def test_an_application_is_noted_and_followed(one: Hand, keys: Keys) -> None:
    keys.enter("Progress")
    keys.enter("All applications")
    keys.to("Company", kind="text")
    keys.type("Tidewell")
    keys.tab()
    keys.type("Supply planner")
    keys.to("How far it has come", kind="select-one")
    keys.press("ArrowDown")
    keys.enter("Note it")
    keys.hears("Tidewell, Supply planner: first call")
    keys.to("How far: Tidewell", kind="select-one")
    keys.press("ArrowDown")
    keys.enter("Save: Tidewell")
    keys.hears("Tidewell, Supply planner: interview")
    keys.undo()


def test_a_copy_is_made_and_a_change_is_taken_back_and_brought_back(one: Hand, keys: Keys) -> None:
    keys.enter("My data")
    keys.enter("Make a copy")
    keys.hears("A copy is made")
    keys.enter("Undo")
    keys.hears("Undone")
    keys.enter("Bring back")
    keys.hears("Brought back")


def test_a_letter_is_mended_and_one_stays_in_it(one: Hand, keys: Keys) -> None:
    """What a button does to the text leaves the hand where it goes on."""
    one.open("/people?q=elizabeth+brandt")
    keys.enter("Elizabeth Brandt")
    one.open(f"/ask/{one.page.url.rpartition('/')[2]}?by=email")
    keys.to("Your letter to", kind="textarea")
    keys.press("Control+a")
    keys.type("Sorry to bother you. I am out of work and look for a job as a planner. What was hardest to learn? ")
    keys.type("Could you introduce me to someone in your team? Thank you!")
    thoughts = one.page.locator(".finding__why")
    first = thoughts.filter(has_text=thoughts.first.inner_text())
    keys.to("Use this instead")
    keys.press("Enter")
    expect(first).to_have_count(0)
    assert keys.stop
    keys.press("Control+z")
    expect(first).to_have_count(1)
    keys.to("Leave mine")
    keys.press("Enter")
    expect(first).to_have_count(0)
    assert keys.stop


def test_the_workshop_is_filled_in_and_a_company_moves(one: Hand, keys: Keys) -> None:
    """Alt with an arrow moves it from any of its buttons, and the focus goes along."""
    one.open("/workshop")
    keys.to("Problems, one on a line", kind="textarea")
    keys.type("Parts come late")
    keys.enter("Keep my answers")
    keys.hears("Your answers are kept")
    ranked = one.page.locator(".ranked__name")
    first, second, *others = ranked.all_inner_texts()
    keys.to(f"Take out: {second}")
    with one.page.expect_navigation():
        keys.press("Alt+ArrowUp")
    assert ranked.all_inner_texts() == [second, first, *others]
    assert keys.stop == Stop(f"Down: {second}", "submit")
    keys.enter("Undo")
    keys.hears("Undone")
    assert ranked.all_inner_texts() == [first, second, *others]


def test_the_forecast_is_hidden_and_shown_again(one: Hand, keys: Keys) -> None:
    keys.enter("Progress")
    for button, fans in (("Hide the forecast", 0), ("Show the forecast", 1)):
        keys.enter(button)
        expect(one.page.locator(".fan")).to_have_count(fans)


def test_the_skip_link_leads_to_the_page(one: Hand, keys: Keys) -> None:
    keys.enter("People")
    assert keys.to("Skip to the page")
    keys.press("Enter")
    assert re.search("Search by name", (keys.tab() or keys.to("")).name)
