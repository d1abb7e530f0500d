"""What axe finds on a page: WCAG 2.0 to 2.2, A and AA, and best practice."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from tests.e2e.browser import HEIGHT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FORMS = ((1280, False), (1280, True), (390, False), (390, True))  # width, and whether it is dark
NARROW = ((320, True),)
LOOK = """tags => axe.run({runOnly: tags, resultTypes: ["violations"]}).then(told => ({
    seen: told.passes.length,
    faults: told.violations.flatMap(fault => fault.nodes.map(
        node => `${fault.id} at ${node.target}: ${node.failureSummary}`)),
}))"""


@cache
def _axe() -> str:
    return (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")


def findings(page: Page) -> list[str]:
    """Each fault with the place where it is; that axe has looked at all is made sure of."""
    page.wait_for_load_state()
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    told: dict[str, Any] = page.evaluate(LOOK, TAGS)
    assert told["seen"], "axe has looked at nothing"
    return list(told["faults"])


def scrolls_sideways(page: Page) -> bool:
    """Whether there is more page than window to the side."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def faults(page: Page, *, forms: Iterable[tuple[int, bool]] = (*FORMS, *NARROW)) -> list[str]:
    """What axe finds, and scrolling sideways, as the page stands, in each of some forms: told with the form."""
    found: list[str] = []
    for width, dark in forms:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme="dark" if dark else "light")
        seen = [*findings(page), *(["it scrolls sideways"] if scrolls_sideways(page) else [])]
        found += [f"{width}{' dark' if dark else ''}: {fault}" for fault in seen]
    return found
