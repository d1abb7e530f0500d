"""What a received or sent message tells: introductions, referrals, offers, help, refusals, times agreed, asks, thanks …

`detect` is pure. Speech acts are built from small classes of words (`lexicon`) and sentence shapes (`received`, `sent`,
`pointing`, `settling`, `languages`); the rules that weigh them with who wrote to whom stand in the other modules.
"""

from askwell.guide.cues.detecting import detect

__all__ = ["detect"]
