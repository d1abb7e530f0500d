"""What one calls somebody: the word after "Dear", from a name as it is written in an address book."""

import re
from functools import lru_cache

from askwell.identity import words as w
from askwell.identity.diminutives import is_short_for
from askwell.identity.fold import fold, has_signs
from askwell.identity.order import is_suffix, usual_order

# Patterns are kept as texts, for most names need none of them, and to compile them takes milliseconds of every start.
_ASIDE = r"\(([^()]*)\)|\[[^\[\]]*\]"
_QUOTED = r"[\"“”„«»]([^\"“”„«»]*)[\"“”«»]|(?<!\w)['‘’]([^'‘’]{2,20})['’](?!\w)"
_BEHIND = r"\s-\s|\s–\s|[/|;]"
_EDGES = r"^[^\w]+|[^\w.)'’]+$"
_HANDLE = r"[^\W\d_]{2,}(?:[._][^\W\d_]{2,})+"
# Titles that are left out before a given name, and stay before a family name alone.
_TITLES = frozenset("dr prof professor rev reverend sir dame fr sr hon dipl ing coach rabbi judge captain capt".split())
# Titles that stay before a family name, and are left out where a given name follows.
_FORMAL = frozenset(
    "mr mrs ms miss mx herr frau señor señora sra don doña monsieur madame pastor officer senator sergeant".split()
)
# Who is called so with the given name behind it.
_KIN = frozenset(
    "aunt aunty auntie uncle tante onkel tía tío tia tio cousin sister brother father mother grandma grandpa granny"
    " nana oma opa nanny nurse".split()
)
_ARTICLES = frozenset({"the", "der", "die", "el", "la", "le"})
_OWN = frozenset("my our mein meine unser unsere mi mon ma".split())
# Who is not called by what they are to her: my sister Gabi is Gabi, and my aunt Rosalie is Aunt Rosalie.
_LIKE_HERSELF = frozenset(
    "sister brother cousin sis bro mother father nurse friend neighbor neighbour wife husband daughter son niece nephew"
    " partner ex old former best good dear big little schwester bruder freund freundin nachbar nachbarin".split()
)
LONGEST = 40  # characters; what is longer is no name to call somebody by


@lru_cache(maxsize=65536)
def called(name: str, *, formal: bool = False) -> str:
    """Ana for Ana Ruiz, Peggy for O'Rourke, Peggy, Mr. Abara for Mr. Abara (Josie's teacher); "" for no name at all.

    `formal`: Dr. Lee for Dr. Ann Lee, where one is not on first-name terms; without a title it makes no difference.
    """
    name = name[:200]
    is_plain = name.replace(" ", "").isalpha()
    nickname = "" if is_plain else _nickname(name)
    plain = name if is_plain else re.split(_BEHIND, re.sub(_QUOTED, " ", re.sub(_ASIDE, " ", name)), maxsplit=1)[0]
    words = plain.split() if is_plain else _words(usual_order(" ".join(plain.split())))
    if not words:
        return ""
    if has_signs(words[0]):
        return " ".join(words)[:LONGEST]
    if nickname and not formal:
        return nickname[:LONGEST]
    if _letters(plain).isupper() or _letters(plain).islower():
        words = [_cased(word) for word in words]
    return _chosen(words, formal=formal)[:LONGEST]


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalpha())


def _words(text: str) -> list[str]:
    if re.fullmatch(_HANDLE, text):
        text = text.replace(".", " ").replace("_", " ")
    words = (re.sub(_EDGES, "", word) for word in text.replace(",", " ").split() if "@" not in word)
    return [word for word in words if any(map(str.isalpha, word))]


def _nickname(name: str) -> str:
    """What stands in quotation marks, or in brackets where it is short for the name before it."""
    if quoted := re.search(_QUOTED, name):
        return _one_word(quoted.group(1) or quoted.group(2) or "")
    if aside := re.search(_ASIDE, name):
        word = _one_word(aside.group(1) or "")
        given = fold(name[: aside.start()]).split()
        return word if word and any(is_short_for(fold(word), one.strip(".,")) for one in given) else ""
    return ""


def _one_word(text: str) -> str:
    """The text if it is one name in capitals, not a remark."""
    text = text.strip()
    return text if text[:1].isupper() and text.replace("-", "").isalpha() else ""


def _cased(word: str) -> str:
    """JANE is Jane, O'ROURKE O'Rourke, and JR, TJ and W. stay."""
    if len(word.strip(".")) < 2 or (len(word) == 2 and (word.endswith("J") or not set(word) & set("AEIOUY"))):
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), word)


def _chosen(words: list[str], *, formal: bool) -> str:
    first = words[0].casefold().strip(".")
    behind = [word for word in words[1:] if not is_suffix(word)]
    if first in _OWN:
        return _of_hers(behind)
    if first in _ARTICLES or (first in _KIN and behind):
        return " ".join(words if first in _ARTICLES else [words[0], behind[0]])
    if first in w.TRADES and behind:
        return _given(behind) if len(behind) > 1 else f"{words[0]} {behind[0]}"
    if (first in _FORMAL or first in _TITLES) and behind:
        return _titled(words[0], behind, formal=formal)
    return _given([words[0], *behind])


def _of_hers(words: list[str]) -> str:
    """Gabi for my sister Gabi; "" for my sister, for nobody is greeted so."""
    rest = list(words)
    while rest and (plain := rest[0].casefold().strip(".")) in _LIKE_HERSELF | w.TRADES | w.RELATIONS:
        if plain in _KIN - _LIKE_HERSELF and len(rest) > 1:
            break
        rest.pop(0)
    return _chosen([rest[0][0].upper() + rest[0][1:], *rest[1:]], formal=False) if rest else ""


def is_title(word: str) -> bool:
    """Whether it stands before a name and is none: Frau, Dr., Coach."""
    return word.casefold().strip(".") in _TITLES | _FORMAL


def _titled(title: str, behind: list[str], *, formal: bool) -> str:
    """Dr. Lee; Ann for Dr. Ann Lee; a coach, whom everybody calls so with the given name, by that name."""
    named = [word for word in behind if word.casefold().strip(".") not in _TITLES] or behind
    if len(named) > 1:
        return f"{title} {named[-1]}" if formal else _given(named)
    return named[0] if title.casefold() == "coach" else f"{title} {named[0]}"


def _given(words: list[str]) -> str:
    """The given name; K. Ellis is called by nobody "K.", and J. Edgar Hoover is Edgar."""
    whole = [word for word in words if len(word.strip(".")) > 1]
    given = words if words[0] not in whole[:1] and len(whole) < 2 else whole[:1]
    chosen = " ".join(given)
    return chosen[0].upper() + chosen[1:]
