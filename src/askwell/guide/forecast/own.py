"""Her own counts, which a forecast is updated with: what she asked, what came back, and how far it went."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from askwell.domain.books import Books
from askwell.domain.people import Contact, Permission, Tie
from askwell.domain.plans import Ask, AskState, ReferralStage
from askwell.domain.search import Application, Stage
from askwell.guide.clear_asks import is_clear
from askwell.identity.involved import is_interview, is_with
from askwell.method.referrals import of_application

LATELY = timedelta(days=28)  # what her present pace is read from
SHORTEST = timedelta(days=7)
ANSWERED_BY = timedelta(days=14)  # an ask as old as that is answered, or hardly will be
KNOWN_BY = timedelta(days=28)  # an application or a name as old as that has come on, or hardly will
DECIDED_BY = timedelta(days=35)
INTERVIEWED = frozenset({Stage.INTERVIEW, Stage.SECOND, Stage.OFFER})
WEEK = timedelta(days=7)
FEW_ASKS = 5  # fewer say nothing of how she asks
MOST_WEEKS = 520  # of a search that are drawn


@dataclass(frozen=True, slots=True)
class Own:
    """Counts of one search; the same counts give the same forecast.

    `weeks` since it began; `recent_*` of the last `recent_weeks`. `asked` are asks old enough to be answered,
    `answered` those that were, `helped` those that led to help. `conversations` are all asks that led to help, however
    young: what a simulated ask becomes, so that names in each of them are the same thing here and there. `names` are
    confirmed referrals; `named` those old enough to lead on, `opened` those that led to an opening.
    `recent_applications` are those nobody referred her for, since the others come of names. `referred` and `cold`
    are applications by whether somebody did, a young one for the part of the time in which an interview would
    come; interviews and offers of them. `left` is who is still to be asked: close, known, far. `asked_ties` is the
    same of those asked lately, and how many of them somebody had named. `clear` is the share of the asks of
    the last weeks that carried a clear question, in tenths; 0 where they are few. `by_week` is the count of
    referrals at the end of each week so far.
    """

    weeks: float = 0.0
    recent_weeks: float = 4.0
    recent_asks: int = 0
    recent_applications: int = 0
    asks: int = 0
    asked: int = 0
    answered: int = 0
    helped: int = 0
    conversations: int = 0
    recent_conversations: int = 0
    names: int = 0
    recent_names: int = 0
    named: int = 0
    opened: int = 0
    referred: float = 0
    referred_interviews: int = 0
    referred_decided: int = 0
    referred_offers: int = 0
    cold: float = 0
    cold_interviews: int = 0
    cold_decided: int = 0
    cold_offers: int = 0
    left: tuple[int, int, int] = (15, 50, 185)
    asked_ties: tuple[int, int, int, int] = (0, 0, 0, 0)
    clear: float = 0.0
    by_week: tuple[int, ...] = ()

    @property
    def notes_applications(self) -> bool:
        """Whether any application is noted; where none is, how many there are can't be known."""
        return bool(self.recent_applications or self.referred or self.cold)


def own_counts(kept: Books) -> Own:
    """The counts at the moment of the books."""
    return _Counter(kept).count()


