"""Whom to ask next: expected use of one more ask, in words; the same order from the same data, always."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from heapq import nlargest
from operator import itemgetter

from askwell.domain.goals import Goals, Need, Status
from askwell.domain.people import Contact, Permission, Tie
from askwell.domain.plans import Way, WayKind
from askwell.domain.ties import DORMANT_AFTER
from askwell.guide.rank_words import outlook, why
from askwell.guide.serves import SERVES
from askwell.identity import companies, employers
from askwell.method import goals as tip_two
from askwell.method.ways import Matcher, Sign

# What one kind of help is worth for finding work: method.md's order of kinds ("best first"); the steps are judgment.
WORTH = {
    WayKind.INSIDER: 1.0,
    WayKind.FORMER_INSIDER: 0.8,
    WayKind.IN_THE_ROLE: 0.7,
    WayKind.HIRES: 0.7,
    WayKind.CONNECTOR: 0.6,
    WayKind.SAME_FIELD: 0.4,
    WayKind.SAME_PLACE: 0.25,
    WayKind.FELLOW: 0.25,
    WayKind.KNOWS_YOU: 0.25,
    WayKind.OUTSIDE_EYES: 0.1,
}
LATER_WAYS = 0.25  # of its worth that each further way adds: several reasons are better than one, not twice as good
NEAR = (0.6, 0.9, 1.15)  # how much of an insider's or connector's worth is of use, by how near the own work is
DECIDES = 1.2  # an answer from somebody with a say in hiring leads further (evidence.md 1.34: 25 deciders a job)
LAST_TARGET = 0.8  # what the fortieth target is worth beside the first
# Chance of an answer to a first message (evidence.md section 6: .70, .55, .40, and .08 for a stranger without a name).
ANSWERS = {Tie.CLOSE: 0.70, Tie.KNOWN: 0.55, Tie.BARELY: 0.40, Tie.NEW: 0.08}
DORMANT_ANSWERS = 0.40  # evidence.md section 6, weak or dormant
# How far a tie reaches (evidence.md 1.20 to 1.23: moderately weak ties reach furthest, dormant ones are as good as
# current ones and bring more news; strong ties know whom one knows already).
REACHES = {Tie.CLOSE: 0.80, Tie.KNOWN: 1.0, Tie.BARELY: 0.95, Tie.NEW: 1.0}
DORMANT_REACHES = 1.15
OWN_CIRCLE = 0.85  # who is where she works or worked last knows whom she knows, as a close tie does
WARM_UP_ASKS = 3  # strong ties come first for as many asks: method.md's ladder of courage
WARM_UP = 1.2
PRIOR_WEIGHT = 6  # exchanges that the prior chance of an answer weighs as much as
FADES_DAYS = 3650.0  # a tie not heard of for ten years more than makes it dormant answers half as often
UNREACHABLE = 0.6  # no address and no profile is known: somebody has to be looked up first
LOAD = 0.5  # what each ask of the last weeks leaves of the turn of somebody: others come first
SERVED = 1.0
UNSERVED = 0.8  # the help fits no open need
VARIETY = {"company": 0.75, "kind": 0.95}  # what the second of a company, or of a kind of help, still adds
VARIED = 60  # places of the ranking that are varied; behind them the plain order will do
POOL = 240


@dataclass(frozen=True, slots=True)
class Standing:
    """What the search so far says about whom to spare.

    `away` are contacts not to be suggested now; `asked` is how often each was asked and answered; `helped` how often
    each helped lately, `burdened` how often each was asked lately; `houses` how many were asked in each company lately,
    by its key; `asks` how many asks were sent in all.
    """

    away: frozenset[str] = frozenset()
    asked: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    helped: Mapping[str, int] = field(default_factory=dict)
    burdened: Mapping[str, int] = field(default_factory=dict)
    houses: Mapping[str, int] = field(default_factory=dict)
    asks: int = 0


@dataclass(frozen=True, slots=True)
class Ranked:
    """A contact with the expected use of asking them: fit x chance x reach, and what the fit rests on."""

    contact: Contact
    use: float
    fit: float
    chance: float
    reach: float
    signs: tuple[Sign, ...]
    matcher: Matcher = field(repr=False, compare=False)
    today: date

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways in words, made only now."""
        return self.matcher.ways(self.contact)

    @property
    def why(self) -> str:
        return why(self.contact, self.signs, self.today)

    @property
    def outlook(self) -> str:
        """What may come of asking, in words."""
        return outlook(self.contact, self.chance)

    @property
    def numbers(self) -> dict[str, float]:
        """The parts of the expected use, for whoever wishes to see them."""
        parts = {"use": self.use, "fit": self.fit, "chance": self.chance, "reach": self.reach}
        return {name: round(value, 3) for name, value in parts.items()}


