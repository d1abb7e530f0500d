"""What did not finish, to be told with a button wherever she comes first."""

from collections.abc import Mapping

from askwell.actions.desk import Desk
from askwell.web.bringing import saying
from askwell.web.bringing.unfinished import unfinished
from askwell.web.jobs.book import State, book_of
from askwell.web.jobs.job import Wish
from askwell.web.parts import Act


def cut_off(desk: Desk) -> Mapping[str, Act]:
    """A sentence for deliveries that were cut off, and what tries the latest of them again."""
    told: dict[str, Act] = {}
    readings = [one for one in book_of(desk).listed(desk) if one.job.wish is Wish.SYNC][:1]
    for one in (*unfinished(desk), *readings):
        if one.state is State.CUT_OFF:
            heading, lede = saying.ended(one.state, importing=one.job.wish is not Wish.LOOK, said="")
            told.setdefault(f"{heading}. {lede}", Act("Try again", post=f"/bring/{one.job.id}/again"))
    return told
