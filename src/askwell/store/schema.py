"""The schema: made in a fresh place, brought up to date in an older one, refused where it is newer than the program."""

from pathlib import Path

from django.db import connection

from askwell.domain.errors import Refused
from askwell.store.place import Place, make_file
from askwell.store.scope import upkeep

KNOWN = tuple(sorted(p.stem for p in (Path(__file__).parent / "migrations").glob("0*.py")))


def bring_up_to_date(place: Place) -> None:
    """Run the migrations that the database lacks."""
    if place.embedded and not place.file.exists():
        make_file(place.file)
    with upkeep():
        done = _applied()
        newer = sorted(done - set(KNOWN))
        if newer:
            raise Refused(
                "The database was written by a newer Askwell. Nothing was changed. Update Askwell, then try again."
            )
        if done != set(KNOWN):
            _migrate()


def _applied() -> set[str]:
    with connection.cursor() as cursor:
        if "django_migrations" not in connection.introspection.table_names(cursor):
            return set()
        cursor.execute("SELECT name FROM django_migrations WHERE app = 'store'")
        return {row[0] for row in cursor.fetchall()}


def _migrate() -> None:
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
