"""Adding people by hand: somebody met yesterday, or the three that she begins with, as one change."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from askwell.actions import memory
from askwell.actions.adding_read import Namesakes, Newcomer, card_in, person_in, read_newcomers
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.domain.errors import Refused
from askwell.domain.saying import listed

__all__ = ["Added", "Namesakes", "Newcomer", "add_people", "add_person", "card_in", "person_in"]


@dataclass(frozen=True, slots=True)
class Added(Done):
    """`people` are the ids, in the order they were told of; `known` those among them who were here already."""

    people: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()


def add_person(
    desk: Desk,
    name: str,
    *,
    email: str | None = None,
    company: str | None = None,
    title: str | None = None,
    tie: str | None = None,
    met: str | None = None,
    new: bool = False,
) -> Added:
    """Somebody met yesterday. Who is known already, by id, address or full name and company, gets what is new.

    Refused where somebody has the very name and nothing tells whether it is the same person, unless `new` says not;
    and where the very same was added before.
    """
    people = memory.contacts(desk)
    chosen = people.get(name.strip())
    newcomer = Newcomer(
        name=chosen.name if chosen else name,
        email=email or "",
        company=company or "",
        title=title or "",
        tie=tie or "",
        met=met or "",
        person=chosen.id if chosen else "",
        new=new,
    )
    added = add_people(desk, [newcomer])
    (who,) = added.people
    shown = memory.contacts(desk)[who].name
    if who not in added.known:
        return replace(added, said=f"Added {shown} ({who}).")
    if not chosen and added.batch is None:
        raise Refused(f"{shown} was added before, with the same words; nothing was changed.")
    return replace(added, said=f"{shown} ({who}) was known already; what you said was added.")


def add_people(desk: Desk, newcomers: Sequence[Newcomer]) -> Added:
    """All of them in one change. Who is known already gets what is new; the very same words change nothing.

    Raises Namesakes; Refused where there is no name, an address is none, or is her own, or one is told of twice.
    """
    from askwell.store import write

    people = memory.contacts(desk)
    read = read_newcomers(desk, newcomers, people)
    names = [people[one.whose].name if one.whose else one.card.card.name for one in read]
    with write.batch("add", f"Added {listed(names)}", now=desk.now) as batch:
        made = write.add_people(batch, [one.as_person() for one in read if not one.whose])
        for one in read:
            if one.whose:
                one.add_to(batch, people[one.whose])
    rest = iter(made)
    ids = tuple(one.whose or next(rest) for one in read)
    known = frozenset(one.whose for one in read if one.whose)
    new = [name for name, one in zip(names, read, strict=True) if not one.whose]
    before = [name for name, one in zip(names, read, strict=True) if one.whose]
    return Added(_said(new, before, changed=batch.changed), batch.trace, people=ids, known=known)


def _said(new: Sequence[str], before: Sequence[str], *, changed: bool) -> str:
    """Who is new, and who was here; a line in which everybody who was told of has a place."""
    added = f"Added {listed(new)}."
    if not before:
        return added
    was = f"{listed(before)} {'was' if len(before) == 1 else 'were'} here already"
    if new:
        return f"{added} {was}."
    return f"{was}; {'what you said is added' if changed else 'nothing was changed'}."
