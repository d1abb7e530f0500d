"""What an address book says of a referral, on the page of replies: where it stands, and a question in plain words."""

from pathlib import Path

from tests.web.visitor import Visitor

from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk


def test_it_is_told_as_a_line_of_the_address_book_and_not_as_a_mail(
    client: Visitor, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text(
        "First Name,Last Name,Email,Referred By\nLee,Hart,lee@example.net,\nMara,Okoye,mara@example.com,Lee Hart\n"
    )
    bring_in(desk, [path])
    text = " ".join(client.page("/replies").text().split())
    assert "Your address book, brought in" in text
    assert "Referred By: Lee Hart" in text
    assert "Mail," not in text
