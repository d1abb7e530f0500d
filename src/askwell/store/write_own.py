"""Writing her own word on somebody who is known: one card of its own."""

from askwell.identity.portrait import EDIT
from askwell.store import ids, read_one
from askwell.store.rows import Batch
from askwell.store.write_people import CardIn, add_cards, change_cards


def correct(batch: Batch, contact: str, card: CardIn) -> None:
    """Keep the card in place of the one that she said before."""
    group = read_one.group(batch.cursor, contact)
    if group is None:
        return
    cards = batch.fetch("card", batch.keys("card", "contact_id", group.keys))
    source = batch.column("card", "source")
    before = [key for key, row in cards.items() if row[source] == EDIT]
    if before:
        change_cards(batch, {ids.show("card", before[-1]): card})
    else:
        add_cards(batch, [(contact, card)])
