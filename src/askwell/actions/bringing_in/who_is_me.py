"""Who "me" is: the seeker's own addresses, profile and name, from what she says, what LinkedIn says, and her mail."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from askwell.domain.errors import Refused
from askwell.domain.hints import Hint
from askwell.domain.messages import Channel, Message
from askwell.domain.people import Card, Party
from askwell.domain.reading import Reading
from askwell.identity import handles
from askwell.identity.facts import name_of
from askwell.identity.names import Likeness, compatible, likeness
from askwell.identity.parts import Name, split

LIKELY = 5  # addresses that are offered to choose from
MOST = 0.8  # of the mail must have an address as a party for it to be taken for her own
ASK = "Your own address could not be told from the mail. Say which one it is, each of yours, and import again."
SAY = Hint("import", "say it", ("…",), (("me", "you@example.com"),))


@dataclass(frozen=True, slots=True)
class Likely:
    """An address that may be hers, since much of the mail is from it or to it, and how it is called there."""

    address: str
    name: str


class WhoAreYou(Refused):
    """Mail of which nobody can tell what she wrote herself; `likely` are addresses to choose from, likeliest first."""

    def __init__(self, likely: tuple[Likely, ...]) -> None:
        super().__init__(ASK, SAY)
        self.likely = likely


@dataclass(frozen=True)
class Self:
    """The seeker as her files know her. `handles` are addresses and in/<slug>; `names` how she is called there."""

    handles: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    _parsed: tuple[Name, ...] = field(default=(), repr=False)

    @property
    def has_profile(self) -> bool:
        return any(handle.startswith(("in/", "pub/")) for handle in self.handles)

    def is_me(self, party: Party) -> bool:
        """By handle; by the full name where there is no handle, or no profile of hers is known to tell."""
        if party.handle in self.handles:
            return True
        if party.handle and ("@" in party.handle or self.has_profile):
            return False
        return any(likeness(party.name, name) is Likeness.SAME for name in self.names)

    def is_own(self, card: Card) -> bool:
        """Whether a card is her own: her address, her profile, or her very name with nobody's profile beside it."""
        if not (self.handles or self._parsed):
            return False
        if card.emails and any(email in self.handles for email in card.emails):
            return True
        slug = handles.slug(card.url) if card.url else ""
        if slug:
            return slug in self.handles
        return bool(self._parsed) and name_of(card) in self._parsed


def tell(
    readings: Sequence[Reading], messages: Sequence[Message], *, said: Iterable[str], stored: Iterable[str], name: str
) -> Self:
    """Who she is. Raises WhoAreYou where there is mail and no address of it can be taken for hers."""
    names = _names(readings, name)
    own = {*_said(said), *stored, *(address for reading in readings for address in reading.me.addresses)}
    own |= set(_profiles(readings, names)) or _writer(readings, names)
    mail = [message for message in messages if message.channel is Channel.EMAIL]
    if mail and not any("@" in handle for handle in own):
        own.add(_most_frequent(mail, names))
    parsed = tuple(found for found in map(split, names) if found.full)
    return Self(frozenset(own), names, parsed)


def _said(addresses: Iterable[str]) -> Iterable[str]:
    for text in addresses:
        found = handles.address(text) or handles.slug(text)
        if not found:
            raise Refused(f"“{text}” is no e-mail address. Write it like you@example.com.")
        yield found


def _names(readings: Sequence[Reading], name: str) -> tuple[str, ...]:
    """Her names: from her profile, else her goals, else from the one party to all of her conversations."""
    told = [reading.me.name for reading in readings if reading.source == "linkedin-profile"]
    known = [one for one in (*told, name) if one]
    known = known or [reading.me.name for reading in readings if reading.me.name]
    return tuple(dict.fromkeys(known))


def _profiles(readings: Sequence[Reading], names: tuple[str, ...]) -> Iterable[str]:
    """Her profile: the owner of the messages if named as she is, or of the invitations."""
    for reading in readings:
        slug = handles.slug(reading.me.url) if reading.me.url else ""
        if slug and (
            reading.source == "linkedin-invitations" or any(compatible(reading.me.name, name) for name in names)
        ):
            yield slug


def _writer(readings: Sequence[Reading], names: tuple[str, ...]) -> set[str]:
    """Her profile where the messages are too few to tell their owner: the one writer in them named as she is."""
    unowned = (r for r in readings if r.source == "linkedin-messages" and not r.me.url)
    writers = {message.sender for reading in unowned for message in reading.messages if message.sender.handle}
    own = {w.handle for w in writers if any(likeness(w.name, name) is Likeness.SAME for name in names)}
    return own if len(own) == 1 else set()


def _most_frequent(mail: Sequence[Message], names: tuple[str, ...]) -> str:
    """The one address that is party to at least four fifths of the mail, and whose name fits hers."""
    seen: Counter[str] = Counter()
    called: dict[str, Counter[str]] = {}
    for message in mail:
        for party in {party.handle: party for party in message.parties if "@" in party.handle}.values():
            seen[party.handle] += 1
            called.setdefault(party.handle, Counter())[party.name] += 1
    found = [address for address, count in seen.items() if count >= MOST * len(mail)]
    fitting = [a for a in found if any(compatible(called_, name) for called_ in called[a] if called_ for name in names)]
    if len(fitting) != 1:
        raise WhoAreYou(tuple(Likely(one, _called(called[one])) for one, _ in seen.most_common(LIKELY)))
    return fitting[0]


def _called(names: Counter[str]) -> str:
    """The name most used, "" where there is none."""
    return next((name for name, _ in names.most_common() if name), "")
