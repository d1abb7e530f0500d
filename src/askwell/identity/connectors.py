"""Who sees many companies: by the work, by the firm, or because a whole trade or school comes together there."""

import re

from askwell.identity import fields
from askwell.identity.titles import Title

# Functions whose people see many companies, and what they are called in a reason.
CONNECTORS = {
    "recruiting": "recruits for many teams",
    "investing": "invests in companies",
    "sales": "deals with many customers",
    "journalism": "writes about many companies",
    "association": "knows the members of a whole trade",
    "alumni": "keeps in touch with many graduates",
    "consulting": "works with many companies",
    "clergy": "knows a whole congregation",
    "events": "brings many people together",
    "advertising": "works with many customers",
}
# Firms that serve many others, by their field; who speaks for the firm as a whole sees them.
FIRMS = {
    "staffing and recruiting": "places people with many companies",
    "consulting": "works with many companies",
    "law": "advises many companies",
    "logistics and transport": "moves goods for many companies",
    "marketing and communications": "works with many customers",
}
_ADVISES = frozenset({"consultant", "advisor", "adviser", "coach", "freelance", "representative", "broker"})
_SERVES_ALL = re.compile(
    r"\b(?:alumni|career services|career cent(?:er|re)|chamber of commerce|handelskammer|chambre de commerce"
    r"|c[aá]mara de comercio|c[aâ]mara de com[eé]rcio|camera di commercio|kamer van koophandel)\b",
    re.IGNORECASE,
)

_STEMS = ("alumni", "career", "commerc", "comerc", "comérc", "koophandel", "handelskammer")


def by_work(title: str, read: Title) -> str:
    """What somebody of this title does with many companies; "" for nothing. Who has stopped working meets few."""
    if _serves_all(title):
        return CONNECTORS["association"]
    named = next((CONNECTORS[f] for f in (*read.functions, *read.also[:1]) if f in CONNECTORS), "")
    return named or (CONNECTORS["consulting"] if read.words & _ADVISES else "")


def by_firm(company: str) -> str:
    """What this company does for many others; "" for nothing."""
    if _serves_all(company):
        return CONNECTORS["association"]
    return next((FIRMS[name] for name in sorted(fields.told(company)) if name in FIRMS), "")


def _serves_all(text: str) -> bool:
    """Whether a whole trade or school comes together there; a quick look goes before the exact one."""
    plain = text.casefold()
    return any(stem in plain for stem in _STEMS) and bool(_SERVES_ALL.search(plain))
