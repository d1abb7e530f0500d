"""What is stored of the conversations that new letters go on with, as letters that are read before them.

Mail comes in pieces: a reply alone by a look into the mailbox, its question weeks before. What it tells, its thread and
whom a machine answers is to be the same as if all had come at once.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from askwell.actions.bringing_in.parties import Letter
from askwell.actions.bringing_in.receipt import Tally
from askwell.actions.bringing_in.threads import SOON, ids_of, is_loose, same_subject
from askwell.domain.messages import Direction, Message
from askwell.domain.people import Origin, Party
from askwell.domain.reading import Reading

if TYPE_CHECKING:
    from askwell.store.conversations import Head, Kept


def before(
    named: Sequence[tuple[Letter, str]],
    news: Collection[Letter],
    known: Mapping[str, str],
    *,
    read: Collection[str],
    me: Party,
) -> list[Letter]:
    """The stored letters of all conversations with `news` among these letters, but none of those read again.

    Each letter comes with its conversation as far as these letters tell it. `known` tells the stored ones by their
    keys, `read` are the ids of those among the letters. Without anything that answers a message from elsewhere nothing
    is looked up.
    """
    elsewhere = _elsewhere(named, news)
    loose = [letter for letter in news if is_loose(letter)]
    if not known or not (elsewhere or loose):
        return []
    from askwell.store import conversations

    heads = conversations.heads()
    answered = {known[one] for one in elsewhere if one in known}
    wanted = {head.thread for head in heads if head.id in answered or head.thread in elsewhere}
    wanted |= _of_one_subject(loose, heads)
    found = conversations.kept(head.id for head in heads if head.thread in wanted and head.id not in read)
    tally = Tally(Reading("", "stored"))  # nobody counts them: they were when they came
    return [_letter(one, tally, me) for one in found]


def standing(letters: Sequence[Letter], known: Mapping[str, str]) -> dict[str, str]:
    """The threads that stored letters stand in which were read again, by their ids, where news may go on with them.

    They may stand there by the word of another source. Looked up are those alone that something new names, or that a
    provider tells to be part of a conversation.
    """
    own = {letter.message.origin.message_id: letter.message for letter in letters}
    news = [message for key, message in own.items() if key not in known]
    if not news or not known:
        return {}
    named = {one for message in news for one in message.thread}
    again = {
        key
        for key, message in own.items()
        if key in known and (key in named or (message.conversation and not message.thread))
    }
    if not again:
        return {}
    from askwell.store import conversations

    told = conversations.threads_of(known[one] for one in again)
    return {one: told[known[one]] for one in again if told.get(known[one])}


def _elsewhere(named: Sequence[tuple[Letter, str]], news: Collection[Letter]) -> set[str]:
    """The ids that the conversations of the news name, of messages that are not among the letters."""
    if not news:
        return set()
    going_on = {thread for letter, thread in named if letter in news}
    ids = {one for letter, thread in named if thread in going_on for one in ids_of(letter.message)}
    return ids - {letter.message.origin.message_id for letter, _ in named}


def _of_one_subject(loose: Sequence[Letter], heads: "Sequence[Head]") -> set[str]:
    """The conversations that letters without ids may answer by their subject."""
    asked: dict[str, list[datetime]] = {}
    for letter in loose:
        asked.setdefault(same_subject(letter.message.subject), []).append(letter.message.at)
    if not asked:
        return set()
    return {
        head.thread
        for head in heads
        if any(at - SOON <= head.at <= at for at in asked.get(same_subject(head.subject), ()))
    }


def _letter(kept: "Kept", tally: Tally, me: Party) -> Letter:
    """A stored message as it was read, as far as it was kept."""
    from_me = kept.direction is Direction.OUT
    first, *rest = kept.people or (Party("", ""),)
    message = Message(
        origin=Origin("", 0, kept.message_id),
        at=kept.at,
        channel=kept.channel,
        sender=me if from_me else first,
        to=kept.people if from_me else (me, *rest),
        subject=kept.subject,
        text=kept.text,
        thread=(kept.thread,),
        writer=kept.writer,
    )
    return Letter(message, tally, kept.people, from_me)
