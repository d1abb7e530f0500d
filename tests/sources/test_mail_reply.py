"""New text is what this sender wrote: below, above or between what was quoted, in many languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bounds import bounded

from askwell.sources.mail import reply
from askwell.sources.mail.html import read

MINE = "Hi Dana,\n\nTalk to Lee, he knows.\n\nBest,\nJane"
QUOTED = "\n> Who knows about this?\n> \n> Dana\n"


def new(text: str, *, forwards: bool = False) -> str:
    return reply.split(text, forwards=forwards).new


def test_greeting_and_sign_off_are_kept() -> None:
    assert new(MINE) == MINE


ATTRIBUTIONS = [
    "On Tue, 9 Sep 2025 at 08:14, Dana Roe <dana@x.example> wrote:",
    "On Tue, Sep 9, 2025 at 8:14 AM Dana Roe <\ndana@x.example> wrote:",
    "On Tuesday, September 9, 2025 at 8:14 AM,\nDana Roe wrote:",
    "Dana Roe <dana@x.example> wrote on 9/9/2025:",
    "2025-09-09 8:14 GMT+02:00 Dana Roe <dana@x.example>:",
    "Am 09.09.2025 um 08:14 schrieb Dana Roe:",
    "Am Di., 9. Sept. 2025 um 08:14 Uhr schrieb Dana Roe <\ndana@x.example>:",
    "Le mar. 9 sept. 2025 à 08:14, Dana Roe <dana@x.example> a écrit :",
    "El mar, 9 sept 2025 a las 8:14, Dana Roe (<dana@x.example>) escribió:",
    "Em ter., 9 de set. de 2025 às 08:14, Dana Roe <dana@x.example> escreveu:",
    "Il giorno mar 9 set 2025 alle ore 08:14 Dana Roe <dana@x.example> ha scritto:",
    "Op di 9 sep. 2025 om 08:14 schreef Dana Roe <dana@x.example>:",
    "Den tis 9 sep. 2025 kl 08:14 skrev Dana Roe <dana@x.example>:",
    "tir. 9. sep. 2025 kl. 08:14 skrev Dana Roe <dana@x.example>:",
    "W dniu 09.09.2025 o 08:14 Dana Roe pisze:",
    "Dnia 9 września 2025 08:14 Dana Roe <dana@x.example> napisał(a):",
    "út 9. 9. 2025 v 8:14 odesílatel Dana Roe <dana@x.example> napsal:",
    "ti 9. syysk. 2025 klo 8.14 Dana Roe (dana@x.example) kirjoitti:",
    "вт, 9 сент. 2025 г. в 08:14, Dana Roe <dana@x.example>:",
    "2025年9月9日(火) 8:14 Dana Roe <dana@x.example>:",
    "Dana Roe <dana@x.example> 于2025年9月9日周二 08:14写道：",
    "2025년 9월 9일 (화) 오전 8:14, Dana Roe <dana@x.example>님이 작성:",
]


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_an_attribution_and_what_it_introduces_fall_away(line: str) -> None:
    assert new(f"{MINE}\n\n{line}\n{QUOTED}") == MINE


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_also_where_the_quote_below_is_not_marked(line: str) -> None:
    assert new(f"{MINE}\n\n{line}\n\nWho knows about this?\n\nDana\n") == MINE


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_an_answer_below_the_quote_is_found(line: str) -> None:
    assert new(f"{line}\n{QUOTED}\n{MINE}\n") == MINE


def test_answers_between_the_questions_are_kept() -> None:
    text = "Kalimera,\n\n> Do I need Greek?\n\nNot in chartering.\n\n> Am I too old?\n\nYour age is an advantage.\n\nD"
    assert new(text) == "Kalimera,\n\nNot in chartering.\n\nYour age is an advantage.\n\nD"


BLOCKS = [
    "-----Original Message-----\nFrom: Dana\nSent: Tuesday\nTo: Jane\nSubject: Who",
    "________________________________\nFrom: Dana Roe <dana@x.example>\nSent: Tuesday\nTo: Jane\nSubject: Who",
    "From: Dana Roe <dana@x.example>\nSent: Tuesday\nTo: Jane\nSubject: Who",
    "*From:* Dana Roe <dana@x.example>\n*Sent:* Tuesday\n*To:* Jane\n*Subject:* Who",
    "Von: Dana Roe\nGesendet: Dienstag\nAn: Jane\nBetreff: Wer",
    "-----Ursprüngliche Nachricht-----\nVon: Dana\nGesendet: Dienstag\nAn: Jane\nBetreff: Wer",
    "De : Dana Roe\nEnvoyé : mardi\nÀ : Jane\nObjet : Qui",
    "De: Dana Roe\nEnviado el: martes\nPara: Jane\nAsunto: Quién",
    "De: Dana Roe\nEnviada em: terça\nPara: Jane\nAssunto: Quem",
    "Da: Dana Roe\nInviato: martedì\nA: Jane\nOggetto: Chi",
    "Van: Dana Roe\nVerzonden: dinsdag\nAan: Jane\nOnderwerp: Wie",
    "Från: Dana Roe\nSkickat: tisdag\nTill: Jane\nÄmne: Vem",
    "Fra: Dana Roe\nSendt: tirsdag\nTil: Jane\nEmne: Hvem",
    "Od: Dana Roe\nWysłano: wtorek\nDo: Jane\nTemat: Kto",
    "发件人: Dana Roe\n发送时间: 2025年\n收件人: Jane\n主题: Re",
    "差出人: Dana Roe\n送信日時: 2025年\n宛先: Jane\n件名: Re",
]


@pytest.mark.parametrize("block", BLOCKS)
def test_below_a_block_of_headers_stands_an_older_message(block: str) -> None:
    assert new(f"{MINE}\n\n{block}\n\nWho knows about this?\n\nDana") == MINE


@pytest.mark.parametrize("block", BLOCKS)
def test_where_the_subject_forwards_it_the_older_message_is_kept_apart(block: str) -> None:
    found = reply.split(f"{MINE}\n\n{block}\n\nWho knows?\n\nDana", forwards=True)
    assert found.new == MINE
    assert found.forwarded.startswith(block.splitlines()[0])
    assert found.forwarded.endswith("Who knows?\n\nDana")


@pytest.mark.parametrize(
    "marker",
    [
        "---------- Forwarded message ---------",
        "-------- Forwarded Message --------",
        "Begin forwarded message:",
        "-------- Weitergeleitete Nachricht --------",
        "Anfang der weitergeleiteten Nachricht:",
        "---------- Message transféré ----------",
        "Inicio del mensaje reenviado:",
        "---------- Mensagem encaminhada ----------",
        "Inizio messaggio inoltrato:",
        "---------- Doorgestuurd bericht ----------",
    ],
)
def test_a_forwarded_message_is_kept_apart(marker: str) -> None:
    found = reply.split(f"See below.\n\n{marker}\n\n> From: Lee <lee@x.example>\n> Subject: Vacancy\n>\n> We hire.\n")
    assert found == reply.Reply("See below.", "From: Lee <lee@x.example>\nSubject: Vacancy\n\nWe hire.")


@pytest.mark.parametrize("mark", ["-- ", "--", "—", "_______________________________"])
def test_a_signature_is_no_text(mark: str) -> None:
    assert new(f"{MINE}\n{mark}\nJane Roe\nHead of Introductions\n+44 20 7946 0001") == MINE


def test_two_dashes_before_a_long_text_are_no_signature() -> None:
    text = "First.\n\n--\n" + "\n".join(f"Point {n}." for n in range(20))
    assert new(text) == text


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my iPhone",
        "Sent from Outlook for iOS",
        "Get Outlook for iOS<https://x.example/a>",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Inviato da iPhone",
        "Verstuurd vanaf mijn iPhone",
    ],
)
def test_what_a_device_adds_falls_away(line: str) -> None:
    assert new(f"Yes.\n\n{line}\n") == "Yes."


@pytest.mark.parametrize(
    "text",
    [
        "Sent from my desk, is much easier than my phone.",
        "On Monday I wrote: see below.",
        "Here is what Jane wrote:\n\nwe hire from May",
        "From: a job seeker's view it is hard.",
        "To: do\nthe laundry",
        "Thanks, --and good luck-- Jane",
        "On this day\nall is well:\nreally",
        "Date: Monday 5 pm\nPlace: the usual",
        "My train:\n\nFrom: London\nTo: Leeds\nDate: 9 May 2025\n\nSee you there.",
        "On 9 May 2025 Jane said:\n\nwe hire",
        "get back to me on Dec 8: I am free",
        "a > b",
    ],
)
def test_ordinary_sentences_are_left_alone(text: str) -> None:
    assert new(text) == text


def test_a_line_that_an_mbox_escaped_is_not_taken_for_a_quote() -> None:
    assert new("Hello.\n>From my side, yes.\nJane") == "Hello.\nFrom my side, yes.\nJane"


def test_a_warning_on_top_and_a_notice_below_fall_away() -> None:
    text = (
        f"CAUTION: This email originated from outside.\n\n{MINE}\n\nThis email and any files are confidential.\nLegal"
    )
    assert new(text) == MINE


def test_inline_answers_of_html_mail_are_kept() -> None:
    html = (
        '<div>Dana,</div><div class="gmail_quote"><div class="gmail_attr">On Tue, 9 Sep 2025 at 08:14, Dana '
        "&lt;<a href='mailto:dana@x.example'>dana@x.example</a>&gt; wrote:<br></div><blockquote class='gmail_quote'>"
        "Do I need Greek?</blockquote><div>No.</div><blockquote class='gmail_quote'>Too old?</blockquote>Never.</div>"
    )
    assert new(read(html).text).split() == ["Dana,", "No.", "Never."]


def test_outlook_draws_a_line_above_what_it_quotes() -> None:
    html = (
        "<p>Yes, gladly.</p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>From:</b> Dana Roe<br>"
        "<b>Sent:</b> Tuesday<br><b>To:</b> Jane<br><b>Subject:</b> Who</p></div><p>Who knows?</p>"
    )
    assert new(read(html).text) == "Yes, gladly."


@pytest.mark.parametrize(
    "seed", [">", "> ", "On ", "From: a\n", "On a wrote:\n", "--\n", "-", "_", "\n", "a@", "<", "Sent ", "*"]
)
def test_a_hostile_text_of_64_kb_takes_no_time(seed: str) -> None:
    hostile = seed * (65_536 // len(seed))
    for text in (hostile, hostile.replace("\n", " ")):
        with bounded():
            reply.split(text, forwards=seed == "> ")


@given(st.text(st.sampled_from("ab:@<>-_*\n\n 19/"), max_size=300), st.booleans())
def test_nothing_raises_and_nothing_is_made_up(text: str, forwards: bool) -> None:
    found = reply.split(text, forwards=forwards)
    kept = set(text.replace(">", "").replace("\xa0", " ").split())
    assert set(found.new.replace(">", "").split()) <= kept | {""}


def test_the_signature_stands_apart_and_no_quote_is_in_it() -> None:
    found = reply.split(f"{MINE}\n\n-- \nJane Roe\nPlanner | Ostara Foods\n{QUOTED}")
    assert (found.new, found.signature) == (MINE, "Jane Roe\nPlanner | Ostara Foods")
    assert reply.split(MINE).signature == ""
    assert len(reply.split(f"{MINE}\n-- \n" + "line\n" * 500).signature.splitlines()) <= 15
