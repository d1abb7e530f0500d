"""Adding several people by hand is one change; who shares a name with somebody here is asked about first."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from askwell.actions.adding import Namesakes, Newcomer, add_people
from askwell.actions.desk import Desk, open_desk
from askwell.actions.people import everybody
from askwell.actions.undo import undo
from askwell.domain.errors import Refused
from askwell.domain.people import Contact, Tie
from askwell.store import lookups

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
THREE = (
    Newcomer("Ana Lindqvist", met="we worked at Meridian", tie="close"),
    Newcomer(" Ben  Okafor ", email="Ben@Okafor.example", tie="known"),
    Newcomer("Chi Nguyen"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        yield opened


def by_name(desk: Desk) -> dict[str, Contact]:
    return {contact.name: contact for contact in everybody(desk).values()}


def test_three_are_added_in_one_change_that_undo_takes_back(desk: Desk) -> None:
    added = add_people(desk, THREE)
    assert added.said == "Added Ana Lindqvist, Ben Okafor and Chi Nguyen."
    found = by_name(desk)
    assert [found[name].id for name in ("Ana Lindqvist", "Ben Okafor", "Chi Nguyen")] == list(added.people)
    assert (found["Ana Lindqvist"].met, found["Ana Lindqvist"].tie) == ("we worked at Meridian", Tie.CLOSE)
    assert (found["Ben Okafor"].addresses, found["Ben Okafor"].tie) == (("ben@okafor.example",), Tie.KNOWN)
    assert not added.known
    undo(desk, added.batch)
    assert by_name(desk) == {}


def test_the_very_same_words_change_nothing_and_tell_who_it_is(desk: Desk) -> None:
    first = add_people(desk, THREE)
    again = add_people(desk, THREE)
    assert (again.people, again.batch, again.known) == (first.people, None, frozenset(first.people))
    assert again.said == "Ana Lindqvist, Ben Okafor and Chi Nguyen were here already; nothing was changed."
    assert len(everybody(desk)) == 3


def test_what_is_new_of_somebody_known_is_added_beside_somebody_new(desk: Desk) -> None:
    (ana, *_) = add_people(desk, THREE).people
    added = add_people(desk, [Newcomer("Ana", company="Tidewell", person=ana), Newcomer("Dana Ruiz")])
    assert (added.people[0], added.known) == (ana, frozenset({ana}))
    assert added.said == "Added Dana Ruiz. Ana Lindqvist was here already."
    assert (by_name(desk)["Ana Lindqvist"].company, len(everybody(desk))) == ("Tidewell", 4)


def test_each_who_has_a_name_that_is_here_is_asked_about_and_nobody_is_added_meanwhile(desk: Desk) -> None:
    add_people(desk, THREE)
    with pytest.raises(Namesakes) as asked:
        add_people(desk, [Newcomer("Dana Ruiz"), Newcomer("chi nguyen", company="Tidewell")])
    assert [(at, [one.name for one in people]) for at, people in asked.value.people.items()] == [(1, ["Chi Nguyen"])]
    assert len(everybody(desk)) == 3


def test_the_name_alone_with_another_story_is_asked_about(desk: Desk) -> None:
    add_people(desk, THREE)
    with pytest.raises(Namesakes):
        add_people(desk, [Newcomer("Ana Lindqvist", met="we met at the fair")])
    assert by_name(desk)["Ana Lindqvist"].met == "we worked at Meridian"


def test_another_one_of_the_same_name_and_nothing_else_is_a_person_of_their_own(desk: Desk) -> None:
    (first,) = add_people(desk, [Newcomer("Chi Nguyen")]).people
    second, third = (add_people(desk, [Newcomer("Chi Nguyen", new=True)]).people[0] for _ in range(2))
    assert len({first, second, third}) == len(everybody(desk)) == 3


def test_nobody_is_named_twice_by_a_slip(desk: Desk) -> None:
    with pytest.raises(Refused, match="Chi Nguyen is named twice"):
        add_people(desk, [Newcomer("Chi Nguyen"), Newcomer("CHI NGUYEN", met="school")])
    assert not everybody(desk)


def test_however_many_people_are_here_only_the_cards_of_those_near_are_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_people(desk, [*THREE, Newcomer("Ana Novak", company="Acme")])
    seen: list[str] = []
    read = lookups.cards_of

    def noted(people: Iterable[str]) -> dict[str, list[lookups.KnownCard]]:
        seen.extend(people)
        return read(seen)

    monkeypatch.setattr(lookups, "known_cards", lambda: pytest.fail("all cards were read"))
    monkeypatch.setattr(lookups, "cards_of", noted)
    add_people(desk, [Newcomer("Zoe Novak", email="ben@okafor.example")])
    names = {contact.id: contact.name for contact in everybody(desk).values()}
    assert sorted(names[one] for one in seen) == ["Ana Novak", "Ben Okafor"]


def test_whoever_has_the_name_on_one_of_their_cards_is_asked_about(desk: Desk) -> None:
    (ana,) = add_people(desk, [Newcomer("Ana Lindqvist")]).people
    add_people(desk, [Newcomer("Ana Novak", company="Acme", person=ana)])
    with pytest.raises(Namesakes) as asked:
        add_people(desk, [Newcomer("Ana Novak", met="at the fair")])
    assert [one.id for one in asked.value.people[0]] == [ana]
