"""Plain words for the kinds and states that the JSON names in one word, and names as they can be typed."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from askwell.domain.people import Contact

PROMISES = {
    "thank": "thank",
    "act": "write to",
    "report": "tell the news",
    "close": "tell what came of it",
    "nudge": "remind",
}
STATES = {"owed": "open", "kept": "done", "dropped": "let go", "void": "not needed any more"}
TIES = {"close": "close", "known": "known", "barely": "barely known", "new": "new"}
REFERRALS = {
    "name": "named them",
    "use-my-name": "lent their name",
    "introduction": "introduced you",
    "forwarded": "passed your word on",
    "employee-referral": "put you forward inside",
}
STAGES = {
    "named": "named",
    "conversation": "in conversation",
    "decider": "with somebody who decides",
    "opening": "at an opening",
}
NOTICED = {
    "introduction": "introduced you",
    "referral": "named somebody",
    "offer": "offered something",
    "help": "helped you",
    "decline": "said no, or not now",
    "meeting": "meeting",
    "auto": "answer by a machine",
    "ask": "you asked",
    "thanks": "you said thank you",
    "closed": "you told what came of it",
    "given": "you did something for them",
    "outcome": "what came of it",
    "reply": "wrote to you",
}
CUES = {  # what a message tells, whoever wrote it
    "introduction": "introduction",
    "referral": "name to write to",
    "offer": "offer",
    "help": "help",
    "decline": "a no, or not now",
    "meeting": "meeting",
    "auto": "answer by a machine",
    "ask": "ask",
    "thanks": "thank you",
    "closed": "what came of it",
    "given": "favor done",
}
DIRECTIONS = {"in": "to you", "out": "from you", "both": "both ways"}
APPLICATIONS = {
    "applied": "applied",
    "screen": "first call",
    "interview": "interview",
    "second": "second round",
    "offer": "offer",
    "rejected": "said no",
    "silent": "no answer",
}
SOURCES = {
    "linkedin-connections": "LinkedIn connections",
    "linkedin-messages": "LinkedIn messages",
    "linkedin-invitations": "LinkedIn invitations",
    "linkedin-profile": "your LinkedIn profile",
    "linkedin-positions": "your jobs",
    "linkedin-education": "your schools",
    "linkedin-emails": "your addresses",
    "linkedin-phones": "your phones",
    "linkedin-notes": "LinkedIn notes",
    "linkedin-imported": "LinkedIn contacts",
    "linkedin-follows": "companies you follow",
    "linkedin-saved-jobs": "saved jobs",
    "linkedin-jobs": "LinkedIn applications",
    "linkedin-recommendations": "LinkedIn recommendations",
    "google": "Google contacts",
    "outlook": "Outlook contacts",
    "table": "table of people",
    "vcard": "contacts",
    "left-out": "left out",
}
_TYPED = re.compile(r"[^\W_][\w .-]*")
_QUOTED = re.compile(r"[^\W_][\w .,'’()-]*")


def plain(table: Mapping[str, str], word: object) -> str:
    """The plain words for one of ours; an unknown one stays as it is."""
    return table.get(str(word), str(word))


def shortened(ids: Iterable[str], *, least: int = 5) -> dict[str, str]:
    """The beginning of each id that is enough to tell it from the others."""
    known = sorted(set(ids))
    found = {}
    for at, one in enumerate(known):
        beside = known[max(0, at - 1) : at] + known[at + 1 : at + 2]
        shared = max((_shared(one, other) for other in beside), default=0)
        found[one] = one[: max(least, shared + 1)]
    return found


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


class Typed:
    """How to type people on a command line: by the name where it is the only such one and can be typed, else the id."""

    def __init__(self, people: Iterable[Contact]) -> None:
        self._seen = Counter(contact.name.casefold() for contact in people)

    def __call__(self, contact: Contact) -> str:
        if self._seen[contact.name.casefold()] != 1:
            return contact.id
        return quoted(contact.name) or contact.id


def quoted(words: str) -> str:
    """Words for a command line, in quotation marks where they need them; "" where no marks would do."""
    if _TYPED.fullmatch(words):
        return words
    return f'"{words}"' if _QUOTED.fullmatch(words) else ""
