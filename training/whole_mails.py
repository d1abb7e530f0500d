"""The labeled whole mails: of training/whole, and those of tests/eval that may be looked at."""

import base64
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from askwell.domain.messages import Message, Writer
from askwell.domain.people import Origin
from askwell.sources.mail import read_message
from training import marked

HERE = marked.HERE
ME = frozenset({"dana.whitfield@example.com", "alex@example.com"})
EVAL = Path(__file__).resolve().parents[1] / "tests" / "eval" / "data"


class Labeled(NamedTuple):
    """A mail with what a reader saw in it, the batch it came in, and the kinds that were looked for, if not all."""

    batch: str
    message: Message
    kinds: frozenset[str]
    sought: frozenset[str]

    @property
    def writer(self) -> str:
        return marked.writer(self.batch)


@cache
def mails() -> tuple[Labeled, ...]:
    """All of them, batch after batch, by name."""
    return tuple(_mails())


def _mails() -> Iterator[Labeled]:
    for path in marked.files():
        for mail in marked.mails(path):
            message = mail.message(path.stem)
            if message.writer is not Writer.BULK:  # of whose text nothing is read
                yield Labeled(path.stem, message, mail.kinds, mail.sought)
    for path in sorted(HERE.glob("*.jsonl")):
        for row in _rows(path):
            yield _labeled(path.stem, row, raw(row))
    for batch, folder, step in (("eval", EVAL, 2), ("second", EVAL / "second", 1)):
        for row in _rows(folder / "mail.jsonl"):
            if step == 1 or int(Path(row["file"]).stem) % step:  # even ones of the first set are only counted
                yield _labeled(batch, row, (folder / row["file"]).read_bytes())


def raw(row: Mapping[str, Any]) -> bytes:
    """The mail itself, to the byte."""
    return str(row["mail"]).encode() if "mail" in row else base64.b64decode(row["base64"])


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def _labeled(batch: str, row: Mapping[str, Any], mail: bytes) -> Labeled:
    message = read_message(mail, origin=Origin(batch, 1))
    kinds = frozenset(event["type"] for event in row["events"])
    return Labeled(batch, message, kinds, frozenset(row.get("sought", ())))
