"""Which addresses are nobody's own, and what an address says of a name."""

import pytest

from askwell.identity.mailboxes import is_organization, is_role, said_name


@pytest.mark.parametrize(
    "address",
    [
        "info@acme.example",
        "no-reply@careers.acme.example",
        "noreply+abc123@acme.example",
        "messages-noreply@acme.example",
        "jobs.de@acme.example",
        "support-123@acme.example",
        "mailer-daemon@acme.example",
        "bounces+77-anna=example.com@acme.example",
        "job-alerts@acme.example",
        "hello@acme.example",
    ],
)
def test_functions_and_machines_are_nobodys_own(address: str) -> None:
    assert is_role(address, "Acme")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("jane.roe@acme.example", "Jane Roe"),
        ("salesky@acme.example", "Tom Salesky"),
        ("news.anderson@acme.example", "N. Anderson"),
        ("hello@janeroe.example", "Jane Roe"),
        ("mail@roe-consulting.example", "Roe, Jane"),
    ],
)
def test_people_keep_their_addresses(address: str, name: str) -> None:
    assert not is_role(address, name)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("City of Wauwatosa Library", "x@wauwatosa.example"),
        ("Corvane Medical Careers", "cm@corvane.example"),
        ("TalentBurst", "anna@talentburst.example"),
        ("Tosa Hardware", "till@tosahardware.example"),
    ],
)
def test_organizations_are_told_by_their_words_or_their_domain(name: str, address: str) -> None:
    assert is_organization(name, address)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Jane Roe", "jane@acme.example"),
        ("Steve Jobs", "steve@acme.example"),
        ("", "x@acme.example"),
        ("Jane Roe", "jr@janeroe.example.org"),
    ],
)
def test_people_are_no_organizations(name: str, address: str) -> None:
    assert not is_organization(name, address)


def test_an_address_may_spell_a_name() -> None:
    assert said_name("becky.thorne@example.com").given == "becky"
    assert said_name("wei_chen_mke@example.com").family == "mke"
    assert not said_name("jroe@example.com").family
    assert not said_name("jane.r@example.com").family
