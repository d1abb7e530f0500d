"""Applications: entered by hand, and how far each has come, which is news for those who helped."""

from datetime import date
from typing import ClassVar

from django import forms
from django.http import HttpResponse

from askwell.actions import applications as applying
from askwell.domain.errors import Refused
from askwell.domain.search import Stage
from askwell.web.page import Request, change, changed, show
from askwell.web.words_field import Written

STAGES = {stage: words.capitalize() for stage, words in applying.WORDS.items()}


class ApplicationForm(forms.Form):
    """A company, a job, and how far it has come."""

    CHOICES: ClassVar = [(stage.value, words) for stage, words in STAGES.items()]

    company = Written(label="Company", max_length=200)
    title = Written(label="Job", max_length=200)
    status = forms.ChoiceField(label="How far it has come", choices=CHOICES, initial=Stage.APPLIED.value)


def applications(request: Request) -> HttpResponse:
    form = ApplicationForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = form.cleaned_data
        try:
            done = applying.applied(request.desk, told["company"], told["title"], status=told["status"])
            return changed(request, done, to="applications")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    listed = sorted(applying.list_applications(request.desk), key=lambda one: one.applied or date.min, reverse=True)
    known = [(one, STAGES[one.stage]) for one in listed]
    told = {"form": form, "known": known, "stages": ApplicationForm.CHOICES}
    return show(request, "applications/applications.html", status=422 if form.is_bound else 200, **told)


@change
def stage(request: Request) -> HttpResponse:
    """How far one of them has come now."""
    told = request.POST
    far = told.get("status", Stage.APPLIED.value)
    if far not in STAGES:
        raise Refused("That is not a step of an application. Choose one from the list.")
    done = applying.applied(request.desk, told.get("company", ""), told.get("title", ""), status=far)
    return changed(request, done, to="applications")
