"""How much room a channel gives: what LinkedIn takes, in characters; elsewhere there is room enough."""

from askwell.guide.drafts.layout import NOTE_CHARACTERS

MESSAGE_CHARACTERS = 8000  # of a LinkedIn message to somebody one is connected with
NOTE = "linkedin-note"  # the channel as pages choose it: an invitation to connect, with a few words
PAGE_CHANNELS = ("email", NOTE, "linkedin", "text", "phone")


def limit(channel: str, *, note: bool = False) -> int | None:
    """Characters that fit; None where nothing has to be counted."""
    if channel == NOTE or (channel == "linkedin" and note):
        return NOTE_CHARACTERS
    return MESSAGE_CHARACTERS if channel == "linkedin" else None


def taken_apart(channel: str) -> tuple[str, bool | None]:
    """A channel as pages choose it, as drafts know it, and whether it is a note; None leaves that to the drafts."""
    if channel == NOTE:
        return "linkedin", True
    return channel, False if channel == "linkedin" else None
