"""Bring my people, as a visitor sees it: files given, what would come in, a question, a yes, and the way back."""

import csv
import errno
import os
import signal
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from django.http import HttpResponse
from selectolax.lexbor import LexborHTMLParser
from tests.sources import bombs
from tests.web.deliveries import connections, letters, wait_for
from tests.web.visitor import Visitor, first

from askwell.actions.desk import Desk
from askwell.web.bringing.brands import brands
from askwell.web.jobs.book import book_of
from askwell.web.jobs.job import FILES, Wish
from askwell.web.jobs.upload import BROKEN, LARGE, MOST

PAGE = "/bring"


@pytest.fixture(autouse=True)
def _ended(desk: Desk) -> Iterator[None]:
    """No child outlives its test."""
    yield
    for one in book_of(desk).listed(desk):
        book_of(desk).let_go(desk, one.job.id)


def named(name: str, content: bytes) -> BytesIO:
    file = BytesIO(content)
    file.name = name
    return file


def give(client: Visitor, **files: bytes) -> str:
    """Give files on the page, and the address of the page that follows; Connections_csv stands for Connections.csv."""
    sent = [named(name.replace("_", "."), content) for name, content in files.items()]
    answer = client.post(PAGE, {"files": sent})
    assert answer.status_code == 303, answer.content
    return str(answer["Location"])


def settled(client: Visitor, page: str) -> LexborHTMLParser:
    """The page, once nothing is at work on it any more."""
    wait_for(lambda: not client.get(f"{page}/progress").json()["going"])
    return client.page(page)


def heading(page: LexborHTMLParser | HttpResponse) -> str:
    tree = page if isinstance(page, LexborHTMLParser) else LexborHTMLParser(page.content.decode())
    return first(tree, "h1").text()


def receipt(page: LexborHTMLParser) -> dict[str, int]:
    """The first sum of the page."""
    rows = first(page, "dl.receipt").css("div")
    return {first(row, "dt").text(): int(first(row, "dd").text()) for row in rows}


def people(desk: Desk) -> int:
    from askwell.store import lookups

    return len(lookups.contacts(desk.now))


def test_a_newcomer_is_comforted_and_shown_every_way(client: Visitor) -> None:
    page = client.page(PAGE)
    assert [first(tile, "b").text() for tile in page.css(".tile")] == [one.title for one in brands()]
    assert "Nothing yet, and that is fine" in page.text()
    assert len(page.css(".button--pen")) == 1
    assert first(page, "input[type=file]").attributes["multiple"] is None


def test_what_would_come_in_is_shown_before_anything_is_saved(client: Visitor, desk: Desk) -> None:
    page = settled(client, give(client, Connections_csv=connections(0, 30) + b",,,,,,03 May 2019\n"))
    assert heading(page) == "30 people would come in"
    assert receipt(page) == {"New people": 30, "Left out": 1, "In the file": 31}
    assert "row 31: LinkedIn hides the name of this member" in " ".join(page.text().split())
    assert [button.text() for button in page.css(".button--pen")] == ["Bring them in"]
    assert people(desk) == 0


def test_everything_that_did_not_come_in_can_be_taken_along_with_what_one_can_do(client: Visitor) -> None:
    there = give(client, Connections_csv=connections(0, 2) + b",,,,,,03 May 2019\n" * 30)
    page = settled(client, there)
    assert "If you know who it is, add them by hand." in first(page, ".reasons__do").text()
    answer = client.get(f"{there}/left-out.csv")
    rows = list(csv.reader(answer.content.decode("utf-8-sig").splitlines()))
    assert len(rows) == 1 + receipt(page)["Left out"]
    assert rows[1][:4] == ["Connections.csv", "row", "3", "left out"]
    assert client.get(f"{PAGE}/nothing/left-out.csv").status_code == 404


def test_a_yes_brings_them_in_and_undo_takes_them_out_again(client: Visitor, desk: Desk) -> None:
    there = give(client, Connections_csv=connections(0, 30))
    settled(client, there)
    assert client.submit(there, f"{there}/in").status_code == 303
    page = settled(client, there)
    assert (heading(page), people(desk)) == ("30 people came in", 30)
    assert [link.attributes["href"] for link in page.css(".verdict a")] == ["/sort", "/today", "/replies", "/twins"]
    undo = next(form for form in page.css("form") if (form.attributes["action"] or "").startswith("/undo/"))
    client.submit(there, undo.attributes["action"] or "")
    assert (heading(client.page(there)), people(desk)) == ("You took this import back", 0)
    assert "Bring it back" in first(client.page(PAGE), ".done").text()
    back = next(
        form for form in client.page(there).css("form") if (form.attributes["action"] or "").startswith("/undo/")
    )
    client.submit(there, back.attributes["action"] or "")
    assert (heading(client.page(there)), people(desk)) == ("30 people came in", 30)


