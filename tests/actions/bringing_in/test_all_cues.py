"""Of old mail the text is kept and searched for cues on request, and nothing of it is asked about before its time."""

from datetime import UTC, datetime
from pathlib import Path

from tests.actions.exports import ME, mail, mbox

from askwell.actions.apart.crew import Crew
from askwell.actions.bring_in import bring_in
from askwell.actions.bringing_in.readers import Readers
from askwell.actions.desk import open_desk
from askwell.actions.goals import set_goals
from askwell.actions.replies import waiting

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
INTRODUCES = "I would like to introduce you to Cleo Poe, cleo@example.com, who runs the planning team at Globex."


def test_old_mail_tells_its_cues_on_request_and_counts_once_the_search_began_before_it(tmp_path: Path) -> None:
    from askwell.store import read

    archive = mbox(tmp_path, mail(2, From="Ann Kern <ann@example.net>", body=INTRODUCES))
    with open_desk(data=tmp_path / "data", now=NOW) as desk, Crew(hands=1) as crew:
        set_goals(desk, "roles = ['Planner']\nsince = 2026-03-20")
        bring_in(desk, [archive], me=(ME,))
        told = bring_in(desk, [archive], me=(ME,), all_cues=True, readers=Readers(crew)).files[0]
        assert (told.new, told.changed) == (0, 1)
        assert bring_in(desk, [archive]).batch is None
        assert waiting(desk) == ()
        set_goals(desk, "roles = ['Planner']\nsince = 2026-03-01")
        assert [one.evidence for one in waiting(desk)] == [INTRODUCES]
        assert INTRODUCES in read.search(NOW).interactions[0].text


def test_without_it_old_mail_tells_when_and_with_whom_alone(tmp_path: Path) -> None:
    from askwell.store import read

    archive = mbox(tmp_path, mail(2, From="Ann Kern <ann@example.net>", body=INTRODUCES))
    with open_desk(data=tmp_path / "data", now=NOW) as desk:
        set_goals(desk, "roles = ['Planner']\nsince = 2026-03-20")
        bring_in(desk, [archive], me=(ME,))
        set_goals(desk, "roles = ['Planner']\nsince = 2026-03-01")
        assert [one.text for one in read.search(NOW).interactions] == [""]
        assert waiting(desk) == ()
