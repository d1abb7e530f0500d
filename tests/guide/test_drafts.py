"""Drafts: short, true, particular, one question, never two alike, and nothing in them that the tips advise against."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.domain.goals import Goals, Need, NeedKind, Position, Status
from askwell.domain.messages import Channel
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import Draft, DraftKind, ReferralKind
from askwell.guide import review
from askwell.guide.drafts import Came, Composer, Helped, Pointed, Reminded, channel_for

TODAY = date(2026, 3, 20)
STATUS_LINE = "Halvorsen closed its Milwaukee office on February 13, so I am out of work and looking."
GOALS = Goals(
    name="Dana Whitfield",
    statement="I want to lead demand planning for a food company around Milwaukee.",
    status_line=STATUS_LINE,
    roles=("Demand Planning Manager",),
    fields=("food and beverage",),
    places=("Milwaukee",),
    companies=("Brightwater Dairy", "Corvane Medical", "Ostara Foods", "Hartnell Paper"),
    kinds_of_people=("heads of planning",),
    strengths=("forecasting short-dated food", "explaining S&OP without jargon"),
    positions=(Position("Halvorsen Foods", "Senior Manager, Demand Planning"),),
)
ANA = Contact(
    id="ana", name="Ana Ruiz", addresses=("ana@example.com",), company="Corvane Medical", title="Buyer", tie=Tie.KNOWN
)
CALM = "I want to bring calm to food supply."
TWO = "My goal is demand planning in the food business. It is time."
WRITTEN = ("email", "linkedin", "text")


def by(contact: Contact = ANA, goals: Goals = GOALS) -> Composer:
    return Composer.of(goals, today=TODAY)


def rules(draft: Draft, contact: Contact = ANA, goals: Goals = GOALS) -> list[str]:
    found = review.check(
        draft.text, kind=str(draft.kind), tie=str(contact.tie), status=str(goals.status), channel=draft.channel
    )
    return [finding.rule for finding in found]


def test_an_ask_states_status_goal_and_targets_asks_one_thing_and_gives_back() -> None:
    text = by().ask(ANA).text
    assert STATUS_LINE in text
    assert "I want to lead demand planning for a food company around Milwaukee" in text
    assert "heads of planning" in text
    assert text.count("?") == 1
    assert any(strength in text for strength in GOALS.strengths)
    assert 50 <= len(text.split()) <= 125


def test_the_contact_s_own_company_is_not_among_the_places_she_would_love_to_meet() -> None:
    assert by().ask(ANA).text.count("Corvane Medical") <= 2  # in the question only


def test_what_only_she_can_supply_is_asked_for_and_never_made_up() -> None:
    draft = Composer.of(Goals(roles=("Nurse",)), today=TODAY).ask(Contact(id="x", name="Bo Li", tie=Tie.KNOWN))
    assert any("how you know Bo" in line for line in draft.missing)
    assert any("would love to meet" in line for line in draft.missing)
    assert any("in return" in line for line in draft.missing)
    assert any("Your name" in line for line in draft.missing)
    assert not re.search(r"[\[\]{}<>_]", draft.text)


@pytest.mark.parametrize(
    ("met", "said"),
    [
        ("book club", "from book club"),
        ("at the fair in Bologna", "at the fair in Bologna"),
        ("Worked for me at Halvorsen", "You worked for me at Halvorsen"),
        ("we shared a cubicle wall", "We shared a cubicle wall"),
        ("met at a trade show", "We met at a trade show"),
    ],
)
def test_how_they_know_each_other_is_said_in_her_own_words(met: str, said: str) -> None:
    draft = by().ask(replace(ANA, met=met), channel="email")
    assert said in draft.text
    assert not any("how you know" in line for line in draft.missing)


@pytest.mark.parametrize("met", ["my ex-boss, awful", "cousin. Husband Finn, allergic to nuts", "old roommate"])
def test_words_that_are_not_for_their_eyes_stay_out(met: str) -> None:
    text = by().ask(replace(ANA, met=met, note="owes me money"), channel="email").text
    assert met not in text
    assert "owes" not in text


def test_what_both_know_or_when_they_last_spoke_leads_up_to_the_news() -> None:
    shared = by().ask(replace(ANA, former=("Halvorsen Foods",)), channel="email").text
    assert "know Halvorsen Foods from the inside" in shared
    old = replace(ANA, sent=2, received=2, last=datetime(2023, 6, 1, tzinfo=UTC), dormant=True)
    assert "June 2023" in by().ask(old, channel="email").text


def test_an_employed_seeker_is_not_given_away() -> None:
    goals = replace(GOALS, status=Status.EMPLOYED, status_line="I am out of work.", name="Dana")
    for channel in WRITTEN:
        text = by(goals=goals).ask(ANA, channel=channel).text
        assert "out of work" not in text
        assert "between us" in text.lower() or "between the two of us" in text
        assert "step" in text


def test_a_status_line_that_only_hints_is_made_plain() -> None:
    goals = replace(GOALS, status_line="Exploring what comes next.")
    assert "I am out of work" in Composer.of(goals, today=TODAY).ask(ANA, channel="email").text


def test_close_ties_are_called_and_talking_points_hold_the_same_thoughts() -> None:
    close = replace(ANA, tie=Tie.CLOSE)
    assert channel_for(close) == "phone"
    assert channel_for(close, after=Channel.EMAIL) == "email"
    points = by().ask(close).text.splitlines()
    assert all(point.startswith("- ") for point in points)
    assert any(STATUS_LINE in point for point in points)
    assert sum("?" in point for point in points) == 1


def test_the_question_is_one_this_person_can_answer() -> None:
    needs = (
        Need(NeedKind.INFORMATION, "How is planning organized at Ostara Foods?", "Ostara Foods"),
        Need(NeedKind.ADVICE, "Which certificate matters most?", "Demand Planning Manager"),
    )
    composer = Composer.of(replace(GOALS, needs=needs), today=TODAY)
    assert composer.ask(replace(ANA, company="Ostara Foods")).need == needs[0]
    assert composer.ask(replace(ANA, company="Elsewhere", title="Demand Planner")).need == needs[1]
    elsewhere = composer.ask(ANA).need
    assert elsewhere is not None
    assert "Ostara" not in elsewhere.question


def test_the_last_reminder_has_an_easy_way_out() -> None:
    last = by().nudge(ANA, Reminded("What matters most?", date(2026, 3, 10), last=True)).text
    first = by().nudge(ANA, Reminded("What matters most?", date(2026, 3, 10))).text
    assert "no" in last
    assert re.search("leave it there|not come back", last)
    assert not re.search("leave it there|not come back", first)
    assert "10 March" in first


def test_thanks_say_for_what() -> None:
    words = Helped(date(2026, 3, 17), "First round is two people and a stopwatch.", quoted=True)
    assert "two people and a stopwatch" in by().thanks(ANA, (words,)).text
    assert "Marcus Webb" in by().thanks(ANA, (Helped(date(2026, 3, 17), person="Marcus Webb"),)).text


def test_news_goes_back_to_the_referrer_and_up_the_chain() -> None:
    near = by().closing(ANA, Came("Celeste Oduya wrote back to you on 26 March", person="Celeste Oduya")).text
    assert "Celeste Oduya wrote back to me on 26 March." in near
    far = by().closing(ANA, Came("Celeste Oduya met you on 26 March", person="Celeste Oduya", link="Yolanda Pruitt"))
    assert "Yolanda Pruitt" in far.text
    assert "met me on 26 March" in far.text


def test_the_first_message_to_a_referred_person_names_the_referrer() -> None:
    stranger = replace(ANA, tie=Tie.NEW)
    text = by().referred(stranger, Pointed("Bill Tesch", ReferralKind.USE_MY_NAME), channel="email").text
    assert text.index("Bill Tesch") < text.index("out of work")
    assert "Bill’s name" in text


def test_the_landed_note_says_which_job_and_what_their_part_was() -> None:
    helped = Helped(date(2026, 3, 17), person="Marcus Webb", kind=ReferralKind.NAME)
    text = by().landed(ANA, title="S&OP Manager", company="Ostara Foods", helped=helped).text
    assert "S&OP Manager at Ostara Foods" in text
    assert "you pointed me to Marcus Webb" in text


FIRST = ("Ana", "Bo", "Céline", "Dmitri", "Łukasz", "Mei-Ling", "O’Brien", "Sasha", "Ulla", "Zoë")
LAST = ("Ruiz", "Li", "Okafor", "van der Berg", "Nowak-Ellis", "Ng", "Saint-Exupéry", "Übel", "Quartey", "Ito")
PLACES = (
    "Corvane Medical",
    "Elsewhere GmbH",
    "Alder & Finch LLP",
    "Self-employed",
    "",
    "Great Lakes Grocers",
    "Ostara Foods",
)
TITLES = (
    "Buyer",
    "VP Operations",
    "Director, S&OP",
    "Recruiter",
    "Nurse",
    "",
    "Head of Forecasting",
    "Founder",
    "Attorney",
)
MET = (
    "",
    "book club",
    "met at a fair",
    "worked with me at Halvorsen",
    "we sat on a panel",
    "my cousin",
    "pallet wars, 2014",
)


LAST_SEEN = (None, datetime(2024, 5, 2, tzinfo=UTC), datetime(2026, 3, 18, tzinfo=UTC))


@st.composite
def contacts(draw: st.DrawFn) -> list[Contact]:
    """Some contacts of one search, no two with the same name."""
    names = draw(
        st.lists(
            st.tuples(st.sampled_from(FIRST), st.sampled_from(LAST)), min_size=2, max_size=5, unique_by=lambda n: n[0]
        )
    )
    made = []
    for number, (first, last) in enumerate(names):
        told = draw(st.booleans())
        exchanges = draw(st.integers(0, 9)) if told else 0
        made.append(
            Contact(
                id=f"c{number}", name=f"{first} {last}", addresses=("x@example.com",), note="owes me money",
                company=draw(st.sampled_from(PLACES)), title=draw(st.sampled_from(TITLES)),
                met=draw(st.sampled_from(MET)), tie=draw(st.sampled_from(Tie)), sent=exchanges, received=exchanges,
                former=draw(st.sampled_from(((), ("Halvorsen Foods",)))), last=draw(st.sampled_from(LAST_SEEN)),
                connected_on=draw(st.sampled_from((None, date(2019, 2, 6)))),
            )
        )  # fmt: skip
    return made


ANY_GOALS = st.builds(
    Goals,
    name=st.sampled_from(("Dana Whitfield", "Łucja")),
    statement=st.sampled_from(("", GOALS.statement, CALM, TWO)),
    status=st.sampled_from(Status),
    status_line=st.sampled_from(("", STATUS_LINE)),
    roles=st.sampled_from((("Demand Planning Manager", "S&OP Manager"), ("Nurse",))),
    fields=st.sampled_from(((), ("food and beverage",))),
    places=st.sampled_from(((), ("Milwaukee",))),
    companies=st.sampled_from((GOALS.companies, ("Ostara Foods",), ())),
    kinds_of_people=st.sampled_from(((), ("heads of planning",))),
    kinds_of_company=st.sampled_from(((), ("dairies",))),
    strengths=st.sampled_from(((), GOALS.strengths)),
    positions=st.just(GOALS.positions),
)  # fmt: skip


def every_draft(composer: Composer, contact: Contact, channel: str) -> list[Draft]:
    words = Helped(date(2026, 3, 17), f"Ask {contact.id} about the recall first.", quoted=True)
    return [
        composer.ask(contact, channel=channel),
        composer.nudge(contact, Reminded("Which certificate matters most?", date(2026, 3, 10)), channel=channel),
        composer.nudge(
            contact, Reminded("Which certificate matters most?", date(2026, 3, 10), last=True), channel=channel
        ),
        composer.thanks(contact, (words,), channel=channel),
        composer.thanks(contact, (Helped(date(2026, 3, 17), talk=True),), channel=channel),
        composer.thanks(
            contact, (Helped(date(2026, 3, 17), person="Marcus Webb", kind=ReferralKind.NAME),), channel=channel
        ),
        composer.closing(contact, Came("Marcus Webb wrote back on 9 March", person="Marcus Webb"), channel=channel),
        composer.closing(contact, Came("the interview at Ostara Foods took place", helped=words), channel=channel),
        composer.referred(contact, Pointed("Bill Tesch", ReferralKind.USE_MY_NAME), channel=channel),
        composer.landed(contact, title="Planner", company="Ostara Foods", helped=words, channel=channel),
    ]


def sentences(draft: Draft, goals: Goals) -> set[str]:
    """What stands in a draft but the greeting, the words above the name, and the lines on status and goal."""
    body = re.sub(r"^(?:Hi|Dear) [^,]{1,40},\s", "", draft.text)
    body = re.split(r"\n\n(?=[^\n]*,\n[^\n]*$)", body)[0] if draft.channel == "email" else body
    said = {s.strip() for s in re.split(r"(?<=[.!?])\s+|(?<=[.!?]”)\s+", body) if len(s.split()) > 3}
    statement = [one.strip() for one in goals.statement.split(".") if one.strip()]
    own = [*statement, "out of work", "looking for", "my next step", "I left Halvorsen", "would love to", "in mind"]
    closing = (goals.name, goals.name.split()[0])
    return {s for s in said if not s.endswith(closing) and not any(line in s for line in own)}


@settings(max_examples=150, deadline=None)
@given(contacts(), ANY_GOALS, st.sampled_from(WRITTEN))
def test_every_draft_passes_the_review_keeps_its_length_and_is_like_no_other(
    people: list[Contact], goals: Goals, channel: str
) -> None:
    composer = Composer.of(goals, today=TODAY)
    seen: dict[tuple[int, str], str] = {}
    for contact in people:
        for number, draft in enumerate(every_draft(composer, contact, channel)):
            unsaid = (
                ["open-loop"] if "what you told me" in draft.text else []
            )  # what was said in a talk, only she knows
            assert rules(draft, contact, goals) in ([], unsaid), draft.text
            assert not unsaid or draft.missing
            assert len(draft.text.split()) <= {"email": 125, "linkedin": 120, "text": 60}[channel], draft.text
            assert draft.text.count("?") == (draft.kind in {DraftKind.ASK, DraftKind.NUDGE, DraftKind.REFERRED}), (
                draft.text
            )
            assert "money" not in draft.text
            assert not re.search(r"[{}\[\]]|\s,|\.\.|, ,|\?\?", draft.text), draft.text
            for sentence in sentences(draft, goals):
                assert seen.setdefault((number, sentence), contact.id) == contact.id, sentence


@settings(max_examples=100, deadline=None)
@given(contacts(), ANY_GOALS)
def test_an_invitation_fits_into_three_hundred_characters(people: list[Contact], goals: Goals) -> None:
    for contact in people:
        stranger = replace(contact, sent=0, received=0, connected_on=None)
        for draft in every_draft(Composer.of(goals, today=TODAY), stranger, "linkedin")[:1]:
            assert len(draft.text) <= 300, draft.text
