"""A search as it is lived, on a real store, step by step in any order: what no step may do to a promise."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.actions.exports import mail, mbox
from tests.method.cast import NOW

from askwell.actions import ledger, memory, people, phases, replies
from askwell.actions.adding import add_person
from askwell.actions.asking import mark_sent
from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk, open_desk
from askwell.actions.done import Done
from askwell.actions.finding import find_person
from askwell.actions.goals import set_goals
from askwell.actions.log import log_event
from askwell.actions.undo import undo
from askwell.domain.errors import Refused
from askwell.domain.plans import PromiseKind, PromiseState

NAMES = ("Ann Kern", "Bob Roe", "Cal Fry", "Dee Poe")
OWED, KEPT, DROPPED, VOID = PromiseState.OWED, PromiseState.KEPT, PromiseState.DROPPED, PromiseState.VOID
States = dict[str, tuple[PromiseKind, PromiseState]]
some = st.sampled_from(NAMES)


class Life(RuleBasedStateMachine):
    """Each rule is one change. Between two of them no promise may get lost."""

    def __init__(self) -> None:
        super().__init__()
        self.after = ExitStack()
        self.folder = Path(self.after.enter_context(TemporaryDirectory()))
        self.now = NOW
        self.past: list[tuple[str, States]] = []
        self.before: States = {}
        self.may_end: set[str] = set()

    def teardown(self) -> None:
        self.after.close()

    def states(self) -> States:
        with open_desk(data=self.folder / "data", now=self.now) as desk:
            return {one.id: (one.kind, one.state) for one in ledger.list_promises(desk)}

    def done(self, change: Callable[[Desk], Done]) -> None:
        """One change, an hour after the last one; what is refused changes nothing."""
        self.now += timedelta(hours=1)
        self.before, self.may_end = self.states(), set()
        with open_desk(data=self.folder / "data", now=self.now) as desk:
            try:
                batch = change(desk).batch
            except Refused:
                batch = None
        if batch:
            self.past.append((batch, self.before))

    @initialize()
    def four_people(self) -> None:
        with open_desk(data=self.folder / "data", now=self.now) as desk:
            set_goals(desk, 'zone = "America/Chicago"\ncountry = "US"\nroles = ["Planner"]\nsince = "2026-01-01"')
            for name in NAMES:
                add_person(desk, name, email=f"{name.split()[0].lower()}@example.net")

    @rule(who=some, told=st.sampled_from(("helped", "offer", "decline")))
    def they_told_her(self, who: str, told: str) -> None:
        facts: dict[str, Any] = {told: True}
        self.done(lambda desk: log_event(desk, who, direction="in", channel="email", **facts))

    @rule(who=some, to=some)
    def they_pointed_her_on(self, who: str, to: str) -> None:
        self.done(lambda desk: log_event(desk, who, direction="in", channel="email", referral=to))

    @rule(who=some, told=st.sampled_from(("thanks", "closed", "given")))
    def she_told_them(self, who: str, told: str) -> None:
        facts: dict[str, Any] = {told: True}
        self.done(lambda desk: log_event(desk, who, direction="out", channel="email", **facts))

    @rule(who=some)
    def something_came_of_it(self, who: str) -> None:
        self.done(lambda desk: log_event(desk, who, direction="both", channel="phone", outcome="I passed the test"))

    @rule(who=some)
    def she_asked(self, who: str) -> None:
        self.done(lambda desk: mark_sent(desk, who, channel="email"))

    @rule(days=st.integers(1, 12))
    def days_passed(self, days: int) -> None:
        self.before, self.may_end = self.states(), set()
        self.now += timedelta(days=days)

    @rule(one=some, other=some)
    def two_were_one(self, one: str, other: str) -> None:
        """Never two of one chain of referrals: who is on it twice pointed to themselves, or was pointed to once."""
        news = self.good_news()
        if self.apart(one, other):
            self.done(lambda desk: people.merge(desk, one, other))
            # Two questions of one day to two cards are, to one person, the same question sent twice; and one person
            # hears once that she landed.
            self.may_end = news | {key for key, (kind, _) in self.before.items() if kind is PromiseKind.NUDGE}

    def apart(self, one: str, other: str) -> bool:
        """Whether no referrals join two people, over however many others."""
        with open_desk(data=self.folder / "data", now=self.now) as desk:
            start, end = find_person(desk, one).id, find_person(desk, other).id
            by_name = {contact.name: contact.id for contact in memory.contacts(desk).values()}
            led = [{r.referrer, r.person or by_name.get(r.name, "")} for r in ledger.list_referrals(desk)]
        near, more = {start}, {start}
        while more:
            more = {who for edge in led if edge & near for who in edge} - near
            near |= more
        return end not in near

    @rule()
    def her_mail_came_in_again(self) -> None:
        letters = [
            mail(2, From="Ann Kern <ann@example.net>", body="You should talk to Bob Roe, he runs planning at Acme."),
            mail(3, From="Cal Fry <cal@example.net>", body="They look at one number first: the fill rate."),
        ]
        file = mbox(self.folder, *letters)

        def bring(desk: Desk) -> Done:
            batch = bring_in(desk, [file], me=["dana@example.com"]).batch
            replies.accept(desk, "all")
            return Done("", batch)

        self.done(bring)
        self.past.clear()  # two changes at once: what was before is not to be had by one undo

    @rule(nth=st.integers(0, 5))
    def she_let_one_go(self, nth: int) -> None:
        owed = [key for key, (_, state) in self.states().items() if state is OWED]
        if owed:
            gone = owed[nth % len(owed)]
            self.done(lambda desk: ledger.drop_promise(desk, gone, because="by hand"))
            self.may_end = {gone}

    @rule()
    def she_landed(self) -> None:
        self.done(phases.landed)

    @rule()
    def it_came_to_nothing(self) -> None:
        """The news that she landed is withdrawn with the job; all else goes on."""
        news = self.good_news()
        self.done(phases.resume)
        self.may_end = news

    def good_news(self) -> set[str]:
        """The promises to tell that she landed."""
        with open_desk(data=self.folder / "data", now=self.now) as desk:
            return {one.id for one in ledger.list_promises(desk) if one.landing}

    @precondition(lambda self: self.past)
    @rule()
    def she_took_the_last_change_back(self) -> None:
        """Undo brings back just the promises there were before, each in its state."""
        batch, before = self.past.pop()
        with open_desk(data=self.folder / "data", now=self.now) as desk:
            undo(desk, batch)
        assert self.states() == before
        self.before, self.may_end = before, set()

    @invariant()
    def no_promise_is_lost(self) -> None:
        after = self.states()
        for key, (kind, state) in self.before.items():
            if key in self.may_end:
                continue
            assert key in after, f"the promise to {kind} is lost"
            allowed = {state, KEPT} | ({VOID} if kind is PromiseKind.NUDGE else set())
            assert after[key][1] in allowed, f"the promise to {kind} was {state} and is {after[key][1]}"
