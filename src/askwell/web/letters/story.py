"""You and this person: what has been between the two, in a few lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from askwell.domain.people import Contact
from askwell.domain.plans import AskState, Help
from askwell.guide.story_words import TIES
from askwell.method.favors import Books
from askwell.web.parts import Moment
from askwell.web.parts.days import Clock

MOST = 4  # lines of the story, besides today
A_DAY = timedelta(days=1)
LONGEST = 60  # characters of what somebody did
_CAME_BACK = {
    AskState.SENT: "You asked",
    AskState.ANSWERED: "You asked, and got an answer",
    AskState.DECLINED: "You asked, and got a kind no",
    AskState.UNANSWERED: "You asked, and it stayed quiet",
}


@dataclass(frozen=True, slots=True)
class Story:
    """What the books tell of one person."""

    contact: Contact
    kept: Books
    clock: Clock

    @property
    def known(self) -> str:
        """How the two know each other, in her own words or by the tie, and when they were last in touch."""
        met = " ".join(self.contact.met.split()).rstrip(".")
        known = f"{met[:1].upper()}{met[1:]}" if met else TIES[self.contact.tie]
        return f"{known}. Last in touch: {self.last}." if self.last else f"{known}."

    @property
    def last(self) -> str:
        """When they were last in touch, "" where that is not known."""
        contact = self.contact
        return self.clock.near(contact.last) if contact.last and (contact.sent or contact.received) else ""

    def moments(self, this: str) -> list[Moment]:
        """The last few things in order; `this` is the letter of today."""
        told = sorted([*self._told(), *self._last_in_touch()], key=lambda one: one[0])[-MOST:]
        return [*(moment for _, moment in told), Moment("Today", this)]

    def _told(self) -> Iterator[tuple[datetime, Moment]]:
        contact, asks = self.contact, [ask for ask in self.kept.asks if ask.to == self.contact.id]
        if contact.connected_on:
            at = self.clock.calendar.start_of(contact.connected_on)
            yield at, self._moment(at, "You connected on LinkedIn")
        for ask in asks:
            yield ask.at, self._moment(ask.at, _CAME_BACK[ask.state])
        for one in self.kept.helps:
            if one.by == contact.id and one.confirmed:
                yield one.since, self._moment(one.since, self._did(one), inked=True)

    def _last_in_touch(self) -> Iterator[tuple[datetime, Moment]]:
        """Where nothing else that is told was at about that time."""
        last = self.contact.last
        if last and self.last and not any(abs(last - at) < A_DAY for at, _ in self._told()):
            yield last, self._moment(last, "You were last in touch")

    def _moment(self, at: datetime, what: str, *, inked: bool = False) -> Moment:
        when = self.clock.near(at)
        return Moment(when[:1].upper() + when[1:], what, inked=inked)

    def _did(self, one: Help) -> str:
        """What they did, as a note in the margin."""
        led = next((referral.name for referral in self.kept.referrals if referral.id == one.id), "")
        if led:
            return f"Pointed you to {led}"
        if one.kind == "talk":
            return "Took the time to talk with you"
        words = " ".join(one.what.split())
        return f"Helped you: {words}" if words != "help" and len(words) <= LONGEST else "Helped you"
