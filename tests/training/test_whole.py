"""What whole mails teach comes of the labeled mails as they lie there, is fitted rightly, and judged on others."""

import json
from math import log
from pathlib import Path
from pkgutil import get_data

import numpy as np
import pytest
from training import texts, writers
from training.collecting import collected
from training.logistic import fitted, likelihood
from training.whole import Found, checksum, taught, written
from training.whole_judged import Told, report
from training.whole_mails import mails, raw

from askwell.domain.cues import CueType
from askwell.domain.messages import Direction
from askwell.guide.cues.whole import FILE, KINDS, OWN, names, parse

OF_MESSAGE = dict.fromkeys(names(Direction.IN), 0.0)


def row(mail: int, *, odds: float, held: bool, kind: CueType = CueType.REFERRAL, rival: float = 0.0) -> Found:
    figures = OF_MESSAGE | {"decline": rival}
    own = dict.fromkeys(OWN, 0.0) | {"odds": odds}
    return Found(mail, Direction.IN, kind, tuple(figures.values()), tuple(own.values()), held)


def told_apart() -> list[Found]:
    """Of each kind what has high odds is so, but where a decline is strong."""
    cases = [(kind, o, r) for kind in KINDS[Direction.IN] for o in (-3.0, -1.0, 1.0, 3.0) for r in (0.0, 2.0)]
    return [
        row(number, kind=kind, odds=odds, rival=rival, held=odds > 0 and rival < 1)
        for number, (kind, odds, rival) in enumerate(case for case in cases for _ in "1234")
    ]


def test_what_was_seen_without_any_figure_gives_the_odds_of_how_often_it_was_so() -> None:
    start, _ = fitted(np.zeros((40, 0)), np.arange(40) < 30, trust=1.0)
    assert start == pytest.approx(log(3), abs=1e-3)


def test_little_trust_keeps_weights_small_and_the_start_as_it_is() -> None:
    figures, held = np.array([[-1.0], [1.0]] * 20), np.array([False, True] * 20)
    small, large = (float(fitted(figures, held, trust=trust)[1][0]) for trust in (0.001, 10.0))
    assert 0 < small < 0.1
    assert large > 2


def test_no_odds_are_too_far_for_a_share() -> None:
    assert likelihood(np.array([-1e6]))[0] < 1e-9 < 1 - 1e-9 < likelihood(np.array([1e6]))[0]


def test_a_rival_is_learned_to_speak_against_and_the_odds_for() -> None:
    learned = taught(told_apart(), Direction.IN).kinds[CueType.REFERRAL]
    line = learned.own[0]
    assert line(3.0) > line(1.0) > line(-1.0) > line(-3.0)
    assert sum(learned.weights) < 0


def test_the_same_mails_give_the_same_bytes_whatever_their_order() -> None:
    rows = told_apart()
    one, other = (written({Direction.IN: taught(some, Direction.IN)}, count=3) for some in (rows, rows[::-1]))
    assert one == other


def test_what_is_written_is_read_again() -> None:
    whole = taught(told_apart(), Direction.IN)
    again = parse(written({Direction.IN: whole}, count=3))[Direction.IN]
    assert again.bends == whole.bends
    for kind, told in whole.kinds.items():
        assert again.kinds[kind].start == pytest.approx(told.start, abs=0.0005)
        assert again.kinds[kind].weights == pytest.approx(told.weights, abs=0.0005)
        assert [line.bends for line in again.kinds[kind].own] == [line.bends for line in told.own]


def test_the_weights_in_the_package_were_fitted_to_the_mails_as_they_stand() -> None:
    """Where this fails: python -m training mail mails whole."""
    head = (get_data("askwell.guide.learned", FILE) or b"").decode().splitlines()
    assert head[1].endswith(checksum())


def test_mails_are_heard_by_models_that_have_not_seen_what_their_writers_wrote() -> None:
    own = {line.text for line in texts.parse((texts.HERE / "mail" / "in_we_named.txt").read_text().splitlines())}
    others = {line.text for line in texts.parse((texts.HERE / "mail" / "in_help.txt").read_text().splitlines())}
    left = {line.text for line in texts.gathered("mail", without={"we", "wg"})}
    every = {line.text for line in texts.gathered("mail")}
    assert own.isdisjoint(left)
    assert others < left < every


def test_writers_are_spread_evenly_over_the_folds() -> None:
    fold = writers.folds(mails())
    sizes = [sum(number == own for own in fold.values()) for number in range(writers.FOLDS)]
    assert max(sizes) - min(sizes) <= 1


def test_labeled_mails_are_of_many_kinds_and_each_says_where_it_comes_from() -> None:
    every = mails()
    assert len(every) > 10_000
    assert {kind for mail in every for kind in mail.kinds} == {kind.value for kind in CueType} - {"outcome"}
    assert {mail.writer for mail in every} >= {"eval", "second", "third", "we", "wf", "wg", "wr"}
    assert all(mail.kinds <= mail.sought for mail in every if mail.sought)


def test_of_the_mails_of_the_first_set_only_odd_ones_are_learned_from() -> None:
    assert sum(mail.batch == "eval" for mail in mails()) == 60


@pytest.mark.parametrize("body", [b"Talk to Ada Roe.\r\n", "Grüße".encode(), "Grüße".encode("latin-1")])
def test_a_mail_that_is_collected_is_kept_to_the_byte(tmp_path: Path, body: bytes) -> None:
    mail = b"From: a@example.org\r\nSubject: Hi\r\n\r\n" + body
    (tmp_path / "1.eml").write_bytes(mail)
    label = {"file": "1.eml", "direction": "in", "events": [{"type": "referral"}]}
    (tmp_path / "mail.jsonl").write_text(json.dumps(label) + "\n")
    kept = json.loads(next(collected(tmp_path)))
    assert raw(kept) == mail
    assert kept["events"] == label["events"]


def test_what_was_told_of_mails_is_counted_by_kind_by_writer_and_by_how_sure_it_was() -> None:
    every = [
        Told("wa", frozenset({"help"}), (("help", 0.95), ("offer", 0.55))),
        Told("wa", frozenset({"offer"}), ()),
        Told("wb", frozenset(), (("help", 0.97),)),
        Told("wb", frozenset(), ()),
    ]
    said = list(report(every))
    assert said[0].startswith("help               1 true, P 0.500 R 1.000")
    assert "wb                 0 true, P 0.000 R 0.000 F1 0.000, a cue in 1 of 2 silent" in said
    assert "  0.95 to 1.0: 1 of 2 right" in said
    assert said[-1] == "  sure: 1 of 2 right"
