"""A scope fails closed: no scope, no row; Charlie sees nothing of Alice's."""

import pytest
from django.db import connection, transaction
from tests.store.cast import NOW, ask, card, contact, mail

from askwell import store
from askwell.store import lookups, models, read, rows, scope, write


def fill() -> None:
    with write.batch("import", "Import", now=NOW) as batch:
        person = write.PersonIn(contact(), (write.CardIn(card(), (("profile", "in/ana-ruiz"),)),))
        (ana,) = write.add_people(batch, [person])
        write.add_exchanges(batch, [write.ExchangeIn(mail(ana), "<1@example.com>", (ask(),))])
        write.drop_promise(batch, "thank-1", because="Said so in person")


def test_a_query_outside_a_scope_raises(place: store.Place) -> None:
    with pytest.raises(scope.OutsideScope):
        models.Contact.objects.count()
    with pytest.raises(scope.OutsideScope), connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    with pytest.raises(scope.OutsideScope):
        read.search(NOW)


def test_a_query_that_names_no_seeker_raises(alice: scope.Scope) -> None:
    with pytest.raises(scope.OutsideScope), connection.cursor() as cursor:
        cursor.execute("SELECT name FROM askwell_contact")


def test_charlie_sees_nothing_of_alices(place: store.Place) -> None:
    with scope.open("Alice"):
        fill()
        hers = read.search(NOW)
    with scope.open("Charlie"):
        his = read.search(NOW)
        assert (his.contacts, his.interactions, his.cues, his.dropped) == ({}, (), (), {})
        assert (lookups.known_cards(), lookups.handles(), lookups.exchange_keys(), lookups.files()) == ([], {}, {}, [])
        assert read.version() == "b0"
    assert [len(hers.contacts), len(hers.interactions), len(hers.cues), len(hers.dropped)] == [1, 1, 1, 1]


def test_charlie_cannot_touch_alices_rows_by_their_ids(place: store.Place) -> None:
    with scope.open("Alice"):
        fill()
        before = read.search(NOW)
    with scope.open("Charlie"), write.batch("edit", "Edit", now=NOW) as batch:
        assert write.change_contacts(batch, {"p1": {"name": "Mallory"}}) == 0
    with scope.open("Alice"):
        assert read.search(NOW) == before


OTHERS = ("batch", "change", "seeker", "draft", "look")  # tables that are part of no batch


@pytest.mark.parametrize("name", [*rows.ORDER, *OTHERS])
def test_postgresql_forces_row_security_on_every_table(name: str, place: store.Place) -> None:
    if place.embedded:
        return
    with scope.upkeep(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE relname = %s", [f"askwell_{name}"]
        )
        assert cursor.fetchone() == (True, True)


def test_every_table_is_known_to_the_rows(place: store.Place) -> None:
    from django.apps import apps

    tables = {model._meta.db_table.removeprefix("askwell_") for model in apps.get_app_config("store").get_models()}
    assert tables == {*rows.ORDER, *OTHERS}


def test_postgresql_shows_no_row_without_a_seeker_and_takes_none_of_another(place: store.Place) -> None:
    if place.embedded:
        return
    with scope.open("Alice") as hers:
        fill()
    with scope.open("Charlie") as his, scope.upkeep():
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM askwell_contact")
            assert cursor.fetchone() == (0,)
            cursor.execute("SELECT count(*) FROM askwell_seeker")
            assert cursor.fetchone() == (0,)
        with pytest.raises(Exception, match="row-level security"):
            _insert_batch(his, of=hers)


def _insert_batch(bound: scope.Scope, *, of: scope.Scope) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        scope.bind(cursor, bound)
        cursor.execute(
            "INSERT INTO askwell_batch (id, seeker_id, kind, said, made) VALUES (%s, %s, 'x', 'x', 0)",
            [of.id << 40 | 99, of.id],
        )
