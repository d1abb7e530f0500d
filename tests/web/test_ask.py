"""Ask: the letter on its page, without script: marked, mended, kept, and on its way to one person."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.web.visitor import Visitor, first

from askwell.actions import drafting, memory, people, replies
from askwell.actions.desk import Desk

BAD = """Hi Corwin,

I lost my job when Halvorsen closed, and I look for work as a planner in food at Ostara. Sorry to bother you, but what \
would you learn first? Could you introduce me to your boss?

Thank you, and tell me if I can help you.
Dana"""


@pytest.fixture
def data(lived_in: Path) -> Path:
    return lived_in


@pytest.fixture
def corwin(desk: Desk) -> str:
    return called(desk, "Corwin Nakata")


def called(desk: Desk, name: str) -> str:
    return next(one.id for one in memory.contacts(desk).values() if one.name == name)


def text_of(page: LexborHTMLParser) -> str:
    area = first(page, "textarea[name=text]")
    return area.text()


def press(client: Visitor, path: str, /, **fields: str) -> str:
    """Press a button of the letter's form: the address it leads to."""
    form = first(client.page(path), "form#letter")
    sent = {
        node.attributes["name"]: node.text() if node.tag == "textarea" else (node.attributes.get("value") or "")
        for node in form.css("input[name], textarea[name]")
        if node.attributes.get("type") != "radio"
    }
    answer = client.post(form.attributes["action"] or "", {**sent, **fields})
    assert answer.status_code == 303, answer.content.decode()[:2000]
    return str(answer.headers["Location"])


def test_the_page_shows_who_how_they_can_help_and_the_letter(client: Visitor, corwin: str) -> None:
    page = client.page(f"/ask/{corwin}?by=email")
    assert first(page, "h1").text() == "A question for Corwin"
    assert "Ostara Foods" in first(page, ".asking__who").text()
    assert text_of(page).startswith("Dear Corwin,")
    assert len(page.css(".button--pen")) == 1
    assert first(page, ".chip[aria-current]").text() == "Letter"


