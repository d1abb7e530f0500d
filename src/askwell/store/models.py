"""The tables: columns and constraints, nothing else. Every row names its seeker.

Instants are microseconds since 1970 UTC, days are ISO texts, lists are JSON texts: the same on both engines, and a
before-image is plain JSON. Rows are written and read by SQL in `rows`, `write` and `read`.
"""

# ruff: noqa: DJ008 - models hold columns and constraints, no behavior

from typing import ClassVar

from django.db import models

from askwell.store import ids
from askwell.store.keys import Key


class Seeker(models.Model):
    """The person looking for work, and her search. `counters` holds the next number of each table.

    From `size` on it is how she wishes to work (see `domain.wishes`); null where she has not said.
    """

    name = models.TextField(unique=True)
    goals = models.TextField(db_default="{}")
    me = models.TextField(db_default="[]")
    phase = models.TextField(db_default="active")
    landed = models.BigIntegerField(null=True)
    first_import = models.TextField(db_default="")
    salt = models.TextField()
    counters = models.TextField(db_default="{}")
    size = models.IntegerField(null=True)
    pace = models.IntegerField(null=True)
    rest_day = models.TextField(db_default="")
    accepts_since = models.BigIntegerField(null=True)
    shortcuts = models.BooleanField(db_default=True)
    theme = models.TextField(db_default="system")
    forecast = models.BooleanField(db_default=True)

    class Meta:
        db_table = "askwell_seeker"


class Batch(models.Model):
    """One change of the store as a whole. `undone` is the batch that undid it, `undoes` the one it undid."""

    id = Key(primary_key=True)
    seeker = models.ForeignKey(Seeker, models.DO_NOTHING, db_index=False)
    kind = models.TextField()
    said = models.TextField()
    made = models.BigIntegerField()
    undone = models.BigIntegerField(null=True)
    undoes = models.BigIntegerField(null=True)
    token = models.TextField(db_default="")

    class Meta:
        db_table = "askwell_batch"
        indexes = (models.Index(fields=["seeker", "id"], name="batch_of_seeker"),)


class Change(models.Model):
    """Before-images of one batch: an update of one row, or the ids or whole rows of many (`row` is 0).

    Inserted rows are known by their own batch column and need no change, save those that an undo puts back.
    """

    seeker = models.ForeignKey(Seeker, models.DO_NOTHING, db_index=False)
    batch = models.ForeignKey(Batch, models.DO_NOTHING)
    table = models.TextField()
    row = models.BigIntegerField(db_default=0)
    op = models.TextField()
    data = models.TextField()

    class Meta:
        db_table = "askwell_change"


class Row(models.Model):
    """What all rows of a seeker have; `batch` is the one that inserted it.

    Keys are given, not counted by the database, and carry the seeker (see `ids`), which a check makes sure of; so the
    seeker and the batch need no look-up for each row, which would double the time of an import.
    """

    id = Key(primary_key=True)
    seeker = models.ForeignKey(Seeker, models.DO_NOTHING, db_index=False, db_constraint=False)
    batch = models.ForeignKey(Batch, models.DO_NOTHING, db_index=False, db_constraint=False)

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(seeker=models.F("id").bitrightshift(ids.BITS)), name="%(class)s_of_its_seeker"
            )
        ]


class SourceFile(Row):
    """A file that was read, with its line of the receipt."""

    file = models.TextField()
    path = models.TextField(db_default="")
    source = models.TextField()
    digest = models.TextField(db_default="")
    receipt = models.TextField(db_default="{}")

    class Meta(Row.Meta):
        db_table = "askwell_file"


