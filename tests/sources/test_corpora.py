"""Files by others, read whole: what is lost is stated here with the reason. Their content is never echoed."""

from pathlib import Path

from tests.sources.contract import adds_up

from askwell import sources
from askwell.domain.reading import Reading
from askwell.sources import walk
from askwell.sources.found import Kind


def readings(folder: Path) -> list[Reading]:
    found = []
    for one in walk.find([folder]):
        reading = sources.read(one, region="US", zone="America/New_York")
        reading.messages = list(reading.messages)
        found.append(reading)
    return found


def test_all_26_cards_of_phones_and_mail_programs_are_read(corpora: Path) -> None:
    cards = [r for r in readings(corpora / "mangstadt+ez-vcard") if r.source == "vcard"]
    assert (len(cards), sum(r.read for r in cards)) == (18, 26)
    assert sum(len(r.cards) for r in cards) == 26
    assert sum(len(r.unreadable) + len(r.left_out) for r in cards) == 0
    assert sum("\ufffd" in c.name for r in cards for c in r.cards) == 0


def test_every_card_of_the_corpus_has_a_name_an_address_or_a_phone(corpora: Path) -> None:
    cards = [c for r in readings(corpora / "mangstadt+ez-vcard") for c in r.cards]
    assert all(c.name or c.emails or c.phones for c in cards)
    assert sum(not c.name for c in cards) == 2  # the Android file holds two addresses without a name


def test_calendars_lose_only_the_event_without_a_start(corpora: Path) -> None:
    calendars = [r for r in readings(corpora / "py-vobject+vobject") if r.source == "calendar"]
    assert len(calendars) == 10
    assert sum(r.read for r in calendars) == 9
    lost = [(r.file, note.reason) for r in calendars for note in r.unreadable]
    assert lost == [("simple_test.ics", "has no start that can be read")]
    without = {r.file for r in calendars if not r.read}  # zones alone, and a task
    assert without == {"timezones.ics", "tz_us_eastern.ics", "vtodo.ics"}


def test_the_whole_linkedin_export_is_read_without_loss(corpora: Path) -> None:
    """Headers are real, values invented: dates of the 19th century are part of the joke and are kept."""
    found = readings(corpora / "silkyrich+linkedin-export-viewer" / "fixtures" / "sample_export.zip")
    read = [r for r in found if r.source != Kind.LEFT_OUT]
    assert sum(len(r.unreadable) for r in found) == 0
    assert all(adds_up(r) for r in found)
    counted = {r.file: r.read for r in read}
    assert counted == {
        "Company Follows.csv": 52,
        "Connections.csv": 2000,
        "Education.csv": 2,
        "Email Addresses.csv": 2,
        "Invitations.csv": 162,
        "Job Applications.csv": 25,
        "Saved Jobs.csv": 8,
        "PhoneNumbers.csv": 4,
        "Positions.csv": 11,
        "Profile.csv": 1,
        "Recommendations_Received.csv": 27,
        "Whatsapp Phone Numbers.csv": 1,
        "messages.csv": 20_000,
    }
    assert sum(len(r.cards) for r in read) == 2000
    assert sum(len(list(r.messages)) for r in read) == 20_110
