"""Which addresses are no person's: role mailboxes, machines and organizations; and what an address says of a name."""

import re
from functools import lru_cache

from askwell.identity import wordlists
from askwell.identity.companies import from_domain
from askwell.identity.fold import LONGEST, fold
from askwell.identity.parts import Name, split

_PIECES = re.compile(r"[._+-]")
_LETTERS = re.compile(r"[^\W\d_]+")
OWN = frozenset("mail hello hi hallo hola bonjour info contact kontakt contacto office email me post".split())
MACHINES = ("noreply", "donotreply", "mailerdaemon", "notification", "bounce", "autoreply", "automailer", "unsubscribe")


def roles() -> frozenset[str]:
    return wordlists.read("role_mailboxes.txt")


@lru_cache(maxsize=16_384)
def is_role(address: str, name: str = "") -> bool:
    """Whether an address is a function and nobody's own: info@, noreply@, jobs.de@. `name` is what the header says.

    hello@janeroe.example is Jane Roe's own where the header names her.
    """
    local, _, domain = address.partition("@")
    pieces = [piece for piece in _PIECES.split(fold(local)) if piece]
    joined = "".join(pieces)
    if any(machine in joined for machine in MACHINES):
        return True
    if joined not in roles() and not _role_pieces(pieces):
        return False
    return not (joined in OWN and _owns(split(name), domain))


def _role_pieces(pieces: list[str]) -> bool:
    """jobs.de, support-123, press_office: a role first, and behind it only roles, numbers and short marks."""
    if len(pieces) < 2 or pieces[0] not in roles():
        return False
    return all(piece in roles() or len(piece) <= 3 or piece.isdigit() for piece in pieces[1:])


def _owns(name: Name, domain: str) -> bool:
    return name.full and name.family in fold(domain).replace("-", "")


def is_organization(name: str, address: str = "") -> bool:
    """Whether a header's name is an organization's: it says so (Ltd, Library, Team), or is that of the domain itself.

    Steve Jobs keeps his name where his address has it too.
    """
    words = [fold(word) for word in _LETTERS.findall(name[:LONGEST])]
    if not words:
        return False
    telling = wordlists.read("organization_words.txt")
    if any(word in telling for word in words):
        return not (set(words) - telling) & set(_PIECES.split(fold(address.partition("@")[0])))
    company = fold(from_domain(address.partition("@")[2])).replace(" ", "").replace("-", "") if address else ""
    return bool(company) and (len(words) == 1 or len("".join(words)) > 5) and "".join(words) == company


def said_name(address: str) -> Name:
    """The name an address spells out as given.family@ or given_family@; NOBODY where it does not."""
    local = address.partition("@")[0].partition("+")[0]
    if local.isalnum():
        return Name()  # nothing parts given and family name, as in most
    pieces = [piece for piece in _PIECES.split(local) if piece]
    pieces = [piece.rstrip("0123456789") for piece in pieces]
    if not 2 <= len(pieces) <= 3 or not all(piece.isalpha() for piece in pieces) or len(pieces[-1]) < 2:
        return Name()
    return Name(given=pieces[0], middle=tuple(pieces[1:-1]), family=pieces[-1], parts=(pieces[-1],))
