"""Pictures of the search: dots in order of arrival, and a tree in which nothing lies upon anything else."""

from collections import defaultdict
from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from askwell.domain.plans import Branch, Referral, ReferralKind, ReferralStage
from askwell.web.parts import drawing, tree
from askwell.web.parts.tree import Twig

NAMED, CONVERSATION, OPENING = ReferralStage.NAMED, ReferralStage.CONVERSATION, ReferralStage.OPENING
names = st.text(min_size=1, max_size=40)
stages = st.sampled_from(list(ReferralStage))
twigs = st.recursive(
    st.builds(Twig, names, stages),
    lambda below: st.builds(Twig, names, stages, st.just(""), st.lists(below, max_size=3).map(tuple)),
    max_leaves=12,
)
helpers = st.builds(Twig, names, st.just(""), st.just(""), st.lists(twigs, min_size=1, max_size=3).map(tuple))
ADAM = Twig("Adam Hale", CONVERSATION, twigs=(Twig("Vera Kohl", OPENING), Twig("Ingrid Moe", NAMED)))
GREW = (Twig("Margaret Hale", twigs=(ADAM,)), Twig("Owen Clarke", twigs=(Twig("Mei Tanaka", NAMED),)))


def test_the_hundred_dots_come_in_order_of_arrival() -> None:
    drawn = drawing.hundred([NAMED, OPENING])
    assert [dot.stage for dot in drawn.dots[:3]] == ["named", "opening", ""]
    assert (len(drawn.dots), drawn.inked, drawn.width, drawn.height) == (100, 2, 270, 270)


def test_beyond_a_hundred_the_page_grows_by_whole_rows() -> None:
    drawn = drawing.hundred([NAMED] * 101)
    assert (len(drawn.dots), drawn.inked, drawn.height) == (110, 101, 298)
    assert len({(dot.x, dot.y) for dot in drawn.dots}) == 110


def test_guesses_are_rows_of_dots_of_one_size_however_many() -> None:
    drawn = drawing.guesses(17, 30)
    assert [dot.stage for dot in drawn.dots].count("decider") == 17
    assert (drawn.width, drawn.height) == (432, 36)
    assert drawing.guesses(0, 0).dots == ()


def test_the_way_to_an_opening_is_drawn_strongest() -> None:
    drawn = tree.picture("Nora", GREW)
    assert sum(line.warm for line in drawn.lines) == 3
    assert [name.text for name in drawn.names if not name.strong] == ["Ingrid Moe", "Mei Tanaka"]


def test_a_parent_stands_in_the_middle_of_whom_they_led_to() -> None:
    at = {name.text: name.y for name in tree.picture("Nora", GREW).names}
    assert at["Adam Hale"] == (at["Vera Kohl"] + at["Ingrid Moe"]) / 2
    assert at["Ingrid Moe"] - at["Vera Kohl"] == tree.ROW


@given(st.lists(helpers, min_size=1, max_size=4), names)
def test_no_name_lies_upon_another_and_all_lie_in_the_picture(grew: list[Twig], root: str) -> None:
    if not tree.fits(grew):
        return
    drawn = tree.picture(root, grew)
    columns = defaultdict(list)
    for name in drawn.names:
        columns[name.x].append(name.y)
        assert 0 <= name.x < drawn.width - tree.ROOM
        assert 0 < name.y < drawn.height
        assert len(name.text) * tree.LETTER <= tree.ROOM + tree.LETTER or not name.text.isascii()
    assert all(b - a >= tree.ROW for ys in columns.values() for a, b in pairwise(sorted(ys)))
    assert len(drawn.names) == len(drawn.lines) == sum(1 + twig.further for twig in grew)


@given(st.lists(helpers, min_size=1, max_size=4))
def test_the_table_has_a_row_for_everybody_somebody_led_to(grew: list[Twig]) -> None:
    assert len(list(tree.rows(grew))) == sum(twig.further for twig in grew)


def test_a_tree_too_deep_to_be_read_is_no_picture() -> None:
    deep = Twig("Ida", NAMED)
    for _ in range(tree.DEEPEST):
        deep = Twig("Ida", NAMED, twigs=(deep,))
    assert not tree.fits([Twig("Ida", twigs=(deep,))])
    assert tree.fits([Twig("Ida", twigs=deep.twigs)])
    assert not tree.fits([])


def test_referrals_grow_into_a_tree_by_helper_with_names_and_addresses() -> None:
    def led(by: str, person: str, name: str, *further: Branch) -> Branch:
        at = datetime(2026, 3, 1, tzinfo=UTC)
        return Branch(Referral(f"r{name}", ReferralKind.NAME, NAMED, by, person, name, at, confirmed=True), further)

    grew = tree.grown(
        [led("p1", "p2", "V.", led("p2", "", "a team")), led("p1", "p3", "I.")], {"p1": "M", "p2": "Vera"}
    )
    assert [(twig.name, twig.href, twig.further) for twig in grew] == [("M", "/people/p1", 3)]
    assert [(by, to.name, to.href) for by, to in tree.rows(grew)] == [
        ("M", "Vera", "/people/p2"),
        ("Vera", "a team", ""),
        ("M", "I.", "/people/p3"),
    ]
