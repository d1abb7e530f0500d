"""Small tables to weigh, of which only what a test is about is written down."""

from collections.abc import Sequence

from askwell.identity.evidence.table import KINDS, Table


def table(*rows: dict[str, str], owner: Sequence[int] = ()) -> Table:
    """One row each; whose they are, if not everybody's own."""
    kinds = dict.fromkeys((*KINDS, *(kind for row in rows for kind in row)))
    return Table({kind: [row.get(kind, "") for row in rows] for kind in kinds}, owner or range(len(rows)))


def crowd(size: int) -> list[dict[str, str]]:
    """Strangers who share nothing but first names."""
    given = ("anna", "tom", "maria", "john", "peter", "lena", "hugo", "nora")
    return [{"given": given[at % len(given)], "family": f"strange{at:04}x"} for at in range(size)]
