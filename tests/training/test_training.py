"""The models come of the sentences in training/, byte for byte the same on any machine, and of nothing else."""

from pkgutil import get_data

import pytest
from training import of_mails, vocabulary
from training.folds import fold, threshold
from training.machine import ONE, Shuffle, trained
from training.texts import Line, checksum, digest, gathered, parse, read
from training.weights import train, written

from askwell.guide.learned.model import UNIT

TRAINED = ("drafts", "mail")
FEW = [
    *(
        Line(f"Could you introduce me to {name}?", frozenset({"asks"}))
        for name in ("Ann", "the head of it", "them all")
    ),
    *(Line(f"Would you put in a word with {name}?", frozenset({"asks"})) for name in ("Bo", "your boss", "the board")),
    *(Line(f"Thank you for the {thing}.", frozenset({"thanks"})) for thing in ("list", "long talk", "book", "lift")),
    *(Line(f"How is the {thing} going?", frozenset()) for thing in ("boat", "new school", "garden", "roof")),
]


def file() -> str:
    source = f"{len(FEW)} sentences, checksum {checksum('few', FEW)}"
    return written("few", train("few", [(line, read("few", line)) for line in FEW]), source=source)


def test_the_same_sentences_give_the_same_bytes() -> None:
    assert file() == file()


def test_the_bytes_are_those_that_other_machines_have_written() -> None:
    """Whole numbers and an own shuffle: no rounding, no order of a set, no version of Python comes into it."""
    assert digest(file())[:16] == "7212d1ea2e307e3c"


def test_what_stands_four_times_in_a_row_counts_as_one_thing_of_four_times_the_share() -> None:
    """Else steps would be too long, and the weights never come to rest."""
    truth, share, flat = [True, False, True], UNIT // 4, [ONE] * 3
    often = trained([[0] * 4, [1] * 4, [2] * 4], truth, [share] * 3, width=3, scales=flat)
    once = trained([[0], [1], [2]], truth, [4 * share] * 3, width=3, scales=flat)
    assert often == pytest.approx(once, abs=ONE // 1000)


def test_the_order_in_which_sentences_were_written_down_does_not_matter() -> None:
    assert [digest(line.text) for line in gathered("drafts")] == sorted(
        digest(line.text) for line in gathered("drafts")
    )


@pytest.mark.parametrize("name", TRAINED)
def test_the_weights_in_the_package_were_trained_on_the_sentences_as_they_stand(name: str) -> None:
    """Where this fails: python -m training."""
    head = (get_data("askwell.guide.learned", f"{name}.weights") or b"").decode().splitlines()[1]
    assert head.endswith(checksum(name, gathered(name)))


def test_the_model_of_whole_mails_was_trained_on_the_mails_as_they_stand() -> None:
    """Where this fails: python -m training mail mails whole."""
    head = (get_data("askwell.guide.learned", "mails.weights") or b"").decode().splitlines()[1]
    assert head.endswith(of_mails.checksum())


def test_the_words_in_the_package_are_those_of_the_sentences_as_they_stand() -> None:
    """Where this fails: python -m training mail."""
    kept = (get_data("askwell.guide.learned", vocabulary.FILE) or b"").decode()
    assert kept == vocabulary.written(line.text for line in gathered("mail"))


@pytest.mark.parametrize("name", [*TRAINED, "mails"])
def test_the_files_of_weights_stay_small(name: str) -> None:
    assert len(get_data("askwell.guide.learned", f"{name}.weights") or b"") <= 2_000_000


def test_a_line_without_labels_is_refused_by_its_number() -> None:
    with pytest.raises(ValueError, match="line 2"):
        parse(["-\tFine.", "No tab here."], source="a.txt")


def test_labels_marks_and_remarks_are_told_apart() -> None:
    assert parse(["# a remark", "", "thanks,job @out\tI start Monday, thank you."]) == [
        Line("I start Monday, thank you.", frozenset({"thanks", "job"}), ("out",))
    ]


def test_a_threshold_is_where_f1_is_best_and_sure_is_where_hardly_a_claim_was_wrong() -> None:
    scores = [900, 880, 870, 860, 850, 300, 200, 100, 0]
    truth = [True, True, True, True, True, False, True, False, False]
    found = threshold(scores, truth)
    assert 100 < found.likely <= 200
    assert 300 < found.sure <= 850
    assert (found.right, found.claimed, found.true) == (6, 7, 6)


def test_folds_are_told_by_the_sentence_alone_and_are_of_one_size_or_nearly() -> None:
    sizes = [sum(fold(digest(f"sentence {i}")) == number for i in range(1000)) for number in range(5)]
    assert min(sizes) > 150


def test_a_shuffle_is_a_new_order_of_the_same() -> None:
    order = Shuffle().order(50)
    assert sorted(order) == list(range(50)) != order
    assert order == Shuffle().order(50)
