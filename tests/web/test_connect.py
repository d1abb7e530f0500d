"""Connected mail, contacts and calendars on pages: steps, the form, last checked, try again, and no secret anywhere."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.servers.letters import deliver, letter, mailbox
from tests.servers.real import SECRET, MailServer
from tests.servers.scripted_imap import Folder, scripted
from tests.web.visitor import Visitor, read

from askwell.actions.connecting import connections, pockets
from askwell.actions.connecting.providers import providers
from askwell.actions.connecting.telling import Told
from askwell.actions.desk import Desk
from askwell.domain.connections import Service
from askwell.web.jobs.book import book_of

CANARY = "canary7f3a9"
USER = "pages@example.com"
PATIENCE = 40.0  # seconds; two are usual


@pytest.fixture(autouse=True)
def ended(desk: Desk) -> Iterator[None]:
    """Children are ended with the test, and what was given is forgotten."""
    yield
    book = book_of(desk)
    for folder in book.folder.glob("*"):
        book.line.leave(folder)
    pockets._held.clear()


def form(server: str, *, secret: str = SECRET, **more: str) -> dict[str, str]:
    return {"service": "imap", "address": USER, "server": server, "secret": secret, "user": "", "name": "", **more}


def people(desk: Desk) -> int:
    from askwell.store import lookups

    return len(lookups.contacts(desk.now))


def done(client: Visitor, place: str) -> str:
    """The text of the page once nobody is at work any more."""
    end = time.monotonic() + PATIENCE
    while (page := client.page(place)).css_first("ask-job") and time.monotonic() < end:
        time.sleep(0.1)
    assert page.body
    return " ".join(page.body.text(separator=" ").split())


@pytest.fixture
def connected(client: Visitor, mail_server: MailServer) -> Visitor:
    answer = client.post("/connect/new/other", form(mail_server.url))
    assert (answer.status_code, answer.headers["Location"]) == (303, "/connect")
    return client


def check(client: Visitor, **told: str) -> str:
    answer = client.post("/connect/check", told)
    assert answer.status_code == 303
    return done(client, answer.headers["Location"])


def test_every_provider_has_a_page_with_its_steps(client: Visitor) -> None:
    listed = client.page("/connect")
    for one in providers():
        assert listed.css_first(f'a[href="/connect/new/{one.id}"]')
        text = client.page(f"/connect/new/{one.id}").body.text(separator=" ")
        assert all(step in text for step in one.steps)
        assert ("nobody of us could try them there" in text) is not one.checked
    assert client.get("/connect/new/nowhere").status_code == 404


def test_microsoft_is_told_plainly(client: Visitor) -> None:
    text = client.page("/connect/new/outlook").body.text()
    assert "does not take passwords of any kind" in text
    assert "OAuth 2" in text


def test_what_is_connected_stands_there_with_when_it_was_checked(connected: Visitor, mail_server: MailServer) -> None:
    with mailbox(mail_server, USER) as box:
        deliver(box, [letter(1, to=USER), letter(2, "Bo Berg <bo@example.net>", to=USER)])
    page = connected.page("/connect")
    assert USER in page.css_first(".row h3").text()
    assert page.css_first(".row p").text() == "Mail, not checked yet"
    said = check(connected)
    assert "Two people came in" in said
    assert "INBOX of pages@example.com" in said
    assert "last checked today at" in connected.page("/connect").css_first(".row p").text()
    assert "Nothing new" in check(connected)


def test_what_came_in_is_undone_with_one_tap_and_read_anew(
    connected: Visitor, mail_server: MailServer, desk: Desk
) -> None:
    with mailbox(mail_server, USER) as box:
        deliver(box, [letter(31, "Cy Moor <cy@example.net>", to=USER)])
    answer = connected.post("/connect/check")
    done(connected, answer.headers["Location"])
    (undo,) = {
        one.attributes["action"]
        for one in connected.page(answer.headers["Location"]).css('.margin form[action^="/undo/"]')
    }
    assert connected.post(str(undo), {"to": "/connect"}).status_code == 303
    assert "Cy Moor" not in connected.page("/people").body.text()
    check(connected)
    assert "Cy Moor" in connected.page("/people").body.text()


def test_a_server_that_does_not_let_her_in_is_told_at_the_form_and_the_secret_is_not_shown_again(
    client: Visitor, mail_server: MailServer, desk: Desk
) -> None:
    answer = client.post("/connect/new/other", form(mail_server.url, secret=CANARY))
    assert answer.status_code == 422
    assert "did not accept the user name and password" in read(answer).body.text()
    assert CANARY not in answer.content.decode()
    assert connections.all_of(desk) == ()


@pytest.mark.parametrize("missing", ["address", "secret", "server"])
def test_what_is_missing_is_said_at_its_field(client: Visitor, missing: str) -> None:
    answer = client.post("/connect/new/other", {**form("imap.example.com"), missing: ""})
    assert answer.status_code == 422
    assert read(answer).css_first(f"#id_{missing}_error")


def test_a_server_in_trouble_is_one_sentence_with_try_again(client: Visitor, desk: Desk) -> None:
    with scripted(folders={"INBOX": Folder({1: letter(1)})}) as server:
        client.post("/connect/new/other", form(server.url, name="Old mail"))
    said = check(client)
    assert said.count("could not be reached") == 1
    assert "Nothing came in" in said
    assert "Nothing new" not in said, "nobody knows whether there is"
    assert "Try again" in said
    page = client.page("/connect")
    (row,) = page.css(".row:has(h3 bdi), .rows:first-of-type .row")[:1]
    assert "127.0.0.1 could not be reached." in row.text()
    assert "Try again" in row.text()
    assert "not checked yet, tried today at" in row.text()


def test_a_long_reading_is_watched_and_stopped_and_then_nothing_was_changed(client: Visitor, desk: Desk) -> None:
    def slowly(line: bytes, _: socket.socket) -> None:
        time.sleep(20 if b"FETCH" in line else 0)

    with scripted(folders={"INBOX": Folder({1: letter(1)})}, instead=slowly) as server:
        client.post("/connect/new/other", form(server.url))
        place = client.post("/connect/check").headers["Location"]
        page = client.page(place)
        assert page.css_first("ask-job")
        assert client.page("/connect").css_first(f'a[href="{place}"]')
        told = client.get(f"/bring/{place.rpartition('/')[2]}/progress").json()
        assert (told["going"], told["words"].startswith("Asking")) == (True, True)
        client.submit(place, f"/bring/{place.rpartition('/')[2]}/stop")
    assert "You stopped it Nothing was changed." in done(client, place)
    assert people(desk) == 0


def said_at_replies(client: Visitor) -> str:
    (part,) = [one for one in client.page("/replies").css("aside div") if "Connected mail" in one.text()]
    return " ".join(part.text(separator=" ").split())


def test_who_is_to_be_asked_gives_the_password_and_it_is_read_at_once(connected: Visitor, desk: Desk) -> None:
    (one,) = connections.all_of(desk)
    assert said_at_replies(connected) == "Connected mail Not checked yet. Check now"
    pockets._held.clear()
    assert "Give it once more." in check(connected)
    assert "Give it once more. Try again" in said_at_replies(connected)
    place = f"/connect/{one.id}/password"
    assert connected.page("/connect").css_first(f'a[href="{place}"]')
    answer = connected.submit(place, secret=SECRET)
    assert "Give it once more" not in done(connected, answer.headers["Location"])
    assert said_at_replies(connected).startswith("Connected mail Last checked today at")
    assert connected.post(place, {"secret": ""}).status_code == 422


def test_disconnecting_answers_with_one_line_and_undo(connected: Visitor, desk: Desk) -> None:
    (one,) = connections.all_of(desk)
    assert connected.post(f"/connect/{one.id}/end").status_code == 303
    assert f"Disconnected {USER}." in connected.page("/connect").css_first("[role=status]").text()
    connected.post("/connect/new/gmail", {})
    assert connections.all_of(desk) == ()


def test_no_secret_is_in_any_file_while_it_is_read(
    client: Visitor, desk: Desk, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.servers.scripted_imap.SECRET", CANARY)
    with scripted(folders={"INBOX": Folder({1: letter(1, to=USER)})}) as server:
        client.post("/connect/new/other", form(server.url, secret=CANARY))
        said = check(client)
        assert any(CANARY.encode() in line for line in server.asked[-20:]), "the child was told it"
    assert "One person came in" in said
    assert [file for file in data.rglob("*") if file.is_file() and CANARY.encode() in file.read_bytes()] == []


def test_a_second_tap_begins_no_second_reading(connected: Visitor, desk: Desk) -> None:
    book = book_of(desk)
    with book.line._lock:
        first, second = (book.read_servers(desk, [USER]) for _ in range(2))
    assert first.id == second.id


def test_in_the_made_up_notebook_nothing_of_hers_is_connected(client: Visitor, mail_server: MailServer) -> None:
    client.post("/made-up")
    answer = client.post("/connect/new/other", form(mail_server.url))
    assert answer.status_code == 422
    assert "Here everybody is made up." in read(answer).body.text()


def test_there_are_ways_to_it(client: Visitor) -> None:
    for page in ("/data", "/bring"):
        assert client.page(page).css_first('a[href="/connect"]')


def test_of_somebody_else_nothing_is_shown_or_ended(connected: Visitor, charlie: Visitor, desk: Desk) -> None:
    (one,) = connections.all_of(desk)
    answer = connected.post("/connect/check")
    assert USER not in charlie.get("/connect").content.decode()
    for path in (f"/connect/{one.id}/end", f"/connect/{one.id}/password", "/connect/check"):
        assert charlie.post(path, {"secret": "x", "only": one.id}).status_code == 404
    place = answer.headers["Location"]
    assert charlie.get(place).status_code == 404
    assert len(connections.all_of(desk)) == 1
    done(connected, place)
    assert connected.get(f"/bring/{place.rpartition('/')[2]}").headers["Location"] == place
    assert not connected.page("/bring").css(".underway"), "it is none of the files that wait"


def test_the_form_of_a_feed_asks_for_its_address_as_for_a_password(client: Visitor) -> None:
    page = client.page("/connect/new/feed")
    assert page.css_first("#id_secret").attributes["type"] == "password"
    assert not page.css_first("#id_address")
    assert Told(Service.FEED, secret=CANARY).secret not in repr(Told(Service.FEED, secret=CANARY))
