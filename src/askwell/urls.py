"""The addresses of all pages; each page module names its own."""

from importlib import import_module

PAGES = (
    "about",
    "add",
    "applications",
    "ask",
    "bring",
    "data",
    "goal",
    "made_up",
    "needs",
    "patterns",
    "people",
    "person",
    "progress",
    "replies",
    "sent",
    "sort",
    "thanks",
    "three_names",
    "today",
    "today_changes",
    "told",
    "undo",
    "week",
    "welcome",
)

urlpatterns = [address for page in PAGES for address in import_module(f"askwell.web.pages.{page}").urls]
