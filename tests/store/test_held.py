"""What is held of one person is told on both engines: own rows, and where others name them; of nobody else."""

from dataclasses import replace

from tests.store.cast import NOW, card, contact, mail

from askwell.store import held, scope, write


def two() -> tuple[str, str]:
    with write.batch("add", "Two people", now=NOW) as batch:
        own = write.CardIn(card(), (("address", "ana@example.com"), ("phone", "+14145550102")))
        ana, bob = write.add_people(batch, [write.PersonIn(contact(), (own,)), write.PersonIn(contact("Bob Roe"))])
        letters = [mail(ana, text="It was good."), replace(mail(bob), text="Do write to ANA RUIZ soon.")]
        write.add_exchanges(batch, [write.ExchangeIn(one) for one in letters])
    return ana, bob


def test_own_rows_and_words_of_others_are_told(alice: scope.Scope) -> None:
    ana, bob = two()
    found = held.held(ana)
    assert [one["name"] for one in found["people"]] == ["Ana Ruiz"]
    assert [one["value"] for one in found["handles"]] == ["ana@example.com", "+14145550102"]
    assert [one["text"] for one in found["messages"]] == ["It was good."]
    assert [one["words"] for one in found["named_by_others"]] == ["Do write to ANA RUIZ soon."]
    assert held.held(bob)["named_by_others"] == []


def test_another_seekers_person_is_nobody(alice: scope.Scope) -> None:
    ana, _ = two()
    with scope.open("Charlie"):
        assert held.held(ana) == {}
    assert held.held("p999") == {}
