"""What was given and not brought in, as far as it still matters."""

from askwell.actions.desk import Desk
from askwell.web.jobs.book import Standing, State, book_of
from askwell.web.jobs.job import Wish


def unfinished(desk: Desk) -> list[Standing]:
    """Jobs that wait for something, newest first; not those whose very files came in by another job."""
    listed = [one for one in book_of(desk).listed(desk) if one.job.wish is not Wish.SYNC]
    stored = {file.mark for one in listed if one.state is State.STORED for file in one.job.files}
    return [one for one in listed if one.is_open and (one.is_going or not _are_in(one, stored))]


def _are_in(one: Standing, stored: set[str]) -> bool:
    return all(file.mark and file.mark in stored for file in one.job.files)
