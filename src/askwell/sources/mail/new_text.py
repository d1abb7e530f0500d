"""What is new in a message: its parts, turned to plain text and freed from what they quote."""

import re
from dataclasses import dataclass

from askwell.domain.people import Party
from askwell.sources.mail import parts, reply, words
from askwell.sources.mail.headers import Headers

_FORWARD = re.compile(r"(?:fw|fwd|wg|tr|rv|enc|i|doorst|vs|vb|pd) ?:", re.IGNORECASE)
_SHOWN = (b"from", b"date", b"to", b"subject")  # of a message that was attached whole


@dataclass(frozen=True, slots=True)
class NewText:
    text: str = ""
    forwarded: str = ""
    cards: tuple[Party, ...] = ()


NONE = NewText()


def of(raw: bytes, headers: Headers, body: int, *, subject: str) -> NewText:
    """The new text, the forwarded text and the people on attached cards."""
    content = parts.read(raw, headers, body)
    split = reply.split(_plain(content), forwards=_FORWARD.match(subject) is not None)
    forwarded = [split.forwarded, *(_shown(inner, what) for inner, what in content.forwarded)]
    return NewText(split.new, "\n\n".join(filter(None, forwarded))[: reply.MOST_FORWARDED], tuple(content.cards))


def _plain(content: parts.Content) -> str:
    texts = []
    for piece in content.pieces:
        if piece.is_html:
            from askwell.sources.mail import html

            texts.append(html.to_text(piece.text))
        else:
            texts.append(piece.text)
    return "\n".join(texts)[: parts.MOST_TEXT]


def _shown(headers: Headers, content: parts.Content) -> str:
    """A message that was attached whole, as a forwarding mail program would show it."""
    lines = [f"{name.decode().title()}: {words.header(headers[name])}" for name in _SHOWN if name in headers]
    return "\n".join([*lines, "", reply.split(_plain(content)).new])
