"""Codes that let in once: how long they hold, that only one can use them, and that guessing gets nowhere."""

import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from askwell.web.door import launch
from askwell.web.door.keys import Keys
from askwell.web.door.launch import LETTERS, Codes

URL = "http://127.0.0.1:21000/"


@dataclass
class Clock:
    """A clock that stands still until it is set."""

    now: float = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def codes(tmp_path: Path, clock: Clock) -> Codes:
    return Codes(tmp_path, Keys.of(tmp_path), clock=clock)


def code_in(page: Path) -> str:
    return page.read_text(encoding="utf-8").split('name="code" value="')[1].split('"')[0]


def test_a_launch_code_has_128_bits_and_lets_its_seeker_in_once(codes: Codes) -> None:
    page = codes.launch(URL, seeker="Alice")
    code = code_in(page)
    assert len(bytes.fromhex(code)) == 16
    ticket = codes.use(code)
    assert ticket
    assert ticket.seeker == "Alice"
    assert codes.use(code) is None


def test_a_launch_file_posts_by_itself_and_has_a_button_and_goes_when_it_is_used(codes: Codes) -> None:
    page = codes.launch(URL, seeker="me")
    text = page.read_text(encoding="utf-8")
    assert 'method="post" action="http://127.0.0.1:21000/launch"' in text
    assert "<button>" in text
    assert "document.forms[0].submit()" in text
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    codes.use(code_in(page))
    assert not page.exists()


def test_a_launch_code_holds_for_a_minute_and_no_longer(codes: Codes, clock: Clock) -> None:
    first, second = (code_in(codes.launch(URL, seeker="me")) for _ in range(2))
    clock.now += 60
    assert codes.use(first)
    clock.now += 0.1
    assert codes.use(second) is None


def test_a_typed_code_is_short_has_no_look_alikes_and_holds_for_ten_minutes(codes: Codes, clock: Clock) -> None:
    shown = codes.typed(seeker="me")
    first, _, second = shown.partition("-")
    assert (len(first), len(second)) == (5, 5)
    assert set(first + second) <= set(LETTERS)
    assert not set(LETTERS) & set("01OILBSZAEU")
    clock.now += 600
    assert codes.use(shown)
    late = codes.typed(seeker="me")
    clock.now += 600.1
    assert codes.use(late) is None


@pytest.mark.parametrize("way", ["{}", " {} ", "{lower}", "{plain}", "{spaced}"])
def test_a_code_may_be_typed_in_any_way(codes: Codes, way: str) -> None:
    shown = codes.typed(seeker="me")
    plain = shown.replace("-", "")
    assert codes.use(way.format(shown, lower=shown.lower(), plain=plain, spaced=" ".join(plain)))


def test_no_code_can_be_read_in_the_folder_of_codes(codes: Codes, tmp_path: Path) -> None:
    shown = codes.typed(seeker="me").replace("-", "")
    page = codes.launch(URL, seeker="me")
    code = code_in(page)
    for file in tmp_path.rglob("*"):
        if file.is_file() and file != page:
            told = f"{file.name} {file.read_text(encoding='utf-8')}".lower()
            assert code not in told
            assert shown.lower() not in told


def test_twenty_wrong_guesses_take_back_every_code_until_a_new_start(codes: Codes) -> None:
    page = codes.launch(URL, seeker="me")
    code, shown = code_in(page), codes.typed(seeker="me")
    assert not any(codes.use(f"{n:032x}") for n in range(19))
    assert page.exists()
    assert codes.use("the twentieth") is None
    assert not page.exists()
    assert codes.use(code) is None
    assert codes.use(shown) is None
    assert codes.use(codes.typed(seeker="me"))


def test_ten_thousand_guesses_get_nowhere(codes: Codes) -> None:
    code = code_in(codes.launch(URL, seeker="me"))
    assert not any(codes.use(f"{int(code, 16) ^ (n + 1):032x}") for n in range(10_000))
    assert codes.use(code) is None


def test_guesses_while_no_code_is_out_lock_nobody_out(codes: Codes) -> None:
    assert not any(codes.use(str(n)) for n in range(100))
    code = code_in(codes.launch(URL, seeker="me"))
    assert codes.use("one wrong") is None
    assert codes.use(code)


def test_of_many_who_use_a_code_at_the_same_moment_one_comes_in(codes: Codes, tmp_path: Path) -> None:
    other = Codes(tmp_path, Keys.read(tmp_path), clock=lambda: 1_000_000.0)
    for _ in range(20):
        code = codes.typed(seeker="me")
        with ThreadPoolExecutor(8) as pool:
            came = list(pool.map(lambda n, code=code: (codes, other)[n % 2].use(code), range(8)))
        assert len([ticket for ticket in came if ticket]) == 1


def test_the_sweep_takes_away_what_is_too_old_and_nothing_else(codes: Codes, clock: Clock) -> None:
    old = codes.launch(URL, seeker="me")
    clock.now += 40
    young = codes.launch(URL, seeker="me")
    codes.sweep()
    assert old.exists()
    clock.now += 21
    codes.sweep()
    assert not old.exists()
    assert young.exists()
    assert codes.use(code_in(young))


def test_a_clock_that_is_set_back_lets_no_old_code_in(codes: Codes, clock: Clock) -> None:
    code = code_in(codes.launch(URL, seeker="me"))
    clock.now -= 3600
    assert codes.use(code) is None


def test_a_torn_ticket_lets_nobody_in(codes: Codes, tmp_path: Path) -> None:
    code = code_in(codes.launch(URL, seeker="me"))
    (ticket,) = (tmp_path / launch.CODES).iterdir()
    ticket.write_text('{"seeker": "me"', encoding="utf-8")
    assert codes.use(code) is None
    codes.sweep()
    assert list((tmp_path / launch.CODES).iterdir()) == []


def test_codes_of_another_folder_let_nobody_in(codes: Codes, tmp_path: Path) -> None:
    other = Codes(tmp_path / "other", Keys.of(_made(tmp_path / "other")))
    assert codes.use(other.typed(seeker="me")) is None


def test_a_launch_file_may_lie_where_the_browser_reads_and_goes_from_there_too(codes: Codes, tmp_path: Path) -> None:
    place = _made(tmp_path / "snap")
    page = codes.launch(URL, seeker="me", place=place)
    assert page.parent == place
    codes.drop()
    assert not page.exists()


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