@pytest.mark.parametrize(
    "path", ["/ask/p9999", "/ask/nobody", "/ask/p9999/mail", "/sent/ask/p9999", "/write/thank/p9999"]
)
def test_nobody_is_there_under_an_unknown_id(client: Visitor, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("end", ["", "/mail", "/copy"])
def test_another_seeker_finds_nobody_of_hers(charlie: Visitor, corwin: str, end: str) -> None:
    assert charlie.get(f"/ask/{corwin}{end}").status_code == 404


@pytest.mark.parametrize("end", ["", "/look", "/keep", "/sent", "/aside"])
def test_another_seeker_changes_nothing_of_hers(charlie: Visitor, desk: Desk, corwin: str, end: str) -> None:
    assert charlie.post(f"/ask/{corwin}{end}", {"text": "mine", "by": "email"}).status_code == 404
    assert drafting.kept(desk, corwin, "ask") is None


def test_a_letter_without_purpose_is_refused_kindly(client: Visitor, corwin: str) -> None:
    answer = client.get(f"/write/nonsense/{corwin}")
    assert answer.status_code == 422
    assert "There is no letter" in answer.content.decode()


def test_thoughts_are_numbered_as_their_marks_the_gravest_first(client: Visitor, corwin: str) -> None:
    page = client.page(press(client, f"/ask/{corwin}?by=email", do="keep", text=BAD).partition("#")[0])
    assert first(page, "#thoughts").text() == "Two gentle thoughts"
    marks = {one.attributes["data-number"]: one.text() for one in page.css(".letter__under mark")}
    assert marks["1"] == "Could you introduce me to your boss?"
    assert marks["2"].startswith("Sorry to bother you")
    assert [one.text() for one in page.css(".finding__mark")] == ["1", "2"]


def test_a_letter_she_has_not_touched_is_not_asked_for_what_it_leaves_out(client: Visitor, desk: Desk) -> None:
    replies.accept(desk, "all")
    there = f"/write/thank/{called(desk, 'Celeste Oduya')}?by=email"
    page = client.page(there)
    assert not [one for one in page.css(".finding__why") if one.text().strip()]
    assert page.css(".asking__gap")
    same = press(client, there, do="keep", text=f"{text_of(page)} ")
    assert [one for one in client.page(same.partition("#")[0]).css(".finding__why") if one.text().strip()]


def test_use_this_instead_puts_the_words_in_and_the_thought_is_gone(client: Visitor, corwin: str) -> None:
    path = press(client, f"/ask/{corwin}?by=email", use="apologetic", text=BAD)
    assert path.endswith("#thoughts")
    page = client.page(path.partition("#")[0])
    assert "at Ostara. What would you learn first?" in text_of(page)
    assert "apologetic" not in [one.attributes["value"] for one in page.css("button[name=leave]")]


def test_leave_mine_leaves_the_words_and_the_thought_is_gone(client: Visitor, corwin: str) -> None:
    path = press(client, f"/ask/{corwin}?by=email", leave="apologetic", text=BAD).partition("#")[0]
    page = client.page(path)
    assert text_of(page) == BAD
    assert "apologetic" not in [one.attributes["value"] for one in page.css("button[name=leave]")]


def test_a_rule_that_there_is_not_changes_nothing(client: Visitor, corwin: str) -> None:
    path = press(client, f"/ask/{corwin}?by=email", use="nonsense", text=BAD).partition("#")[0]
    assert text_of(client.page(path)) == BAD


def test_the_text_is_there_again_after_the_window_was_closed(client: Visitor, corwin: str) -> None:
    press(client, f"/ask/{corwin}?by=email", do="keep", text=BAD)
    page = client.page(f"/ask/{corwin}")
    assert text_of(page) == BAD
    assert first(page, "[data-kept]").text() == "Kept on this computer"


def test_words_as_they_were_made_need_no_keeping(client: Visitor, desk: Desk, corwin: str) -> None:
    press(client, f"/ask/{corwin}?by=email", do="mail")
    assert drafting.kept(desk, corwin, "ask") is None


def test_each_channel_has_its_own_words_and_the_first_ones_stay(client: Visitor, corwin: str) -> None:
    path = press(client, f"/ask/{corwin}?by=email", channel="text", text=BAD)
    short = text_of(client.page(path))
    assert short != BAD
    assert len(short.split()) <= 60
    press(client, path, do="keep", text="Hi Corwin! A short one. Dana")
    assert text_of(client.page(f"/ask/{corwin}?by=email")) == BAD
    assert text_of(client.page(f"/ask/{corwin}?by=text")) == "Hi Corwin! A short one. Dana"


def test_one_begins_with_the_words_as_they_were_made_again_and_undo_brings_hers_back(
    client: Visitor, corwin: str
) -> None:
    there = f"/ask/{corwin}?by=email"
    made = text_of(client.page(there))
    path = press(client, there, text=BAD, anew="yes")
    page = client.page(path)
    assert text_of(page) == made
    assert first(page, ".toast span").text() == "Askwell’s words again. Undo brings yours back."
    client.post(first(page, ".toast form").attributes["action"] or "")
    assert text_of(client.page(there)) == BAD
    press(client, there, anew="yes")
    assert press(client, there, anew="yes").startswith(f"/ask/{corwin}")
    assert text_of(client.page(there)) == made


def test_words_to_another_question_are_said_to_be_kept_and_each_stays_with_its_own(
    client: Visitor, corwin: str
) -> None:
    there = f"/ask/{corwin}?by=email"
    number = first(client.page(there), "button[name=need]").attributes["value"] or ""
    other = press(client, there, need=number, text=BAD)
    press(client, other, text="My own words to this question.")
    page = client.page(other)
    note = first(page, ".asking__others .note").text()
    assert note.startswith("Your words to the other question are kept.")
    assert "window" not in note
    back = press(client, other, take=first(page, "button[name=take]").attributes["value"] or "")
    assert text_of(client.page(back)) == BAD
    assert text_of(client.page(other)) == "My own words to this question."


@pytest.mark.parametrize("how", ["copy", "mail"])
def test_on_its_way_out_a_letter_says_how_many_thoughts_wait_beside_it(client: Visitor, corwin: str, how: str) -> None:
    page = client.page(press(client, f"/ask/{corwin}?by=email", text=BAD, do=how))
    thoughts = first(client.page(f"/ask/{corwin}?by=email"), "#thoughts").text()
    back = next(link for link in page.css(".sending__row a") if "Back to the letter" in link.text())
    assert back.text() == f"Back to the letter, and {thoughts.lower()}"


def test_another_question_makes_another_letter_and_hers_stays(client: Visitor, corwin: str) -> None:
    press(client, f"/ask/{corwin}?by=email", do="keep", text=BAD)
    page = client.page(f"/ask/{corwin}?by=email")
    button = first(page, "button[name=need]")
    path = press(client, f"/ask/{corwin}?by=email", need=button.attributes["value"] or "", text=BAD)
    new = client.page(path)
    assert button.text() in " ".join(text_of(new).split())
    assert BAD in [one.text() for one in new.css(".asking__other")]


def test_a_line_on_how_they_know_each_other_stands_in_the_letter_and_is_remembered(
    client: Visitor, desk: Desk, corwin: str
) -> None:
    page = client.page(f"/ask/{corwin}?by=email")
    assert first(page, ".asking__gap label").text() == "One line on how you know Corwin."
    number = first(page, "button[name=add]").attributes["value"] or ""
    path = press(client, f"/ask/{corwin}?by=email", add=number, **{f"line-{number}": "We shared a desk at Halvorsen"})
    after = client.page(path.partition("#")[0])
    assert "We shared a desk at Halvorsen" in text_of(after)
    assert memory.contacts(desk)[corwin].met == "We shared a desk at Halvorsen"
    assert "Noted how you and Corwin Nakata know each other." in first(after, ".toast").text()


def test_the_enter_key_in_her_line_puts_it_in(client: Visitor, corwin: str) -> None:
    number = first(client.page(f"/ask/{corwin}?by=email"), "button[name=add]").attributes["value"] or ""
    path = press(client, f"/ask/{corwin}?by=email", do="keep", **{f"line-{number}": "We shared a desk"})
    assert "We shared a desk" in text_of(client.page(path.partition("#")[0]))


def test_a_line_goes_into_a_letter_she_has_changed_as_well(client: Visitor, corwin: str) -> None:
    number = first(client.page(f"/ask/{corwin}?by=email"), "button[name=add]").attributes["value"] or ""
    path = press(
        client, f"/ask/{corwin}?by=email", add=number, text=BAD, **{f"line-{number}": "we shared a desk"}
    ).partition("#")[0]
    assert text_of(client.page(path)) == BAD.replace("I lost", "We shared a desk. I lost", 1)


def test_two_windows_lose_no_word(client: Visitor, corwin: str) -> None:
    first = press(client, f"/ask/{corwin}?by=email", do="keep", text="First window.", revision="0")
    press(client, f"/ask/{corwin}?by=email", do="keep", text="Second window.", revision="0")
    page = client.page(first)
    assert text_of(page) == "Second window."
    assert [one.text() for one in page.css(".asking__other")] == ["First window."]


def test_she_goes_on_with_what_the_other_window_wrote_and_keeps_both(client: Visitor, corwin: str) -> None:
    press(client, f"/ask/{corwin}?by=email", do="keep", text="First window.", revision="0")
    press(client, f"/ask/{corwin}?by=email", do="keep", text="Second window.", revision="0")
    other = first(client.page(f"/ask/{corwin}"), "button[name=take]").attributes["value"] or ""
    page = client.page(press(client, f"/ask/{corwin}", take=other))
    assert text_of(page) == "First window."
    assert [one.text() for one in page.css(".asking__other")] == ["Second window."]


def test_she_lets_go_of_what_the_other_window_wrote_with_undo(client: Visitor, corwin: str) -> None:
    press(client, f"/ask/{corwin}?by=email", do="keep", text="First window.", revision="0")
    press(client, f"/ask/{corwin}?by=email", do="keep", text="Second window.", revision="0")
    other = first(client.page(f"/ask/{corwin}"), "button[name=drop]").attributes["value"] or ""
    page = client.page(press(client, f"/ask/{corwin}", drop=other))
    assert page.css(".asking__other") == []
    undo = first(page, ".toast form").attributes["action"] or ""
    client.post(undo, {"to": f"/ask/{corwin}"})
    assert [one.text() for one in client.page(f"/ask/{corwin}").css(".asking__other")] == ["First window."]


def test_the_mail_link_carries_the_words_as_she_changed_them(client: Visitor, corwin: str) -> None:
    path = press(client, f"/ask/{corwin}?by=email", do="mail", text=BAD, subject="A & B?", to="corwin@example.com")
    page = client.page(path)
    href = first(page, "a.button--pen").attributes["href"] or ""
    fields = parse_qs(urlsplit(href).query)
    assert unquote(urlsplit(href).path) == "corwin@example.com"
    assert fields["subject"] == ["A & B?"]
    assert fields["body"] == [BAD.replace("\n", "\r\n")]


def test_an_address_she_typed_is_noted_with_the_person(client: Visitor, desk: Desk, corwin: str) -> None:
    press(client, f"/ask/{corwin}?by=email", do="mail", to="corwin@example.com")
    assert "corwin@example.com" in memory.contacts(desk)[corwin].addresses


@pytest.mark.parametrize("to", ["a@example.com, b@example.com", "a@example.com\r\nBcc: b@example.com", "nonsense", ""])
def test_what_is_not_one_address_is_nobody(client: Visitor, desk: Desk, corwin: str, to: str) -> None:
    before = memory.contacts(desk)[corwin].addresses
    page = client.page(press(client, f"/ask/{corwin}?by=email", do="mail", to=to))
    assert (first(page, "a.button--pen").attributes["href"] or "").startswith("mailto:?subject=")
    assert memory.contacts(desk)[corwin].addresses == before


def test_a_letter_too_long_for_a_link_is_there_to_be_copied(client: Visitor, corwin: str) -> None:
    long = "A word or two. " * 300
    page = client.page(press(client, f"/ask/{corwin}?by=email", do="mail", text=long))
    assert "too long for a link" in first(page, ".opening__lede").text()
    assert "body=" not in (first(page, "a.button--pen").attributes["href"] or "")
    assert text_of(page) == long


def test_a_note_for_linkedin_says_how_much_room_there_is(client: Visitor, desk: Desk) -> None:
    nadine = called(desk, "Nadine Forsythe")
    page = client.page(f"/write/act/{nadine}?by=linkedin-note")
    said = first(page, "[data-size]").text()
    used = int(said.split(" of ")[0])
    assert said.endswith(" of 300 characters")
    assert used == len(text_of(page)) <= 300


def test_on_the_phone_there_are_points_and_no_findings(client: Visitor, corwin: str) -> None:
    page = client.page(f"/ask/{corwin}?by=phone")
    assert [one.text() for one in page.css(".points b")][:3] == ["To open", "Your news", "What you look for"]
    assert first(page, ".button--pen").text() == "Yes, we spoke"
    assert page.css(".finding") == []


def test_somebody_never_to_be_contacted_has_no_letter(client: Visitor, desk: Desk, corwin: str) -> None:
    people.never_contact(desk, corwin)
    answer = client.get(f"/ask/{corwin}")
    assert answer.status_code == 422
    assert "in peace for good" in answer.content.decode()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>{{ 7*7 }}{% csrf_token %}%s</textarea><b>",
        "👩‍🚀🎉" * 200,
        "مرحبا أنا أبحث عن عمل\u202e",
        "\n\n  leading lines stay\n",
        "x" * 10_000,
    ],
)
def test_a_text_comes_back_as_it_was_typed(client: Visitor, corwin: str, text: str) -> None:
    page = client.page(press(client, f"/ask/{corwin}?by=email", do="keep", text=text))
    assert text_of(page) == text
    assert first(page, ".letter__under").text() == f"{text}\u200b"
    assert page.css("main script") == []


def test_the_brief_is_a_file_to_attach(client: Visitor) -> None:
    answer = client.get("/brief.txt")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.content.decode().startswith("Dana Whitfield")


def test_looking_changes_nothing(client: Visitor, desk: Desk, corwin: str) -> None:
    for path in ("", "/mail", "/copy", "?by=phone", "?need=2", "?left=coy%20x"):
        assert client.get(f"/ask/{corwin}{path}").status_code == 200
    assert drafting.unfinished(desk) == ()


@pytest.mark.parametrize("end", ["look", "keep", "sent", "aside"])
def test_what_changes_answers_a_form_alone(client: Visitor, corwin: str, end: str) -> None:
    assert client.get(f"/ask/{corwin}/{end}").status_code == 405


def test_the_brief_is_there_to_be_taken_along_by_mail_and_not_by_text(client: Visitor, corwin: str) -> None:
    page = client.page(f"/ask/{corwin}?by=email")
    assert first(page, "#brief").text().startswith("Dana Whitfield")
    assert first(page, "#brief").attributes.get("name") is None
    assert client.page(f"/ask/{corwin}?by=text").css("#brief") == []
