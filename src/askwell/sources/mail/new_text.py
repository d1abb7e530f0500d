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
    signature: str = ""
    cards: tuple[Party, ...] = ()


NONE = NewText()


def of(raw: bytes, headers: Headers, body: int, *, subject: str) -> NewText:
    """The new text, the forwarded text and the people on attached cards."""
    content = parts.read(raw, headers, body)
    plain = _Plain()
    text, signed = plain.read(content)
    split = reply.split(text, forwards=_FORWARD.match(subject) is not None)
    forwarded = [split.forwarded, *(plain.shown(inner, what) for inner, what in content.forwarded)]
    passed_on = "\n\n".join(filter(None, forwarded))[: reply.MOST_FORWARDED]
    return NewText(split.new, passed_on, split.signature or signed, tuple(content.cards))


class _Plain:
    """Turns what a message holds to plain text, and knows how much HTML it may still read."""

    def __init__(self) -> None:
        self.tags = parts.MOST_TAGS

    def read(self, content: parts.Content) -> tuple[str, str]:
        """The text, and the first signature that was marked in HTML."""
        shown = [self._from_html(piece.text) if piece.is_html else (piece.text, "") for piece in content.pieces]
        signature = next((signed for _, signed in shown if signed), "")
        return "\n".join(text for text, _ in shown)[: parts.MOST_TEXT], signature

    def _from_html(self, text: str) -> tuple[str, str]:
        if self.tags <= 0:
            return "", ""
        from askwell.sources.mail import html

        most, self.tags = self.tags, self.tags - text.count("<")
        return html.read(text, most_tags=most)

    def shown(self, headers: Headers, content: parts.Content) -> str:
        """A message that was attached whole, as a forwarding mail program would show it."""
        lines = [f"{name.decode().title()}: {words.header(headers[name])}" for name in _SHOWN if name in headers]
        return "\n".join([*lines, "", reply.split(self.read(content)[0]).new])
