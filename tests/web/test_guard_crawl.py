"""Reading changes nothing: whoever follows every link of the app leaves the data as they were, to the byte."""

from collections import deque
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.web.visitor import Visitor

from askwell.actions import keep
from askwell.actions.desk import Desk

ENOUGH = 3  # pages of one kind, such as people/p12


@pytest.fixture
def data(lived_in: Path) -> Path:
    return lived_in


def exported(desk: Desk, folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    keep.export(desk, folder)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def kind_of(path: str) -> str:
    """Addresses that differ in an id alone are of one kind."""
    return "/".join("#" if any(map(str.isdigit, part)) else part for part in path.split("/"))


def crawl(client: Visitor) -> dict[str, int]:
    """The status of every address that links and search forms lead to, a few of each kind."""
    seen: dict[str, int] = {}
    kinds: dict[str, int] = {}
    waiting = deque(["/", "/today", "/nowhere"])
    while waiting:
        address = waiting.popleft()
        kind = kind_of(urlsplit(address).path)
        if address in seen or kinds.get(kind, 0) >= ENOUGH:
            continue
        kinds[kind] = kinds.get(kind, 0) + 1
        answer = client.get(address)
        seen[address] = answer.status_code
        waiting.extend(_links(address, answer))
        answer.close()
    return seen


def _links(address: str, answer: object) -> list[str]:
    if "Location" in answer.headers:  # type: ignore[attr-defined]
        found = [answer.headers["Location"]]  # type: ignore[attr-defined]
    elif answer.headers["Content-Type"].startswith("text/html"):  # type: ignore[attr-defined]
        page = LexborHTMLParser(answer.content.decode())  # type: ignore[attr-defined]
        found = [node.attributes["href"] or "" for node in page.css("a[href]")]
        found += [node.attributes.get("action") or "" for node in page.css("form:not([method=post])")]
    else:
        found = []
    ways = (urlsplit(urljoin(address, way)) for way in found)
    return [f"{way.path}?{way.query}".rstrip("?") for way in ways if not way.scheme and not way.netloc]


def test_reading_every_page_changes_nothing(client: Visitor, desk: Desk, tmp_path: Path) -> None:
    before = exported(desk, tmp_path / "before")
    seen = crawl(client)
    assert exported(desk, tmp_path / "after") == before
    assert len(seen) > 20
    assert {address for address, status in seen.items() if status >= 500} == set()
    assert seen["/nowhere"] == 404
