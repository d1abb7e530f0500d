"""One message, pasted or dropped: read like any other mail, its cues put to her as a yes or no; twice is once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from askwell.actions import memory, persons, replies
from askwell.actions.bring_in import Opened
from askwell.actions.bringing_in import hearing, reading_one
from askwell.actions.bringing_in.addressbook import Addressbook
from askwell.actions.bringing_in.exchanges import PASTED, Exchange, Reader, pasted_mark
from askwell.actions.bringing_in.matching import since
from askwell.actions.bringing_in.parties import Letter
from askwell.actions.bringing_in.reading_in import Home, midnight
from askwell.actions.bringing_in.receipt import Tally
from askwell.actions.desk import Desk, system_country, system_zone
from askwell.actions.done import Done
from askwell.actions.replies import Waiting
from askwell.domain.errors import Refused
from askwell.domain.messages import Channel, Direction, Interaction, Message
from askwell.domain.people import Card, Contact, Origin, Party
from askwell.domain.reading import FileReceipt, Reading
from askwell.domain.saying import counted, sentence
from askwell.guide.letters import silent
from askwell.method.favors import Books
from askwell.sources.found import Found, InHand, Kind
from askwell.sources.mail import headers

if TYPE_CHECKING:
    from askwell.actions.bringing_in.readers import Readers

MOST: Final = 25 * 1024 * 1024  # bytes of one message
MOST_TEXT: Final = 200_000  # characters of a text that is pasted
QUICK: Final = 16_000  # bytes up to which it is read in this process, for no text of that size takes long; else apart
NOBODY: Final = "somebody@pasted.invalid"  # stands for a person of whom no address is known
HERSELF: Final = "you@pasted.invalid"  # stands for her own address where none is known; nobody can have it
MIDDAY: Final = timedelta(hours=12)
FILE: Final = "a message you pasted"


@dataclass(frozen=True, slots=True)
class Pasted(Done):
    """What became of a message: whom it is with ("" for nobody), and the things in it that wait for her yes or no.

    `message` is its id, "" where it is from before the search.
    """

    person: str = ""
    message: str = ""
    things: tuple[Waiting, ...] = ()


def read_message(
    desk: Desk,
    content: str | bytes,
    *,
    from_person: str = "",
    channel: str = "email",
    on: date | None = None,
    name: str = "message.eml",
    me: tuple[str, ...] = (),
) -> Pasted:
    """Keep one message with whoever wrote it, and tell what was noticed in it.

    A mail with its headers tells itself whom it is from; for a pasted text `from_person` does, `on` the day it came.
    `me` are addresses of her own. Raises Refused where it can't be read, or nobody knows whose it is; WhoAreYou where
    it can't be told whether she wrote it herself; NoSuchPerson.
    """
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    if len(raw) > MOST:
        raise Refused("This message is larger than 25 MB. Paste its words alone.")
    if _is_mail(raw):
        return _mail(desk, raw, name=name, me=me)
    text = raw.decode("utf-8", "replace") if isinstance(content, bytes) else content
    return _pasted(desk, text[:MOST_TEXT], from_person=from_person, channel=channel, on=on)


def _is_mail(raw: bytes) -> bool:
    """Whether it begins with the headers of a mail, its date among them."""
    told, _ = headers.split(raw[: 1 << 20].lstrip())
    return {b"from", b"date"} <= told.keys()


def _mail(desk: Desk, raw: bytes, *, name: str, me: tuple[str, ...]) -> Pasted:
    facts = memory.facts(desk)
    home = Home(facts.goals, facts.goals.zone or system_zone(), facts.goals.country or system_country())
    begin = midnight(since(desk, facts, facts.goals), home.zone)
    found = Found(file=name, path=name, kind=Kind.MAIL, open=InHand(raw.lstrip()), size=len(raw))
    wanted = reading_one.Wanted(home.region([]), home.zone, begin)
    with _readers(len(raw)) as readers:
        if readers:
            (reading,) = readers.read([(found, wanted)], _nobody)
        else:
            reading = reading_one.read(found, wanted)
        messages = reading.messages = list(reading.messages)
        opened = Opened(desk, [reading], _nobody, facts, readers)
        (line,) = opened.look(me=me).files
        if not messages or line.left_out or line.unreadable:
            raise Refused(_why_not(line))
        receipt = opened.bring_in(me=me)
    (line,) = receipt.files
    return _stored(desk, key=messages[0].origin.message_id, batch=receipt.batch if line.new else None)


def _nobody(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


@contextmanager
def _readers(size: int) -> "Iterator[Readers | None]":
    """Who reads so many bytes apart, within bounds; nobody where that could not take long, for starting them does."""
    if size <= QUICK:
        yield None
        return
    from askwell.actions.apart.crew import Crew
    from askwell.actions.bringing_in.readers import Readers

    with Crew(hands=1) as crew:
        yield Readers(crew)


def _why_not(line: FileReceipt) -> str:
    notes = [*line.unreadable, *line.left_out]
    reason = notes[0].reason if notes else "there is no message in it"
    return f"Nothing was kept of this message: {reason}."


def _stored(desk: Desk, *, key: str, batch: str | None) -> Pasted:
    """What waits in the message that was stored under a key."""
    from askwell.store import lookups

    stored = lookups.exchange_keys().get(key, "")
    return _of(desk, stored, batch)


def _of(desk: Desk, stored: str, batch: str | None) -> Pasted:
    kept = memory.books(desk)
    interaction = kept.record.search.by_id.get(stored)
    own = {cue.id for cue in kept.record.search.cues_of.get(stored, ())} | {stored, f"{stored}{replies.ASKED}"}
    things = tuple(one for one in replies.waiting(desk) if one.id in own)
    person = interaction.other or "" if interaction else ""
    contact = kept.record.search.contacts.get(person)
    said = _said(contact, interaction, len(things), new=batch is not None)
    return Pasted(said, batch, person=person, message=interaction.id if interaction else "", things=things)


def _said(contact: Contact | None, interaction: Interaction | None, count: int, *, new: bool) -> str:
    who = contact.name if contact else "somebody"
    if interaction is None:  # from before the search: people and ties, and no more
        return "Kept. It is from before your search began, so nothing in it is asked about." if new else AGAIN
    went = interaction.direction is Direction.OUT
    kept = f"Kept: {'your message to' if went else 'the message from'} {who}." if new else AGAIN
    return f"{kept} {_things(count)}"


AGAIN = "This message is here already; nothing was added."


def _things(count: int) -> str:
    if not count:
        return "Nothing in it waits for your word."
    return sentence(f"{counted(count, 'thing')} in it may matter; say yes or no to each")


def _pasted(desk: Desk, text: str, *, from_person: str, channel: str, on: date | None) -> Pasted:
    from askwell.store import write

    kept = memory.books(desk)
    contact = _whose(kept, text, from_person)
    with _readers(len(text)) as readers:
        words = _words(text, readers)
        known = next((i for i in kept.record.between(contact.id) if _is_the_same(i, words)), None)
        if known is not None:
            return _of(desk, known.id, None)
        message = _message(desk, kept, contact, words, channel=_channel(channel), on=on)
        exchange = _exchange(desk, kept, contact, message, readers)
    interaction = Interaction(
        id="",
        at=message.at,
        channel=message.channel,
        direction=Direction.IN,
        people=(contact.id,),
        thread=exchange.thread if message.thread else "",
        text=words,
        origin=message.origin,
    )
    with write.batch("log", f"The message from {contact.name}", now=desk.now) as batch:
        (stored,) = write.add_exchanges(batch, [write.ExchangeIn(interaction, exchange.key, exchange.cues)])
    return _of(desk, stored, batch.id)


def _words(text: str, readers: "Readers | None") -> str:
    """What they wrote themselves in a text. Raises Refused where there is nothing, or no end to reading it."""
    words = readers.words_of(text) if readers else reading_one.words_of(text)
    if words is None:
        raise Refused("This text could not be read in reasonable time. Paste only the words that they wrote.")
    if not words.strip():
        raise Refused("There are no words of theirs in it. Paste what they wrote.")
    return words


def _whose(kept: Books, text: str, from_person: str) -> Contact:
    """Whose it is: as she says, else the only one of her people whose address stands in it."""
    contacts = kept.record.search.contacts
    if from_person:
        return persons.among(contacts, from_person)
    told = {word.strip("<>()[],;:\"'").lower() for word in text[:4000].split() if "@" in word}
    found = [one for one in contacts.values() if told and not told.isdisjoint(one.addresses)]
    if len(found) != 1:
        raise Refused("Whose message is this? Choose the person, and it will be read.")
    return found[0]


def _channel(name: str) -> Channel:
    if name not in {"email", "linkedin", "text"}:
        raise Refused(f"A message doesn’t come by “{name}”. Choose mail, LinkedIn or a text.")
    return Channel(name)


def _is_the_same(interaction: Interaction, words: str) -> bool:
    return interaction.direction is Direction.IN and pasted_mark(interaction.text) == pasted_mark(words)


def _message(desk: Desk, kept: Books, contact: Contact, words: str, *, channel: Channel, on: date | None) -> Message:
    """The pasted words as a message to her, in the conversation of her last question to them."""
    today, calendar = kept.record.calendar.day(desk.now), kept.record.calendar
    if on is not None and on > today:
        raise Refused("That day is still to come. Choose today or a day before it.")
    asked = silent(kept, contact.id)
    thread = kept.record.search.by_id[asked.interactions[-1]].thread if asked else ""
    mine = next((one for one in memory.facts(desk).me if "@" in one), HERSELF)
    return Message(
        origin=Origin(FILE, 1, f"{PASTED}{contact.id}:{pasted_mark(words)}"),
        at=desk.now if on is None or on == today else calendar.start_of(on) + MIDDAY,
        channel=channel,
        sender=Party(contact.name, _handle(contact)),
        to=(Party(kept.record.search.goals.name, mine),),
        text=words,
        thread=(thread,) if thread else (),
    )


def _handle(contact: Contact) -> str:
    return next((address for address in contact.addresses if "@" in address), NOBODY)


def _exchange(desk: Desk, kept: Books, contact: Contact, message: Message, readers: "Readers | None") -> Exchange:
    """The message through the reader that imports go through; its person is known."""
    from askwell.store import lookups

    facts = memory.facts(desk)
    own = Card("hand", Origin("", 0), "", contact.name, emails=(_handle(contact),))
    cards = lookups.known_cards()
    book = Addressbook(
        [*((one.contact, one.card) for one in cards), (contact.id, own)],
        same={one.contact: one.survivor for one in cards},
    )
    reader = Reader(
        book=book,
        me=frozenset(facts.me) | {HERSELF},
        since=midnight(since(desk, facts, facts.goals), facts.goals.zone or system_zone()),
        known={},
        textless=(),
        detect=readers.hear if readers else hearing.hear,
        involved=lambda: kept.record.drawn_in,
    )
    letter = Letter(message, Tally(Reading(FILE, "mail")), (message.sender,), from_me=False)
    return reader.read([letter])[0]
