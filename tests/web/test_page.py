"""How pages are made: what a change said stands on the page that follows it, and is taken away by nothing else."""

from tests.web.visitor import Visitor, first


def test_what_a_change_said_is_not_lost_to_a_request_that_shows_nothing(client: Visitor) -> None:
    assert client.submit("/three-names", **{"first-name": "Zoe Novak"}).status_code == 303
    assert client.head("/today").status_code == 200
    assert client.head("/people").status_code == 200
    assert "Added Zoe Novak." in first(client.page("/people"), ".toast").text()
    assert not client.page("/people").css(".toast")
