"""Everything that did not come in with one delivery, as a list to take along."""

from django.http import Http404, HttpResponse

from askwell.web.bringing.counting import list_of
from askwell.web.jobs.book import book_of
from askwell.web.page import Request


def left_out(request: Request, job: str) -> HttpResponse:
    found = book_of(request.desk).find(request.desk, job)
    if found is None or found.outcome is None or found.outcome.receipt is None:
        raise Http404
    mark = "\ufeff"  # by which spreadsheets tell UTF-8
    words = list_of(found.outcome.receipt, found.job.files)
    answer = HttpResponse(mark + words, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="Left out.csv"'
    return answer
