"""The table of addresses: it loads no page, and every view that it names is there and takes what it is told."""

import inspect
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.urls import URLPattern
from tests.web.running import running

from askwell.urls import urlpatterns
from askwell.web import pages
from askwell.web.pages.person import PEACE
from askwell.web.pages.today_changes import WHOLE_DAY
from askwell.web.view import View

HEAVY = {"numpy", "fpdf"}
SECONDS = 30  # until all pages are loaded, which takes one
PAGE = "askwell.web.pages."


def view_of(address: URLPattern) -> View:
    assert isinstance(address.callback, View)
    return address.callback


@pytest.mark.parametrize("address", urlpatterns, ids=str)
def test_every_view_that_is_named_is_there_and_takes_what_its_address_tells(address: URLPattern) -> None:
    told = dict.fromkeys(re.findall(r"<\w+:(\w+)>", str(address.pattern)), "x")
    inspect.signature(view_of(address).behind).bind(object(), **told, **address.default_args)


def test_every_page_has_an_address_and_every_address_stands_in_the_table_alone() -> None:
    there = {file.stem for file in Path(pages.__path__[0]).glob("*.py")} - {"__init__"}
    assert {view_of(address).page for address in urlpatterns} == there
    routes = [str(address.pattern) for address in urlpatterns]
    assert len(routes) == len(set(routes))


def test_whatever_can_be_done_in_one_way_of_several_has_an_address_for_each() -> None:
    told = {
        (view.function, address.default_args["how"])
        for address in urlpatterns
        if (view := view_of(address)).function in {"whole_day", "peace"}
    }
    assert told == {("whole_day", how) for how in WHOLE_DAY} | {("peace", how) for how in PEACE}


def test_reversing_an_address_loads_no_page() -> None:
    code = (
        "import django, sys; django.setup(); from django.urls import reverse; reverse('today');"
        f"print([name for name in sys.modules if name.startswith('{PAGE}')])"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code],
        check=False, capture_output=True, text=True, env={**os.environ, "DJANGO_SETTINGS_MODULE": "askwell.settings"},
    )  # fmt: skip
    assert (loaded.stdout.strip(), loaded.stderr) == ("[]", "")


def test_today_comes_without_what_only_a_forecast_or_a_brief_on_paper_needs(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nor does what is loaded behind the first page, all other pages, bring it along."""
    end, told = time.monotonic() + SECONDS, ""
    with running(tmp_path, "--port", "0", PYTHONVERBOSE="1") as app:
        app.sign_in()
        assert app.get("/today").status == 200
        while f"import '{PAGE}patterns'" not in told and time.monotonic() < end:
            told += capfd.readouterr().err
            time.sleep(0.05)
    loaded = re.findall(r"^import '([\w.]+)'", told, re.MULTILINE)
    assert HEAVY.isdisjoint(name.partition(".")[0] for name in loaded)
    shown = [name for name in loaded if name.startswith(PAGE)]
    assert shown[0] == f"{PAGE}today"
    assert sorted(shown) == sorted({PAGE + view_of(address).page for address in urlpatterns})
