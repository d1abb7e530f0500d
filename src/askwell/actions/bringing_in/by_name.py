"""People of LinkedIn messages without a profile, as exports before 2023 have them: the connections of that name."""

from collections import Counter
from collections.abc import Iterable

from askwell.domain.people import Card
from askwell.identity.facts import NO_KEY, Facts, Key
from askwell.identity.fold import loose
from askwell.identity.parts import split

CONNECTION = "linkedin-connections"


def key_of_name(name: str) -> Key:
    """The one form of a full name; NO_KEY of anything less."""
    parsed = split(name)
    return (loose(parsed.given), parsed.family) if parsed.full else NO_KEY


class Connected:
    """The full names that connections have. Of two of one name in a file nobody can tell who is meant."""

    def __init__(self, cards: Iterable[Card]) -> None:
        own = [card for card in cards if card.source == CONNECTION]
        times = Counter(
            (key, card.origin.path or card.origin.file) for key, card in zip(Facts(own).keys, own, strict=True)
        )
        several = {key for (key, _), count in times.items() if count > 1}
        self._once = {key for key, _ in times} - several - {NO_KEY}

    def has(self, name: str) -> bool:
        """Whether this is the full name of a connection, and of one alone."""
        return key_of_name(name) in self._once
