"""PostgreSQL shows and takes only rows of the seeker that the transaction names; without one, none. SQLite has no such thing."""

from typing import Any

from django.db import migrations

SEEKER = "NULLIF(current_setting('askwell.seeker', true), '')::bigint"
NAME = "NULLIF(current_setting('askwell.name', true), '')"
BITS = 40  # a row's key carries its seeker above these bits, see `ids`


def secure(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor != "postgresql":
        return
    for model in apps.get_app_config("store").get_models():
        table = model._meta.db_table
        if table == "askwell_seeker":
            own = taken = f"id = {SEEKER} OR name = {NAME}"
        else:
            own = taken = f"seeker_id = {SEEKER}"
            if table != "askwell_change":
                taken += f" AND id >> {BITS} = seeker_id"
        schema_editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        schema_editor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        schema_editor.execute(f"CREATE POLICY own_rows ON {table} USING ({own}) WITH CHECK ({taken})")


class Migration(migrations.Migration):
    dependencies = [("store", "0001_initial")]
    operations = [migrations.RunPython(secure, migrations.RunPython.noop, elidable=False)]
