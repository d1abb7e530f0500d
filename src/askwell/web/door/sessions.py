"""Who is signed in: one private file for each session, named by the digest of its id, good for thirty days.

Kept in files, so that an open page goes on after a restart; no id can be read there, so that a copy of the folder
lets nobody in. Django's own store of files names them by the id, and makes a file for each stranger.
"""

import hashlib
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import VALID_KEY_CHARS, CreateError, SessionBase, UpdateError
from django.utils import timezone
from django.utils.crypto import get_random_string

from askwell.web import private

FOLDER = "sessions"
SEEKER = "seeker"  # in a session: whose desk it is
LASTS = timedelta(days=30)
KEY_LENGTH = 32  # of 36 letters: 165 bits


class SessionStore(SessionBase):
    """One session. `SESSION_FILE_PATH` is the folder."""

    def begin(self, seeker: str, *, name: str) -> None:
        """A new session, with an id that nobody could know before, kept in it under `name` whose it is."""
        self.create()
        self.set_expiry(timezone.now() + LASTS)
        self[name] = seeker

    def load(self) -> dict[str, Any]:
        """What is kept in it; nothing, and no id, where it is unknown, too old or not signed by us."""
        told: dict[str, Any] = {}
        if self.session_key and set(self.session_key) <= set(VALID_KEY_CHARS):
            with suppress(OSError, ValueError):
                told = self.decode(_file(self.session_key).read_text(encoding="ascii"))
        if not told or self.get_expiry_age(expiry=told.get("_session_expiry")) <= 0:
            self._session_key = None
            return {}
        return told

    def exists(self, session_key: str) -> bool:
        return _file(session_key).exists()

    def create(self) -> None:
        self._session_key = get_random_string(KEY_LENGTH, VALID_KEY_CHARS)
        self._session_cache: dict[str, Any] = {}
        self.save(must_create=True)
        self.modified = True

    def save(self, must_create: bool = False) -> None:
        """Keep it. A session that was ended meanwhile stays ended: UpdateError."""
        if self.session_key is None:
            self.create()
            return
        told = self.encode(dict(self.items()))
        there = self.exists(self.session_key)
        if there and must_create:
            raise CreateError
        if not there and not must_create:
            raise UpdateError
        private.write(_file(self.session_key), told)

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            _file(key).unlink(missing_ok=True)

    @classmethod
    def clear_expired(cls) -> None:
        """Take away what nobody uses any more: none lasts longer than thirty days since it was last written."""
        oldest = time.time() - LASTS.total_seconds()
        for file in _folder().iterdir():
            with suppress(OSError):
                if file.stat().st_mtime < oldest:
                    file.unlink()


def end_all() -> None:
    """Sign out everywhere, now."""
    for file in _folder().iterdir():
        file.unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.SESSION_FILE_PATH or "")


def _file(key: str) -> Path:
    return _folder() / hashlib.sha256(key.encode()).hexdigest()
