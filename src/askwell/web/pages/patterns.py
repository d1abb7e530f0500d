"""The page of patterns: every part once, made from the same templates as the pages. All people are made up."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse

from askwell.guide.forecast.told import Forecast, Pace, Span, Week
from askwell.web.kept_form import Clash
from askwell.web.page import Request, show
from askwell.web.parts import Act, Fact, Line, Moment, Option, Part, Rung
from askwell.web.parts.fan import fan
from askwell.web.parts.tree import Twig
from askwell.web.words_field import Written

HERE = "/patterns"
REST = [
    Act("Later today", post=HERE, name="rest", value="later"),
    Act("Someone else instead", post=HERE, name="rest", value="other"),
    Act("Not this person", post=HERE, name="rest", value="never"),
    Act("Already done in person", post=HERE, name="rest", value="done"),
]
N, C, D, O = "named", "conversation", "decider", "opening"  # noqa: E741 - as the dots are drawn
STAGES = [N, N, C, N, C, N, D, N, C, N, C, N, N, N, C, D, C, N, N, O, C, N, C, N, N, D, N, C, N, N, C, O, N, N, C, D, C]
SWATCHES = {
    "desk": "Desk",
    "paper": "Paper",
    "letter": "Letter",
    "well": "Well",
    "ink": "Ink",
    "ink-2": "Ink, thinned",
    "pencil": "Pencil",
    "pen": "Pen",
    "wash": "Pen wash",
    "mark": "Highlighter",
    "fault": "Fault",
}
FACES = (
    "Ana Lindqvist",
    "Zoë",
    "Дарья Соколова",
    "Ελένη Κ.",
    "王小明",
    "김민준",
    "ليلى حداد",
    "דנה לוי",
    "प्रिया",
    "🌻",
)


class Sample(forms.Form):
    """Two fields as Django has them: one that is fine, one with a fault."""

    role = Written(label="The work you look for", help_text="Words a stranger could repeat.")
    address = forms.EmailField(
        label="Ana’s address",
        error_messages={"invalid": "The part after the @ is not complete. Perhaps example.com?"},
    )


class Marked:
    """A marked place, as a finding has it."""

    def __init__(self, text: str, words: str) -> None:
        self.start = text.index(words)
        self.end = self.start + len(words)


LETTER = "Thank you for the advice, Inés. Sorry for being slow. I start the certificate on Monday."
QUOTE = "Mei Tanaka runs spare parts at Brightmoor now. Talk to her."


def _twigs() -> list[Twig]:
    vera = Twig("Vera Kohl", O, "/people")
    lars = Twig("Lars Vik", N)
    adam = Twig("Adam Hale", C, "/people", (vera, Twig("Ingrid Moe", C, "/people", (lars,))))
    silke = Twig("Silke Frost", C, "/people", (Twig("Kerstin Holm", C), Twig("Ravi Patel", N)))
    sofie = Twig("Sofie Brandt", C, "/people", (Twig("Marc Dubois", D),))
    return [
        Twig("Margaret Hale", href="/people", twigs=(adam,)),
        Twig("Ben Whitlock", href="/people", twigs=(silke, sofie, Twig("Dana Ruiz", N))),
        Twig("ليلى حداد", href="/people", twigs=(Twig("Fenwick & Lowe, the energy desk in Leeds", N),)),
    ]


def _fields() -> dict[str, Any]:
    ways_known = ("Worked together", "Friend", "Family", "Former boss", "School", "Other")
    return {
        "sample": Sample(
            {"role": "supply planning in wind energy", "address": "ana.lindqvist@example"}, auto_id="s-%s"
        ),
        "clash": Clash("p-line", "One true line about Ana", "We shared a desk at Meridian, from 2019 on."),
        "known": [Option(words, words.lower()) for words in ways_known],
        "filters": [
            Option("Everybody", "all", "/people", 214),
            Option("At a place I named", "target", "/people?show=target", 9),
            Option("Have helped", "allies", "/people?show=allies", 14),
        ],
    }


def _rows() -> dict[str, Any]:
    return {
        "rest": REST,
        "tell": Act("Tell Inés", href=HERE),
        "ask_ana": Act("Ask Ana", href=HERE),
        "thank": Act("Say thank you", href=HERE),
        "change": Act("Change the words", href=HERE),
        "done": [("Chi Nguyen knows how the interview went. 9:12", Act("Undo", post=HERE, about="Chi Nguyen"))],
        "aside": [("Write to Dana Ruiz, tomorrow", Act("Bring back", post=HERE, about="Dana Ruiz"))],
        "answers": [
            Act("Yes, add Mei", post=HERE, name="answer", value="yes"),
            Act("Just a reply", post=HERE, name="answer", value="reply", about="Owen Clarke"),
            Act("Not about this", post=HERE, name="answer", value="no", about="Owen Clarke"),
        ],
        "history": [
            ("Today at 10:42", "Added Mei Tanaka.", Act("Undo", post=HERE, about="Mei Tanaka")),
            (
                "Yesterday at 17:20",
                "Brought 640 people from connections.csv.",
                Act("Undo", post=HERE, about="640 people"),
            ),
            ("March 3 at 9:05", "Rested Joel Baptiste until April 7. Undone since.", None),
        ],
        "take": [Act("Save a folder", post=HERE)],
        "ways": [
            ("She made the move you hope to make", "From food into wind, in 2023."),
            ("She knows how planners are hired there", "Three years inside Tidewell Energy, a place you named."),
        ],
    }


def _records() -> dict[str, Any]:
    return {
        "receipt": [
            Line("New", 640),
            Line("Already here", 150),
            Line("Could not be read", 22),
            Line("In the file", 812, sum=True),
        ],
        "moments": [
            Moment("Yesterday", "Ben told you to talk to Dana Ruiz", inked=True, href="/people"),
            Moment("March 3", "You asked which firms plan their own spare parts"),
            Moment("February 12", "Ben read your résumé", inked=True),
        ],
        "week": [
            {
                "when": "Monday, March 9",
                "time": "10:40",
                "said": "Asked Ana Lindqvist for advice, by mail.",
                "name": "Ana Lindqvist",
                "company": "Tidewell Energy",
            },
            {
                "when": "Wednesday, March 11",
                "said": "Wrote to Dana Ruiz.",
                "name": "Dana Ruiz",
                "company": "Harrow Wind",
            },
        ],
        "left": [
            Fact("Address", ("ana.lindqvist@example.com",)),
            Fact("Works at", ("Tidewell Energy",), same=True),
            Fact("From", ("connections.csv", "your mail")),
        ],
        "right": [Fact("Address"), Fact("Works at", ("Tidewell Energy",), same=True), Fact("From", ("addresses.vcf",))],
        "steps": [
            "Open LinkedIn on this computer and sign in.",
            "Go to Settings, then Data privacy, then Get a copy of your data.",
            "Choose “Connections” and ask for the archive. It comes by mail in a few minutes.",
        ],
    }


def _forecast() -> Forecast:
    """37 referrals, on the way to 100 by the summer."""
    spread = (0.7, 0.87, 1.0, 1.15, 1.4)
    weeks = (Week(at, *(37 + 4 * at * far for far in (*spread, 0.25, 1.2))) for at in range(53))
    none = Span(None, None, None)
    return Forecast(
        paces=(Pace("present", 20, Span(11.2, 15.8, 22.5), none),),
        moves=(),
        fan=tuple(weeks),
        referrals=37,
        asks=46,
        searches=2000,
        past=(1, 3, 7, 10, 15, 19, 26, 31, 37),
    )


def _pictures() -> dict[str, Any]:
    return {
        "stages": STAGES,
        "counts": {stage: STAGES.count(stage) for stage in (N, C, D, O)},
        "twigs": _twigs(),
        "parts": [
            Part("Open about the search", 96, 80, made_of="24 of 25 first letters said plainly that you are looking."),
            Part("Reaching further", 34, 30, next=True),
            Part("Following through", None, made_of="Nothing fell due in these weeks."),
        ],
        "fan": fan(_forecast(), today=date(2026, 3, 13)),
        "rungs": [
            Rung("Write to one person who likes you", "You wrote to Margaret on Sunday.", done=True),
            Rung(
                "Ask somebody you have not seen for a year",
                "They are glad to be remembered.",
                act=Act("Show me one", href=HERE),
            ),
            Rung("Ask somebody you barely know"),
            Rung("Talk with somebody who decides"),
        ],
    }


def patterns(request: Request) -> HttpResponse:
    return show(
        request,
        "patterns/patterns.html",
        swatches=SWATCHES,
        faces=FACES,
        letter=LETTER,
        goods=["Says what came of it"],
        spans=[Marked(LETTER, "Sorry for being slow.")],
        quote=QUOTE,
        told=[Marked(QUOTE, QUOTE)],
        today=Act("One more, if you like", href=HERE),
        keep=Act("Keep everything", href=HERE),
        **_fields(),
        **_rows(),
        **_records(),
        **_pictures(),
    )