def test_the_same_file_again_says_that_nothing_is_new(client: Visitor, desk: Desk) -> None:
    first = give(client, Connections_csv=connections(0, 5))
    settled(client, first)
    client.submit(first, f"{first}/in")
    settled(client, first)
    page = settled(client, give(client, Renamed_csv=connections(0, 5)))
    assert heading(page) == "Nothing new in this file"
    assert receipt(page) == {"New people": 0, "Already here": 5, "In the file": 5}
    assert not page.css("form[action$='/in']")


def test_what_was_only_looked_at_is_waited_for_until_the_same_files_came_in(client: Visitor, desk: Desk) -> None:
    looked, other = give(client, Connections_csv=connections(0, 5)), give(client, Other_csv=connections(50, 5))
    settled(client, looked)
    settled(client, other)
    waiting = first(client.page(PAGE), ".underway")
    assert first(waiting, "h2").text() == "Files you gave and did not bring in"
    assert len(waiting.css("li")) == 2
    there = give(client, Renamed_csv=connections(0, 5))
    settled(client, there)
    client.submit(there, f"{there}/in")
    assert "Your own files are where they were." in settled(client, there).text()
    waiting = first(client.page(PAGE), ".underway")
    assert [link.attributes["href"] for link in waiting.css("li a")] == [other]
    assert "Nothing is saved" not in waiting.text()


def test_a_file_of_no_use_is_told_with_its_reason(client: Visitor) -> None:
    page = settled(client, give(client, Offer_pdf=b"%PDF-1.7 hello"))
    assert heading(page) == "This file could not be read"
    assert "Offer.pdf: a PDF holds no list that can be read" in " ".join(page.text().split())


def test_who_she_is_is_asked_with_the_likely_addresses(client: Visitor, desk: Desk) -> None:
    there = give(client, mail_mbox=letters(6))
    page = settled(client, there)
    assert heading(page) == "Which address is yours?"
    assert first(page, ".tick").text(strip=True).startswith("nora@example.com")
    wrong = client.submit(there, f"{there}/me", other="nora at example")
    assert wrong.status_code == 422
    assert "is no e-mail address" in wrong.content.decode()
    assert client.submit(there, f"{there}/me").status_code == 422
    client.submit(there, f"{there}/me", address="nora@example.com")
    page = settled(client, there)
    assert heading(page) == "Six people would come in"
    assert first(page, ".addresses").text(strip=True) == "nora@example.com"
    client.submit(there, f"{there}/me", other="old@example.org, older@example.net")
    told = first(settled(client, there), ".addresses").text()
    assert all(address in told for address in ("nora@example.com", "old@example.org", "older@example.net"))


def test_an_address_that_was_not_offered_cannot_be_ticked(client: Visitor) -> None:
    there = give(client, mail_mbox=letters(6))
    settled(client, there)
    assert client.post(f"{there}/me", {"address": "<script>@x", "other": ""}).status_code == 422


def test_long_work_shows_how_far_it_is_and_can_be_stopped_tried_again_and_let_go(client: Visitor, desk: Desk) -> None:
    there = give(client, Connections_csv=connections(0, 100_000))
    child = book_of(desk).line._child
    assert child
    os.kill(child.pid, signal.SIGSTOP)  # while it is looked at, however slow this computer is with its pages
    page = client.page(there)
    assert heading(page) == "Reading your files"
    assert first(page, "progress")
    assert first(page, "noscript").html == '<noscript><meta http-equiv="refresh" content="3"></noscript>'
    told = client.get(f"{there}/progress").json()
    assert told["going"]
    assert told["words"]
    assert "Reading your files" not in first(client.page(PAGE), "h1").text()
    os.kill(child.pid, signal.SIGCONT)
    client.submit(there, f"{there}/stop")
    stopped = client.page(there)
    assert heading(stopped) == "You stopped it"
    assert "Stopped. Nothing was changed." in first(stopped, ".toast").text()
    client.submit(there, f"{there}/again")
    settled(client, there)
    client.submit(there, f"{there}/let-go")
    assert client.get(there).status_code == 404
    assert not list(book_of(desk).folder.iterdir())


def test_a_job_cut_off_says_that_nothing_was_changed_and_offers_another_try(client: Visitor, desk: Desk) -> None:
    there = give(client, Connections_csv=connections(0, 10))
    settled(client, there)
    book = book_of(desk)
    (one,) = book.listed(desk)
    book.line.leave(one.job.folder)
    one.job.wished(one.job.wish).write()
    assert "Reading did not finish. Nothing was changed." in first(client.page(PAGE), ".underway").text()
    page = client.page(there)
    assert heading(page) == "Reading your files did not finish"
    assert first(page, ".opening__lede").text() == "Nothing was changed."
    client.submit(there, f"{there}/again")
    assert heading(settled(client, there)) == "Ten people would come in"


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("../../x.csv", "../../x.csv"),
        ("C:\\x.csv", "C:\\x.csv"),
        ("CON.csv", "CON.csv"),
        ("<b>x.csv", "<b>x.csv"),
    ],
)
def test_a_hostile_name_is_shown_as_it_was_given_and_stays_inert(
    client: Visitor, desk: Desk, name: str, seen: str
) -> None:
    content = connections(0, 3)
    shown = name.replace("\\", "\\\\")
    body = (
        f'--edge\r\nContent-Disposition: form-data; name="files"; filename="{shown}"\r\n\r\n'.encode()
        + content
        + b"\r\n--edge--\r\n"
    )
    answer = client.generic(
        "POST", PAGE, body, content_type="multipart/form-data; boundary=edge",
        headers={"origin": "http://127.0.0.1:8765", "x-csrftoken": client.token, "sec-fetch-site": "same-origin"},
    )  # fmt: skip
    page = settled(client, answer["Location"])
    assert first(page, ".opening__when").text() == seen
    assert not page.css("b b, .opening__when b")
    assert heading(page) == "Three people would come in"
    (one,) = book_of(desk).listed(desk)
    assert all(path.is_relative_to(one.job.folder / FILES) for path in one.job.paths)
    assert {path.name for path in desk.data.parent.iterdir()} <= {"data"}


