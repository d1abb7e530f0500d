"""What could be done next, on a page: hints worded as buttons. What the form at hand asks for by itself has none."""

from collections.abc import Callable, Iterable, Iterator

from askwell.domain.hints import SAME, Hint
from askwell.web.parts import Act

NEW = "new"  # an option: somebody else of the same name


def acts(hints: Iterable[Hint]) -> list[Act]:
    """A button for each hint that leads to another page or makes a change, none of them twice."""
    return list(dict.fromkeys(_acts(hints)))


def _acts(hints: Iterable[Hint]) -> Iterator[Act]:
    for hint in hints:
        found = _WAYS[hint.verb](hint)
        if found:
            yield found


def _to(words: str, href: str) -> Callable[[Hint], Act | None]:
    """Always the same page."""
    return lambda _: Act(words, href=href)


def _nowhere(_: Hint) -> None:
    """The form that was sent asks for it by itself, or it is a word of the command line alone."""


def _people(hint: Hint) -> Act:
    return Act("Look for somebody", href="/people") if hint.args else Act("Say who is the same person", href="/sort")


def _add(hint: Hint) -> Act | None:
    """To a person who is there already; a newcomer of the same name is chosen in the form."""
    if any(name == NEW for name, _ in hint.options):
        return None
    person = next((one for one in hint.args if one.startswith("p") and one[1:].isdecimal()), "")
    return Act("See who is there", href=f"/people/{person}") if person else Act("Add somebody", href="/add")


def _rest(hint: Hint) -> Act:
    """The page of the one whose rest it is, where the way back stands."""
    person = next((one for one in hint.args if one.startswith("p") and one[1:].isdecimal()), "")
    return Act("Look at their page", href=f"/people/{person}") if person else Act("See your people", href="/people")


def _undo(hint: Hint) -> Act:
    """`to` says what comes back or goes, as in “bring it back”."""
    return Act(hint.to[:1].upper() + hint.to[1:], post=f"/undo/{hint.args[0]}")


_WAYS: dict[str, Callable[[Hint], Act | None]] = {
    SAME: _nowhere,
    "add": _add,
    "applied": _to("Note an application", "/applications"),
    "connect": _to("Connect it", "/connect"),
    "sync": lambda _: Act("Read it now", post="/connect/check"),
    "backup": _to("Make a copy", "/data"),
    "detect": _nowhere,
    "doctor": _to("See your copies", "/data"),
    "goals": _to("See what you look for", "/goal"),
    "import": _nowhere,
    "log": _nowhere,
    "pause": lambda _: Act("Go on with my search", post="/today/resume"),
    "people": _people,
    "promises": _to("See whom you owe a word", "/thanks"),
    "replies": _to("See your replies", "/replies"),
    "rest": _rest,
    "restore": _to("See your copies", "/data"),
    "today": _to("See a note for each", "/today"),
    "undo": _undo,
    "unmerge": lambda hint: Act("See whose cards these are", href=f"/people/{hint.args[0]}/held"),
}
