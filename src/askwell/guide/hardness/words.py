"""What each part of hardness is made of, in words, its one stretch, and what the whole figure says. Kind throughout."""

from collections.abc import Callable, Mapping

from askwell.guide.hardness.behavior import Behavior
from askwell.guide.hardness.scale import Name

SAYS = {
    "soft": "So far you keep close to what feels safe, a fine place to begin. One more ask changes it soonest.",
    "between": "More asking than waiting. You are on the way.",
    "hard": "You ask one person at a time, and you keep at it. That is how doors open.",
}
LABELS: Mapping[Name, str] = {
    Name.INITIATIVE: "Starting conversations",
    Name.ONE_TO_ONE: "One to one",
    Name.AGENDA: "One clear question",
    Name.OPENNESS: "Open about the search",
    Name.REACH: "Reaching further",
    Name.FOLLOW_THROUGH: "Following through",
    Name.RECIPROCITY: "Giving back",
    Name.YIELD: "People named in talks",
}
STRETCHES: Mapping[Name, str] = {
    Name.INITIATIVE: "Ask one more person on each working day of this week.",
    Name.ONE_TO_ONE: "Invite somebody you saw in a group to a call, just the two of you.",
    Name.AGENDA: "Give each of your next five asks one question that can be answered in five minutes.",
    Name.OPENNESS: "Say in your next first letters that you are looking. One plain sentence will do.",
    Name.REACH: "Ask people you barely know, or lost sight of years ago. They reach furthest.",
    Name.FOLLOW_THROUGH: "Send the thanks and news that wait; late is welcome too.",
    Name.RECIPROCITY: "Do somebody who helped you a small favor: an article, two people who should meet.",
    Name.YIELD: "In your next two talks, name three places and the kinds of people you would love to meet.",
}


REMIND = "Send a kind reminder where an answer is still open. Some answers come only then."
KEEP_THE_NEXT = "Send the next thanks and news on their day. Most take three lines."


def stretch_of(name: Name, found: Behavior) -> str:
    """The one step that would raise a part; what waits decides which it is, and where nothing does, what comes next."""
    if name is not Name.FOLLOW_THROUGH or found.due > found.on_time + found.late:
        return STRETCHES[name]
    return REMIND if found.reminders_due > found.reminded else KEEP_THE_NEXT


def _counted(count: int, thing: str, things: str = "") -> str:
    return f"{count} {thing if count == 1 else things or f'{thing}s'}"


def _initiative(found: Behavior) -> str:
    words = "the next question you ask shows here"
    if found.asks:
        words = f"{_counted(found.asks, 'question')} asked in {_counted(round(found.weeks), 'week')}"
    if found.gatherings:
        count = "counts" if found.gatherings == 1 else "count"
        words += f"; {_counted(found.gatherings, 'gathering')} among people {count} too"
    return _sentence(words)


def _one_to_one(found: Behavior) -> str:
    whole, nothing = found.alone + found.together, "A talk just for two shows here"
    if found.gatherings and not whole:
        return f"{nothing}."
    words, one = "asks and talks were with one person alone", "your one ask or talk was with one person alone"
    return _of(found.alone, whole, words, one=one, nothing=nothing)


def _agenda(found: Behavior) -> str:
    part, whole = found.clear + found.prepared, found.asks + found.talks
    words, one = "asks and talks carried a clear question", "your one ask or talk carried a clear question"
    return _of(part, whole, words, one=one, nothing="One clear question in an ask shows here")


def _openness(found: Behavior) -> str:
    if found.discreet:
        return "Your search is not public, so nothing is asked of you here."
    said = "said plainly that you are looking"
    words, one = f"first letters {said}", f"your one first letter {said}"
    return _of(found.stated, found.first, words, one=one, nothing="One plain sentence in a first letter shows here")


def _reach(found: Behavior) -> str:
    words = _counted(found.new, "new person", "new people") if found.new else "somebody new shows here"
    parts = (
        f"{found.far} barely known or long unseen" if found.far else "",
        f"{found.targets} at places you named" if found.targets and found.has_targets else "",
    )
    of_all = f"of all {found.people}, " if found.people > 1 else ""
    told = ", ".join(filter(None, parts))
    return _sentence(f"{words}; {of_all}{told}" if told else words)


def _follow_through(found: Behavior) -> str:
    """What was kept is counted, what waits is not: a backlog has no number here."""
    if not found.due + found.reminders_due:
        return "Nothing fell due in these weeks."
    return _sentence("; ".join(filter(None, (_promises(found), _reminders(found)))))


def _promises(found: Behavior) -> str:
    if not found.due:
        return ""
    whole = _counted(found.due, "promise")
    if not found.on_time:
        return f"{found.late} of {whole} kept a little later" if found.late else "thanks and news are welcome late, too"
    return f"{found.on_time} of {whole} kept in time" + (f"; {found.late} a little later" if found.late else "")


def _reminders(found: Behavior) -> str:
    if not found.reminders_due:
        return ""
    if not found.reminded:
        return "a reminder could still go out"
    return f"{found.reminded} of {_counted(found.reminders_due, 'reminder')} sent"


def _reciprocity(found: Behavior) -> str:
    if not found.received + found.given:
        return "No favors either way in these weeks."
    if not found.received:
        return f"In these weeks you gave something {_times(found.given)}, before anybody helped you."
    if not found.given:
        return f"In these weeks you were helped {_times(found.received)}; a small favor back is still to come."
    return f"In these weeks you were helped {_times(found.received)}, and gave something back {_times(found.given)}."


def _yield(found: Behavior) -> str:
    if not found.conversations:
        return "No conversations in these weeks to go by."
    if not found.referrals:
        return f"{_sentence(_counted(found.conversations, 'conversation'))[:-1]} so far; a name may still come of each."
    people = _counted(found.referrals, "person", "people")
    return _sentence(f"{people} named to you in {_counted(found.conversations, 'conversation')}")


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _of(part: int, whole: int, words: str, *, one: str, nothing: str) -> str:
    """So many of so many, or the one there is; of none it is said what would show, and no nought is counted."""
    if not whole:
        return "Nothing to go by in these weeks."
    if part == whole == 1:
        return _sentence(one)
    return f"{part} of {whole} {words}." if part else f"{nothing}."


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


MADE_OF: Mapping[Name, Callable[[Behavior], str]] = {
    Name.INITIATIVE: _initiative,
    Name.ONE_TO_ONE: _one_to_one,
    Name.AGENDA: _agenda,
    Name.OPENNESS: _openness,
    Name.REACH: _reach,
    Name.FOLLOW_THROUGH: _follow_through,
    Name.RECIPROCITY: _reciprocity,
    Name.YIELD: _yield,
}
