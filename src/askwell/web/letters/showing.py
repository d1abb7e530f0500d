"""A letter's page, shown: as she left it, or as she just posted it where something is to be mended."""

from dataclasses import replace

from django.http import HttpResponse

from askwell.web.letters.beside import Beside
from askwell.web.letters.posted import Posted
from askwell.web.letters.sheet import Sheet
from askwell.web.letters.shown import Shown
from askwell.web.letters.whom import Whom
from askwell.web.page import Request, show

PAGE = "ask/ask.html"
BELOW = ("look", "keep", "sent", "aside", "copy")  # where its forms and its script go


def as_left(request: Request, whom: Whom, shown: Shown, template: str = PAGE) -> HttpResponse:
    """The letter as she left it, or as it was made."""
    return _show(request, Sheet.of(request.desk, whom, shown), template)


def as_posted(request: Request, whom: Whom, shown: Shown, posted: Posted, *, fault: str) -> HttpResponse:
    """The letter with what stood in the fields just now, and what is to be mended."""
    sheet = Sheet.of(request.desk, whom, replace(shown, channel=posted.channel, left=posted.left))
    kept = replace(posted.as_kept(whom, posted.text), revision=posted.revision)
    said = {"typed": posted.to, "guess": posted.guess, "fault": fault}
    return _show(request, replace(sheet, kept=kept), PAGE, status=422, **said)


def _show(request: Request, sheet: Sheet, template: str, *, status: int = 200, **said: object) -> HttpResponse:
    path, shown = sheet.whom.path, sheet.shown
    below = {end: shown.at(f"{path}/{end}") for end in BELOW}
    told = {"sheet": sheet, "beside": Beside(sheet), "here": shown.at(path), "below": below, **said}
    return show(request, template, status=status, **told)
