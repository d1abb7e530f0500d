"""What can stand in the way at a server, each as a sentence: what happened, at which server, and what to do next."""

AGAIN = "Try again in a moment."
KEPT = "What was read until then is kept, and trying again goes on from there."


class Trouble(Exception):  # noqa: N818 - it is an answer about a server, not a fault of the program
    """Something at a server that stands in the way; the text is a sentence for the page."""


def told(trouble: Trouble, *, kept: bool) -> str:
    """The sentence, and that what was `kept` until then is not lost."""
    return f"{trouble} {KEPT}" if kept else str(trouble)


class Unreachable(Trouble):
    """Nobody answers there, or may be asked; the sentence is the same, so that nobody finds out more by trying."""

    def __init__(self, host: str) -> None:
        super().__init__(f"{host} could not be reached. Check the address, and that you are online; then try again.")


class NotLetIn(Trouble):
    """The name and password, or the token, were not accepted."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"{host} did not accept the user name and password. Most providers want an app password here, not the one"
            " you sign in with: make a new one, then connect again."
        )


class NotSecure(Trouble):
    """There is no encrypted way in, so nothing secret was said."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"{host} offers no encrypted connection, so your password was not sent. Ask your provider for the address"
            " of its encrypted server, usually at port 993."
        )


class NoCertificate(Trouble):
    """Whoever answers cannot show that they are who they should be."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"Whoever answers at {host} cannot prove to be {host}, so your password was not sent. Check the address; on"
            " a network that is not yours, try again at home."
        )


class BrokenOff(Trouble):
    """The connection ended in the middle."""

    def __init__(self, host: str) -> None:
        super().__init__(f"The connection to {host} broke off. {AGAIN}")


class TooSlow(Trouble):
    """It answers too slowly, or has not been done in all the time there was."""

    def __init__(self, host: str) -> None:
        super().__init__(f"{host} took too long to answer. {AGAIN}")


class TooMuch(Trouble):
    """It sends more than any honest answer holds."""

    def __init__(self, host: str) -> None:
        super().__init__(f"{host} sent far more than was asked for, so the connection was ended. {AGAIN}")


class Confused(Trouble):
    """It answers, and what it says makes no sense; `what` tells in which way."""

    def __init__(self, host: str, what: str = "its answer makes no sense") -> None:
        super().__init__(f"{host} cannot be read just now: {what}.")


class Elsewhere(Trouble):
    """It sends on to another server, which is not told the password."""

    def __init__(self, host: str, other: str) -> None:
        super().__init__(
            f"{host} sends us on to {other}. Your password was not sent there. If that is right, connect with the"
            f" address of {other} instead."
        )


class NotThere(Trouble):
    """There is no address book or calendar at this address."""

    def __init__(self, host: str, what: str) -> None:
        super().__init__(f"No {what} was found at {host}. Check the address in the help of your provider.")
