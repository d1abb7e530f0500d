"""Gmail knows conversations: what a new message without ids goes on with is asked of it, so both are in one thread."""

from collections.abc import Mapping
from dataclasses import replace

from askwell.domain.messages import Message
from askwell.domain.people import Origin
from askwell.sources import mail
from askwell.sources.servers import parsing
from askwell.sources.servers.apart import Apart
from askwell.sources.servers.imap_box import Box, Head

MOST = 200  # messages of one look that it is asked about: whoever has more is told by what is read with them


class Conversations:
    """Of one folder that was read before, up to the number `last`; one that is read for the first time holds them all.

    Between messages of the same look their numbers of the conversation tell, which come with each.
    """

    def __init__(self, box: Box, *, last: int, apart: Apart) -> None:
        self._box, self._last, self._apart = box, last, apart
        self._left = MOST if last and box.is_gmail else 0

    def told(self, found: dict[int, Message], heads: dict[int, Head]) -> None:
        """Let messages and heads without ids name the one that stands before them in their conversation."""
        before = {number: one for number, message in found.items() if (one := self._before(message))}
        ids = self._ids(self._box.heads(sorted(set(before.values())))) if before else {}
        for number, one in before.items():
            if one in ids:
                found[number] = replace(found[number], thread=(ids[one],))
                above = heads[number].above + b"In-Reply-To: " + ids[one].encode("utf-8", "replace") + b"\r\n"
                heads[number] = replace(heads[number], above=above)

    def _before(self, message: Message) -> int:
        """The number of the last message before it in its conversation that was read earlier, 0 where there is none."""
        if message.thread or not message.conversation or self._left <= 0:
            return 0
        self._left -= 1
        return max((one for one in self._box.of_conversation(message.conversation) if one <= self._last), default=0)

    def _ids(self, heads: Mapping[int, Head]) -> dict[int, str]:
        pieces = [
            (len(head.raw), parsing.Letter(head.raw, Origin("", number), mail.NO_TEXT))
            for number, head in heads.items()
        ]
        told = zip(heads, self._apart(parsing.read_letter, pieces), strict=True)
        return {number: one.origin.message_id for number, one in told if isinstance(one, Message)}
