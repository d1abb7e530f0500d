"""The desk: which folder, which moment, whose store."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from askwell.actions.desk import closed_desk, open_desk, parse_moment, system_country, system_zone
from askwell.domain.errors import Refused
from askwell.domain.goals import Goals

NOW = datetime(2026, 3, 27, 18, 0, tzinfo=UTC)


def test_the_folder_and_the_moment_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASKWELL_DATA", str(tmp_path / "hers"))
    monkeypatch.setenv("ASKWELL_NOW", "2026-03-27T19:00:00+01:00")
    with open_desk() as desk:
        assert (desk.data, desk.now, desk.seeker, desk.notices) == (tmp_path / "hers", NOW, "me", ())


def test_what_is_said_wins_over_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASKWELL_DATA", str(tmp_path / "other"))
    monkeypatch.setenv("ASKWELL_NOW", "2020-01-01")
    with open_desk(data=tmp_path / "hers", now=NOW, seeker="Alice") as desk:
        assert (desk.data, desk.now, desk.seeker) == (tmp_path / "hers", NOW, "Alice")


def test_now_is_read_where_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ASKWELL_NOW", raising=False)
    with open_desk(data=tmp_path) as desk:
        assert desk.now.tzinfo is UTC


def test_zone_and_country_come_from_the_goals_else_from_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from askwell.store import write

    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert (desk.calendar.zone, desk.calendar.country) == ("Asia/Tokyo", "JP")
        with write.batch("goals", "Goals", now=NOW) as batch:
            write.set_goals(batch, Goals(zone="Europe/Berlin", country="DE"))
        assert (desk.calendar.zone, desk.calendar.country) == ("Europe/Berlin", "DE")


def test_odd_systems_fall_back_to_utc_and_no_country(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Nowhere/At All")
    for variable in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.setenv(variable, "C.UTF-8")
    assert (system_zone(), system_country()) == ("UTC", "")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-27T18:00Z", NOW),
        ("2026-03-27T18:00", NOW),
        ("2026-03-28T03:00+09:00", NOW),
        ("2026-03-27", datetime(2026, 3, 27, tzinfo=UTC)),
    ],
)
def test_moments_are_read(text: str, moment: datetime) -> None:
    assert parse_moment(text) == moment


def test_a_moment_that_is_none_is_refused() -> None:
    for text in ("yesterday", "0001-01-01T00:00+14:00"):
        with pytest.raises(Refused, match="is no moment"):
            parse_moment(text)
    with pytest.raises(Refused, match="too far away"):
        parse_moment("9999-12-31")


def test_a_place_that_cannot_hold_the_data_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(Refused, match=r"can’t hold your data: .* Name another folder"),
        open_desk(data=tmp_path / "file"),
    ):
        pass


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("garbage", "names no server"),
        ("postgresql://hers@host:port/name", "names no server"),
        ("postgresql://hers:secret@127.0.0.1:1/name", "can’t be reached"),
    ],
)
def test_a_server_that_cannot_be_reached_is_refused_without_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, words: str
) -> None:
    monkeypatch.setenv("ASKWELL_DATABASE_URL", url)
    with pytest.raises(Refused, match=words) as refused, open_desk(data=tmp_path):
        pass
    assert "secret" not in str(refused.value)


def test_a_closed_desk_makes_no_folder(tmp_path: Path) -> None:
    with closed_desk(data=tmp_path / "hers", now=NOW) as desk:
        assert not desk.is_open
    assert not (tmp_path / "hers").exists()
