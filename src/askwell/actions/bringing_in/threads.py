"""Conversations: messages that answer each other share a thread: by ids, as their provider has it, or by subject."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from askwell.actions.bringing_in.parties import Letter
from askwell.domain.messages import Channel, Message

_ANSWER = re.compile(r"^(?:(?:re|aw|fwd?|wg|sv|antw|tr|rv|odp|vs)(?:\[\d{1,2}\])? ?: ?){1,6}", re.IGNORECASE)
NONE: Mapping[str, str] = {}
SOON = timedelta(days=30)  # how long after a message a reply without ids may still belong to it


def threads(letters: Sequence[Letter], stored: Mapping[str, str] = NONE) -> list[str]:
    """The thread of each letter, in order: the id of its first message, the same when it is read again.

    By the ids they name; failing these by what their provider calls the conversation, and last of all by the subject.
    `stored` tells of letters that are there already, by their ids, the threads that they stand in: there they stay.
    """
    parents: dict[str, str] = {}
    ids = [_with_stored(ids_of(letter.message), stored) for letter in letters]
    for some in ids:
        for other in some[1:]:
            _unite(parents, some[0], other)
    united = _by_conversation(letters, ids, parents, stored)
    _by_subject(letters, ids, parents, but=united)
    return [_root(parents, some[0]) if some else "" for some in ids]


def _with_stored(ids: list[str], stored: Mapping[str, str]) -> list[str]:
    """The ids with the name of the thread that the message stands in, which comes first."""
    name = stored.get(ids[-1], "") if ids and stored else ""
    return [name, *ids] if name else ids


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


def _by_conversation(
    letters: Sequence[Letter], ids: Sequence[list[str]], parents: dict[str, str], stored: Mapping[str, str]
) -> set[int]:
    """A message that names no id belongs to the first one of what its provider calls their conversation.

    Tells the places of those letters. One that is stored stays where it stands.
    """
    united: set[int] = set()
    first: dict[str, str] = {}
    hinted = [at for at, letter in enumerate(letters) if letter.message.conversation and ids[at]]
    for at in sorted(hinted, key=lambda at: letters[at].message.at):
        message = letters[at].message
        name = first.setdefault(message.conversation, ids[at][0])
        if name != ids[at][0] and not message.thread and message.origin.message_id not in stored:
            _unite(parents, name, ids[at][0])
            united.add(at)
    return united


def _by_subject(
    letters: Sequence[Letter], ids: Sequence[list[str]], parents: dict[str, str], *, but: Collection[int]
) -> None:
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
        if subject and at not in but and is_loose(letters[at]):
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
