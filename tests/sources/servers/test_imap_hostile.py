"""Mail servers that misbehave: what was read is kept, nothing is read twice or lost, one sentence says what it was."""

import base64
import socket
import threading
from collections.abc import Callable
from typing import Any

import pytest
from tests.servers.letters import letter
from tests.servers.scripted_imap import Folder, drip, scripted
from tests.sources.servers.looks import BEGIN, adds_up, ids, look, mail, messages

from askwell.domain.connections import Login
from askwell.sources.servers import Patience

READING = {
    b"CAPABILITY",
    b"LOGIN",
    b"NAMESPACE",
    b"LIST",
    b"EXAMINE",
    b"FETCH",
    b"LOGOUT",
    b"AUTHENTICATE",
    b"STARTTLS",
}


def full(*numbers: int, **told: object) -> dict[str, Folder]:
    return {"INBOX": Folder({number: letter(number) for number in numbers}, **told)}  # type: ignore[arg-type]


def hurried() -> Patience:
    return Patience(idle=0.3, command=0.6, look=3)


def cut_at(times: int, verb: bytes = b"FETCH") -> Callable[[bytes, socket.socket], bytes | None]:
    """The line is cut when a verb comes for the last of so many times."""
    left = [times]

    def instead(line: bytes, sock: socket.socket) -> bytes | None:
        if verb in line:
            left[0] -= 1
        if left[0] == 0 and verb in line:
            sock.shutdown(socket.SHUT_RDWR)
            return b""
        return None

    return instead


def test_only_reading_verbs_are_ever_said_and_never_a_search_of_all() -> None:
    with scripted(folders=full(1, 2, 3)) as server:
        assert len(ids(look(mail(server.url)))) == 3
        assert server.verbs <= READING
        assert not any(b"BODY[" in line for line in server.asked), "BODY without PEEK marks a message as read"


