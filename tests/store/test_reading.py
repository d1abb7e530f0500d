"""Reading: the search says what was told, ties are the domain's, merges are followed, and 30,000 people stay quick."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.bounds import bounded
from tests.store.cast import NOW, ask, card, contact, mail

from askwell.domain import ties
from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.goals import Goals, Need, NeedKind, Position, Status
from askwell.domain.messages import Channel, Direction, Interaction, Writer
from askwell.domain.people import Card, Contact, Origin, Permission, Tie
from askwell.domain.search import Application, Phase, Stage
from askwell.store import canon, lookups, read, scope, undo, write

GOALS = Goals(
    name="Alice",
    statement="I want to lead a grid team",
    status=Status.EMPLOYED,
    since=date(2026, 1, 5),
    zone="Europe/Berlin",
    roles=("Engineer", "Lead"),
    limits={"salary": "60,000"},
    needs=(Need(NeedKind.ADVICE, "Which certificate matters?", "Lead"),),
    positions=(Position("Meridian", "Engineer", date(2019, 1, 1), date(2026, 2, 28)), Position("Orsted", "Intern")),
    schools=("Aarhus",),
)


def people(*names: str) -> list[str]:
    with write.batch("import", "Import", now=NOW) as batch:
        given = [write.PersonIn(contact(name), (write.CardIn(card(name, n)),)) for n, name in enumerate(names, start=1)]
        return write.add_people(batch, given)


def store_mail(*mails: Interaction) -> None:
    with write.batch("import", "Mail", now=NOW) as batch:
        write.add_exchanges(batch, [write.ExchangeIn(one, f"<{n}>") for n, one in enumerate(mails)])


def test_goals_me_and_phase_come_back_as_they_were_told(alice: scope.Scope) -> None:
    with write.batch("goals", "Goals", now=NOW) as batch:
        write.set_goals(batch, GOALS)
        write.set_me(batch, ["b@example.com", "a@example.com", "a@example.com"])
        write.set_phase(batch, Phase.LANDED, landed=NOW)
        write.set_first_import(batch, date(2026, 3, 1))
    facts = read.facts()
    assert (facts.goals, facts.me, facts.phase, facts.landed) == (
        GOALS,
        ("a@example.com", "b@example.com"),
        Phase.LANDED,
        NOW,
    )
    assert (facts.first_import, facts.version) == (date(2026, 3, 1), "b1")
    assert read.search(NOW - timedelta(days=1)).landed is None


def test_everything_of_a_contact_and_its_card_comes_back(alice: scope.Scope) -> None:
    full = Card(
        source="vcard",
        origin=Origin("friends.vcf", 3, "<m@example.com>", "old/friends.vcf"),
        key="uid-1",
        name="Ana María Ruiz",
        given="Ana María",
        family="Ruiz",
        nickname="Anita",
        maiden="Gil",
        emails=("ana@example.com", "a@example.org"),
        phones=("+45 12 34 56 78",),
        url="https://www.linkedin.com/in/ana",
        company="Orsted",
        title="Lead",
        place="Aarhus",
        note="Two\nlines",
        referred_by="Bo Lind",
        groups=("work", "friends"),
        connected_on=date(2020, 2, 29),
    )
    told = Contact(
        id="",
        name="Ana Ruiz",
        company="Orsted",
        title="Lead",
        place="Aarhus",
        former=("Vestas", "DTU"),
        note="Kind",
        met="At a fair",
        url=full.url,
        permission=Permission.LEAVE_OUT,
        rest_until=date(2026, 6, 1),
    )
    handles = (("address", "ana@example.com"), ("phone", "+4512345678"), ("address", "a@example.org"))
    with write.batch("import", "Import", now=NOW) as batch:
        write.add_people(batch, [write.PersonIn(told, (write.CardIn(full, handles),), tie_said=Tie.CLOSE)])
    (known,) = lookups.known_cards()
    assert (known.card, known.handles, known.digest) == (full, handles, write.digest(full))
    assert lookups.cards_of(["p1"]) == {"p1": [known]}
    found = read.search(NOW).contacts["p1"]
    assert found == Contact(
        id="p1",
        name=told.name,
        addresses=("ana@example.com", "a@example.org"),
        company=told.company,
        title=told.title,
        place=told.place,
        former=told.former,
        note=told.note,
        met=told.met,
        url=told.url,
        tie=Tie.CLOSE,
        connected_on=date(2020, 2, 29),
        permission=Permission.LEAVE_OUT,
        rest_until=date(2026, 6, 1),
    )


def test_interactions_cues_and_applications_come_back(alice: scope.Scope) -> None:
    ana, bo = people("Ana Ruiz", "Bo Lind")
    meeting = Interaction(
        id="",
        at=NOW + timedelta(days=2),
        channel=Channel.MEETING,
        direction=Direction.BOTH,
        people=(bo, ana),
        group=True,
        thread="t1",
        subject="Talk",
        text="Bring the brief",
        writer=Writer.PERSON,
        end=NOW + timedelta(days=2, hours=1),
        recurring=True,
    )
    denied = write.ExchangeIn(mail(ana, days_ago=2), "<2>", (ask(), ask()))
    with write.batch("import", "Import", now=NOW) as batch:
        ids = write.add_exchanges(batch, [write.ExchangeIn(meeting), denied])
        write.change_cues(batch, {"q2": Cue(CueType.REFERRAL, contacts=(bo, "p99"))})
        write.answer(batch, {"q2": Answer.NO})
        applied = Application("", "Orsted", "Lead", Stage.SCREEN, date(2026, 3, 1), date(2026, 3, 5), ana, "Bo", "Note")
        write.add_applications(batch, [applied])
    found = read.search(NOW)
    assert [i.id for i in found.interactions] == [ids[1], ids[0]]
    assert found.by_id[ids[0]] == replace(meeting, id=ids[0])
    assert [(cue.id, cue.interaction, cue.evidence) for cue in found.cues] == [("q1", ids[1], ask().evidence)]
    assert found.refused == {ids[1]}
    assert [(a.id, a.stage, a.contact, a.applied, a.via) for a in found.applications] == [
        ("a1", Stage.SCREEN, ana, date(2026, 3, 1), "Bo")
    ]


def test_only_what_happened_since_the_search_began_and_until_now_is_read(alice: scope.Scope) -> None:
    (ana,) = people("Ana Ruiz")
    with write.batch("goals", "Goals", now=NOW) as batch:
        write.set_goals(batch, Goals(since=date(2026, 3, 1)))
    store_mail(*(mail(ana, days_ago=days) for days in (400, 20, 1, -3)))
    assert [NOW - i.at for i in read.search(NOW).interactions] == [timedelta(days=20), timedelta(days=1)]
    assert read.search(NOW).contacts[ana].received == 3
    assert read.search(NOW).contacts[ana].last == NOW - timedelta(days=1)
    assert read.search(NOW - timedelta(days=100)).contacts[ana].received == 1
    assert read.search(NOW + timedelta(days=4)).contacts[ana].received == 4


TIES = list(product((0, 1, 3, 9), (0, 1, 3, 9), (1, 800), (None, Tie.NEW, Tie.KNOWN)))


def test_the_tie_is_the_one_the_domain_makes_of_the_evidence(alice: scope.Scope) -> None:
    for came, went, ago, said in TIES:
        (who,) = people(f"Ana {came} {went} {ago}")
        with write.batch("edit", "Edit", now=NOW) as batch:
            write.change_contacts(batch, {who: {"tie_said": said}})
        store_mail(*[mail(who, days_ago=ago + n) for n in range(came)])
        store_mail(*[mail(who, days_ago=ago + n, direction=Direction.OUT) for n in range(went)])
    for (came, went, ago, said), found in zip(TIES, read.search(NOW).contacts.values(), strict=True):
        evidence = ties.Evidence(
            warm_in=sum(ties.warmth(NOW - timedelta(days=ago + n)) for n in range(came)),
            warm_out=sum(ties.warmth(NOW - timedelta(days=ago + n)) for n in range(went)),
            received=came,
            sent=went,
            last=NOW - timedelta(days=ago) if came or went else None,
            connected_on=date(2019, 5, 2),
        )
        felt = ties.tie(evidence, NOW, said)
        assert (found.tie, found.dormant) == (felt, ties.is_dormant(evidence, NOW, felt))
        assert (found.received, found.sent, found.last) == (came, went, evidence.last)


@pytest.mark.parametrize(
    "odd",
    [
        replace(mail("p1"), group=True),
        replace(mail("p1"), writer=Writer.MACHINE),
        replace(mail("p1"), cancelled=True),
    ],
)
def test_groups_machines_and_cancelled_meetings_make_no_tie(odd: Interaction, alice: scope.Scope) -> None:
    (ana,) = people("Ana Ruiz")
    store_mail(odd)
    assert read.search(NOW).contacts[ana].received == 0


def test_a_merge_makes_one_person_of_two_and_unmerge_two_again(alice: scope.Scope) -> None:
    ana, other, bo = people("Ana Ruiz", "A. Ruiz", "Bo Lind")
    store_mail(mail(ana), mail(other, direction=Direction.OUT), mail(bo))
    before = canon.export(), read.search(NOW)
    with write.batch("edit", "Edit", now=NOW) as batch:
        write.change_contacts(batch, {other: {"permission": Permission.NEVER_CONTACT, "met": "At a fair"}})
        write.merge(batch, ana, other)
        write.merge(batch, bo, ana)
    found = read.search(NOW)
    (one,) = found.contacts.values()
    assert (one.id, one.name, one.met, one.permission) == (bo, "Bo Lind", "At a fair", Permission.NEVER_CONTACT)
    assert (one.received, one.sent) == (2, 1)
    assert {i.people for i in found.interactions} == {(bo,)}
    assert lookups.merged() == {ana: bo, other: bo}
    assert [known.contact for known in lookups.cards_of([bo])[bo]] == [ana, other, bo]
    with write.batch("edit", "Edit", now=NOW) as batch:
        assert write.unmerge(batch, bo) == (bo, ana)
        assert write.unmerge(batch, other) == (ana, other)
        write.change_contacts(batch, {other: {"permission": Permission.OPEN, "met": ""}})
    assert (canon.export(), read.search(NOW)) == before


def test_unmerge_gives_each_the_cards_that_came_since_by_the_address_they_share(alice: scope.Scope) -> None:
    def with_address(name: str, address: str) -> write.CardIn:
        return write.CardIn(card(name, source=f"vcard {name}"), (("address", address),))

    with write.batch("import", "Import", now=NOW) as batch:
        for name, address in (("Ana", "ana@example.com"), ("Anna", "anna@example.org")):
            write.add_people(batch, [write.PersonIn(contact(name), (with_address(name, address),))])
        write.merge(batch, "p1", "p2")
    with write.batch("import", "Later", now=NOW + timedelta(days=1)) as batch:
        later = [
            with_address("A", "anna@example.org"),
            with_address("B", "ana@example.com"),
            with_address("C", "c@x.example"),
        ]
        write.add_cards(batch, [("p1", one) for one in later])
    before = canon.export()
    with write.batch("unmerge", "Separated", now=NOW + timedelta(days=2)) as batch:
        assert write.unmerge(batch, "p2") == ("p1", "p2")
    found = read.search(NOW).contacts
    assert found["p1"].addresses == ("ana@example.com", "c@x.example")
    assert found["p2"].addresses == ("anna@example.org",)
    assert [known.card.name for known in lookups.cards_of(["p2"])["p2"]] == ["Anna", "A"]
    undo.undo(None, now=NOW + timedelta(days=2))
    assert canon.export() == before


def test_since_is_set_or_the_end_of_the_last_job_or_90_days_before_the_first_import() -> None:
    ended = Position("Meridian", "Engineer", None, date(2026, 2, 28))
    first = date(2026, 3, 1)
    assert read.since(Goals(since=date(2026, 1, 1), positions=(ended,)), first) == date(2026, 1, 1)
    assert read.since(Goals(positions=(ended,)), first) == date(2026, 2, 28)
    assert read.since(Goals(positions=(ended, Position("Orsted", "Lead"))), first) == date(2025, 12, 1)


def test_30_000_people_and_their_mail_are_read_in_10_queries(alice: scope.Scope) -> None:
    with write.batch("import", "Import", now=NOW) as batch:
        cards = [(write.CardIn(card(f"Ana {n}", n), (("address", f"a{n}@example.com"),)),) for n in range(30_000)]
        ids = write.add_people(batch, [write.PersonIn(contact(f"Ana {n}"), given) for n, given in enumerate(cards)])
        old = [mail(ids[n % 5000], days_ago=400 + n / 24) for n in range(20_000)]
        new = [mail(ids[n % 500], days_ago=n / 24) for n in range(1000)]
        write.add_exchanges(batch, [write.ExchangeIn(one) for one in (*old, *new)])
    with bounded(), scope.upkeep(), CaptureQueriesContext(connection) as queries:
        found = read.search(NOW)
    statements = [query["sql"] for query in queries if query["sql"].startswith("SELECT") and "askwell" in query["sql"]]
    assert (len(found.contacts), len(found.interactions)) == (30_000, 1000)
    assert len([sql for sql in statements if "set_config" not in sql]) == 10


def test_a_moment_is_utc(alice: scope.Scope) -> None:
    (ana,) = people("Ana Ruiz")
    store_mail(mail(ana))
    assert read.search(datetime(2026, 3, 28, tzinfo=UTC)).interactions[0].at.tzinfo is UTC


def test_what_cards_call_somebody_besides_is_told_by_person_merges_followed(alice: scope.Scope) -> None:
    ana, bo, cleo = people("Ana Ruiz", "Bo Lind", "Cleo Hart")
    with write.batch("merge", "Merge", now=NOW) as batch:
        write.merge(batch, ana, bo)
        write.add_cards(batch, [(cleo, write.CardIn(replace(card("Cleo Hart", 9), key="x", nickname="Klee")))])
    assert lookups.other_names() == {ana: [("Bo Lind", "", "")], cleo: [("Cleo Hart", "Klee", "")]}


def test_whose_a_handle_is_can_be_asked_alone(alice: scope.Scope) -> None:
    ana, bo = people("Ana Ruiz", "Bo Lind")
    with write.batch("add", "Cards", now=NOW) as batch:
        handles = (("address", "ana@example.com"), ("phone", "+442079460018"))
        write.add_cards(batch, [(one, write.CardIn(card("Ana Ruiz", 7), handles)) for one in (bo, ana)])
    assert lookups.owners("address", "ana@example.com") == (bo, ana)
    assert lookups.owners("phone", "ana@example.com") == ()
    assert lookups.phones() == ["+442079460018"]
