"""`Referred By` of an address book: a question to her, once; with her yes a referral that counts and is thanked for."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.actions.exports import connections, vcard, written

from askwell.actions import replies
from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk, open_desk
from askwell.actions.ledger import list_promises, list_referrals
from askwell.domain.people import Contact
from askwell.domain.reading import Receipt

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
HEADER = "First Name,Last Name,Company,E-mail Address,Referred By\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        yield opened


def outlook(desk: Desk, folder: Path, *rows: str) -> Receipt:
    return bring_in(desk, [written(folder / "contacts.csv", HEADER + "\n".join(rows) + "\n")])


def person(name: str) -> Contact:
    from askwell.store import lookups

    return next(one for one in lookups.contacts(NOW + timedelta(days=9)).values() if one.name == name)


LEE = "Lee,Hart,Tailspin,lee@example.net,"
MARA = "Mara,Okoye,Northwind,mara@example.com,Lee Hart"


def test_it_is_asked_and_with_her_yes_it_counts_and_is_owed_a_word(desk: Desk, tmp_path: Path) -> None:
    said = outlook(desk, tmp_path, LEE, MARA).said
    assert "who referred you to one person" in " ".join(said)
    (asked,) = replies.waiting(desk)
    assert (asked.type, asked.person, asked.people, asked.sure) == (
        "referral",
        person("Lee Hart").id,
        ("Mara Okoye",),
        False,
    )
    assert (asked.message and asked.message.file, asked.evidence) == ("contacts.csv", "Referred By: Lee Hart")
    (before,) = list_referrals(desk)
    assert (before.confirmed, before.referrer, before.person) == (False, person("Lee Hart").id, person("Mara Okoye").id)
    replies.answer(desk, yes=[asked.id])
    assert [one.confirmed for one in list_referrals(desk)] == [True]
    owed = {(str(one.kind), one.to) for one in list_promises(desk, owed=True)}
    assert owed == {("thank", person("Lee Hart").id), ("act", person("Mara Okoye").id)}


def test_a_no_takes_it_away_and_the_next_import_does_not_ask_again(desk: Desk, tmp_path: Path) -> None:
    outlook(desk, tmp_path, LEE, MARA)
    (asked,) = replies.waiting(desk)
    replies.answer(desk, no=[asked.id])
    outlook(desk, tmp_path, LEE, MARA, "Pat,Kim,Globex,pat@example.org,")
    assert replies.waiting(desk) == ()
    assert [one for one in list_referrals(desk) if one.confirmed] == []


def test_it_is_no_exchange_and_says_nothing_of_the_tie(desk: Desk, tmp_path: Path) -> None:
    outlook(desk, tmp_path, LEE, MARA)
    for name in ("Lee Hart", "Mara Okoye"):
        assert (person(name).sent, person(name).received, person(name).last) == (0, 0, None)


def test_the_receipt_counts_cards_alone_and_the_same_file_brings_nothing(desk: Desk, tmp_path: Path) -> None:
    first = outlook(desk, tmp_path, LEE, MARA)
    assert (first.files[0].read, first.files[0].new) == (2, 2)
    assert outlook(desk, tmp_path, LEE, MARA).batch is None
    assert len(replies.waiting(desk)) == 1


def test_a_referrer_who_comes_in_later_is_found_then(desk: Desk, tmp_path: Path) -> None:
    assert "not among your people" in " ".join(outlook(desk, tmp_path, MARA).said)
    assert replies.waiting(desk) == ()
    bring_in(desk, [connections(tmp_path, "Lee,Hart,lee-hart,,Tailspin,CTO")])
    assert [one.person for one in replies.waiting(desk)] == [person("Lee Hart").id]


@pytest.mark.parametrize(
    "rows",
    [
        (LEE, LEE.replace("lee@", "lee.two@").replace("Tailspin", "Globex"), MARA),
        (MARA.replace("Lee Hart", "Lee"), LEE),
    ],
)
def test_of_two_of_that_name_and_of_a_first_name_nothing_is_made(
    desk: Desk, tmp_path: Path, rows: tuple[str, ...]
) -> None:
    outlook(desk, tmp_path, *rows)
    assert replies.waiting(desk) == ()


def test_nobody_refers_themselves(desk: Desk, tmp_path: Path) -> None:
    outlook(desk, tmp_path, LEE + "Lee Hart")
    assert replies.waiting(desk) == ()


def test_a_related_person_of_a_vcard_says_the_same(desk: Desk, tmp_path: Path) -> None:
    related = "item1.X-ABRELATEDNAMES:Lee Hart\nitem1.X-ABLabel:Referred by"
    lines = f"BEGIN:VCARD\nVERSION:3.0\nFN:Mara Okoye\n{related}\nEND:VCARD\n"
    bring_in(desk, [written(tmp_path / "mara.vcf", lines), vcard(tmp_path, "Lee Hart|lee@example.net")])
    assert [one.people for one in replies.waiting(desk)] == [("Mara Okoye",)]


def test_undo_takes_the_question_back(desk: Desk, tmp_path: Path) -> None:
    from askwell.actions.undo import undo

    undo(desk, outlook(desk, tmp_path, LEE, MARA).batch)
    assert replies.waiting(desk) == ()