@pytest.mark.parametrize("times", range(1, 8))
def test_wherever_it_breaks_off_the_next_look_goes_on_and_nothing_is_missing(
    times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("imap", "imap_box"):
        monkeypatch.setattr(f"askwell.sources.servers.{module}.WINDOW", 2)
    with scripted(folders=full(*range(1, 8)), instead=cut_at(times)) as server:
        first = look(mail(server.url))
        server.instead = lambda _line, _sock: None
        second = look(mail(server.url), first.place)
        third = look(mail(server.url), second.place)
    assert first.said.startswith("The connection to 127.0.0.1 broke off.")
    assert ("What was read until then is kept" in first.said) is bool(first.readings)
    assert sorted(ids(first) + ids(second)) == sorted(f"<m{number}@example.org>" for number in range(1, 8))
    assert (second.said, third.readings) == ("", [])
    assert adds_up(first)
    assert adds_up(second)


def test_numbers_that_are_used_again_for_other_messages_are_noticed() -> None:
    with scripted(folders=full(1, 2, 3)) as server:
        first = look(mail(server.url))
        server.folders = {"INBOX": Folder({1: letter(11), 2: letter(12), 3: letter(13), 4: letter(14)})}
        second = look(mail(server.url), first.place)
        server.folders = {"INBOX": Folder({1: letter(21)})}
        third = look(mail(server.url), second.place)
    assert ids(second) == [f"<m{number}@example.org>" for number in (11, 12, 13, 14)]
    assert ids(third) == ["<m21@example.org>"]


def test_a_new_validity_counts_even_where_all_else_looks_as_before() -> None:
    with scripted(folders=full(1, 2, 3)) as server:
        first = look(mail(server.url))
        server.folders = {"INBOX": Folder({2: letter(12), 4: letter(14)}, validity=2)}
        assert ids(look(mail(server.url), first.place)) == ["<m12@example.org>", "<m14@example.org>"]


def test_a_server_that_shows_nothing_takes_nothing_away() -> None:
    with scripted(folders=full(1, 2)) as server:
        first = look(mail(server.url))
        server.folders = {"INBOX": Folder()}
        empty = look(mail(server.url), first.place)
        server.folders = {}
        bare = look(mail(server.url), empty.place)
    assert (empty.readings, empty.said) == ([], "")
    assert bare.said == "127.0.0.1 cannot be read just now: it shows no folder with mail."
    assert bare.place == empty.place


def test_messages_it_lists_and_never_shows_are_asked_for_again() -> None:
    def instead(line: bytes, _: socket.socket) -> bytes | None:
        return line.split()[0] + b" OK done\r\n" if b"PEEK[HEADER]" in line else None

    with scripted(folders=full(1, 2), instead=instead) as server:
        first = look(mail(server.url))
        server.instead = lambda _line, _sock: None
        assert len(ids(look(mail(server.url), first.place))) == 2
    assert "it lists messages and then shows none of them" in first.said


def test_one_message_that_is_gone_meanwhile_is_told() -> None:
    with scripted(folders=full(1, 2)) as server:
        number = server.folders["INBOX"].letters

        def instead(line: bytes, _: socket.socket) -> bytes | None:
            if b"PEEK[HEADER]" in line:
                number.pop(1, None)
            return None

        server.instead = instead
        seen = look(mail(server.url))
    assert ids(seen) == ["<m2@example.org>"]
    assert [note.reason for note in seen.readings[0].left_out] == [
        "it was gone from the server while its folder was read"
    ]
    assert adds_up(seen)


ENDLESS = b'* LIST () "/" ' + b"x" * 11_000_000
ODDITIES = {
    "an endless line": (b"LIST", ENDLESS),
    "a literal of a terabyte": (b"LIST", b'* LIST () "/" {999999999999}\r\nabc'),
    "a literal that says nothing": (b"FETCH", b"* 1 FETCH (UID 1 BODY[HEADER]<0> {x}\r\n"),
    "brackets that never close": (b"FETCH", b"* 1 FETCH (" + b"(" * 5000 + b"\r\nT OK done\r\n"),
    "brackets within brackets": (b"FETCH", b"* 1 FETCH (UID 1 X " + b"(" * 9000 + b")" * 9000 + b")\r\nT OK done\r\n"),
    "words without end": (b"FETCH", b"* 1 FETCH (X (" + b"a " * 3_000_000 + b"))\r\n" + b"* 1 EXISTS\r\n" * 600_000),
    "numbers that are none": (b"EXAMINE", b"* many EXISTS\r\n* OK [UIDVALIDITY soon] ok\r\n"),
    "a huge count": (b"EXAMINE", b"* 4294967295 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT 9] ok\r\n"),
    "zeros": (b"LIST", b"\0" * 5000 + b"\r\n"),
    "another protocol": (b"CAPABILITY", b"HTTP/1.1 400 Bad Request\r\n\r\n"),
    "bye": (b"EXAMINE", b"* BYE going down\r\n"),
    "an unasked continuation": (b"LOGIN", b"+ go on\r\n+ go on\r\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", ODDITIES)
def test_nonsense_is_one_sentence_and_ends_soon(name: str) -> None:
    verb, answer = ODDITIES[name]

    def instead(line: bytes, _: socket.socket) -> bytes | None:
        if verb not in line.upper():
            return None
        end = line.split()[0] + b" OK done\r\n" if name in {"numbers that are none", "a huge count", "zeros"} else b""
        return answer + end

    with scripted(folders=full(1), instead=instead) as server:
        seen = look(mail(server.url), {"folders": {}}, patience=hurried())
    assert seen.said.startswith(("127.0.0.1 ", "The connection to 127.0.0.1 "))
    assert messages(seen) == []


def test_a_slow_drip_ends_with_the_time_for_one_answer() -> None:
    def instead(line: bytes, sock: socket.socket) -> bytes | None:
        if b"LIST" in line:
            threading.Thread(target=drip, args=(sock, b'* LIST () "/" INBOX' * 999), daemon=True).start()
            return b""
        return None

    with scripted(folders=full(1), instead=instead) as server:
        assert look(mail(server.url), patience=hurried()).said.startswith("127.0.0.1 took too long to answer.")


def test_a_server_that_says_nothing_at_all_is_left() -> None:
    with scripted(greeting=b"") as server:
        assert look(mail(server.url), patience=hurried()).said.startswith("127.0.0.1 took too long to answer.")


def test_more_than_any_answer_holds_ends_the_line() -> None:
    with scripted(folders={"INBOX": Folder({1: letter(1, more=f"X-Long: {'x' * 60_000}\r\n")})}) as server:
        seen = look(mail(server.url), patience=Patience(idle=2, command=5, look=9, most=20_000))
    assert seen.said.startswith("127.0.0.1 sent far more than was asked for")


def test_a_place_that_makes_no_sense_begins_anew() -> None:
    with scripted(folders=full(1, 2)) as server:
        places: list[dict[str, Any]] = [{"folders": 3}, {"folders": {"INBOX": []}}, {"text_from": "soon"}]
        for place in (*places, {"text_from": BEGIN.isoformat(), "folders": {"INBOX": {}}}):
            assert len(ids(look(mail(server.url), place))) == 2


def test_gmail_is_read_from_the_folder_that_holds_everything_with_labels_and_threads() -> None:
    folders = {
        "INBOX": Folder({1: letter(1)}),
        "[Gmail]/Alle Nachrichten": Folder(
            {number: letter(number) for number in range(1, 6)}, flags="\\All",
            labels={1: '"\\\\Inbox"', 2: '"\\\\Draft"', 3: '"\\\\Sent" Reise', 4: '"\\\\Trash"'},
        ),
        "[Gmail]/Spam": Folder({1: letter(9)}, flags="\\Junk"),
    }  # fmt: skip
    with scripted(folders=folders, capabilities="IMAP4rev1 X-GM-EXT-1") as server:
        seen = look(mail(server.url))
        examined = {line.split(maxsplit=2)[2] for line in server.asked if b"EXAMINE" in line}
    assert len(examined) == 1
    assert ids(seen) == ["<m1@example.org>", "<m3@example.org>", "<m5@example.org>"]
    assert {note.reason for note in seen.readings[0].left_out} == {"a draft that was not sent", "in the trash"}
    assert adds_up(seen)


def test_a_server_that_cannot_cut_messages_gives_them_whole_unless_they_are_large() -> None:
    def instead(line: bytes, _: socket.socket) -> bytes | None:
        if b"<0." not in line:
            return None
        return b"* 1 FETCH (UID 1)\r\n* 2 FETCH (UID 2)\r\n" + line.split()[0] + b" OK done\r\n"

    letters = {1: letter(1), 2: letter(2, text="x" * 600_000)}
    with scripted(folders={"INBOX": Folder(letters)}, instead=instead) as server:
        seen = look(mail(server.url))
    assert [one.text[:4] for one in messages(seen)] == ["Good", ""]
    assert seen.said == ""


def test_folders_that_others_share_are_not_hers() -> None:
    with scripted(folders={**full(1), "Others/bo/INBOX": Folder({1: letter(5)})}) as server:
        assert ids(look(mail(server.url))) == ["<m1@example.org>"]


def test_a_token_is_said_once_and_a_server_that_wants_more_hears_nothing() -> None:
    def instead(line: bytes, _: socket.socket) -> bytes | None:
        if b"AUTHENTICATE XOAUTH2" in line:
            return b"+ \r\n"
        if line.strip() and len(line.split()) == 1:
            return b"+ eyJzdGF0dXMiOiI0MDEifQ==\r\n"
        return b"AAAA NO no\r\n" if not line.strip() else None

    with scripted(folders=full(1), instead=instead) as server:
        look(mail(server.url), secret="ya29.token", login=Login.TOKEN, patience=hurried())
    told = [line for line in server.asked if len(line.split()) == 1]
    assert len(told) == 1, "what was said is the user and the token, in base64, once"


@pytest.mark.parametrize("code", ["UNAVAILABLE", "LIMIT", "INUSE"])
def test_a_server_that_lets_nobody_in_just_now_is_no_wrong_password(code: str) -> None:
    def instead(line: bytes, _: socket.socket) -> bytes | None:
        return line.split()[0] + f" NO [{code}] later\r\n".encode() if b"LOGIN" in line else None

    with scripted(instead=instead) as server:
        assert "it lets nobody in at the moment" in look(mail(server.url)).said


def test_a_line_that_is_cut_at_the_password_is_no_wrong_password() -> None:
    with scripted(instead=cut_at(1, b"LOGIN")) as server:
        assert look(mail(server.url)).said.startswith("The connection to 127.0.0.1 broke off.")


@pytest.mark.parametrize("user", ['ana "the boss" lima', "back\\slash", "ana lima", "{5}", "(ana)"])
def test_a_name_with_odd_letters_is_one_word_to_the_server(user: str) -> None:
    with scripted(folders=full(1)) as server:
        assert len(ids(look(mail(server.url, user)))) == 1
        (login,) = [line for line in server.asked if b"LOGIN" in line]
    escaped = user.replace("\\", "\\\\").replace('"', '\\"')
    assert login.endswith(f'LOGIN "{escaped}" "secret"'.encode())


def test_a_token_lets_her_in_where_it_is_right() -> None:
    heard: list[bytes] = []

    def instead(line: bytes, _: socket.socket) -> bytes | None:
        if b"AUTHENTICATE XOAUTH2" in line:
            heard.append(line.split()[0])
            return b"+ \r\n"
        if heard and len(line.split()) == 1:
            right = base64.b64decode(line) == b"user=alice@example.com\1auth=Bearer ya29.token\1\1"
            return heard[0] + (b" OK in\r\n" if right else b" NO out\r\n")
        return None

    with scripted(folders=full(1), instead=instead) as server:
        seen = look(mail(server.url), secret="ya29.token", login=Login.TOKEN)
    assert (ids(seen), seen.said) == (["<m1@example.org>"], "")


def test_no_password_is_said_where_logging_in_is_switched_off() -> None:
    with scripted(capabilities="IMAP4rev1 LOGINDISABLED") as server:
        seen = look(mail(server.url))
        assert not any(b"secret" in line for line in server.asked)
    assert seen.said.startswith("127.0.0.1 offers no encrypted connection, so your password was not sent.")


@pytest.mark.parametrize("answer", [b"NO not here\r\n", b"BAD what\r\n"])
def test_a_server_that_will_not_encrypt_hears_no_password(answer: bytes) -> None:
    def instead(line: bytes, _: socket.socket) -> bytes | None:
        return line.split()[0] + b" " + answer if b"STARTTLS" in line else None

    with scripted(instead=instead, capabilities="IMAP4rev1") as server:
        seen = look(mail(server.url.replace("imap://", "imap+starttls://")))
        assert not any(b"LOGIN" in line for line in server.asked)
    assert "your password was not sent" in seen.said or "cannot be read" in seen.said
