"""The browser of the walks through the pages; without Chromium they are skipped, which is a failure with CI=true."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.e2e.browser import App, chromium, launch, started


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if chromium() is None:
        words = "Chromium is missing: no walks through the pages (Debian: sudo apt-get install chromium)"
        pytest.fail(words) if os.environ.get("CI") else pytest.skip(words)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
        "1"  # Playwright's loop runs in this thread, and Django would take offense
    )
    with sync_playwright() as playwright:
        found = launch(playwright)
        yield found
        found.close()


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """The app on an empty folder."""
    with started(tmp_path / "data") as found:
        yield found
