"""Telling apart what was made one: any card is somebody else's at her word, with its messages, and stays so."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.actions.exports import ME, connections, mail, mbox, vcard

from askwell.actions import memory, people
from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk, open_desk
from askwell.actions.editing import edit_person
from askwell.actions.ledger import list_promises
from askwell.actions.sending import sent
from askwell.actions.undo import undo
from askwell.domain.errors import Refused
from askwell.domain.people import Permission
from askwell.store import canon, lookups

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
ONE, TWO = "sam@one.example", "sam@two.example"
CARDS = (f"Sam Osei|{ONE}||Acme", f"Sam Osei|{TWO}||Acme")
HELPED = "Of course. I read your resume closely: lead with the forecast work, and cut the second page."
MESSAGES = (
    mail(2, From=f"Sam Osei <{ONE}>"),
    mail(3, From=f"Sam Osei <{TWO}>", body=HELPED),
    mail(4, From=f"Dana Whitfield <{ME}>", To=f"Sam Osei <{TWO}>, Sam Osei <{ONE}>"),
    mail(5, From=f"Dana Whitfield <{ME}>", To=f"Sam Osei <{ONE}>"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Sam Osei of Acme, made of two cards of the address book and two of mail."""
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        bring(opened, tmp_path)
        yield opened


def bring(desk: Desk, folder: Path, *, name: str = "mail.mbox") -> None:
    bring_in(desk, [vcard(folder, *CARDS), mbox(folder, *MESSAGES, name=name)], me=[ME])


def card(desk: Desk, person: str, *, email: str = "", source: str = "vcard") -> str:
    """The id of one card of a person."""
    key = people.find_person(desk, person).id
    cards = lookups.cards_of([key])[key]
    return next(one.id for one in cards if one.card.source == source and (not email or email in one.card.emails))


def split(desk: Desk, email: str = TWO) -> tuple[str, str]:
    """The ids of the one who stays and of the one who is split off."""
    stays = people.find_person(desk, ONE).id
    people.split_off(desk, stays, card(desk, stays, email=email))
    return stays, people.find_person(desk, email).id


def test_a_card_takes_along_its_mail_and_what_is_owed_for_it(desk: Desk) -> None:
    before = people.find_person(desk, TWO)
    assert (before.received, before.sent) == (2, 2)
    owed = [one for one in list_promises(desk) if one.to == before.id]
    stays, parted = split(desk)
    contacts = memory.contacts(desk)
    assert (contacts[stays].addresses, contacts[parted].addresses) == ((ONE,), (TWO,))
    assert (contacts[stays].received, contacts[stays].sent) == (1, 1)
    assert (contacts[parted].received, contacts[parted].sent) == (1, 0)
    both = [one for one in memory.search(desk).interactions if {stays, parted} <= set(one.people)]
    assert [(one.people, one.group) for one in both] == [((parted, stays), True)]
    assert owed
    assert [(one.kind, one.to) for one in list_promises(desk)] == [(one.kind, parted) for one in owed]


def test_what_was_split_off_stays_so_when_everything_is_brought_in_again(desk: Desk, tmp_path: Path) -> None:
    stays, parted = split(desk)
    bring(desk, tmp_path)
    bring(desk, tmp_path, name="renamed.mbox")
    more = [mail(9, From=f"Sam Osei <{TWO}>"), mail(10, From=f"Sam Osei <{ONE}>")]
    bring_in(desk, [mbox(tmp_path, *more, name="later.mbox"), connections(tmp_path, "Sam,Osei,sam,,Acme,Buyer")])
    assert people.find_person(desk, ONE).id == stays
    assert people.find_person(desk, TWO).id == parted
    assert (memory.contacts(desk)[stays].received, memory.contacts(desk)[parted].received) == (2, 2)
    assert not any({stays, parted} <= set(twins.people) for twins in people.list_people(desk).likely)


def test_undone_it_is_as_it_was_to_the_byte(desk: Desk) -> None:
    before, stays = canon.export(), people.find_person(desk, ONE).id
    done = people.split_off(desk, stays, card(desk, stays, email=TWO))
    assert canon.export() != before
    assert done.batch
    undo(desk, done.batch)
    assert canon.export() == before


