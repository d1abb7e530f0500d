"""Places are counted as a browser does, whatever the letters."""

from hypothesis import given
from hypothesis import strategies as st

from askwell.web.letters.places import units


def test_an_emoji_is_two_and_a_letter_with_its_accent_one() -> None:
    text = "Hi 👩‍🚀, é"
    assert [units(text, at) for at in (3, 4, 5, 6)] == [3, 5, 6, 8]


@given(st.text(max_size=200), st.integers(0, 200))
def test_a_browser_finds_the_same_place(text: str, at: int) -> None:
    wide = text.encode("utf-16-le", "surrogatepass")
    assert wide[: 2 * units(text, at)].decode("utf-16-le", "surrogatepass") == text[:at]
