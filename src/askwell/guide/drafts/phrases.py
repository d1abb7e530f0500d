"""The smallest pieces of a letter: a sentence, a phrase without its stop, things in a row."""

from askwell.domain.saying import listed, sentence, without_stop

__all__ = ["listed", "sentence", "without_stop"]
