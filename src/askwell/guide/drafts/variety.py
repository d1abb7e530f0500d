"""No two letters of one day say the same: what the first ones say, the later ones say otherwise or leave out."""

from collections.abc import Callable

from askwell.domain.plans import Draft
from askwell.guide.drafts.composer import Composer
from askwell.guide.drafts.said import sentences_of


def unlike(composer: Composer, write: Callable[[Composer], Draft | None], said: set[str]) -> Draft | None:
    """A draft without a sentence of those `said` before in letters of this day, which its own join.

    The same draft always comes out the same. Of talking points only the question counts; the rest is said, not read.
    """
    draft = write(composer.beside(said))
    if draft is not None:
        said.update(sentences_of(draft.text if draft.channel != "phone" else draft.need.question if draft.need else ""))
    return draft