def test_cards_that_say_nothing_else_go_along_and_the_rest_stays(desk: Desk) -> None:
    stays, parted = split(desk)
    cards = lookups.cards_of([stays, parted])
    assert [one.card.source for one in cards[stays]] == ["vcard", "mail"]
    assert [one.card.source for one in cards[parted]] == ["vcard", "mail"]


def test_a_merge_by_hand_is_taken_apart_with_the_id_of_before(desk: Desk, tmp_path: Path) -> None:
    bring_in(desk, [vcard(tmp_path, "Ann Kern|ann@example.com", name="more.vcf")])
    sam, ann = people.find_person(desk, ONE).id, people.find_person(desk, "Ann Kern").id
    people.merge(desk, sam, ann)
    people.split_off(desk, sam, card(desk, sam, email="ann@example.com"))
    assert people.find_person(desk, "ann@example.com").id == ann
    people.merge(desk, ann, sam)
    people.split_off(desk, ann, card(desk, ann, email="ann@example.com"))
    assert people.find_person(desk, TWO).id == sam
    assert people.find_person(desk, "Ann Kern").id == ann


def test_what_she_wrote_herself_stays_and_names_no_address_of_the_other(desk: Desk) -> None:
    sam = people.find_person(desk, ONE).id
    edit_person(desk, sam, note="Loves sailing", addresses=[TWO, ONE, "sam@home.example"])
    stays, parted = split(desk)
    contacts = memory.contacts(desk)
    assert (contacts[stays].note, contacts[stays].addresses) == ("Loves sailing", (ONE, "sam@home.example"))
    assert (contacts[parted].note, contacts[parted].addresses, contacts[parted].received) == ("", (TWO,), 1)


def test_whoever_is_never_contacted_is_so_on_both_sides(desk: Desk) -> None:
    people.never_contact(desk, ONE)
    sam = people.find_person(desk, ONE).id
    said = people.split_off(desk, sam, card(desk, sam, email=TWO)).said
    contacts = memory.contacts(desk)
    assert {contacts[people.find_person(desk, one).id].permission for one in (ONE, TWO)} == {Permission.NEVER_CONTACT}
    assert "still left in peace" in said


def test_a_letter_that_went_out_from_here_goes_with_the_address_it_went_to(desk: Desk) -> None:
    sam = people.find_person(desk, ONE)
    assert sam.addresses[0] == ONE
    sent(desk, sam.id, "ask", text="Which course would you take first?", channel="email")
    stays = people.find_person(desk, TWO).id
    people.split_off(desk, stays, card(desk, stays, email=ONE))
    parted = people.find_person(desk, ONE).id
    assert [one.to for one in memory.books(desk).asks] == [parted]
    assert parted != stays


def test_a_last_card_and_somebody_elses_are_refused(desk: Desk, tmp_path: Path) -> None:
    bring_in(desk, [vcard(tmp_path, "Ann Kern|ann@example.com", name="more.vcf")])
    anns = card(desk, "Ann Kern")
    with pytest.raises(Refused, match="nothing to separate"):
        people.split_off(desk, "Ann Kern", anns)
    with pytest.raises(Refused, match="not one of Sam Osei’s any more"):
        people.split_off(desk, ONE, anns)


def test_mail_of_an_older_store_goes_where_it_can_have_come_by_no_other_address(desk: Desk, tmp_path: Path) -> None:
    from askwell.store import scope, write

    files = connections(tmp_path, "Lena,Brandt,lena,,Globex,Buyer"), mbox(tmp_path, OF_LENA, name="l.mbox")
    bring_in(desk, [*files, vcard(tmp_path, "Lena Brandt|lena@example.net||Globex", name="more.vcf")])
    lena = people.find_person(desk, "Lena Brandt").id
    with write.batch("edit", "Older", now=NOW) as batch:  # as if stored before it was known by which address
        batch.cursor.execute("UPDATE askwell_participant SET handle = '' WHERE seeker_id = %s", [scope.current().id])
        batch.changed = True
    people.split_off(desk, lena, card(desk, lena, source="vcard"))
    assert (people.find_person(desk, "lena@example.net").received, memory.contacts(desk)[lena].received) == (1, 0)


OF_LENA = mail(6, From="Lena Brandt <lena@example.net>")
