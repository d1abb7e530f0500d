"""Reading changes nothing, to the byte; and whatever stands in the data stays words."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.web import hostile
from tests.web.crawler import crawl
from tests.web.visitor import Visitor

from askwell.actions import keep
from askwell.actions.desk import Desk

ALIVE = (  # what none of our pages has, or not in this way
    "[evil]", "script:not([src])", "style", "[style]", "iframe", "object", "embed", "base", "[srcdoc]",
    "template[shadowrootmode]", "meta[http-equiv]", 'a[href^="javascript:" i]', 'a[href^="data:" i]',
    '[formaction]:not([formaction^="/"])', 'form[action]:not([action=""]):not([action^="/"])',
    '[src]:not([src^="/"])', '[src^="//"]',
)  # fmt: skip


def exported(desk: Desk, folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    keep.export(desk, folder)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


class TestWholeSearch:
    @pytest.fixture
    def data(self, lived_in: Path) -> Path:
        return lived_in

    def test_reading_every_page_changes_nothing(self, client: Visitor, desk: Desk, tmp_path: Path) -> None:
        before = exported(desk, tmp_path / "before")
        found = crawl(client, of_a_kind=3)
        assert exported(desk, tmp_path / "after") == before
        assert len(found) > 20
        assert {address for address, status in found.items() if status >= 500} == set()
        assert found["/nowhere"] == 404


def test_two_hundred_hostile_pieces_in_every_field_stay_words(client: Visitor, desk: Desk, tmp_path: Path) -> None:
    assert len(set(hostile.PAYLOADS)) == 200
    hostile.fill(desk, tmp_path / "files")
    pages = []

    def look(address: str, text: str) -> None:
        pages.append(text)
        page = LexborHTMLParser(text)
        assert [node.html for rule in ALIVE for node in page.css(rule)] == [], address
        for node in page.css("*"):
            assert not [name for name in node.attributes if name.startswith("on")], address
        assert "1337" not in text, address

    found = crawl(client, of_a_kind=40, seen=look)
    assert {address for address, status in found.items() if status >= 500} == set()
    everything = "".join(pages)
    assert everything.count("&lt;script evil&gt;") > 50
    assert everything.count("{{ 7|add:1330 }}") > 3
