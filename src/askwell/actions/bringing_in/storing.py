"""Storing what was matched: one batch, in which the refs of new people become their ids."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from askwell.actions.bringing_in import namesakes, read_before, unchanged
from askwell.actions.bringing_in.exchanges import Exchange
from askwell.actions.bringing_in.matching import Matched
from askwell.actions.bringing_in.placing import NEW
from askwell.actions.bringing_in.read_before import MAIL
from askwell.actions.bringing_in.receipt import sentence
from askwell.actions.desk import Desk
from askwell.domain.cues import Cue
from askwell.domain.messages import Interaction
from askwell.domain.people import Card, Contact
from askwell.domain.reading import Receipt
from askwell.domain.search import Application
from askwell.domain.twins import maker
from askwell.identity.facts import handles_of
from askwell.identity.portrait import portrait, says_it_all

if TYPE_CHECKING:
    from askwell.store.read import Facts
    from askwell.store.write import Batch, CardIn, ExchangeIn, PersonIn


def store(desk: Desk, facts: "Facts", matched: Matched, *, also: "Callable[[Batch], None] | None" = None) -> Receipt:
    """Everything in one batch, or nothing; without anything new there is no batch. Raises Changed if it is outdated.

    `also` writes what belongs to it within the same batch.
    """
    from askwell.store import write

    if not _is_news(facts, matched):
        return matched.receipt
    files = matched.receipt.files
    people = _people(matched)
    with write.batch("import", sentence(files), now=desk.now, version=facts.version) as batch:
        if matched.herself:
            write.take_herself_out(batch, matched.herself)
        ids = write.add_people(batch, people)
        hang_on = matched.exchanges or matched.applications.new or matched.applications.changed
        refs = {f"{NEW}{at}": contact for at, contact in enumerate(ids)} if hang_on else {}
        _cards(batch, matched)
        _exchanges(batch, matched.exchanges, refs)
        _applications(batch, matched, refs)
        if matched.goals != facts.goals:
            write.set_goals(batch, matched.goals)
        write.set_me(batch, matched.own.handles)
        if facts.first_import is None:
            write.set_first_import(batch, desk.calendar.day(desk.now))
        write.add_files(batch, list(zip(files, _marks(matched), strict=True)))
        if also:
            also(batch)
    return replace(matched.receipt, batch=batch.trace)


def _marks(matched: Matched) -> list[str]:
    """What the files will be known by: mail, and a list of people that came by itself."""
    whose, lines = (matched.own.handles, matched.goals.name), matched.receipt.files
    if matched.text_since is not None:
        told = read_before.hangs_on(*whose, matched.text_since)
        mail = (digest if line.source == MAIL else "" for digest, line in zip(matched.digests, lines, strict=True))
        return read_before.marks(list(mail), lines, told)
    is_list = len(lines) == 1 and bool(matched.digests[0])
    return [unchanged.known_by(matched.digests[0], *whose)] if is_list else [""] * len(lines)


def _is_news(facts: "Facts", matched: Matched) -> bool:
    """Whether anything at all is to be stored."""
    placed, applied = matched.placed, matched.applications
    return bool(
        placed.people
        or placed.added
        or placed.changed
        or matched.exchanges
        or matched.herself
        or matched.changes
        or applied.new
        or applied.changed
        or matched.goals != facts.goals
        or matched.own.handles != frozenset(facts.me)
    )


def _people(matched: Matched) -> list["PersonIn | CardIn"]:
    """The new people with their cards; those who show just what their one card says as that card alone."""
    from askwell.store.write import PersonIn

    own, employer_of = _CardMaker(matched.region), matched.employer_of
    people: list[PersonIn | CardIn] = []
    for number, cards in enumerate(matched.placed.people):
        like = matched.in_peace.get(number)
        if like is None and len(cards) == 1 and says_it_all(cards[0], employer_of=employer_of):
            people.append(own(cards[0]))
            continue
        contact = _contact(cards, employer_of)
        people.append(PersonIn(namesakes.left(contact, like) if like else contact, tuple(map(own, cards))))
    return people


def _contact(cards: Sequence[Card], employer_of: Callable[[str], str]) -> Contact:
    """A new contact as its cards show it."""
    shown = portrait(cards, employer_of=employer_of)
    return Contact(id="", **shown._asdict())


class _CardMaker:
    """Cards as the store takes them, with their handles in one form."""

    def __init__(self, region: str) -> None:
        from askwell.store.write import CardIn

        self._make = maker(CardIn)
        self._region = region

    def __call__(self, card: Card) -> "CardIn":
        return self._make(card, handles_of(card, region=self._region), "")


def _cards(batch: "Batch", matched: Matched) -> None:
    from askwell.store import write

    placed, own = matched.placed, _CardMaker(matched.region)
    write.add_cards(batch, [(contact, own(card)) for contact, card in placed.added])
    write.change_cards(batch, {stored: own(card) for stored, card in placed.changed.items()})
    for survivor, other, _ in placed.merged:
        write.merge(batch, survivor, other)
    write.change_contacts(batch, matched.changes)


def _exchanges(batch: "Batch", exchanges: Sequence[Exchange], refs: dict[str, str]) -> None:
    from askwell.store import write

    own = _ExchangeMaker(refs)
    write.add_exchanges(batch, [own(one) for one in exchanges if not one.stored])
    again = {one.stored: own(one) for one in exchanges if one.stored}
    write.change_exchanges(batch, again)
    write.add_cues(batch, [(stored, cue) for stored, one in again.items() for cue in one.cues])


class _ExchangeMaker:
    """Interactions as the store takes them, with the ids of new people for their refs."""

    def __init__(self, refs: dict[str, str]) -> None:
        from askwell.store.write import ExchangeIn

        self._make, self._interaction = maker(ExchangeIn), maker(Interaction)
        self._refs = refs

    def __call__(self, one: Exchange) -> "ExchangeIn":
        message, refs = one.message, self._refs
        took_part = {refs.get(ref, ref): handle for ref, handle in zip(one.people, one.handles, strict=True)}
        interaction = self._interaction(
            "",
            message.at,
            message.channel,
            one.direction,
            tuple(took_part),
            one.group,
            one.thread,
            message.subject,
            one.text,
            message.writer,
            message.origin,
            message.end,
            message.cancelled,
            message.recurring,
        )
        cues = tuple(_cue(cue, refs) for cue in one.cues)
        return self._make(interaction, one.key, cues, tuple(took_part.values()))


def _cue(cue: Cue, refs: dict[str, str]) -> Cue:
    return replace(cue, contacts=tuple(refs.get(ref, ref) for ref in cue.contacts))


def _applications(batch: "Batch", matched: Matched, refs: dict[str, str]) -> None:
    from askwell.store import write

    def known(application: Application) -> Application:
        return replace(application, contact=refs.get(application.contact, application.contact))

    write.add_applications(batch, [known(one) for one in matched.applications.new])
    write.change_applications(batch, {key: known(one) for key, one in matched.applications.changed.items()})
