"""Short forms of given names: Bob is Robert, Kasia is Katarzyna; the English ones from a library, others from here."""

from functools import lru_cache

from askwell.identity import wordlists

# One name in several spellings.
_SPELLINGS = (
    "mohammed muhammad mohamed mohammad mohamad muhammed",
    "aleksandr alexander aleksander oleksandr",
    "sergei sergey serhiy",
    "yuri yury iurii",
    "dmitri dmitry dmitriy dimitri",
    "alexei alexey aleksei aleksey",
    "catherine katherine kathryn katharine",
    "stephen steven",
    "jeffrey geoffrey",
    "ahmed ahmad",
    "hussein hussain husain hossein",
    "youssef yousef yusuf",
    "philip phillip",
    "alan allan allen",
    "jon john",
    "nicholas nicolas nikolas",
    "michael micheal",
    "sara sarah",
    "ann anne",
    "teresa theresa",
    "eric erik",
    "mark marc",
    "carl karl",
    "christopher kristopher",
    "brian bryan",
    "debora deborah debra",
    "laurence lawrence",
)
# What the library says and nobody means: brothers are called so, not one man.
_NOT_SHORT = frozenset(
    {("robert", "bill"), ("robert", "billy"), ("bill", "robert"), ("billy", "robert"), ("roger", "bobby")}
)
_NONE: frozenset[str] = frozenset()


def formal_names(given: str) -> frozenset[str]:
    """The formal names that this folded given name is short for; empty where it is short for none."""
    return _formal_of().get(given, _NONE)


def relatives(given: str) -> frozenset[str]:
    """Names that may be this one in another form: its short forms and what it is short for, without itself."""
    return formal_names(given) | _shorts_of().get(given, _NONE)


def is_short_for(one: str, other: str) -> bool:
    """Whether one of two folded given names is a short form or another spelling of the other."""
    return other in formal_names(one) or one in formal_names(other)


def share_a_formal_name(one: str, other: str) -> bool:
    """Liz and Beth may both be Elizabeth; that is a hint, no more."""
    return bool(formal_names(one) & formal_names(other))


@lru_cache(maxsize=1)
def _formal_of() -> dict[str, frozenset[str]]:
    """Short form to the formal names it stands for; spellings of one name point at each other."""
    found: dict[str, set[str]] = {}
    for short, formal in (*_library(), *_own()):
        found.setdefault(short, set()).add(formal)
    for group in _SPELLINGS:
        for word in group.split():
            found.setdefault(word, set()).update(other for other in group.split() if other != word)
    return {short: frozenset(formals) for short, formals in found.items()}


@lru_cache(maxsize=1)
def _shorts_of() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for short, formals in _formal_of().items():
        for formal in formals:
            found.setdefault(formal, set()).add(short)
    return {formal: frozenset(shorts) for formal, shorts in found.items()}


def _library() -> list[tuple[str, str]]:
    """(short, formal) of the library, without pairs of two names in their own right such as Andrea and Andrew."""
    from nicknames import name_triplets

    proper = wordlists.read("formal_names.txt")
    return [
        (short, formal)
        for formal, relation, short in name_triplets()
        if relation == "has_nickname"
        and (formal, short) not in _NOT_SHORT
        and not (formal in proper and short in proper)
    ]


def _own() -> list[tuple[str, str]]:
    pairs = (line.split(": ") for line in wordlists.lines("diminutives.txt"))
    return [(short, formal) for formal, shorts in pairs for short in shorts.split()]
