"""A person's page: what comes next, how they can help, what took place; changed, left in peace, forgotten."""

from pathlib import Path

import pytest
from tests.actions.exports import ME, mail, mbox, vcard
from tests.web.visitor import Visitor, filled, first, read

from askwell.actions import ledger, memory, replies
from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk
from askwell.actions.editing import edit_person
from askwell.actions.story import story
from askwell.domain.people import Contact, Permission, Tie


@pytest.fixture
def data(lived_in: Path) -> Path:
    return lived_in


@pytest.fixture
def liz(desk: Desk) -> Contact:
    replies.accept(desk, "all")
    return next(one for one in memory.contacts(desk).values() if one.name == "Elizabeth Brandt")


def now(desk: Desk, one: Contact) -> Contact:
    return memory.contacts(desk)[one.id]


def test_the_page_tells_what_comes_next_and_how_they_can_help(client: Visitor, liz: Contact) -> None:
    page = client.page(f"/people/{liz.id}")
    assert page.css_first("h1").text() == "Elizabeth Brandt"
    assert len(page.css(".button--pen")) == 1
    assert page.css(".way")
    assert "Thomas Eklund" in page.css_first("section[aria-labelledby=led]").text()


def test_who_led_here_is_said_once(client: Visitor, desk: Desk, liz: Contact) -> None:
    thomas = next(one for one in memory.contacts(desk).values() if one.name == "Thomas Eklund")
    said = client.page(f"/people/{thomas.id}").css_first("section[aria-labelledby=led]").text()
    assert said.count(liz.name) == 1
    assert "(" not in said


def test_a_favor_that_was_only_noticed_is_not_told_as_done(client: Visitor, desk: Desk) -> None:
    helped = next(one for one in ledger.progress(desk).helps if not one.confirmed)
    assert any(not one.confirmed for one in story(desk, helped.by).favors)
    assert "did something for" not in client.page(f"/people/{helped.by}").text()
    replies.accept(desk, "all")
    assert "did something for you" in client.page(f"/people/{helped.by}").text()


def test_her_own_word_on_the_tie_holds_and_can_be_undone(client: Visitor, desk: Desk, liz: Contact) -> None:
    before = now(desk, liz).tie
    client.post(f"/people/{liz.id}/tie", {"tie": "close"})
    assert now(desk, liz).tie is Tie.CLOSE
    client.undo(f"/people/{liz.id}")
    assert now(desk, liz).tie is before


@pytest.mark.parametrize(
    ("button", "permission"), [("leave-out", Permission.LEAVE_OUT), ("never", Permission.NEVER_CONTACT)]
)
def test_somebody_is_left_in_peace_in_one_tap(
    client: Visitor, desk: Desk, liz: Contact, button: str, permission: Permission
) -> None:
    client.submit(f"/people/{liz.id}", f"/people/{liz.id}/{button}")
    assert now(desk, liz).permission is permission


def test_whoever_is_in_peace_for_good_may_be_written_to_again_when_she_says_so(
    client: Visitor, desk: Desk, liz: Contact
) -> None:
    client.submit(f"/people/{liz.id}", f"/people/{liz.id}/never")
    page = client.page(f"/people/{liz.id}")
    assert not page.css(".button--pen")
    assert page.css_first("main").text().count("Left in peace for good") == 1
    client.submit(f"/people/{liz.id}", f"/people/{liz.id}/again")
    assert now(desk, liz).permission is Permission.OPEN


def test_every_card_tells_where_it_was_read_and_why_it_is_hers(client: Visitor, liz: Contact) -> None:
    cards = client.page(f"/people/{liz.id}").css(".origins > li")
    assert len(cards) > 1
    assert all(card.css_first(".step__why").text().strip() for card in cards)
    assert "Connections.csv, row" in cards[0].text()


def test_many_cards_are_folded_and_each_can_be_told_apart(client: Visitor, desk: Desk, tmp_path: Path) -> None:
    for at in range(9):
        bring_in(desk, [vcard(tmp_path, "Ann Kern|ann@kern.example", name=f"{at}.vcf"), mailed(tmp_path, at)], me=[ME])
    ann = next(one for one in memory.contacts(desk).values() if one.name == "Ann Kern")
    page = client.page(f"/people/{ann.id}")
    count = len(page.css(".origins > li"))
    assert count > 6
    assert len(page.css("details .origins > li")) == count - 6
    assert len(page.css(".origins form")) == count


def mailed(folder: Path, at: int) -> Path:
    return mbox(folder, mail(at + 1, From="Ann Kern <ann@kern.example>"), name=f"{at}.mbox")


