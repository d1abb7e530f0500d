"""Every draft of any search passes the review, and no two of a day begin alike."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.guide.drafts.test_composer import by, rules

from askwell.domain.goals import Goals, Position, Status
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import Draft, DraftKind, ReferralKind
from askwell.guide.drafts import Came, Composer, Helped, Pointed, Reminded, opening, unlike

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
    words = Helped(date(2026, 3, 17), "Never send a plan on a Friday.", quoted=True)
    asked = Reminded("Which certificate matters most for planners?", date(2026, 3, 10))
    news = "I heard back from Marcus on Tuesday, and we met yesterday."
    return [
        composer.ask(contact, channel=channel),
        composer.nudge(contact, asked, channel=channel),
        composer.nudge(contact, replace(asked, last=True), channel=channel),
        composer.nudge(contact, Reminded("", TODAY, offer="Happy to read it."), channel=channel),
        composer.thanks(contact, (words,), channel=channel),
        composer.thanks(contact, (Helped(date(2026, 3, 17), talk=True),), channel=channel),
        *(
            composer.thanks(contact, (Helped(TODAY, person="Marcus Webb", kind=kind),), channel=channel)
            for kind in ReferralKind
        ),
        composer.thanks(contact, (Helped(date(2026, 3, 17), "read my cover letter"),), channel=channel),
        composer.closing(contact, Came(news, person="Marcus Webb"), channel=channel),
        composer.closing(contact, Came(news, person="Marcus Webb", link="Yolanda Pruitt"), channel=channel),
        composer.closing(contact, Came("I had the interview at Ostara Foods on Monday", helped=words), channel=channel),
        *(composer.referred(contact, Pointed("Bill Tesch", kind, TODAY), channel=channel) for kind in ReferralKind),
        composer.landed(contact, title="Planner", company="Ostara Foods", helped=words, channel=channel),
    ]


KINDS = len(every_draft(by(), ANA, "email"))
ASKING = {DraftKind.ASK, DraftKind.NUDGE, DraftKind.REFERRED}
LONGEST = {"email": 125, "linkedin": 120, "text": 60}
ONLY_SHE_KNOWS = re.compile(r"what you told me|talk|coffee|your time|time for me")  # what was said in a talk


@settings(max_examples=150, deadline=None)
@given(contacts(), ANY_GOALS, st.sampled_from(WRITTEN))
def test_every_draft_passes_the_review_and_keeps_its_length(people: list[Contact], goals: Goals, channel: str) -> None:
    composer = Composer.of(goals, today=TODAY)
    for contact in people[:2]:
        for draft in every_draft(composer, contact, channel):
            unsaid = draft.kind is DraftKind.THANKS and ONLY_SHE_KNOWS.search(draft.text) and draft.missing
            assert rules(draft, contact, goals) in ([], ["open-loop"] if unsaid else []), draft.text
            assert len(draft.text.split()) <= LONGEST[channel], draft.text
            assert channel != "email" or draft.kind is not DraftKind.ASK or len(draft.text.split()) >= 50
            assert draft.text.count("?") <= (draft.kind in ASKING), draft.text
            assert draft.kind is not DraftKind.ASK or "?" in draft.text
            assert "money" not in draft.text
            assert not re.search(r"[{}\[\]]|\s[,.;:]|\.\.|, ,|\?\?|  ", draft.text), draft.text
            assert " he " not in draft.text
            assert " she " not in draft.text


@settings(max_examples=100, deadline=None)
@given(contacts(), ANY_GOALS, st.sampled_from(WRITTEN), st.integers(0, KINDS - 1))
def test_no_two_letters_of_a_day_begin_alike(people: list[Contact], goals: Goals, channel: str, number: int) -> None:
    composer = Composer.of(goals, today=TODAY)
    said: set[str] = set()

    def letter_to(who: Contact) -> Draft | None:
        return unlike(composer, lambda by: every_draft(by, who, channel)[number], said)

    drafts = [letter_to(who) for who in people]
    texts = [draft for draft in drafts if draft]
    assert len({draft.text.partition(",")[2] for draft in texts}) == len(people)
    assert channel != "email" or len({opening(draft) for draft in texts}) == len(people)


def test_the_same_letter_comes_out_the_same_and_every_turn_says_it_in_other_words() -> None:
    first, again = by().ask(ANA, channel="email"), by().ask(ANA, channel="email")
    assert first == again
    turned = {opening(replace(by(), turn=turn).ask(ANA, channel="email")) for turn in range(6)}
    assert len(turned) == 6


@settings(max_examples=100, deadline=None)
@given(contacts(), ANY_GOALS)
def test_an_invitation_fits_into_three_hundred_characters(people: list[Contact], goals: Goals) -> None:
    for contact in people:
        stranger = replace(contact, sent=0, received=0, connected_on=None)
        for draft in every_draft(Composer.of(goals, today=TODAY), stranger, "linkedin")[:1]:
            assert len(draft.text) <= 300, draft.text


def test_no_name_stands_in_a_letter_but_in_its_greeting() -> None:
    for draft in every_draft(by(), ANA, "email"):
        assert draft.text.count("Ana") == 1, draft.text


def test_talking_points_are_a_short_list_in_every_kind() -> None:
    for draft in every_draft(by(), ANA, "phone"):
        lines = draft.text.splitlines()
        assert 2 <= len(lines) <= 7, draft.text
        assert all(line.startswith("- ") for line in lines)
        assert "?" not in draft.text or draft.kind in ASKING
