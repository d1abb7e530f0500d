"""From counts to figures: each part of hardness from 0 to 100, the sum of all, and what a week's stretch would add."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum

from askwell.guide.hardness.behavior import Behavior


class Name(StrEnum):
    """The parts, in the order of method.md."""

    INITIATIVE = "initiative"
    ONE_TO_ONE = "one-to-one"
    AGENDA = "agenda"
    OPENNESS = "openness"
    REACH = "reach"
    FOLLOW_THROUGH = "follow-through"
    RECIPROCITY = "reciprocity"
    YIELD = "yield"


# What each part weighs; our judgment. Initiative weighs most, since a clear ask does little without volume, and volume
# little without a clear ask (evidence.md section 6). Yield and reciprocity depend on others too, so they weigh less.
WEIGHTS: Mapping[Name, float] = {
    Name.INITIATIVE: 0.25,
    Name.ONE_TO_ONE: 0.08,
    Name.AGENDA: 0.13,
    Name.OPENNESS: 0.10,
    Name.REACH: 0.15,
    Name.FOLLOW_THROUGH: 0.14,
    Name.RECIPROCITY: 0.06,
    Name.YIELD: 0.09,
}
ENOUGH = 5  # asks, talks and gatherings; with fewer there is no behavior to measure yet
GATHERING = 0.25  # of an ask: to be among people is a beginning, and good for morale
GATHERINGS_A_WEEK = 2  # that count as a beginning
LATE = 0.5  # of a promise that was kept after its day
REMINDER = 0.5  # what a reminder weighs beside a promise
NEW_A_WEEK = 8  # new people, at a full reach
FAR_SHARE = 0.5  # half of them barely known, unseen for years or named by somebody; all would be too many
TARGET_SHARE = 0.3
REACH = {"new": 0.4, "far": 0.35, "targets": 0.25}
GIVEN_FOR_RECEIVED = 1 / 3  # who looks for work is helped more often than she can help; one in three is generous
FULL_YIELD = 0.5  # people named in a conversation (evidence.md section 6: 0.3 to 0.7 with clear asks; a prior)
A_WEEK = 5  # what a stretch is measured by: the next five asks, letters or promises
GIFTS, TALKS = 2, 2


def scores(found: Behavior) -> dict[Name, float | None]:
    """Each part from 0 to 100; None where there is nothing to measure it by."""
    return {name: None if (share := SHARES[name](found)) is None else 100 * share for name in Name}


def total(found: Mapping[Name, float | None]) -> float:
    """0 to 100: the parts by weight; those that can't be measured are left out."""
    known = {name: score for name, score in found.items() if score is not None}
    weight = sum(WEIGHTS[name] for name in known)
    return sum(WEIGHTS[name] * score for name, score in known.items()) / weight if weight else 0.0


def gain(name: Name, found: Behavior) -> float:
    """What a week's stretch in one part would add to the whole; nothing for a part that can't be measured."""
    before = scores(found)
    after = scores(STRETCHES[name](found))[name]
    if after is None or before[name] is None:
        return 0.0
    return max(0.0, total({**before, name: after}) - total(before))


def _share(part: float, whole: float) -> float | None:
    return min(1.0, part / whole) if whole else None


def _initiative(found: Behavior) -> float:
    gatherings = min(found.gatherings, GATHERINGS_A_WEEK * found.weeks)
    return min(1.0, (found.asks + GATHERING * gatherings) / (found.weeks * found.full))


def _one_to_one(found: Behavior) -> float | None:
    """Of asks and talks. Gatherings take nothing away: whoever asks may go to as many as she likes."""
    return _share(found.alone, found.alone + found.together or found.gatherings)


def _agenda(found: Behavior) -> float | None:
    return _share(found.clear + found.prepared, found.asks + found.talks)


def _openness(found: Behavior) -> float | None:
    return None if found.discreet else _share(found.stated, found.first)


def _reach(found: Behavior) -> float:
    parts = {
        "new": min(1.0, found.new / found.weeks / NEW_A_WEEK),
        "far": min(1.0, found.far / max(1, found.people) / FAR_SHARE),
        "targets": min(1.0, found.targets / max(1, found.people) / TARGET_SHARE),
    }
    weights = {key: weight for key, weight in REACH.items() if key != "targets" or found.has_targets}
    return sum(weights[key] * parts[key] for key in weights) / sum(weights.values())


def _follow_through(found: Behavior) -> float | None:
    kept = found.on_time + LATE * found.late + REMINDER * found.reminded
    return _share(kept, found.due + REMINDER * found.reminders_due)


def _reciprocity(found: Behavior) -> float | None:
    if not found.received:
        return 1.0 if found.given else None
    return min(1.0, found.given / (found.received * GIVEN_FOR_RECEIVED))


def _yield(found: Behavior) -> float | None:
    return _share(found.referrals, found.conversations * FULL_YIELD)


SHARES: Mapping[Name, Callable[[Behavior], float | None]] = {
    Name.INITIATIVE: _initiative,
    Name.ONE_TO_ONE: _one_to_one,
    Name.AGENDA: _agenda,
    Name.OPENNESS: _openness,
    Name.REACH: _reach,
    Name.FOLLOW_THROUGH: _follow_through,
    Name.RECIPROCITY: _reciprocity,
    Name.YIELD: _yield,
}


def _keep_more(found: Behavior) -> Behavior:
    """Keep five of the promises that are not kept yet: late, and still worth half."""
    open_still = found.due - found.on_time - found.late
    return replace(
        found, late=found.late + min(A_WEEK, open_still), due=found.due + A_WEEK, on_time=found.on_time + A_WEEK
    )


STRETCHES: Mapping[Name, Callable[[Behavior], Behavior]] = {
    Name.INITIATIVE: lambda b: replace(b, asks=b.asks + A_WEEK),
    Name.ONE_TO_ONE: lambda b: replace(b, talks=b.talks + A_WEEK),
    Name.AGENDA: lambda b: replace(b, asks=b.asks + A_WEEK, clear=b.clear + A_WEEK),
    Name.OPENNESS: lambda b: replace(b, first=b.first + A_WEEK, stated=b.stated + A_WEEK),
    Name.REACH: lambda b: replace(
        b, people=b.people + A_WEEK, new=b.new + A_WEEK, far=b.far + A_WEEK, targets=b.targets + TALKS
    ),
    Name.FOLLOW_THROUGH: _keep_more,
    Name.RECIPROCITY: lambda b: replace(b, given=b.given + GIFTS),
    Name.YIELD: lambda b: replace(b, conversations=b.conversations + TALKS, referrals=b.referrals + TALKS // 2),
}
