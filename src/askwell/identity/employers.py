"""Which company of a list a name stands for: "Corvane" and "Corvane Medical Inc." for Corvane Medical; strictly."""

from collections.abc import Collection, Iterable

from askwell.identity import companies, mentions

# What may follow a company's name without making it another company.
_TAILS = frozenset(
    """group groupe gruppe global international worldwide holding holdings usa us uk europe emea apac americas america
    north south latin germany deutschland france canada mexico espana spain india china japan brasil brazil australia
    corporate headquarters hq division services""".split()
)
_NO_COMPANY = frozenset(
    """self-employed self employed freelance freelancer independent retired unemployed none n a na student confidential
    stealth startup looking various home family myself private consultant consulting advisor selbstandig freiberuflich
    """.split()
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

    def match(self, company: str) -> str:
        """The company of the list that this name stands for, as it is written there; "" for none."""
        normal = companies.normal(company) if company and self.names else ""
        if not normal:
            return ""
        found = self._normal.get(normal) or self._normal.get(normal.replace(" ", ""))
        return found or next((name for name in self._near(company, normal.split())), "")

    def _near(self, company: str, words: list[str]) -> list[str]:
        """Longer forms with a plain tail (Orsted North America), and the short form people use (Hartnell)."""
        found = []
        for known, name in self._by_first.get(words[0], ()):
            longer = words[: len(known)] == known and (len(known) > 1 or set(words[len(known) :]) <= _TAILS)
            shorter = words == known[:1] and bool(mentions.named(company.title(), companies=(name,)))
            if longer or shorter:
                found.append(name)
        return found

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


def is_company(name: str) -> bool:
    """Whether what stands in the company's place is one: not "Self-employed", "Retired" or nothing."""
    normal = companies.normal(name)
    return bool(normal) and not set(normal.split()) <= _NO_COMPANY
