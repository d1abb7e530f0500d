"""What a received or sent message tells: introductions, referrals, offers, help, refusals, times agreed, asks, thanks …

`detect` is pure. Speech acts are built from small classes of words and sentence shapes, kept as text in `wording/`.
`parts` reads what a shape is made of, `places` finds where it fits, `shapes` tags sentences with what they do; the
rules that weigh the tags with who wrote to whom stand in the other modules.
"""

from askwell.guide.cues.detecting import detect

__all__ = ["detect"]
