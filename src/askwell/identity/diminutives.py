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
    "carla karla",
    "marian marion",
    "zoe zoey",
    "claire clare",
    "sean shaun shawn",
    "stuart stewart",
    "neil neal",
    "graham graeme",
    "lewis louis",
    "lucas lukas",
    "joseph josef",
    "rachel rachael",
    "rebecca rebekah",
    "megan meghan",
    "lindsay lindsey",
    "leslie lesley",
    "caitlin kaitlyn katelyn",
    "vivian vivien",
    "isabel isobel isabelle",
    "hugh huw",
    "owen owain",
    "reece rhys",
)
# What the library says and nobody means: brothers are called so, not one man.
_NOT_SHORT = frozenset(
    {("robert", "bill"), ("robert", "billy"), ("bill", "robert"), ("billy", "robert"), ("roger", "bobby")}
)
# Nor these: a married couple has one mailbox more often than one person has both names.
_COUPLES = frozenset(
    frozenset(pair.split("/"))
    for pair in """louis/louise edwin/edwina ernest/ernestine george/georgine andrew/andrea william/wilma
    william/wilhelmina john/jane john/joan frances/francis louis/lois""".split()
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


def is_given(word: str) -> bool:
    """Whether a folded word is a given name that is known here, formal or short."""
    return word in _formal_of() or word in _shorts_of() or is_proper(word)


def is_proper(word: str) -> bool:
    """Whether a folded word is a name in its own right, as Emma and Emily are, and Liz is not."""
    return word in wordlists.read("formal_names.txt")


def may_stand_for(one: str, other: str) -> bool:
    """Whether of two names in their own right the library calls one a short form of the other: John, Jonathan."""
    return frozenset((one, other)) in _alike()


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
    proper = wordlists.read("formal_names.txt")
    return [(short, formal) for short, formal in _whole_library() if not (formal in proper and short in proper)]


@lru_cache(maxsize=1)
def _whole_library() -> list[tuple[str, str]]:
    from nicknames import name_triplets

    triplets = ((short, formal) for formal, relation, short in name_triplets() if relation == "has_nickname")
    return [(short, formal) for short, formal in triplets if (formal, short) not in _NOT_SHORT]


@lru_cache(maxsize=1)
def _alike() -> frozenset[frozenset[str]]:
    """The pairs of two names in their own right, without those of couples."""
    proper = wordlists.read("formal_names.txt")
    pairs = (frozenset(pair) for pair in _whole_library() if proper.issuperset(pair))
    return frozenset(pair for pair in pairs if pair not in _COUPLES)


def _own() -> list[tuple[str, str]]:
    pairs = (line.split(": ") for line in wordlists.lines("diminutives.txt"))
    return [(short, formal) for formal, shorts in pairs for short in shorts.split()]
