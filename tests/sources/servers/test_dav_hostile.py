"""Servers of contacts that misbehave: nothing is passed over, no password goes elsewhere, no XML does any harm."""

import socket
from collections.abc import Callable

import pytest
from tests.servers.letters import card
from tests.servers.scripted_imap import drip
from tests.servers.scripted_web import Asked, Reply, gone, many, part, scripted
from tests.sources.servers.looks import adds_up, dav, look

from askwell.sources.servers import Key, Patience, Reach, Seen
from askwell.sources.servers.web import Web

BOOK = "<d:resourcetype><d:collection/><card:addressbook/></d:resourcetype><d:displayname>People</d:displayname>"
FULL = 600


class Book:
    """An address book at /book/ that does all as it should; `tokens` tells whether it keeps a history."""

    def __init__(self, *names: str, tokens: bool = True) -> None:
        self.cards = {f"/book/{name}.vcf": card(name, uid=name) for name in names}
        self.tokens, self.token = tokens, "t1"

    def __call__(self, asked: Asked) -> Reply | bytes:
        if asked.verb == "PROPFIND" and asked.headers["depth"] == "0":
            token = f"<d:sync-token>{self.token}</d:sync-token>" if self.tokens else ""
            return many(part("/book/", BOOK + token))
        if asked.verb == "PROPFIND":
            return many(part("/book/", BOOK), *(self.tag(href) for href in self.cards))
        if "sync-collection" in asked.body:
            known = f"<d:sync-token>{self.token}</d:sync-token>" in asked.body
            return many(*([] if known else map(self.tag, self.cards)), token=self.token)
        if "multiget" in asked.body:
            return many(*(self.whole(href) for href in self.cards if f"<d:href>{href}<" in asked.body))
        return 404, {}, b""

    def tag(self, href: str) -> str:
        return part(href, f"<d:getetag>{hash(self.cards[href])}</d:getetag>")

    def whole(self, href: str) -> str:
        return part(href, f"<card:address-data>{self.cards[href]}</card:address-data>")


def names(seen: Seen) -> list[str]:
    return sorted(one.name for reading in seen.readings for one in reading.cards)


def hurried() -> Patience:
    return Patience(idle=0.3, command=0.6, look=3)


@pytest.mark.parametrize("tokens", [True, False])
def test_with_or_without_a_history_only_what_changed_is_fetched(tokens: bool) -> None:
    with scripted(book := Book("Ana", "Bo", tokens=tokens)) as server:
        first = look(dav(server.url + "book/", "alice"))
        second = look(dav(server.url + "book/", "alice"), first.place)
        book.cards["/book/Bo.vcf"] = card("Bodil", uid="Bo")
        book.token = "t2"
        third = look(dav(server.url + "book/", "alice"), second.place)
    assert (names(first), names(second)) == (["Ana", "Bo"], [])
    assert names(third) == (["Ana", "Bodil"] if tokens else ["Bodil"]), "this server lists all with a new token"
    assert server.verbs <= {"PROPFIND", "REPORT", "GET"}


@pytest.mark.parametrize("status", [400, 403, 409, 410, 412])
def test_a_token_that_the_server_knows_no_more_reads_all_anew(status: int) -> None:
    book = Book("Ana", "Bo")
    with scripted(book) as server:
        connection = dav(server.url + "book/", "alice")
        first = look(connection)
        book.token = "t9"
        server.reply = lambda asked: (status, {}, b"") if ">t1<" in asked.body else book(asked)
        again = look(connection, first.place)
    assert (names(again), again.said) == (["Ana", "Bo"], "")


