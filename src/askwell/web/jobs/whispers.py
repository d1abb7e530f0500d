"""What a child has to know and no file may: what lets her in at servers, from memory to memory, through its pipe."""

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence

from askwell.actions.connecting import connections, pockets
from askwell.actions.desk import Desk


def secrets_of(desk: Desk, names: Sequence[str]) -> str:
    """What she gave for these connections since Askwell was opened, as one word; what is in a keyring is not in it."""
    if not names:
        return ""
    given = {one.id: pockets.of(desk, one) for one in connections.all_of(desk) if one.name in names}
    told = json.dumps({key: secret for key, secret in given.items() if secret})
    return b64encode(told.encode()).decode("ascii")


def hear(desk: Desk, whisper: str) -> None:
    """The same on the other side: it counts before what lies in a keyring, for she gave it later."""
    told = json.loads(b64decode(whisper)) if whisper else {}
    for one in connections.all_of(desk) if told else ():
        if one.id in told:
            pockets.put(desk, one, str(told[one.id]))
