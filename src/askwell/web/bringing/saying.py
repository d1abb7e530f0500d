"""What a delivery is headed with: what would come in, what came in, or why nothing did."""

from dataclasses import dataclass

from askwell.actions.imports import Import
from askwell.web.bringing.counting import MESSAGES, NEW, Counted
from askwell.web.jobs.book import State
from askwell.web.jobs.job import Wish
from askwell.web.parts import Act
from askwell.web.parts.words import counted

Said = tuple[str, str]  # the heading, and the line under it


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What a page says while the work goes on: its heading, what can be done meanwhile, what is not to be feared."""

    heading: str
    lede: str
    remark: str


MEANWHILE = {
    Wish.LOOK: Meanwhile(
        "Reading your files",
        "Everything else in Askwell can be used meanwhile.",
        "It is read by Askwell alone. Nothing is saved meanwhile.",
    ),
    Wish.IMPORT: Meanwhile(
        "Bringing them in",
        "Everything else in Askwell can be used meanwhile.",
        "All of it is saved in one stroke, or none of it.",
    ),
    Wish.SYNC: Meanwhile(
        "Reading what is new",
        "A first reading of many years takes some minutes.",
        "It is only read. Nothing is marked as read there, and nobody hears of it.",
    ),
}


def before(told: Counted) -> Said:
    """Of what would come in."""
    if not told.is_news:
        return _nothing(told)
    who = _who(told)
    return f"{who} would come in", "Nothing is saved yet. Look it through, and say yes if it is right."


def after(told: Counted, past: Import | None) -> Said:
    """Of what came in, or was taken back since."""
    if past and past.taken_back:
        return "You took this import back", "What it brought is gone again, and what you changed since has stayed."
    if not told.is_news:
        return _nothing(told)
    who = _who(told)
    lede = "They are here, and nobody is doubled. Say of a few how well you know them: then the first letter is easy."
    return f"{who} came in", lede if told.new_people else "It is all in its place, and nothing is doubled."


def read(told: Counted, past: Import | None, *, trouble: str = "") -> Said:
    """Of what came in from servers; `trouble` stood in the way at one of them."""
    if past and past.taken_back:
        return "You took this back", "What it brought is gone again, and what you changed since has stayed."
    if not told.is_news:
        if trouble:
            return "Nothing came in", "Not all of it could be looked at. Nothing here was changed."
        return "Nothing new", "All that is there is here already, or was left out for a reason."
    lede = "They are here, and nobody is doubled." if told.new_people else "It is all in its place."
    return f"{_who(told)} came in", lede


def ended(state: State, *, importing: bool, said: str) -> Said:
    """Of what was not done."""
    if state is State.REFUSED:
        return "This did not work", said
    if state is State.STOPPED:
        return "You stopped it", "Nothing was changed."
    what = "Your import" if importing else "Reading your files"
    return f"{what} did not finish", "Nothing was changed."


def undo(past: Import | None, *, back: str) -> Act | None:
    """What takes the import back, or brings it back; None where it is too late."""
    if past is None or not past.can_be_undone:
        return None
    words = "Bring it back" if past.taken_back else "Undo this import"
    return Act(words, post=f"/undo/{past.taken_back or past.batch}", name="to", value=back)


def _who(told: Counted) -> str:
    """In one word what comes: people where there are new ones, else the first kind of which there is something new."""
    if told.new_people:
        return counted(told.new_people, "person", "people").capitalize()
    news = [
        (group.title, line.count) for group in told.groups for line in group.lines if line.words == NEW[group.title]
    ]
    things = {NEW[title]: int(count) for title, count in news if count}
    if NEW[MESSAGES] in things:
        return counted(things[NEW[MESSAGES]], "new message").capitalize()
    first = next(iter(things), "")
    one = first.lower().removesuffix("s")
    return counted(things[first], one).capitalize() if first else "News of people you have"


def _nothing(told: Counted) -> Said:
    these = "this file" if len(told.files) == 1 else "these files"
    if told.unreadable and not told.groups:
        return f"{these.capitalize()} could not be read", "What to do stands below. Nothing was changed."
    if told.groups:
        return f"Nothing new in {these}", "All that is in there is here already, or was left out for a reason."
    return f"Nothing about people in {these}", "What to do stands below. Nothing was changed."
