"""One message is read like any other mail: kept with its writer, its cues waiting; pasted twice, it is there once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.actions.exports import ME, mail, mbox
from tests.actions.scenario import called
from tests.method.cast import NOW

from askwell.actions import keep, memory, replies
from askwell.actions.adding import add_person
from askwell.actions.bring_in import bring_in
from askwell.actions.bringing_in.who_is_me import WhoAreYou
from askwell.actions.desk import Desk, open_desk
from askwell.actions.goals import set_goals
from askwell.actions.pasting import read_message
from askwell.actions.sending import sent
from askwell.actions.undo import undo
from askwell.domain.errors import NoSuchPerson, Refused
from askwell.domain.messages import Channel, Direction

WORDS = """Hi Dana,

Good to hear from you. You should talk to Priya Raman at Brightwater Dairy, she runs planning
there. Tell her I sent you.

Ana

On Mon, 23 Mar 2026 at 10:00, Dana Whitfield <dana@example.com> wrote:
> How is planning organized at Brightwater?
"""
BROKEN = WORDS.replace("she runs planning\nthere.", "she runs\nplanning there.")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Ana, whose address is known, was asked by mail; Bob is known by name alone."""
    body = "Dear Ana, I lost my job and look for work as a planner. Could you tell me how planning is organized there?"
    asked = mail(23, From=f"Dana Whitfield <{ME}>", To="Ana Lee <ana@lee.example>", body=body)
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        set_goals(opened, 'name = "Dana Whitfield"\nroles = ["Planner"]\nsince = 2026-01-01\nzone = "America/Chicago"')
        bring_in(opened, [mbox(tmp_path / "files", asked)], me=[ME])
        replies.accept(opened, "all")
        add_person(opened, "Bob Roe")
        yield opened


def eml(day: int = 24, body: str = WORDS, **more: str) -> bytes:
    told = {"From": "Ana Lee <ana@lee.example>", "In_Reply_To": "<23@example.com>", **more}
    return mail(day, body=body, **told).partition("\n")[2].encode()


def test_a_pasted_text_is_kept_with_the_person_and_its_cues_wait(desk: Desk) -> None:
    ana = called(desk, "Ana Lee")
    read = read_message(desk, WORDS, from_person=ana, on=date(2026, 3, 24))
    assert read.person == ana
    assert [one.type for one in read.things] == ["referral"]
    assert read.said == "Kept: the message from Ana Lee. One thing in it may matter; say yes or no to each."
    interaction = memory.search(desk).by_id[read.message]
    assert (interaction.channel, interaction.direction) == (Channel.EMAIL, Direction.IN)
    assert "wrote:" not in interaction.text
    assert [a.state for a in memory.books(desk).asks] == ["answered"]
    replies.answer(desk, yes=[read.things[0].id])
    assert [(r.name, r.confirmed) for r in memory.books(desk).referrals] == [("Priya Raman", True)]


def test_pasted_twice_is_once_and_undone_it_is_gone(desk: Desk, tmp_path: Path) -> None:
    keep.export(desk, tmp_path / "before")
    ana = called(desk, "Ana Lee")
    read = read_message(desk, WORDS, from_person=ana)
    again = read_message(desk, BROKEN, from_person=ana)
    assert (again.batch, again.message) == (None, read.message)
    assert again.said.startswith("This message is here already; nothing was added.")
    assert again.things == read.things
    undo(desk, read.batch)
    keep.export(desk, tmp_path / "after")
    assert (tmp_path / "before" / keep.JSON).read_bytes() == (tmp_path / "after" / keep.JSON).read_bytes()


def test_the_same_message_found_in_mail_later_is_one_with_it_and_not_asked_about_again(
    desk: Desk, tmp_path: Path
) -> None:
    ana = called(desk, "Ana Lee")
    read = read_message(desk, BROKEN, from_person=ana)
    replies.answer(desk, no=[read.things[0].id])
    found = mail(26, From="Ana Lee <ana@lee.example>", body=WORDS, In_Reply_To="<23@example.com>")
    for changed in (1, 0):
        (line,) = bring_in(desk, [mbox(tmp_path / "more", found)]).files
        assert (line.new, line.changed) == (0, changed)
    came = [i for i in memory.books(desk).record.between(ana) if i.direction is Direction.IN]
    assert [(i.id, i.at.day) for i in came] == [(read.message, 26)]
    assert came[0].origin is not None
    assert came[0].origin.file == "mail.mbox"
    assert [one.type for one in replies.waiting(desk)] == ["reply"]
    assert read_message(desk, WORDS, from_person=ana).batch is None


