"""Hardness and the forecast on a terminal: short, with the next stretch, and with how sure it is."""

from typing import TYPE_CHECKING

from askwell.terminal import show

if TYPE_CHECKING:
    from askwell.guide.forecast import Forecast
    from askwell.guide.hardness import Hardness


def tell(hard: "Hardness | None", may_come: "Forecast | None") -> None:
    """Both, each only where there is something to tell."""
    if hard:
        _hardness(hard)
    if may_come:
        _forecast(may_come)


def _hardness(found: "Hardness") -> None:
    show.say()
    before = f", {found.was} a month ago" if found.was is not None else ""
    show.heading(f"How you ask: {found.score} of 100{before}")
    show.say(found.say)
    show.table(("", "", ""), [(p.label, str(p.score or ""), p.made_of) for p in found.parts])
    if found.next:
        show.say(f"Your next stretch: {found.next.stretch}")


def _forecast(found: "Forecast") -> None:
    from askwell.guide.forecast import words

    show.say()
    show.heading("What may lie ahead")
    show.say(words.said(found))
    show.table(
        ("", "to 100 referrals", "to an offer"),
        [(words.PACES[one.name], words.goal_band(found, one), words.band(one.to_offer)) for one in found.paces],
    )
    if not found.is_there:
        show.say(words.moves(found))
    show.hint(f"{words.sure(found)} {words.UNKNOWN}")
