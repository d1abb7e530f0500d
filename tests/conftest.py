"""What all tests share: where the evaluation data lies, and corpora by others where they are at hand."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.servers import real

os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # nobody's own keyring is touched

DATA = Path(__file__).parent / "eval" / "data"
CORPORA = Path(os.environ.get("ASKWELL_CORPORA") or Path(__file__).resolve().parents[2] / "shared" / "corpora")


@pytest.fixture(scope="session")
def eval_data() -> Path:
    """Labeled drafts and mail, and a whole search as real files with its truth."""
    return DATA


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Files by others: not part of the project, so a missing folder is said and passed over, in CI too."""
    if not CORPORA.is_dir():
        pytest.skip("the corpora folder is not at hand (set ASKWELL_CORPORA)")
    return CORPORA


@pytest.fixture(scope="session")
def mail_server() -> Iterator[real.MailServer]:
    """A real mail server on a free port of the loopback."""
    with real.mail_server() as running:
        yield running


@pytest.fixture(scope="session")
def dav_server() -> Iterator[real.DavServer]:
    """A real server of contacts and calendars on a free port of the loopback."""
    with real.dav_server() as running:
        yield running
