"""Which company of a network owns a mail domain: a quick look before the exact one, for there are many companies."""

from collections.abc import Iterable

from askwell.identity import companies
from askwell.identity.fold import fold

LEAD = 3  # letters of a company's name by which those that come into question are found


class Domains:
    """Mail domains with the company that owns each, named as the network writes it."""

    def __init__(self, names: Iterable[str], domains: Iterable[str]) -> None:
        """`names` in order of preference; only `domains` can be asked for."""
        labels = {domain: fold(companies.from_domain(domain)) for domain in domains}
        leads: dict[str, list[str]] = {}
        for domain, label in labels.items():
            if label:
                leads.setdefault(label[:LEAD], []).append(domain)
        self._owner: dict[str, str] = {}
        for name in dict.fromkeys(names) if leads else ():
            for lead in _leads(name):
                for domain in leads.get(lead, ()):
                    if domain not in self._owner and companies.owns_domain(name, domain):
                        self._owner[domain] = name

    def get(self, domain: str) -> str:
        """The owner of a domain; "" where no company of the network owns it."""
        return self._owner.get(domain, "")


def _leads(name: str) -> set[str]:
    """The first letters of a name, of its first words joined, and of its words."""
    words = "".join(c if c.isalnum() else " " for c in fold(name)).split()
    words = words[1:] if words[:1] == ["the"] else words
    return {"".join(words)[:LEAD], "".join(word[0] for word in words)[:LEAD]}
