"""What whole mails teach comes of the labeled mails as they lie there, is fitted rightly, and judged on others."""

import json
from math import log
from pathlib import Path
from pkgutil import get_data

import pytest
from training import texts
from training.collecting import collected
from training.logistic import Case, fitted, likelihood, solved
from training.whole import KINDS, Found, checksum, likely, lines_of_others, taught, written
from training.whole_judged import judged
from training.whole_mails import Labeled, mails, raw

from askwell.domain.cues import CueType
from askwell.guide.cues.whole import FIGURES, FILE, load, parse


def row(mail: int, *, odds: float, held: bool, kind: CueType = CueType.REFERRAL, rival: float = 0.0) -> Found:
    figures = dict.fromkeys(FIGURES, 0.0) | {"odds": odds, "rival": rival}
    return Found(mail, kind, tuple(figures[name] for name in FIGURES), held)


def told_apart() -> list[Found]:
    """Referrals with high odds are so, but for those with a strong rival."""
    return [
        row(number, odds=odds, rival=rival, held=odds > 0 and rival < 1)
        for number, (odds, rival) in enumerate(
            (o, r) for o in (-3.0, -1.0, 1.0, 3.0) for r in (0.0, 2.0) for _ in "1234"
        )
    ]


def test_what_was_seen_without_any_figure_gives_the_odds_of_how_often_it_was_so() -> None:
    cases = [Case(((0, 1.0),), held=number < 30) for number in range(40)]
    assert fitted(cases, width=1, trust=1000.0)[0] == pytest.approx(log(3), abs=1e-3)
    assert 0 < fitted(cases, width=1, trust=0.01)[0] < 0.2, "little trust keeps weights small"


def test_equations_are_solved() -> None:
    assert solved([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]], [6.0, 10.0, 8.0]) == pytest.approx([1, 2, 3])


def test_no_odds_are_too_far_for_a_share() -> None:
    assert likelihood(-1e6) < 1e-9 < 1 - 1e-9 < likelihood(1e6)


def test_a_rival_is_learned_to_speak_against_and_the_odds_for() -> None:
    by_kind = taught(told_apart())
    assert by_kind.keys() == {CueType.REFERRAL}
    learned = by_kind[CueType.REFERRAL]
    assert learned.odds > 0 > learned.rival
    assert likely(row(0, odds=3.0, held=True), by_kind) > 0.5 > likely(row(0, odds=3.0, rival=2.0, held=False), by_kind)


def test_the_same_mails_give_the_same_bytes_whatever_their_order() -> None:
    rows = told_apart()
    assert written(taught(rows), count=3) == written(taught(rows[::-1]), count=3)


def test_what_is_written_is_read_again() -> None:
    by_kind = taught(told_apart())
    again = parse(written(by_kind, count=3))
    assert again[CueType.REFERRAL] == pytest.approx(by_kind[CueType.REFERRAL], abs=0.0005)


def test_the_weights_in_the_package_were_fitted_to_the_mails_as_they_stand() -> None:
    """Where this fails: python -m training.whole."""
    head = (get_data("askwell.guide.learned", FILE) or b"").decode().splitlines()
    assert head[1].endswith(checksum())
    assert tuple(load()) == KINDS


def test_what_the_odds_by_hand_leave_out_before_the_rules_are_asked_could_not_be_likely() -> None:
    """The bound rests on it: higher odds by hand never make a cue less likely, and a missing name never more."""
    for kind, told in load().items():
        assert told.odds > 0 >= told.unnamed, kind


def test_mails_are_read_by_a_model_that_has_not_seen_the_sentences_of_their_writers() -> None:
    named, others = (
        (texts.HERE / "mail" / f"{name}.txt").read_text(encoding="utf-8") for name in ("in_we_named", "in_help")
    )
    seen = {line.text for line in lines_of_others()}
    assert seen.isdisjoint(line.text for line in texts.parse(named.splitlines()))
    assert seen > {line.text for line in texts.parse(others.splitlines())}


def test_labeled_mails_are_of_many_kinds_and_each_says_where_it_comes_from() -> None:
    every = list(mails())
    assert len(every) > 600
    assert {kind for mail in every for kind in mail.kinds} == {kind.value for kind in KINDS}
    assert {mail.writer for mail in every} >= {"eval", "second", "third", "we", "wf"}
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


def test_a_batch_is_judged_by_what_the_others_teach() -> None:
    """One batch says the contrary of the others: told by hand it is right, told by the others it is wrong."""
    message = next(mails()).message
    contrary = Labeled("we_2", message, frozenset(), frozenset())
    every = [*(Labeled("we_1", message, frozenset({"referral"}), frozenset()) for _ in range(8)), contrary]
    rows = [row(number, odds=-1.0, held=number < 8) for number in range(9)]
    told = judged(every, rows).splitlines()
    assert told[0] == "by hand: 0 of 0, 8 true, F1 0.000"
    left_out = next(line for line in told if line.startswith("a batch left out"))
    assert left_out.startswith("a batch left out: 0 of 1,"), (
        "the contrary one is claimed, the eight are learned from it"
    )
