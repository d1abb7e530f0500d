"""Today: a short list with reasons and ready words, that can be finished."""

from django.http import HttpResponse
from django.urls import path

from askwell.actions import day
from askwell.web.page import Request, go, show


def home(request: Request) -> HttpResponse:
    return go("today")


def today(request: Request) -> HttpResponse:
    look = day.look(request.desk)
    return show(request, "today/today.html", look=look)


urls = [path("", home, name="home"), path("today", today, name="today")]
