"""Which companies a text names: by the full name, or by the words people shorten it to (Ostara for Ostara Foods)."""

import re
from collections.abc import Iterable
from functools import lru_cache

# First words that many companies share: alone they name none.
_SHARED = frozenset(
    """
    advanced alpine american apex atlantic bay big blue bright capital central century city clear coastal college
    common community country county creative crown data delta digital direct dynamic east eastern elite enterprise
    euro european express federal first future general global golden good grand great green group health high home
    hospital ideal independent industrial inner innovative institute integrated inter international island lake land
    liberty local long main market med medical metro mid modern mountain national neighborhood net new next nordic
    north northern ocean office one open pacific peak people pioneer premier prime pro public pure quality rapid red
    regional river royal safe saint select service shared silver smart social software solid south southern special
    standard star state sterling strategic summit sun super swift system team tech the total town trade traditional
    trans tri true trust uni union united universal university urban valley value west western white world young
    """.split()
)
# First words that are companies of their own: Apple Bank is not meant where Apple is named.
_FAMOUS = frozenset(
    """
    adidas aetna airbnb airbus aldi allianz amazon apple axa barclays basf bayer boeing bosch canon cargill
    carrefour caterpillar chase cisco citi comcast costco danone dell deloitte disney dole ebay epson ericsson
    facebook fidelity ford gap google hertz hilton honda hsbc humana hyatt ikea intel kaiser kellogg kraft kroger
    lenovo lidl lyft marriott mars mercury meta microsoft monster nestle netflix nike nissan nokia novartis oracle
    orange paypal pepsi pfizer puma roche ross samsung sanofi santander siemens sony spotify sprint square stripe
    subway target telekom tesco tesla toyota tyson uber unilever verizon visa vodafone walmart xerox zurich
    """.split()
)
_ALONE_NONE = _SHARED | _FAMOUS
_WORD = re.compile(r"[^\W_]+(?:['’&.][^\W_]+)*", re.UNICODE)
_LEGAL = frozenset(
    {"inc", "llc", "ltd", "limited", "corp", "corporation", "co", "company", "gmbh", "ag", "plc", "sa", "bv"}
)


def named(text: str, *, companies: Iterable[str]) -> frozenset[str]:
    """Those of the companies that the text names, as they were given.

    A shortened name counts only in capitals ("Target asked me", not "on target"); a full name of two words and more
    counts however it is written.
    """
    words = _WORD.findall(text)
    plain = f" {' '.join(_plain(word) for word in words)} "
    capital = f" {' '.join(_plain(word) for word in words if word[:1].isupper() or word[:1].isdigit())} "
    return frozenset(company for company in companies if company and _is_named(company, plain, capital))


def _is_named(company: str, plain: str, capital: str) -> bool:
    full, short = _forms(company)
    if not full:
        return False
    return (" " in full and f" {full} " in plain) or f" {short} " in capital


@lru_cache(maxsize=4096)
def _forms(company: str) -> tuple[str, str]:
    """The name in plain words without its legal form, and the fewest leading words that still name it alone."""
    words = [_plain(word) for word in _WORD.findall(company)]
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    if len(words) > 1 and words[0] == "the":
        words.pop(0)
    count = 1
    while count < len(words) and (words[count - 1] in _ALONE_NONE or len(words[count - 1]) < 4):
        count += 1
    return " ".join(words), " ".join(words[:count])


def is_shared(word: str) -> bool:
    """Whether a word stands in the names of many companies, so that it tells none of them."""
    return word in _SHARED


def _plain(word: str) -> str:
    return word.casefold().removesuffix("'s").removesuffix("’s").strip(".'’")
