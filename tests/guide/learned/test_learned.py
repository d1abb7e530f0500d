"""What the models read of a sentence, and what they say of it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.domain.wording import sentences
from askwell.guide.learned import Model, features, load
from askwell.guide.learned.model import parse
from askwell.guide.learned.reading import LONG, classed

SMALL = """# a remark
a kind 100 400
b cross 0 900

please\ta800 b-300
you must\tb900
@in\ta50
"""


def read(text: str, *marks: str) -> list[str]:
    return features(sentences(text), marks)


def test_names_numbers_and_dates_are_read_as_such_so_that_one_sentence_stands_for_many() -> None:
    one, other = "Could I meet Tom Reed in March, for 20 minutes?", "Could I meet Ingrid in May, for ten minutes?"
    assert classed(sentences(one)[0]) == classed(sentences(other)[0])
    assert "meet NAME in" in read(one)


def test_a_question_is_told_from_the_same_words_without_its_mark() -> None:
    assert set(read("you know her?")) - set(read("you know her")) >= {"?"}


def test_marks_of_the_caller_are_read_like_words() -> None:
    assert read("Thanks", "out") == ["@out", *read("Thanks")]


def test_words_of_one_stem_share_a_part() -> None:
    assert set(read("introducing")) & set(read("introduced")) >= {"intr~", "introd~"}


def test_a_model_is_read_from_its_file_and_weighs_what_it_finds() -> None:
    model = parse(SMALL)
    assert model.labels == ("kind", "cross")
    assert model.read(sentences("please")) == {"kind"}
    assert model.read(sentences("you must")) == {"cross"}
    kind = model.scores(sentences("please"))["kind"]
    assert model.scores(sentences("please"), ("in",))["kind"] != kind


def test_a_model_is_sure_of_less_than_it_finds_likely() -> None:
    model = parse(SMALL)
    assert model.read(sentences("please")) > model.surely(sentences("please"))


def test_weights_are_those_of_a_sentence_divided_by_its_length_so_that_a_long_one_is_not_louder() -> None:
    model = parse(SMALL)
    short, long = "please", "please " + "and so on and on with many other words than that " * 3
    assert model.scores(sentences(short))["kind"] > model.scores(sentences(long))["kind"]


def test_the_models_of_the_package_are_read_once() -> None:
    assert load("drafts") is load("drafts")
    assert load("drafts").labels


def test_nothing_is_read_beyond_the_longest_honest_sentence() -> None:
    assert len(classed(sentences("word " * 5000)[0])) <= LONG + 2


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    model: Model = load("drafts")
    for sentence in sentences(text):
        assert set(model.scores(sentence)) == set(model.labels)
