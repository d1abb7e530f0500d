"""What a page says once something is sent: what happens now, how far she has come, and what is next."""

from dataclasses import dataclass

from askwell.actions.letters import Purpose
from askwell.domain.messages import Interaction
from askwell.domain.people import Contact
from askwell.domain.plans import Ask, AskState
from askwell.domain.threads import SPOKEN
from askwell.identity.greeted import greeted
from askwell.method.favors import Books
from askwell.method.followup import NUDGES_AFTER
from askwell.web.parts.days import Clock
from askwell.web.parts.words import counted

ASKING = frozenset({Purpose.ASK, Purpose.ACT, Purpose.NUDGE})
HEADINGS = {
    Purpose.THANK: "{who} is thanked",
    Purpose.REPORT: "{who} knows",
    Purpose.CLOSE: "{who} knows",
    Purpose.LANDED: "{who} knows",
    Purpose.GIVE: "On its way to {who}",
}
KINDLY = {
    Purpose.THANK: "People remember who thanked them. Nothing more is to be done.",
    Purpose.REPORT: "Whoever opened a door likes to hear where it led. Nothing more is to be done.",
    Purpose.CLOSE: "To hear that help did some good is the nicest thanks there is.",
    Purpose.LANDED: "It is their news too. Enjoy it together.",
    Purpose.GIVE: "Something given makes two people glad. Nothing has to come back.",
}
SILENCE = "Some people will not answer, and it is rarely about you."


@dataclass(frozen=True, slots=True)
class Onward:
    """`last` is what was sent to the contact last."""

    contact: Contact
    purpose: Purpose
    last: Interaction
    kept: Books
    clock: Clock

    @property
    def who(self) -> str:
        return greeted(self.contact, self.kept.record) or self.contact.name or "them"

    @property
    def spoken(self) -> bool:
        """Whether they spoke, so that the answer is known already."""
        return self.last.channel in SPOKEN

    @property
    def above(self) -> str:
        return "Well asked" if self.purpose in ASKING else "Well done"

    @property
    def heading(self) -> str:
        if self.spoken:
            return f"You spoke with {self.who}"
        return HEADINGS.get(self.purpose, "On its way to {who}").format(who=self.who)

    @property
    def lede(self) -> str:
        """One kind sentence or two; silence is named before it happens."""
        if self.purpose not in ASKING:
            return KINDLY[self.purpose]
        if self.spoken:
            return "While it is fresh: what did you hear, and did a name come up?"
        reminder = self._reminder()
        return f"{SILENCE} {reminder}" if reminder else SILENCE

    @property
    def lines(self) -> list[str]:
        """How far she has come, and what she guessed."""
        return [line for line in (self._come_so_far(), self._guessed()) if line]

    def _guessed(self) -> str:
        ask = self._ask()
        if ask is None or ask.guess is None or self.purpose not in ASKING:
            return ""
        return (
            f"Your guess is noted: {self.who} {'will help' if ask.guess else 'will not'}. Progress shows how it went."
        )

    def _ask(self) -> Ask | None:
        return next((ask for ask in reversed(self.kept.asks) if ask.to == self.contact.id), None)

    def _reminder(self) -> str:
        """When a reminder would come, while the question is open."""
        ask = self._ask()
        if ask is None or ask.state is not AskState.SENT or len(ask.nudged) >= len(NUDGES_AFTER):
            return ""
        calendar = self.clock.calendar
        due = calendar.day(calendar.after(ask.at, working_days=NUDGES_AFTER[len(ask.nudged)]))
        which = "one last, kind reminder" if ask.nudged else "a kind reminder"
        return f"If it stays quiet, {which} is ready for you on {self.clock.full(due)}."

    def _come_so_far(self) -> str:
        """How far she has come with what is hers to do: asking."""
        asks, today = self.kept.asks, self.clock.today
        if self.purpose not in ASKING or not asks:
            return ""
        if len(asks) == 1:
            return "That was your first question. The hardest one is behind you."
        now = sum(self.clock.calendar.day(ask.at) == today for ask in asks)
        said = f"{counted(now, 'question').capitalize()} asked today, {counted(len(asks), 'question')} in this search."
        answered = sum(ask.state is AskState.ANSWERED for ask in asks)
        return f"{said} {counted(answered, 'answer').capitalize()} so far." if answered else said
