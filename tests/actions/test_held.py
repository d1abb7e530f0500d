"""Everything held about one person: every table that knows people is asked, and nobody else's rows are told."""

import json
from pathlib import Path

import pytest
from tests.actions.scenario import called
from tests.actions.stored import put
from tests.method.cast import NOW, Story, referral

from askwell.actions import memory
from askwell.actions.adding import add_person
from askwell.actions.applications import applied
from askwell.actions.desk import Desk, open_desk
from askwell.actions.forgetting import forget
from askwell.actions.held import held
from askwell.actions.ledger import drop_promise
from askwell.actions.people import merge, two_people
from askwell.domain.cues import CueType
from askwell.domain.errors import NoSuchPerson
from askwell.domain.letters import Letter


def told(folder: Path) -> dict[str, str]:
    story = (
        Story().person("ana", "Ana Lindqvist", note="Likes trains.").person("bob", "Bob Roe").person("eve", "Eve Moe")
    )
    story.came("ana", "03-02", CueType.HELP, text="Put the team in line one.")
    story.came("bob", "03-03", referral("Ana Lindqvist", "ana"), text="Do talk to Ana Lindqvist, she knows.")
    story.came("bob", "03-04", text="A word on Anabel Lindqvistsson.")
    story.came("eve", "03-05", text="Nothing of the kind.")
    return put(folder, story)


def test_all_that_is_told_of_her_is_there_as_plain_data(tmp_path: Path) -> None:
    from askwell.store import drafts

    ids = told(tmp_path)
    with open_desk(data=tmp_path, now=NOW) as desk:
        add_person(desk, ids["ana"], email="ana@lindqvist.example")
        promise = next(p for p in memory.promises(desk) if p.to == ids["ana"] and p.state == "owed")
        drop_promise(desk, promise.id, because="done in the hall")
        two_people(desk, ids["ana"], ids["eve"])
        drafts.keep(Letter(ids["ana"], "ask", "Dear Ana, a question."), base=0, now=NOW)
        found = json.loads(json.dumps(held(desk, ids["ana"])))
    assert [one["name"] for one in found["people"]] == ["Ana Lindqvist"]
    assert [one["value"] for one in found["handles"]] == ["ana@lindqvist.example"]
    assert [one["text"] for one in found["messages"]] == ["Put the team in line one."]
    assert [one["type"] for one in found["cues"]] == ["help"]
    assert [one["because"] for one in found["drops"]] == ["done in the hall"]
    assert [one["text"] for one in found["letters"]] == ["Dear Ana, a question."]
    assert [{one["first"], one["second"]} for one in found["not_same"]] == [{ids["ana"], ids["eve"]}]
    assert {(one["in"], one["words"]) for one in found["named_by_others"]} == {
        ("messages", "Do talk to Ana Lindqvist, she knows."),
        ("cues", "Ana Lindqvist"),
    }


def test_after_a_merge_it_is_all_of_both(tmp_path: Path) -> None:
    ids = told(tmp_path)
    with open_desk(data=tmp_path, now=NOW) as desk:
        add_person(desk, ids["ana"], email="ana@lindqvist.example")
        merge(desk, ids["ana"], ids["eve"])
        found = held(desk, ids["eve"])
        assert {one["id"] for one in found["people"]} == {ids["ana"], ids["eve"]}
        assert len(found["messages"]) == 2
        assert found == held(desk, ids["ana"])


def test_every_table_that_leads_to_a_person_is_asked(tmp_path: Path) -> None:
    from askwell.store import held as rows
    from askwell.store.rows import ORDER, table

    with open_desk(data=tmp_path, now=NOW):
        parents = {"contact", "card", "interaction"}
        leading = {name for name in (*ORDER, "draft") if parents & {*table(name).links.values()}}
    assert leading | parents <= {*rows.OWN, "aside", "notsame"}


def test_an_application_that_names_the_person_is_theirs_too(scenario: Desk) -> None:
    found = held(scenario, called(scenario, "Thomas Eklund"))
    assert [one["in"] for one in found["named_by_others"]] == ["applications"]
    assert all(one["file"] for one in found["cards"])
    assert all(message["text"] for message in found["messages"] if message.get("file") == "mail.mbox")


def test_names_with_signs_of_a_pattern_are_taken_as_they_are(tmp_path: Path) -> None:
    story = Story().person("odd", "100% O_K!").person("bob", "Bob Roe")
    story.came("bob", "03-03", text="100 percent of it is OK.")
    story.came("bob", "03-04", text="Say hi to 100% O_K! today.")
    ids = put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert [one["words"] for one in held(desk, ids["odd"])["named_by_others"]] == ["Say hi to 100% O_K! today."]


def test_names_of_any_letters_are_found(tmp_path: Path) -> None:
    story = Story().person("odd", "Ólafur Þór").person("bob", "Bob Roe")
    story.came("bob", "03-03", text="Talk to Ólafur Þór, he knows.")
    ids = put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert [one["words"] for one in held(desk, ids["odd"])["named_by_others"]] == ["Talk to Ólafur Þór, he knows."]


def test_nobody_else_is_told_of(tmp_path: Path) -> None:
    ids = told(tmp_path)
    with open_desk(data=tmp_path, now=NOW, seeker="Charlie") as desk:
        applied(desk, "Acme", "Planner")
        with pytest.raises(NoSuchPerson):
            held(desk, ids["ana"])
    with open_desk(data=tmp_path, now=NOW) as desk:
        forget(desk, ids["ana"])
        with pytest.raises(NoSuchPerson):
            held(desk, ids["ana"])
