"""Entries by hand of what she sent, and the same messages found in her mail later: which of them are one."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import timedelta

from askwell.domain.cues import CueType
from askwell.domain.messages import Channel, Direction, Interaction

SAME_WITHIN = timedelta(days=3)
WRITTEN = frozenset({Channel.EMAIL, Channel.LINKEDIN, Channel.TEXT})
Types = Callable[[Interaction], Collection[CueType]]


def doubles(
    past: Iterable[Interaction], *, between: Callable[[str], Iterable[Interaction]], types: Types
) -> Mapping[str, str]:
    """Of what she noted as sent, by the entry's id, the message of her mail that it was; each message once.

    Same person and channel, within three days, and the same words, subject or purpose: she may have put it in other
    words before she sent it.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for entry in past:
        if entry.origin is None and _went_to(entry):
            near = [i for i in between(entry.people[0]) if i.id not in taken and _may_be(entry, i)]
            same = [i for i in near if _says_so(entry, i, types)]
            if same:
                message = min(same, key=lambda i: (not _same_words(entry, i), abs(i.at - entry.at), i.id))
                found[entry.id] = message.id
                taken.add(message.id)
    return found


def _went_to(one: Interaction) -> bool:
    return one.direction is Direction.OUT and one.channel in WRITTEN and bool(one.people)


def _may_be(entry: Interaction, message: Interaction) -> bool:
    if message.origin is None or not _went_to(message) or message.people[0] != entry.people[0]:
        return False
    return message.channel is entry.channel and abs(message.at - entry.at) <= SAME_WITHIN


def _says_so(entry: Interaction, message: Interaction, types: Types) -> bool:
    return _same_words(entry, message) or bool({*types(entry)} & {*types(message)}) or _same_subject(entry, message)


def _same_words(entry: Interaction, message: Interaction) -> bool:
    words = entry.text.split()
    return bool(words) and words == message.text.split()


def _same_subject(entry: Interaction, message: Interaction) -> bool:
    return bool(entry.subject) and entry.subject.casefold().split() == message.subject.casefold().split()
