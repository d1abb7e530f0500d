"""The books of a search: its record, and what the rooms of the method work out from it once."""

from dataclasses import dataclass

from askwell.domain.plans import Ask, Help, Referral
from askwell.domain.threads import Record


@dataclass(frozen=True, slots=True)
class Books:
    """What every room looks things up in: asks, referrals and help, each oldest first."""

    record: Record
    asks: tuple[Ask, ...]
    referrals: tuple[Referral, ...]
    helps: tuple[Help, ...]
