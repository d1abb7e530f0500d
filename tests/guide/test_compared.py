"""Two who may be one: what agrees and what contradicts is told of each fact, in whatever form it is written."""

from askwell.domain.people import Card, Contact, Origin
from askwell.guide.compared import Compared, Known, compared


def known(name: str, *, email: str = "", phone: str = "", company: str = "", url: str = "", group: str = "") -> Known:
    card = Card(
        "vcard", Origin("contacts.vcf", 3), "", name,
        emails=(email,) if email else (), phones=(phone,) if phone else (), company=company, url=url,
        groups=(group,) if group else (),
    )  # fmt: skip
    return Known(Contact("", name, addresses=card.emails, company=company, url=url), (card,))


def row(one: Known, other: Known, what: str) -> Compared:
    return next(found for found in compared(one, other, region="US") if found.what == what)


def test_what_is_written_differently_and_is_the_same_is_the_same() -> None:
    one = known("Bob Aguilar", phone="+1 414 555 0102", company="Acme Inc.", url="https://www.linkedin.com/in/bob")
    other = known("Robert Aguilar", phone="(414) 555-0102", company="Acme", url="linkedin.com/in/bob/")
    for what in ("Phone", "Company", "Profile"):
        assert row(one, other, what).same, what
        assert not row(one, other, what).differs, what


def test_a_short_name_is_neither_the_same_nor_another() -> None:
    assert row(known("Roe, Bob"), known("Bob Roe"), "Name").same
    found = row(known("Bob Aguilar"), known("Robert Aguilar"), "Name")
    assert (found.same, found.differs) == (False, False)


def test_what_contradicts_is_said_to_differ_and_what_only_one_tells_is_not() -> None:
    one, other = known("Bob Roe", email="bob@acme.example", company="Acme"), known("Bob Roe", email="bob@home.example")
    assert row(one, other, "E-mail").differs
    assert not row(one, other, "Company").differs
    assert not row(one, other, "Company").same
    assert row(one, other, "Company").other == ()


def test_where_they_were_read_and_their_labels_never_contradict() -> None:
    one, other = known("Bob Roe", group="Family"), known("Bob Roe", group="Work")
    assert row(one, other, "Read in").one == ("contacts.vcf, card 3",)
    assert not row(one, other, "Read in").differs
    assert not row(one, other, "Labels").differs
    assert row(one, known("Bob Roe", group="family"), "Labels").same


def test_turned_round_the_sides_change_and_nothing_else() -> None:
    found = Compared("Name", ("A",), ("B",), differs=True)
    assert found.turned() == Compared("Name", ("B",), ("A",), differs=True)
