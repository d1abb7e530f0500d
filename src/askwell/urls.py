"""The addresses of all pages; each page module names its own."""

from importlib import import_module

PAGES = ("applications", "progress", "thanks", "today", "undo")

urlpatterns = [address for page in PAGES for address in import_module(f"askwell.web.pages.{page}").urls]
