"""What is said when something can't be done: one clear sentence, and what to do next."""

from askwell.domain.hints import Hint


class Refused(Exception):  # noqa: N818 - it is no fault of the program, it is an answer
    """A thing that was not done; the text says what happened, to which thing, and what to do next. Exit code 1.

    `hints` are verbs that help from there. The text is whole without them.
    """

    def __init__(self, text: str = "", *hints: Hint) -> None:
        super().__init__(text)
        self.hints = hints


class SeveralPeople(Refused):
    """A name that fits more than one contact; `people` are (id, name, company) to choose from."""

    def __init__(self, text: str, people: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__(text)
        self.people = people


class NearPeople(Refused):
    """A name that fits nobody exactly; `people` are (id, name, company) of those it nearly fits, to choose from."""

    def __init__(self, text: str, people: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__(text)
        self.people = people


class NoSuchPerson(Refused):
    """An id that nobody of this seeker's has: never given, forgotten, taken back, or somebody else's; all the same."""

    def __init__(self) -> None:
        super().__init__(
            "Nobody of yours is under this address. They may have been forgotten, or an import taken back."
        )
