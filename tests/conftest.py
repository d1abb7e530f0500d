"""What all tests share: where the evaluation data lies, and corpora by others where they are at hand."""

import os
from pathlib import Path

import pytest

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