class Contact(Row):
    """A person. The second half is added up from cards and interactions whenever these change, and never exported."""

    name = models.TextField()
    company = models.TextField(db_default="")
    title = models.TextField(db_default="")
    place = models.TextField(db_default="")
    former = models.TextField(db_default="")
    note = models.TextField(db_default="")
    met = models.TextField(db_default="")
    url = models.TextField(db_default="")
    tie_said = models.TextField(db_default="")
    permission = models.TextField(db_default="")
    rest_until = models.TextField(db_default="")
    merged_into = models.ForeignKey("self", models.DO_NOTHING, null=True, db_column="merged_into", db_index=False)
    merged_at = models.BigIntegerField(null=True)

    addresses = models.TextField(db_default="")
    connected_on = models.TextField(db_default="")
    in_address_book = models.BooleanField(db_default=False)
    warm_in = models.FloatField(db_default=0.0)
    warm_out = models.FloatField(db_default=0.0)
    received = models.IntegerField(db_default=0)
    sent = models.IntegerField(db_default=0)
    last = models.BigIntegerField(null=True)

    class Meta(Row.Meta):
        db_table = "askwell_contact"
        indexes = (
            models.Index(fields=["merged_into"], condition=models.Q(merged_into__isnull=False), name="contact_merged"),
        )


class Card(Row):
    """What one source says about one person; `digest` is of its content, without its place in the file."""

    contact = models.ForeignKey(Contact, models.DO_NOTHING)
    source = models.TextField()
    file = models.TextField()
    idx = models.IntegerField()
    path = models.TextField(db_default="")
    message_id = models.TextField(db_default="")
    key = models.TextField()
    name = models.TextField()
    given = models.TextField(db_default="")
    family = models.TextField(db_default="")
    nickname = models.TextField(db_default="")
    maiden = models.TextField(db_default="")
    emails = models.TextField(db_default="")
    phones = models.TextField(db_default="")
    url = models.TextField(db_default="")
    company = models.TextField(db_default="")
    title = models.TextField(db_default="")
    place = models.TextField(db_default="")
    note = models.TextField(db_default="")
    referred_by = models.TextField(db_default="")
    groups = models.TextField(db_default="")
    connected_on = models.TextField(db_default="")
    digest = models.TextField()

    class Meta(Row.Meta):
        db_table = "askwell_card"


class Handle(Row):
    """An address, profile or phone number of a card, in its one form; `kind` is address, profile or phone."""

    card = models.ForeignKey(Card, models.DO_NOTHING)
    kind = models.TextField()
    value = models.TextField()

    class Meta(Row.Meta):
        db_table = "askwell_handle"


class Interaction(Row):
    """One dated exchange. `key` tells the same message read twice; `file` is empty where it was entered by hand."""

    at = models.BigIntegerField()
    channel = models.TextField()
    direction = models.TextField()
    group = models.BooleanField(db_default=False)
    thread = models.TextField(db_default="")
    subject = models.TextField(db_default="")
    text = models.TextField(db_default="")
    writer = models.TextField(db_default="person")
    file = models.TextField(db_default="")
    idx = models.IntegerField(db_default=0)
    path = models.TextField(db_default="")
    message_id = models.TextField(db_default="")
    end = models.BigIntegerField(null=True)
    cancelled = models.BooleanField(db_default=False)
    recurring = models.BooleanField(db_default=False)
    key = models.TextField(db_default="")

    class Meta(Row.Meta):
        db_table = "askwell_interaction"
        indexes = (models.Index(fields=["seeker", "at"], name="interaction_at"),)


class Participant(Row):
    """Somebody in an interaction; `place` is the order, the other side first.

    `handle` is by which address or profile (lines, where it was by several), empty where that is not known.
    """

    interaction = models.ForeignKey(Interaction, models.DO_NOTHING)
    contact = models.ForeignKey(Contact, models.DO_NOTHING)
    place = models.IntegerField()
    handle = models.TextField(db_default="")

    class Meta(Row.Meta):
        db_table = "askwell_participant"


class Cue(Row):
    """What an interaction tells, and the seeker's answer."""

    interaction = models.ForeignKey(Interaction, models.DO_NOTHING)
    type = models.TextField()
    people = models.TextField(db_default="")
    contacts = models.TextField(db_default="")
    evidence = models.TextField(db_default="")
    confidence = models.FloatField(db_default=1.0)
    answer = models.TextField(db_default="waiting")
    about = models.TextField(db_default="")
    guess = models.BooleanField(null=True)

    class Meta(Row.Meta):
        db_table = "askwell_cue"


