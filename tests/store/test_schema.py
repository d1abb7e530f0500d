"""The kept schema is what the migrations make, models and migrations agree, PostgreSQL's role is an ordinary one."""

from pathlib import Path

import pytest
from tests.store import made
from tests.store.servers import DATABASE, Server

from askwell import store
from askwell.domain.errors import Refused
from askwell.store import scope


def test_schema_sql_is_what_the_migrations_make() -> None:
    """If this fails after a new migration: python -m tests.store.made writes it anew."""
    assert made.by_migrations() == made.SCHEMA.read_text(encoding="utf-8")


def test_every_change_of_the_models_has_its_migration(embedded: store.Place) -> None:
    from django.core.management import call_command

    with scope.upkeep():
        call_command("makemigrations", "store", check=True, dry_run=True, verbosity=0)


def test_a_role_that_looks_past_row_security_is_refused(server: Server, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Use an ordinary role"):
        store.setup(tmp_path, server.url(DATABASE, role=server.admin))


def test_an_older_database_is_brought_up_to_date_after_a_copy(embedded: store.Place) -> None:
    from django.core.management import call_command

    from askwell.store import copies

    with scope.upkeep():
        call_command("migrate", "store", "0001", verbosity=0)
    store.close()
    store.setup(embedded.data)
    assert len(copies.found(embedded)) == 1
