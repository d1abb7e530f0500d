"""Mails in which what tells is marked: the marks are found again in what is read of the mail, and nothing else is."""

from pathlib import Path

import pytest
from training import marked
from training.marked import Marked, Told
from training.vocabulary import words

from askwell.domain.messages import Writer

TEXT = """\
in
From: Gord Petrie <gord.petrie@example.net>
Subject: Re: the port
People: Colleen Marsh; c.marsh@example.net

Hey Dana, sorry about the plant. {help: Nobody plans by hand now.} {referral: The one who'd know is
Colleen Marsh. She took over from me} (c.marsh@example.net), and she picks up.

Kids are fine, Dana.

Gord
> Dana here. Who plans the inbound side?
"""


@pytest.fixture
def mail() -> Marked:
    return Marked(TEXT, number=3)


def test_a_mail_tells_its_kinds_and_whom_it_points_to(mail: Marked) -> None:
    assert mail.kinds == {"help", "referral"}
    assert mail.people == ["Colleen Marsh", "c.marsh@example.net"]


def test_it_is_read_like_any_mail_without_marks_and_without_what_is_quoted(mail: Marked) -> None:
    message = mail.message("wg_1")
    assert message.sender.handle == "gord.petrie@example.net"
    assert message.to[0].handle == "dana.whitfield@example.com"
    assert "{" not in message.text
    assert "inbound" not in message.text
    assert message.text.startswith("Hey Dana, sorry")


def test_what_is_marked_over_two_sentences_is_one_line_and_the_name_of_the_seeker_is_left_out(mail: Marked) -> None:
    assert list(mail.sentences("wg_1")) == [
        Told("Hey, sorry about the plant.", frozenset()),
        Told("Nobody plans by hand now.", frozenset({"help"})),
        Told(
            "The one who'd know is Colleen Marsh. She took over from me (c.marsh@example.net), and she picks up.",
            frozenset({"referral"}),
        ),
        Told("Kids are fine.", frozenset()),
    ]


def test_headers_of_machines_are_kept() -> None:
    machine = Marked(
        "in\nFrom: x@example.org\nSubject: Away\nAuto-Submitted: auto-replied\n\n{auto: Away.}\n", number=1
    )
    assert machine.message("wp_1").writer is not Writer.PERSON


def test_where_only_some_kinds_were_looked_for_the_file_says_so(tmp_path: Path) -> None:
    file = tmp_path / "wx_1.txt"
    file.write_text(
        "# sought: referral auto\n=== in\nFrom: a@example.org\nSubject: x\n\nHi.\n=== out\nTo: b@example.org\n\nYo."
    )
    found = list(marked.mails(file))
    assert [(one.side, one.number) for one in found] == [("in", 1), ("out", 2)]
    assert all(one.sought == {"referral", "auto"} for one in found)


@pytest.mark.parametrize("path", marked.files(), ids=lambda path: path.stem)
def test_each_mark_is_found_again_and_each_person_stands_in_the_mail(path: Path) -> None:
    for mail in marked.mails(path):
        message = mail.message(path.stem)
        if message.writer is Writer.BULK:
            continue  # what comes from an address that takes no answer is not read
        found = list(mail.marks(message.text))
        assert {label for _, _, labels in found for label in labels} == mail.kinds, (path.name, mail.number)
        assert bool(mail.people) or mail.kinds.isdisjoint({"referral", "introduction"}), (path.name, mail.number)


def test_words_are_what_is_written_small_more_often_than_large() -> None:
    said = ["I will ask, and will wait.", "Ask Will or ask trish", "well, Trish and trish, or ask Trish, said Kaplan"]
    assert words(said) == ["and", "ask", "or"]
    assert words([*said, *["it will do"] * 12]) == ["and", "ask", "do", "it", "or", "will"]
