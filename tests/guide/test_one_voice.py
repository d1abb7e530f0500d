"""The status in one voice: headline, signature, status line and letters begun are held against what she says."""

from dataclasses import replace
from datetime import date

import pytest

from askwell.domain.goals import Goals, Position, Status
from askwell.guide.one_voice import headline, remarks, signature
from askwell.method import openness

LEFT = Position("Halvorsen Foods", "Senior Planner", date(2016, 3, 1), date(2026, 2, 1))
OPEN = Goals(
    name="Dana Whitfield",
    status_line="I left Halvorsen Foods in February and am looking for work.",
    roles=("Supply planner",),
    fields=("wind energy",),
    places=("Portland",),
    positions=(LEFT,),
)
DISCREET = replace(OPEN, status=Status.EMPLOYED, positions=(replace(LEFT, until=None),))


def told(goals: Goals, **more: object) -> list[tuple[str, str]]:
    return [(one.place, one.say) for one in remarks(goals, **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Experienced planner exploring opportunities", "only hints at it"),
        ("Senior Planner at Halvorsen Foods", "still names Halvorsen Foods"),
        ("Supply chain enthusiast", "does not say yet"),
        ("Supply planner, looking for work", ""),
        ("Open to work | formerly Halvorsen Foods", ""),
        ("", ""),
    ],
)
def test_a_headline_that_is_coy_or_old_gets_one_kind_sentence_with_words_instead(words: str, part: str) -> None:
    found = remarks(replace(OPEN, headline=words))
    assert [one.place for one in found] == (["headline"] if part else [])
    for one in found:
        assert part in one.say
        assert one.instead.endswith(
            "looking for work" if "yet" in part else "looking for work in wind energy, Portland"
        )
        assert openness.states_status(one.instead)


@pytest.mark.parametrize(
    "goals", [OPEN, Goals(), Goals(fields=("dairy",)), Goals(roles=("CFO",)), Goals(roles=("any",))]
)
def test_the_headline_offered_speaks_with_the_same_voice(goals: Goals) -> None:
    said = headline(goals)
    assert openness.states_status(said)
    assert remarks(replace(goals, headline=said)) == ()
    discreet = replace(goals, status=Status.EMPLOYED, headline="Looking for work")
    assert not openness.states_status(headline(discreet))
    assert [one.place for one in remarks(discreet)] == ["headline"]


def test_whoever_must_be_discreet_is_told_what_gives_it_away_and_nothing_else() -> None:
    assert remarks(replace(DISCREET, headline="Senior Planner at Halvorsen Foods")) == ()
    assert remarks(DISCREET, signed=["Hi Ana\n\nBest\nDana Whitfield\nSenior Planner, Halvorsen Foods"]) == ()
    (one,) = remarks(replace(DISCREET, headline="Planner, open to work"))
    assert "kept quiet" in one.say
    assert one.instead == "Senior Planner at Halvorsen Foods"
    (two,) = remarks(DISCREET, letters=[("Ana", "I am looking for work."), ("Ben", "How are you?")])
    assert "The letter to Ana says" in two.say


def test_a_signature_that_names_the_employer_she_left_is_told() -> None:
    mail = "Hi Ana,\n\nhow are you?\n\nBest,\nDana Whitfield\nSenior Planner | Halvorsen Foods"
    (one,) = remarks(OPEN, signed=["Thanks, Dana", mail, "Dana\nKestrel"])
    assert (one.place, "Halvorsen Foods" in one.say) == ("signature", True)
    assert one.instead == "Dana Whitfield\nSupply planner"
    kept = replace(OPEN, signature="Dana Whitfield\nSenior Planner\nHalvorsen Foods, Inc.")
    assert [one.place for one in remarks(kept)] == ["signature"]
    assert remarks(OPEN, signed=[mail.replace("Senior Planner |", "formerly")]) == ()
    back = replace(OPEN, positions=(LEFT, Position("Halvorsen Foods Inc.", "Lead")))
    assert remarks(back, signed=[mail]) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Best\nDana Whitfield\nPlanner, Acme", "Dana Whitfield\nPlanner, Acme"),
        ("Best\nDana", ""),
        ("Planner, Acme", ""),
        ("I am Dana.\nWould you have time for a call next week, or would the week after suit you better?", ""),
        ("", ""),
    ],
)
def test_a_signature_is_what_stands_under_her_name(text: str, found: str) -> None:
    assert signature(text, name="Dana Whitfield") == found
    assert signature(text, name="") == ""


def test_a_status_line_that_goes_round_it_and_a_letter_that_keeps_quiet_are_told() -> None:
    coy = replace(OPEN, status_line="I am exploring new opportunities.")
    (one,) = remarks(coy)
    assert one.place == "status line"
    assert openness.states_status(one.instead)
    (two,) = remarks(OPEN, letters=[("Ana", "How are you?"), ("Ben", OPEN.status_line)])
    assert (two.instead, "Ana" in two.say) == (OPEN.status_line, True)


def test_what_she_set_aside_stays_so_until_the_words_change() -> None:
    goals = replace(OPEN, headline="Exploring opportunities")
    (one,) = remarks(goals)
    left = replace(goals, left=(one.key,))
    assert told(left) == []
    assert [place for place, _ in told(replace(left, headline="Seeking new challenges"))] == ["headline"]
