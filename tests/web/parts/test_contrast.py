"""The contrast of every pair of colors that meet: 4.5 to 1 for text, 3 to 1 for edges, in the light and in the dark."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[3] / "src" / "askwell" / "web" / "static" / "askwell" / "css" / "tokens.css"
COLORS = {
    name: (light, dark)
    for name, light, dark in re.findall(
        r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", TOKENS.read_text(encoding="utf-8")
    )
}
TEXTS = [
    (text, ground) for text in ("ink", "ink-2", "pencil", "pen", "fault") for ground in ("paper", "letter", "well")
]
MORE = [
    ("ink", "desk"),
    ("ink-2", "desk"),
    ("pencil", "desk"),
    ("pen", "desk"),
    ("pen", "pen-wash"),
    ("ink", "pen-wash"),
]
INKED = [("on-pen", "pen"), ("on-pen", "pen-deep"), ("on-ally", "ally"), ("on-mark", "mark-badge"), ("ink", "mark")]
EDGES = [(edge, ground) for edge in ("edge", "mark-line", "pen", "fault") for ground in ("paper", "letter", "well")]


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2 defines it, 0 to 1."""
    shares = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(("text", "ground"), [*TEXTS, *MORE, *INKED, ("fault", "fault-wash")])
def test_words_can_be_read(text: str, ground: str) -> None:
    assert min(contrast(*pair) for pair in zip(COLORS[text], COLORS[ground], strict=True)) >= 4.5


@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_can_be_seen(edge: str, ground: str) -> None:
    assert min(contrast(*pair) for pair in zip(COLORS[edge], COLORS[ground], strict=True)) >= 3
