"""Which company of a network owns a mail domain."""

from askwell.identity.companies import owns_domain
from askwell.identity.domains import Domains


def test_the_first_company_that_owns_the_domain_is_named_as_it_is_written() -> None:
    names = ["The Brightwater Dairy", "Brightwater Dairy, Inc.", "Ostara Foods", "International Trade Board"]
    found = Domains(names, ["brightwater.example", "ostara.example", "itb.example", "kestrel.example", "gmail.com"])
    assert found.get("brightwater.example") == "The Brightwater Dairy"
    assert found.get("ostara.example") == "Ostara Foods"
    assert found.get("itb.example") == "International Trade Board"
    assert found.get("kestrel.example") == ""
    assert found.get("gmail.com") == ""


def test_the_quick_look_misses_nobody_that_the_exact_one_finds() -> None:
    names = ["Procter and Gamble Company", "J.P. Morgan Chase", "Ben's Foods", "Feld & Daughter CPA", "Ørsted North"]
    names += ["Müller-Lüden GmbH", "A and B", "Ostara Foods", "(株) Hikari", "The Brightwater Dairy"]
    labels = ["pgc", "bens", "bensfoods", "feldcpa", "feld", "orsted", "muller-luden", "mueller-luden", "jpmorgan"]
    domains = [f"{label}.example" for label in [*labels, "brightwaterdairy", "ostarafoodsgroup", "foods", "pg"]]
    found = Domains(names, domains)
    for domain in domains:
        assert found.get(domain) == next((name for name in names if owns_domain(name, domain)), "")
