"""The primary key of rows: 64 bits, given and never counted by the database."""

from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    Base = models.BigIntegerField[int, int]
else:
    Base = models.BigIntegerField


class Key(Base):
    """SQLite's own row number, which is twice as fast as a key beside it and needs no counter; bigint in PostgreSQL."""

    def db_type(self, connection: Any) -> str | None:
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)
