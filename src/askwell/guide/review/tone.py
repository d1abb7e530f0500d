"""Tips 3 and 6: flattery, mass mail, pretended closeness, leftover placeholders; pressure, guilt and false urgency."""

import re
from collections.abc import Iterable

from askwell.domain.people import Tie
from askwell.domain.phrases import Hit, read
from askwell.domain.wording import Sentence
from askwell.guide.review.letter import Letter

WORDING = read("askwell.guide.review", "tone.txt")
STRONG, MILD = WORDING["flattery strong"], WORDING["flattery mild"]
MASS, BODY_MASS = WORDING["mass greeting"], WORDING["mass"]
PRETENDED, PRESSURE = WORDING["pretend"], WORDING["pressure"]
THICK = 4  # a strong word weighs 2, a mild one about the reader 1; thanks may be warm, so one strong word is none
PLACEHOLDER = re.compile(
    r"\[[^\W\d_][^\[\]\n]{0,40}\]|\{\{?[^\W\d_][^{}\n]{0,40}\}|<[^\W\d_<>@/:.][^<>\n@/:]{0,30}>|%[A-Za-z_]{3,30}%|\$[A-Z_]{4,30}\b"
    r"|\b(?:FIRST|LAST|FULL|COMPANY|JOB|INSERT)[ _-]?(?:NAME|TITLE|HERE|ROLE|COMPANY)\b|_{3,30}|\bX{3,6}\b"
)
REMARKS = frozenset(
    "sic attached link laughs enclosed edit update image sigh smile smiles wink grin ahem redacted".split()
)
EMPTY_NAME = re.compile(r"\A\s*(?:hi|hello|hey|dear)\s{1,3}[,!]", re.IGNORECASE)
YOU = frozenset("you your yours yourself".split())


def placeholder(text: str) -> tuple[int, int] | None:
    """The span of a leftover placeholder ("[Company]", "{name}", "Dear ,")."""
    for match in PLACEHOLDER.finditer(text):
        if match.group().strip("[]{}<>% ").lower() not in REMARKS:
            return match.span()
    empty = EMPTY_NAME.search(text)
    return empty.span() if empty else None


def insincere(letter: Letter, *, tie: Tie) -> tuple[int, int] | None:
    """The span of what sounds insincere: a placeholder, mass mail, pretended closeness, or flattery laid on thick."""
    left = placeholder(letter.text)
    if left is not None:
        return left
    for sentence in letter.opening[:1]:
        if (hit := MASS.find(sentence)) is not None:
            return span(sentence, hit)
    for sentence in letter.body:
        if (hit := BODY_MASS.find(sentence, negated=False)) is not None:
            return span(sentence, hit)
        if tie in {Tie.NEW, Tie.BARELY} and (hit := PRETENDED.find(sentence, negated=False)) is not None:
            return span(sentence, hit)
    return _flattery((*letter.opening, *letter.body))


def _flattery(sentences: Iterable[Sentence]) -> tuple[int, int] | None:
    """The span of the thickest sentence, where praise of the reader adds up."""
    total, most, thickest = 0, 0, None
    for sentence in sentences:
        if not sentence.bag & YOU and thickest is None and not sentence.bag & {"someone", "nobody"}:
            continue
        strong = len({h.first for h in STRONG.all(sentence) if not sentence.negated(h.first, reach=2)})
        mild = len({h.first for h in MILD.all(sentence)})
        felt = 2 * strong + (mild if mild > 1 or strong else 0)
        total += felt
        if felt > most:
            most, thickest = felt, (sentence.start, sentence.end)
    return thickest if total >= THICK else None


def pushy(sentence: Sentence) -> Hit | None:
    """The words that press: a deadline, a demand, a reproach, a debt called in."""
    return PRESSURE.find(sentence, negated=False)


def span(sentence: Sentence, hit: Hit) -> tuple[int, int]:
    """The code points of a hit."""
    return sentence.starts[hit.first], sentence.ends[hit.after - 1]
