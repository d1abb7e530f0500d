"""What is connected is read once when the app is opened, where she need not be asked; she may switch that off.

Whether it is so belongs to this computer, as the keyring does: a file in the folder says that it is not.
"""

from datetime import timedelta

from askwell.actions.connecting import keyrings
from askwell.actions.connecting.connections import connected
from askwell.actions.desk import Desk
from askwell.actions.done import Done

OFF = "servers-only-when-asked"  # the file
AFTER = timedelta(hours=4)  # since the last try
ON_SAID = "From now on, what is new is read by itself when you open Askwell."
OFF_SAID = "From now on, your connections are read only when you check."


def is_on(desk: Desk) -> bool:
    return not (desk.data / OFF).exists()


def can_be(desk: Desk) -> bool:
    """Whether there is a connection that could be read without asking her."""
    return keyrings.can_keep(desk) and any(one.connection.keeps for one in connected(desk))


def switch(desk: Desk, *, on: bool) -> Done:
    """On or off, on this computer; a server of many reads nothing by itself."""
    if on or not desk.embedded:
        (desk.data / OFF).unlink(missing_ok=True)
    else:
        (desk.data / OFF).touch(mode=0o600)
    return Done(ON_SAID if on else OFF_SAID)


def due(desk: Desk) -> tuple[str, ...]:
    """The names of connections to read now: checked before, so that it is soon done; some hours ago; nobody is asked.

    Nobody looks into the keyring for that.
    """
    if not (is_on(desk) and keyrings.can_keep(desk)):
        return ()
    return tuple(
        one.connection.name
        for one in connected(desk)
        if one.connection.keeps
        and not one.asks
        and one.looked is not None
        and one.looked.checked is not None
        and desk.now - one.looked.tried >= AFTER
    )
