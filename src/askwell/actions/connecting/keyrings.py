"""What lets her in lies in the keyring of her system, or in no place at all: never in the database, a file or a log."""

import hashlib
from contextlib import suppress

from askwell.actions.desk import Desk
from askwell.domain.connections import Connection, Service
from askwell.domain.errors import Refused

OURS = "Askwell"
PLAIN = "keyrings.alt"  # keyrings of this family write into files that anybody may read
MISSING = "is not kept on this computer"
NO_KEYRING = (
    "This computer has no keyring that Askwell could use, so the password is not kept: you are asked for it each time."
)


def can_keep(desk: Desk) -> bool:
    """Whether there is a keyring to put it into; a server's keyring is nobody's own."""
    return desk.embedded and _is_safe(_backend())


def keep(desk: Desk, connection: Connection, secret: str) -> bool:
    """Put it into the keyring; tells whether that was done."""
    if not can_keep(desk):
        return False
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(OURS, _name(desk, connection), secret)
    except (KeyringError, RuntimeError, OSError):
        return False
    return True


def kept(desk: Desk, connection: Connection) -> str | None:
    """What was put there, None where nothing is, or nobody may see it now."""
    if not can_keep(desk):
        return None
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(OURS, _name(desk, connection))
    except (KeyringError, RuntimeError, OSError):
        return None


def let_go(desk: Desk, connection: Connection) -> None:
    """Take it out again, if it is there."""
    if not can_keep(desk):
        return
    import keyring
    from keyring.errors import KeyringError

    with suppress(KeyringError, RuntimeError, OSError):
        keyring.delete_password(OURS, _name(desk, connection))


def _backend() -> object | None:
    try:
        import keyring

        return keyring.get_keyring()
    except Exception as fault:  # noqa: BLE001 - a keyring that cannot even be asked for is none
        del fault
        return None


def _is_safe(backend: object | None) -> bool:
    """No file that anybody may read, and no stand-in that keeps nothing or fails."""
    if backend is None:
        return False
    inner = getattr(backend, "backends", None)
    if inner is not None:  # a chain of several
        return bool(inner) and all(map(_is_safe, inner))
    room = type(backend).__module__
    return not room.startswith((PLAIN, "keyring.backends.fail", "keyring.backends.null"))


def _name(desk: Desk, connection: Connection) -> str:
    """Whose it is, as it is shown in the keyring, and a mark of the folder and the connection it belongs to."""
    told = f"{desk.data.resolve()}\0{desk.seeker}\0{connection.id}"
    mark = hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=6).hexdigest()
    who = connection.name if connection.service is Service.FEED else f"{connection.user} at {connection.server}"
    return f"{who} ({mark})"


def needed(connection: Connection) -> Refused:
    """What is said where it is in no keyring and nobody gave it."""
    what = "address" if connection.service is Service.FEED else "password"
    return Refused(f"The {what} of “{connection.name}” {MISSING}. Give it once more.")