def rank(
    contacts: Iterable[Contact],
    goals: Goals,
    now: datetime,
    *,
    needs: Iterable[Need] | None = None,
    standing: Standing | None = None,
    matcher: Matcher | None = None,
    limit: int | None = None,
) -> list[Ranked]:
    """Contacts by expected use, best first, the first places varied over companies and kinds of help.

    Left out are those who are away, at rest, or whom she does not want to be suggested.
    """
    listed = tuple(contacts)
    scale = _Scale(goals, now, needs=needs, standing=standing or Standing(), matcher=matcher or Matcher(goals))
    scale.knows_channels = any(map(_has_channel, listed))
    weighed = [one for contact in listed if (one := scale.weigh(contact)) is not None]
    found = [scale.ranked(contact) for _, contact in _best_of(weighed, limit and max(POOL, limit))]
    varied = _varied(found[:POOL], places=limit or VARIED, asked=scale.standing.houses)
    return [*varied, *found[POOL:]][: limit or len(found)]


def in_order(
    contacts: Iterable[Contact], goals: Goals, now: datetime, *, asks: int = 0, matcher: Matcher | None = None
) -> list[Contact]:
    """All contacts by expected use, for looking at: best first, those to be left in peace now last, equals by name."""
    listed = tuple(contacts)
    scale = _Scale(goals, now, needs=None, standing=Standing(asks=asks), matcher=matcher or Matcher(goals))
    scale.knows_channels = any(map(_has_channel, listed))
    used = ((scale.weigh(contact) or (0.0,))[0] for contact in listed)
    keyed = [(-use, contact.name, contact.id, contact) for use, contact in zip(used, listed, strict=True)]
    return [contact for *_, contact in sorted(keyed, key=itemgetter(0, 1, 2))]


def _best_of(weighed: list[tuple[float, Contact]], most: int | None) -> list[tuple[float, Contact]]:
    """The best, in order; equals by what is known of them, which is looked at only where it can count."""
    if most and most < len(weighed):
        least = nlargest(most, (use for use, _ in weighed))[-1]
        weighed = [one for one in weighed if one[0] >= least]
    return sorted(weighed, key=lambda one: (-one[0], *_mark(one[1])))[:most]


def _mark(contact: Contact) -> tuple[str, ...]:
    """What equals are ordered by, so that the order of the file never shows."""
    return contact.name, contact.id, contact.company, contact.title, contact.note


class _Scale:
    """What one ranking holds every contact against."""

    def __init__(
        self, goals: Goals, now: datetime, *, needs: Iterable[Need] | None, standing: Standing, matcher: Matcher
    ) -> None:
        open_kinds = frozenset(need.kind for need in (tip_two.needs(goals) if needs is None else needs))
        served = {kind: SERVED if open_kinds.intersection(kinds) else UNSERVED for kind, kinds in SERVES.items()}
        current = employers.Employers(p.company for p in goals.positions if p.until is None)
        latest = max((p for p in goals.positions if p.until), key=lambda p: p.until or date.min, default=None)
        self.now = now
        self.today = now.date()
        self.standing = standing
        self.matcher = matcher
        self.knows_channels = True  # a bare list of names tells nothing of who can be reached
        self._worth = {kind: WORTH[kind] * served[kind] for kind in WORTH}
        self._at_work = current if goals.status is Status.EMPLOYED and current.names else None
        self._circle = employers.Employers([*current.names, *([latest.company] if latest else [])])
        self._warm_up = WARM_UP if standing.asks < WARM_UP_ASKS else 1.0
        self._targets = max(len(goals.companies) - 1, 1)
        self._near_her: dict[str, bool] = {}
        self._fits: dict[int, tuple[tuple[Sign, ...], float]] = {}  # by the identity of the signs, kept beside it

    def weigh(self, contact: Contact) -> tuple[float, Contact] | None:
        """The expected use of an ask; None for somebody who is to be left in peace now."""
        if _is_away(contact, self.standing, self.today) or (self._at_work and self._at_work.match(contact.company)):
            return None
        fit = self._fit(self.matcher.signs(contact))
        return fit * self._chance(contact) * self._reach(contact), contact

    def _fit(self, signs: tuple[Sign, ...]) -> float:
        """The fit of signs, weighed once for the many of whom the very same is known."""
        known = self._fits.get(id(signs))
        if known is None:
            known = self._fits[id(signs)] = (signs, _fit(signs, self._worth, self._targets))
        return known[1]

    def ranked(self, contact: Contact) -> Ranked:
        """The same with all its parts, for the few that are shown."""
        signs = self.matcher.signs(contact)
        fit = self._fit(signs)
        chance, reach = self._chance(contact), self._reach(contact)
        return Ranked(contact, fit * chance * reach, fit, chance, reach, signs, self.matcher, self.today)

    def _chance(self, contact: Contact) -> float:
        chance = _chance(contact, self.now, self.standing)
        hard = self.knows_channels and contact.tie is not Tie.CLOSE and not _has_channel(contact)
        return chance * UNREACHABLE if hard else chance

    def _reach(self, contact: Contact) -> float:
        reach = DORMANT_REACHES if contact.dormant else REACHES[contact.tie]
        if contact.tie is Tie.CLOSE:
            return reach * self._warm_up
        return reach * OWN_CIRCLE if self._is_of_her_circle(contact.company) else reach

    def _is_of_her_circle(self, company: str) -> bool:
        if not company or not self._circle.names:
            return False
        known = self._near_her.get(company)
        if known is None:
            known = self._near_her[company] = bool(self._circle.match(company))
        return known


