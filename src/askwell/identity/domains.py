"""Which company of a network owns a mail domain: a quick look before the exact one, for there are many companies."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from askwell.identity import companies
from askwell.identity.fold import fold

_WORD = re.compile(r"[^\W_]+")


class Domains:
    """Mail domains with the company that owns each, named as the network writes it."""

    def __init__(self, names: Iterable[str], domains: Iterable[str]) -> None:
        """`names` in order of preference; only `domains` can be asked for."""
        self._domains: dict[str, list[str]] = {}
        for domain in domains:
            if label := fold(companies.from_domain(domain)).replace(" ", ""):
                self._domains.setdefault(label, []).append(domain)
        self._labels = sorted(self._domains)
        self._owner: dict[str, str] = {}
        for name in dict.fromkeys(names) if self._labels else ():
            for label in self._near(name):
                for domain in self._domains[label]:
                    if domain not in self._owner and companies.owns_domain(name, domain):
                        self._owner[domain] = name

    def get(self, domain: str) -> str:
        """The owner of a domain; "" where no company of the network owns it."""
        return self._owner.get(domain, "")

    def _near(self, name: str) -> Iterator[str]:
        """Labels that may be a company's: those that begin with its first word, and its initials."""
        words = [word for word in _WORD.findall(fold(name)) if word not in companies.AND]
        if not words:
            return
        at = bisect_left(self._labels, words[0])
        while at < len(self._labels) and self._labels[at].startswith(words[0]):
            yield self._labels[at]
            at += 1
        initials = "".join([word[0] for word in words])
        for end in range(3, len(initials) + 1):
            if initials[:end] in self._domains:
                yield initials[:end]
