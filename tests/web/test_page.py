"""What pages share: the number of a page is read in one way, and no number is too long to be answered."""

from pathlib import Path

import pytest
from tests.web.test_ask import called
from tests.web.visitor import Visitor

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
        first = client.get(path).content.decode()
        answer = client.get(f"{path}?page={digits}&need={digits}")
        assert answer.status_code == 200, path
        assert heading(answer.content.decode()) == heading(first)


def heading(page: str) -> str:
    return page.partition("<h1")[2].partition("</h1>")[0]


@pytest.mark.parametrize("digits", ["7" * 12, *BEYOND], ids=len)
def test_a_day_of_a_size_beyond_all_sizes_is_not_kept(client: Visitor, desk: Desk, digits: str) -> None:
    before = wishes.read_wishes(desk).size
    assert client.post("/today/size", {"size": digits}).status_code in {303, 422}
    assert wishes.read_wishes(desk).size == before
