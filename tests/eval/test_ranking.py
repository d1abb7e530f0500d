"""Whom `suggest` puts first is nearly whom a person put first; the figures stand in docs/accuracy.md."""

import json

from tests.eval.ranking import SEEN, grades_of, ndcg, ranked


def test_the_first_ten_are_nearly_those_a_person_would_choose() -> None:
    said = json.loads(SEEN.read_text(encoding="utf-8"))
    assert ndcg(ranked(said), grades_of(said)) > 0.85


def test_the_measure_is_one_for_the_best_order_and_less_for_the_worst() -> None:
    grades = {str(at): at % 5 for at in range(20)}
    best = sorted(grades, key=lambda one: -grades[one])
    assert ndcg(best, grades) == 1
    assert ndcg(best[::-1], grades) < 0.2
    assert ndcg(best, grades, mild=True) == 1
