"""Letters become exchanges: their cues count in the light of what was asked before."""

from collections.abc import Collection, Iterator, Sequence

import pytest
from tests.actions.letters import ANN, ME, START, letter

from askwell.actions.bringing_in.addressbook import Addressbook
from askwell.actions.bringing_in.exchanges import Reader
from askwell.actions.bringing_in.hearing import Heard
from askwell.domain.cues import Cue, CueType
from askwell.domain.people import Card, Origin


def reader(*, confidence: float, involved: Collection[str] = ()) -> Reader:
    """A reader whose detector finds an ask in all that goes out, and help of that confidence in all that comes in."""

    def detect(heard: Sequence[Heard], me: frozenset[str]) -> Iterator[tuple[Cue, ...]]:
        for message, _ in heard:
            out = message.sender.handle in me
            yield (Cue(CueType.ASK if out else CueType.HELP, confidence=1.0 if out else confidence),)

    ann = Card("vcard", Origin("c.vcf", 1), "ann", ANN.name, emails=(ANN.handle,))
    return Reader(
        book=Addressbook([("p1", ann)]),
        me=frozenset({ME.handle}),
        since=START,
        known={},
        textless=(),
        detect=detect,
        involved=lambda: involved,
    )


@pytest.mark.parametrize(("confidence", "kept"), [(0.6, False), (0.8, True)])
def test_a_faint_sign_of_help_out_of_the_blue_is_talk_about_other_things(confidence: float, kept: bool) -> None:
    (found,) = reader(confidence=confidence).read([letter(1, ANN)])
    assert bool(found.cues) is kept


def test_a_faint_sign_of_help_from_somebody_asked_before_counts() -> None:
    found = reader(confidence=0.6).read([letter(1, ME, ANN), letter(2, ANN)])
    assert [cue.type for one in found for cue in one.cues] == [CueType.ASK, CueType.HELP]


def test_so_does_one_from_somebody_drawn_in_by_an_earlier_import() -> None:
    (found,) = reader(confidence=0.6, involved={"p1"}).read([letter(1, ANN)])
    assert [cue.type for cue in found.cues] == [CueType.HELP]
