"""The people of messages: which parties are persons, the card that each makes, and which messages make none."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from askwell.actions.bringing_in.receipt import Tally
from askwell.actions.bringing_in.who_is_me import Self
from askwell.domain.messages import Channel, Message, Writer
from askwell.domain.people import Card, Origin, Party
from askwell.identity.facts import name_of
from askwell.identity.fold import fold
from askwell.identity.mailboxes import is_organization, is_role
from askwell.identity.parts import split

BULK = "a newsletter or mailing list"
ROLE = "the address of an office or an organization, not of a person"
ALONE = "nobody but you takes part"
SOURCES = {Channel.EMAIL: "mail", Channel.MEETING: "calendar", Channel.LINKEDIN: "linkedin-messages"}


@dataclass(slots=True, eq=False)
class Letter:
    """A message with those of its parties who are other people, the sender first."""

    message: Message
    tally: Tally
    people: tuple[Party, ...]
    from_me: bool


def sift(tally: Tally, messages: Sequence[Message], me: Self) -> Iterator[Letter]:
    """The messages between people, and machines' answers; the others are left out of the tally, with the reason."""
    persons: dict[Party, bool] = {}
    for message in messages:
        letter = _letter(message, tally, me, persons)
        if isinstance(letter, Letter):
            yield letter
        else:
            tally.leave_out(message.origin.index, letter)


def _letter(message: Message, tally: Tally, me: Self, persons: dict[Party, bool]) -> Letter | str:
    if message.writer is Writer.BULK:
        return BULK
    others = [party for party in message.parties if not me.is_me(party) and (party.handle or party.name)]
    for party in others:
        if party not in persons:
            persons[party] = is_person(party, message.channel)
    people: dict[str, Party] = {}
    for party in others:
        if persons[party]:
            people.setdefault(party.handle or party.name, party)
    from_me = me.is_me(message.sender)
    if message.writer is Writer.MACHINE:
        sender = (message.sender,) if not from_me and persons.get(message.sender) else ()
        return Letter(message, tally, sender, from_me=False)
    by_role = not from_me and message.channel is not Channel.MEETING and not persons.get(message.sender, False)
    if by_role or not people:
        return ROLE if others else ALONE
    return Letter(message, tally, tuple(people.values()), from_me)


def is_person(party: Party, channel: Channel) -> bool:
    """Whether a party is a human being: no role mailbox, no organization, and of a mere name all of it."""
    if "@" in party.handle:
        return not is_role(party.handle, party.name) and not is_organization(party.name, party.handle)
    return bool(party.handle) or (channel is Channel.LINKEDIN and bool(party.name)) or split(party.name).full


def is_role_card(card: Card) -> bool:
    """Whether a card of an address book is a function's: role mailboxes only, and no person's full name beside them."""
    if not card.emails or not all(is_role(email, card.name) for email in card.emails):
        return False
    return not name_of(card).full or any(is_organization(card.name, email) for email in card.emails)


def is_mere_name(letter: Letter, party: Party) -> bool:
    """Whether a message on LinkedIn tells of somebody nothing but the name."""
    return not party.handle and letter.message.channel is Channel.LINKEDIN


def container(origin: Origin) -> str:
    """The file of a message; of a Maildir, whose messages are files of their own, the folder."""
    path = origin.path or origin.file
    folder, mark, _ = path.rpartition("/cur/") if "/cur/" in path else path.rpartition("/new/")
    return folder if mark else path


def cards(
    letters: Sequence[Letter], *, profiles: Collection[str], connected: Callable[[str], bool] = lambda _: False
) -> Iterator[Card]:
    """One card for each file and address, at its first message, with the first full name, else the first name.

    None for a profile that has a card already, and none for a mere name on LinkedIn that a connection has.
    """
    seen: dict[tuple[str, str], tuple[Message, Party]] = {}
    for letter in letters:
        for party in letter.people:
            if party.handle in profiles and party.handle:
                continue
            if is_mere_name(letter, party) and connected(party.name):
                continue
            key = (container(letter.message.origin), party.handle or fold(party.name))
            before = seen.setdefault(key, (letter.message, party))
            if party.name != before[1].name and _fullness(party.name) > _fullness(before[1].name):
                seen[key] = (before[0], party)
    for (file, name), (message, party) in seen.items():
        yield _card(message, party, key=f"{name}|{file}")


@lru_cache(maxsize=8192)
def _fullness(name: str) -> int:
    """A full name says more than a single word or an initial, and that more than nothing."""
    return _is_name(name) + (_is_name(name) and split(name).full)


def _is_name(text: str) -> bool:
    return bool(text) and "@" not in text


def _card(message: Message, party: Party, *, key: str) -> Card:
    profile = party.handle.startswith(("in/", "pub/"))
    return Card(
        source=SOURCES.get(message.channel, "mail"),
        origin=message.origin,
        key=key,
        name=party.name if _is_name(party.name) else "",
        emails=(party.handle,) if "@" in party.handle else (),
        url=f"https://www.linkedin.com/{party.handle}" if profile else "",
    )