def test_a_card_that_is_somebody_else_goes_its_own_way_and_comes_back_with_undo(
    client: Visitor, desk: Desk, liz: Contact
) -> None:
    before = memory.contacts(desk)
    button = client.page(f"/people/{liz.id}").css(".origins form")[-1]
    path = button.attributes["action"] or ""
    assert client.post(path, {}).headers["location"] == f"/people/{liz.id}"
    assert len(memory.contacts(desk)) == len(before) + 1
    line = client.page(f"/people/{liz.id}").css_first("[role=status]").text()
    assert "are two people" in line
    client.post(path, {})  # pressed twice: it is somebody else's by now
    assert len(memory.contacts(desk)) == len(before) + 1
    (said,) = [form for form in client.page("/data").css("#history form") if "Separated" in form.text()][:1]
    client.post(said.attributes["action"] or "", {})
    assert memory.contacts(desk) == before


def test_her_word_on_the_tie_is_shown_beside_what_the_letters_tell_and_taken_back(
    client: Visitor, desk: Desk, liz: Contact
) -> None:
    before = now(desk, liz).tie
    client.post(f"/people/{liz.id}/tie", {"tie": "close"})
    said = client.page(f"/people/{liz.id}").css_first(".felt").text()
    assert "You said close. Letters and talks alone tell: " in said
    assert "wrote to" in said
    client.post(f"/people/{liz.id}/tie", {"tie": ""})
    assert now(desk, liz).tie is before
    assert "You said" not in client.page(f"/people/{liz.id}").css_first(".felt").text()


def test_what_she_writes_about_somebody_is_kept(client: Visitor, desk: Desk, liz: Contact) -> None:
    client.submit(f"/people/{liz.id}/edit", title="Head of S&OP", note="Likes mornings.")
    assert (now(desk, liz).title, now(desk, liz).note) == ("Head of S&OP", "Likes mornings.")
    assert now(desk, liz).addresses == liz.addresses


def test_an_address_that_is_none_is_said_and_nothing_is_lost(client: Visitor, desk: Desk, liz: Contact) -> None:
    told = {"name": "Elizabeth Brandt", "addresses": "nonsense", "note": "Likes mornings."}
    answer = client.post(f"/people/{liz.id}/edit", told)
    assert answer.status_code == 422
    assert "nonsense" in answer.content.decode()
    assert "Likes mornings." in answer.content.decode()
    assert now(desk, liz).note != "Likes mornings."


class TestOfTwoWindows:
    """Both stand open; the first one is kept, then the second."""

    @pytest.fixture
    def second(self, client: Visitor, liz: Contact) -> dict[str, str]:
        """The second window, as it stands while the first one is kept."""
        opened = filled(client.page(f"/people/{liz.id}/edit"))
        client.submit(f"/people/{liz.id}/edit", note="A long note.\r\nIn two lines.")
        return opened

    def test_what_she_left_alone_is_not_written_over(
        self, client: Visitor, desk: Desk, liz: Contact, second: dict[str, str]
    ) -> None:
        answer = client.post(f"/people/{liz.id}/edit", {**second, "company": "Harrow Wind"})
        assert answer.status_code == 303
        assert (now(desk, liz).company, now(desk, liz).note) == ("Harrow Wind", "A long note.\nIn two lines.")

    def test_of_what_both_changed_both_texts_are_shown_and_nothing_is_kept(
        self, client: Visitor, desk: Desk, liz: Contact, second: dict[str, str]
    ) -> None:
        answer = client.post(f"/people/{liz.id}/edit", {**second, "company": "Harrow Wind", "note": "Mine."})
        assert answer.status_code == 422
        page = read(answer)
        assert first(page, "#id_note").text() == "Mine."
        assert first(page, ".meanwhile__said").text() == "A long note.\nIn two lines."
        assert first(page, "#id_company").attributes["value"] == "Harrow Wind"
        assert first(page, "#id_note").attributes["aria-describedby"] == "id_note_error"
        assert [node.attributes["name"] for node in page.css(".meanwhile input[checked]")] == ["note-meanwhile"]
        assert now(desk, liz).company == liz.company
        assert now(desk, liz).note == "A long note.\nIn two lines."

    @pytest.mark.parametrize("choice", ["mine", "that"])
    def test_she_chooses_which_text_stays_and_the_rest_is_kept(
        self, client: Visitor, desk: Desk, liz: Contact, second: dict[str, str], choice: str
    ) -> None:
        there = f"/people/{liz.id}/edit"
        page = read(client.post(there, {**second, "company": "Harrow Wind", "note": "Mine."}))
        assert client.post(there, {**filled(page), "note-meanwhile": choice}).status_code == 303
        note = {"mine": "Mine.", "that": "A long note.\nIn two lines."}[choice]
        assert (now(desk, liz).company, now(desk, liz).note) == ("Harrow Wind", note)

    def test_an_address_that_is_none_does_not_bring_back_what_was(
        self, client: Visitor, desk: Desk, liz: Contact, second: dict[str, str]
    ) -> None:
        there = f"/people/{liz.id}/edit"
        page = read(client.post(there, {**second, "addresses": "nonsense"}))
        assert first(page, "#id_note").text() == "A long note.\nIn two lines."
        client.post(there, {**filled(page), "addresses": "liz@example.com"})
        assert (now(desk, liz).addresses, now(desk, liz).note) == (("liz@example.com",), "A long note.\nIn two lines.")


