"""What a page says once something is sent, for somebody who has just begun."""

from tests.web.visitor import Visitor, first

from askwell.actions.desk import Desk
from askwell.actions.goals import change_goals
from askwell.actions.people import add_person


def begin(desk: Desk) -> str:
    change_goals(desk, name="Nora", roles=("planner",), fields=("wind",))
    return add_person(desk, "Ana Example", email="ana@example.com", tie="known").people[0]


def sent(client: Visitor, who: str, **fields: str) -> str:
    answer = client.post(f"/ask/{who}/sent", {"text": "Hi Ana, what is hard?", "by": "email", **fields})
    return " ".join(first(client.page(answer.headers["Location"]), "main").text().split())


def test_the_first_question_ever_is_told_as_such(client: Visitor, desk: Desk) -> None:
    assert "That was your first question. The hardest one is behind you." in sent(client, begin(desk))


def test_the_second_one_is_counted(client: Visitor, desk: Desk) -> None:
    sent(client, begin(desk))
    other = add_person(desk, "Ben Sample", email="ben@example.com").people[0]
    assert "Two questions asked today, two questions in this search." in sent(client, other)


def test_with_nobody_else_to_ask_the_day_is_done(client: Visitor, desk: Desk) -> None:
    answer = client.post(f"/ask/{begin(desk)}/sent", {"text": "Hi Ana, what is hard?", "by": "email"})
    button = first(client.page(answer.headers["Location"]), ".button--pen")
    assert (button.text(), button.attributes["href"]) == ("Done for today", "/today")


def test_a_name_from_outside_is_set_apart_and_inert(client: Visitor, desk: Desk) -> None:
    change_goals(desk, name="Nora", roles=("planner",))
    who = add_person(desk, "\u202e<b>Eve</b> {{x}}", email="eve@example.com").people[0]
    page = client.page(f"/ask/{who}")
    assert page.css("main b") == []
    assert page.css_first(".who__name bdi") is not None
