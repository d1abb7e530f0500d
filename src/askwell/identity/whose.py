"""Whose a name is that a message drops: which of the people she came to write to, hear or meet afterwards."""

from datetime import datetime
from functools import cached_property

from askwell.domain.messages import Direction, Interaction
from askwell.domain.threads import Record
from askwell.identity import names
from askwell.identity.mentions import named


class Whose:
    """Looks names and addresses up among the people of one record."""

    def __init__(self, record: Record) -> None:
        self.record = record

    def find(self, name: str, *, said_in: Interaction) -> str:
        """The one contact since that message whom the name or address fits; "" for none or several.

        A given name alone is somebody only where the first exchange came after it, and names who said it or is with
        somebody of a company that the message names.
        """
        if "@" in name:
            return self._addresses.get(name.strip().casefold(), "")
        wanted = names.split(name)
        words = _words(wanted)
        near = dict.fromkeys(p for word in words for p in self._by_word.get(word, ()) if p != said_in.other)
        if wanted.full:
            found = [p for p in near if self._fits(p, wanted, since=said_in.at)]
        elif len(wanted.given) > 1:
            found = [p for p in near if self._people[p][0].given == wanted.given and self._came_of(p, said_in)]
        else:
            found = []
        return found[0] if len(found) == 1 else ""

    @cached_property
    def _addresses(self) -> dict[str, str]:
        return {a: c.id for c in self.record.search.contacts.values() for a in c.addresses}

    @cached_property
    def _people(self) -> dict[str, tuple[names.Name, datetime]]:
        """Everybody she had to do with, with the last time."""
        last = {person: i.at for i in self.record.past for person in i.people}
        contacts = self.record.search.contacts
        return {p: (names.split(contacts[p].name), at) for p, at in last.items() if p in contacts}

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        """People by the words of their names: two forms of one name share at least one."""
        found: dict[str, list[str]] = {}
        for person, (name, _) in self._people.items():
            for word in _words(name):
                found.setdefault(word, []).append(person)
        return found

    def _fits(self, person: str, wanted: names.Name, *, since: datetime) -> bool:
        own, last = self._people[person]
        return last > since and own.full and names.compare(wanted, own) >= names.Likeness.FITS

    def _came_of(self, person: str, said_in: Interaction) -> bool:
        contacts = self.record.search.contacts
        first = self.record.between(person)[0]
        if first.at <= said_in.at:
            return False
        sayer, company = contacts.get(said_in.other or ""), contacts[person].company
        names_sayer = bool(sayer and sayer.given and sayer.given.casefold() in first.text.casefold())
        return (names_sayer and first.direction is Direction.OUT) or bool(
            company and named(said_in.text, companies=[company])
        )


def _words(name: names.Name) -> set[str]:
    return {name.given, name.family, *name.parts, *name.maiden, *name.also} - {""}
