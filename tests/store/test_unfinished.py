"""Markers of work that was cut off: said once, not while the work goes on, and not when it did finish."""

import json
import subprocess
import sys

import pytest
from tests.store.cast import NOW, contact

from askwell import store
from askwell.domain.errors import Refused
from askwell.store import scope, unfinished, write

HOLD = """
import sys, time
from pathlib import Path
from askwell import store
from askwell.store import scope, unfinished
place = store.setup(Path(sys.argv[1]))
with scope.open("me"), unfinished.begun("import"):
    print("begun", flush=True)
    time.sleep(60)
"""


def leave(place: store.Place, kind: str, token: str = "none") -> None:
    (place.data / f"unfinished-{token}.json").write_text(json.dumps({"kind": kind, "token": token}))


def test_cut_off_work_is_said_once(embedded: store.Place) -> None:
    with scope.open("me"):
        leave(embedded, "import", "a")
        leave(embedded, "import", "b")
        leave(embedded, "merge", "c")
        assert unfinished.tell(embedded) == (
            "Your import did not finish. Nothing was changed.",
            "Joining two people did not finish. Nothing was changed.",
        )
        assert unfinished.tell(embedded) == ()


def test_work_whose_batch_is_there_did_finish(embedded: store.Place) -> None:
    with scope.open("me"):
        with unfinished.begun("import"):
            token = unfinished.token()
            with write.batch("import", "Import", now=NOW) as batch:
                write.add_people(batch, [write.PersonIn(contact())])
        leave(embedded, "import", token)
        assert unfinished.tell(embedded) == ()
    assert list(embedded.data.glob("unfinished-*")) == []


def test_work_that_goes_on_in_another_process_is_left_alone_until_that_is_killed(embedded: store.Place) -> None:
    with scope.open("me"):
        other = subprocess.Popen([sys.executable, "-c", HOLD, str(embedded.data)], stdout=subprocess.PIPE)
        assert other.stdout is not None
        assert other.stdout.readline() == b"begun\n"
        assert unfinished.tell(embedded) == ()
        other.kill()
        other.wait()
        other.stdout.close()
        assert unfinished.tell(embedded) == ("Your import did not finish. Nothing was changed.",)


def test_work_that_was_refused_leaves_no_marker(embedded: store.Place) -> None:
    def refuse() -> None:
        with unfinished.begun("import"):
            raise Refused("No")

    with scope.open("me"):
        with pytest.raises(Refused):
            refuse()
        assert (list(embedded.data.glob("unfinished-*")), unfinished.token()) == ([], "")


def test_begun_within_begun_is_one_work(embedded: store.Place) -> None:
    with scope.open("me"), unfinished.begun("import"):
        token = unfinished.token()
        with unfinished.begun("undo"):
            assert unfinished.token() == token
        assert len(list(embedded.data.glob("unfinished-*"))) == 1
