"""Which company of a list a name stands for: "Corvane" and "Corvane Medical Inc." for Corvane Medical; strictly."""

import re
from collections.abc import Collection, Iterable

from askwell.identity import companies, groups, mentions

# What may follow a company's name without making it another company.
_TAILS = frozenset(
    """group groupe gruppe global international worldwide holding holdings usa us uk europe emea apac americas america
    north south latin germany deutschland france canada mexico espana spain india china japan brasil brazil
    australia corporate headquarters hq division services amsterdam atlanta austin barcelona basel berlin birmingham
    bogota boston brussels budapest chicago cologne copenhagen dallas denver detroit dublin dusseldorf frankfurt
    geneva hamburg helsinki houston koln krakow lagos lisboa lisbon london lyon madrid mailand manchester melbourne
    mexico miami milan milano milwaukee minneapolis montreal mumbai munchen munich nairobi oslo paris philadelphia
    phoenix porto prague praha pune rome roma rotterdam seattle shanghai singapore stockholm stuttgart sydney tokyo
    toronto vancouver vienna warsaw wien zurich ag gmbh inc llc ltd corp plc""".split()
)
# What makes a company's longer name another organization, though it begins alike.
_OTHERS = frozenset(
    """association academy alumni arena bank bar cafe center charities church clinic club college credit dealer dealers
    dealership dental employees fans federation foundation franchise fund hospital hotel institute insurance law museum
    of press retirees school stadium students theater theatre union university users veterans watch workers""".split()
)
_NO_COMPANY = frozenset(
    """self-employed self employed freelance freelancer independent retired unemployed none n a na student confidential
    stealth startup looking various home family myself private consultant consulting advisor selbstandig freiberuflich
    """.split()
)
# What people write in a company's place while they have none.
_BETWEEN = re.compile(
    r"(?:actively )?(?:open to|looking|seeking|searching)\b.*\b(?:work|jobs?|roles?|positions?|opportunit\w+|offers)"
    r"|job ?seek(?:er|ing)|between (?:jobs|roles|positions)|in transition|career (?:break|transition|change)|sabbatical"
    r"|(?:parental|maternity|paternity|family|medical|garden(?:ing)?) leave"
    r"|(?:stay at home|full time) (?:mom|mum|mother|dad|father|parent)"
)


class Employers:
    """An index over a list of companies, in the order given (target companies, or where the seeker has worked)."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(name for name in dict.fromkeys(names) if is_company(name))
        self._rank = {name: at for at, name in enumerate(self.names)}
        self._normal: dict[str, str] = {}
        self._owners: dict[str, str] = {}
        self._by_first: dict[str, list[tuple[list[str], str]]] = {}
        for name in self.names:
            normal = companies.normal(name)
            self._normal.setdefault(normal, name)
            self._normal.setdefault(normal.replace(" ", ""), name)
            self._by_first.setdefault(normal.partition(" ")[0], []).append((normal.split(), name))
        for name in self.names:
            for other in map(companies.normal, groups.other_names(name)):
                self._normal.setdefault(other, name)

    def match(self, company: str) -> str:
        """The company of the list that this name stands for, as it is written there; "" for none."""
        if not company or not self.names:
            return ""
        return self._match(company) or next(filter(None, map(self._match, groups.other_names(company))), "")

    def owner(self, company: str) -> str:
        """The company of the list that this one belongs to, where that is written beside it or well known."""
        if not company or not self.names:
            return ""
        return next(filter(None, map(self._match, groups.owners(company))), "")

    def _match(self, company: str) -> str:
        normal = companies.normal(company) if company and self.names else ""
        if not normal:
            return ""
        found = self._normal.get(normal) or self._normal.get(normal.replace(" ", ""))
        return found or self._near(company, normal.split())

    def _near(self, company: str, words: list[str]) -> str:
        """A longer form with a plain tail (Orsted North America), or the short form people use, of one alone."""
        shorter = []
        for known, name in self._by_first.get(words[0], ()):
            if len(words) == 1 and mentions.named(company.title(), companies=(name,)):
                shorter.append(name)
            elif _is_longer(words, known) or _is_shorter(words, known):
                return name
        return shorter[0] if len(shorter) == 1 else ""

    def of_mail(self, addresses: Collection[str], *, but: Collection[str] = ()) -> str:
        """The company of the list whose mail addresses these are; "" for none, for several, and for one of `but`."""
        if not addresses or not self.names:
            return ""
        domains = (address.partition("@")[2] for address in addresses)
        found = {owner for domain in domains if domain and (owner := self._owner(domain))}
        return found.pop() if len(found) == 1 and found.isdisjoint(but) else ""

    def _owner(self, domain: str) -> str:
        known = self._owners.get(domain)
        if known is None:
            owned = (name for name in self.names if companies.owns_domain(name, domain))
            known = self._owners[domain] = next(owned, "") if companies.from_domain(domain) else ""
        return known

    def named(self, text: str) -> tuple[str, ...]:
        """The companies of the list that a note names, in the order of the list."""
        if not text or not self.names:
            return ()
        return tuple(sorted(mentions.named(text, companies=self.names), key=self._rank.__getitem__))

    def rank(self, name: str) -> int:
        """The place of a company of the list, from 0."""
        return self._rank[name]


def _is_longer(words: list[str], known: list[str]) -> bool:
    """Whether a name is the known one with more behind it that does not make it another company's."""
    if len(words) <= len(known) or words[: len(known)] != known:
        return False
    tail = set(words[len(known) :])
    named = len(known) > 1 and not all(mentions.is_shared(word) for word in known)
    return tail <= _TAILS or (named and tail.isdisjoint(_OTHERS))


def _is_shorter(words: list[str], known: list[str]) -> bool:
    """Whether only a plain tail is missing: St. Olga Health for St. Olga Health System."""
    left_out = set(known[len(words) :])
    return len(words) > 1 and known[: len(words)] == words and left_out <= _TAILS | {"system", "systems", "network"}


def is_company(name: str) -> bool:
    """Whether what stands in the company's place is one: not "Self-employed", "Open to work" or nothing."""
    normal = companies.normal(name)
    return bool(normal) and not set(normal.split()) <= _NO_COMPANY and not _BETWEEN.fullmatch(normal)
