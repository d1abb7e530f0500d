"""Goals are read from TOML or JSON, wrong lines are named, and needs of all four kinds follow from any goal."""

import json
from datetime import date
from typing import Any

import pytest

from askwell.domain.errors import Refused
from askwell.domain.goals import Goals, Need, NeedKind, Position, Status
from askwell.identity.roles import with_article
from askwell.method import goals

TOML = """
name = "Alice Marlowe"
statement = "I want to run operations for a food company."
status = "in transition"
since = 2026-02-13
zone = "America/Chicago"
country = "us"
roles = ["Operations Manager"]
fields = ["food"]
companies = ["Cascade Grain", "Larkspur Coffee", "Cascade Grain"]
strengths = ["calm in peak season"]
limits = {salary = 105000, remote = false}
[[needs]]
kind = "advice"
question = "Which certificate matters?"
"""


def test_toml_and_json_say_the_same() -> None:
    found = goals.parse(TOML)
    assert found.companies == ("Cascade Grain", "Larkspur Coffee")
    assert found.limits == {"salary": "105000", "remote": "no"}
    assert (found.status, found.since, found.country) == (Status.IN_TRANSITION, date(2026, 2, 13), "US")
    assert goals.parse(json.dumps(goals.to_dict(found))) == found


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("roles = 3", "“roles”"),
        ('status = "retired"', "“status”"),
        ('since = "spring"', "“since”"),
        ('zone = "Chicago/America"', "“zone”"),
        ('country = "Germany"', "“country”"),
        ("limits = [1]", "“limits”"),
        ('needs = ["advice"]', "“needs[1]”"),
        ('needs = [{kind = "job", question = "?"}]', "“needs[1].kind”"),
        ('needs = [{kind = "advice", question = " "}]', "“needs[1].question”"),
        ("statement = [1]", "“statement”"),
        ('role = ["Planner"]', "Did you mean “roles”"),
        ("roles = [", "The goals end too early"),
        ('{"roles": ', "Line 1 of the goals could not be read"),
    ],
)
def test_a_wrong_line_is_refused_and_named(line: str, named: str) -> None:
    with pytest.raises(Refused) as refusal:
        goals.parse(line)
    assert named in str(refusal.value)


def test_lines_of_others_do_no_harm() -> None:
    assert goals.parse('{"roles": "Planner", "x_color": 3}') == Goals(roles=("Planner",))


def test_companies_are_ranked_as_she_ordered_them() -> None:
    assert goals.ranked(goals.parse(TOML)) == ((1, "Cascade Grain"), (2, "Larkspur Coffee"))


@pytest.mark.parametrize(
    "found",
    [
        Goals(roles=("S&OP Manager",)),
        Goals(fields=("dairy",)),
        Goals(companies=("Cascade Grain",)),
        Goals(statement="I want to heal animals."),
        goals.parse(TOML),
    ],
)
def test_needs_of_all_four_kinds_follow_from_any_goal(found: Goals) -> None:
    proposed = goals.propose_needs(found)
    assert {need.kind for need in proposed} == set(NeedKind)
    assert all(need.question.count("?") <= 1 and need.serves in goals.serves(found) for need in proposed)


def questions(**said: Any) -> list[str]:
    return [need.question for need in goals.propose_needs(Goals(**said))]


def test_proposed_needs_name_the_role_the_field_and_the_targets_each_in_a_question_of_its_own() -> None:
    found = [need.question for need in goals.propose_needs(goals.parse(TOML))]
    assert "Which figure does everybody at Cascade Grain look at in the morning, and what moves it?" in found
    assert any("Larkspur Coffee" in question and "Cascade Grain" not in question for question in found)
    assert any("plants in food struggle" in question for question in found)
    plain = [question.replace("Larkspur Coffee", "").replace("Cascade Grain", "") for question in found]
    assert len(set(plain)) == len(plain)


@pytest.mark.parametrize(
    ("role", "word"),
    [
        ("Nurse", "patients"), ("Sous chef", "kitchen"), ("Welder", "licenses"), ("CFO", "boards"),
        ("Primary school teacher", "lesson"), ("Pflegefachkraft", "Pflegefachkraft"), ("Truck driver", "license"),
        ("Junior accountant", "not worked for long"), ("Data Scientist / ML Engineer", "data"),
        ("Zoo keeper", "animals"),
    ],
)  # fmt: skip
def test_each_line_of_work_has_questions_of_its_own(role: str, word: str) -> None:
    assert word in " ".join(questions(roles=(role,), companies=("Ostara Foods",)))


@pytest.mark.parametrize("role", ["Lighthouse keeper", "Bellmaker", "Glassblower"])
def test_of_a_job_that_nobody_here_knows_it_is_asked_how_it_is_organized(role: str) -> None:
    found = questions(roles=(role,), companies=("Ostara Foods",))
    assert found[0].startswith(f"How is the work of {with_article(role)} organized at Ostara Foods, and")


def test_how_it_is_organized_is_asked_of_a_field_where_no_role_is_named() -> None:
    found = questions(fields=("the arts",), companies=("Ostara",))
    assert found[0].startswith("How is the work in the arts organized at Ostara, and")


@pytest.mark.parametrize("place", ["Remote", "anywhere", "Remote (EU)", "home office", "Hybrid / remote"])
def test_a_place_that_is_none_is_not_asked_about(place: str) -> None:
    assert not [one for one in questions(roles=("Nurse",), places=(place,)) if place.split(maxsplit=1)[0] in one]