FAULTS: dict[str, Callable[[Asked], Reply | bytes]] = {
    "error 500": lambda _: (500, {}, b"oops"),
    "error 503": lambda _: (503, {"Retry-After": "60"}, b""),
    "cut off in the middle": lambda _: (
        b"HTTP/1.1 207 Many\r\nContent-Length: 5000\r\n\r\n<?xml version='1.0'?><d:multi"
    ),
    "no XML": lambda _: (207, {}, b"<html><body>Please sign in</body>"),
    "half of the XML": lambda _: (207, {}, many(part("/book/", BOOK))[2][:150]),
    "nothing at all": lambda _: (207, {}, b""),
    "another document": lambda _: (207, {}, b"<?xml version='1.0'?><feed/>"),
    "no HTTP": lambda _: b"* OK IMAP4rev1 ready\r\n",
    "packed badly": lambda _: (207, {"Content-Encoding": "gzip"}, b"\x1f\x8b\x08 not really"),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("when", ["PROPFIND", "sync-collection", "multiget"])
def test_whatever_goes_wrong_midway_nothing_is_passed_over(fault: str, when: str) -> None:
    book = Book("Ana", "Bo")
    with scripted(book) as server:
        connection = dav(server.url + "book/", "alice")
        first = look(connection)
        book.cards["/book/Cy.vcf"], book.token = card("Cy", uid="Cy"), "t2"
        server.reply = lambda asked: FAULTS[fault](asked) if when in (asked.verb, *asked.body.split("<")[2:3]) or (
            when in asked.body
        ) else book(asked)  # fmt: skip
        wrong = look(connection, first.place, patience=hurried())
        server.reply = book
        after = look(connection, wrong.place)
    assert wrong.said
    assert "Traceback" not in wrong.said
    assert "Cy" in names(after), "what was not read in the trouble is read after it"
    assert after.said == ""


def test_an_empty_list_is_no_reason_to_believe_that_all_is_read() -> None:
    book = Book("Ana", "Bo")
    cards, book.cards = book.cards, {}
    with scripted(book) as server:
        empty = look(dav(server.url + "book/", "alice"))
        book.cards = cards
        assert names(look(dav(server.url + "book/", "alice"), empty.place)) == ["Ana", "Bo"]
    assert (empty.readings, empty.said) == ([], "")


def test_what_is_gone_on_the_server_is_not_even_mentioned() -> None:
    book = Book("Ana")
    with scripted(book) as server:
        first = look(dav(server.url + "book/", "alice"))
        server.reply = lambda asked: (
            many(gone("/book/Ana.vcf"), token="t2") if "sync-collection" in asked.body else book(asked)
        )
        assert look(dav(server.url + "book/", "alice"), first.place).readings == []


@pytest.mark.parametrize("tokens", [True, False])
def test_a_card_that_is_left_out_of_the_answer_is_asked_for_by_itself(tokens: bool) -> None:
    book = Book("Ana", "Bo", tokens=tokens)
    alone: dict[str, Reply] = {"/book/Bo.vcf": (200, {}, book.cards["/book/Bo.vcf"].encode())}

    def reply(asked: Asked) -> Reply | bytes:
        if "multiget" in asked.body:
            return many(book.whole("/book/Ana.vcf"))
        return alone[asked.path] if asked.verb == "GET" else book(asked)

    with scripted(reply) as server:
        first = look(dav(server.url + "book/", "alice"))
        again = look(dav(server.url + "book/", "alice"), first.place)
        alone["/book/Bo.vcf"] = (403, {}, b"")
        kept_back = look(dav(server.url + "book/", "alice"))
    assert (names(first), names(again), first.said) == (["Ana", "Bo"], [], "")
    assert (names(kept_back), kept_back.said) == (["Ana"], "")
    assert [note.reason for note in kept_back.readings[0].left_out] == ["the server lists it and does not show it"]
    assert adds_up(kept_back)


def test_what_the_server_says_is_gone_is_not_asked_for_once_more() -> None:
    book = Book("Ana", "Bo")

    def reply(asked: Asked) -> Reply | bytes:
        if "multiget" in asked.body:
            return many(book.whole("/book/Ana.vcf"), gone("/book/Bo.vcf"))
        return book(asked)

    with scripted(reply) as server:
        assert names(look(dav(server.url + "book/", "alice"))) == ["Ana"]
        assert "GET" not in server.verbs


NOWHERE = ["http://[", "//[::1", "http://[x]/a.vcf"]
HOLDERS: dict[str, Callable[[str, Asked], Reply | bytes]] = {
    "home": lambda bad, asked: many(
        part(asked.path, f"<card:addressbook-home-set><d:href>{bad}</d:href></card:addressbook-home-set>")
    ),
    "principal": lambda bad, asked: many(
        part(asked.path, f"<d:current-user-principal><d:href>{bad}</d:href></d:current-user-principal>")
    ),
    "thing": lambda bad, asked: (
        many(part(bad, "<d:getetag>1</d:getetag>"), token="t2")
        if "sync-collection" in asked.body
        else Book("Ana")(asked)
    ),
}


@pytest.mark.parametrize("bad", NOWHERE)
@pytest.mark.parametrize("holder", HOLDERS)
def test_an_address_that_is_none_is_told_in_a_sentence_and_the_place_stays(holder: str, bad: str) -> None:
    with scripted(lambda asked: HOLDERS[holder](bad, asked)) as server:
        seen = look(dav(server.url + "book/", "alice"))
    assert seen.said == "127.0.0.1 cannot be read just now: it names an address that is none."
    assert seen.place == {"collections": {}}


def test_half_a_card_is_told_and_the_rest_is_read() -> None:
    book = Book("Ana", "Bo")
    book.cards["/book/Bo.vcf"] = book.cards["/book/Bo.vcf"][:40]
    book.cards["/book/Cy.vcf"] = "<![CDATA[not a card]]>"
    with scripted(book) as server:
        seen = look(dav(server.url + "book/", "alice"))
    assert names(seen) == ["Ana"]
    assert [note.reason for note in seen.readings[0].left_out] == [
        "the server sent only a part of it, or something else"
    ] * 2
    assert adds_up(seen)


def test_a_card_without_an_id_is_known_by_its_address_on_the_server() -> None:
    book = Book()
    book.cards = {f"/book/{number}.vcf": card("Ana Lindqvist") for number in (1, 2)}
    with scripted(book) as server:
        seen = look(dav(server.url + "book/", "alice"))
    assert [one.key for one in seen.readings[0].cards] == ["/book/1.vcf", "/book/2.vcf"]


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
ELSEWHERE = "http://127.0.0.1:9/x"
TYPES = {
    "billion laughs": (f'[<!ENTITY l0 "ha">{LAUGHS}]', "&l11;"),
    "a file": ('[<!ENTITY f SYSTEM "file:///etc/passwd">]', "&f;"),
    "a parameter": (f'[<!ENTITY % p SYSTEM "{ELSEWHERE}"> %p;]', ""),
    "an outer DTD": (f'SYSTEM "{ELSEWHERE}.dtd"', ""),
}
BOMBS = {
    name: f'<?xml version="1.0"?><!DOCTYPE x {told}><multistatus xmlns="DAV:">{inner}</multistatus>'
    for name, (told, inner) in TYPES.items()
} | {"very deep": '<multistatus xmlns="DAV:">' + "<a>" * 200_000}


@pytest.mark.parametrize("name", BOMBS)
def test_xml_that_means_harm_does_none(name: str) -> None:
    with scripted(lambda _: (207, {}, BOMBS[name].encode())) as server:
        seen = look(dav(server.url, "alice"), patience=Patience(idle=2, command=9, look=20))
    assert seen.said == "127.0.0.1 cannot be read just now: its answer is cut off or damaged."


def test_a_pack_that_unpacks_without_end_is_ended() -> None:
    import gzip

    packed = gzip.compress(b"<" * 200_000_000, 9)
    with scripted(lambda _: (207, {"Content-Encoding": "gzip"}, packed)) as server:
        assert look(dav(server.url, "alice")).said.startswith("127.0.0.1 sent far more than was asked for")


@pytest.mark.parametrize("head", [b"HTTP/1.1 207 Many\r\nX-", b"HTTP/1.1 207 Many\r\nContent-Length: 99999\r\n\r\n"])
def test_a_slow_drip_ends_with_the_time_for_one_answer(head: bytes) -> None:
    def talk(sock: socket.socket) -> None:
        sock.sendall(head)
        drip(sock, b"x" * 9999, pause=0.03)

    with scripted(lambda _: talk) as server:
        seen = look(dav(server.url, "alice"), patience=hurried())
    assert seen.said.startswith("127.0.0.1 took too long to answer.")


@pytest.mark.parametrize("status", [301, 302, 307, 308])
@pytest.mark.parametrize("verb", ["PROPFIND", "REPORT"])
def test_the_password_follows_nobody_to_another_place(status: int, verb: str) -> None:
    book = Book("Ana")
    with scripted(book) as other, scripted(book) as server:
        server.reply = lambda asked: (
            (status, {"Location": other.url + "book/"}, b"") if asked.verb == verb else book(asked)
        )
        seen = look(dav(server.url + "book/", "alice"))
    assert other.asked == []
    assert seen.said.startswith("127.0.0.1 sends us on to 127.0.0.1. Your password was not sent there.")


def test_an_address_book_that_lies_elsewhere_is_not_told_the_password() -> None:
    with scripted(Book("Ana")) as other:

        def reply(asked: Asked) -> Reply:
            home = f"<card:addressbook-home-set><d:href>{other.url}book/</d:href></card:addressbook-home-set>"
            return many(part(asked.path, home))

        with scripted(reply) as server:
            seen = look(dav(server.url, "alice"))
    assert other.asked == []
    assert "Your password was not sent there" in seen.said


def test_things_that_are_said_to_lie_elsewhere_are_asked_of_this_server_alone() -> None:
    with scripted(Book("Ana")) as other:
        book = Book("Ana")

        def reply(asked: Asked) -> Reply | bytes:
            if "sync-collection" in asked.body:
                return many(part(f"{other.url}book/Ana.vcf", "<d:getetag>1</d:getetag>"), token="t1")
            return (415, {}, b"") if "multiget" in asked.body else book(asked)

        with scripted(reply) as server:
            seen = look(dav(server.url + "book/", "alice"))
    assert other.asked == []
    assert "Your password was not sent there" in seen.said


def test_a_server_that_is_closed_at_its_door_may_be_open_where_it_is_known_to_be() -> None:
    book = Book("Ana")

    def reply(asked: Asked) -> Reply | bytes:
        if asked.path == "/":
            return 403, {}, b""
        return (301, {"Location": "/book/"}, b"") if "well-known" in asked.path else book(asked)

    with scripted(reply) as server:
        assert names(look(dav(server.url, "alice"))) == ["Ana"]


@pytest.mark.parametrize(
    ("start", "other", "trusted"),
    [
        ("https://contacts.icloud.com/", "https://p42-contacts.icloud.com:443/1/carddavhome/", True),
        ("https://carddav.fastmail.com/", "https://carddav.fastmail.com/dav/", True),
        ("http://example.com/", "https://example.com/", True),
        ("https://example.com/", "http://example.com/", False),
        ("https://example.com/", "https://example.com:8443/", False),
        ("https://dav.example.com/", "https://dav.example.org/", False),
        ("https://ana.github.io/", "https://eve.github.io/", False),
        ("https://example.co.uk/", "https://evil.co.uk/", False),
        ("https://example.com/", "https://example.com.evil.example/", False),
        ("https://example.com/", "https://example.com@evil.example/", False),
        ("https://127.0.0.1/", "https://127.0.0.2/", False),
        ("http://dav.example.com/", "http://eve.example.com/", False),
    ],
)
def test_the_password_is_for_one_site_and_no_other(start: str, other: str, trusted: bool) -> None:
    web = Web(start, Reach(), Patience(), Key("alice", "secret"))
    assert web.trusts(other) is trusted
    web.close()


def test_being_sent_around_in_circles_ends() -> None:
    with scripted(lambda asked: (302, {"Location": asked.path + "x"}, b"")) as server:
        seen = look(dav(server.url, "alice"))
        assert len(server.asked) <= 10
    assert "it sends us from one place to the next" in seen.said


def test_a_history_that_never_ends_does() -> None:
    def reply(asked: Asked) -> Reply | bytes:
        if "sync-collection" in asked.body:
            number = len(server.asked)
            return many(
                part(f"/book/{number}.vcf", "<d:getetag>1</d:getetag>"), gone("/book/", status=507), token=f"t{number}"
            )
        return Book("Ana")(asked)

    with scripted(reply) as server:
        look(dav(server.url + "book/", "alice"))
        assert len(server.asked) < FULL


def test_who_wants_a_digest_gets_one() -> None:
    book = Book("Ana")

    def reply(asked: Asked) -> Reply | bytes:
        if not asked.headers.get("authorization", "").startswith("Digest "):
            return 401, {"WWW-Authenticate": 'Digest realm="x", nonce="abc", qop="auth", algorithm=SHA-256'}, b""
        return book(asked)

    with scripted(reply) as server:
        assert names(look(dav(server.url + "book/", "alice"))) == ["Ana"]
        assert not any("secret" in str(asked.headers) for asked in server.asked[1:])


@pytest.mark.parametrize("status", [401, 403])
def test_a_password_that_is_refused_is_told_and_the_place_stays(status: int) -> None:
    place = {"collections": {"x": {"token": "t", "tags": {}}}}
    with scripted(lambda _: (status, {}, b"")) as server:
        seen = look(dav(server.url, "alice"), place)
    assert (seen.readings, seen.place) == ([], place)
    assert "did not accept the user name and password" in seen.said
