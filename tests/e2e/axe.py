"""What axe finds on a page: WCAG 2.0 to 2.2, A and AA, and best practice."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def _axe() -> str:
    return (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")


def findings(page: Page) -> list[str]:
    """Each fault with the place where it is; that axe has looked at all is made sure of."""
    page.evaluate(_axe())
    told: dict[str, Any] = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)
    assert told["passes"], "axe has looked at nothing"
    return [
        f"{fault['id']} at {node['target']}: {node['failureSummary']}"
        for fault in told["violations"]
        for node in fault["nodes"]
    ]


def scrolls_sideways(page: Page) -> bool:
    """Whether there is more page than window to the side."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
