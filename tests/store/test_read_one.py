"""One person is read alone as among all, by any of their ids; nobody else's rows are."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.store.cast import NOW, card, contact, mail

from askwell.domain import ties
from askwell.domain.messages import Channel, Direction
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


def test_exchanges_are_counted_by_kind_up_to_a_moment_of_both_after_a_merge(alice: scope.Scope) -> None:
    ana, other = two()
    with write.batch("merge", "One", now=NOW) as batch:
        write.merge(batch, ana, other)
        talk = replace(
            mail(ana, days_ago=9), channel=Channel.MEETING, direction=Direction.BOTH, subject="Call with Ana"
        )
        more = [mail(ana, days_ago=-2), talk, replace(mail(ana), cancelled=True), mail(ana, "p9", days_ago=8)]
        write.add_people(batch, [write.PersonIn(contact(f"Person {n}")) for n in range(7)])
        write.add_exchanges(batch, [write.ExchangeIn(one) for one in more])
    found = read_one.kinds(other, now=NOW)
    assert [(one.channel, one.group, one.title, one.count) for one in found] == [
        (Channel.EMAIL, False, "", 2),
        (Channel.EMAIL, True, "", 1),
        (Channel.MEETING, False, "Call with Ana", 1),
    ]
    assert found[0].last == NOW - timedelta(days=1)


def test_the_evidence_of_a_tie_leaves_her_own_word_aside(alice: scope.Scope) -> None:
    ana, _ = two(tie=Tie.CLOSE)
    told = read_one.evidence(ana, now=NOW)
    assert (told.received, told.sent, told.connected_on) == (1, 0, date(2019, 5, 2))
    assert ties.tie(told, NOW) is Tie.BARELY
    assert read_one.evidence("p99", now=NOW).last is None


def test_labels_and_sources_are_told_of_every_card(alice: scope.Scope) -> None:
    labeled = replace(card("Bo Lind", 3, source="google"), groups=("Family", "Choir"))
    with write.batch("import", "Import", now=NOW) as batch:
        (bo,) = write.add_people(batch, [write.PersonIn(contact("Bo Lind"), (write.CardIn(labeled),))])
    assert lookups.labels() == [(bo, "google", ("Family", "Choir"))]


def test_the_mark_of_cards_changes_with_every_change_of_them_and_with_nothing_else(alice: scope.Scope) -> None:
    ana, other = two()
    before = lookups.mark_of_cards()
    with write.batch("tie", "A tie", now=NOW) as batch:
        write.change_contacts(batch, {ana: {"tie_said": Tie.KNOWN}})
    assert lookups.mark_of_cards() == before
    with write.batch("unmerge", "Moved", now=NOW) as batch:
        write.move_cards(batch, {"c1": other})
    assert lookups.mark_of_cards() != before


def test_whether_others_were_merged_into_somebody_is_told_of_those_merged_away_too(alice: scope.Scope) -> None:
    ana, other = two()
    with write.batch("add", "More", now=NOW) as batch:
        (third,) = write.add_people(batch, [write.PersonIn(contact("Bo Lind"))])
        write.merge(batch, other, third)
        write.merge(batch, ana, other)
    assert [lookups.has_merged(one) for one in (ana, other, third)] == [True, True, False]
