"""Close ties say yes far more often by voice than in writing: a kind word for it, with the study behind it."""

from dataclasses import dataclass

from askwell.domain.people import Contact, Tie

WHY = (
    "About 3,000 people each asked five friends for the same small favor. Face to face, four in five said yes; by"
    " phone, video or voice message, fewer than three in five. By e-mail, strangers hardly ever did, although those who"
    " wrote expected half of them to."
)
SOURCE = "Roghanizad and Bohns, 2017, and their later study of friends, as told by Adam Grant."


@dataclass(frozen=True, slots=True)
class Advice:
    """One line on how to reach somebody; `why` and `source` are what stands behind it."""

    line: str
    why: str = WHY
    source: str = SOURCE


def by_voice(contact: Contact, channel: str, who: str) -> Advice | None:
    """For somebody close: to talk rather than to write, and to meet rather than to call. It is hers to choose.

    `who` is what they are called; None for anybody who is not close.
    """
    if contact.tie is not Tie.CLOSE:
        return None
    if channel == "phone":
        return Advice(f"{who} is close to you, so a call is a good way. Over a coffee it goes better still.")
    return Advice(f"{who} is close to you: a call, or a coffee together, is likelier to bring a yes than a letter.")
