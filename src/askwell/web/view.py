"""A view by its name: its page is loaded when it is first asked for, so that the first page waits for no other."""

from collections.abc import Callable, Iterable
from functools import cached_property
from importlib import import_module
from threading import Event
from typing import Any, cast

from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, URLResolver

PAGES = "askwell.web.pages"
answered = Event()  # a page was made in this process


class View:
    """`named` says page and function, such as "today.home"."""

    def __init__(self, named: str) -> None:
        self.page, _, self.function = named.partition(".")

    def __call__(self, request: HttpRequest, **told: Any) -> HttpResponseBase:
        try:
            return self.behind(request, **told)
        finally:
            answered.set()

    @cached_property
    def behind(self) -> Callable[..., HttpResponseBase]:
        """The function itself."""
        page = import_module(f"{PAGES}.{self.page}")
        return cast("Callable[..., HttpResponseBase]", getattr(page, self.function))

    @property
    def csrf_exempt(self) -> bool:
        """Django asks a view whether it looks at the token of a form by itself."""
        return getattr(self.behind, "csrf_exempt", False)


def views(addresses: Iterable[URLPattern | URLResolver]) -> list[View]:
    """The views of these addresses."""
    return [one.callback for one in addresses if isinstance(one, URLPattern) and isinstance(one.callback, View)]
