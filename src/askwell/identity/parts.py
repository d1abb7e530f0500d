"""A name taken apart into given, middle and family name, whatever order and trimmings it is written with."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from askwell.identity import words as w
from askwell.identity.fold import fold, has_signs, loose, visible

_WORD = r"[^\W\d_]{2,40}(?:-[^\W\d_]{1,40}){0,3}"
_SIMPLE = re.compile(rf"({_WORD}) ({_WORD})")
_PLAIN = re.compile(r"[a-z]{2,40}")
BEHIND = re.compile(r" [-–—|@•·/] | (?:via|from|at) ", re.IGNORECASE)
_BORN = re.compile(
    r"[,(\[]? ?\b(?:née|nee|geb\.|geborene?) ([^\W\d_][\w'’-]{1,30})[)\]]?"
    r"|[(\[](?:formerly|maiden name|born|was|ex|previously)[ :-]{1,3}([^\W\d_][\w'’-]{1,30})[)\]]",
    re.IGNORECASE,
)
_BRACKETS = str.maketrans("[]{}", "()()")
_OWNED = re.compile(r"['’]s$", re.IGNORECASE)
_DOTS = re.compile(r"\b((?:[^\W\d_]{1,5}\.){2,6})")
_JOINERS = str.maketrans({"‐": "-", "‑": "-", "–": "-", "'": "", "’": "", "ʼ": "", "`": "", "´": ""})
_QUOTES = "'\"‘’“”„`"
LONGEST_ODD = 120  # characters; nameparser is quick up to there


class Name(NamedTuple):
    """A name, folded. `given` and `family` are joined to one word each; `parts` are the family's words, no particles.

    `also` are other given names (in brackets or a nickname field), `maiden` other family names. `relation` is set
    where it is no name at all ("mom"). A single word stands in `given`, or in `family` where a title says so.
    """

    given: str = ""
    middle: tuple[str, ...] = ()
    family: str = ""
    parts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    maiden: tuple[str, ...] = ()
    generation: str = ""
    relation: str = ""

    @property
    def full(self) -> bool:
        """Given and family name, both more than an initial; a name in Chinese or Korean letters may be one word."""
        return len(self.given) > 1 and (len(self.family) > 1 or has_signs(self.given[0]))


NOBODY = Name()


def split(name: str) -> Name:
    """The parts of a name as it is written."""
    simple = _SIMPLE.fullmatch(fold(name).translate(_JOINERS))
    if simple:
        given, family = simple.groups()
        if given not in w.ODD and family not in w.ODD:
            return _named([given], [family])
    written = visible(name)[:LONGEST_ODD]
    return _split_odd(written) if any(map(str.isalpha, written)) else NOBODY


@lru_cache(maxsize=131_072)
def plain(word: str) -> tuple[str, str]:
    """A name of one word that is nothing but letters, folded, and the same loose; two times "" for what is odd."""
    folded = fold(word)
    return (folded, loose(folded)) if _PLAIN.fullmatch(folded) and folded not in w.ODD else ("", "")


def from_fields(given: str, family: str, *, nickname: str = "", maiden: str = "", name: str = "") -> Name:
    """The name of a card that keeps given and family name apart; `name` is used where one of the two is missing."""
    first, last = plain(given)[0], plain(family)[1]
    if first and last:
        found = Name(first, (), last, (last,))
    elif fold(given) and fold(family):
        found = _from_odd_fields(visible(given)[:LONGEST_ODD], visible(family)[:LONGEST_ODD])
    else:
        found = split(name or given or family)
    if nickname and (words := _words(nickname)):
        found = found._replace(also=(*found.also, _joined(words[0])))
    if maiden and (words := _words(maiden)):
        found = found._replace(maiden=(*found.maiden, loose(_joined(words[-1]))))
    return found


@lru_cache(maxsize=4096)
def _from_odd_fields(given: str, family: str) -> Name:
    """Given and family name such as "Priya" and "Raman, CSCP"; "Coach" and "Luis"; "Dr. Maria" and "de la Cruz"."""
    last, _, behind = family.partition(",")
    if any(mark in given + last for mark in '("“') or len(behind.split()) > 3:
        return _split_odd(f"{given} {family}")
    first, written = _words(given), _words(last)
    if len(first) > 1 and len(written) == 1 and _joined(written[0]) in w.GENERATIONS:
        return _split_odd(f"{given} {last}")
    words, generation = _without_suffixes(written)
    generation = generation or _without_suffixes(["", *_words(behind)])[1]
    titled = [word for word in first if word in w.GIVEN_TITLES | w.MORE_TITLES]
    first = [word for word in first if word not in titled]
    if not first and any(word in w.GIVEN_TITLES for word in titled):
        first, words = words, []
    return _named(first, words, generation=generation)


@lru_cache(maxsize=4096)
def _split_odd(name: str) -> Name:
    """Everything that is not two plain words, by nameparser; what it keeps of telephones and aunts is taken off."""
    from nameparser import HumanName

    parsed = HumanName(_DOTS.sub(r"\1 ", _core(name)))
    given, family = _words(f"{parsed.first} {parsed.middle}"), _words(parsed.last)
    titles = [*_words(parsed.title), *(word for word in given[:1] if word in w.MORE_TITLES and (given[1:] or family))]
    given = given[1:] if given and given[0] in titles else given
    given, family = _without_devices(given, family, written=name.split())
    family, generation = _without_suffixes(family)
    if not given and family and not (titles and not any(title in w.GIVEN_TITLES for title in titles)):
        given, family = family, []
    generation = generation or _without_suffixes(["", *_words(parsed.suffix)])[1]
    found = _named(given, family, generation=generation)
    also = tuple(_joined(word) for word in _words(parsed.nickname)) if len(_words(parsed.nickname)) == 1 else ()
    return found._replace(also=also, maiden=tuple(loose(_joined(word)) for word in _words(parsed.maiden)))


def _core(name: str) -> str:
    """The name without company, degrees and quotation marks around it; a maiden name in one form."""
    core = BEHIND.split(name, maxsplit=1)[0]
    if core and core[0] in _QUOTES and core[-1] in _QUOTES:
        core = core[1:-1]
    core = _BORN.sub(lambda born: f" (née {born.group(1) or born.group(2)}) ", core).translate(_BRACKETS)
    head, comma, tail = core.rpartition(",")
    while comma and (words := _words(tail)) and all(_joined(word) in w.SUFFIXES for word in words):
        core = head
        head, comma, tail = core.rpartition(",")
    return core


def _words(text: str) -> list[str]:
    """Folded words; apostrophes go ("O'Rourke"), a hyphen stays inside, everything that is no letter parts words."""
    letters = (c if c.isalpha() or c == "-" or unicodedata.category(c)[0] == "M" else " " for c in _flat(text))
    return [word for word in (part.strip("-") for part in "".join(letters).split()) if word]


def _flat(text: str) -> str:
    return fold(visible(text).translate(_JOINERS))


def _joined(word: str) -> str:
    return word.replace("-", "")


def _without_devices(given: list[str], family: list[str], *, written: list[str]) -> tuple[list[str], list[str]]:
    """Of "Simone cell", "Anna work", "Bob's phone" the name: a telephone is no family name."""
    words = [*given, *family]
    if len(written) == 2 and len(words) == 2 and words[1] in w.DEVICES and _OWNED.search(written[0]):
        return [words[0].removesuffix("s")], []
    kept = words[:1] + [
        word for word in words[1:] if word not in w.DEVICES and not (word in w.PLACES and word in written)
    ]
    if len(kept) == len(words):
        return given, family
    return kept[: len(given)], kept[len(given) :]


def _without_suffixes(words: list[str]) -> tuple[list[str], str]:
    """Without degrees at the end; the generation (jr, sr, iii) apart, for father and son are two people."""
    generation = ""
    while len(words) > 1:
        last = _joined(words[-1])
        if last in w.GENERATIONS:
            generation = w.GENERATIONS[last]
        elif last not in w.SUFFIXES:
            break
        words = words[:-1]
    return words, generation


def _named(given: list[str], family: list[str], *, generation: str = "") -> Name:
    if len(given) + len(family) == 1 and (given or family)[0] in w.RELATIONS:
        return Name(relation=(given or family)[0])
    parts = [part for word in family for part in word.split("-") if part]
    own = [loose(part) for part in parts if part not in w.PARTICLES] or [loose(part) for part in parts]
    return Name(
        given=_joined(given[0]) if given else "",
        middle=tuple(_joined(word) for word in given[1:]),
        family=loose(_joined("".join(family))),
        parts=tuple(own),
        generation=generation,
    )
