"""The usual order of a name that is written with a comma: family name first, or a degree or a trade behind."""

from askwell.identity import words as w
from askwell.identity.diminutives import is_given
from askwell.identity.fold import fold


def usual_order(name: str) -> str:
    """Of "O'Rourke, Peggy" the usual order; of "Priya Raman, CSCP" and "Ann Lee, planner" what stands before it."""
    before, comma, after = (part.strip() for part in name.partition(","))
    rest = [word for word in after.replace(",", " ").split() if not is_suffix(word)]
    if not comma or not before or not rest:
        return before or after
    if after.isupper() and not before.isupper():
        return before
    first = fold(before).split()
    family = len(first) == 1 or first[0] in w.PARTICLES or is_given(fold(rest[0].strip(".")))
    return f"{' '.join(rest)} {before}" if family else before


def is_suffix(word: str) -> bool:
    """Whether a word behind a name is a degree, a certificate or a generation."""
    plain = fold(word).strip(".,").replace(".", "").replace("-", "")
    return plain in w.SUFFIXES or plain in w.GENERATIONS
