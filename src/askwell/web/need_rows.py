"""The questions that would help, as the page shows them and as they come back from it: hers, and those proposed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.http import QueryDict

from askwell.domain.goals import Goals, Need, NeedKind
from askwell.identity import resume
from askwell.method import goals as tip_two
from askwell.web.kept_form import Clash
from askwell.web.meanwhile import MINE, THEIRS, choice_of, instead, mark
from askwell.web.parts import Option
from askwell.web.words_field import NUL, fault_of

MOST, LONGEST = 100, 500  # questions that are looked at, and characters of one
A_LINE = 60  # characters of a question in one line, on a laptop
LEAVE_OUT = "Leave it out"
TAKEN_OUT = "Meanwhile it was taken out."


@dataclass(frozen=True, slots=True)
class Row:
    """A question on the page, by its number; `id` begins the names of its fields.

    `was` is the mark of the question among hers that this row shows, "" where it is none of them.
    """

    number: int
    need: Need
    ticked: bool
    was: str = ""
    fault: str = ""
    clash: Clash | None = None

    @property
    def id(self) -> str:
        return f"q{self.number}"

    @property
    def lines(self) -> int:
        """About how many lines it takes, for browsers that do not find out by themselves."""
        return 1 + len(self.need.question) // A_LINE

    @property
    def chosen(self) -> bool:
        return self.ticked and bool(self.need.question)


@dataclass(frozen=True, slots=True)
class Own:
    """A question that she wrote herself into the line for one kind."""

    kind: NeedKind
    words: str = ""
    fault: str = ""


def rows_of(goals: Goals) -> tuple[Row, ...]:
    """Her own questions, and those proposed beside them; all proposed ones are ticked as long as she wrote none."""
    mine = {resume.alike(need.question) for need in goals.needs}
    proposed = (need for need in tip_two.propose_needs(goals) if resume.alike(need.question) not in mine)
    known = [*((need, True) for need in goals.needs), *((need, not goals.needs) for need in proposed)]
    return tuple(
        Row(number, need, ticked, _mark(need.question) if ticked else "")
        for number, (need, ticked) in enumerate(known, start=1)
    )


def rows_posted(told: QueryDict, goals: Goals) -> tuple[Row, ...]:
    """The questions as they were sent, met with what another window kept meanwhile; what it added comes last."""
    kept = {row.was: row.need for row in rows_of(goals) if row.ticked}
    sent = tuple(_read(told, goals))
    turned = _turned(sent, kept)
    rows = [_met(row, kept, turned, takes=told.get(choice_of(row.id)) == THEIRS) for row in sent]
    there = {row.was for row in rows}
    added = (was for was in kept if was not in there)
    return (*rows, *(Row(number, kept[was], ticked=True, was=was) for number, was in enumerate(added, len(rows) + 1)))


def own_posted(told: QueryDict) -> tuple[Own, ...]:
    """What she wrote herself, in the order of the kinds."""
    return tuple(_own(kind, _plain(told.get(f"own-{kind}", ""))) for kind in NeedKind)


def _own(kind: NeedKind, words: str) -> Own:
    return Own(kind, words.replace(NUL, ""), fault_of(words, longest=LONGEST))


def _read(told: QueryDict, goals: Goals) -> Iterator[Row]:
    """The questions just as they were sent; what one serves is hers to change by her goals alone."""
    served = tip_two.serves(goals)
    for number in range(1, MOST + 1):
        name = f"q{number}"
        kind = told.get(f"{name}-kind", "")
        if kind not in list(NeedKind):
            return
        serves = told.get(f"{name}-serves", "")
        need = Need(NeedKind(kind), _plain(told.get(f"{name}-words", "")), serves if serves in served else "")
        yield Row(number, need, name in told, told.get(f"{name}-was", ""))


def _turned(sent: tuple[Row, ...], kept: Mapping[str, Need]) -> dict[str, str]:
    """Of questions that are not among hers any more, by their marks: the one that stands in the place of each."""
    found: dict[str, str] = {}
    for kind in NeedKind:
        shown = [row.was for row in sent if row.was and row.need.kind is kind]
        found |= instead(shown, [was for was, need in kept.items() if need.kind is kind])
    return found


def _met(row: Row, kept: Mapping[str, Need], turned: Mapping[str, str], *, takes: bool) -> Row:
    """A question as it goes on. `takes`: she chose what the other window says."""
    words, same = row.need.question, _mark(row.need.question)
    said = same if row.chosen else ""
    now = row.was or same
    now = now if now in kept else turned.get(now, "")
    row = replace(row, need=replace(row.need, question=words.replace(NUL, "")))
    if takes or said in {row.was, now}:
        return replace(row, need=kept[now], ticked=True, was=now) if now else replace(row, ticked=False, was="")
    return replace(
        row,
        was=now,
        fault=fault_of(words, longest=LONGEST) if row.ticked else "",
        clash=_clash(row, kept[now].question if now else "") if now != row.was else None,
    )


def _clash(row: Row, said: str) -> Clash:
    mine = Option("Keep mine" if row.chosen else LEAVE_OUT, MINE)
    that = Option("Take that one" if said else LEAVE_OUT, THEIRS)
    return Clash(row.id, f"Question {row.number}", said, empty=TAKEN_OUT, options=(mine, that))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _mark(question: str) -> str:
    return mark(_plain(question))