def test_without_a_file_the_page_asks_for_one_and_keeps_nothing(client: Visitor, desk: Desk) -> None:
    answer = client.post(PAGE, {"files": ""})
    assert answer.status_code == 422
    assert "Choose a file first" in answer.content.decode()
    assert not list(book_of(desk).folder.iterdir())


def test_what_is_too_large_or_broken_off_is_told_on_the_page_and_keeps_nothing(client: Visitor, desk: Desk) -> None:
    headers = {"origin": "http://127.0.0.1:8765", "x-csrftoken": client.token, "sec-fetch-site": "same-origin"}
    kind = "multipart/form-data; boundary=edge"
    large = client.generic("POST", PAGE, b"", content_type=kind, headers=headers, CONTENT_LENGTH=str(MOST + 1))
    assert (large.status_code, LARGE in large.content.decode()) == (413, True)
    half = b'--edge\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\n' + b"x" * 100_000
    broken = client.generic("POST", PAGE, half, content_type=kind, headers=headers)
    assert (broken.status_code, BROKEN in broken.content.decode()) == (422, True)
    assert not list(book_of(desk).folder.iterdir())


def test_files_without_the_token_of_the_page_are_not_taken(client: Visitor, desk: Desk) -> None:
    answer = client.post(PAGE, {"files": [named("a.csv", b"x")]}, headers={"x-csrftoken": ""})
    assert answer.status_code == 403
    assert not list(book_of(desk).folder.iterdir())


def test_another_seeker_meets_the_same_404_as_for_nothing(client: Visitor, charlie: Visitor, stranger: Visitor) -> None:
    there = give(client, Connections_csv=connections(0, 5))
    settled(client, there)
    for page in (there, f"{there}/progress"):
        missing = charlie.get(page.replace(there, f"{PAGE}/0000000000000000"))
        foreign = charlie.get(page)
        assert (foreign.status_code, foreign.content) == (404, missing.content)
    for change in ("in", "me", "stop", "again", "let-go"):
        assert charlie.post(f"{there}/{change}").status_code == 404
        assert client.get(f"{there}/{change}").status_code == 405
        assert stranger.post(f"{there}/{change}").status_code == 403
    assert "Connections" not in charlie.page(PAGE).text()
    assert heading(client.page(there)) == "Five people would come in"


def test_looking_at_pages_changes_nothing(client: Visitor, desk: Desk, tmp_path: Path) -> None:
    from askwell.store import canon

    there = give(client, Connections_csv=connections(0, 5))
    settled(client, there)
    before = canon.export()
    for page in (PAGE, there, f"{there}/progress"):
        client.get(page)
    assert canon.export() == before


def test_today_says_what_was_cut_off_once_and_tries_it_again_at_one_tap(client: Visitor, desk: Desk) -> None:
    there = give(client, Connections_csv=connections(0, 10))
    settled(client, there)
    book = book_of(desk)
    (one,) = book.listed(desk)
    book.line.leave(one.job.folder)
    one.job.wished(Wish.IMPORT).write()
    today = client.page("/today")
    assert today.text().count("Your import did not finish. Nothing was changed.") == 1
    client.submit("/today", f"{there}/again")
    assert heading(settled(client, there)) == "Ten people came in"
    assert "did not finish" not in client.page("/today").text()


def test_a_zip_that_means_harm_is_refused_in_a_plain_sentence(client: Visitor, desk: Desk, tmp_path: Path) -> None:
    bomb = bombs.write(tmp_path / "bomb.zip", b"Connections.csv", bombs.zeros(1000), size=1000 << 20)
    page = settled(client, give(client, bomb_zip=bomb.read_bytes()))
    assert heading(page) == "This file could not be read"
    assert "unpacks to far more than its size allows" in page.text()
    assert people(desk) == 0


def test_a_folder_that_can_not_be_written_to_is_told_on_the_page(
    client: Visitor, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path) -> Path:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr("askwell.web.private.folder", closed)
    answer = client.post(PAGE, {"files": [named("a.csv", b"x")]})
    assert answer.status_code == 422
    assert "may not be opened or written by you" in answer.content.decode()
