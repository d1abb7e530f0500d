"""Words of the pages: counts spelled out, whose a thing is, names set apart so that they mix up no sentence."""

import re
from collections.abc import Iterable

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from askwell.domain.plans import ReferralStage
from askwell.domain.saying import counted, number

__all__ = ["STAGES", "apart", "breakable", "counted", "named", "naming", "number", "whose"]

STAGES = {
    ReferralStage.NAMED: "named to you",
    ReferralStage.CONVERSATION: "in conversation",
    ReferralStage.DECIDER: "with somebody who decides",
    ReferralStage.OPENING: "on an opening",
}
APART, AGAIN = "\u2068", "\u2069"  # a run of its own direction begins, and ends
_ISOLATES = str.maketrans("", "", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def whose(name: str) -> str:
    """Ana’s."""
    return f"{name}’s"


def apart(name: str) -> str:
    """A name for an attribute or a title, where no element can stand: its direction ends with it."""
    return f"{APART}{name.translate(_ISOLATES)}{AGAIN}"


def named(name: str) -> SafeString:
    """A name from outside as an element of its own: escaped, and its direction ends with it."""
    return format_html("<bdi>{}</bdi>", name)


def breakable(text: str) -> SafeString:
    """An address as an element of its own, which breaks where one would read on: after @, /, and dots."""
    pieces = re.split(r"(?<=[@/._-])(?=\w)", text)
    return format_html("<bdi>{}</bdi>", format_html_join(mark_safe("<wbr>"), "{}", ((one,) for one in pieces)))


def naming(sentence: str, names: Iterable[str]) -> SafeString:
    """A sentence, escaped, with each of the names in it set apart; longer names are sought first."""
    wanted = sorted({name for name in names if name.strip()}, key=len, reverse=True)
    if not wanted:
        return conditional_escape(sentence)
    pattern = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in wanted)
    pieces = re.split(f"({pattern})", sentence)
    return mark_safe("".join(named(p) if i % 2 else conditional_escape(p) for i, p in enumerate(pieces)))  # noqa: S308 - each piece is escaped
