"""The people of messages: who is one, the card each makes, and what is left out."""

from tests.actions.letters import ANN, ME, TOM, letter, message

from askwell.actions.bringing_in import parties
from askwell.actions.bringing_in.parties import ALONE, BULK, ROLE
from askwell.actions.bringing_in.receipt import Tally
from askwell.actions.bringing_in.who_is_me import Self
from askwell.domain.messages import Channel, Message, Writer
from askwell.domain.people import Origin, Party
from askwell.domain.reading import Reading

OWN = Self(frozenset({ME.handle}), (ME.name,))
JOBS = Party("Acme Careers", "jobs@acme.example")


def sifted(*messages: Message) -> tuple[list[tuple[Party, ...]], list[str]]:
    tally = Tally(Reading("mail.mbox", "mail"))
    letters = list(parties.sift(tally, messages, OWN))
    return [one.people for one in letters], [note.reason for note in tally.left_out]


def test_the_other_people_of_a_message_come_sender_first_and_each_once() -> None:
    people, left_out = sifted(message(1, ANN, ME, TOM, copied=(ANN, JOBS)), message(2, ME, TOM, ANN))
    assert people == [(ANN, TOM), (TOM, ANN)]
    assert left_out == []


def test_mass_mail_roles_and_notes_to_oneself_are_left_out() -> None:
    mass, role = message(1, writer=Writer.BULK), message(2, JOBS)
    people, left_out = sifted(mass, role, message(3, ME, JOBS), message(4, ME, ME), message(5, JOBS, ME, ANN))
    assert people == []
    assert left_out == [BULK, ROLE, ROLE, ALONE, ROLE]


def test_machines_answers_are_kept_with_whoever_they_come_from() -> None:
    bounce = message(1, Party("", "mailer-daemon@acme.example"), writer=Writer.MACHINE)
    people, left_out = sifted(message(2, ANN, writer=Writer.MACHINE), bounce)
    assert people == [(ANN,), ()]
    assert left_out == []


def test_of_a_meeting_only_full_names_and_addresses_are_people() -> None:
    people, _ = sifted(message(1, Party("Room 4"), Party("Eve Roe"), Party("Bob"), ANN, channel=Channel.MEETING))
    assert people == [(Party("Eve Roe"), ANN)]


def test_each_file_and_address_makes_one_card_at_the_first_message_with_the_best_name() -> None:
    nameless = Party("", ANN.handle)
    other = letter(1, ANN, origin=Origin("sent.mbox", 7, "<1@x>", "sent.mbox"))
    cards = list(parties.cards([letter(3, nameless), letter(4, ANN), letter(5, TOM), other], profiles=()))
    told = [(card.origin.file, card.origin.index, card.name, card.emails) for card in cards]
    assert told == [
        ("mail.mbox", 3, "Ann Kern", (ANN.handle,)),
        ("mail.mbox", 5, "Tom Lee", (TOM.handle,)),
        ("sent.mbox", 7, "Ann Kern", (ANN.handle,)),
    ]


def test_the_first_full_name_of_an_address_counts() -> None:
    names = ("", "Ann", "Ann Kern", "Annie Kern")
    cards = list(parties.cards([letter(at, Party(name, ANN.handle)) for at, name in enumerate(names, 1)], profiles=()))
    assert [(one.origin.index, one.name) for one in cards] == [(1, "Ann Kern")]


def test_a_profile_that_has_a_card_needs_no_other_and_a_maildir_is_one_file() -> None:
    ann = Party("Ann Kern", "in/ann")
    chat = letter(1, ann, channel=Channel.LINKEDIN)
    assert list(parties.cards([chat], profiles={"in/ann"})) == []
    assert [card.url for card in parties.cards([chat], profiles=())] == ["https://www.linkedin.com/in/ann"]
    places = ("box/cur/1", "box/new/2", "mail.mbox")
    assert [parties.container(Origin("1", 1, path=path)) for path in places] == ["box", "box", "mail.mbox"]
