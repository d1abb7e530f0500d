"""Thanks and loops: who waits for thanks, who for news, favors to return; and the comfort where nobody waits."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.web.visitor import Visitor

from askwell.actions import memory, replies
from askwell.actions.desk import Desk
from askwell.actions.log import log_event
from askwell.domain.plans import Balance
from askwell.web.pages import thanks

MANY = ("Nobody", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


@pytest.fixture
def data(lived_in: Path) -> Path:
    return lived_in


def test_whoever_helped_stands_there_with_words_ready_for_the_first(client: Visitor, desk: Desk) -> None:
    replies.accept(desk, "all")
    page = client.page("/thanks")
    names = [node.text().strip() for node in page.css(".step__what")]
    assert "Thank Rebecca Thorne" in names
    assert page.css_first("h1").text() == f"{MANY[sum(name.startswith('Thank ') for name in names)]} people to thank"
    assert len(page.css(".step__words")) == 1
    assert len(page.css(".button--pen")) == 1


def test_news_stands_apart_from_thanks(client: Visitor, desk: Desk) -> None:
    replies.accept(desk, "all")
    page = client.page("/thanks")
    loops = page.css_first("section[aria-labelledby=loops]")
    assert any(node.text().strip().startswith("Tell ") for node in loops.css(".step__what"))
    assert not any(node.text().strip().startswith("Thank ") for node in loops.css(".step__what"))


def test_favors_are_offered_and_never_owed(client: Visitor, desk: Desk) -> None:
    replies.accept(desk, "all")
    favors = client.page("/thanks").css_first("section[aria-labelledby=favors]")
    assert "None of this is owed" in favors.text()
    assert favors.css(".step")
    assert all(node.attributes["href"].startswith("/write/give/p") for node in favors.css(".step__act a"))


def test_what_there_is_none_of_is_not_counted() -> None:
    assert [(one.words, one.count) for one in thanks._ledger(Balance(received=3, offered=1))] == [
        ("You received", 3),
        ("You offered", 1),
    ]
    assert thanks._ledger(Balance()) == []


def test_another_seeker_sees_nobody_of_hers(client: Visitor, desk: Desk, charlie: Visitor) -> None:
    replies.accept(desk, "all")
    assert "Rebecca" in client.page("/thanks").text()
    assert "Rebecca" not in charlie.page("/thanks").text()


def test_each_favor_says_what_for_whom_and_why(client: Visitor, desk: Desk) -> None:
    replies.accept(desk, "all")
    section = client.page("/thanks").css_first("section[aria-labelledby=favors]")
    for what, why in zip(section.css(".step__what"), section.css(".step__why"), strict=True):
        assert "something back" not in what.text()
        assert why.text().strip()


def test_a_word_of_hers_stands_there_and_is_gone_once_she_gave(client: Visitor, desk: Desk) -> None:
    replies.accept(desk, "all")
    liz = next(one for one in memory.contacts(desk).values() if one.name == "Elizabeth Brandt")
    early = replace(desk, now=desk.now - timedelta(days=5))
    log_event(early, liz.id, channel="email", direction="out", text="I'll send you the article on cold chains.")
    page = client.page("/thanks")
    assert "Keep your word to Elizabeth Brandt" in [node.text().strip() for node in page.css(".step__what")]
    assert "You offered" in page.css_first(".receipt").text()
    log_event(desk, liz.id, channel="email", direction="out", text="Here it is.", given=True)
    assert "Keep your word to Elizabeth Brandt" not in client.page("/thanks").text()
