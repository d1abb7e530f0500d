"""Whom the address of a letter means: somebody by id, or by the promise to write to them, who was only named."""

from dataclasses import dataclass
from typing import Self

from askwell.actions.letters import Purpose, purpose_of
from askwell.web.letters.shown import Shown

NAMED = "named"  # in an address, where a contact has an id


@dataclass(frozen=True, slots=True)
class Whom:
    """`person` is an id as it stands in an address, "" for somebody only named by `event`."""

    person: str
    purpose: Purpose
    event: str = ""

    @classmethod
    def of(cls, person: str, purpose: str, shown: Shown) -> Self:
        """Raises Refused where there is no letter of this purpose."""
        named = person == NAMED
        return cls("" if named else person, purpose_of(purpose), shown.event if named else "")

    @property
    def path(self) -> str:
        """The address of the letter's page, without what is said behind it."""
        return path_of(self.purpose, self.person or NAMED)


def path_of(purpose: Purpose, person: str) -> str:
    return f"/ask/{person}" if purpose is Purpose.ASK else f"/write/{purpose}/{person}"
