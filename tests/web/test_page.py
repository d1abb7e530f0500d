"""What pages share: a number is read in one way and none is too long, and what a change said is seen before it goes."""

from pathlib import Path

import pytest
from tests.web.test_ask import called
from tests.web.visitor import Visitor, first

from askwell.actions import wishes
from askwell.actions.desk import Desk
from askwell.web.page import number

BEYOND = ("9" * 30, "9" * 5_000)


@pytest.fixture
def data(lived_in: Path) -> Path:
    return lived_in


@pytest.mark.parametrize(
    ("text", "told"), [("3", 3), ("0", 0), ("٣", 3), ("", None), ("-1", None), ("²", None), ("9" * 13, None)]
)
def test_a_number_is_read_and_what_is_none_is_none(text: str, told: int | None) -> None:
    assert number(text) == told


@pytest.mark.parametrize("digits", BEYOND, ids=len)
def test_a_page_beyond_all_pages_is_the_first(client: Visitor, desk: Desk, digits: str) -> None:
    corwin = called(desk, "Corwin Nakata")
    for path in ("/people", "/data", f"/people/{corwin}", f"/ask/{corwin}"):
        plain = client.get(path).content.decode()
        answer = client.get(f"{path}?page={digits}&need={digits}")
        assert answer.status_code == 200, path
        assert heading(answer.content.decode()) == heading(plain)


def heading(page: str) -> str:
    return page.partition("<h1")[2].partition("</h1>")[0]


@pytest.mark.parametrize("digits", ["7" * 12, *BEYOND], ids=len)
def test_a_day_of_a_size_beyond_all_sizes_is_not_kept(client: Visitor, desk: Desk, digits: str) -> None:
    before = wishes.read_wishes(desk).size
    assert client.post("/today/size", {"size": digits}).status_code in {303, 422}
    assert wishes.read_wishes(desk).size == before


def test_what_a_change_said_is_not_lost_to_a_request_that_shows_nothing(client: Visitor) -> None:
    assert client.submit("/three-names", **{"first-name": "Zoe Novak"}).status_code == 303
    assert client.head("/today").status_code == 200
    assert client.head("/people").status_code == 200
    assert "Added Zoe Novak." in first(client.page("/people"), ".toast").text()
    assert not client.page("/people").css(".toast")
