"""What goes beyond all bounds is set aside by its number or name, all else comes in, and nothing is asked for again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import pytest
from tests.servers.letters import card, event, letter
from tests.servers.scripted_imap import Folder
from tests.servers.scripted_imap import scripted as mail_of
from tests.servers.scripted_web import Asked, Reply, many, part, scripted
from tests.sources.servers.looks import EVER, adds_up, dav, ids, look, mail
from tests.sources.servers.test_dav_hostile import BOOK, Book, names

from askwell.domain.connections import Connection, Service
from askwell.sources.servers import Beyond, Seen, imap, sifting
from askwell.sources.servers.apart import Piece, here
from askwell.sources.servers.multistatus import DEEPEST, read_many
from askwell.sources.servers.parsing import Bundle, Letter

HARM, REASON = "harm to whoever reads it", "it took too long"
Answer = TypeVar("Answer")


class Bounded:
    """Parses here, and stands for bounds: what holds harm goes beyond them, or only pieces of one kind that do."""

    def __init__(self, *, harm: str = HARM, kind: type | None = None) -> None:
        self.harm, self.kind = harm.encode(), kind

    def __call__(self, do: Callable[[Any], Answer], pieces: Sequence[Piece], /) -> Iterator[Answer | Beyond]:
        for size, piece in pieces:
            harmful = self.harm in _bytes(piece) and isinstance(piece, self.kind or object)
            yield Beyond(REASON) if harmful else next(iter(here(do, [(size, piece)])))


def _bytes(piece: Letter | Bundle | bytes) -> bytes:
    if isinstance(piece, Letter):
        return piece.raw
    return piece if isinstance(piece, bytes) else piece.found.data()


def unreadable(seen: Seen) -> list[tuple[int, str]]:
    return [(note.at, note.reason) for reading in seen.readings for note in reading.unreadable]


def letters(count: int, *, heads: Iterable[int] = (), texts: Iterable[int] = ()) -> dict[int, bytes]:
    """So many, with harm in some of their headers, and in the words of others."""
    return {
        number: letter(
            number,
            more=f"X-Mark: {HARM}\r\n" if number in heads else "",
            text=HARM if number in texts else "",
        )
        for number in range(1, count + 1)
    }


def last(seen: Seen) -> int:
    return int(seen.place["folders"]["INBOX"]["last"])


def test_a_harmful_message_is_set_aside_by_its_number_and_never_asked_for_again() -> None:
    with mail_of(folders={"INBOX": Folder(letters(6, heads=[2], texts=[5]))}) as server:
        seen = look(mail(server.url), apart=Bounded())
        heard = len(server.asked)
        again = look(mail(server.url), seen.place, apart=Bounded())
        later = server.asked[heard:]
    assert ids(seen) == [f"<m{number}@example.org>" for number in (1, 3, 4, 6)]
    assert (unreadable(seen), seen.said, last(seen)) == ([(2, REASON), (5, REASON)], "", 6)
    assert adds_up(seen)
    assert (again.readings, again.said, again.place) == ([], "", seen.place)
    assert not any(b"BODY.PEEK[]" in line for line in later)


@pytest.mark.parametrize("where", ["heads", "texts"])
@pytest.mark.parametrize("window", [500, 4])
def test_more_harm_than_one_look_can_bear_ends_it_there_and_the_next_goes_on_behind(
    where: str, window: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imap, "ENOUGH", 2)
    monkeypatch.setattr(imap, "WINDOW", window)
    harmful = [2, 3, 5, 8, 9]
    found: list[str] = []
    place: dict[str, Any] = {}
    ends = []
    with mail_of(folders={"INBOX": Folder(letters(10, **{where: harmful})), "Sent": Folder(letters(1))}) as server:
        for _ in range(4):
            seen = look(mail(server.url), place, apart=Bounded(), since=EVER)
            assert adds_up(seen)
            found += ids(seen)
            ends.append((last(seen), [at for at, _ in unreadable(seen)], "behind it" in seen.said))
            place = seen.place
    assert ends == [(3, [2, 3], True), (8, [5, 8], True), (10, [9], False), (10, [], False)]
    assert sorted(found) == sorted(f"<m{n}@example.org>" for n in (1, 4, 6, 7, 10, 1))


def test_a_harmful_card_is_set_aside_by_its_name_and_the_rest_is_read_as_ever() -> None:
    book = Book("Ana", "Bo", "Cy")
    book.cards["/book/B%20o.vcf"] = card(HARM)
    with scripted(book) as server:
        connection = dav(server.url + "book/", "alice")
        seen = look(connection, apart=Bounded(kind=Bundle))
        again = look(connection, seen.place, apart=Bounded())
    assert (names(seen), seen.said) == (["Ana", "Bo", "Cy"], "")
    assert unreadable(seen) == [(0, f"B o.vcf: {REASON}")]
    assert adds_up(seen)
    assert (again.readings, again.said, again.place) == ([], "", seen.place)


@pytest.mark.parametrize("tokens", [True, False])
def test_of_very_many_harmful_cards_some_are_left_for_the_next_look(
    tokens: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sifting, "ENOUGH", 2)
    book = Book("Ana", "H1", "H2", "Bo", "H3", tokens=tokens)
    book.cards |= {f"/book/H{n}.vcf": card(HARM, uid=f"H{n}") for n in (1, 2, 3)}
    apart = Bounded(kind=Bundle)
    with scripted(book) as server:
        connection = dav(server.url + "book/", "alice")
        first = look(connection, apart=apart)
        second = look(connection, first.place, apart=apart)
        third = look(connection, second.place, apart=apart)
    assert [names(one) for one in (first, second, third)] == [["Ana"], ["Bo"], []]
    assert [bool(one.said) for one in (first, second, third)] == [True, False, False]
    assert [len(unreadable(one)) for one in (first, second, third)] == [2, 1, 0]
    assert all(map(adds_up, (first, second, third)))


def test_where_the_harm_is_in_all_cards_together_each_is_told() -> None:
    class Together(Bounded):
        def __call__(self, do: Callable[[Any], Answer], pieces: Sequence[Piece], /) -> Iterator[Answer | Beyond]:
            for _, piece in pieces:
                whole = isinstance(piece, Bundle) and piece.found.data().count(b"BEGIN:VCARD") > 1
                yield Beyond(REASON) if whole else do(piece)

    with scripted(Book("Ana", "Bo")) as server:
        seen = look(dav(server.url + "book/", "alice"), apart=Together())
    assert unreadable(seen) == [(0, f"Ana.vcf: {REASON}"), (0, f"Bo.vcf: {REASON}")]
    assert adds_up(seen)


def test_a_harmful_event_leaves_the_others_of_its_calendar() -> None:
    days = {f"/book/{uid}.ics": event(uid, HARM if uid == "e2" else "Coffee") for uid in ("e1", "e2", "e3")}
    told = BOOK.replace("card:addressbook", "cal:calendar").replace(
        "/>", ' xmlns:cal="urn:ietf:params:xml:ns:caldav"/>'
    )

    def reply(asked: Asked) -> Reply:
        if "multiget" in asked.body:
            data = '<cal:calendar-data xmlns:cal="urn:ietf:params:xml:ns:caldav">{}</cal:calendar-data>'
            return many(*(part(href, data.format(text)) for href, text in days.items()))
        if asked.verb == "PROPFIND" and asked.headers["depth"] == "0":
            return many(part("/book/", told))
        return many(*(part(href, "<d:getetag>1</d:getetag>") for href in days))

    with scripted(reply) as server:
        seen = look(dav(server.url + "book/", "alice", Service.CALDAV), apart=Bounded(kind=Bundle))
    assert ids(seen) == ["e1", "e3"]
    assert unreadable(seen) == [(0, f"e2.ics: {REASON}")]


def test_a_harmful_feed_is_told_once_and_read_again_when_it_has_changed() -> None:
    told = {"text": event("e1", HARM), "tag": '"1"'}

    def reply(asked: Asked) -> Reply:
        same = asked.headers.get("if-none-match") == told["tag"]
        return (304, {}, b"") if same else (200, {"ETag": told["tag"]}, told["text"].encode())

    with scripted(reply) as server:
        connection, secret = Connection("k3", Service.FEED, "Work", "127.0.0.1"), server.url
        first = look(connection, secret=secret, apart=Bounded())
        second = look(connection, first.place, secret=secret, apart=Bounded())
        told |= {"text": event("e1", "Coffee"), "tag": '"2"'}
        third = look(connection, second.place, secret=secret, apart=Bounded())
    assert unreadable(first) == [(0, REASON)]
    assert [ids(one) for one in (first, second, third)] == [[], [], ["e1"]]
    assert adds_up(first)


def test_an_answer_that_is_too_hard_to_parse_is_told_in_a_sentence_and_the_place_stays() -> None:
    book = Book("Ana")
    with scripted(book) as server:
        connection = dav(server.url + "book/", "alice")
        first = look(connection)
        book.cards["/book/Bo.vcf"], book.token = card("Bo", uid="Bo"), "t2"
        hard = look(connection, first.place, apart=Bounded(harm="sync-token>t2"))
        after = look(connection, hard.place)
    assert "reading its answer took more time or memory than any honest one takes" in hard.said
    assert (hard.place, names(after)) == (first.place, ["Ana", "Bo"])


def test_cards_whose_common_answer_is_too_hard_are_asked_for_one_by_one() -> None:
    book = Book("Ana", "Bo")

    def reply(asked: Asked) -> Reply | bytes:
        return (200, {}, book.cards[asked.path].encode()) if asked.verb == "GET" else book(asked)

    with scripted(reply) as server:
        seen = look(dav(server.url + "book/", "alice"), apart=Bounded(harm="<card:address-data>"))
    assert (names(seen), seen.said) == (["Ana", "Bo"], "")


def test_parts_of_an_answer_are_read_however_deep_honest_ones_are_and_no_deeper() -> None:
    def deep(times: int) -> bytes:
        return b'<multistatus xmlns="DAV:">' + b"<a>" * times + b"</a>" * times + b"</multistatus>"

    assert read_many(deep(DEEPEST - 1)).fault == ""
    assert read_many(deep(DEEPEST)).fault
    assert read_many(deep(1_000_000)).fault


def test_more_parts_than_are_ever_listed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("askwell.sources.servers.multistatus.LISTED", 3)
    book = Book("Ana", "Bo", "Cy", "Di")
    with scripted(book) as server:
        seen = look(dav(server.url + "book/", "alice"))
    assert "sent far more than was asked for" in seen.said
