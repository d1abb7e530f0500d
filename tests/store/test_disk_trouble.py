"""A full disk: nothing is changed, the sentence says so, reading goes on, and it works again once there is room."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.store.cast import NOW, contact

from askwell import store
from askwell.store import canon, scope, write

resource = pytest.importorskip("resource", reason="this system cannot limit the size of files")

CHILD = """
import json, resource, signal, sys
from datetime import datetime, UTC
from pathlib import Path
from askwell import store
from askwell.domain.errors import Refused
from askwell.domain.people import Contact
from askwell.store import canon, scope, undo, write

NOW = datetime(2026, 3, 27, tzinfo=UTC)
place = store.setup(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
LIMIT = resource.getrlimit(resource.RLIMIT_FSIZE)
people = [write.PersonIn(Contact("", f"Bo {n}", note="word " * 50)) for n in range(3000)]

def add():
    with write.batch("import", "Import", now=NOW) as batch:
        write.add_people(batch, people)

said = []
with scope.open("me"):
    for room in json.loads(sys.argv[2]):
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, LIMIT[1]))
        try:
            add()
        except Refused as refused:
            said.append(str(refused))
        resource.setrlimit(resource.RLIMIT_FSIZE, LIMIT)
    before = canon.export().decode()
    add()
    undo.undo(None, now=NOW)
    after = canon.export().decode()
store.close()
print(json.dumps([said, before, before == after]))
"""


def test_a_full_disk_changes_nothing_and_is_said(embedded: store.Place, tmp_path: Path) -> None:
    with scope.open("me"):
        with write.batch("import", "Import", now=NOW) as batch:
            write.add_people(batch, [write.PersonIn(contact(f"Ana {n}")) for n in range(300)])
        before = canon.export().decode()
    size = embedded.file.stat().st_size
    store.close()
    rooms = [0, 100, 4096, size // 2, size - 4096, size, size + 4096, size + 40_000, size + 200_000]
    told = subprocess.run(
        [sys.executable, "-c", CHILD, str(embedded.data), json.dumps(rooms)], capture_output=True, check=True
    )
    said, found, works_again = json.loads(told.stdout)
    assert len(said) == len(rooms)
    assert [sentence for sentence in said if "Nothing was changed" not in sentence] == []
    assert found == before
    assert works_again
    store.setup(embedded.data)
    with scope.open("me"):
        assert canon.export().decode() == before
