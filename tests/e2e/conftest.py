"""The browser of the walks through the pages; without Chromium they are skipped, which is a failure with CI=true."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.e2e import folders
from tests.e2e.browser import chromium, launch
from tests.web.running import App, running

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.settings")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for a file of tests: its loop runs in this thread until it is closed, and no store can be opened there."""
    if chromium() is None:
        words = "Chromium is missing: no walks through the pages (Debian: sudo apt-get install chromium)"
        pytest.fail(words) if os.environ.get("CI") else pytest.skip(words)
    with sync_playwright() as playwright:
        found = launch(playwright)
        yield found
        found.close()


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """The app on an empty folder. A file of tests may put another in its place, such as one for all of them."""
    with running(tmp_path / "data", "--port", "0") as found:
        yield found


@pytest.fixture(scope="session")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the whole search of Dana Whitfield in it, to be copied."""
    data = tmp_path_factory.mktemp("searched") / "data"
    folders.whole_search(data)
    return data


@pytest.fixture(scope="module")
def search(searched: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The app on a copy of the whole search, on the day it ends; one for a file of tests."""
    data = tmp_path_factory.mktemp("search") / "data"
    with running(shutil.copytree(searched, data), "--port", "0", "--now", folders.NOW) as found:
        yield found
