"""What the buttons of a letter's page do where no script does it first: each keeps the words, and says where to go."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from askwell.actions import drafting, people
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.domain.letters import Letter as Kept
from askwell.domain.people import Contact
from askwell.guide import gaps
from askwell.guide.gaps import Place
from askwell.guide.review import mending
from askwell.identity import handles
from askwell.web.letters import beside
from askwell.web.letters.posted import Posted, line
from askwell.web.letters.sheet import Sheet, kept_rows, made_of
from askwell.web.letters.shown import Shown, count
from askwell.web.letters.whom import Whom

THOUGHTS, LETTER = "thoughts", "letter-text"  # places on the page


@dataclass(frozen=True, slots=True)
class Next:
    """Where to go after a button, and what to say there ("" and None for nothing)."""

    to: str
    done: Done | None = None


@dataclass(frozen=True, slots=True)
class Hand:
    """One press of a button: the letter as it was posted, and the page it was posted from."""

    desk: Desk
    whom: Whom
    shown: Shown
    posted: Posted
    post: Mapping[str, str]

    def sheet(self) -> Sheet:
        """The page as the posted letter would show it."""
        shown = replace(self.shown, channel=self.posted.channel)
        return Sheet.of(self.desk, self.whom, shown)

    def keep(self, text: str | None = None) -> None:
        """Keep the letter, with another text if it has changed; words that stand as they were made need no keeping."""
        words = self.posted.text if text is None else text
        if self.posted.made != made_of(self.posted.subject, words):
            drafting.keep(self.desk, self.letter(words), base=self.posted.revision)

    def letter(self, text: str) -> Kept:
        return self.posted.as_kept(self.whom, text)

    def go(self, *, mark: str = "", **changes: object) -> Next:
        """Back to the page as it was, with some of it changed."""
        shown = replace(self.shown, channel=self.posted.channel, left=self.posted.left)
        return Next(shown.at(self.whom.path, mark=mark, **changes))


def act(hand: Hand) -> Next:
    """Do what the button says; without one, the words are kept."""
    name = next((name for name in _ACTS if name in hand.post), "")
    return _ACTS.get(name, _keep)(hand, hand.post.get(name, ""))


def _keep(hand: Hand, _: str) -> Next:
    hand.keep()
    return hand.go()


def _do(hand: Hand, what: str) -> Next:
    """On its way: a page with the link into her mail, or with the text to copy. The enter key only keeps."""
    if what not in {"mail", "copy"}:
        filled = next((gap for gap in beside.gaps(hand.sheet()) if line(hand.post.get(gap.field, ""))), None)
        return _add(hand, str(filled.number)) if filled else _keep(hand, "")
    hand.keep()
    to, done = _address(hand)
    shown = replace(hand.shown, channel=hand.posted.channel, to=to)
    return Next(shown.at(f"{hand.whom.path}/{what}"), done)


def _address(hand: Hand) -> tuple[int, Done | None]:
    """The address she wrote to, by its number among those known; a new one is added to the person."""
    typed = handles.address(hand.posted.to)
    letter = hand.sheet().letter
    if not typed or not letter.contact.id:
        return 0, None
    if typed in letter.addresses:
        return letter.addresses.index(typed) + 1, None
    added = people.add_person(hand.desk, letter.contact.id, email=typed)
    known = hand.sheet().letter.addresses
    place = known.index(typed) + 1 if typed in known else 0
    return place, Done(f"Noted the address of {letter.contact.name}.", added.batch)


def _use(hand: Hand, rule: str) -> Next:
    """The words of a thought, in place of hers."""
    posted, sheet = hand.posted, hand.sheet()
    thought = next((one for one in sheet.review(posted.text, posted.left).thoughts if one.rule == rule), None)
    hand.keep(mending.use(posted.text, thought) if thought else None)
    return hand.go(mark=THOUGHTS)


def _leave(hand: Hand, rule: str) -> Next:
    hand.keep()
    known = rule in mending.GRAVEST_FIRST
    return hand.go(mark=THOUGHTS, left=tuple(dict.fromkeys((*hand.posted.left, *([rule] if known else [])))))


def _channel(hand: Hand, channel: str) -> Next:
    hand.keep()
    return hand.go(channel=channel)


def _need(hand: Hand, number: str) -> Next:
    hand.keep()
    return hand.go(need=count(number), left=())


def _gift(hand: Hand, number: str) -> Next:
    hand.keep()
    return hand.go(gift=count(number), left=())


def _add(hand: Hand, number: str) -> Next:
    """A line that only she can say goes into the letter; how the two know each other is remembered beyond it."""
    sheet = hand.sheet()
    gap = next((one for one in beside.gaps(sheet) if str(one.number) == number), None)
    said = line(hand.post.get(gap.field, "")) if gap else ""
    if gap is None or not said:
        return _keep(hand, "")
    done = _remember(hand, sheet.letter.contact, said) if gap.place is Place.KNOWN else None
    if done is None or hand.posted.made != made_of(hand.posted.subject, hand.posted.text):
        hand.keep(gaps.put(hand.posted.text, said, gap.place))
    return replace(hand.go(mark=LETTER), done=done)


def _remember(hand: Hand, contact: Contact, said: str) -> Done | None:
    """How the two know each other, in her own words: letters made from now on say it."""
    if not contact.id:
        return None
    added = people.add_person(hand.desk, contact.id, met=said)
    return Done(f"Noted how you and {contact.name} know each other.", added.batch)


def _take(hand: Hand, revision: str) -> Next:
    """Go on with what another window wrote; the words of this one stay, in its place."""
    hand.keep()
    rows = kept_rows(hand.desk, hand.whom)
    other = next((row for row in rows if row.revision == count(revision)), None)
    if other is not None and other.need != hand.posted.need:
        return _to_question(hand, other)
    mine = next((row for row in rows if row.text == hand.posted.text and row is not other), None)
    if other is not None:
        if mine is not None:
            drafting.keep(hand.desk, replace(other, text=mine.text, subject=mine.subject), base=other.revision)
            drafting.keep(hand.desk, replace(mine, text=other.text, subject=other.subject), base=mine.revision)
        else:
            drafting.keep(hand.desk, other, base=other.revision)
    return hand.go()


def _to_question(hand: Hand, other: Kept) -> Next:
    """On to what was begun to another question; each stays with its own."""
    asked = [need.question for need in hand.sheet().letter.needs]
    drafting.keep(hand.desk, other, base=other.revision)
    return hand.go(need=asked.index(other.need) + 1 if other.need in asked else 0, left=())


def _anew(hand: Hand, _: str) -> Next:
    """Back to the words that Askwell made; hers are let go of, with Undo."""
    hand.keep()
    kept, whom = hand.sheet().kept, hand.whom
    if kept is None:
        return hand.go(mark=LETTER)
    done = drafting.let_go(hand.desk, whom.person, whom.purpose, event=whom.event, revision=kept.revision)
    return replace(
        hand.go(mark=LETTER, left=()), done=replace(done, said="Askwell’s words again. Undo brings yours back.")
    )


def _drop(hand: Hand, revision: str) -> Next:
    """Let go of what another window wrote, with Undo."""
    hand.keep()
    whom = hand.whom
    done = drafting.let_go(hand.desk, whom.person, whom.purpose, event=whom.event, revision=count(revision))
    return replace(hand.go(), done=done)


_ACTS: dict[str, Callable[[Hand, str], Next]] = {
    "use": _use,
    "leave": _leave,
    "channel": _channel,
    "need": _need,
    "gift": _gift,
    "add": _add,
    "take": _take,
    "drop": _drop,
    "anew": _anew,
    "do": _do,
}
