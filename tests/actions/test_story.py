"""The story of one person: cards, tie, timeline, who led to whom, favors, what is owed and what comes next."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.actions.exports import ME, connections, mail, mbox, vcard
from tests.actions.scenario import called
from tests.actions.stored import put
from tests.method.cast import GOALS, NOW, Story, on, referral

from askwell.actions import memory, replies
from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk, open_desk
from askwell.actions.people import merge, never_contact, rest
from askwell.actions.sending import sent
from askwell.actions.story import A_PAGE, NoSuchPerson, set_tie, story
from askwell.domain.cues import Answer, CueType
from askwell.domain.messages import Channel
from askwell.domain.people import Tie
from askwell.domain.plans import FavorKind


def told() -> Story:
    tale = Story().person("bob", "Bob Roe", company="Cascade Grain").person("ann", "Ann Lee").person("cal", "Cal Hall")
    tale.went("bob", "03-02", CueType.ASK, text="How is the team organized?", subject="A question")
    tale.came("bob", "03-04", CueType.HELP, referral("Cal Hall", "cal"), text="Put the team in line one.")
    tale.came("ann", "03-01", referral("Bob Roe", "bob", kind=CueType.INTRODUCTION), cc=("bob",))
    tale.went("bob", "03-05", CueType.THANKS, CueType.GIVEN, text="Thank you, here is the book.")
    tale.met("bob", "03-30", channel=Channel.MEETING)
    return tale


def test_what_took_place_is_told_the_latest_first_and_inked_where_somebody_helped(tmp_path: Path) -> None:
    ids = put(tmp_path, told())
    with open_desk(data=tmp_path, now=NOW) as desk:
        seen = story(desk, ids["bob"])
    assert [(one.how, one.told, one.inked, one.ahead) for one in seen.moments] == [
        ("You meet", (), False, True),
        ("You wrote by mail", ("you said thank you", "you gave something back"), False, False),
        ("Bob wrote by mail", ("pointed you to Cal Hall", "helped you"), True, False),
        ("You wrote by mail", ("you asked",), False, False),
        ("Ann wrote to you and Bob by mail", (), False, False),
    ]
    assert seen.moments[3].words == "A question"
    assert (seen.exchanges, seen.page, seen.pages) == (5, 1, 1)
    assert seen.ally


def test_a_favor_of_hers_that_was_only_noticed_is_told_as_a_maybe(tmp_path: Path) -> None:
    tale = Story(answer=Answer.WAITING).person("bob", "Bob Roe")
    tale.went("bob", "03-05", CueType.GIVEN, text="Here is the book.")
    ids = put(tmp_path, tale)
    with open_desk(data=tmp_path, now=NOW) as desk:
        seen = story(desk, ids["bob"])
    assert seen.moments[0].told == ("you may have given something back",)
    assert seen.balance.given == 0


def test_asks_ends_of_referrals_and_favors_stand_there_in_words(tmp_path: Path) -> None:
    ids = put(tmp_path, told())
    with open_desk(data=tmp_path, now=NOW) as desk:
        bob, cal, ann = (story(desk, ids[one]) for one in ("bob", "cal", "ann"))
    assert [(one.question, one.said) for one in bob.asks] == [("How is the team organized?", "Answered on the 4th")]
    assert [one.said for one in bob.led_here] == ["Ann Lee introduced you to Bob Roe"]
    assert [(one.person, one.said, one.stage) for one in bob.led_on] == [
        (ids["cal"], "Bob pointed you to Cal Hall", "named")
    ]
    assert [one.name for one in cal.chain] == ["Bob Roe", "Ann Lee"]
    assert bob.favors[0].kind is FavorKind.GIVEN
    assert (bob.balance.given, bob.balance.received) == (1, 2)
    assert ann.led_on[0].person == ids["bob"]


def test_the_next_step_is_what_is_owed_then_a_meeting_then_peace_then_an_ask(tmp_path: Path) -> None:
    ids = put(tmp_path, told(), goals=GOALS)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert story(desk, ids["cal"]).next.purpose == "act"
        assert story(desk, ids["ann"]).next.purpose == "report"
        assert {promise.kind for promise, _ in story(desk, ids["ann"]).owed} == {"thank", "report"}
        assert story(desk, ids["bob"]).next.said == "You meet on Monday, March 30 at 10:00."
        sent(desk, ids["ann"], "report", text="Thank you. Bob told me a lot.", channel="email")
        assert story(desk, ids["ann"]).next.said.startswith("Ask Ann: “")
        rest(desk, ids["ann"], days=7)
        assert story(desk, ids["ann"]).next.said == "Left in peace until April 3."
        never_contact(desk, ids["ann"])
        assert story(desk, ids["ann"]).rest == "Left in peace for good: nothing is written to them."


def test_without_goals_nothing_is_asked(tmp_path: Path) -> None:
    with open_desk(data=tmp_path, now=NOW) as desk:
        bring_in(desk, [vcard(tmp_path / "files", "Ann Lee|ann@lee.example")])
        assert story(desk, called(desk, "Ann Lee")).next.said.startswith("Say what you are looking for")


def test_a_long_story_has_pages(tmp_path: Path) -> None:
    tale = Story()
    for day in range(1, A_PAGE + 6):
        tale.came("bob", f"02-{day:02}")
    ids = put(tmp_path, tale)
    with open_desk(data=tmp_path, now=NOW) as desk:
        first, second, beyond = (story(desk, ids["bob"], page=page) for page in (1, 2, 9))
    assert (len(first.moments), len(second.moments), len(beyond.moments)) == (A_PAGE, 5, 0)
    assert first.moments[-1].at - second.moments[0].at == timedelta(days=1)
    assert (first.pages, first.exchanges) == (2, A_PAGE + 5)


def test_what_waits_for_her_word_is_told_as_such_and_no_ally_is_made_of_it(tmp_path: Path) -> None:
    tale = Story(answer=Answer.WAITING)
    tale.went("bob", "03-02", CueType.ASK)
    tale.came("bob", "03-04", CueType.HELP)
    ids = put(tmp_path, tale)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert [one.waits for one in story(desk, ids["bob"]).moments] == [True, True]
        assert not story(desk, ids["bob"]).ally
        replies.accept(desk, "all")
        assert story(desk, ids["bob"]).ally


def test_what_she_noted_and_her_mail_holds_too_is_one_moment(tmp_path: Path) -> None:
    tale = Story()
    tale.went("bob", "03-20", CueType.THANKS, text="Thank you, Bob.", by_hand=True)
    tale.went("bob", "03-20", CueType.THANKS, text="Thank you, Bob.", hour=16)
    ids = put(tmp_path, tale)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert [one.at for one in story(desk, ids["bob"]).moments] == [on("03-20", hour=16)]


def test_each_card_says_what_it_tells_and_where_it_stands(tmp_path: Path) -> None:
    files = tmp_path / "files"
    with open_desk(data=tmp_path / "data", now=NOW) as desk:
        paths = [connections(files, "Ann,Kern,ann,ann@acme.example,Acme,Planner")]
        paths += [
            vcard(files, "Ann Kern|ann@acme.example|+1 414 555 0102"),
            mbox(files, mail(2, From="Ann Kern <ann@acme.example>")),
        ]
        bring_in(desk, paths, me=[ME])
        seen = story(desk, called(desk, "Ann Kern"))
    assert [(one.words, one.file, one.index) for one in seen.sources] == [
        ("LinkedIn, your connections", "Connections.csv", 1),
        ("Your address book", "contacts.vcf", 1),
        ("Your mail", "mail.mbox", 1),
    ]
    assert ("Connected", "February 8, 2021") in seen.sources[0].lines
    assert seen.phones == ("+1 414 555 0102",)
    assert seen.tie_said is None
    assert "You have been connected on LinkedIn since February 2021." in seen.felt.reasons


def test_likely_twins_are_offered_and_both_ids_of_a_merge_lead_to_one_story(tmp_path: Path) -> None:
    files = tmp_path / "files"
    with open_desk(data=tmp_path / "data", now=NOW) as desk:
        bring_in(
            desk, [connections(files, "James,Okafor,james,,Initech,VP"), vcard(files, "Jim Okafor|jim@example.net")]
        )
        james, jim = called(desk, "James Okafor"), called(desk, "Jim Okafor")
        (twin,) = story(desk, james).twins
        assert (twin.contact.id, bool(twin.why)) == (jim, True)
        merge(desk, james, jim)
        assert story(desk, jim).contact.id == story(desk, james).contact.id
        assert story(desk, james).twins == ()


def test_her_own_word_on_the_tie_is_told_as_hers(tmp_path: Path) -> None:
    ids = put(tmp_path, told())
    with open_desk(data=tmp_path, now=NOW) as desk:
        set_tie(desk, ids["cal"], "close")
        seen = story(desk, ids["cal"])
    assert (seen.tie, seen.tie_said, seen.felt.tie, seen.felt.by_itself) == (
        "You are close",
        Tie.CLOSE,
        Tie.CLOSE,
        Tie.NEW,
    )
    assert seen.felt.correction == "You said close. Letters and talks alone tell: not yet known."


def test_everybody_of_the_scenario_has_a_story(scenario: Desk) -> None:
    for who in memory.contacts(scenario):
        seen = story(scenario, who)
        assert seen.next.said
        assert seen.ways
        assert seen.sources


def test_nobody_else_has_one(tmp_path: Path) -> None:
    ids = put(tmp_path, told())
    with open_desk(data=tmp_path, now=NOW) as desk:
        for one in ("p999", "", "Bob Roe", "b1"):
            with pytest.raises(NoSuchPerson):
                story(desk, one)
    with open_desk(data=tmp_path, now=NOW, seeker="Charlie") as desk, pytest.raises(NoSuchPerson):
        story(desk, ids["bob"])


def test_the_day_is_hers(tmp_path: Path) -> None:
    ids = put(tmp_path, told())
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert desk.calendar.day(story(desk, ids["bob"]).moments[0].at) == date(2026, 3, 30)


def test_a_long_story_takes_no_more_questions_to_the_database(tmp_path: Path) -> None:
    from django.db import connection

    counts = []
    for name, days in (("short", 1), ("long", 25)):
        tale = told()
        for day in range(1, days + 1):
            tale.came("bob", f"02-{day:02}", cc=("ann", "cal"))
        ids = put(tmp_path / name, tale)
        asked: list[str] = []

        def ask(execute: Any, sql: str, *rest: Any, asked: list[str] = asked) -> Any:
            asked.append(sql)
            return execute(sql, *rest)

        with open_desk(data=tmp_path / name, now=NOW) as desk, connection.execute_wrapper(ask):
            story(desk, ids["bob"])
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_when_somebody_was_last_heard_from_is_told_where_she_wrote_since(tmp_path: Path) -> None:
    ids = put(tmp_path, told())
    with open_desk(data=tmp_path, now=NOW) as desk:
        bob, ann, cal = (story(desk, ids[one]) for one in ("bob", "ann", "cal"))
    assert bob.contact.last is not None
    assert bob.heard is not None
    assert (bob.heard.date(), bob.contact.last.date()) == (on("03-04").date(), on("03-05").date())
    assert (ann.heard, cal.heard) == (None, None)
