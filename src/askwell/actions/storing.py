"""Storing what was matched: one batch, in which the refs of new people become their ids."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from askwell.actions.desk import Desk
from askwell.actions.exchanges import Exchange
from askwell.actions.matching import Matched
from askwell.actions.placing import NEW, contact_of
from askwell.actions.receipt import sentence
from askwell.domain.cues import Cue
from askwell.domain.people import Card
from askwell.domain.reading import Receipt
from askwell.domain.search import Application
from askwell.identity.facts import handles_of
from askwell.identity.portrait import portrait

if TYPE_CHECKING:
    from askwell.store.read import Facts
    from askwell.store.write import Batch, CardIn, ExchangeIn, PersonIn


def store(desk: Desk, facts: "Facts", matched: Matched) -> Receipt:
    """Everything in one batch, or nothing; without anything new there is no batch. Raises Changed if it is outdated."""
    from askwell.store import write

    if not _is_news(facts, matched):
        return matched.receipt
    files = matched.receipt.files
    people = [_person(matched, cards) for cards in matched.placed.people]
    with write.batch("import", sentence(files), now=desk.now, version=facts.version) as batch:
        ids = write.add_people(batch, people)
        refs = {f"{NEW}{at}": contact for at, contact in enumerate(ids)}
        _cards(batch, matched)
        _exchanges(batch, matched.exchanges, refs)
        _applications(batch, matched, refs)
        if matched.goals != facts.goals:
            write.set_goals(batch, matched.goals)
        write.set_me(batch, matched.own.handles)
        if facts.first_import is None:
            write.set_first_import(batch, desk.calendar.day(desk.now))
        write.add_files(batch, [(line, "") for line in files])
    return replace(matched.receipt, batch=batch.id)


def _is_news(facts: "Facts", matched: Matched) -> bool:
    """Whether anything at all is to be stored."""
    placed, applied = matched.placed, matched.applications
    return bool(
        placed.people
        or placed.added
        or placed.changed
        or matched.exchanges
        or applied.new
        or applied.changed
        or matched.goals != facts.goals
        or matched.own.handles != frozenset(facts.me)
    )


def _person(matched: Matched, cards: list[Card]) -> "PersonIn":
    from askwell.store.write import PersonIn

    shown = portrait(cards, employer_of=matched.employer_of)
    return PersonIn(contact_of(shown), tuple(_card(card, matched.region) for card in cards))


def _card(card: Card, region: str) -> "CardIn":
    from askwell.store.write import CardIn

    return CardIn(card, handles_of(card, region=region))


def _cards(batch: "Batch", matched: Matched) -> None:
    from askwell.store import write

    placed, region = matched.placed, matched.region
    write.add_cards(batch, [(contact, _card(card, region)) for contact, card in placed.added])
    write.change_cards(batch, {stored: _card(card, region) for stored, card in placed.changed.items()})
    for survivor, other, _ in placed.merged:
        write.merge(batch, survivor, other)
    write.change_contacts(batch, matched.changes)


def _exchanges(batch: "Batch", exchanges: Iterable[Exchange], refs: dict[str, str]) -> None:
    from askwell.store import write

    new = [_exchange(one, refs) for one in exchanges if not one.stored]
    write.add_exchanges(batch, new)
    write.change_exchanges(batch, {one.stored: _exchange(one, refs) for one in exchanges if one.stored})


def _exchange(one: Exchange, refs: dict[str, str]) -> "ExchangeIn":
    from askwell.store.write import ExchangeIn

    people = tuple(dict.fromkeys(refs.get(ref, ref) for ref in one.interaction.people))
    cues = tuple(_cue(cue, refs) for cue in one.cues)
    return ExchangeIn(replace(one.interaction, people=people), one.key, cues)


def _cue(cue: Cue, refs: dict[str, str]) -> Cue:
    return replace(cue, contacts=tuple(refs.get(ref, ref) for ref in cue.contacts))


def _applications(batch: "Batch", matched: Matched, refs: dict[str, str]) -> None:
    from askwell.store import write

    def known(application: Application) -> Application:
        return replace(application, contact=refs.get(application.contact, application.contact))

    write.add_applications(batch, [known(one) for one in matched.applications.new])
    write.change_applications(batch, {key: known(one) for key, one in matched.applications.changed.items()})
