"""Conversations: messages that answer each other share a thread, by their ids, and last of all by their subject."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from askwell.actions.bringing_in.parties import Letter
from askwell.domain.messages import Channel, Message

_ANSWER = re.compile(r"^(?:(?:re|aw|fwd?|wg|sv|antw|tr|rv|odp|vs)(?:\[\d{1,2}\])? ?: ?){1,6}", re.IGNORECASE)
SOON = timedelta(days=30)  # how long after a message a reply without ids may still belong to it


def threads(letters: Sequence[Letter]) -> list[str]:
    """The thread of each letter, in order: the id of its first message, the same when it is read again."""
    parents: dict[str, str] = {}
    ids = [ids_of(letter.message) for letter in letters]
    for some in ids:
        for other in some[1:]:
            _unite(parents, some[0], other)
    _by_subject(letters, ids, parents)
    return [_root(parents, some[0]) if some else "" for some in ids]


def ids_of(message: Message) -> list[str]:
    """Ids of the thread, oldest first: those it answers, then its own."""
    if message.channel is Channel.MEETING:
        return []
    own = [message.origin.message_id] if message.origin.message_id else []
    return [*message.thread, *own]


def _root(parents: dict[str, str], one: str) -> str:
    while (parent := parents.get(one, one)) != one:
        parents[one] = parents.get(parent, parent)
        one = parent
    return one


def _unite(parents: dict[str, str], first: str, later: str) -> None:
    """The older id stays the name of the thread."""
    a, b = _root(parents, first), _root(parents, later)
    if a != b:
        parents[b] = a


def _by_subject(letters: Sequence[Letter], ids: Sequence[list[str]], parents: dict[str, str]) -> None:
    """A "Re:" that names no id answers the last message of that subject with one of the same people."""
    if not any(is_loose(letter) for letter in letters):
        return
    last: dict[tuple[str, str], tuple[datetime, str]] = {}
    order = sorted(range(len(letters)), key=lambda at: letters[at].message.at)
    for at in order:
        message = letters[at].message
        if message.channel is not Channel.EMAIL or not ids[at]:
            continue
        subject = same_subject(message.subject)
        keys = [(subject, party.handle or party.name) for party in letters[at].people]
        if subject and is_loose(letters[at]):
            before = [last[key] for key in keys if key in last and message.at - last[key][0] <= SOON]
            if before:
                _unite(parents, max(before)[1], ids[at][0])
        for key in keys:
            last[key] = (message.at, ids[at][0])


def is_loose(letter: Letter) -> bool:
    """An answer by its subject that names no message it answers."""
    message = letter.message
    return message.channel is Channel.EMAIL and not message.thread and bool(_ANSWER.match(message.subject))


def same_subject(subject: str) -> str:
    """What answers to a message have of its subject in common with it."""
    return _ANSWER.sub("", subject).strip().casefold()
