"""A short text is read at once, since none of its size takes long; a longer one apart, where nothing can do harm."""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.actions.exports import ME, mail
from tests.actions.scenario import called
from tests.bounds import bounded

from askwell.actions import pasting
from askwell.actions.adding import add_person
from askwell.actions.apart import limits
from askwell.actions.apart.hand import Hand
from askwell.actions.bringing_in import hearing, reading_one
from askwell.actions.bringing_in.who_is_me import WhoAreYou
from askwell.actions.desk import Desk, open_desk
from askwell.actions.pasting import QUICK, read_message
from askwell.domain.errors import Refused
from askwell.domain.messages import Channel, Message
from askwell.domain.people import Origin, Party
from askwell.sources.found import Found, InHand, Kind
from askwell.store import canon

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
EACH = 80  # calls for each byte; a fourth of them is usual for the worst
SHAPES = {
    "letters": "a", "words": "you should talk to Dana Reyes at Acme. ", "names": "Dana Reyes ", "quotes": "> x\n",
    "heads of quotes": "On Mon, Dana wrote:\n", "addresses": "a@b.example, ", "brackets": "<(", "stops": ". ",
    "empty lines": "\n", "headers": "From: x\nTo: y\n\n", "fields": "x:\n", "tags": "<div>", "entities": "&amp;",
    "introductions": "meet Dana, Dana meet Ed. ", "people": "\U0001f469\u200d\U0001f469", "days": "12/12/2026 10:00 ",
    "thanks": "Thanks so much for introducing me to Bo Berg. ", "apostrophes": "I'd ",
}  # fmt: skip
HARM = """
import askwell.sources as sources
import askwell.sources.mail.reply as reply
def endless(*_, **__):
    while True:
        pass
sources.read = reply.split = endless
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW, url="") as opened:
        add_person(opened, "Ana Lee", email="ana@lee.example")
        yield opened


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Hand]:
    """The workers that were started."""
    found: list[Hand] = []
    start = Hand.start

    def counted(self: Hand) -> object:
        found.append(self)
        return start(self)

    monkeypatch.setattr(Hand, "start", counted)
    return found


def eml(body: str) -> bytes:
    told = mail(24, From="Ana Lee <ana@lee.example>", body=body)
    return told.partition("\n")[2].encode()


def calls(do: Callable[[], object]) -> int:
    """How many calls of functions it takes."""
    count = 0

    def note(_frame: object, what: str, _arg: object) -> None:
        nonlocal count
        count += what in {"call", "c_call"}

    sys.setprofile(note)
    try:
        do()
    finally:
        sys.setprofile(None)
    return count


def heard(message: Message) -> None:
    list(hearing.hear([(message, ())], frozenset({ME})))


def as_pasted(text: str) -> None:
    words = reading_one.words_of(text)
    heard(
        Message(Origin("x", 1, "k"), NOW, Channel.EMAIL, Party("Ana", "ana@lee.example"), (Party("", ME),), text=words)
    )


def as_mail(text: str) -> None:
    raw = eml(text).replace(b"\n\n", b"\nContent-Type: text/html\n\n", 1)
    found = Found("m.eml", "m.eml", Kind.MAIL, InHand(raw), len(raw))
    for message in reading_one.read(found, reading_one.Wanted()).messages:
        heard(message)


@pytest.mark.parametrize("way", [as_pasted, as_mail])
def test_no_text_that_is_read_at_once_takes_more_work_than_its_size_allows(way: Callable[[str], None]) -> None:
    way("You should talk to Dana Reyes.")  # what is loaded once is loaded
    for name, shape in SHAPES.items():
        half, whole = ((shape * size)[:size] for size in (QUICK // 2, QUICK))
        with bounded():
            few, many = calls(lambda text=half: way(text)), calls(lambda text=whole: way(text))  # type: ignore[misc]
        assert many < EACH * QUICK, name
        assert many < 2.6 * few + QUICK, name


def test_a_short_text_starts_nobody_and_a_long_one_is_read_apart_all_the_same(
    desk: Desk, begun: list[Hand], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = "You should talk to Priya Raman at Brightwater Dairy, she runs planning there. Tell her I sent you.\n"
    texts: list[tuple[bytes | str, str]] = [(eml(told), ""), (f"Hi Alice,\n\n{told}\nAna\n", "Ana Lee")]
    found = []
    for quick, many in ((QUICK, 0), (10, 1)):
        monkeypatch.setattr(pasting, "QUICK", quick)
        with open_desk(data=tmp_path / str(quick), now=NOW, url="") as own:
            add_person(own, "Ana Lee", email="ana@lee.example")
            for content, whom in texts:
                begun.clear()
                read = read_message(own, content, from_person=whom and called(own, whom), me=(ME,))
                found.append((read.said, [(one.type, one.evidence) for one in read.things]))
                assert bool(begun) is bool(many)
    assert found[:2] == found[2:]
    assert found[0][1], "something was noticed in it"


@pytest.mark.skipif(os.name != "posix", reason="needs limits of the system")
@pytest.mark.parametrize("content", [eml("x " * QUICK), "x " * QUICK])
def test_what_is_never_done_being_read_is_refused_and_nothing_is_kept(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | str
) -> None:
    (tmp_path / "sitecustomize.py").write_text(HARM, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(limits, "SECONDS", 1)
    before = canon.export()
    with pytest.raises(Refused, match=r"longer than|in reasonable time") as refused:
        read_message(desk, content, from_person="" if isinstance(content, bytes) else called(desk, "Ana Lee"), me=(ME,))
    assert not isinstance(refused.value, WhoAreYou)
    assert canon.export() == before
