"""What a written company name tells besides: that it was left, other names of the same company, and who owns it."""

import re

from askwell.identity import companies

_NAME = r"([\w][\w&.'’ -]{1,60})"
_PAST = re.compile(
    r"\s*(?:ex[- ]|(?:former(?:ly)?|previously|retired(?: from)?|ehemals|fr[uü]her|anciennement|antes|ex)\b[ :])",
    re.IGNORECASE,
)
_RETIRED = re.compile(
    r"[(\[,]\s*(?:retired|ret\.|left|until|bis)\b|\bretired\s*$|[(\[]\s*(?:ex|former(?:ly)?)\s*[)\]]", re.IGNORECASE
)
_SAME = re.compile(
    rf"(?:\b(?:now|formerly|previously|f/k/a|fka|d/b/a|dba|jetzt|ehemals|vormals|anciennement|antes)\b:?\s+"
    rf"(?!part of|an? |owned by|a division)){_NAME}",
    re.IGNORECASE,
)
_OWNED = re.compile(
    rf"\b(?:(?:now )?part of|owned by|(?:an? )?(?:division|subsidiary|unit|brand|member|company) of|teil (?:der|von)"
    rf"|tochter (?:der|von))\s+(?:the )?{_NAME}",
    re.IGNORECASE,
)
_A_COMPANY = re.compile(rf"[,(–-]\s*(?:now )?an?\s+{_NAME}\s+(?:company|brand|subsidiary|business)\b", re.IGNORECASE)
# For a quick look before the exact one, for nearly every name is only a name.
_TELLS = re.compile(r"[(,\[\-–/]| (?:of|von|der|by|now|formerly|fka|dba|ehemals|vormals) ")
# Owners in everybody's mouth, by the name of the daughter; whoever is inside the one can speak of the other.
_OWNERS = {
    "Google": ("youtube", "google cloud", "deepmind", "google deepmind", "fitbit", "waze"),
    "Meta": ("instagram", "whatsapp", "oculus"),
    "Microsoft": ("linkedin", "github", "activision blizzard"),
    "Amazon": ("whole foods", "whole foods market", "twitch", "audible", "zappos", "imdb"),
    "Salesforce": ("slack", "tableau", "mulesoft"),
    "IBM": ("red hat",),
    "Oracle": ("netsuite", "cerner", "oracle cerner"),
    "Disney": ("pixar", "espn", "lucasfilm", "marvel studios", "hulu"),
    "Procter & Gamble": ("gillette",),
    "PepsiCo": ("frito lay", "quaker oats"),
    "Nestlé": ("nespresso", "purina", "nestle purina", "nestle purina petcare"),
    "Roche": ("genentech",),
    "Johnson & Johnson": ("janssen",),
    "UnitedHealth Group": ("optum", "unitedhealthcare"),
    "CVS Health": ("aetna",),
    "Walmart": ("sams club",),
    "Bank of America": ("merrill lynch", "merrill"),
    "Volkswagen": ("audi", "skoda", "seat"),
    "Stellantis": ("opel", "peugeot", "fiat", "jeep", "chrysler"),
    "PayPal": ("venmo", "braintree"),
    "Inditex": ("zara",),
    "Gap": ("old navy",),
    "Nike": ("converse",),
}
_OWNER_OF = {daughter: owner for owner, daughters in _OWNERS.items() for daughter in daughters}


def is_past(name: str) -> bool:
    """Whether what stands in the company's place says that it was left: "Ex-Google", "Google (retired)"."""
    return bool(_PAST.match(name) or _RETIRED.search(name))


def other_names(name: str) -> tuple[str, ...]:
    """Names that the same company has or had, as they are written beside it: "Initech (now Globex)"."""
    if not _TELLS.search(name) or _PAST.match(name):
        return ()
    return tuple(found.strip() for found in _SAME.findall(name))


def owners(name: str) -> tuple[str, ...]:
    """Whom a company belongs to, as it is written beside it or as everybody knows."""
    known = _OWNER_OF.get(companies.normal(name), "")
    if not _TELLS.search(name):
        return (known,) if known else ()
    written = tuple(found.strip() for pattern in (_OWNED, _A_COMPANY) for found in pattern.findall(name))
    return (*written, known) if known else written
