"""LinkedIn messages of five eras, group conversations, what is no message, and whose export it is."""

from datetime import UTC, datetime
from typing import ClassVar

import pytest
from tests.sources import exports
from tests.sources.contract import Contract, messages, read

from askwell.domain.people import Party
from askwell.sources.found import Kind
from askwell.sources.linkedin_messages import clean
from askwell.sources.sniff import sniff

SAM = Party("Sam Roe", "in/samroe")
MARA = Party("Mara Okoye", "in/mara-okoye-1a2b")
LEE = Party("Lee Hart", "in/leehart")


class TestMessages(Contract):
    kind = Kind.MESSAGES
    samples: ClassVar = exports.MESSAGES


class TestRecommendations(Contract):
    kind = Kind.RECOMMENDATIONS
    samples: ClassVar = exports.RECOMMENDATIONS


class TestInvitations(Contract):
    kind = Kind.INVITATIONS
    samples: ClassVar = exports.INVITATIONS


@pytest.mark.parametrize("era", exports.MESSAGES)
def test_every_era_gives_sender_addressee_and_moment(era: str) -> None:
    first = messages(read(exports.MESSAGES[era], Kind.MESSAGES))[0]
    assert first.at.tzinfo is UTC
    assert first.sender.name in {"Mara Okoye", "Lee Hart"}
    assert first.to[0].name == "Sam Roe"


def test_quoted_text_keeps_its_line_breaks_and_quotation_marks() -> None:
    first = messages(read(exports.MESSAGES_2023, Kind.MESSAGES))[0]
    assert (first.text, first.thread) == ('Happy to help.\nTalk to "Lee".', ("2-a==",))
    assert first.at == datetime(2023, 9, 13, 3, 18, 54, tzinfo=UTC)
    assert messages(read(exports.MESSAGES_2026, Kind.MESSAGES))[0].text == "One.\nTwo “2”."


def test_a_group_has_each_member_with_the_own_profile() -> None:
    group = messages(read(exports.MESSAGES_2023, Kind.MESSAGES))[1]
    assert group.to == (MARA, Party("Lee Hart, Ph.D.", "in/leehart"))


def test_drafts_spam_advertisements_and_the_departed_are_left_out_with_the_reason() -> None:
    left_out = [n.reason for n in read(exports.MESSAGES_2025, Kind.MESSAGES).left_out]
    assert left_out == [
        "a draft, never sent",
        "its writer has left LinkedIn",
        "the other person has left LinkedIn",
        "an advertisement",
    ]
    assert [n.reason for n in read(exports.MESSAGES_2023, Kind.MESSAGES).left_out] == ["in the spam folder"]
    assert [n.at for n in read(exports.MESSAGES_2026, Kind.MESSAGES).left_out] == [2]


def test_a_recruiter_with_a_profile_is_a_person_and_html_becomes_text() -> None:
    recruiter = messages(read(exports.MESSAGES_2025, Kind.MESSAGES))[-1]
    assert recruiter.sender == Party("Rae Cruit", "in/rae-cruit")
    assert recruiter.text == "Hi Sam,\nR&D needs you."
    assert clean("a < b and c > d") == "a < b and c > d"


def test_before_2023_addressees_get_the_profile_they_have_as_senders() -> None:
    first, second = messages(read(exports.MESSAGES_2022, Kind.MESSAGES))
    assert (first.to, second.to) == ((SAM,), (MARA,))


def test_a_message_without_a_date_is_told() -> None:
    text = exports.MESSAGES_2022 + "2-z==,,Mara Okoye,,Sam Roe,some day,,Hi,INBOX\n"
    assert [(n.at, n.reason) for n in read(text, Kind.MESSAGES).unreadable] == [(3, "has no date that can be read")]


def test_the_owner_is_the_one_party_to_every_conversation() -> None:
    me = read(exports.MESSAGES_2023, Kind.MESSAGES).me
    assert (me.name, me.url) == ("", "") or me.url.endswith("/in/samroe")
    assert read(exports.MESSAGES_2025, Kind.MESSAGES).me.url == "https://www.linkedin.com/in/samroe"
    assert read(exports.MESSAGES_2022, Kind.MESSAGES).me.url == ""  # one conversation: either could be the owner


def test_invitations_with_words_are_messages_and_tell_the_owner() -> None:
    reading = read(exports.INVITATIONS["2026"], Kind.INVITATIONS)
    (message,) = messages(reading)
    assert (message.sender, message.to, message.text) == (SAM, (MARA,), "Good to meet you at the council")
    assert message.at == datetime(2026, 2, 7, 14, 37, tzinfo=UTC)
    assert (reading.me.name, reading.me.url) == ("Sam Roe", "https://www.linkedin.com/in/samroe")
    assert [(n.at, n.reason) for n in reading.left_out] == [(2, "an invitation without words")]


def test_old_invitations_tell_the_owners_name() -> None:
    reading = read(exports.INVITATIONS["2022"], Kind.INVITATIONS)
    assert (reading.me.name, reading.me.url) == ("Sam Roe", "")


def test_hostile_cells_cost_no_time() -> None:
    row = ",".join(("2-z==", "", "Al Bo", "", "A.B., " * 20_000, "2023-09-13 03:18:54 UTC", "", "<" * 100_000, "INBOX"))
    reading = read(exports.MESSAGES_2022 + row.replace("A.B., ", "A.B. ") + "\n", Kind.MESSAGES)
    assert reading.read == 3


def test_a_recommendation_is_a_message_that_came_in_and_one_she_wrote_is_left_out() -> None:
    told = read(exports.RECOMMENDATIONS["2026"], Kind.RECOMMENDATIONS)
    (one,) = messages(told)
    assert (one.sender, one.to, one.text) == (Party("Lee Hart"), (), "Sam kept every promise.")
    assert one.at == datetime(2025, 6, 30, tzinfo=UTC)
    assert ([n.at for n in told.left_out], [n.at for n in told.unreadable]) == ([2], [3])
    assert sniff("Recommendations_Given.csv", exports.RECOMMENDATIONS["2026"]).kind is None
    assert sniff("Recommendations_Received_123.csv", exports.RECOMMENDATIONS["2026"]).kind is Kind.RECOMMENDATIONS
