"""The text of `schema.sql` as the migrations make it; run as a module it writes the file anew."""

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

SCHEMA = Path(__file__).parents[2] / "src" / "askwell" / "store" / "schema.sql"


def by_migrations() -> str:
    """Run all migrations on an empty file and read back what they made."""
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    from askwell import settings
    from askwell.store import schema
    from askwell.store.place import connect
    from askwell.store.scope import upkeep

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "empty.db"
        file.touch()
        connections["default"].close()
        connect(settings.embedded(file))
        with upkeep():
            executor = MigrationExecutor(connections["default"])
            executor.migrate(executor.loader.graph.leaf_nodes())
        connections["default"].close()
        with closing(sqlite3.connect(file)) as database:
            return schema.dump(database)


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.settings")
    django.setup()
    SCHEMA.write_text(by_migrations(), encoding="utf-8")
