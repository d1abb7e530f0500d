"""The highlighter: the text of a letter or a message with its marked places."""

from collections.abc import Iterable
from typing import Protocol

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe


class Span(Protocol):
    """A place in a text, in code points, half-open; start = end is a place where something could go."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def marked(text: str, spans: Iterable[Span], *, numbered: bool = True) -> SafeString:
    """The text, escaped, with a mark for each span, numbered in the order of `spans` if they are to be.

    Spans that overlap an earlier one in the text begin where that one ends, so that every number is seen.
    """
    in_order = sorted(enumerate(spans, start=1), key=lambda one: (one[1].start, one[1].end))
    pieces, at = [], 0
    for number, span in in_order:
        start, end = (min(max(edge, at), len(text)) for edge in (span.start, span.end))
        pieces += [conditional_escape(text[at:start]), _mark(text[start:end], number=number if numbered else 0)]
        at = max(at, end)
    return mark_safe("".join([*pieces, conditional_escape(text[at:])]))  # noqa: S308 - each piece is escaped


def _mark(words: str, *, number: int) -> SafeString:
    return (
        format_html('<mark data-number="{}">{}</mark>', number, words)
        if number
        else format_html("<mark>{}</mark>", words)
    )
