"""When a message was sent: the Date header, the next best trace, never the present moment."""

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.sources.mail import dates


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Tue, 9 Sep 2025 08:14:22 +0100", "2025-09-09T07:14:22"),
        ("9 Sep 2025 08:14 -0530", "2025-09-09T13:44:00"),
        ("Tue, 9 Sep 2025 08:14:22 +0100 (BST)", "2025-09-09T07:14:22"),
        ("Tue, 9 Sep 2025 08:14:22 GMT", "2025-09-09T08:14:22"),
        ("Tue, 9 Sep 2025 08:14:22 EST", "2025-09-09T13:14:22"),
        ("Tue, 9 Sep 2025 08:14:22", "2025-09-09T08:14:22"),
        ("Tue, 9 Sep 25 08:14:22 +0000", "2025-09-09T08:14:22"),
        ("Tue Sep  9 08:14:22 2025", "2025-09-09T08:14:22"),
        ("Tue Sep 9 08:14:22 +0000 2025", "2025-09-09T08:14:22"),
        ("Tue, 9 Sep 2025 08:14:60 +0000", "2025-09-09T08:14:59"),
        ("Mon, 1 Jan 1900 00:00:00 +0000", "1900-01-01T00:00:00"),
        ("Thu, 31 Dec 2099 23:59:59 +0000", "2099-12-31T23:59:59"),
    ],
)
def test_dates_are_read_in_all_their_forms(written: str, meant: str) -> None:
    assert dates.read(written.encode()) == datetime.fromisoformat(meant).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "32 Foo 2025 08:00:00 +0000", "1 Jan 0001 00:00:00 +2300", "Tue, 31 Feb 2025 08:00:00 +0000"],
)
def test_what_is_no_date_is_none(written: str) -> None:
    assert dates.read(written.encode()) is None


def test_without_a_date_the_last_server_knows_and_then_the_archive() -> None:
    received = b"from a by b; Tue, 9 Sep 2025 08:14:22 +0000"
    expected = datetime(2025, 9, 9, 8, 14, 22, tzinfo=UTC)
    assert dates.of({b"date": b"rubbish", b"received": received}) == expected
    assert dates.of({}, from_line=b"From a@x.example Tue Sep  9 08:14:22 2025") == expected
    assert dates.of({}, from_line=b"From 18@xxx Tue Sep  9 08:14:22 +0000 2025") == expected
    assert dates.of({}, from_line=b"From 1844347792267117879@xxx") is None


ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(datetime(1902, 1, 2), datetime(2999, 1, 1), timezones=ZONES))  # noqa: DTZ001 - bounds are naive
def test_every_date_that_the_standard_library_writes_is_read_back(moment: datetime) -> None:
    assert dates.read(format_datetime(moment).encode()) == moment.replace(microsecond=0)


@given(st.binary(max_size=300))
def test_nothing_raises(raw: bytes) -> None:
    dates.read(raw)
    dates.of({b"date": raw, b"received": raw}, from_line=raw)
