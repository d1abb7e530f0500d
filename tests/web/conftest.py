"""What tests of pages share: the app as it really runs, and visitors of the pages within this process."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.settings")

from tests.terminal import conftest as terminal
from tests.terminal.shell import NOW
from tests.web.running import App, running
from tests.web.visitor import Visitor

from askwell.actions.desk import ME, Desk, keep_open, open_desk
from askwell.web import home, private
from askwell.web.door import application
from askwell.web.door.keys import Keys
from askwell.web.door.launch import Codes
from askwell.web.home import Home

imported = terminal.imported
CHARLIE, CAROL = "Charlie", "Carol"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The app in a process of its own, on an empty folder, with a visitor who is signed in; one for a file of tests."""
    with running(tmp_path_factory.mktemp("app") / "data", "--port", "0", "--now", NOW) as found:
        found.sign_in()
        yield found


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which nothing is yet, to be copied."""
    data = tmp_path_factory.mktemp("bare") / "data"
    with open_desk(data=data):
        pass
    return data


@pytest.fixture
def data(bare: Path, tmp_path: Path) -> Path:
    """The data folder of this test, empty. A file of tests may put another in its place, such as `lived_in`."""
    return shutil.copytree(bare, tmp_path / "data")


@pytest.fixture
def lived_in(imported: Path, tmp_path: Path) -> Path:
    """A copy of a folder with a whole search in it: Dana Whitfield's, of the evaluation."""
    return shutil.copytree(imported, tmp_path / "lived-in")


@pytest.fixture
def desk(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The seeker's desk, on the store that `client` visits, on a fixed day."""
    monkeypatch.setenv("ASKWELL_DATA", str(data))
    monkeypatch.setenv("ASKWELL_NOW", NOW)
    with closing(Home(lambda: keep_open(data=data))) as ours, ours.house().desk(tell=False) as opened:
        door = private.folder(data / "door")
        keys = Keys.of(door)
        application.settle(door, keys=keys, codes=Codes(door, keys))
        home.move_in(ours)
        yield opened


@pytest.fixture
def client(desk: Desk) -> Visitor:
    """Alice, the seeker, signed in."""
    return Visitor(ME)


@pytest.fixture
def charlie(desk: Desk) -> Visitor:
    """Another seeker on the same store, signed in: he must see nothing of Alice's."""
    return Visitor(CHARLIE)


@pytest.fixture
def carol(desk: Desk) -> Visitor:
    """A coach, signed in; nothing was shared with her, so she must see nothing either."""
    return Visitor(CAROL)


@pytest.fixture
def stranger(desk: Desk) -> Visitor:
    """Somebody who is not signed in."""
    return Visitor()
