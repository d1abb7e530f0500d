"""What is said when something can't be done: one clear sentence, and what to do next."""


class Refused(Exception):  # noqa: N818 - it is no fault of the program, it is an answer
    """A thing that was not done; the text says what happened, to which thing, and what to do next. Exit code 1."""


class SeveralPeople(Refused):
    """A name that fits more than one contact; `people` are (id, name, company) to choose from."""

    def __init__(self, text: str, people: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__(text)
        self.people = people
