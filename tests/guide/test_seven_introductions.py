"""The seven kinds of introduction, told apart, and what is read in six more languages."""

import pytest
from tests.guide.test_cues import ALEX, LOUISE, ME, PRIYA, kinds, message

from askwell.domain.messages import Channel
from askwell.domain.people import Party
from askwell.guide.cues import detect

POINTING = frozenset({"introduction", "referral"})


def told(text: str, **more: object) -> set[tuple[str, str, tuple[str, ...]]]:
    """What a message to Alex points to: type, kind and people."""
    cues = detect(message(text, **more), ME)  # type: ignore[arg-type]
    return {(cue.type.value, cue.about, cue.people) for cue in cues if cue.type.value in POINTING}


@pytest.mark.parametrize(
    "text",
    [
        "Alex, meet Priya, who plans for the whole north. Priya, Alex is the analyst I told you about.",
        "I'd like the two of you to know each other. Priya runs planning at Raman, Alex has just come free.",
        "Priya is on copy and happy to talk. Over to you two.",
        "Putting you in touch, as promised. I'll leave you to it.",
        "Alex, Priya. Priya, Alex. The rest you can do without me.",
    ],
)
def test_one_a_direct_introduction_has_the_third_person_on_it(text: str) -> None:
    assert told(text, copied=(PRIYA,)) == {("introduction", "introduction", (PRIYA.handle,))}


@pytest.mark.parametrize(
    ("text", "about", "person"),
    [
        ("You should speak with Martin Shaw at Bellweather.", "name", "Martin Shaw"),
        ("Get hold of Martin Shaw, 555-0142, and tell him I sent you.", "use-my-name", "Martin Shaw"),
        ("His address is martin.shaw@bell.example, Martin Shaw is the one to ask.", "name", "martin.shaw@bell.example"),
        ("The right person is Dr. Ines Prado, drop her a line.", "name", "Dr. Ines Prado"),
    ],
)
def test_two_a_name_is_given_without_a_copy(text: str, about: str, person: str) -> None:
    assert told(text) == {("referral", about, (person,))}


@pytest.mark.parametrize(
    "text",
    [
        "I could introduce you to Martin Shaw if you like.",
        "Shall I put you in touch with our buyer?",
        "Let me check with Priya first whether she is open to it.",
    ],
)
def test_three_an_offer_to_introduce_is_pending(text: str) -> None:
    found = kinds(detect(message(text), ME))
    assert "offer" in found
    assert "introduction" not in found


def test_four_her_letter_forwarded_with_her_in_copy() -> None:
    text = "Priya, this is the analyst I mentioned, you two should talk."
    found = told(text, to=(PRIYA,), copied=(ALEX,), subject="Fwd: my search", forwarded="Dear Louise, I am looking …")
    assert found == {("introduction", "forwarded", (PRIYA.handle,))}


@pytest.mark.parametrize(
    "text",
    [
        "Louise suggested I write to you, she says that you know stock like nobody else.",
        "Louise gave me your name. Would Tuesday suit you for a call?",
    ],
)
def test_five_who_writes_first_and_names_the_helper_is_put_together_from_the_thread(text: str) -> None:
    """No sentence of it is an introduction; who referred whom is told by method.referrals."""
    assert told(text, sender=PRIYA) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for the introduction, Louise, moving you to bcc. Alex, does Tuesday suit you?",
        "Good to e-meet you, Alex. Dropping Louise from the thread to spare her inbox.",
        "Thank you, Louise! Alex, nice to be connected.",
    ],
)
def test_six_an_answer_in_the_thread_is_no_new_introduction(text: str) -> None:
    first = message("Alex, meet Priya. Priya, Alex is the analyst. Over to you two!", copied=(PRIYA,))
    answer = message(text, sender=PRIYA, copied=(LOUISE,), subject="Re: hello", thread=("<1@hart.example>",))
    assert "introduction" in kinds(detect(first, ME))
    assert "introduction" not in kinds(detect(answer, ME, earlier=(first,)))


