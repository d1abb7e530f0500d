"""What the server tells the script of a letter's page, as JSON; places are counted as the browser does."""

from collections.abc import Iterable
from typing import Any

from askwell.domain.letters import Letter as Kept
from askwell.domain.letters import Saved
from askwell.guide.review.whole import Reviewed
from askwell.web.letters import words
from askwell.web.letters.mailto import mail_link
from askwell.web.letters.places import units
from askwell.web.letters.posted import Posted
from askwell.web.letters.sheet import Spoken
from askwell.web.parts.days import Clock


def read(posted: Posted, reviewed: Reviewed) -> dict[str, Any]:
    """What is thought of a letter: `length` tells of which words it is told."""
    text = posted.text
    mail = mail_link(to=posted.to, subject=posted.subject, text=text)
    return {
        "length": units(text, len(text)),
        "heading": words.heading_of(reviewed),
        "thoughts": [_thought(text, Spoken(one)) for one in reviewed.thoughts],
        "goods": reviewed.goods,
        "size": words.size_of(reviewed),
        "mail": {"href": mail.href, "whole": mail.whole},
    }


def _thought(text: str, spoken: Spoken) -> dict[str, Any]:
    one = spoken.thought
    return {
        "rule": one.rule,
        "from": units(text, one.start),
        "to": units(text, one.end),
        "words": one.words,
        "out": one.out,
        "why": one.why,
        "line": spoken.line,
        "about": spoken.about,
    }


def kept(saved: Saved, posted: Posted, clock: Clock) -> dict[str, Any]:
    """The state in which it is kept, and what other windows wrote of the same letter."""
    return {"revision": saved.letter.revision, "others": [_other(one, posted, clock) for one in _others(saved, posted)]}


def _others(saved: Saved, posted: Posted) -> Iterable[Kept]:
    return (one for one in saved.others if one.channel == posted.channel and one.text != posted.text)


def _other(one: Kept, posted: Posted, clock: Clock) -> dict[str, Any]:
    when = words.told_of(one, question=posted.need, clock=clock)
    return {"revision": one.revision, "when": when, "text": one.text}
