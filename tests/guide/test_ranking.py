"""Whom to ask next: useful, likely to answer, far-reaching, varied; some are spared; always the same order."""

import json
import math
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from askwell.domain.goals import Goals, Position, Status
from askwell.domain.people import Contact, Permission, Tie
from askwell.guide.ranking import Ranked, Standing, rank

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


def test_the_first_ten_are_nearly_those_a_person_would_choose(eval_data: Path) -> None:
    """NDCG@10 against an order written down before the program's was looked at; docs/accuracy.md has the figures."""
    said = json.loads((eval_data / "ranking.json").read_text(encoding="utf-8"))
    given_goals = {key: tuple(said["goals"][key]) for key in ("roles", "fields", "companies", "places")}
    goals = replace(Goals(), **given_goals)  # type: ignore[arg-type]
    ranked = rank([_contact(one) for one in said["contacts"]], goals, NOW, standing=Standing(asks=0))
    grades = {key: grade for key, (grade, _) in said["grades"].items()}
    assert ndcg(ranked, grades, places=10) > 0.8


def _contact(row: dict[str, str]) -> Contact:
    last = datetime.fromisoformat(row["last_contact"]).replace(tzinfo=UTC) if row["last_contact"] else None
    old = last is not None and NOW - last > timedelta(days=730)
    tie = Tie(row["tie"])
    return Contact(
        id=row["id"], name=row["name"], company=row["company"], title=row["position"], note=row["notes"], tie=tie,
        last=last, dormant=old and tie in {Tie.KNOWN, Tie.CLOSE},
    )  # fmt: skip


def ndcg(ranked: list[Ranked], grades: dict[str, int], *, places: int) -> float:
    def gain(of: list[int]) -> float:
        return sum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(of[:places]))

    return gain([grades[one.contact.id] for one in ranked]) / gain(sorted(grades.values(), reverse=True))
