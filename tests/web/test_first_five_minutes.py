"""The first five minutes: from the first page to "Yes, it is sent" in at most 12 clicks and 60 typed words.

Every page is used as it stands, without script: what a form has is sent, what a hand writes is counted.
"""

from dataclasses import dataclass

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.web import visitor
from tests.web.visitor import Visitor

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.actions.people import everybody
from askwell.domain.plans import Ask

CLICKS, WORDS = 12, 60
THREE = {"Ana Lindqvist": "we worked at Meridian", "Ben Okafor": "our gardens touch", "Chi Nguyen": "from school"}


@dataclass
class Hand:
    """Somebody at the keyboard, at the page `at`."""

    client: Visitor
    at: str
    clicks: int = 0
    words: int = 0

    def press(self, words: str, /, choose: str = "", **written: str) -> None:
        """Write into the fields of these names, choose a chip, and press the button of these words."""
        page = self.client.page(self.at)
        button = _only(page, "main button", words)
        form = _form_of(page, button)
        sent = {**visitor._filled(form), **written}
        assert set(written) <= {node.attributes.get("name") for node in form.css("[name]")}, self.at
        if choose:
            chip = _only(page, "label.chip", choose).css("input")[0].attributes
            sent[chip["name"] or ""] = chip["value"] or ""
            self.clicks += 1
        self.words += sum(len(text.split()) for text in written.values())
        self._send(form, button, sent)

    def _send(self, form: LexborNode, button: LexborNode, sent: dict[str, str]) -> None:
        told = button.attributes
        if "name" in told:
            sent[told["name"] or ""] = told.get("value") or ""
        to = told.get("formaction") or form.attributes.get("action") or self.at
        answer = self.client.post(to, sent, headers={"x-csrftoken": ""})
        assert answer.status_code == 303, (to, answer.status_code)
        self.at, self.clicks = answer.headers["Location"], self.clicks + 1


def _only(page: LexborHTMLParser, selector: str, words: str) -> LexborNode:
    (found,) = (node for node in page.css(selector) if node.text(strip=True) == words)
    return found


def _form_of(page: LexborHTMLParser, button: LexborNode) -> LexborNode:
    """The form a button sends: the one it names, else the one it stands in."""
    named = button.attributes.get("form")
    if named:
        return page.css(f"#{named}")[0]
    node = button.parent
    while node is not None and node.tag != "form":
        node = node.parent
    assert node is not None
    return node


def asks(desk: Desk) -> tuple[Ask, ...]:
    return memory.books(desk).asks


@pytest.fixture
def hand(client: Visitor) -> Hand:
    """At the first page, wherever the app leads."""
    return Hand(client, client.get("/").headers["Location"])


def test_a_newcomer_has_sent_a_letter_within_twelve_clicks_and_sixty_words(hand: Hand, desk: Desk) -> None:
    hand.press("Start with three names", name="Nora")
    people = {
        f"{place}-{field}": words
        for place, (name, met) in zip(("first", "second", "third"), THREE.items(), strict=True)
        for field, words in (("name", name), ("met", met))
    }
    hand.press("These are my three", **people)
    hand.press(
        "This is my goal",
        role="supply planner",
        field="wind energy",
        place="Portland",
        people="people who plan spare parts",
        companies="Tidewell, Harrow Wind",
    )
    hand.press("Find out who can help")
    hand.press("Open in my mail", choose="I guess yes")
    hand.press("Yes, it is sent")
    assert hand.clicks <= CLICKS
    assert hand.words <= WORDS
    (ask,) = asks(desk)
    assert everybody(desk)[ask.to].name in THREE
    page = hand.client.get(hand.at)
    assert page.status_code == 200
    assert "Undo" in page.content.decode()


def test_one_name_and_one_word_of_a_goal_are_enough(hand: Hand, desk: Desk) -> None:
    hand.press("Start with three names", name="Nora")
    hand.press("These are my three", **{"first-name": "Ana Lindqvist"})
    hand.press("This is my goal", role="planner")
    hand.press("Find out who can help")
    hand.press("Yes, it is sent")
    assert (hand.clicks, hand.words, len(asks(desk))) == (5, 4, 1)


def test_the_letter_tells_what_she_wrote_on_the_way(hand: Hand) -> None:
    hand.press("Start with three names", name="Nora")
    hand.press("These are my three", **{"first-name": "Ana Lindqvist", "first-met": "we worked at Meridian"})
    hand.press("This is my goal", role="supply planner", companies="Tidewell")
    hand.press("Find out who can help")
    letter = hand.client.page(hand.at).css("textarea")[0].text() or ""
    for words in ("Ana", "Meridian", "supply planner", "Tidewell", "Nora"):
        assert words in letter
