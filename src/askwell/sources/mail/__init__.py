"""Mail: one message, an mbox or a Maildir as domain messages. Headers of all; new text only where it is asked for."""

from askwell.sources.mail.leaving import LeftOut
from askwell.sources.mail.reading import (
    NO_TEXT,
    UNDATED,
    Unreadable,
    letters_of,
    oddities,
    read,
    read_maildir,
    read_message,
)

__all__ = [
    "NO_TEXT",
    "UNDATED",
    "LeftOut",
    "Unreadable",
    "letters_of",
    "oddities",
    "read",
    "read_maildir",
    "read_message",
]
