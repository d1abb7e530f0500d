"""Whom to ask next: useful, likely to answer, far-reaching, varied; some are spared; always the same order."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from askwell.domain.goals import Goals, Position, Status
from askwell.domain.people import Contact, Permission, Tie
from askwell.guide.ranking import Standing, rank

NOW = datetime(2026, 2, 20, 15, tzinfo=UTC)
GOALS = Goals(roles=("Demand Planning Manager",), companies=("Corvane Medical", "Ostara Foods"), fields=("food",))
ANA = Contact(id="ana", name="Ana Ruiz", tie=Tie.KNOWN, url="https://www.example.com/in/ana")


def order(*contacts: Contact, goals: Goals = GOALS, standing: Standing | None = None) -> list[str]:
    return [one.contact.id for one in rank(contacts, goals, NOW, standing=standing or Standing(asks=9))]


def with_id(contact_id: str, **more: object) -> Contact:
    return replace(ANA, id=contact_id, **more)  # type: ignore[arg-type]


def test_an_insider_of_a_target_comes_before_somebody_outside_the_field() -> None:
    assert order(with_id("vet", title="Veterinarian"), with_id("in", company="Corvane Medical")) == ["in", "vet"]


def test_moderate_ties_reach_further_than_close_ones_and_strangers_hardly_answer() -> None:
    ties = [with_id(str(tie), tie=tie, company=f"Firm {tie}") for tie in Tie]
    plain = [
        one.contact.tie for one in rank(ties, Goals(), NOW, standing=Standing(asks=9)) if one.contact.tie != "close"
    ]
    assert plain == [Tie.KNOWN, Tie.BARELY, Tie.NEW]


def test_close_ties_warm_up_the_first_asks() -> None:
    close, known = (
        with_id("close", tie=Tie.CLOSE, company="Corvane Medical"),
        with_id("known", company="Corvane Medical"),
    )
    begun = {one.contact.id: one.reach for one in rank((close, known), GOALS, NOW, standing=Standing(asks=9))}
    fresh = {one.contact.id: one.reach for one in rank((close, known), GOALS, NOW, standing=Standing(asks=0))}
    assert fresh["close"] > begun["close"]
    assert fresh["known"] == begun["known"]


def test_dormant_ties_are_brought_up() -> None:
    old = datetime(2021, 2, 20, tzinfo=UTC)
    dormant = with_id("dormant", last=old, dormant=True)
    faint = with_id("faint", last=old, tie=Tie.BARELY)
    assert order(faint, dormant) == ["dormant", "faint"]
    (first, _) = rank((faint, dormant), GOALS, NOW)
    assert "February 2021" in first.why


def test_own_history_of_replies_counts() -> None:
    answers = with_id("answers", sent=10, received=10)
    silent = with_id("silent", sent=10, received=0)
    assert order(silent, answers) == ["answers", "silent"]
    asked = Standing(asks=9, asked={"ana": (2, 0)})
    assert order(ANA, with_id("bea"), standing=asked) == ["bea", "ana"]


def test_whoever_helped_lately_is_spared() -> None:
    assert order(ANA, with_id("bea"), standing=Standing(asks=9, helped={"ana": 2})) == ["bea", "ana"]


def test_a_second_insider_of_the_same_company_gives_way_to_another_company() -> None:
    two = [with_id(f"c{n}", company="Corvane Medical", title="Buyer") for n in (1, 2)]
    assert order(*two, with_id("o", company="Ostara Foods", title="Buyer")) == ["c1", "o", "c2"]


def test_who_is_left_out_resting_or_already_asked_is_not_suggested() -> None:
    spared = [
        with_id("out", permission=Permission.LEAVE_OUT),
        with_id("never", permission=Permission.NEVER_CONTACT),
        with_id("rests", rest_until=date(2026, 5, 1)),
        with_id("open"),
    ]
    assert order(*spared, ANA, standing=Standing(away=frozenset({"open"}))) == ["ana"]
    assert order(with_id("rested", rest_until=date(2026, 2, 20))) == ["rested"]


def test_nobody_at_the_present_employer_hears_of_a_discreet_search() -> None:
    goals = replace(GOALS, status=Status.EMPLOYED, positions=(Position("Halvorsen Foods", "Planner"),))
    assert order(with_id("desk", company="Halvorsen Foods, Inc."), ANA, goals=goals) == ["ana"]


CONTACTS = st.builds(
    Contact,
    id=st.text("abcdef", min_size=1, max_size=4),
    name=st.sampled_from(("Ana", "Bo", "Cy", "")),
    company=st.sampled_from(("Corvane Medical", "Ostara Foods", "Elsewhere", "")),
    title=st.sampled_from(("Buyer", "Demand Planner", "VP Operations", "Nurse", "")),
    tie=st.sampled_from(Tie),
    dormant=st.booleans(),
    sent=st.integers(0, 40),
    received=st.integers(0, 40),
    last=st.none() | st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)


@given(st.lists(CONTACTS, max_size=30, unique_by=lambda c: c.id), st.randoms())
def test_the_order_does_not_depend_on_the_order_of_the_file(contacts: list[Contact], dice: object) -> None:
    shuffled = list(contacts)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert order(*contacts) == order(*shuffled)
    ranked = rank(contacts, GOALS, NOW)
    assert len(ranked) == len(contacts)
    assert all(0 < one.chance <= 1 and one.use > 0 and one.ways and one.why for one in ranked)


def test_equals_come_in_one_order_also_where_the_list_is_cut() -> None:
    many = [with_id(f"c{n:03}") for n in range(400)]
    assert order(*many)[:5] == order(*many[::-1])[:5]
    few = [one.contact.id for one in rank(many[::-1], GOALS, NOW, limit=3)]
    assert few == [one.contact.id for one in rank(many, GOALS, NOW, limit=3)]


def test_whoever_was_asked_much_lately_comes_after_others() -> None:
    spared = Standing(asks=9, asked={"ana": (1, 1)}, burdened={"ana": 1})
    assert order(ANA, with_id("bea"), standing=spared) == ["bea", "ana"]


def test_who_works_where_she_worked_reaches_less_far_than_others() -> None:
    goals = replace(GOALS, positions=(Position("Halvorsen Foods", "Planner", until=date(2026, 2, 13)),))
    same, other = with_id("same", company="Halvorsen Foods Inc.", title="Planner"), with_id("other", title="Planner")
    reach = {one.contact.id: one.reach for one in rank((same, other), goals, NOW)}
    assert reach["same"] < reach["other"]


def test_two_forms_of_a_company_are_one_company_for_variety() -> None:
    first, second = with_id("c1", company="Corvane Medical"), with_id("c2", company="CORVANE MEDICAL, Inc.")
    assert order(first, second, with_id("o", company="Ostara Foods")) == ["c1", "o", "c2"]


def test_an_insider_near_the_work_is_worth_more_than_one_far_from_it() -> None:
    goals = replace(GOALS, roles=("Demand Planner",))
    there = [with_id(title, company="Ostara Foods", title=title) for title in ("Nurse", "Plant Manager", "Buyer")]
    fit = {one.contact.id: one.fit for one in rank(there, goals, NOW)}
    assert fit["Plant Manager"] > fit["Nurse"]
    assert fit["Buyer"] > fit["Nurse"]


def test_what_a_better_way_says_already_is_counted_once() -> None:
    goals = replace(GOALS, fields=("food and beverage",))
    (one,) = rank([with_id("in", company="Ostara Foods", title="Nurse")], goals, NOW)
    (other,) = rank([with_id("in", company="Ostara Foods", title="Nurse")], replace(goals, fields=()), NOW)
    assert {way.kind for way in one.ways} > {way.kind for way in other.ways}
    assert one.fit == other.fit


def test_the_expected_use_is_told_in_words_and_numbers() -> None:
    (one,) = rank([with_id("in", company="Corvane Medical")], GOALS, NOW)
    assert one.outlook == ("An answer is more likely than not, and acquaintances reach people whom you do not know.")
    assert one.numbers == {"use": round(one.fit * one.chance * one.reach, 3), "fit": 0.6, "chance": 0.55, "reach": 1.0}


@given(CONTACTS)
def test_an_outlook_is_a_sentence_for_anybody(contact: Contact) -> None:
    (one,) = rank([contact], GOALS, NOW)
    assert one.outlook.startswith("An answer is ")
    assert one.outlook.endswith(".")
