"""Strength of a tie by decay over one-to-one exchanges (half as strong after a year), and whether it lies dormant."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from askwell.domain.people import Tie

HALF_LIFE_DAYS = 365.0
DORMANT_AFTER = timedelta(days=730)
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
CLOSE_FROM = 6.0  # about six exchanges in both directions within the last year
KNOWN_FROM = 0.75  # an exchange in both directions within the last five months, or more and older ones


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the store adds up about one contact.

    `warm_in` and `warm_out` are sums of `warmth(at)` over one-to-one exchanges received and sent; meetings count in
    both. Because decay is exponential, such a sum needs no later correction.
    """

    warm_in: float = 0.0
    warm_out: float = 0.0
    received: int = 0
    sent: int = 0
    last: datetime | None = None
    connected_on: date | None = None
    in_address_book: bool = False


def warmth(at: datetime) -> float:
    """The weight of an exchange at `at` (aware), relative to EPOCH: 1 at the epoch, 2 a half-life later."""
    return float(2.0 ** ((at - EPOCH).total_seconds() / 86400.0 / HALF_LIFE_DAYS))


def strength(evidence: Evidence, now: datetime) -> float:
    """Exchanges in both directions as they weigh at `now`: the weaker direction counts, for a tie takes two."""
    return min(evidence.warm_in, evidence.warm_out) / warmth(now)


def tie(evidence: Evidence, now: datetime, said: Tie | None = None) -> Tie:
    """The tie the evidence shows; the seeker's own word wins."""
    if said is not None:
        return said
    felt = strength(evidence, now)
    if felt >= CLOSE_FROM:
        return Tie.CLOSE
    if felt >= KNOWN_FROM or min(evidence.received, evidence.sent) >= 3:
        return Tie.KNOWN
    if evidence.received or evidence.sent or evidence.connected_on or evidence.in_address_book:
        return Tie.BARELY
    return Tie.NEW


def before(evidence: Evidence) -> Tie:
    """The tie as it was when the two were last in touch."""
    return tie(evidence, evidence.last) if evidence.last else Tie.NEW


def is_dormant(evidence: Evidence, now: datetime, felt: Tie) -> bool:
    """No exchange for two years, though once known or close."""
    return felt in {Tie.CLOSE, Tie.KNOWN} and evidence.last is not None and now - evidence.last > DORMANT_AFTER
