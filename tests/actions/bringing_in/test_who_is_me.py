"""Who she is: what she says, what LinkedIn says, and else her mail."""

from dataclasses import replace
from typing import Any

import pytest
from tests.actions.letters import ANN, ME, TOM, message

from askwell.actions.bringing_in import who_is_me
from askwell.actions.bringing_in.who_is_me import Self, WhoAreYou
from askwell.domain.errors import Refused
from askwell.domain.messages import Channel, Message
from askwell.domain.people import Card, Origin, Party
from askwell.domain.reading import Me, Reading

PROFILE = Reading("Profile.csv", "linkedin-profile", me=Me(name="Dana Whitfield"))
URL = "https://www.linkedin.com/in/dana"


def tell(*readings: Reading, mail: list[Message] | None = None, **more: Any) -> Self:
    told = {"said": (), "stored": (), "name": ""} | more
    return who_is_me.tell(readings, mail or [], **told)


def test_what_she_says_what_is_stored_and_her_own_addresses_add_up() -> None:
    emails = Reading("Email Addresses.csv", "linkedin-emails", me=Me(addresses=("dana@b.example",)))
    found = tell(PROFILE, emails, said=(" Dana@A.example ",), stored=("dana@c.example", "in/dana"), mail=[message()])
    assert found.handles == {"dana@a.example", "dana@b.example", "dana@c.example", "in/dana"}
    assert found.names == ("Dana Whitfield",)
    with pytest.raises(Refused, match="no e-mail address"):
        tell(said=("dana",))


def test_her_profile_is_the_owner_of_the_messages_named_as_she_is_or_of_the_invitations() -> None:
    own = Reading("messages.csv", "linkedin-messages", me=Me(name="Dana Whitfield", url=URL))
    other = Reading("messages.csv", "linkedin-messages", me=Me(name="Ann Kern", url=URL))
    invited = Reading("Invitations.csv", "linkedin-invitations", me=Me(name="Dana W", url=URL))
    assert tell(PROFILE, own).handles == {"in/dana"}
    assert tell(PROFILE, other).handles == frozenset()
    assert tell(PROFILE, invited).handles == {"in/dana"}


def test_of_a_single_conversation_the_writer_named_as_she_is_tells_her_profile() -> None:
    def wrote(*writers: Party) -> Reading:
        letters = [replace(message(n), sender=one, channel=Channel.LINKEDIN) for n, one in enumerate(writers)]
        return Reading("messages.csv", "linkedin-messages", messages=letters)

    dana, ann = Party("Dana Whitfield", "in/dana"), Party("Ann Kern", "in/ann")
    assert tell(PROFILE, wrote(ann, dana, ann)).handles == {"in/dana"}
    assert tell(PROFILE, wrote(dana, Party("Dana Whitfield", "in/dana-2"))).handles == frozenset()
    assert tell(wrote(ann, dana)).handles == frozenset()


def test_without_any_the_mail_tells_if_one_address_fits_her_name_and_most_of_it() -> None:
    mail = [message(n, ANN if n % 2 else TOM) for n in range(5)]
    assert tell(PROFILE, mail=mail).handles == {ME.handle}
    assert tell(mail=mail, name="Dana Whitfield").handles == {ME.handle}
    for name, letters in (
        ("", mail),
        ("Eve Roe", mail),
        ("Dana Whitfield", [*mail, *(message(n, ANN, TOM) for n in range(3))]),
    ):
        with pytest.raises(WhoAreYou, match="could not be told from the mail"):
            tell(mail=letters, name=name)


def test_a_party_is_her_by_handle_else_by_name_where_no_handle_can_tell() -> None:
    known = Self(frozenset({ME.handle, "in/dana"}), ("Dana Whitfield",))
    assert known.is_me(Party("anything", ME.handle))
    assert known.is_me(Party("Whitfield, Dana"))
    assert not known.is_me(Party("Dana Whitfield", "other@example.com"))
    assert not known.is_me(Party("Dana Whitfield", "in/another-dana"))
    assert Self(names=("Dana Whitfield",)).is_me(Party("Dana Whitfield", "in/dana"))


def test_a_card_is_her_own_by_address_profile_or_very_name() -> None:
    own = tell(PROFILE, said=(ME.handle, "in/dana"))

    def card(name: str, **more: Any) -> Card:
        return Card("vcard", Origin("a.vcf", 1), "k", name, **more)

    assert own.is_own(card("D", emails=(ME.handle,)))
    assert own.is_own(card("D", url=URL))
    assert own.is_own(card("Dana Whitfield"))
    assert not own.is_own(card("Dana Whitfield", url=URL + "-2"))
    assert not own.is_own(card("Dan Whitfield"))