class _Counter:
    """What the counts are taken from."""

    def __init__(self, kept: Books) -> None:
        self.kept = kept
        self.record = kept.record
        self.now = kept.record.now
        self.recent = self.now - LATELY
        self.names = sorted(one.at for one in kept.referrals if one.confirmed)

    def count(self) -> Own:
        asks = self.kept.asks
        old = [ask for ask in asks if self.now - ask.at >= ANSWERED_BY]
        answered = [ask for ask in old if ask.state in {AskState.ANSWERED, AskState.DECLINED}]
        helped = [ask for ask in asks if self._led_to_help(ask)]
        weeks = (self.now - self._begun) / WEEK
        return Own(
            weeks=round(weeks, 1),
            recent_weeks=round(min(max(SHORTEST, self.now - self._begun), LATELY) / WEEK, 1),
            recent_asks=sum(ask.at >= self.recent for ask in asks),
            recent_applications=sum(
                self._at(one) >= self.recent for one in self._applied if one.id not in self._by_referral
            ),
            asks=len(asks),
            asked=len(old),
            answered=len(answered),
            helped=sum(map(self._led_to_help, answered)),
            conversations=len(helped),
            recent_conversations=sum(ask.at >= self.recent for ask in helped),
            names=len(self.names),
            recent_names=sum(at >= self.recent for at in self.names),
            **self._on(),
            **self._of("referred"),
            **self._of("cold"),
            left=self._left(),
            asked_ties=self._asked_ties(),
            clear=self._clear(),
            by_week=tuple(self._by_week()),
        )

    @cached_property
    def _begun(self) -> datetime:
        """When she first asked, applied, or was helped."""
        first = [*(ask.at for ask in self.kept.asks[:1]), *(one.since for one in self.kept.helps), *self.names[:1]]
        return min([*first, *map(self._at, self._applied)], default=self.now)

    def _led_to_help(self, ask: Ask) -> bool:
        """Whether help came after it, and before she asked the same person again."""
        again = self._asked_at[ask.to]
        later = bisect_right(again, ask.at)
        until = again[later] if later < len(again) else self.now
        return any(ask.at <= at <= until for at in self._helped_at.get(ask.to, ()))

    @cached_property
    def _asked_at(self) -> dict[str, list[datetime]]:
        found: dict[str, list[datetime]] = {}
        for ask in self.kept.asks:
            found.setdefault(ask.to, []).append(ask.at)
        return found

    @cached_property
    def _helped_at(self) -> dict[str, list[datetime]]:
        found: dict[str, list[datetime]] = {}
        for one in self.kept.helps:
            found.setdefault(one.by, []).append(one.at)
        return found

    def _on(self) -> dict[str, int]:
        old = [one for one in self.kept.referrals if one.confirmed and self.now - one.at >= KNOWN_BY]
        return {"named": len(old), "opened": sum(one.stage is ReferralStage.OPENING for one in old)}

    @cached_property
    def _applied(self) -> list[Application]:
        begin = self.record.search.since or date.min
        return [one for one in self.record.search.applications if one.applied and one.applied >= begin]

    def _at(self, one: Application) -> datetime:
        return self.record.calendar.start_of(one.applied or date.max)

    @cached_property
    def _by_referral(self) -> frozenset[str]:
        """Applications that somebody's word came before."""
        led = self.kept.referrals
        return frozenset(one.id for one in self._applied if of_application(self.record, one, led))

    def _of(self, way: str) -> dict[str, Any]:
        """Applications, interviews among them, interviews that are decided, and offers.

        A young application counts in part, as its interview may still come: to count it whole once it has one, and
        not at all while it has none, would make every search look luckier than it is.
        """
        mine = [one for one in self._applied if (one.id in self._by_referral) is (way == "referred")]
        met = [one for one in mine if self._interviewed(one)]
        decided = [one for one in met if one.stage is Stage.OFFER or self.now - self._at(one) >= KNOWN_BY + DECIDED_BY]
        offers = sum(one.stage is Stage.OFFER for one in decided)
        ripe = round(sum(min(1.0, (self.now - self._at(one)) / KNOWN_BY) for one in mine), 1)
        counts = (ripe, len(met), len(decided), offers)
        return dict(zip((way, f"{way}_interviews", f"{way}_decided", f"{way}_offers"), counts, strict=True))

    @cached_property
    def _interviews(self) -> list[tuple[datetime, tuple[Contact, ...], int]]:
        contacts = self.record.search.contacts
        return [
            (one.at, tuple(contacts[p] for p in one.people if p in contacts), at)
            for at, one in enumerate(self.record.spoken)
            if is_interview(one)
        ]

    def _interviewed(self, one: Application) -> bool:
        if one.stage in INTERVIEWED:
            return True
        held = (each for each in self._interviews if each[0] >= self._at(one))
        return any(is_with(self.record.spoken[at], one, list(people)) for _, people, at in held)

    def _left(self) -> tuple[int, int, int]:
        asked = {ask.to for ask in self.kept.asks}
        open_to = (c for c in self.record.search.contacts.values() if c.permission is Permission.OPEN)
        ties = [_place(contact) for contact in open_to if contact.id not in asked]
        return ties.count(0), ties.count(1), ties.count(2)

    def _asked_ties(self) -> tuple[int, int, int, int]:
        named = {one.person for one in self.kept.referrals if one.person}
        contacts = self.record.search.contacts
        places = [
            3 if ask.to in named else _place(contacts[ask.to])
            for ask in self.kept.asks
            if ask.at >= self.recent and ask.to in contacts
        ]
        return places.count(0), places.count(1), places.count(2), places.count(3)

    def _clear(self) -> float:
        recent = [ask for ask in self.kept.asks if ask.at >= self.recent]
        clear = sum(is_clear(self.record.search, ask) for ask in recent)
        return round(clear / len(recent), 1) if len(recent) >= FEW_ASKS else 0.0

    def _by_week(self) -> Iterator[int]:
        at = self._begun
        for _ in range(MOST_WEEKS):
            at += WEEK
            yield sum(one <= min(at, self.now) for one in self.names)
            if at >= self.now:
                return


def _place(contact: Contact) -> int:
    """Close, known, far."""
    if contact.dormant:
        return 2
    return {Tie.CLOSE: 0, Tie.KNOWN: 1}.get(contact.tie, 2)
