"""What a letter has better words for already is offered to be left out, in the page without script as with it."""

from pathlib import Path

import pytest
from tests.web.test_ask import called, press, text_of
from tests.web.visitor import Visitor

from askwell.actions.desk import Desk

TWICE = """Hi Corwin,

I lost my job when Halvorsen closed, and I look for work as a planner in food at Ostara. Could you introduce me to \
your boss? What would you learn first? Do you have a job for me?

Thank you, and tell me if I can help you.
Dana"""


@pytest.fixture
def data(lived_in: Path) -> Path:
    return lived_in


def test_a_second_sentence_of_the_same_goes_out_instead_of_being_said_twice(client: Visitor, desk: Desk) -> None:
    ask = f"/ask/{called(desk, 'Corwin Nakata')}?by=email"
    once = press(client, ask, use="asks-referral", text=TWICE).partition("#")[0]
    page = client.page(once)
    use = next(one for one in page.css("button[name=use]") if one.attributes["value"] == "asks-referral")
    assert use.text().startswith("Leave it out")
    said = text_of(page)
    looked = client.post(f"{once.partition('?')[0]}/look?by=email", {"text": said}).json()["thoughts"]
    assert next(one for one in looked if one["rule"] == "asks-referral")["out"]
    page = client.page(press(client, once, use="asks-referral", text=said).partition("#")[0])
    assert "Do you have a job" not in text_of(page)
    assert text_of(page).count("would love to get to know") == 1
    assert "asks-referral" not in [one.attributes["value"] for one in page.css("button[name=use]")]
