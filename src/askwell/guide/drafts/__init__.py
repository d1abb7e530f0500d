"""Letters that she can send: short, true, particular, from her own words; `Composer` writes each kind."""

from askwell.guide.drafts.after_help import Came, Helped
from askwell.guide.drafts.asking import Pointed, Reminded
from askwell.guide.drafts.composer import CHANNELS, Composer, channel_for, is_stranger
from askwell.guide.drafts.variety import unlike

__all__ = [
    "CHANNELS",
    "Came",
    "Composer",
    "Helped",
    "Pointed",
    "Reminded",
    "channel_for",
    "is_stranger",
    "unlike",
]
