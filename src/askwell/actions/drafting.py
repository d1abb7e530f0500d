"""Letters she has begun: saved as she types, so that a closed window, a second one or a crash loses no word."""

from dataclasses import dataclass

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.domain.errors import Refused
from askwell.domain.letters import Letter, Saved
from askwell.domain.people import Permission

__all__ = ["Begun", "Letter", "Saved", "keep", "kept", "let_go", "unfinished"]

LONGEST = 50_000  # characters of a letter, far more than anybody would read
LONGEST_LINE = 1_000  # of a subject or a question


@dataclass(frozen=True, slots=True)
class Begun:
    """A letter that waits to be finished. `name` is the person's, or who was named; "" where nobody knows any more."""

    letter: Letter
    name: str


def kept(desk: Desk, person: str, purpose: str, *, event: str = "") -> Saved | None:  # noqa: ARG001 - as every verb
    """The letter to a person (an id) for a purpose, as she left it, and what other windows wrote; None if not begun.

    Somebody only named has no id: then `person` is "", and `event` the promise to write to them.
    """
    from askwell.store import drafts

    return drafts.kept(person, purpose, event=event)


def keep(desk: Desk, letter: Letter, *, base: int = 0) -> Saved:
    """Save a letter. `base` is the revision that its window last got from here, 0 where it is new to it.

    The letter comes back with its new revision, to be the next base. Where another window saved the same letter since,
    neither takes the other's place: `others` holds what that one wrote, and both go on until she lets go of one. This
    is no change that could be undone, and makes no copy of the data: it may be called with every word she types.
    Raises NoSuchPerson, and Refused for a letter beyond all measure.
    """
    from askwell.store import drafts

    if len(letter.text) > LONGEST or max(len(letter.subject), len(letter.need)) > LONGEST_LINE:
        raise Refused(f"The letter is too long to be kept: it may have {LONGEST:,} letters. Make it shorter.")
    return drafts.keep(letter, base=base, now=desk.now)


def let_go(desk: Desk, person: str, purpose: str, *, event: str = "", revision: int | None = None) -> Done:
    """Let go of a letter, or of the state of it with that revision alone; Undo brings it back."""
    from askwell.store import drafts, write

    said = f"Let go of the letter to {_name(desk, person, event)}"
    with write.batch("let go", said, now=desk.now) as batch:
        count = drafts.let_go(batch, person, [purpose], event=event, revision=revision)
    return Done(f"{said}.", batch.id) if count else Done("No such letter is begun; nothing was changed.")


def unfinished(desk: Desk) -> tuple[Begun, ...]:
    """Letters with words in them that she has not sent, newest first; not those to people she wrote to since.

    Nor those to somebody left in peace for good; they are kept, in case that is taken back.
    """
    from askwell.store import drafts

    contacts = memory.contacts(desk)
    begun = ((one, contacts.get(one.letter.person)) for one in drafts.begun())
    return tuple(
        Begun(one.letter, one.name or _name(desk, one.letter.person, one.letter.event, nobody=""))
        for one, contact in begun
        if contact is None or contact.permission is not Permission.NEVER_CONTACT
    )


def _name(desk: Desk, person: str, event: str, *, nobody: str = "somebody") -> str:
    """Whom a letter is to: the person, or whoever the promise names."""
    if person:
        contact = memory.contacts(desk).get(person)
        return (contact.name if contact else "") or nobody
    return next((one.name for one in memory.promises(desk) if one.id == event), "") or nobody