def test_seven_nor_is_it_where_only_the_answer_is_left() -> None:
    """Who made it is told by method.referrals, from the thanks."""
    answer = message("Thanks for the introduction, Louise. Alex, Tuesday?", sender=PRIYA, copied=(LOUISE,))
    assert told("Thanks for the introduction, Louise. Alex, Tuesday?", sender=PRIYA, copied=(LOUISE,)) == set()
    assert "introduction" not in kinds(detect(answer, ME))


def test_people_are_found_by_nickname_and_by_address_alone() -> None:
    lou = Party("", "priya@raman.example")
    assert told("Alex, meet Priya, she plans the north.", copied=(lou,)) == {
        ("introduction", "introduction", ("priya@raman.example",))
    }
    kate = Party("Katherine Boyd", "kboyd@boyd.example")
    (found,) = told("Alex, meet Kate. Kate, Alex is the analyst from Leeds.", copied=(kate,))
    assert found[2] == ("kboyd@boyd.example",)


FOREIGN = [
    ("introduction", "Alex, darf ich dir Priya vorstellen? Sie leitet die Planung. Ich lasse euch zwei jetzt allein."),
    ("introduction", "Je vous mets en relation tous les deux. Priya dirige la planification, Alex cherche un poste."),
    ("introduction", "Os presento: Alex, Priya; Priya, Alex. Os dejo para que habléis."),
    ("introduction", "Apresento-vos: Alex, esta é a Priya; Priya, este é o Alex. Deixo-vos à conversa."),
    ("introduction", "Alex, ti presento Priya, che guida la pianificazione. Vi lascio parlare."),
    (
        "introduction",
        "Alex, ik stel je graag voor aan Priya, zij leidt de planning. Ik laat het verder aan jullie over.",
    ),
    ("referral", "Du solltest mit Martin Schau von Bellweather sprechen, sag ihm einen Gruß von mir."),
    ("referral", "Tu devrais contacter Martin Chaux chez Bellweather, dis-lui que tu viens de ma part."),
    ("referral", "Deberías hablar con Martín Soto, de Bellweather, dile que vas de mi parte."),
    ("referral", "Devias falar com o Martim Souto, da Bellweather, diz-lhe que vais da minha parte."),
    ("referral", "Dovresti parlare con Martino Sala di Bellweather, digli che ti mando io."),
    ("referral", "Je moet eens praten met Maarten Smit van Bellweather, zeg maar dat ik je gestuurd heb."),
    ("decline", "Leider kann ich dir dabei nicht helfen, ich habe im Moment gar keine Zeit."),
    ("decline", "Désolé, je ne peux pas t'aider en ce moment, je suis débordé."),
    ("decline", "Lo siento, ahora mismo no puedo ayudarte, no tengo tiempo."),
    ("decline", "Lamento, mas neste momento não posso ajudar."),
    ("decline", "Mi dispiace, in questo momento non posso aiutarti."),
    ("decline", "Het spijt me, ik kan je daar op dit moment niet mee helpen."),
]
ABSENT = [
    "Ich bin bis zum 4. Juni nicht im Büro und lese keine E-Mails.",
    "Je suis absent du bureau jusqu'au 4 juin et ne consulte pas mes messages.",
    "Estoy fuera de la oficina hasta el 4 de junio sin acceso al correo.",
    "Estou fora do escritório até 4 de junho, sem acesso ao correio.",
    "Sono fuori ufficio fino al 4 giugno e non leggo la posta.",
    "Ik ben tot 4 juni afwezig en lees mijn e-mail niet.",
]


@pytest.mark.parametrize(("kind", "text"), FOREIGN)
def test_six_more_languages_introduce_refer_and_decline(kind: str, text: str) -> None:
    copied = (PRIYA,) if kind == "introduction" else ()
    assert kind in kinds(detect(message(text, copied=copied, channel=Channel.EMAIL), ME))


@pytest.mark.parametrize("text", ABSENT)
def test_six_more_languages_say_that_somebody_is_away(text: str) -> None:
    """Even where nothing in the header says that a machine wrote it."""
    assert kinds(detect(message(text, subject="Re: a question"), ME)) == {"auto"}
