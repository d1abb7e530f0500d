"""Mail is read as the standard library reads it, fact by fact: made-up archives, and hundreds of odd messages."""

from io import BytesIO
from pathlib import Path

import pytest
from bench import archive
from bench.same_mail import ours, standard
from tests.sources.odd_mail import Odd

from askwell.sources.mail import mbox

SEEDS, LETTERS = range(4), 100


@pytest.mark.parametrize("seed", SEEDS)
def test_odd_messages_are_read_alike(seed: int) -> None:
    odd = Odd(seed)
    for _ in range(LETTERS):
        raw = odd.letter()
        assert ours(raw) == standard(raw), raw.decode("utf-8", "replace")


def test_every_message_of_an_archive_is_read_alike() -> None:
    box = b"".join(archive.messages(count=250, size=1_250_000))
    raws = [piece.raw for piece in mbox.split(BytesIO(box))]
    assert len(raws) == 250
    for raw in raws:
        assert ours(raw) == standard(raw), raw.decode("utf-8", "replace")


def test_the_mail_of_the_made_up_search_is_read_alike(eval_data: Path) -> None:
    with (eval_data / "scenario" / "mail.mbox").open("rb") as stream:
        raws = [piece.raw for piece in mbox.split(stream)]
    assert len(raws) == 100
    for raw in raws:
        assert ours(raw) == standard(raw), raw.decode("utf-8", "replace")
