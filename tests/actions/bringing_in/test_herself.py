"""The seeker among her own people: once it is known who she is, her own cards make no person any more."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.actions.exports import ME, mail, mbox, profile, vcard

from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk, open_desk
from askwell.actions.people import everybody, merge
from askwell.actions.undo import undo
from askwell.domain.messages import Direction

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
SECOND = "d.whitfield@home.example"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        yield opened


def names(desk: Desk) -> set[str]:
    return {contact.name for contact in everybody(desk).values()}


def exported() -> bytes:
    from askwell.store import canon

    return canon.export()


def test_who_is_known_to_be_herself_only_later_is_no_person_then(desk: Desk, tmp_path: Path) -> None:
    bring_in(desk, [vcard(tmp_path, f"Dana Whitfield|{ME}", "Dana Whitfield", "Ann Kern")])
    before, count = exported(), len(everybody(desk))
    preview = bring_in(desk, [profile(tmp_path)], me=[ME], dry_run=True)
    receipt = bring_in(desk, [profile(tmp_path)], me=[ME])
    assert names(desk) == {"Ann Kern"}
    assert (receipt.people, preview.people) == (1, 1)
    assert count > 1
    assert receipt.said == preview.said == ("One of your people was you yourself; your own cards add nobody.",)
    assert bring_in(desk, [profile(tmp_path)]).said == ()
    undo(desk, receipt.batch)
    assert exported() == before


def test_a_namesake_with_an_address_of_their_own_stays(desk: Desk, tmp_path: Path) -> None:
    bring_in(desk, [vcard(tmp_path, "Dana Whitfield|other@example.org", "Ann Kern")])
    bring_in(desk, [profile(tmp_path)], me=[ME])
    assert names(desk) == {"Dana Whitfield", "Ann Kern"}


def test_a_second_address_of_hers_is_no_party_to_her_mail_any_more(desk: Desk, tmp_path: Path) -> None:
    from askwell.store import lookups, read

    letters = mbox(
        tmp_path,
        mail(2, From="Ann Kern <ann@example.net>", Cc=f"D. Whitfield <{SECOND}>"),
        mail(3, From=f"D. Whitfield <{SECOND}>", To="Ann Kern <ann@example.net>", Cc=f"Dana <{ME}>"),
        mail(4, From=f"D. Whitfield <{SECOND}>"),
    )
    bring_in(desk, [letters], me=[ME])
    before = exported()
    receipt = bring_in(desk, [letters], me=[SECOND])
    (ann,) = everybody(desk).values()
    assert [(one.direction, one.people, one.group) for one in read.search(NOW).interactions] == [
        (Direction.IN, (ann.id,), False),
        (Direction.OUT, (ann.id,), False),
    ]
    assert (ann.received, ann.sent) == (1, 1)
    assert len(lookups.exchange_keys()) == 3
    undo(desk, receipt.batch)
    assert exported() == before


def test_what_was_merged_into_her_goes_with_her(desk: Desk, tmp_path: Path) -> None:
    bring_in(desk, [vcard(tmp_path, f"Dana|{ME}", f"D. W.|{SECOND}", "Ann Kern")])
    merge(desk, ME, SECOND)
    assert bring_in(desk, [profile(tmp_path)], me=[ME, SECOND]).people == 1
    assert names(desk) == {"Ann Kern"}
