"""Stored conversations are found by their name and read with their people, by a constant number of queries."""

from dataclasses import replace
from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.store.cast import NOW, card, contact, mail

from askwell.domain.messages import Direction
from askwell.domain.people import Origin, Party
from askwell.store import conversations, scope, write


def store_letters(count: int) -> list[str]:
    """Ana and Ben by two addresses, and so many letters with both, the last one first; a note beside them."""
    with write.batch("import", "Two people and their letters", now=NOW) as batch:
        people = [
            write.PersonIn(contact(name), (write.CardIn(card(name, at)),)) for at, name in enumerate(("Ana", "Ben"))
        ]
        ana, ben = write.add_people(batch, people)
        letters = [
            replace(
                mail(ana, days_ago=n),
                people=(ben, ana),
                direction=Direction.IN,
                thread="<0@x>",
                subject="Coffee",
                text=f"Letter {n}",
                origin=Origin("mail.mbox", n, f"<{n}@x>"),
            )
            for n in range(count)
        ]
        handles = ("ben@example.com\nben@example.org", "ana@example.com")
        ids = write.add_exchanges(batch, [write.ExchangeIn(one, handles=handles) for one in letters])
        write.add_exchanges(batch, [write.ExchangeIn(replace(mail(ana), thread=""))])
    return ids


def test_what_belongs_to_a_conversation_is_told_by_its_head(alice: scope.Scope) -> None:
    ids = store_letters(3)
    heads = {head.id: head for head in conversations.heads()}
    assert sorted(heads) == sorted(ids)
    assert {(head.thread, head.subject) for head in heads.values()} == {("<0@x>", "Coffee")}
    assert heads[ids[0]].at - heads[ids[2]].at == timedelta(days=2)


def test_a_message_is_read_with_all_addresses_of_its_people_the_oldest_first(alice: scope.Scope) -> None:
    newer, _, older = store_letters(3)
    found = conversations.kept([newer, older])
    assert [one.id for one in found] == [older, newer]
    assert (found[0].message_id, found[0].text, found[0].direction) == ("<2@x>", "Letter 2", Direction.IN)
    ben = Party("Ben", "ben@example.com"), Party("Ben", "ben@example.org")
    assert found[0].people == (*ben, Party("Ana", "ana@example.com"))


def test_many_messages_take_no_more_queries_than_one(alice: scope.Scope) -> None:
    ids = store_letters(120)
    counts = []
    for some in (ids[:1], ids):
        with CaptureQueriesContext(connection) as queries:
            conversations.heads()
            assert len(conversations.kept(some)) == len(some)
        counts.append(len(queries))
    assert counts[0] == counts[1]
