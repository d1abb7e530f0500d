"""Companies brought to one form (legal forms, "formerly", "Ex-" and punctuation go), and the mail domains they own."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from askwell.identity import wordlists
from askwell.identity.fold import fold, loose

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_FORMER = re.compile(
    r"^(?:ex[- ]|former(?:ly)? |previously |retired (?:from )?|ehemals |anciennement |at |bei |the )+", re.IGNORECASE
)
_BEHIND = re.compile(
    r"[(\[|;]|,? (?:a (?:division|subsidiary|unit|brand|member) of|(?:now )?part of|owned by) "
    r"|, (?:a |an |now |formerly |previously |ehemals |jetzt )| formerly | - (?:a |an |now |formerly |part of )"
    r"| [\u2013\u2014] | (?:f/k/a|fka|dba|d/b/a) ",
    re.IGNORECASE,
)
_APART = re.compile(r"[^\w]+|_")
AND = frozenset({"and", "und", "et", "y", "e", "the"})
_SIGNS = str.maketrans("™®©℠", "    ")
_MORE_FORMS = frozenset({"ug"})  # those that the library lacks
_LEGAL_FRONT = ("株式会社", "有限会社", "合同会社", "(株)", "㈱")
# What one company is called besides its own name; only where the two are one employer in everybody's mouth.
_ALIASES = {
    "alphabet": "google",
    "meta": "facebook",
    "meta platforms": "facebook",
    "amazon web services": "amazon",
    "aws": "amazon",
    "amazon com": "amazon",
    "walt disney": "disney",
    "hewlett packard": "hp",
    "general electric": "ge",
    "johnson johnson": "j j",
    "bofa": "bank of america",
    "pricewaterhousecoopers": "pwc",
    "ernst young": "ey",
    "international business machines": "ibm",
    "procter gamble": "p g",
    "jp morgan": "jpmorgan",
    "jp morgan chase": "jpmorgan",
    "jpmorgan chase": "jpmorgan",
}
MOST_FORMS = 3
_TAILS = frozenset("inc corp co group global international usa us uk de eu hq online company ltd llc gmbh ag".split())


@lru_cache(maxsize=50_000)
def normal(name: str) -> str:
    """The name for comparing: folded words without legal form, article, "formerly …" and what stands in brackets."""
    for front in _LEGAL_FRONT:
        name = name.replace(front, " ")
    plain = fold(_FORMER.sub("", " ".join(name.translate(_SIGNS).split())[:200]))
    core = _BEHIND.split(plain, maxsplit=1)[0]
    words = _words(_without_legal_form(core)) or _words(core) or _words(plain)
    while len(words) > 1 and words[0] == "the":
        words = words[1:]
    kept = " ".join("st" if word == "saint" else word for word in words if word not in AND) or " ".join(words)
    return _ALIASES.get(kept, kept)


def _words(text: str) -> list[str]:
    return [word for word in _APART.sub(" ", text.replace(".", "").replace("'", "").replace("’", "")).split() if word]


def _without_legal_form(name: str) -> str:
    """Legal forms stand last nearly everywhere, one or several (Co., Ltd.; GmbH & Co. KG)."""
    for _ in range(MOST_FORMS):
        shorter = _without_last_form(name)
        if shorter == name:
            break
        name = shorter
    return name


def _without_last_form(name: str) -> str:
    """Only where the last word may be a legal form is the library asked."""
    last = name.replace(".", "").replace(",", " ").rsplit(maxsplit=1)
    if len(last) > 1 and last[-1] in _MORE_FORMS:
        return last[0]
    if not last or last[-1] not in _legal_ends():
        return name
    from cleanco.clean import custom_basename, strip_punct

    by_end = _terms_by_end()
    ends = {strip_punct(word) for word in name.split()} if name.isascii() else by_end.keys()
    terms = sorted(term for end in ends for term in by_end.get(end, ()))
    return str(custom_basename(name, [term for _, term in terms]))


@lru_cache(maxsize=1)
def _terms_by_end() -> dict[str, list[tuple[int, tuple[int, list[str]]]]]:
    """The library's terms, numbered in its order, by their last word: it would hold all of them against each name."""
    from cleanco import prepare_default_terms

    found: dict[str, list[tuple[int, tuple[int, list[str]]]]] = {}
    for number, term in enumerate(prepare_default_terms()):
        found.setdefault(term[1][-1] if term[1] else "", []).append((number, term))
    return found


@lru_cache(maxsize=1)
def _legal_ends() -> frozenset[str]:
    from cleanco.termdata import terms_by_country, terms_by_type

    terms = (term for group in (terms_by_type, terms_by_country) for terms in group.values() for term in terms)
    return frozenset(fold(term).replace(".", "").replace(",", " ").split()[-1] for term in terms if term.strip(" .,"))


def core(name: str) -> str:
    """A name as it is written, without what stands behind it: "Globex (formerly Initech)" is Globex."""
    return _BEHIND.split(name.strip(), maxsplit=1)[0].strip(" ,") or name


def same(a: str, b: str) -> bool:
    """Whether two names mean one company; blanks make no difference ("PayPal", "Pay Pal")."""
    mark = key(a)
    return bool(mark) and mark == key(b)


@lru_cache(maxsize=50_000)
def key(name: str) -> str:
    """One mark for all names that mean one company and for no others, as `same` tells; "" where none does."""
    form = normal(name)
    return f"{form[:1]}|{_tight(form)}" if form else ""


def _tight(form: str) -> str:
    return loose(form).replace(" ", "")


def from_domain(domain: str) -> str:
    """The company that a mail domain names, capitalized; "" for mail that anybody can have, and for alumni."""
    label = _label(domain.lower().rstrip("."))
    return " ".join(word.capitalize() for word in label.split("-")) if label else ""


@lru_cache(maxsize=20_000)
def _label(domain: str) -> str:
    labels = [label for label in domain.split(".") if label]
    if len(labels) < 2 or "alumni" in labels or "alum" in labels:
        return ""
    if len(labels) > 2:
        labels = (_suffixes().privatesuffix(domain) or "").split(".")
    return "" if not labels[0] or labels[0] in wordlists.read("free_mail.txt") else labels[0]


@lru_cache(maxsize=1)
def _suffixes() -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


def owns_domain(company: str, domain: str) -> bool:
    """Whether a mail domain is that company's: its name in one word, or its first words at a word's end.

    The domain corvane.example is Corvane Medical's, ferraroimports.example Ferraro Imports'.
    """
    plain, form = _one_word(domain), normal(company)
    if not plain or plain[0] != form[:1]:
        return False
    words = form.split()
    starts = {"".join(words[:n]) for n in range(1, len(words) + 1)}
    if len(plain) >= 3 and (plain in starts or _is_made_of(plain, words)):
        return True
    whole = "".join(words)
    initials = "".join(word[0] for word in words)
    return (len(whole) >= 4 and plain.startswith(whole) and plain[len(whole) :] in _TAILS) or (
        len(initials) >= 3 and plain == initials
    )


@lru_cache(maxsize=20_000)
def _one_word(domain: str) -> str:
    """What a mail domain calls the company, folded and without hyphens; "" where it names none."""
    return fold(_label(domain.lower())).replace("-", "")


def _is_made_of(label: str, words: list[str]) -> bool:
    """Whether a label is the first word and later ones, some left out: feldcpa of "Feld & Daughter CPA"."""
    if not label.startswith(words[0]):
        return False
    rest = label[len(words[0]) :]
    for word in words[1:]:
        rest = rest.removeprefix(word)
    return not rest
