"""What she has connected: servers of mail, contacts and calendars, and how the last look at each went."""

from typing import Any

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import askwell.store.keys

SEEKER = "NULLIF(current_setting('askwell.seeker', true), '')::bigint"
BITS = 40  # a row's key carries its seeker above these bits, see `ids`


def secure(apps: Any, schema_editor: Any) -> None:
    """As in 0002, for the new tables: PostgreSQL shows and takes only rows of the seeker that is named."""
    if schema_editor.connection.vendor != "postgresql":
        return
    for table in ("askwell_connection", "askwell_look"):
        own = f"seeker_id = {SEEKER}"
        schema_editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        schema_editor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        schema_editor.execute(
            f"CREATE POLICY own_rows ON {table} USING ({own}) WITH CHECK ({own} AND id >> {BITS} = seeker_id)"
        )


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0003_wishes_asides_drafts'),
    ]

    operations = [
        migrations.CreateModel(
            name='Connection',
            fields=[
                ('id', askwell.store.keys.Key(primary_key=True, serialize=False)),
                ('service', models.TextField()),
                ('name', models.TextField()),
                ('server', models.TextField()),
                ('user', models.TextField(db_default='')),
                ('address', models.TextField(db_default='')),
                ('login', models.TextField(db_default='password')),
                ('keeps', models.BooleanField(db_default=True)),
                ('batch', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, to='store.batch')),
                ('seeker', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, to='store.seeker')),
            ],
            options={
                'db_table': 'askwell_connection',
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('seeker', django.db.models.expressions.CombinedExpression(models.F('id'), '>>', models.Value(40)))), name='connection_of_its_seeker')],
            },
        ),
        migrations.CreateModel(
            name='Look',
            fields=[
                ('id', askwell.store.keys.Key(primary_key=True, serialize=False)),
                ('tried', models.BigIntegerField()),
                ('checked', models.BigIntegerField(null=True)),
                ('said', models.TextField(db_default='')),
                ('place', models.TextField(db_default='{}')),
                ('connection', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, to='store.connection')),
                ('seeker', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, to='store.seeker')),
                ('stored', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, to='store.batch')),
            ],
            options={
                'db_table': 'askwell_look',
                'constraints': [models.CheckConstraint(condition=models.Q(('seeker', django.db.models.expressions.CombinedExpression(models.F('id'), '>>', models.Value(40)))), name='look_of_its_seeker')],
            },
        ),
        migrations.RunPython(secure, migrations.RunPython.noop, elidable=False),
    ]