def test_the_same_words_of_somebody_else_are_another_message(desk: Desk, tmp_path: Path) -> None:
    bob = called(desk, "Bob Roe")
    read_message(desk, WORDS, from_person=bob)
    found = mail(26, From="Ana Lee <ana@lee.example>", body=WORDS)
    (line,) = bring_in(desk, [mbox(tmp_path / "more", found)]).files
    assert (line.new, line.changed) == (1, 0)


def test_a_dropped_mail_tells_itself_whose_it_is_and_goes_the_way_of_an_import(desk: Desk) -> None:
    read = read_message(desk, eml(), name="Re planning.eml")
    assert read.person == called(desk, "Ana Lee")
    assert [one.type for one in read.things] == ["referral"]
    assert read.batch
    again = read_message(desk, eml().replace(b"\n", b"\r\n"))
    assert (again.batch, again.message) == (None, read.message)
    undo(desk, read.batch)
    assert replies.waiting(desk) == ()


def test_a_mail_with_its_headers_may_be_pasted_and_a_stranger_is_added(desk: Desk) -> None:
    read = read_message(
        desk, eml(From="Cal Hall <cal@hall.example>", body="Happy to help. Call me on Monday.").decode()
    )
    assert memory.contacts(desk)[read.person].name == "Cal Hall"


def test_what_she_wrote_herself_is_hers(desk: Desk) -> None:
    own = eml(25, From=f"Dana Whitfield <{ME}>", To="Ana Lee <ana@lee.example>", body="Thank you so much, Ana.")
    assert read_message(desk, own).said.startswith("Kept: your message to Ana Lee.")


def test_without_a_person_the_address_in_the_text_tells_else_she_is_asked(desk: Desk) -> None:
    ana = called(desk, "Ana Lee")
    assert read_message(desk, f"From: Ana Lee <ana@lee.example>\n\n{WORDS}").person == ana
    with pytest.raises(Refused, match="Whose message is this"):
        read_message(desk, "Good luck with it all.")
    for empty in ("", " \n", "> How is planning organized?"):
        with pytest.raises(Refused, match="no words of theirs"):
            read_message(desk, empty, from_person=ana)


def test_a_pasted_note_of_linkedin_from_somebody_without_an_address(desk: Desk) -> None:
    bob = called(desk, "Bob Roe")
    sent(desk, bob, "ask", text="Which skill matters most?", channel="linkedin")
    later = replace(desk, now=NOW + timedelta(hours=1))
    read = read_message(later, "Sorry Dana, I can't help with that right now.", from_person=bob, channel="linkedin")
    assert memory.search(later).by_id[read.message].channel is Channel.LINKEDIN
    assert [one.type for one in read.things] == ["decline"]
    assert [a.state for a in memory.books(later).asks if a.to == bob] == ["declined"]


def test_what_is_no_message_is_refused_and_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    news = eml(From="News <news@shop.example>", List_Id="<news.shop.example>", Precedence="bulk")
    ana = called(desk, "Ana Lee")
    keep.export(desk, tmp_path / "before")
    for content, more in (
        (news, {}),
        (b"x" * (25 * 1024 * 1024 + 1), {}),
        (WORDS, {"from_person": ana, "channel": "pigeon"}),
        (WORDS, {"from_person": ana, "on": date(2026, 4, 1)}),
    ):
        with pytest.raises(Refused) as said:
            read_message(desk, content, **more)
        assert "askwell" not in str(said.value)
    keep.export(desk, tmp_path / "after")
    assert (tmp_path / "before" / keep.JSON).read_bytes() == (tmp_path / "after" / keep.JSON).read_bytes()


def test_mail_from_before_the_search_is_kept_and_not_asked_about(desk: Desk) -> None:
    old = eml(Date="Mon, 02 Mar 2020 10:00:00 +0000")
    assert read_message(desk, old).said.startswith("Kept. It is from before your search began")


def test_who_she_is_is_asked_where_nobody_knows(tmp_path: Path) -> None:
    with open_desk(data=tmp_path / "new", now=NOW) as desk:
        with pytest.raises(WhoAreYou) as asked:
            read_message(desk, eml())
        assert {one.address for one in asked.value.likely} == {ME, "ana@lee.example"}
        assert read_message(desk, eml(), me=(ME,)).batch


def test_another_seekers_person_wrote_nothing_here(desk: Desk, tmp_path: Path) -> None:
    ana = called(desk, "Ana Lee")
    with open_desk(data=tmp_path / "data", now=NOW, seeker="Charlie") as other, pytest.raises(NoSuchPerson):
        read_message(other, WORDS, from_person=ana)