def test_of_a_place_or_remote_the_place_is_left() -> None:
    found = Goals(roles=("Nurse",), places=("Remote", "Berlin or remote"))
    assert [n for n in goals.propose_needs(found) if "in Berlin " in n.question and n.serves == "Berlin or remote"]


@pytest.mark.parametrize("role", ["Anything", "a good job", "Something with animals", "any job", "whatever pays"])
def test_what_names_no_work_is_not_asked_about_as_if_it_did(role: str) -> None:
    found = questions(roles=(role,))
    assert not any(with_article(role) in question for question in found if f"“{role}”" not in question)


@pytest.mark.parametrize(
    "found", [Goals(statement="I don’t know yet what I want, maybe an office."), Goals(roles=("Anything",))]
)
def test_who_does_not_know_yet_asks_what_she_is_good_at(found: Goals) -> None:
    told = [need.question for need in goals.propose_needs(found)]
    assert "In what kind of work have you seen me at my best?" in told
    assert not any(found.statement in one for one in told if found.statement)
    assert not any("what I am looking for" in one for one in told)


@pytest.mark.parametrize(
    ("role", "word", "other"),
    [
        ("Science writer", "portfolio", "method"),
        ("Quality engineer", "better", "teams"),
        ("Librarian", "come", "learners"),
    ],
)
def test_what_a_title_is_mostly_about_counts(role: str, word: str, other: str) -> None:
    told = " ".join(questions(roles=(role,), companies=("Ostara",), fields=("biology",)))
    assert word in told
    assert other not in told.replace("Which one method or certificate", "")


def test_two_roles_are_weighed_and_a_strength_is_held_up() -> None:
    found = questions(roles=("Nurses", "Midwife"), strengths=("calm nights",))
    assert any("“nurse” or “midwife”" in question for question in found)
    assert any("“calm nights”" in question for question in found)


def test_the_problems_she_wants_to_solve_become_questions_for_her_targets() -> None:
    clear = {"problems": "Food is thrown away.\nPlans come late."}
    told = Goals(roles=("Planner",), companies=("Ostara Foods", "Tidewell"), clarity=clear)
    asked = [(need.question, need.serves) for need in goals.propose_needs(told) if "deal with" in need.question]
    assert asked == [
        ("How does Ostara Foods deal with this today: Food is thrown away?", "Ostara Foods"),
        ("How does Tidewell deal with this today: Plans come late?", "Tidewell"),
    ]


def test_no_goal_no_needs() -> None:
    assert goals.propose_needs(Goals()) == ()
    assert goals.needs(Goals()) == ()


def test_her_own_needs_stand_alone_and_serve_a_goal() -> None:
    own = Goals(roles=("Planner",), companies=("Ostara",), needs=(Need(NeedKind.ADVICE, "Is Ostara kind?"),))
    assert goals.needs(own) == (Need(NeedKind.ADVICE, "Is Ostara kind?", "Ostara"),)


def test_the_search_began_when_she_says_or_when_her_last_job_ended_or_ninety_days_before() -> None:
    first = date(2026, 4, 1)
    past = Position("Halvorsen", "Planner", since=date(2016, 3, 1), until=date(2026, 2, 1))
    now = Position("Ostara", "Planner", since=date(2026, 3, 1))
    assert goals.since(Goals(since=date(2026, 1, 9), positions=(past,)), first_import=first) == date(2026, 1, 9)
    assert goals.since(Goals(positions=(past,)), first_import=first) == date(2026, 2, 1)
    assert goals.since(Goals(positions=(past, now)), first_import=first) == date(2026, 1, 1)
    assert goals.since(Goals(), first_import=first, positions=(past,)) == date(2026, 2, 1)


def test_the_five_questions_are_hers_to_answer_and_one_thing_is_next_where_she_has_not() -> None:
    empty = goals.clarity(Goals())
    full = goals.clarity(Goals(clarity={"hundred": "Ostara Foods"}, companies=("Tidewell",)))
    assert [one.key for one in empty] == ["manager", "hundred", "ten_minutes", "problems", "say_back"]
    assert not any(one.answer for one in empty)
    assert all(one.next and one.effect for one in empty)
    assert (full[1].answer, full[1].next) == ("Ostara Foods", "")
    assert "Tidewell" in full[0].next


def test_answers_and_jobs_are_read_and_written_in_the_same_form() -> None:
    text = """
[clarity]
manager = "Ines Okafor at Tidewell"
problems = ["Food is thrown away", " ", "Plans come late"]
[[jobs]]
company = "Kestrel Parts"
title = "Buyer"
until = 2026-02-01
"""
    found = goals.parse(text)
    assert found.problems == ("Food is thrown away", "Plans come late")
    assert found.positions == (Position("Kestrel Parts", "Buyer", None, date(2026, 2, 1), own=True),)
    assert goals.parse(json.dumps(goals.to_dict(found))) == found


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('clarity = "yes"', "“clarity”"),
        ('clarity = {who = "Ines"}', "“clarity”"),
        ('jobs = ["Kestrel"]', "“jobs”"),
        ('jobs = [{title = "Buyer"}]', "“jobs[1].company”"),
        ('jobs = [{company = "Kestrel", until = "spring"}]', "“jobs[1].until”"),
    ],
)
def test_a_wrong_answer_or_job_is_refused_and_named(line: str, named: str) -> None:
    with pytest.raises(Refused) as refusal:
        goals.parse(line)
    assert named in str(refusal.value)
