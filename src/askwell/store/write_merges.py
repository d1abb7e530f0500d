"""Making one person of two, and two of one again: a merge is a link, no row is deleted, so it can always be undone."""

from askwell.domain.errors import Refused
from askwell.store import ids, sums
from askwell.store.rows import Batch

LATER = (
    "SELECT c.id FROM askwell_card c JOIN askwell_batch b ON b.id = c.batch_id"
    " WHERE c.seeker_id = %s AND c.contact_id = %s AND b.made > %s"
)


def merge(batch: Batch, survivor: str, other: str) -> None:
    """Link `other` to `survivor`: from now on both ids mean the survivor."""
    links = sums.parents(batch.cursor, batch.scope.id)
    into = sums.root(batch.read("contact", survivor), links)
    away = sums.root(batch.read("contact", other), links)
    if into == away:
        raise Refused("These two are one person already.")
    batch.update("contact", {away: {"merged_into": into, "merged_at": batch.now}})


def unmerge(batch: Batch, contact: str) -> tuple[str, str]:
    """Separate a contact again: one that was merged away, or of a survivor the one merged last. Tells both ids.

    Cards that came to the survivor since the merge go with the one whose address, profile or phone they share.
    """
    key = batch.read("contact", contact)
    into, at = batch.column("contact", "merged_into"), batch.column("contact", "merged_at")
    row = batch.fetch("contact", [key]).get(key)
    if row is not None and row[into] is None:
        merged = batch.fetch("contact", batch.keys("contact", "merged_into", [key]))
        key = max(merged, key=lambda k: (merged[k][at] or 0, k), default=0)
        row = merged.get(key)
    if row is None:
        raise Refused(f"“{contact}” was not merged with anybody.")
    survivor, since = int(row[into] or 0), int(row[at] or 0)
    _part_cards(batch, key, survivor, since)
    batch.update("contact", {key: {"merged_into": None, "merged_at": None}})
    return ids.show("contact", survivor), ids.show("contact", key)


def _part_cards(batch: Batch, key: int, survivor: int, since: int) -> None:
    links = sums.parents(batch.cursor, batch.scope.id)
    own = [key, *(away for away in links if key in _line(away, links))]
    batch.cursor.execute(LATER, [batch.scope.id, survivor, since])
    later = {row[0] for row in batch.cursor.fetchall()}
    if not later:
        return
    theirs = set(batch.keys("card", "contact_id", [survivor])) - later
    hers, others = _handles(batch, batch.keys("card", "contact_id", own)), _handles(batch, theirs)
    going = [card for card in later if (told := _handles(batch, [card])) & hers and not told & others]
    batch.update("card", {card: {"contact_id": key} for card in going})


def _line(key: int, links: dict[int, int]) -> set[int]:
    """All that a contact was merged into, one after the other."""
    line: set[int] = set()
    while key in links:
        key = links[key]
        line.add(key)
    return line


def _handles(batch: Batch, cards: "list[int] | set[int]") -> set[tuple[object, ...]]:
    places = batch.column("handle", "kind"), batch.column("handle", "value")
    rows = batch.fetch("handle", batch.keys("handle", "card_id", cards))
    return {tuple(row[place] for place in places) for row in rows.values()}


def not_same(batch: Batch, first: str, second: str) -> None:
    """Keep the seeker's word that two contacts are two people."""
    low, high = sorted((batch.read("contact", first), batch.read("contact", second)))
    batch.insert("notsame", ("first_id", "second_id"), [(low, high)])
