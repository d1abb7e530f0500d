"""Who is named is pointed to only where there is something to do with the name; who is copied to talk is introduced."""

import pytest
from tests.guide.test_cues import kinds, message

from askwell.domain.people import Party
from askwell.guide.cues import detect
from askwell.guide.cues.people import team

ME = frozenset({"alex@example.com"})
NELL = Party("Nell Varga", "nell@varga.example")


def told(text: str, *, subject: str = "Re: your question", copied: tuple[Party, ...] = ()) -> set[str]:
    return kinds(detect(message(text, subject=subject, copied=copied), ME))


@pytest.mark.parametrize(
    "text",
    [
        "I was coached by Irma Falk and she never let a comma pass.",
        "We served under Colonel Abbas, he is ninety now and still rides.",
        "I know the woman who runs the labs, Greta Voss, we climb together. Let me ask her what she makes of it.",
        "Your cousin Fred got engaged to a manager at the mill.",
        "I asked Paula Gerber if she would see you, and she'd rather not at the moment.",
        "We had dinner with Tim Orr last week and he talked of nothing but boats.",
        "I'll recommend you to Sara Blom when we meet at the fair.",
    ],
)
def test_whoever_is_only_told_of_is_no_referral(text: str) -> None:
    assert "referral" not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "I was coached by Irma Falk at the tax office. Ask her, and tell her I sent you.",
        "I used to work under Greta Voss at the labs. She'd tell you how they hire, and she's fine with you writing.",
        "Have you met Teo Brandt? Head of freight at Solvik. You'd like each other. Look him up.",
        "I don't know who decides that now. It's Amal Haddad, I think. She'd know, and she is generous with her time.",
    ],
)
def test_a_hint_of_what_to_do_with_the_name_makes_it_one(text: str) -> None:
    assert "referral" in told(text)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: dentist", "Ours is Dr. Keller, very calm. Call and ask for Mina, tell her you know me."),
        ("Re: basement", "Talk to Hugo Stern, he dried out ours. Say I sent you."),
        ("Re: violin for Max", "Ms. Albrecht is patient, you should get in touch with her. She has Mondays free."),
    ],
)
def test_what_is_asked_for_the_house_or_the_teeth_points_to_nobody(subject: str, text: str) -> None:
    assert "referral" not in told(text, subject=subject)


@pytest.mark.parametrize(
    "text",
    [
        "Gladly. Nell (copied) will send you a few dates for a call.",
        "Tuesday at two then. Nell, please book a room and a badge.",
        "I have copied Nell, who keeps my diary.",
        "I'd rather leave it. Nell is copied so that it is on file.",
    ],
)
def test_who_is_copied_to_find_a_date_is_introduced_to_nobody(text: str) -> None:
    assert "introduction" not in told(text, subject="Re: Re: Introduction to Mr. Gal?", copied=(NELL,))


@pytest.mark.parametrize(
    "text",
    [
        "I have copied Nell, who leads our planning. Nell, Alex is the analyst I told you of.",
        "Nell is on copy. The two of you can find a date yourselves.",
    ],
)
def test_who_is_copied_to_talk_is_introduced_though_the_subject_is_of_an_answer(text: str) -> None:
    assert "introduction" in told(text, subject="Re: Introduction?", copied=(NELL,))


def test_a_team_without_a_word_of_whose_is_no_team_to_talk_to() -> None:
    assert team("12:00 Lunch with the team") == ""
    assert team("Talk to the pricing team.") == "pricing team"
    assert team("Talk to the team at Solvik.") == "team at Solvik"


def named(text: str) -> list[tuple[str, ...]]:
    """Who is pointed to."""
    return [cue.people for cue in detect(message(text, subject="Re: your question"), ME) if cue.type == "referral"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("If I were you I'd go and knock on Bob Tran's door, he runs the store and he likes questions.", ("Bob Tran",)),
        ("You should talk to Wes Lindholm (Arrow Cold), tell him I sent you.", ("Wes Lindholm",)),
        ("Ey Alex, you should call Rosalind Teague on the third floor, say I sent you.", ("Rosalind Teague",)),
        ("Wed the 18th I'm off. You should talk to Nora Pell at Kestrel, say I sent you.", ("Nora Pell",)),
        ("You want Ada Roe, the one who wrote The Patient Dock. Write to her, she knows of you.", ("Ada Roe",)),
        ("Écrivez-lui de ma part: Marc Delaunay, au service achats, vous devriez le contacter.", ("Marc Delaunay",)),
        (
            "Don't bother with Dave. You should talk to Nora Pell, she has the budget now, say I sent you.",
            ("Nora Pell",),
        ),
    ],
)
def test_firms_books_days_greetings_and_whoever_is_to_be_left_alone_are_not_pointed_to(
    text: str, people: tuple[str, ...]
) -> None:
    assert named(text) == [people]


def test_a_firm_that_somebody_left_for_is_no_person() -> None:
    assert not named("He left for Ridgeway in the fall and they made him head of the whole Midwest by Christmas.")


def test_a_first_name_alone_says_less_than_a_full_one() -> None:
    lone = "Torsten in the yard knows how they hire there and likes a visit."
    full = lone.replace("Torsten", "Torsten Falk")
    sure = {
        text: [c.confidence for c in detect(message(text, subject="Re: x"), ME) if c.people] for text in (lone, full)
    }
    assert sure[full]
    assert max(sure[lone], default=0.0) < sure[full][0]
