"""`suggest`: everybody ranked, each with ways and a reason; nothing stored, no Django; wrong input is named."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.actions.suggesting import suggest
from askwell.domain.errors import Refused
from askwell.domain.plans import WayKind

NOW = datetime(2026, 2, 20, 15, tzinfo=UTC)


def asked(*contacts: object, **goals: object) -> str:
    return json.dumps({"goals": goals, "contacts": list(contacts)})


def test_all_contacts_come_back_best_first_with_ways_and_why(eval_data: Path) -> None:
    said = json.loads((eval_data / "ranking.json").read_text(encoding="utf-8"))
    ranking = suggest(json.dumps(said), now=NOW)["ranking"]
    assert {one["id"] for one in ranking} == {one["id"] for one in said["contacts"]}
    assert ranking == suggest(json.dumps(said), now=NOW)["ranking"]
    assert all(one["why"] and one["ways"] for one in ranking)
    assert {way["kind"] for one in ranking for way in one["ways"]} <= set(WayKind)


def test_the_order_of_the_file_makes_no_difference(eval_data: Path) -> None:
    said = json.loads((eval_data / "ranking.json").read_text(encoding="utf-8"))
    turned = {**said, "contacts": said["contacts"][::-1]}
    assert suggest(json.dumps(said), now=NOW) == suggest(json.dumps(turned), now=NOW)


def test_her_notes_on_colleagues_tell_where_she_worked() -> None:
    ana = {"id": "ana", "name": "Ana Ruiz", "notes": "worked for me at Halvorsen Foods", "tie": "known"}
    bea = {"id": "bea", "name": "Bea Koch", "company": "Halvorsen Foods, Inc.", "position": "Attorney"}
    found = {one["id"]: one["ways"] for one in suggest(asked(ana, bea, roles=["Planner"]), now=NOW)["ranking"]}
    assert "You and Bea have Halvorsen Foods in common" in found["bea"][0]["reason"]


def test_each_comes_with_what_may_come_of_it_in_words_and_numbers() -> None:
    (one,) = suggest(asked({"id": "1", "name": "Ana Ruiz", "tie": "close"}), now=NOW)["ranking"]
    assert one["outlook"] == "An answer is likely, and it is good to begin with those who are close."
    assert set(one["numbers"]) == {"use", "fit", "chance", "reach"}


def test_what_is_missing_of_a_contact_is_no_fault() -> None:
    bare = {"id": "1", "name": None, "company": None, "tie": None, "last_contact": None}
    (only,) = suggest(asked(bare, {}), now=NOW)["ranking"][:1]
    assert only["ways"][0]["kind"] == "outside-eyes"
    assert suggest(asked(), now=NOW) == {"ranking": []}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("no json", "JSON"),
        ("[]", "contacts"),
        ('{"goals": {}}', "contacts"),
        (asked({"tie": "warm"}), "contact 1"),
        (asked({"last_contact": "last summer"}), "contact 1"),
        (asked("Ana"), "Contact 1"),
        (asked(status="resting"), "status"),
    ],
)
def test_wrong_input_is_refused_with_a_sentence(text: str, named: str) -> None:
    with pytest.raises(Refused, match=named):
        suggest(text, now=NOW)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.dictionaries(st.sampled_from(("id", "name", "company", "position", "notes")), st.text(max_size=30)),
        max_size=6,
    )
)
def test_any_contacts_are_ranked(contacts: list[dict[str, str]]) -> None:
    assert len(suggest(asked(*contacts, roles=["Nurse"]), now=NOW)["ranking"]) == len(contacts)


def test_django_stays_out() -> None:
    run = f"from askwell.actions.suggesting import suggest; suggest({asked()!r})"
    code = f"{run}; import sys; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
