"""What was noticed, as she reads it: whose words, the telling line within them, and whom it names."""

from collections.abc import Iterator
from dataclasses import dataclass

from askwell.actions import memory, replies
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.replies import ASKED, Waiting
from askwell.domain.cues import Answer
from askwell.domain.errors import Refused
from askwell.domain.messages import Direction, Interaction
from askwell.domain.people import Contact, Permission
from askwell.method.favors import Books

FIRST = ("introduction", "referral", "offer", "decline", "help", "closed", "thanks", "ask", "given", "meeting")
AROUND = 220  # characters of the message shown before and after the telling line


@dataclass(frozen=True, slots=True)
class Noticed:
    """One thing that waits for her word. `quote` is of the message; the telling line is from `start` to `end` in it.

    `names` are those whom it names, as she knows them where she does.
    """

    waiting: Waiting
    interaction: Interaction
    contact: Contact | None
    quote: str
    start: int
    end: int
    names: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.waiting.id


def noticed(desk: Desk) -> tuple[Noticed, ...]:
    """Everything that waits, the latest first."""
    return memory.worked_out(desk, "noticed", _noticed)


def letters(desk: Desk) -> tuple[Noticed, ...]:
    """One question for each message: what others wrote first, then her own letters, the latest first.

    The next question of a message comes up when this one is answered.
    """
    return memory.worked_out(desk, "letters that wait", _letters)


def _letters(desk: Desk, _: Books) -> tuple[Noticed, ...]:
    first: dict[str, Noticed] = {}
    for one in noticed(desk):
        before = first.get(one.interaction.id)
        if before is None or _weight(one) < _weight(before):
            first[one.interaction.id] = one
    return tuple(sorted(first.values(), key=lambda one: one.interaction.direction is Direction.OUT))


def _weight(one: Noticed) -> int:
    """Whom a message points to is asked first, then what it offers, refuses or tells, and a time last."""
    return FIRST.index(one.waiting.type) if one.waiting.type in FIRST else len(FIRST)


def _noticed(desk: Desk, kept: Books) -> tuple[Noticed, ...]:
    return tuple(_told(kept, reversed(replies.waiting(desk))))


def _told(kept: Books, waiting: Iterator[Waiting]) -> Iterator[Noticed]:
    search = kept.record.search
    cues = {cue.id: cue for cue in search.cues}
    for one in waiting:
        cue = cues.get(one.id)
        interaction = search.by_id[cue.interaction if cue else one.id.removesuffix(ASKED)]
        known = (search.contacts.get(key) for key in (cue.contacts if cue else ()))
        names = tuple(
            contact.name if contact else said
            for contact, said in zip((*known, *[None] * len(one.people)), one.people, strict=False)
        )
        line = cue.evidence if cue else replies.telling(one, interaction)
        quote, start, end = _quote(interaction, line)
        yield Noticed(one, interaction, search.contacts.get(one.person), quote, start, end, names)


def _quote(interaction: Interaction, line: str) -> tuple[str, int, int]:
    """Words of the message around the telling line; the line alone where it does not stand there as it is."""
    text, line = " ".join(interaction.text.split()), " ".join(line.split())
    at = text.find(line) if line else -1
    if at < 0:
        found = line or interaction.subject
        return found, 0, len(found)
    end = at + len(line)
    first, last = _back(text, at), _on(text, end)
    before, after = "… " if first else "", " …" if last < len(text) else ""
    return f"{before}{text[first:last]}{after}", at - first + len(before), end - first + len(before)


def _back(text: str, at: int) -> int:
    """Where the quote begins: at most so far before the line, at a sentence or else at a word."""
    if at <= AROUND:
        return 0
    window = text[at - AROUND : at]
    cut = max(window.find(mark) for mark in (". ", "? ", "! ")) + 2
    return at - AROUND + (cut if cut > 1 else window.find(" ") + 1)


def _on(text: str, end: int) -> int:
    """Where it ends: at most so far behind the line, at a sentence or else at a word."""
    if len(text) - end <= AROUND:
        return len(text)
    window = text[end : end + AROUND]
    cut = max(window.rfind(mark) for mark in (". ", "? ", "! ")) + 1
    return end + (cut or max(window.rfind(" "), 0))


def not_about_this(desk: Desk, key: str) -> Done:
    """No to all that was noticed in one message: it is not about the search."""
    found = {one.id: one for one in noticed(desk)}
    if key not in found:
        raise Refused("That was answered already.")
    message = found[key].interaction.id
    return replies.answer(desk, no=[one.id for one in found.values() if one.interaction.id == message])


def no_for_good(desk: Desk, key: str) -> Done:
    """Yes, a no it was, and whoever said it is left in peace for good."""
    from askwell.store import write

    one = next((one for one in noticed(desk) if one.id == key), None)
    if one is None or one.contact is None:
        raise Refused("That was answered already.")
    said = f"{one.contact.name} is left in peace"
    with write.batch("answer", said, now=desk.now) as batch:
        write.answer(batch, {key: Answer.YES})
        write.change_contacts(batch, {one.contact.id: {"permission": Permission.LEAVE_OUT}})
    return Done(f"{said}; no new asks are suggested.", batch.trace)
