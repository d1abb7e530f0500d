"""Erasing everything of one seeker: rows, history, copies; final. What is deleted is overwritten."""

# ruff: noqa: S608 - SQL is put together from names of our own; values are always parameters

import json
import re
import secrets
from contextlib import suppress

from django.apps import apps

from askwell.store import copies, scope
from askwell.store.batches import writing
from askwell.store.forgetting import thoroughly
from askwell.store.place import here

EXPORT = r"-\d{8}T\d{6}Z\.json(\.\d+\.new)?"  # what follows her name where an export is kept, or was being written
BATCH = "batch"  # the counter that tells one state of the store from the next

EMPTIED = (
    "UPDATE askwell_seeker SET goals = '{}', me = '[]', phase = 'active', landed = NULL, first_import = '', salt = %s,"
    " counters = %s, size = NULL, pace = NULL, rest_day = '', accepts_since = NULL, shortcuts = TRUE,"
    " theme = 'system', forecast = TRUE WHERE id = %s"
)


def erase() -> None:
    """Delete every row of the open scope's seeker, and the copies that hold them."""
    seeker = scope.current()
    tables = [model._meta.db_table for model in apps.get_app_config("store").get_models()]  # noqa: SLF001 - Django's own name
    with thoroughly():
        with writing() as (cursor, counters):
            for table in reversed(tables):
                if table != "askwell_seeker":
                    cursor.execute(f"DELETE FROM {table} WHERE seeker_id = %s", [seeker.id])
            cursor.execute(EMPTIED, [secrets.token_hex(16), json.dumps(_counted_on(counters)), seeker.id])
        scope.note_change()
        _remove_copies(seeker.name)


def _counted_on(counters: dict[str, int]) -> dict[str, int]:
    """The numbers given out so far stay, so that no id ever means two things; this change takes one more."""
    return {**counters, BATCH: counters.get(BATCH, 1) + 1}


def _remove_copies(name: str) -> None:
    """The copies of an embedded database are hers alone; on a server her own exports go: for Ann, not Ann-Marie's."""
    place = here()
    hers = re.compile(".*" if place.embedded else re.escape(name) + EXPORT, re.DOTALL)
    with copies.one_by_one:  # one that is just being made in another thread is there before, and goes too
        for file in place.copies.glob("*"):
            if hers.fullmatch(file.name):
                with suppress(OSError):  # Windows keeps what is open; the next copy's thinning takes it
                    file.unlink()
