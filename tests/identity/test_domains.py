"""Which company of a network owns a mail domain."""

from askwell.identity.domains import Domains


def test_the_first_company_that_owns_the_domain_is_named_as_it_is_written() -> None:
    names = ["The Brightwater Dairy", "Brightwater Dairy, Inc.", "Ostara Foods", "International Trade Board"]
    found = Domains(names, ["brightwater.example", "ostara.example", "itb.example", "kestrel.example", "gmail.com"])
    assert found.get("brightwater.example") == "The Brightwater Dairy"
    assert found.get("ostara.example") == "Ostara Foods"
    assert found.get("itb.example") == "International Trade Board"
    assert found.get("kestrel.example") == ""
    assert found.get("gmail.com") == ""
