"""Django's SQLite engine with the scope's guard on every query, and many rows passed on as they come."""

from collections.abc import Iterable
from sqlite3 import Cursor
from typing import Any

from django.db.backends.sqlite3 import base

from askwell.store.scope import guard


class DatabaseWrapper(base.DatabaseWrapper):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(guard)

    def create_cursor(self, name: str | None = None) -> Any:  # noqa: ARG002 - of servers alone
        return self.connection.cursor(factory=AsTheyCome)


class AsTheyCome(base.SQLiteCursorWrapper):
    """Django looks at the first row to tell its style, and keeps all of them meanwhile; here the style is known."""

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        return Cursor.executemany(self, self.convert_query(query), param_list)
