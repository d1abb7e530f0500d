"""The new asks of a day: up to her pace, to nobody who is to be left in peace, the easiest first where she wishes."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from askwell.domain.days import Calendar
from askwell.domain.people import Tie
from askwell.domain.plans import AskState
from askwell.guide.drafts import Composer
from askwell.guide.ranking import WARM_UP_ASKS, Ranked, Standing, rank
from askwell.identity import companies
from askwell.identity.involved import is_interview
from askwell.method import pacing
from askwell.method.favors import Books

PACE = 5  # new asks a day, unless she wishes another pace
AGAIN_AFTER = timedelta(days=14)  # nobody is asked anew within two weeks of the last ask
BURDEN = timedelta(days=60)  # whoever was asked within two months is asked after others, the more so the oftener
LATELY = timedelta(days=30)  # whoever helped within a month is asked after others, the more so the more they did
# Whom it takes least courage to ask, tip 1's ladder: close and in touch, known and in touch, then those of long ago.
EASE = (
    (Tie.CLOSE, False),
    (Tie.KNOWN, False),
    (Tie.CLOSE, True),
    (Tie.KNOWN, True),
    (Tie.BARELY, False),
    (Tie.BARELY, True),
    (Tie.NEW, False),
)
LOOKED_AT = 60  # of each rung of the ladder, by use


class Asks:
    """Whom to ask today, from the books of the search."""

    def __init__(self, kept: Books, composer: Composer, now: datetime, calendar: Calendar) -> None:
        self.kept = kept
        self.search = kept.record.search
        self.composer = composer
        self.now = now
        self.calendar = calendar

    def ranked(self, *, pace: int | None, busy: Collection[str], first: str = "") -> list[Ranked]:
        """Up to her pace, of which what was sent today is a part; `first` leads if nothing speaks against them.

        At the beginning those who are close come before all others: method.md's ladder of courage.
        """
        left = self.left(pace)
        if left <= 0:
            return []
        standing = self.standing(busy)
        found = self._rank(standing, limit=left)
        lead = [*(self._rank(standing, limit=1, among=(first,)) if first else ()), *self._close(standing)]
        led = {one.contact.id for one in lead}
        whole = [*lead, *(one for one in found if one.contact.id not in led)]
        return list({one.contact.id: one for one in whole}.values())[:left]

    def _close(self, standing: Standing) -> list[Ranked]:
        """Who is close, for as many asks as the search takes to warm up."""
        left = WARM_UP_ASKS - len(self.kept.asks)
        close = [one.id for one in self.search.contacts.values() if one.tie is Tie.CLOSE and not one.dormant]
        return self._rank(standing, limit=left, among=close) if left > 0 and close else []

    def left(self, pace: int | None) -> int:
        """How many new asks are left of today; none without goals, for then there is nothing to ask."""
        if not self.search.goals.said:
            return 0
        today = self.calendar.day(self.now)
        sent_today = sum(self.calendar.day(ask.at) == today for ask in self.kept.asks)
        return (PACE if pace is None else pace) - sent_today

    def easiest(self, *, busy: Collection[str], but: Collection[str] = ()) -> str:
        """The contact whom it takes least courage to ask, by the tie and then the chance of an answer; "" for none."""
        standing = self.standing({*busy, *but})
        for tie, dormant in EASE:
            rung = [c.id for c in self.search.contacts.values() if c.tie is tie and c.dormant is dormant]
            found = self._rank(standing, limit=LOOKED_AT, among=rung)
            if found:
                return max(found, key=lambda one: (one.chance, one.use)).contact.id
        return ""

    def best(self, *, busy: Collection[str], limit: int) -> list[Ranked]:
        """Whom to ask next, beside those who are busy."""
        return self._rank(self.standing(busy), limit=limit)

    def _rank(self, standing: Standing, *, limit: int, among: Collection[str] | None = None) -> list[Ranked]:
        contacts = self.search.contacts
        people = contacts.values() if among is None else [contacts[one] for one in among if one in contacts]
        return rank(people, self.search.goals, self.now, standing=standing, matcher=self.composer.matcher, limit=limit)

    def standing(self, busy: Collection[str]) -> Standing:
        """Who is to be left in peace, beside those who are `busy`, and how often each was asked and has helped."""
        asked = dict[str, tuple[int, int]]()
        away = set(busy)
        for ask in self.kept.asks:
            count, answered = asked.get(ask.to, (0, 0))
            asked[ask.to] = count + 1, answered + (ask.state in {AskState.ANSWERED, AskState.DECLINED})
            if ask.state is AskState.SENT or self.now - ask.at < AGAIN_AFTER:
                away.add(ask.to)
        for who in asked:
            own = [ask for ask in self.kept.asks if ask.to == who]
            contact = self.search.contacts.get(who)
            if contact and pacing.rests_until(self.kept.record, contact, own, self.calendar):
                away.add(who)
        away |= self.kept.record.questions.keys()  # who waits for her answer hears that first
        talks = (t for t in self.search.interactions if t.at > self.now or is_interview(t))
        away |= {who for talk in talks for who in talk.people}  # whom she is to meet, and who interviews her
        helped = Counter(h.by for h in self.kept.helps if self.now - h.since < LATELY)
        burdened = Counter(ask.to for ask in self.kept.asks if self.now - ask.at < BURDEN)
        return Standing(frozenset(away), asked, helped, burdened, self._houses(), asks=len(self.kept.asks))

    def _houses(self) -> Mapping[str, int]:
        """How many were asked within two weeks in each company: today's asks go elsewhere first."""
        lately = (ask.to for ask in self.kept.asks if self.now - ask.at < AGAIN_AFTER)
        people = (self.search.contacts.get(who) for who in set(lately))
        return Counter(key for one in people if one and (key := companies.key(one.company)))
