"""Forgetting is final: the person is gone from rows, texts, before-images and bytes, and stays away."""

import re
from dataclasses import replace

import pytest
from tests.store.cast import NOW, ask, card, contact, mail

from askwell import store
from askwell.domain.errors import Refused
from askwell.domain.goals import Goals
from askwell.domain.people import Origin, Permission
from askwell.domain.reading import FileReceipt
from askwell.store import canon, forgetting, lookups, read, scope, undo, write

ANA = write.CardIn(card(email="ana@example.com"), (("profile", "in/ana-ruiz"), ("address", "ana@example.com")))
BO = write.CardIn(card("Bo Lind", 2), (("profile", "in/bo-lind"),))


def begin() -> None:
    """p1 Ana, p2 Bo, p3 Ana again (merged into p1); Ana's mail, mail of both, and Bo's that names Ana."""
    with write.batch("import", "Import of Connections.csv", now=NOW) as batch:
        people = [(contact(), ANA), (contact("Bo Lind"), BO), (contact("A. Ruiz"), write.CardIn(card("A. Ruiz", 3)))]
        write.add_people(batch, [write.PersonIn(who, (given,)) for who, given in people])
        named = mail("p2", text="Talk to Ana Ruiz (ANA@example.com), she knows them.")
        cue = replace(ask(), people=("Ana Ruiz", "Cleo Hart"), contacts=("p1", ""), evidence="Talk to Ana Ruiz")
        both = write.ExchangeIn(mail("p1", "p2"), "<2@example.com>")
        hers = write.ExchangeIn(mail("p1", text="Secret word of hers"), "<1@example.com>")
        write.add_exchanges(batch, [hers, both, write.ExchangeIn(named, "<3@example.com>", (cue,))])
        write.add_files(batch, [(FileReceipt("Connections.csv", "linkedin-connections"), "abc")])
    with write.batch("merge", "Joined Ana Ruiz and A. Ruiz", now=NOW) as batch:
        write.merge(batch, "p1", "p3")
    with write.batch("edit", "Edited Ana Ruiz", now=NOW) as batch:
        write.change_contacts(batch, {"p1": {"note": "Secret note"}, "p2": {"note": "Knows Ana Ruiz"}})


def test_nothing_of_her_is_left_and_the_others_stay(alice: scope.Scope) -> None:
    begin()
    assert forgetting.forget("p3", now=NOW).name == "Ana Ruiz"
    text = canon.export().decode()
    assert [word for word in ("Ana", "ana@", "ana-ruiz", "Secret", "A. Ruiz") if word in text] == []
    found = read.search(NOW)
    assert [c.name for c in found.contacts.values()] == ["Bo Lind"]
    assert [(i.people, i.text) for i in found.interactions] == [
        (("p2",), "Good to hear from you."),
        (("p2",), "Talk to … (…), she knows them."),
    ]
    assert (found.cues[0].people, found.cues[0].contacts) == (("…", "Cleo Hart"), ("", ""))


@pytest.mark.parametrize("file", ["Ana Ruiz.vcf", "export_Ana_Ruiz.vcf", "ana-ruiz (2).vcf", "Mail of Ana  Ruiz.mbox"])
def test_a_file_named_after_her_is_told_by_another_name(alice: scope.Scope, file: str) -> None:
    begin()
    with write.batch("import", f"Import of {file}", now=NOW) as batch:
        others = write.CardIn(replace(card("Cleo Hart", 4), origin=Origin(file, 2)))
        write.add_people(batch, [write.PersonIn(contact("Cleo Hart"), (others,))])
        letter = replace(mail("p2"), origin=Origin(file, 1, "<9@example.com>"))
        write.add_exchanges(batch, [write.ExchangeIn(letter, "<9@example.com>")])
        write.add_files(batch, [(FileReceipt(file, "vcard", path=f"All/{file}"), "def")])
    gone = forgetting.forget("p1", now=NOW)
    assert re.search("ana.{1,2}ruiz", canon.export(letters=True).decode(), re.IGNORECASE) is None
    assert re.search("ana.{1,2}ruiz", gone.without(f"{file}, read"), re.IGNORECASE) is None
    assert gone.without("Mariana Ruiz, Ana Ruizdael, Ana") == "Mariana Ruiz, Ana Ruizdael, Ana"