def test_a_field_that_was_left_alone_is_no_fault(client: Visitor, desk: Desk, liz: Contact) -> None:
    edit_person(desk, liz.id, company="C" * 301)
    client.submit(f"/people/{liz.id}/edit", note="Likes mornings.")
    assert (len(now(desk, liz).company), now(desk, liz).note) == (301, "Likes mornings.")


@pytest.mark.parametrize(("note", "fault"), [("a\x00b", "An unseen character"), ("a" * 5_001, "5001 characters")])
def test_what_cannot_be_kept_is_said_at_its_field(client: Visitor, liz: Contact, note: str, fault: str) -> None:
    answer = client.submit(f"/people/{liz.id}/edit", note=note)
    assert answer.status_code == 422
    assert fault in first(read(answer), "#id_note_error").text()


def test_everything_held_is_shown_with_its_sources_and_taken_along(client: Visitor, liz: Contact) -> None:
    page = client.page(f"/people/{liz.id}/held")
    assert "Connections.csv" in page.text()
    file = client.get(f"/people/{liz.id}/held.json")
    assert "attachment" in file.headers["Content-Disposition"]
    assert any("Elizabeth" in str(row) for row in file.json()["cards"])


def test_forgetting_asks_first(client: Visitor, desk: Desk, liz: Contact) -> None:
    assert client.post(f"/people/{liz.id}/forget", {"word": "yes"}).status_code == 422
    assert liz.id in memory.contacts(desk)
    client.submit(f"/people/{liz.id}/forget", word="forget")
    assert liz.id not in memory.contacts(desk)
    assert client.get(f"/people/{liz.id}").status_code == 404


@pytest.mark.parametrize("end", ["", "/edit", "/held", "/held.json", "/forget"])
def test_for_another_seeker_it_is_as_if_nobody_were_there(
    client: Visitor, charlie: Visitor, liz: Contact, end: str
) -> None:
    theirs = charlie.get(f"/people/{liz.id}{end}")
    assert theirs.status_code == charlie.get(f"/people/p99999{end}").status_code == 404
    assert "Elizabeth" not in theirs.content.decode()


@pytest.mark.parametrize("change", ["tie", "rest", "wake", "leave-out", "never", "edit", "forget"])
def test_another_seeker_changes_nothing_of_hers(desk: Desk, charlie: Visitor, liz: Contact, change: str) -> None:
    before = memory.facts(desk).version
    answer = charlie.post(f"/people/{liz.id}/{change}", {"tie": "close", "word": "forget", "name": "X"})
    assert answer.status_code == 404
    assert memory.facts(desk).version == before


def test_what_she_could_do_for_somebody_begins_a_letter(client: Visitor, liz: Contact) -> None:
    section = client.page(f"/people/{liz.id}").css_first("section[aria-labelledby=give]")
    assert "None of this is owed" in section.text()
    links = [str(node.attributes["href"]) for node in section.css("a")]
    assert links[:2] == [f"/write/give/{liz.id}", f"/write/give/{liz.id}?gift=2"]
    assert len(links) == len(section.css(".way"))
    assert all(idea.text().strip() for idea in section.css(".way"))
    assert all(client.page(link).css_first("textarea") is not None for link in links)


def test_nothing_is_to_be_done_for_whoever_is_left_in_peace_for_good(client: Visitor, liz: Contact) -> None:
    client.submit(f"/people/{liz.id}", f"/people/{liz.id}/leave-out")
    assert client.page(f"/people/{liz.id}").css_first("section[aria-labelledby=give]") is None


def test_when_somebody_was_last_heard_from_is_told_beside_when_they_were_last_in_touch(
    client: Visitor, desk: Desk
) -> None:
    told = {one: story(desk, one).heard for one in memory.contacts(desk)}
    silent = next(one for one, heard in told.items() if heard)
    spoken = next(one for one, heard in told.items() if not heard)
    assert ", last heard from " in first(client.page(f"/people/{silent}"), ".opening__when").text()
    assert "heard from" not in first(client.page(f"/people/{spoken}"), ".opening__when").text()
