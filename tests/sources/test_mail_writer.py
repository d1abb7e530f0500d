"""Who wrote: a person, a list, or a machine that answers; by headers, in several languages, and on the labeled mail."""

import json
from pathlib import Path

import pytest

from askwell.domain.messages import Message, Writer
from askwell.domain.people import Origin
from askwell.sources import mail


def read(*headers: str, sender: str = "Jane Roe <jane@x.example>", subject: str = "Hello") -> Message:
    lines = [f"From: {sender}", f"Subject: {subject}", "Date: Tue, 9 Sep 2025 08:14:22 +0000", *headers, "", "Hi."]
    return mail.read_message("\n".join(lines).encode(), origin=Origin("a.eml", 1))


def test_a_person_is_a_person() -> None:
    assert read("X-Mailer: Outlook", "Auto-Submitted: no", "X-Auto-Response-Suppress: All").writer is Writer.PERSON


@pytest.mark.parametrize(
    "header",
    [
        "List-Id: <planners.lists.example>",
        "List-Unsubscribe: <https://x.example/u>",
        "Precedence: bulk",
        "Precedence: List",
        "Feedback-ID: 1:2:3",
        "Auto-Submitted: auto-generated",
    ],
)
def test_lists_and_newsletters_are_bulk_and_have_no_text(header: str) -> None:
    message = read(header)
    assert message.writer is Writer.BULK
    assert message.text == ""


@pytest.mark.parametrize(
    "address", ["no-reply@x.example", "DoNotReply@x.example", "news@x.example", "a.bounces@x.example"]
)
def test_senders_who_take_no_answer_are_bulk(address: str) -> None:
    assert read(sender=address).writer is Writer.BULK


@pytest.mark.parametrize(
    "address", ["noreen@x.example", "newsom@x.example", "alerta.roe@x.example", "b.reply@x.example"]
)
def test_people_whose_names_look_alike_are_people(address: str) -> None:
    assert read(sender=address).writer is Writer.PERSON


def test_mail_to_more_than_a_hundred_is_an_announcement() -> None:
    assert read("To: " + ", ".join(f"a{n}@x.example" for n in range(101))).writer is Writer.BULK
    assert read("To: " + ", ".join(f"a{n}@x.example" for n in range(99))).writer is Writer.PERSON


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied (vacation)",
        "X-Autoreply: yes",
        "X-Autorespond: away",
        "Precedence: auto_reply",
        "X-Failed-Recipients: lee@x.example",
        "Content-Type: multipart/report; report-type=delivery-status",
        "Auto-Submitted: auto-generated\nIn-Reply-To: <a@x.example>",
        "X-MS-Exchange-Message-Is-Ndr:",
        "X-TMDA-Fingerprint: abc",
        "Return-Path: <>\nIn-Reply-To: <a@x.example>",
    ],
)
def test_answers_by_machine_are_told_by_their_headers_and_keep_their_text(header: str) -> None:
    message = read(header)
    assert message.writer is Writer.MACHINE
    assert message.text == "Hi."


@pytest.mark.parametrize("sender", ["MAILER-DAEMON", "postmaster@x.example", "Mail System <Mailer-Daemon@x.example>"])
def test_the_mail_system_is_a_machine(sender: str) -> None:
    assert read(sender=sender).writer is Writer.MACHINE


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: Hello",
        "Out of office: Hello",
        "Out of the office until Monday",
        "Automatische Antwort: Hallo",
        "Abwesenheitsnotiz: Hallo",
        "Réponse automatique : Bonjour",
        "Absence du bureau",
        "Respuesta automática: Hola",
        "Resposta automática: Olá",
        "Risposta automatica: Ciao",
        "Automatisch antwoord: Hallo",
        "Afwezig: Hallo",
        "Automatisk svar: Hej",
        "Undeliverable: Hello",
        "Unzustellbar: Hallo",
        "Delivery Status Notification (Failure)",
        "Mail delivery failed: returning message to sender",
        "Undelivered Mail Returned to Sender",
        "Fuori sede: Ciao",
        "Absente du bureau",
        "Zustellung fehlgeschlagen: Hallo",
        "AVVISO DI MANCATA CONSEGNA: Ciao",
        "No se pudo entregar: Hola",
        "Falha na entrega",
        "Maria Lund is out of the office.",
        "Your message to Walkers awaits moderator approval",
        "Your message to lee@x.example was blocked",
    ],
)
def test_absence_notes_and_bounces_are_told_by_their_subjects(subject: str) -> None:
    assert read(subject=subject).writer is Writer.MACHINE


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic welding",
        "Office hours",
        "Re: Out of office furniture",
        "Re: Out of Office: Hello",
        "AW: Automatische Antwort: Hallo",
        "Away until Sunday",
        "Your message to the children was lovely",
        "On vacation with the kids",
        "Delivery of the chairs",
    ],
)
def test_subjects_of_people_are_not_taken_for_machines(subject: str) -> None:
    assert read(subject=subject).writer is Writer.PERSON


@pytest.mark.parametrize("subject", ["Away until the 9th", "On leave (was: Hello)", "En congé", "Op vakantie"])
def test_an_absence_in_somebodys_own_words_is_a_machine_only_where_it_answers(subject: str) -> None:
    assert read("In-Reply-To: <a@x.example>", subject=subject).writer is Writer.MACHINE
    assert read(subject=subject).writer is Writer.PERSON


def test_a_newsletter_about_absence_notes_is_no_absence_note() -> None:
    unsubscribe = "List-Unsubscribe: <mailto:off@x.example>"
    assert read(unsubscribe, subject="Out of office: how to write one").writer is Writer.BULK
    assert read(f"{unsubscribe}\nIn-Reply-To: <a@x.example>", subject="Out of office").writer is Writer.MACHINE


def test_an_address_that_takes_no_answers_and_answers_is_a_machine() -> None:
    assert read(sender="no-reply@x.example", subject="Re: Hello").writer is Writer.MACHINE


def test_a_ticket_about_her_mail_is_a_machine_and_a_receipt_is_bulk() -> None:
    assert read(sender="no-reply@x.example", subject="We have received your message [#88]").writer is Writer.MACHINE
    assert read(sender="no-reply@x.example", subject="Membership enquiry 77102").writer is Writer.MACHINE
    assert read("Auto-Submitted: auto-generated", subject="Request received: my login").writer is Writer.MACHINE
    assert read(sender="no-reply@x.example", subject="Your order has shipped").writer is Writer.BULK
    assert read(sender="no-reply@x.example", subject="Your booking 77102 is confirmed").writer is Writer.BULK


def test_an_invitation_that_a_calendar_sends_for_a_person_is_hers() -> None:
    header = "Auto-Submitted: auto-generated\nContent-Type: text/calendar; method=REQUEST"
    assert read(header, subject="Invitation: coffee").writer is Writer.PERSON
    sender = "Auto-Submitted: auto-generated\nSender: Calendar <calendar-notification@x.example>"
    assert read(sender, subject="Invitation: coffee").writer is Writer.PERSON


def test_every_labeled_mail_with_an_event_is_by_whom_the_label_says(eval_data: Path) -> None:
    labels = [json.loads(line) for line in (eval_data / "mail.jsonl").read_text(encoding="utf-8").splitlines()]
    for label in labels:
        message = mail.read_message((eval_data / label["file"]).read_bytes(), origin=Origin(label["file"], 1))
        types = {event["type"] for event in label["events"]}
        if types:
            assert message.writer is (Writer.MACHINE if "auto" in types else Writer.PERSON), label["file"]
        else:
            assert message.writer is not Writer.MACHINE, label["file"]
