"""One person is read alone as among all, by any of their ids; nobody else's rows are."""

from dataclasses import replace

import pytest
from tests.store.cast import NOW, card, contact, mail

from askwell.domain.messages import Channel
from askwell.domain.people import Tie
from askwell.store import lookups, read_one, scope, write


def two(*, tie: Tie | None = None) -> tuple[str, str]:
    with write.batch("add", "Two people", now=NOW) as batch:
        people = [
            write.PersonIn(contact(), (write.CardIn(card(), (("address", "ana@example.com"),)),), tie),
            write.PersonIn(contact("Ana R.", company="Vestas"), (write.CardIn(card("Ana R.", 2)),)),
        ]
        ana, other = write.add_people(batch, people)
        write.add_exchanges(batch, [write.ExchangeIn(mail(other, days_ago=3)), write.ExchangeIn(mail(ana))])
    return ana, other


def test_a_person_alone_is_as_among_all(alice: scope.Scope) -> None:
    for one in two():
        assert read_one.person(one, now=NOW) == lookups.contacts(NOW)[one]


def test_both_ids_mean_the_survivor_after_a_merge(alice: scope.Scope) -> None:
    ana, other = two(tie=Tie.CLOSE)
    with write.batch("merge", "One", now=NOW) as batch:
        write.merge(batch, ana, other)
    assert read_one.person(ana, now=NOW) == read_one.person(other, now=NOW) == lookups.contacts(NOW)[ana]
    assert read_one.tie_said(other) is Tie.CLOSE


def test_a_tie_is_hers_only_where_she_said_it(alice: scope.Scope) -> None:
    ana, _ = two()
    assert read_one.tie_said(ana) is None
    with write.batch("tie", "A tie", now=NOW) as batch:
        write.change_contacts(batch, {ana: {"tie_said": Tie.KNOWN}})
    assert read_one.tie_said(ana) is Tie.KNOWN


def test_all_exchanges_are_told_the_latest_first_some_at_a_time(alice: scope.Scope) -> None:
    ana, other = two()
    with write.batch("add", "More", now=NOW) as batch:
        more = [mail(ana, days_ago=days) for days in (900, 40, -2)]
        more += [mail(other, ana, days_ago=5), replace(mail(ana, days_ago=-3), channel=Channel.MEETING)]
        more += [replace(mail(ana, days_ago=2), cancelled=True)]
        write.add_exchanges(batch, [write.ExchangeIn(one) for one in more])
    found, count = read_one.exchanges(ana, until=NOW, limit=3)
    assert [(NOW - one.at).days for one in found] == [-3, 1, 5]
    assert found[2].people == (other, ana)
    assert count == 5
    rest, _ = read_one.exchanges(ana, until=NOW, limit=3, skip=3)
    assert [(NOW - one.at).days for one in rest] == [40, 900]


def test_after_a_merge_the_exchanges_of_both_are_of_one(alice: scope.Scope) -> None:
    ana, other = two()
    with write.batch("merge", "One", now=NOW) as batch:
        write.merge(batch, ana, other)
    found, count = read_one.exchanges(other, until=NOW, limit=9)
    assert [one.people for one in found] == [(ana,), (ana,)]
    assert count == 2


@pytest.mark.parametrize("odd", ["", "p", "p999", "x1", "p1x", "p-1", "p١", "p" + "9" * 30])
def test_what_is_nobodys_id_is_nobody(alice: scope.Scope, odd: str) -> None:
    two()
    assert read_one.person(odd, now=NOW) is None
    assert read_one.tie_said(odd) is None
    assert read_one.exchanges(odd, until=NOW, limit=9) == ([], 0)


def test_another_seekers_person_is_nobody(alice: scope.Scope) -> None:
    ana, _ = two()
    with scope.open("Charlie"):
        assert read_one.person(ana, now=NOW) is None
        assert read_one.tie_said(ana) is None
        assert read_one.exchanges(ana, until=NOW, limit=9) == ([], 0)
