"""What pages remember: how she wishes to work, what she set aside in Today, the letters she has begun."""

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
    for table in ("askwell_aside", "askwell_draft"):
        own = f"seeker_id = {SEEKER}"
        schema_editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        schema_editor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        schema_editor.execute(
            f"CREATE POLICY own_rows ON {table} USING ({own}) WITH CHECK ({own} AND id >> {BITS} = seeker_id)"
        )


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0002_row_security'),
    ]

    operations = [
        migrations.AddField(
            model_name='seeker',
            name='accepts_since',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='seeker',
            name='forecast',
            field=models.BooleanField(db_default=True),
        ),
        migrations.AddField(
            model_name='seeker',
            name='pace',
            field=models.IntegerField(null=True),
        ),
        migrations.AddField(
            model_name='seeker',
            name='rest_day',
            field=models.TextField(db_default=''),
        ),
        migrations.AddField(
            model_name='seeker',
            name='shortcuts',
            field=models.BooleanField(db_default=True),
        ),
        migrations.AddField(
            model_name='seeker',
            name='size',
            field=models.IntegerField(null=True),
        ),
        migrations.AddField(
            model_name='seeker',
            name='theme',
            field=models.TextField(db_default='system'),
        ),
        migrations.CreateModel(
            name='Aside',
            fields=[
                ('id', askwell.store.keys.Key(primary_key=True, serialize=False)),
                ('kind', models.TextField()),
                ('step', models.TextField()),
                ('promises', models.TextField(db_default='')),
                ('since', models.TextField()),
                ('until', models.TextField()),
                ('batch', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, to='store.batch')),
                ('contact', models.ForeignKey(null=True, on_delete=django.db.models.deletion.DO_NOTHING, to='store.contact')),
                ('seeker', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, to='store.seeker')),
            ],
            options={
                'db_table': 'askwell_aside',
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('seeker', django.db.models.expressions.CombinedExpression(models.F('id'), '>>', models.Value(40)))), name='aside_of_its_seeker')],
            },
        ),
        migrations.CreateModel(
            name='KeptDraft',
            fields=[
                ('id', askwell.store.keys.Key(primary_key=True, serialize=False)),
                ('purpose', models.TextField()),
                ('channel', models.TextField(db_default='')),
                ('subject', models.TextField(db_default='')),
                ('text', models.TextField(db_default='')),
                ('need', models.TextField(db_default='')),
                ('kept', models.BigIntegerField()),
                ('revision', models.IntegerField()),
                ('contact', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, to='store.contact')),
                ('gone', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, to='store.batch')),
                ('seeker', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, to='store.seeker')),
            ],
            options={
                'db_table': 'askwell_draft',
                'indexes': [models.Index(fields=['seeker', 'contact'], name='draft_of_seeker')],
                'constraints': [models.CheckConstraint(condition=models.Q(('seeker', django.db.models.expressions.CombinedExpression(models.F('id'), '>>', models.Value(40)))), name='draft_of_its_seeker')],
            },
        ),
        migrations.RunPython(secure, migrations.RunPython.noop, elidable=False),
    ]
