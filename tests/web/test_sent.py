"""Sent: noted with her guess, silence named before it happens, how far she has come, and the next thing."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.web.test_ask import called
from tests.web.visitor import Visitor, first

from askwell.actions import asides, drafting, memory, replies
from askwell.actions.desk import Desk
from askwell.domain.plans import Ask, Favor
from askwell.method import favors


@pytest.fixture
def data(lived_in: Path) -> Path:
    return lived_in


@pytest.fixture
def corwin(desk: Desk) -> str:
    return called(desk, "Corwin Nakata")


def last_ask(desk: Desk, who: str) -> Ask | None:
    return next((ask for ask in reversed(memory.books(desk).asks) if ask.to == who), None)


def send(client: Visitor, path: str, **fields: str) -> str:
    answer = client.post(f"{path}/sent", {"text": "Hi Corwin, what would you learn first?", "by": "email", **fields})
    assert answer.status_code == 303, answer.content.decode()[:500]
    return str(answer.headers["Location"])


def test_yes_it_is_sent_notes_the_question_with_her_guess(client: Visitor, desk: Desk, corwin: str) -> None:
    question = first(client.page(f"/ask/{corwin}"), "input[name=question]").attributes["value"] or ""
    send(client, f"/ask/{corwin}", guess="no", question=question)
    ask = last_ask(desk, corwin)
    assert ask is not None
    assert (ask.guess, ask.need) == (False, question)


def test_a_question_made_for_one_person_is_noted_as_it_was_asked(client: Visitor, desk: Desk, corwin: str) -> None:
    send(client, f"/ask/{corwin}", question="What would you learn first?")
    assert last_ask(desk, corwin) is not None


def test_the_guess_may_be_left_out(client: Visitor, desk: Desk, corwin: str) -> None:
    send(client, f"/ask/{corwin}")
    ask = last_ask(desk, corwin)
    assert ask is not None
    assert ask.guess is None


def test_silence_is_named_before_it_happens_and_the_reminder_with_its_day(client: Visitor, corwin: str) -> None:
    page = client.page(send(client, f"/ask/{corwin}"))
    assert first(page, "h1").text() == "On its way to Corwin"
    lede = first(page, ".opening__lede").text()
    assert "Some people will not answer, and it is rarely about you." in lede
    assert "a kind reminder is ready for you on Wednesday, April 1." in lede


def test_it_says_how_far_she_has_come_and_what_is_next(client: Visitor, corwin: str) -> None:
    page = client.page(send(client, f"/ask/{corwin}"))
    assert "asked today" in first(page, ".stack p").text()
    assert len(page.css(".button--pen")) == 1
    assert first(page, ".button--pen").attributes["href"]


def test_the_line_with_undo_takes_it_back_to_the_letter(client: Visitor, desk: Desk, corwin: str) -> None:
    client.post(f"/ask/{corwin}/keep", {"text": "My own words.", "by": "email", "revision": "0"})
    path = send(client, f"/ask/{corwin}", text="My own words.")
    assert drafting.kept(desk, corwin, "ask") is None
    undo = first(client.page(path), ".toast form")
    assert client.post(undo.attributes["action"] or "", {"to": path}).headers["Location"] == path
    answer = client.get(path)
    assert answer.headers["Location"] == f"/ask/{corwin}"
    assert first(client.page(f"/ask/{corwin}"), "textarea[name=text]").text() == "My own words."
    assert last_ask(desk, corwin) is None


def test_said_twice_it_is_noted_once(client: Visitor, desk: Desk, corwin: str) -> None:
    send(client, f"/ask/{corwin}")
    send(client, f"/ask/{corwin}")
    asks = [ask for ask in memory.books(desk).asks if ask.to == corwin]
    assert [len(ask.interactions) for ask in asks] == [1]


@pytest.mark.parametrize("by", ["email", "linkedin", "linkedin-note", "text"])
def test_an_empty_letter_is_not_noted_as_sent_and_the_page_stays(
    client: Visitor, desk: Desk, corwin: str, by: str
) -> None:
    told = {"text": " \r\n", "subject": "A question", "to": "corwin@example.com", "by": by, "guess": "yes"}
    answer = client.post(f"/ask/{corwin}/sent", told)
    assert answer.status_code == 422
    page = LexborHTMLParser(answer.content.decode())
    assert "There are no words in it yet." in first(page, "#sent_fault").text()
    assert not first(page, "textarea[name=text]").text().strip()
    assert "checked" in first(page, "input[name=guess][value=yes]").attributes
    if by == "email":
        head = [first(page, f"input[name={name}]").attributes["value"] for name in ("to", "subject")]
        assert head == ["corwin@example.com", "A question"]
    assert last_ask(desk, corwin) is None


def test_a_call_needs_no_words(client: Visitor, desk: Desk, corwin: str) -> None:
    send(client, f"/ask/{corwin}", by="phone", text="")
    assert last_ask(desk, corwin) is not None


def test_nothing_was_sent_where_nothing_was_sent(client: Visitor, corwin: str) -> None:
    assert client.get(f"/sent/ask/{corwin}").headers["Location"] == f"/ask/{corwin}"


def test_a_call_asks_what_was_heard(client: Visitor, corwin: str) -> None:
    page = client.page(send(client, f"/ask/{corwin}", by="phone"))
    assert first(page, "h1").text() == "You spoke with Corwin"
    assert first(page, ".button--pen").attributes["href"] == f"/told/{corwin}"


def test_an_address_she_typed_stays_with_the_person(client: Visitor, desk: Desk, corwin: str) -> None:
    send(client, f"/ask/{corwin}", to="corwin@example.com")
    assert "corwin@example.com" in memory.contacts(desk)[corwin].addresses


@pytest.mark.parametrize(
    ("purpose", "name", "headings"),
    [
        ("thank", "Rebecca Thorne", ("Thank Rebecca", "Rebecca is thanked")),
        ("act", "Nadine Forsythe", ("Write to Nadine", "On its way to Nadine")),
        ("report", "Lorraine Tate", ("Tell Lorraine the news", "Lorraine knows")),
        ("close", "Jim Okafor", ("Tell Jim what came of it", "Jim knows")),
        ("give", "Rebecca Thorne", ("Something for Rebecca", "On its way to Rebecca")),
        ("landed", "Rebecca Thorne", ("Tell Rebecca the good news", "Rebecca knows")),
    ],
)
def test_every_letter_has_its_page_and_what_it_keeps_is_kept(
    client: Visitor, desk: Desk, purpose: str, name: str, headings: tuple[str, str]
) -> None:
    replies.accept(desk, "all")
    who = called(desk, name)
    page = client.page(f"/write/{purpose}/{who}")
    assert first(page, "h1").text() == headings[0]
    assert bool(page.css("input[name=guess]")) is (purpose == "act")
    after = client.page(send(client, f"/write/{purpose}/{who}", text=f"Hi, thank you for all. {purpose}"))
    assert first(after, "h1").text() == headings[1]
    owed = {str(one.kind) for one in memory.promises(desk) if one.to == who and str(one.state) == "owed"}
    assert purpose not in owed


def test_somebody_only_named_has_a_letter_and_is_a_person_once_it_is_sent(client: Visitor, desk: Desk) -> None:
    replies.accept(desk, "all")
    promise = next(one for one in memory.promises(desk) if not one.to and one.name and str(one.state) == "owed")
    page = client.page(f"/write/act/named?event={promise.id}&by=email")
    assert promise.name in first(page, ".who__name").text()
    client.post(f"/write/act/named/keep?event={promise.id}", {"text": "Mine.", "by": "email", "revision": "0"})
    assert first(client.page(f"/write/act/named?event={promise.id}"), "textarea").text() == "Mine."
    answer = client.post(f"/write/act/named/sent?event={promise.id}", {"text": "Mine.", "by": "email"})
    assert answer.headers["Location"] == "/today"
    assert called(desk, promise.name)
    assert promise.id not in {one.id for one in memory.promises(desk) if str(one.state) == "owed"}


def test_not_today_goes_on_to_today(client: Visitor, desk: Desk) -> None:
    replies.accept(desk, "all")
    rebecca = called(desk, "Rebecca Thorne")
    answer = client.post(f"/write/thank/{rebecca}/aside", {"aside": "later"})
    assert answer.headers["Location"] == "/today"
    assert [one.words for one in asides.listed(desk)]


def test_someone_else_instead_leads_to_the_next_one(client: Visitor, desk: Desk, corwin: str) -> None:
    answer = client.post(f"/ask/{corwin}/aside", {"aside": "another"})
    assert str(answer.headers["Location"]).startswith(("/ask/p", "/today"))
    assert answer.headers["Location"] != f"/ask/{corwin}"
    assert len(asides.listed(desk)) == 1


def test_a_gift_is_noted_as_what_was_given(client: Visitor, desk: Desk) -> None:
    replies.accept(desk, "all")
    rebecca = called(desk, "Rebecca Thorne")
    before = sum(f.who == rebecca and str(f.kind) == "given" for f in _ledger(desk))
    send(client, f"/write/give/{rebecca}", text="Here is something for you.")
    assert sum(f.who == rebecca and str(f.kind) == "given" for f in _ledger(desk)) == before + 1


def _ledger(desk: Desk) -> list[Favor]:
    return list(favors.ledger_of(memory.books(desk)))