def test_no_undo_brings_her_back(alice: scope.Scope) -> None:
    begin()
    undo.undo("b3", now=NOW)
    undone = undo.undo("b2", now=NOW)
    forgetting.forget("p1", now=NOW)
    undo.undo(undone.batch, now=NOW)
    with pytest.raises(Refused, match="final"):
        undo.undo("b6", now=NOW)
    assert [c.name for c in read.search(NOW).contacts.values()] == ["Bo Lind", "A. Ruiz"]


def test_a_name_at_the_start_of_a_line_is_gone_from_before_images_too(alice: scope.Scope) -> None:
    begin()
    with write.batch("import", "Import of mail.mbox", now=NOW) as batch:
        told = write.ExchangeIn(mail("p2", text='Dear all,\nAna Ruiz is nice, "Ana Ruiz" says.\n'), "<9@example.com>")
        write.add_exchanges(batch, [told])
    undone = undo.undo(batch.id, now=NOW)
    forgetting.forget("p1", now=NOW)
    undo.undo(undone.batch, now=NOW)
    texts = {i.text for i in read.search(NOW).interactions}
    assert 'Dear all,\n… is nice, "…" says.\n' in texts


def test_after_an_undone_import_a_person_forgotten_later_does_not_come_back_with_it(alice: scope.Scope) -> None:
    with write.batch("import", "First", now=NOW) as batch:
        write.add_people(batch, [write.PersonIn(contact(), (ANA,))])
    with write.batch("import", "Second", now=NOW) as second:
        write.add_exchanges(second, [write.ExchangeIn(mail("p1", text="Secret"), "<1@example.com>")])
        write.add_cards(second, [("p1", replace(ANA, card=replace(ANA.card, source="vcard", note="Secret")))])
    undone = undo.undo(second.id, now=NOW)
    forgetting.forget("p1", now=NOW)
    undo.undo(undone.batch, now=NOW)
    assert read.search(NOW).contacts == {}
    assert "Secret" not in canon.export().decode()


def test_the_bytes_of_the_file_hold_nothing_of_her(embedded: store.Place) -> None:
    with scope.open("Alice"):
        begin()
        forgetting.forget("p1", now=NOW)
    store.close()
    content = embedded.file.read_bytes()
    assert [word for word in (b"Ana", b"ana@example", b"ana-ruiz", b"Secret") if word in content] == []


def test_who_was_forgotten_stays_away(alice: scope.Scope) -> None:
    begin()
    forgetting.forget("p1", now=NOW)
    known = lookups.forgotten()
    assert (known.blocks(ANA.card, ANA.handles), known.blocks(BO.card, BO.handles)) == (True, False)
    assert known.blocks(ANA.card, (("address", "ana@example.com"),))
    with write.batch("import", "Again", now=NOW) as batch:
        (again,) = write.add_people(batch, [write.PersonIn(contact(), (ANA,))])
    assert read.search(NOW).contacts[again].permission is Permission.NEVER_CONTACT


def test_nobody_is_forgotten_by_a_wrong_id(alice: scope.Scope) -> None:
    with pytest.raises(Refused, match="nobody with the id p9"):
        forgetting.forget("p9", now=NOW)


def test_her_goals_and_what_they_were_before_name_her_no_more(alice: scope.Scope) -> None:
    begin()
    clear = {
        "manager": "Ana Ruiz at Tidewell",
        "say_back": "Cleo: a planner\nAna Ruiz: a buyer",
        "ten_minutes": "Hello.",
    }
    goals = Goals(kinds_of_people=("Ana Ruiz at Tidewell", "buyers"), clarity=clear, statement="As Ana Ruiz does.")
    for told in (goals, replace(goals, name="Alice")):
        with write.batch("goals", "Your goals were set", now=NOW) as batch:
            write.set_goals(batch, told)
    forgetting.forget("p1", now=NOW)
    assert "Ana Ruiz" not in canon.export().decode()
    found = read.facts().goals
    assert found.clarity == {"say_back": "Cleo: a planner", "ten_minutes": "Hello."}
    assert (found.kinds_of_people, found.statement, found.name) == (("buyers",), "As … does.", "Alice")
    with scope.reading() as cursor:
        cursor.execute("SELECT data FROM askwell_change WHERE seeker_id = %s", [alice.id])
        assert not [data for (data,) in cursor.fetchall() if "Ana Ruiz" in data]
