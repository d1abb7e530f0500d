"""Bringing in: the receipt adds up, nothing is doubled or lost, and what was read becomes people and exchanges."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.actions.exports import ME, connections, mail, mbox, profile, vcard, written

from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk, open_desk
from askwell.actions.goals import set_goals
from askwell.actions.undo import undo
from askwell.domain.errors import Refused
from askwell.domain.messages import Direction, Interaction, Writer
from askwell.domain.people import Contact
from askwell.domain.reading import FileReceipt, Receipt

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
Counts = tuple[int, int, int, int, int, int, int]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


def counts(line: FileReceipt) -> Counts:
    return (line.read, line.new, line.joined, line.changed, line.same, len(line.left_out), len(line.unreadable))


def people() -> dict[str, Contact]:
    from askwell.store import lookups

    return {contact.name: contact for contact in lookups.contacts(NOW).values()}


def exchanges() -> tuple[Interaction, ...]:
    from askwell.store import read

    return read.search(NOW).interactions


def of(receipt: Receipt, file: str) -> FileReceipt:
    return next(line for line in receipt.files if line.file == file)


def test_the_preview_is_the_receipt_and_stores_nothing(desk: Desk, folder: Path) -> None:
    files = [
        connections(folder, "Robert,Aguilar,bob,,Acme,Planner", ",,,,,"),
        vcard(folder, "Bob Aguilar|||Acme", "Ann Kern"),
    ]
    preview = bring_in(desk, files, dry_run=True)
    assert people() == {}
    receipt = bring_in(desk, files)
    assert receipt.files == preview.files
    assert (receipt.people, preview.people, preview.batch) == (2, 2, None)
    assert counts(of(receipt, "Connections.csv")) == (2, 1, 0, 0, 0, 1, 0)
    assert counts(of(receipt, "contacts.vcf")) == (2, 1, 1, 0, 0, 0, 0)
    assert set(people()) == {"Robert Aguilar", "Ann Kern"}


def test_a_card_with_a_number_alone_is_somebody_of_that_number_once(desk: Desk, folder: Path) -> None:
    folder.mkdir()
    card = folder / "phone.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nFN:\nTEL:+1 202 555-0150\nEND:VCARD\n", encoding="utf-8")
    bring_in(desk, [card])
    assert list(people()) == ["+1 202 555-0150"]
    assert counts(bring_in(desk, [card]).files[0]) == (1, 0, 0, 0, 1, 0, 0)


def test_the_same_file_again_and_renamed_brings_nothing_new(desk: Desk, folder: Path) -> None:
    rows = ("Robert,Aguilar,bob,,Acme,Planner", "Ann,Kern,ann,,Globex,Buyer")
    bring_in(desk, [connections(folder, *rows)])
    for name in ("Connections.csv", "Renamed.csv"):
        again = bring_in(desk, [connections(folder, *rows, name=name)])
        assert counts(again.files[0]) == (2, 0, 0, 0, 2, 0, 0)
        assert (again.people, again.batch) == (2, None)


def test_a_superset_brings_what_is_new_and_a_subset_removes_nobody(desk: Desk, folder: Path) -> None:
    bring_in(desk, [connections(folder, "Robert,Aguilar,bob,,Acme,Planner")])
    more = bring_in(desk, [connections(folder, "Ann,Kern,ann,,Globex,Buyer", "Robert,Aguilar,bob,,Acme,Planner")])
    assert counts(more.files[0]) == (2, 1, 0, 0, 1, 0, 0)
    less = bring_in(desk, [connections(folder, "Ann,Kern,ann,,Globex,Buyer")])
    assert (counts(less.files[0]), less.people) == ((1, 0, 0, 0, 1, 0, 0), 2)


def test_a_changed_card_brings_the_new_company_and_keeps_the_old_one_as_former(desk: Desk, folder: Path) -> None:
    bring_in(desk, [connections(folder, "Robert,Aguilar,bob,,Acme,Planner")])
    receipt = bring_in(desk, [connections(folder, "Robert,Aguilar,bob,,Globex,Head of Planning")])
    assert counts(receipt.files[0]) == (1, 0, 0, 1, 0, 0, 0)
    contact = people()["Robert Aguilar"]
    assert (contact.company, contact.title, contact.former) == ("Globex", "Head of Planning", ("Acme",))


def test_an_older_and_a_newer_export_read_together_again_are_the_same(desk: Desk, folder: Path) -> None:
    files = [
        connections(folder / "old", "Robert,Aguilar,bob,,Acme,Planner"),
        connections(folder / "mid", "Robert,Aguilar,bob,,Initech,Planner"),
        connections(folder / "new", "Robert,Aguilar,bob,,Globex,Head of Planning"),
    ]
    first = bring_in(desk, files)
    assert [counts(line)[1:5] for line in first.files] == [(1, 0, 0, 0), (0, 0, 1, 0), (0, 0, 1, 0)]
    again = bring_in(desk, files)
    assert [counts(line)[1:5] for line in again.files] == [(0, 0, 0, 1)] * 3
    assert again.batch is None
    older = bring_in(desk, files[:2])
    assert [counts(line)[1:5] for line in older.files] == [(0, 0, 1, 0)] * 2


def test_undo_takes_the_whole_import_back(desk: Desk, folder: Path) -> None:
    bring_in(desk, [connections(folder, "Robert,Aguilar,bob,,Acme,Planner")])
    receipt = bring_in(desk, [vcard(folder, "Bob Aguilar|bob@acme.example||Acme", "Ann Kern")])
    assert people()["Robert Aguilar"].addresses == ("bob@acme.example",)
    undo(desk, receipt.batch)
    assert set(people()) == {"Robert Aguilar"}
    assert people()["Robert Aguilar"].addresses == ()
    assert counts(bring_in(desk, [folder / "contacts.vcf"]).files[0]) == (2, 1, 1, 0, 0, 0, 0)


def test_cards_whose_rows_changed_places_are_the_same(desk: Desk, folder: Path) -> None:
    rows = ("John,Smith,,,Acme,Planner", "John,Smith,,,Globex,Buyer")
    bring_in(desk, [connections(folder, *rows)])
    again = bring_in(desk, [connections(folder, *reversed(rows))])
    assert (counts(again.files[0]), again.people) == ((2, 0, 0, 0, 2, 0, 0), 2)


def test_a_mere_name_in_another_file_is_another_card(desk: Desk, folder: Path) -> None:
    bring_in(desk, [vcard(folder, "John Smith|||Acme")])
    other = bring_in(desk, [vcard(folder, "John Smith|||Globex", name="other.vcf")])
    assert (counts(other.files[0]), other.people) == ((1, 1, 0, 0, 0, 0, 0), 2)
    assert bring_in(desk, [folder / "other.vcf"]).files[0].same == 1


def test_an_own_card_makes_no_person(desk: Desk, folder: Path) -> None:
    files = [profile(folder), vcard(folder, "Dana Whitfield|||", f"D. W.|{ME}", "Ann Kern")]
    receipt = bring_in(desk, files, me=(ME.upper(),))
    assert counts(of(receipt, "contacts.vcf")) == (3, 1, 0, 0, 0, 2, 0)
    assert receipt.me == (ME,)
    assert desk.goals.name == "Dana Whitfield"
    assert desk.goals.country == "US"


def test_a_card_of_a_role_mailbox_makes_no_person_but_a_named_one_with_such_an_address_does(
    desk: Desk, folder: Path
) -> None:
    cards = vcard(
        folder, "LinkedIn|messages-noreply@linkedin.com", "Acme Support|help@acme.example", "Ann Kern|info@kern.example"
    )
    assert counts(bring_in(desk, [cards]).files[0]) == (3, 1, 0, 0, 0, 2, 0)
    assert set(people()) == {"Ann Kern"}


def test_me_is_the_address_of_four_fifths_of_the_mail_whose_name_fits_the_profile(desk: Desk, folder: Path) -> None:
    letters = mbox(folder, *(mail(n, From="Ann Kern <ann@example.net>") for n in range(2, 7)))
    with pytest.raises(Refused, match="Say which one it is"):
        bring_in(desk, [letters])
    assert people() == {}
    assert bring_in(desk, [letters, profile(folder)]).me == (ME,)


def test_mail_becomes_people_and_exchanges_with_direction_and_thread(desk: Desk, folder: Path) -> None:
    bring_in(
        desk,
        [
            mbox(
                folder,
                mail(2, From="Ann Kern <ann@acme.example>", Cc="Tom Lee <tom@example.net>"),
                mail(3, From=f"Dana <{ME}>", To="Ann Kern <ann@acme.example>", In_Reply_To="<2@example.com>"),
                mail(4, From="Ann Kern <ann@acme.example>", Subject="Re: Hello"),
            )
        ],
        me=[ME],
    )
    found, who = exchanges(), people()
    assert [one.direction for one in found] == [Direction.IN, Direction.OUT, Direction.IN]
    assert [one.group for one in found] == [True, False, False]
    assert [one.other for one in found] == [who["Ann Kern"].id] * 3
    assert len({one.thread for one in found}) == 1
    assert (who["Ann Kern"].company, who["Ann Kern"].received, who["Ann Kern"].sent) == ("", 1, 1)


def test_newsletters_role_mailboxes_and_organizations_are_left_out_with_the_reason(desk: Desk, folder: Path) -> None:
    letters = mbox(
        folder,
        mail(2, From="Digest <digest@news.example>", List_Unsubscribe="<mailto:x@news.example>"),
        mail(3, From="Acme Careers <jobs@acme.example>"),
        mail(4, From="Tosa Library <desk@tosa.example>"),
        mail(5, From=f"Dana <{ME}>", To="info@acme.example"),
        mail(6, From=f"Dana <{ME}>", To=ME),
    )
    line = bring_in(desk, [letters], me=[ME]).files[0]
    assert counts(line) == (5, 0, 0, 0, 0, 5, 0)
    assert [note.at for note in line.left_out] == [1, 2, 3, 4, 5]
    assert len({note.reason for note in line.left_out}) == 3


def test_one_mail_in_two_files_is_one_exchange(desk: Desk, folder: Path) -> None:
    one = mail(2, From="Ann Kern <ann@example.net>")
    receipt = bring_in(desk, [mbox(folder, one), mbox(folder / "more", one, name="sent.mbox")], me=[ME])
    assert [counts(line)[:5] for line in receipt.files] == [(1, 1, 0, 0, 0), (1, 0, 0, 0, 1)]
    assert len(exchanges()) == 1
    again = bring_in(desk, [mbox(folder, one, mail(3, From="Ann Kern <ann@example.net>"), name="renamed.mbox")])
    assert counts(again.files[0])[:5] == (2, 1, 0, 0, 1)
    assert again.people == 1


def test_a_bounce_is_kept_with_the_person_it_is_about_and_is_no_exchange_of_theirs(desk: Desk, folder: Path) -> None:
    letters = mbox(
        folder,
        mail(2, From=f"Dana <{ME}>", To="Ann Kern <ann@acme.example>"),
        mail(
            3,
            From="Mail Delivery <mailer-daemon@acme.example>",
            Subject="Undeliverable: Hello",
            In_Reply_To="<2@example.com>",
        ),
        mail(4, From="Mail Delivery <mailer-daemon@acme.example>", Subject="Undeliverable: What"),
    )
    line = bring_in(desk, [letters], me=[ME]).files[0]
    assert counts(line) == (3, 2, 0, 0, 0, 1, 0)
    sent, bounce = exchanges()
    assert (bounce.writer, bounce.people, bounce.thread) == (Writer.MACHINE, sent.people, sent.thread)
    assert (people()["Ann Kern"].received, people()["Ann Kern"].sent) == (0, 1)


def test_old_mail_makes_people_but_its_text_is_not_kept(desk: Desk, folder: Path) -> None:
    old = mail(
        2, From="Ann Kern <ann@example.net>", Date="Mon, 02 Mar 2020 10:00:00 +0000", body="A secret of long ago."
    )
    bring_in(
        desk, [mbox(folder, old, mail(3, From="Tom Lee <tom@example.net>", body="Happy to help you with it."))], me=[ME]
    )
    assert set(people()) == {"Ann Kern", "Tom Lee"}
    assert people()["Ann Kern"].received == 1
    assert [one.text for one in exchanges()] == ["Happy to help you with it."]
    from askwell.store import lookups

    assert len(lookups.exchange_keys()) == 2


def test_a_damaged_file_never_stops_the_others(desk: Desk, folder: Path) -> None:
    bad = written(folder / "bad.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:\n")
    receipt = bring_in(desk, [bad, folder / "missing.csv", connections(folder, "Ann,Kern,ann,,Acme,Buyer")])
    assert receipt.people == 1
    assert sum(len(line.unreadable) for line in receipt.files) == 2
    assert of(receipt, "missing.csv").read == 1


def test_files_of_one_name_are_told_apart_by_their_path(desk: Desk, folder: Path) -> None:
    vcard(folder / "a", "Ann Kern")
    vcard(folder / "b", "Tom Lee")
    connections(folder, "Eve,Roe,eve,,Acme,Buyer")
    paths = {(line.file, line.path) for line in bring_in(desk, [folder]).files}
    assert paths == {
        ("contacts.vcf", "files/a/contacts.vcf"),
        ("contacts.vcf", "files/b/contacts.vcf"),
        ("Connections.csv", ""),
    }


def test_a_cancel_leaves_nothing(desk: Desk, folder: Path) -> None:
    def cancel(stage: str, done: int, total: int) -> None:
        if stage == "storing":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_in(desk, [connections(folder, "Ann,Kern,ann,,Acme,Buyer")], progress=cancel)
    assert people() == {}


def calendar(folder: Path, hour: int) -> Path:
    """A coffee with Ann Kern on March 10 at that hour, always with the same UID."""
    event = f"BEGIN:VEVENT\nUID:1@x\nDTSTART:20260310T{hour}0000Z\nDTEND:20260310T{hour + 1}0000Z\nSUMMARY:Coffee"
    who = f"ORGANIZER;CN=Dana:mailto:{ME}\nATTENDEE;CN=Ann Kern:mailto:ann@example.net\nEND:VEVENT"
    return written(folder / "calendar.ics", f"BEGIN:VCALENDAR\nVERSION:2.0\n{event}\n{who}\nEND:VCALENDAR\n")


def test_a_meeting_that_moved_is_changed(desk: Desk, folder: Path) -> None:
    assert bring_in(desk, [calendar(folder, 10)], me=[ME]).files[0].new == 1
    assert bring_in(desk, [calendar(folder, 10)]).files[0].same == 1
    assert bring_in(desk, [calendar(folder, 15)]).files[0].changed == 1
    (meeting,) = exchanges()
    assert (meeting.at.hour, meeting.direction, meeting.people) == (15, Direction.BOTH, (people()["Ann Kern"].id,))


@pytest.mark.parametrize("hours", [(10, 15), (15, 10)])
def test_a_meeting_that_moved_between_two_files_is_one_and_stands_as_the_last_one_says(
    desk: Desk, folder: Path, hours: tuple[int, int]
) -> None:
    files = [calendar(folder / "old", hours[0]), calendar(folder / "new", hours[1])]
    assert [counts(line)[:5] for line in bring_in(desk, files, me=[ME]).files] == [(1, 0, 0, 0, 1), (1, 1, 0, 0, 0)]
    assert [meeting.at.hour for meeting in exchanges()] == [hours[1]]
    again = bring_in(desk, files)
    assert ([line.same for line in again.files], again.batch) == ([1, 1], None)


def test_applications_are_told_apart_by_company_and_title(desk: Desk, folder: Path) -> None:
    from askwell.store import read

    head = "Company,Role,Applied,Status,Contact\n"
    files = [
        vcard(folder, "Ann Kern"),
        written(folder / "applications.csv", head + "Acme Inc,Planner,2026-03-02,Applied,Ann Kern\n"),
    ]
    assert of(bring_in(desk, files), "applications.csv").new == 1
    assert of(bring_in(desk, files), "applications.csv").same == 1
    written(folder / "applications.csv", head + "Acme,Planner,2026-03-02,Interview,Ann Kern\n")
    assert of(bring_in(desk, files), "applications.csv").changed == 1
    (application,) = read.search(NOW).applications
    assert (application.stage.value, application.contact) == ("interview", people()["Ann Kern"].id)
    assert application.applied == date(2026, 3, 2)


def test_a_known_contact_is_shown_to_be_another_and_both_ids_mean_one(desk: Desk, folder: Path) -> None:
    bring_in(desk, [vcard(folder, "Bob Aguilar|bob@example.net", "Robert Aguilar|bob@acme.example")])
    first, second = (people()[name].id for name in ("Bob Aguilar", "Robert Aguilar"))
    lines = ["BEGIN:VCARD", "VERSION:3.0", "FN:Bob Aguilar", "EMAIL:bob@example.net", "EMAIL:bob@acme.example"]
    receipt = bring_in(desk, [written(folder / "more.vcf", "\n".join([*lines, "END:VCARD", ""]))])
    assert (receipt.files[0].changed, receipt.people) == (1, 1)
    from askwell.store import lookups

    assert lookups.merged() == {second: first}
    undo(desk, receipt.batch)
    assert len(people()) == 2


def test_the_scenario_comes_in_and_adds_up(desk: Desk, eval_data: Path) -> None:
    names = (
        "linkedin_export.zip",
        "contacts.vcf",
        "google_contacts.csv",
        "mail.mbox",
        "calendar.ics",
        "applications.csv",
    )
    files = [eval_data / "scenario" / name for name in names]
    receipt = bring_in(desk, files)
    assert receipt.me == ("dana.whitfield@example.com", "in/dana-whitfield-planning")
    for line in receipt.files:
        assert line.read == sum(counts(line)[1:])
    again = bring_in(desk, files)
    assert sum(line.new + line.joined + line.changed for line in again.files) == 0
    assert (again.people, again.batch) == (receipt.people, None)


def test_an_import_is_matched_again_where_something_was_stored_in_between(desk: Desk, folder: Path) -> None:
    from askwell.actions.people import add_person

    met: list[str] = []

    def meddle(stage: str, done: int, total: int) -> None:
        if stage == "storing" and not met:
            met.append(add_person(desk, "Bob Aguilar", company="Acme").said)

    receipt = bring_in(desk, [connections(folder, "Robert,Aguilar,bob,,Acme,Planner")], progress=meddle)
    assert (receipt.files[0].joined, receipt.people) == (1, 1)


def test_a_search_that_began_earlier_than_thought_gets_the_texts_and_cues_of_mail_read_again(
    desk: Desk, folder: Path
) -> None:
    from askwell.store import read

    old = mail(
        2, From="Ann Kern <ann@example.net>", Date="Mon, 03 Nov 2025 10:00:00 +0000", body="Talk to Jane Roe at Acme."
    )
    letters = mbox(folder, old, mail(3, From="Tom Lee <tom@example.net>"))
    bring_in(desk, [letters], me=[ME])
    assert len(exchanges()) == 1
    set_goals(desk, 'since = "2025-10-01"')
    again = bring_in(desk, [letters])
    assert counts(again.files[0]) == (2, 0, 0, 1, 1, 0, 0)
    assert exchanges()[0].text == "Talk to Jane Roe at Acme."
    assert {cue.type.value for cue in read.search(NOW).cues} >= {"referral"}
    assert counts(bring_in(desk, [letters]).files[0]) == (2, 0, 0, 0, 2, 0, 0)
