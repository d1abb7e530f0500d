"""Django's SQLite engine with the scope's guard on every query."""

from typing import Any

from django.db.backends.sqlite3 import base

from askwell.store.scope import guard


class DatabaseWrapper(base.DatabaseWrapper):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(guard)
