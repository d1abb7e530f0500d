"""The scripts of training are no part of the package, so the tests are told where they stand."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
