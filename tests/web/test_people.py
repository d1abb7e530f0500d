"""People: searched and filtered, some at a time, each with the way they can help; and find anything."""

from pathlib import Path

import pytest
from tests.actions.exports import connections, written
from tests.web.visitor import Visitor

from askwell.actions import memory, replies
from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk, open_desk


def names(client: Visitor, path: str) -> list[str]:
    return [node.text().strip() for node in client.page(path).css(".person__name")]


class TestOfAnEmptyNotebook:
    def test_it_teaches_how_people_come_in(self, client: Visitor) -> None:
        page = client.page("/people")
        assert page.css_first(".empty").text()
        assert [node.attributes["href"] for node in page.css(".button--pen")] == ["/bring"]

    def test_find_leads_to_every_page(self, client: Visitor) -> None:
        links = [node.attributes["href"] for node in client.page("/find").css("main .aside-links a")]
        assert {"/today", "/goal", "/bring", "/data", "/week"} <= set(links)


class TestOfAWholeNetwork:
    @pytest.fixture
    def data(self, lived_in: Path) -> Path:
        return lived_in

    def test_the_heading_counts_and_the_list_comes_in_pieces(self, client: Visitor, desk: Desk) -> None:
        page = client.page("/people")
        assert page.css_first("h1").text() == f"{len(memory.contacts(desk))} people, and each can help in some way"
        assert len(page.css(".person")) == 50
        assert page.css_first("a[rel=next]").attributes["href"] == "/people?page=2"
        assert all(node.text().strip() for node in page.css(".person__way"))

    def test_the_pieces_hold_everybody_once(self, client: Visitor, desk: Desk) -> None:
        found = [href for at in range(1, 5) for href in hrefs(client, f"/people?page={at}")]
        assert len(found) == len(set(found)) == len(memory.contacts(desk)) > 150

    def test_a_name_is_found_by_its_short_form_and_without_accents(self, client: Visitor) -> None:
        assert "Elizabeth Brandt" in names(client, "/people?q=liz")
        assert "Jesús Medrano" in names(client, "/people?q=jesus")

    def test_a_company_is_found(self, client: Visitor) -> None:
        assert names(client, "/people?q=ostara")

    def test_a_filter_keeps_what_was_searched_for(self, client: Visitor, desk: Desk) -> None:
        replies.accept(desk, "all")
        page = client.page("/people?only=allies")
        assert page.css(".person")
        assert all(node.css_first(".face--ally") for node in page.css(".person"))
        assert page.css_first("input[name=only]").attributes["value"] == "allies"

    def test_nobody_fits_is_said_with_a_way_on(self, client: Visitor) -> None:
        page = client.page("/people?q=zzzzqqqq")
        assert not page.css(".person")
        assert page.css_first(".tally a").attributes["href"] == "/add"

    def test_find_tells_people_companies_and_pages_apart(self, client: Visitor) -> None:
        page = client.page("/find?q=ostara")
        assert page.css_first("section[aria-labelledby=companies] a")
        assert "My week, to print" in client.page("/find?q=week").text()

    def test_strange_addresses_are_no_trouble(self, client: Visitor) -> None:
        for path in (
            "/people?page=0",
            "/people?page=99999",
            "/people?page=x",
            "/people?only=nonsense",
            "/people?q=%00",
        ):
            assert client.get(path).status_code == 200

    def test_another_seeker_finds_nobody_of_hers(self, charlie: Visitor) -> None:
        assert not charlie.page("/people?q=elizabeth").css(".person")
        assert "Elizabeth" not in charlie.page("/find?q=elizabeth").css_first("main").text().replace("“elizabeth”", "")


def hrefs(client: Visitor, path: str) -> list[str]:
    return [node.attributes["href"] or "" for node in client.page(path).css(".person__name a")]


class TestOfLabels:
    """People of her address books with the labels they have there."""

    @pytest.fixture
    def data(self, tmp_path: Path) -> Path:
        files = tmp_path / "files"
        rows = [
            "First Name,Middle Name,Last Name,Organization Name,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value",
            "Ann,,Lee,,,Family ::: Choir,*,ann@lee.example",
            "Bob,,Roe,,,choir,*,bob@roe.example",
            "Cal,,Hall,,,* myContacts,*,cal@hall.example",
            "",
        ]
        table = written(files / "google.csv", "\n".join(rows))
        with open_desk(data=tmp_path / "data") as desk:
            bring_in(desk, [table, connections(files, "Dee,Fox,dee,,Acme,Planner", "Ann,Lee,ann,ann@lee.example,,")])
        return tmp_path / "data"

    def test_the_list_is_narrowed_to_a_label_and_back(self, client: Visitor) -> None:
        chips = {chip.text().split()[0]: chip for chip in client.page("/people").css(".finder .unfold a")}
        assert {"Family", "Choir", "Google", "LinkedIn,"} <= chips.keys()
        assert chips["Choir"].css_first("small").text() == "2"
        page = client.page(chips["Choir"].attributes["href"] or "")
        assert page.css_first("h1").text() == "Two people, labeled “Choir”"
        assert [name.text() for name in page.css(".person__name")] == ["Ann Lee", "Bob Roe"]
        (on,) = page.css(".finder .unfold [aria-current]")
        assert on.attributes["href"] == "/people"

    def test_a_search_and_a_filter_stay_within_the_label(self, client: Visitor) -> None:
        page = client.page("/people?in=label:choir&q=roe")
        assert [name.text() for name in page.css(".person__name")] == ["Bob Roe"]
        assert [field.attributes["value"] for field in page.css("input[name=in]")] == ["label:choir"]
        page = client.page("/people?in=label:choir&only=never-asked")
        assert {name.text() for name in page.css(".person__name")} == {"Ann Lee", "Bob Roe"}

    def test_somebody_of_two_sources_is_once_in_each(self, client: Visitor) -> None:
        for source, names in (
            ("google", {"Ann Lee", "Bob Roe", "Cal Hall"}),
            ("linkedin-connections", {"Ann Lee", "Dee Fox"}),
        ):
            page = client.page(f"/people?in=from:{source}")
            assert {name.text() for name in page.css(".person__name")} == names

    def test_the_heading_says_of_what_kind_and_from_where(self, client: Visitor) -> None:
        heading = client.page("/people?in=from:linkedin-connections&only=never-asked").css_first("h1").text()
        assert heading == "Two people: never asked, from LinkedIn, your connections"

    def test_what_is_no_label_shows_everybody(self, client: Visitor) -> None:
        assert len(client.page("/people?in=label:nowhere").css(".person__name")) == 4

    def test_a_persons_page_tells_their_labels(self, client: Visitor, desk: Desk) -> None:
        ann = next(one.id for one in memory.contacts(desk).values() if one.name == "Ann Lee")
        told = client.page(f"/people/{ann}").css_first(".margin").text()
        assert "Family" in told
        assert "Choir" in told
