"""Tables of figures: side by side, and honest where there is nothing to measure."""

from tests.eval.figures import Figure, score, table


def test_where_nothing_is_claimed_or_true_a_dash_stands_for_the_figure() -> None:
    assert str(Figure(0, 0, 4)) == "– 0.000 0.000"
    assert str(Figure(0, 2, 0)) == "0.000 – 0.000"
    assert str(Figure(0, 0, 0)) == "– – –"


def test_how_many_are_true_is_told_once_where_it_is_the_same_for_all() -> None:
    lines = table("T", {"a": {"x": score("ab", "abcd")}, "b": {"x": score("abcd", "abcd")}}).splitlines()
    assert lines[2:] == [
        "|  | true | a P R F1 | b P R F1 |",
        "|---|--:|--:|--:|",
        "| x | 4 | 1.000 0.500 0.667 | 1.000 1.000 1.000 |",
    ]


def test_how_many_are_true_is_told_for_each_where_it_differs() -> None:
    lines = table("T", {"a": {"x": Figure(1, 1, 1)}, "b": {"x": Figure(1, 1, 2), "y": Figure(0, 1, 1)}}).splitlines()
    assert lines[2] == "|  | true | a P R F1 | true | b P R F1 |"
    assert lines[4:] == [
        "| x | 1 | 1.000 1.000 1.000 | 2 | 1.000 0.500 0.667 |",
        "| y |  |  | 1 | 0.000 0.000 0.000 |",
    ]
