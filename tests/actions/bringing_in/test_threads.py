"""Conversations: by the ids of messages, last of all by their subject."""

from tests.actions.letters import ANN, ME, TOM, letter

from askwell.actions.bringing_in.threads import threads
from askwell.domain.messages import Channel
from askwell.domain.people import Origin


def test_messages_that_answer_each_other_share_the_id_of_the_first() -> None:
    found = threads([letter(1), letter(2, ME, ANN, thread=("<1@x>",)), letter(3, thread=("<1@x>", "<2@x>")), letter(4)])
    assert found == ["<1@x>", "<1@x>", "<1@x>", "<4@x>"]


def test_a_message_in_between_that_is_missing_still_ties_the_thread() -> None:
    found = threads([letter(2, thread=("<0@x>", "<1@x>")), letter(3, thread=("<1@x>",))])
    assert found == ["<0@x>", "<0@x>"]


def test_a_re_without_ids_answers_the_last_message_of_that_subject_with_one_of_its_people() -> None:
    letters = [
        letter(1, ANN, subject="Coffee"),
        letter(2, TOM, subject="Coffee"),
        letter(3, ME, ANN, subject="Re: Coffee"),
        letter(4, ANN, subject="AW: Re: coffee"),
        letter(5, ANN, subject="Coffee"),
        letter(900, ANN, subject="Re: Coffee"),  # more than a month later
    ]
    assert threads(letters) == ["<1@x>", "<2@x>", "<1@x>", "<1@x>", "<5@x>", "<900@x>"]


def test_linkedin_has_conversations_and_meetings_have_no_thread() -> None:
    chat = letter(1, channel=Channel.LINKEDIN, thread=("2-abc",), origin=Origin("messages.csv", 1))
    assert threads([chat, letter(2, channel=Channel.MEETING)]) == ["2-abc", ""]
