"""What is made once for each installation: the secret that signs, the name of the cookie, the port it likes best."""

import hashlib
import hmac
import json
import random
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from askwell.web import private

FILE = "keys.json"
UNREADABLE = (OSError, ValueError, TypeError, KeyError)
PORTS = range(20_000, 30_000)  # below those that systems hand out for a moment, so that it is seldom taken


@dataclass(frozen=True, slots=True)
class Keys:
    """`secret` signs sessions and tokens; `cookie` is the name of the session's cookie; `port` the favorite."""

    secret: str
    cookie: str
    port: int

    @classmethod
    def of(cls, door: Path) -> Self:
        """The keys of a folder, made anew where there are none or they can't be read: then every session ends."""
        try:
            return cls.read(door)
        except UNREADABLE:
            made = cls(secrets.token_hex(32), f"askwell_{secrets.token_hex(8)}", random.SystemRandom().choice(PORTS))
            private.write(door / FILE, json.dumps(asdict(made)))
            return made

    @classmethod
    def read(cls, door: Path) -> Self:
        """The keys of a folder. Raises one of UNREADABLE where they can't be read."""
        told = json.loads((door / FILE).read_text(encoding="utf-8"))
        keys = cls(secret=told["secret"], cookie=told["cookie"], port=told["port"])
        if len(keys.secret) < 64 or not keys.cookie.isidentifier() or keys.port not in PORTS:
            raise ValueError(FILE)
        return keys

    def seal(self, purpose: str, text: str) -> str:
        """What only somebody who holds the secret can tell of a text; each purpose has a seal of its own."""
        return hmac.new(self.secret.encode(), f"{purpose}\0{text}".encode(), hashlib.sha256).hexdigest()
