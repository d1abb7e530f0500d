"""What a message tells: our own sentences for each kind, and the laws that hold for any text."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bounds import bounded

from askwell.domain.cues import Cue, CueType
from askwell.domain.messages import Channel, Message, Writer
from askwell.domain.people import Origin, Party
from askwell.guide.cues import detect
from askwell.guide.cues.plain import plain_words, sentences
from askwell.sources.mail import read_message

ME = frozenset({"alex@example.com", "in/alex-moreau"})
ALEX = Party("Alex Moreau", "alex@example.com")
LOUISE = Party("Louise Hart", "louise@hart.example")
PRIYA = Party("Priya Raman", "priya@raman.example")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def message(text: str, *, sender: Party = LOUISE, to: Sequence[Party] = (ALEX,), **more: object) -> Message:
    made = {"origin": Origin("a.eml", 1, "<1@hart.example>"), "at": NOON, "channel": Channel.EMAIL, "text": text}
    return Message(sender=sender, to=tuple(to), **{**made, **more})  # type: ignore[arg-type]


def kinds(cues: Sequence[Cue]) -> set[str]:
    return {cue.type.value for cue in cues}


class Case(NamedTuple):
    types: frozenset[str]
    people: tuple[str, ...]
    message: Message


def _party(text: str) -> Party:
    name, _, rest = text.partition(" <")
    return Party(name, rest.rstrip(">"))


def _case(block: str) -> Case:
    head, _, text = block.partition("\n")
    direction, types, *rest = (part.strip() for part in head.split("|"))
    options = {name: value.strip() for name, _, value in (one.partition(":") for one in rest)}
    other = _party(options["to"]) if "to" in options else LOUISE
    sender, to = (other, ALEX) if direction == "in" else (ALEX, other)
    third = (_party(options["third"]),) if "third" in options else ()
    made = message(text.strip(), sender=sender, to=(to,), copied=third, subject=options.get("subject", ""))
    people = tuple(p.strip() for p in options.get("people", "").split(";") if p.strip())
    return Case(frozenset(types.split(", ")) - {"nothing"}, people, made)


BLOCKS = (Path(__file__).parent / "cue_cases.txt").read_text(encoding="utf-8").split("## ")[1:]


@pytest.mark.parametrize("block", BLOCKS, ids=[b.partition("\n")[2].strip()[:50] for b in BLOCKS])
def test_a_message_tells_what_a_reader_would_say(block: str) -> None:
    case = _case(block)
    cues = detect(case.message, ME)
    assert kinds(cues) == case.types
    pointing = [p for c in cues if c.type in {CueType.INTRODUCTION, CueType.REFERRAL} for p in c.people]
    assert set(pointing) == set(case.people)


def test_the_evidence_is_a_piece_of_the_message_and_sure_is_nine_tenths() -> None:
    text = "Hi Alex,\n\nYou should talk to Martin Shaw at Bellweather. Tell him I sent you.\n\nLouise"
    (cue,) = detect(message(text, subject="Re: a question"), ME)
    assert cue.evidence == "You should talk to Martin Shaw at Bellweather."
    assert cue.confidence >= 0.9
    assert cue.about == "use-my-name"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("You should really talk to Martin Shaw at Bellweather, he runs planning there.", "name"),
        ("Talk to Martin Shaw at Bellweather and say I sent you.", "use-my-name"),
        ("I forwarded your resume to Martin Shaw in our talent team.", "forwarded"),
        ("I put you into our referral system, and the one who hires is Martin Shaw.", "employee-referral"),
    ],
)
def test_the_kind_of_a_referral_is_told(text: str, about: str) -> None:
    found = [cue for cue in detect(message(text), ME) if cue.type is CueType.REFERRAL]
    assert [(cue.about, cue.people) for cue in found] == [(about, ("Martin Shaw",))]


def test_an_attached_card_is_a_name_given() -> None:
    made = message("Here you go, he is the one.", cards=(Party("Martin Shaw", "mshaw@bellweather.example"),))
    assert [c.people for c in detect(made, ME) if c.type is CueType.REFERRAL] == [("mshaw@bellweather.example",)]


def test_a_forwarded_letter_of_hers_with_her_in_copy_is_a_forwarded_introduction() -> None:
    text = "Priya, this is the analyst I told you about. Alex, Priya knows the rest, you two should talk."
    letter = message(text, to=(PRIYA,), copied=(ALEX,), subject="Fwd: my search", forwarded="Dear Louise, I am looking")
    (cue,) = (c for c in detect(letter, ME) if c.type is CueType.INTRODUCTION)
    assert (cue.about, cue.people) == ("forwarded", ("priya@raman.example",))


def test_a_third_person_alone_is_no_introduction_and_words_alone_are_none() -> None:
    assert not detect(message("The agenda for the call is below.", copied=(PRIYA,)), ME)
    assert "introduction" not in kinds(detect(message("Let me introduce you to our new pricing."), ME))


def test_an_answer_in_the_thread_of_an_introduction_is_no_new_one() -> None:
    first = message("Alex, please meet Priya. Priya, Alex is the analyst.", copied=(PRIYA,))
    answer = message("Alex, shall we say Tuesday? Priya", sender=PRIYA, copied=(LOUISE,), thread=("<1@hart.example>",))
    assert "introduction" in kinds(detect(first, ME))
    assert "introduction" not in kinds(detect(answer, ME, earlier=(first,)))


def test_linkedin_messages_are_read_too_by_profile() -> None:
    alex, lou = Party("Alex Moreau", "in/alex-moreau"), Party("Louise Hart", "in/louise-hart")
    text = "Could you tell me which of the two certificates hospitals take seriously?"
    sent = message(text, sender=alex, to=(lou,), channel=Channel.LINKEDIN)
    assert kinds(detect(sent, ME)) == {"ask"}
    came = message("You should talk to Martin Shaw at Bellweather.", sender=lou, to=(alex,), channel=Channel.LINKEDIN)
    assert kinds(detect(came, ME)) == {"referral"}


def test_a_linkedin_group_conversation_can_introduce() -> None:
    alex, priya = Party("Alex Moreau", "in/alex-moreau"), Party("Priya Raman", "in/priya-raman")
    text = "Alex, meet Priya. Priya, Alex is the planner from the story. Over to you two!"
    (cue,) = detect(message(text, to=(alex, priya), channel=Channel.LINKEDIN), ME)
    assert (cue.type, cue.people) == (CueType.INTRODUCTION, ("in/priya-raman",))


@pytest.mark.parametrize(
    "sender",
    [
        Party("Freight News", "newsletter@freight.example"),
        Party("Norvik Jobs", "jobs@norvik.example"),
        Party("Service", "service@garage.example"),
    ],
)
def test_offices_and_newsletters_tell_nothing(sender: Party) -> None:
    text = "You should talk to Martin Shaw, tell him we sent you. We'd love to introduce you to our new editor."
    assert not detect(message(text, sender=sender), ME)


def test_bulk_mail_and_announcements_tell_nothing() -> None:
    text = "Dear members, please meet our new manager Colin Frith. You should talk to him. Unsubscribe here."
    assert not detect(message(text, to=(Party("", "members@club.example"),)), ME)
    assert not detect(message(text, writer=Writer.BULK), ME)


def test_a_machine_that_names_a_colleague_is_only_a_machine() -> None:
    text = "I am out of the office until Monday. For urgent matters talk to Martin Shaw, mshaw@hart.example."
    assert kinds(detect(message(text, subject="Automatic reply: a question", writer=Writer.MACHINE), ME)) == {"auto"}


def test_a_talk_of_vacation_is_no_absence_note() -> None:
    assert "auto" not in kinds(detect(message("We loved Crete, photos below.", subject="Vacation photos"), ME))


def test_quotes_and_signatures_carry_no_event() -> None:
    raw = (
        b"From: Louise Hart <louise@hart.example>\r\nTo: Alex Moreau <alex@example.com>\r\nSubject: Re: names\r\n"
        b"Date: Mon, 2 Mar 2026 12:00:00 +0000\r\nMessage-ID: <2@hart.example>\r\n\r\nHa, ok.\r\n\r\n"
        b"On Sun, 1 Mar 2026 at 9:00, Alex Moreau <alex@example.com> wrote:\r\n"
        b"> You should talk to Martin Shaw at Bellweather. Tell him I sent you.\r\n\r\n"
        b"-- \r\nLouise Hart\r\nHappy to introduce you to my clients. Ask me about referrals.\r\n"
    )
    assert not detect(read_message(raw, origin=Origin("b.eml", 1)), ME)


def test_the_same_words_mean_different_things_in_and_out() -> None:
    text = "I'd be glad to read your thesis chapter, just send it over."
    assert kinds(detect(message(text), ME)) == {"offer"}
    assert kinds(detect(message(text, sender=ALEX, to=(LOUISE,)), ME)) == {"given"}


def test_no_mail_to_offices_is_an_ask_or_thanks() -> None:
    shop = Party("Support", "support@shop.example")
    assert not detect(
        message("Could you tell me where my order is? Thanks for the parcel.", sender=ALEX, to=(shop,)), ME
    )


def test_no_shape_of_the_wording_is_without_use() -> None:
    from askwell.guide.cues import wording
    from askwell.guide.cues.shapes import tagger

    for name in ("received", "pointing", "sent", "either", "languages"):
        rows = wording.shapes(name)
        assert len({(row.tag, row.text) for row in rows}) == len(rows), name
        assert tagger(name)


def test_plain_form_writes_contractions_out_and_drops_accents() -> None:
    assert plain_words("I’ll pass it on—can't wait, José!") == "i will pass it on can not wait jose".split()


def test_sentences_know_titles_lists_and_wrapped_lines() -> None:
    text = "Ask Dr. Novak at Medipath about it, she is the one who knows the\nwhole story.\n2. Rest.\n- One\n- Two"
    assert [s.text for s in sentences(text)] == [
        "Ask Dr. Novak at Medipath about it, she is the one who knows the\nwhole story.",
        "2. Rest.",
        "- One",
        "- Two",
    ]


HOSTILE = {
    "dots": "." * 100_000,
    "commas": "a, " * 33_000,
    "offers": "I will send you " * 6_000,
    "names": "Talk To Jane Roe " * 6_000,
    "addresses": "a@b." * 25_000,
    "blank": " \n" * 50_000,
    "questions": "Could you tell me? " * 5_000,
    "marks": "?!.;:" * 20_000,
    "one word": "x" * 100_000,
    "teams": "the " * 25_000,
    "times": "Monday at 3 or Tuesday at 4 works " * 3_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("sender", [LOUISE, ALEX], ids=["in", "out"])
def test_hostile_texts_take_no_time(text: str, sender: Party) -> None:
    detect(message("Talk to Jane Roe. Could you tell me?", sender=sender), ME)
    to = ALEX if sender is LOUISE else LOUISE
    made = message(text, sender=sender, to=(to,), copied=(PRIYA,), subject=text)
    detect(made, ME)
    with bounded():
        detect(made, ME)


WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "I will pass your CV on to Jane Roe at Acme. Tell her I sent you! Thanks for the intro, Dr. could you meet"
        " Tuesday at 3? (see) jane@acme.example — 1. Ça va: «sí» we can't; moving Louise to bcc \n\n Priya, meet Alex."
        " 15.00 €",
    )
)
TEXTS = st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=60).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, subject=TEXTS, out=st.booleans(), third=st.booleans())
def test_any_text_is_read_and_evidence_and_names_stand_in_it(
    *, text: str, subject: str, out: bool, third: bool
) -> None:
    sender, to = (ALEX, LOUISE) if out else (LOUISE, ALEX)
    made = message(text, sender=sender, to=(to,), copied=(PRIYA,) if third else (), subject=subject)
    for cue in detect(made, ME):
        assert cue.evidence
        assert cue.evidence in text or cue.evidence in subject
        assert 0 < cue.confidence <= 1
        for person in cue.people:
            assert person == PRIYA.handle or person.lower() in text.lower()
        if cue.type not in {CueType.INTRODUCTION, CueType.REFERRAL}:
            assert not cue.people
