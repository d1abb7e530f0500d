"""The workshop as fields: the five questions, what she is good at, what has to be right, and her last job."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from askwell.actions.workshop import last_job
from askwell.domain.goals import Goals, Position
from askwell.web import blanks
from askwell.web.kept_form import KeptForm
from askwell.web.words_field import Written

LONGEST, A_LINE = 4000, 300
QUESTIONS = ("manager", "hundred", "ten_minutes", "problems", "say_back")
JOB = ("job_title", "job_company", "job_since", "job_until")
NO_DAY = "Write a day such as 2026-03-01, or leave it out."
NO_COMPANY = "Write where it was, too: letters say both."
NOT_BEFORE = "It ended before it began. Look at the two days."


def _line(label: str, help_text: str = "", *, longest: int = A_LINE) -> Written:
    return Written(required=False, max_length=longest, label=label, help_text=help_text)


def _lines(label: str, help_text: str, *, rows: int = 3) -> Written:
    area = forms.Textarea(attrs={"rows": rows})
    return Written(required=False, max_length=LONGEST, label=label, help_text=help_text, widget=area)


def _day(label: str, help_text: str = "") -> forms.DateField:
    return forms.DateField(
        required=False,
        label=label,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": NO_DAY},
    )


class WorkshopForm(KeptForm):
    """What she leaves alone stays as it is kept; see `kept_form`."""

    manager = _line("Name and organization", "Such as: Ines Okafor at Tidewell.")
    hundred = _line("Companies", "With commas between, the best first.", longest=LONGEST)
    ten_minutes = _lines("What I would say first", "A line or two, as you would say it.", rows=2)
    problems = _lines("Problems, one on a line", "Up to three, as somebody who has them would put it.")
    say_back = _lines("What they said", "One on a line: the name, a colon, and their own words.")

    strengths = _line("What you are good at", "With commas between.", longest=LONGEST)
    limits = _lines(
        "What has to be right", "One on a line: “Salary: 70,000”, “Remote: two days”, “Visa”. Only you see it.", rows=4
    )
    job_title = _line("As what")
    job_company = _line("Where")
    job_since = _day("From")
    job_until = _day("Until, if you left")

    def __init__(self, data: Mapping[str, Any] | None, *, goals: Goals) -> None:
        super().__init__(data, kept=shown(goals), auto_id="%s")
        self.goals = goals

    def clean(self) -> None:
        super().clean()
        told = self.cleaned_data
        if self.errors:
            return
        if told.get("job_title") and not told.get("job_company"):
            self.add_error("job_company", NO_COMPANY)
        since, until = told.get("job_since"), told.get("job_until")
        if since and until and until < since:
            self.add_error("job_until", NOT_BEFORE)

    def answers(self) -> dict[str, str]:
        """Her answers, those she changed."""
        return {name: _neat(words) for name, words in self.changed().items() if name in QUESTIONS}

    def job(self) -> Position | None:
        """Her last job as she tells it now; None where she left it alone, without a company where she took it out."""
        told = self.cleaned_data
        if not any(name in self.changed() for name in JOB):
            return None
        since: date | None = told.get("job_since")
        until: date | None = told.get("job_until")
        company, title = (" ".join(told.get(name, "").split()) for name in ("job_company", "job_title"))
        return Position(company, title, since, until, own=True)

    def more(self) -> dict[str, Any]:
        """Other goals that she changed, by their names."""
        new, told = self.changed(), dict[str, Any]()
        if "strengths" in new:
            told["strengths"] = blanks.listed(new["strengths"], known=self.goals.strengths)
        if "limits" in new:
            told["limits"] = blanks.limits(new["limits"])
        return told


def shown(goals: Goals) -> dict[str, Any]:
    """Her goals as the fields show them."""
    told: dict[str, Any] = {name: goals.clarity.get(name, "") for name in QUESTIONS}
    told |= {"strengths": blanks.in_a_row(goals.strengths), "limits": blanks.limits_in_lines(goals.limits)}
    job = last_job(goals) or Position("", "")
    return {**told, **dict(zip(JOB, (job.title, job.company, job.since, job.until), strict=True))}


def _neat(text: str) -> str:
    """Each line without blanks too many, and no empty ones."""
    return "\n".join(line for one in text.splitlines() if (line := " ".join(one.split())))