def _has_channel(contact: Contact) -> bool:
    return bool(contact.addresses or contact.url or contact.connected_on)


def _is_away(contact: Contact, standing: Standing, today: date) -> bool:
    resting = contact.rest_until is not None and contact.rest_until > today
    return resting or contact.permission is not Permission.OPEN or contact.id in standing.away


def _fit(signs: tuple[Sign, ...], worth: Mapping[WayKind, float], targets: int) -> float:
    """The best way counts wholly, each further one a little; near work and a say in hiring make it worth more."""
    values, kinds = [], {sign.kind for sign in signs}
    for sign in signs:
        if not kinds.isdisjoint(_SAID_BY.get(sign.kind, ())):
            continue
        value = worth[sign.kind]
        if sign.kind in _OF_A_TARGET:
            value *= NEAR[sign.near] * (1 - (1 - LAST_TARGET) * sign.place / targets)
        elif sign.kind is WayKind.CONNECTOR:
            value *= NEAR[sign.near]
        values.append(value * DECIDES if sign.decides and sign.kind is not WayKind.HIRES else value)
    best = max(values)
    return best + LATER_WAYS * (sum(values) - best)


# Whatever is said by a better way already adds nothing: who does the work is in the field.
_SAID_BY: Mapping[WayKind, frozenset[WayKind]] = {
    WayKind.SAME_FIELD: frozenset({WayKind.INSIDER, WayKind.FORMER_INSIDER, WayKind.IN_THE_ROLE}),
    WayKind.FELLOW: frozenset({WayKind.KNOWS_YOU}),
    WayKind.OUTSIDE_EYES: frozenset(WayKind) - {WayKind.OUTSIDE_EYES},
}
_OF_A_TARGET = frozenset({WayKind.INSIDER, WayKind.FORMER_INSIDER})


def _chance(contact: Contact, now: datetime, standing: Standing) -> float:
    """The chance of an answer: the tie's prior, moved by their own history of replies, fading with the years."""
    prior = DORMANT_ANSWERS if contact.dormant else ANSWERS[contact.tie]
    if not (contact.last or contact.sent or contact.id in standing.asked or contact.id in standing.helped):
        return prior  # no history, as of most
    asked, answered = standing.asked.get(contact.id, (0, 0))
    sent, received = contact.sent + asked, min(contact.received, contact.sent) + answered
    chance = (PRIOR_WEIGHT * prior + received) / (PRIOR_WEIGHT + sent)
    if contact.last is not None:
        chance *= 0.5 ** (max((now - contact.last - DORMANT_AFTER).days, 0) / FADES_DAYS)
    turn = LOAD ** min(standing.burdened.get(contact.id, 0), 4)
    return chance * turn / (1 + standing.helped.get(contact.id, 0))


def _varied(found: list[Ranked], *, places: int, asked: Mapping[str, int]) -> list[Ranked]:
    """The first places chosen one by one, so that no company and no kind of help takes them all, today or this week."""
    chosen, left = list[Ranked](), list(found)
    seen, kinds = dict(asked), dict[WayKind, int]()
    houses = {id(one): _house(one) for one in left}
    while left and len(chosen) < places:
        best = max(left, key=lambda one: _still_adds(one, houses[id(one)], seen, kinds))
        left.remove(best)
        chosen.append(best)
        company, kind = houses[id(best)], best.signs[0].kind
        seen[company] = seen.get(company, 0) + bool(company)
        kinds[kind] = kinds.get(kind, 0) + 1
    return [*chosen, *left]


def _house(one: Ranked) -> str:
    """The company a contact is asked about: the target they know from inside, else where they work, in one form."""
    first = one.signs[0]
    return companies.key(first.about if first.kind in _OF_A_TARGET else one.contact.company)


def _still_adds(one: Ranked, house: str, seen: Mapping[str, int], kinds: Mapping[WayKind, int]) -> float:
    again = VARIETY["company"] ** min(seen.get(house, 0), 3)
    alike = VARIETY["kind"] ** min(kinds.get(one.signs[0].kind, 0), 3)
    return one.use * again * alike
