"""When the app is opened, what is connected is read once, behind the pages: by a child, as if she had asked for it."""

import os
from contextlib import suppress

from askwell.actions.connecting import by_itself
from askwell.domain.errors import Refused
from askwell.web import home
from askwell.web.jobs.book import book_of

CLOCK = "ASKWELL_NOW"  # a clock that was set is that of a test or of a made-up day


def read_what_is_due(seeker: str) -> None:
    """Begin to read it, and wait for nothing; what stands in the way is said where it says when it was last checked."""
    if CLOCK in os.environ:
        return
    with suppress(Refused), home.here().house().desk(seeker=seeker, tell=False) as desk:
        if names := by_itself.due(desk):
            book_of(desk).read_servers(desk, names)
