"""“Yes, it is sent” keeps just what the letter was for, in one change; the same found in mail is one with it."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.actions.exports import ME, mail, mbox
from tests.actions.scenario import called
from tests.actions.stored import put
from tests.method.cast import NOW, Story, referral

from askwell.actions import keep, ledger, memory
from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk, open_desk
from askwell.actions.letters import Purpose, write_letter
from askwell.actions.phases import landed
from askwell.actions.sending import done_in_person, sent
from askwell.actions.undo import undo
from askwell.domain.cues import CueType
from askwell.domain.errors import NoSuchPerson, Refused
from askwell.domain.messages import Channel
from askwell.domain.plans import AskState, PromiseKind, PromiseState


def helped() -> Story:
    story = Story().person("bob", "Bob Roe").person("cal", "Cal Hall").person("ann", "Ann Lee")
    story.went("bob", "03-02", CueType.ASK, text="How is the team organized?")
    story.came("bob", "03-20", CueType.HELP, referral("Cal Hall", "cal"), text="Put the team in line one.")
    story.went("cal", "03-20", hour=17)
    story.came("cal", "03-21", CueType.HELP)
    return story


def owed(desk: Desk) -> set[tuple[str, str]]:
    names = memory.contacts(desk)
    promises = [p for p in memory.promises(desk) if p.state is PromiseState.OWED]
    return {(str(p.kind), names[p.to].name if p.to else p.name) for p in promises}


def test_thanks_keep_the_thanks_and_leave_the_news_owed(tmp_path: Path) -> None:
    ids = put(tmp_path, helped())
    with open_desk(data=tmp_path, now=NOW) as desk:
        before = owed(desk)
        done = sent(desk, ids["cal"], "thank", text="Thank you, Cal.", subject="Thank you", channel="email")
        assert done.said == "Noted: your thank-you to Cal Hall is sent. Done: thank Cal Hall."
        assert before - owed(desk) == {("thank", "Cal Hall")}
        undo(desk, done.batch)
        assert owed(desk) == before


def test_news_keep_the_news_and_the_thanks_that_the_letter_held(tmp_path: Path) -> None:
    ids = put(tmp_path, helped())
    with open_desk(data=tmp_path, now=NOW) as desk:
        before, letter = owed(desk), write_letter(desk, ids["bob"], "thank")
        assert letter.purpose is Purpose.REPORT
        sent(desk, ids["bob"], letter.purpose, text=letter.text, subject=letter.subject, channel=letter.channel)
        assert before - owed(desk) == {("thank", "Bob Roe"), ("report", "Bob Roe")}


def test_an_ask_is_noted_with_question_guess_words_and_subject(tmp_path: Path) -> None:
    ids = put(tmp_path, helped())
    with open_desk(data=tmp_path, now=NOW) as desk:
        done = sent(
            desk,
            ids["ann"],
            "ask",
            text="What matters most?",
            subject="A question",
            channel="email",
            need=2,
            guess=True,
        )
        kept = memory.books(desk)
        ask = next(one for one in kept.asks if one.to == ids["ann"])
        out = kept.record.search.by_id[ask.interactions[0]]
    assert done.said == "Noted: your question to Ann Lee is sent."
    assert (ask.guess, ask.state, bool(ask.need)) == (True, AskState.SENT, True)
    assert (out.subject, out.text, out.channel) == ("A question", "What matters most?", Channel.EMAIL)


def test_a_reminder_goes_on_in_the_thread_of_the_question(tmp_path: Path) -> None:
    story = helped()
    story.went("ann", "03-18", CueType.ASK, text="What matters most?", subject="A question")
    ids = put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        done = sent(desk, ids["ann"], "nudge", text="Just a reminder.", subject="Re: A question", channel="email")
        assert done.said == "Noted: your reminder to Ann Lee is sent. Done: remind Ann Lee."
        ask = next(one for one in memory.books(desk).asks if one.to == ids["ann"])
        assert ask.nudged == (NOW,)


def test_a_reminder_of_what_was_offered_is_no_question(tmp_path: Path) -> None:
    story = helped()
    story.came("ann", "03-02", CueType.OFFER, text="I could show it to my boss.")
    story.went("ann", "03-03", CueType.THANKS)
    ids = put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert ("nudge", "Ann Lee") in owed(desk)
        sent(desk, ids["ann"], "nudge", text="Does it still stand?", channel="email")
        assert ("nudge", "Ann Lee") not in owed(desk)
        assert not [one for one in memory.books(desk).asks if one.to == ids["ann"]]


def test_a_first_message_keeps_the_act_and_is_an_ask(tmp_path: Path) -> None:
    story = Story().person("bob", "Bob Roe").person("cal", "Cal Hall")
    story.came("bob", "03-26", referral("Cal Hall", "cal"))
    ids = put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        done = sent(desk, ids["cal"], "act", text="Bob sent me to you.", channel="email", need=1)
        assert done.said == "Noted: your first message to Cal Hall is sent. Done: write to Cal Hall."
        assert [one.to for one in memory.books(desk).asks] == [ids["cal"]]


def test_somebody_only_named_is_added_with_the_message_and_gone_with_it(tmp_path: Path) -> None:
    story = Story().person("bob", "Bob Roe")
    story.came("bob", "03-26", referral("Nadine Forsythe"))
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        promise = next(p for p in memory.promises(desk) if p.kind is PromiseKind.ACT)
        done = sent(
            desk, "", "act", event=promise.id, text="Bob sent me.", channel="email", address="Nadine@forsythe.example"
        )
        (nadine,) = [one for one in memory.contacts(desk).values() if one.name == "Nadine Forsythe"]
        assert nadine.addresses == ("nadine@forsythe.example",)
        assert ("act", "Nadine Forsythe") not in owed(desk)
        assert [r.person for r in memory.books(desk).referrals] == [nadine.id]
        undo(desk, done.batch)
        assert nadine.id not in memory.contacts(desk)
        assert ("act", "Nadine Forsythe") in owed(desk)


def test_a_gift_is_given_and_good_news_closes_the_loop_after_landing(tmp_path: Path) -> None:
    ids = put(tmp_path, helped())
    with open_desk(data=tmp_path, now=NOW) as desk:
        sent(desk, ids["bob"], "give", text="I can lend a hand.", channel="email", about="Offer Bob a hand.")
        assert ledger.progress(desk).favors.given == 1
        landed(desk)
        assert ("close", "Bob Roe") in owed(desk)
        done = sent(desk, ids["bob"], "landed", text="I have good news. Thank you.", channel="email")
        assert done.said.startswith("Noted: your good news to Bob Roe is sent. Done: ")
        assert ("close", "Bob Roe") not in owed(desk)


def test_in_person_it_keeps_the_same_and_is_no_talk_that_helped(tmp_path: Path) -> None:
    ids = put(tmp_path, helped())
    with open_desk(data=tmp_path, now=NOW) as desk:
        helps = len(memory.books(desk).helps)
        done = done_in_person(desk, ids["cal"], "thank")
        assert done.said == "Noted: your thank-you to Cal Hall. Done: thank Cal Hall."
        done_in_person(desk, ids["ann"], "ask", need=1, guess=False)
        kept = memory.books(desk)
        assert len(kept.helps) == helps
        assert [one.guess for one in kept.asks if one.to == ids["ann"]] == [False]


def test_pressed_twice_it_is_noted_once(tmp_path: Path) -> None:
    ids = put(tmp_path, helped())
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert sent(desk, ids["cal"], "thank", text="Thank you.", channel="email").batch
        again = sent(desk, ids["cal"], "thank", text="Thank you.", channel="email")
        assert (again.batch, again.said) == (
            None,
            "Your thank-you to Cal Hall was noted already; nothing was changed.",
        )
        assert sent(desk, ids["cal"], "thank", text="Thank you for the rest, too.", channel="email").batch
    with open_desk(data=tmp_path, now=NOW + timedelta(hours=23)) as desk:
        assert sent(desk, ids["cal"], "thank", text="Thank you.", channel="email").batch is None
    with open_desk(data=tmp_path, now=NOW + timedelta(hours=25)) as desk:
        assert sent(desk, ids["cal"], "thank", text="Thank you.", channel="email").batch


def test_pressed_twice_it_is_once_though_it_keeps_nothing_any_more(tmp_path: Path) -> None:
    ids = put(tmp_path, helped())
    with open_desk(data=tmp_path, now=NOW) as desk:
        letter = write_letter(desk, ids["bob"], "thank")
        for purpose in (letter.purpose, write_letter(desk, ids["bob"], "thank").purpose):
            sent(desk, ids["bob"], purpose, text=letter.text, channel="email")
        again = write_letter(desk, ids["bob"], "thank")
        assert again.purpose is not letter.purpose
        assert sent(desk, ids["bob"], again.purpose, text=letter.text, channel="email").batch is None
        done_in_person(desk, ids["cal"], "thank")
        assert done_in_person(desk, ids["cal"], "thank").batch is None
        assert done_in_person(desk, ids["cal"], "ask", need=1).batch


def test_the_letter_begun_is_let_go_and_back_after_undo(tmp_path: Path) -> None:
    from askwell.domain.letters import Letter
    from askwell.store import drafts

    ids = put(tmp_path, helped())
    with open_desk(data=tmp_path, now=NOW) as desk:
        for purpose in ("thank", "ask"):
            drafts.keep(Letter(ids["cal"], purpose, "Thank you, Cal"), base=0, now=NOW)
        done = sent(desk, ids["cal"], "report", text="Thank you, Cal.", channel="email")
        assert drafts.kept(ids["cal"], "thank") is None
        assert drafts.kept(ids["cal"], "ask") is not None
        undo(desk, done.batch)
        assert drafts.kept(ids["cal"], "thank") is not None


def test_a_new_address_is_kept_with_the_person_and_a_known_one_is_not_added(tmp_path: Path) -> None:
    ids = put(tmp_path, helped())
    with open_desk(data=tmp_path, now=NOW) as desk:
        sent(desk, ids["cal"], "thank", text="Thanks.", channel="email", address="cal@hall.example")
        assert memory.contacts(desk)[ids["cal"]].addresses == ("cal@hall.example",)
        sent(desk, ids["ann"], "thank", text="Thanks.", channel="email", address="Cal@hall.example")
        sent(desk, ids["ann"], "thank", text="Thank you.", channel="email", address="no address")
        assert memory.contacts(desk)[ids["ann"]].addresses == ()


def test_the_same_letter_found_in_mail_is_one_with_it(tmp_path: Path) -> None:
    words, bob_at = "I wrote down the book that I told you about, for you to have it.", "Bob Roe <bob@roe.example>"
    came = mail(26, From=bob_at, body="Put the team in line one, and it will be read.")
    went = mail(27, From=f"Dana Whitfield <{ME}>", To=bob_at, body=words)
    with open_desk(data=tmp_path / "data", now=NOW) as desk:
        bring_in(desk, [mbox(tmp_path / "files", came)], me=[ME])
        bob = called(desk, "Bob Roe")
        sent(desk, bob, "give", text=words, subject="The book", channel="email", about="a book")
        bring_in(desk, [mbox(tmp_path / "files", came, went)], me=[ME])
        record = memory.books(desk).record
        assert len([i for i in record.sent(bob, after=NOW - timedelta(days=2)) if i.text == words]) == 2
        assert len(record.doubles) == 1
        assert ledger.progress(desk).favors.given == 1


def test_a_letter_of_the_scenario_is_sent_and_undone_without_a_trace(scenario: Desk, tmp_path: Path) -> None:
    def told() -> bytes:
        keep.export(scenario, tmp_path / "out")
        return (tmp_path / "out" / keep.JSON).read_bytes()

    before = told()
    who = called(scenario, "Elizabeth Brandt")
    for purpose in Purpose:
        letter = write_letter(scenario, who, purpose, channel="email")
        done = sent(scenario, who, letter.purpose, text=letter.text, subject=letter.subject, channel=letter.channel)
        assert done.batch
        assert "askwell" not in done.said
        undo(scenario, done.batch)
    assert told() == before


def test_what_cannot_be_is_refused(tmp_path: Path) -> None:
    ids = put(tmp_path, helped())
    with open_desk(data=tmp_path, now=NOW) as desk:
        with pytest.raises(Refused, match="not among yours"):
            sent(desk, ids["bob"], "ask", need=99)
        with pytest.raises(Refused, match="Nothing goes out by"):
            sent(desk, ids["bob"], "ask", channel="pigeon")
        with pytest.raises(Refused, match="no letter for"):
            sent(desk, ids["bob"], "sing")
    with open_desk(data=tmp_path, now=NOW, seeker="Charlie") as desk:
        for one in (ids["bob"], "", "p999"):
            with pytest.raises(NoSuchPerson):
                sent(desk, one, "thank", text="Thanks.")
        assert memory.books(desk).record.past == ()
