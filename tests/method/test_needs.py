"""The questions that are proposed: for any goal one question each, short, whole, and never of what names nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.domain.goals import Goals, NeedKind
from askwell.identity import titles
from askwell.method import goals
from askwell.method.goals import _bank

MOST_WORDS = 30
NONSENSE = (" a a ", " an a ", " a an ", " in in ", "  ", "{", "}", " ,", " ?", "remote", "Remote", "anywhere")
ROLES = st.sampled_from(
    [
        *(
            "Nurse",
            "Sous chef",
            "Welder",
            "CFO",
            "Primary school teacher",
            "New graduate",
            "Pflegefachkraft",
            "Bauleiter",
        ),
        *("Truck driver", "VP People", "Junior developer", "Data Scientist / ML Engineer", "Head of People", "Nurses"),
        *("an accountant", "Anything", "a good job", "Zoo keeper", "Chief of staff", "Hairdresser", "Pastor", "Buyer"),
        *("Journalist", "S&OP Manager", "Krankenschwester", "Intern", "Farmer", "IT support", "Paralegal", "Musician"),
        *("Real estate agent", "UX Designer", "Postdoc", "Social worker", "Electrician", "Recruiter", "Office manager"),
    ]
)
PLACES = st.sampled_from(
    ["Portland", "Remote", "anywhere", "Berlin or remote", "the Bay Area", "Remote (US)", "Köln", ""]
)
FIELDS = st.sampled_from(["dairy", "the arts", "anything", "SaaS", "any", "wind energy", ""])
COMPANIES = st.lists(
    st.sampled_from(["Tidewell", "St. Mary Hospital", "Charité", "Smith & Co", "A", "B", "C", "D"]), unique=True
)
SEARCHES = st.builds(
    lambda roles, fields, places, companies, strengths, problems: Goals(
        roles=tuple(roles),
        fields=tuple(filter(None, fields)),
        places=tuple(filter(None, places)),
        companies=tuple(companies),
        strengths=tuple(strengths),
        clarity={"problems": "\n".join(problems)} if problems else {},
    ),
    st.lists(ROLES, max_size=3, unique=True),
    st.lists(FIELDS, max_size=2, unique=True),
    st.lists(PLACES, max_size=2, unique=True),
    COMPANIES,
    st.lists(st.sampled_from(["listening", "calm in a crisis"]), max_size=2, unique=True),
    st.lists(st.sampled_from(["food is thrown away", "plans come late?"]), max_size=2, unique=True),
)


@settings(max_examples=150, deadline=None)
@given(SEARCHES)
def test_whatever_she_looks_for_the_questions_are_whole_short_and_of_all_four_kinds(found: Goals) -> None:
    proposed = goals.propose_needs(found)
    assert bool(proposed) is found.said
    assert not found.said or {need.kind for need in proposed} == set(NeedKind)
    for need in proposed:
        question = need.question
        assert question.endswith("?")
        assert question.count("?") == 1, question
        assert len(question.split()) <= MOST_WORDS, question
        assert not any(part in question for part in NONSENSE), question
        assert need.serves in goals.serves(found)
    assert len({need.question for need in proposed}) == len(proposed)


@pytest.mark.parametrize(("traits", "told"), _bank(), ids=lambda value: "-".join(sorted(value)) if value else "")
def test_every_set_of_questions_is_reached_by_what_titles_can_mean(
    traits: frozenset[str], told: dict[str, object]
) -> None:
    apart = {"top", "beginner", "no-role", "nothing", "company-alone", "unsure", "any"}
    known = {name for trait in traits for name in (trait,) if titles.label(trait) or trait in apart}
    families = {"health", "education", "media", "trades", "design", "engineering"}
    assert told
    assert {trait for trait in traits if not trait.startswith("=")} <= known | families