class Application(Row):
    """An application; `contact` is an id as it is given out, or empty."""

    company = models.TextField()
    title = models.TextField()
    stage = models.TextField()
    applied = models.TextField(db_default="")
    updated = models.TextField(db_default="")
    contact = models.TextField(db_default="")
    via = models.TextField(db_default="")
    note = models.TextField(db_default="")
    file = models.TextField(db_default="")
    idx = models.IntegerField(db_default=0)
    path = models.TextField(db_default="")
    message_id = models.TextField(db_default="")

    class Meta(Row.Meta):
        db_table = "askwell_application"


class PromiseDrop(Row):
    """A promise dropped by hand."""

    promise = models.TextField()
    because = models.TextField()

    class Meta(Row.Meta):
        db_table = "askwell_drop"


class Aside(Row):
    """What she set aside in Today, from one day to the day it is back; `promises` are those the step held."""

    kind = models.TextField()
    step = models.TextField()
    contact = models.ForeignKey(Contact, models.DO_NOTHING, null=True)
    promises = models.TextField(db_default="")
    since = models.TextField()
    until = models.TextField()

    class Meta(Row.Meta):
        db_table = "askwell_aside"


class NotSame(Row):
    """Two contacts that are not one, by the seeker's word; the lower key first."""

    first = models.ForeignKey(Contact, models.DO_NOTHING, related_name="+")
    second = models.ForeignKey(Contact, models.DO_NOTHING, related_name="+")

    class Meta(Row.Meta):
        db_table = "askwell_notsame"


class Forgotten(Row):
    """A salted hash of a handle or name of somebody forgotten, so that a later import does not bring them back."""

    mark = models.TextField()

    class Meta(Row.Meta):
        db_table = "askwell_forgotten"


class KeptDraft(models.Model):
    """A letter she has begun, saved while she types: part of no batch, so no undo takes her words away.

    Its person may be away for a while (an import undone and brought back), hence no constraint. Several rows of one
    letter stand where two windows wrote at once. It is let go with the batch `gone`, as long as that one stands.
    """

    id = Key(primary_key=True)
    seeker = models.ForeignKey(Seeker, models.DO_NOTHING, db_index=False, db_constraint=False)
    contact = models.ForeignKey(Contact, models.DO_NOTHING, null=True, db_index=False, db_constraint=False)
    purpose = models.TextField()
    channel = models.TextField(db_default="")
    subject = models.TextField(db_default="")
    text = models.TextField(db_default="")
    need = models.TextField(db_default="")
    kept = models.BigIntegerField()
    revision = models.IntegerField()
    gone = models.ForeignKey(Batch, models.DO_NOTHING, null=True, db_index=False, db_constraint=False)

    class Meta:
        db_table = "askwell_draft"
        indexes = (models.Index(fields=["seeker", "contact"], name="draft_of_seeker"),)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(seeker=models.F("id").bitrightshift(ids.BITS)), name="draft_of_its_seeker"
            )
        ]


class Connection(Row):
    """A server she has connected; `server` is a URL that holds neither name nor password, which are kept elsewhere."""

    service = models.TextField()
    name = models.TextField()
    server = models.TextField()
    user = models.TextField(db_default="")
    address = models.TextField(db_default="")
    login = models.TextField(db_default="password")
    keeps = models.BooleanField(db_default=True)

    class Meta(Row.Meta):
        db_table = "askwell_connection"


class Look(models.Model):
    """A look at a connected server: when, what stood in the way, and the place where the next one goes on.

    It is part of no batch, so nothing is to undo in it; `batch` is the one that stored what was read, and the place
    counts only while that one stands. Its connection may be away for a while, hence no constraint.
    """

    id = Key(primary_key=True)
    seeker = models.ForeignKey(Seeker, models.DO_NOTHING, db_index=False, db_constraint=False)
    connection = models.ForeignKey(Connection, models.DO_NOTHING, db_index=False, db_constraint=False)
    stored = models.ForeignKey(Batch, models.DO_NOTHING, null=True, db_index=False, db_constraint=False)
    tried = models.BigIntegerField()
    checked = models.BigIntegerField(null=True)
    said = models.TextField(db_default="")
    place = models.TextField(db_default="{}")

    class Meta:
        db_table = "askwell_look"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(seeker=models.F("id").bitrightshift(ids.BITS)), name="look_of_its_seeker"
            )
        ]
