"""By which address or profile somebody took part, so that a card that is split off takes its own messages along."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0004_connections'),
    ]

    operations = [
        migrations.AddField(
            model_name='participant',
            name='handle',
            field=models.TextField(db_default=''),
        ),
    ]
