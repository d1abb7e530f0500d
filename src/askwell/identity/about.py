"""Whether words are about the search: looking for work as such, or its own roles, fields and companies."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from askwell.domain.cues import Answer, Cue
from askwell.domain.goals import Goals
from askwell.domain.messages import Interaction
from askwell.domain.search import Search
from askwell.domain.threads import Record
from askwell.identity.mentions import named

LOOKED_AT = 5000  # characters of a message
_LOOKING = re.compile(
    r"\b(?:jobs?|job-?(?:search|hunt\w*|market)|interview\w*|cvs?|r[eé]sum[eé]s?|vacanc(?:y|ies)|openings?|hiring|hires?"
    r"|hired|recruit\w*|head-?hunter\w*|cover letter|appl(?:y|ied|ying) (?:to|for|at|with)|your applications?|careers?"
    r"|positions?|roles?|networking|unemployed|laid off|layoffs?|out of work|next step|your search"
    r"|bewerb\w+|offene stellen?|stellen(?:anzeigen?|markt|angebote?)|lebenslauf|vorstellungsgespr\w+|arbeitslos"
    r"|emploi|poste|candidature|embauch\w+|ch[oô]mage"
    r"|empleo|puesto|vacantes?|entrevista\w*|curr[ií]culum)\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"[^\W_]+")
LONG = 4  # letters of a word that tells something
# Words of a role that say its rank and not its work.
_RANKS = frozenset(
    """manager senior junior lead leader head director vice president chief officer assistant associate specialist
    coordinator executive principal staff team member intern trainee group global regional deputy""".split()
)


def stands_apart(record: Record, interaction: Interaction, cues: Iterable[Cue]) -> bool:
    """Whether what looks like help or an offer is so far no part of the search, and needs her yes to count.

    It comes from somebody whom she neither asked, thanked nor met, who pointed to nobody and to whom nobody pointed,
    and it speaks of nothing that she looks for: the papers of an old employer, a recipe, a lift to the airport.
    """
    if interaction.other in record.drawn_in or any(cue.answer is Answer.YES for cue in cues):
        return False
    return not is_about_the_search(f"{interaction.subject}\n{interaction.text}", record.search)


def is_about_the_search(text: str, search: Search) -> bool:
    """Whether a message speaks of looking for work, or of what she looks for: her roles, fields or companies."""
    said = text[:LOOKED_AT]
    if _LOOKING.search(said):
        return True
    known = {*search.goals.companies, *(application.company for application in search.applications)}
    return bool(named(said, companies=known)) or _names_the_work(said, search.goals)


def _names_the_work(text: str, goals: Goals) -> bool:
    """Whether one of her fields stands in it, or all the telling words of one of her roles."""
    plain, words = f" {' '.join(_ALL.findall(_plain(text)))} ", _words(text)
    if any(f" {' '.join(_ALL.findall(_plain(field)))} " in plain for field in goals.fields if field.strip()):
        return True
    roles = (*goals.roles, *(position.title for position in goals.positions))
    return any(telling and telling <= words for telling in map(_telling, roles))


@lru_cache(maxsize=256)
def _telling(role: str) -> frozenset[str]:
    return _words(role) - _RANKS


def _words(text: str) -> frozenset[str]:
    """The longer words of a text in lower case without accents."""
    return frozenset(word for word in _ALL.findall(_plain(text)) if len(word) >= LONG)


def _plain(text: str) -> str:
    """Lower case without accents; a whole message, where `fold` is for names."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))
