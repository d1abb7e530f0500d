"""Hostile bytes for every reader: below a true header, between true rows, and by themselves."""

from datetime import UTC

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources import exports, test_applications, test_calendar, test_google, test_vcard
from tests.sources.contract import adds_up, indexes, messages, read

from askwell.domain.reading import Reading
from askwell.sources.found import Kind

SAMPLES = {
    Kind.CONNECTIONS: exports.CONNECTIONS["2025"],
    Kind.MESSAGES: exports.MESSAGES["2025"],
    Kind.INVITATIONS: exports.INVITATIONS["2026"],
    Kind.PROFILE: exports.PROFILE,
    Kind.POSITIONS: exports.POSITIONS,
    Kind.EDUCATION: exports.EDUCATION,
    Kind.EMAILS: exports.EMAILS["2026"],
    Kind.PHONES: exports.PHONES["2026"],
    Kind.NOTES: exports.NOTES,
    Kind.IMPORTED: exports.IMPORTED["ImportedContacts.csv"],
    Kind.FOLLOWS: exports.FOLLOWS,
    Kind.SAVED_JOBS: exports.SAVED_JOBS,
    Kind.JOBS: exports.JOBS,
    Kind.GOOGLE: test_google.NEW.encode(),
    Kind.OUTLOOK: test_google.OUTLOOK.encode(),
    Kind.APPLICATIONS: test_applications.TABLE.encode(),
    Kind.VCARD: test_vcard.APPLE.encode(),
    Kind.CALENDAR: test_calendar.calendar(test_calendar.LUNCH).encode(),
}
hostile = st.one_of(
    st.binary(max_size=200),
    st.text(alphabet=",;\t\"'\n\r=@:/0129ABEGIN%é\u202e\0", max_size=200).map(str.encode),
)


def is_sound(reading: Reading) -> bool:
    """Adds up, each index once at the most, moments in UTC, handles in lower case."""
    found = [index for index in indexes(reading) if index]
    parties = [p for m in messages(reading) for p in m.parties]
    return (
        adds_up(reading)
        and len(found) == len(set(found))
        and all(m.at.tzinfo is UTC for m in messages(reading))
        and all(p.handle == p.handle.lower() for p in parties)
        and all(e == e.lower() for c in reading.cards for e in c.emails)
    )


@pytest.mark.parametrize("kind", SAMPLES)
@settings(max_examples=25, deadline=None)
@given(junk=hostile, where=st.integers(0, 400))
def test_junk_anywhere_in_a_file_raises_nothing(kind: Kind, junk: bytes, where: int) -> None:
    sample = SAMPLES[kind]
    for data in (sample + junk, sample[:where] + junk + sample[where:], junk):
        assert is_sound(read(data, kind))


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_long_hostile_cell_costs_no_time(kind: Kind) -> None:
    for seed in ("a@", "<", "A.B., ", "%41", "'", "\\n", "=C3", "1/"):
        cell = (seed * (100_000 // len(seed))).encode()
        assert is_sound(read(SAMPLES[kind].replace(b"Mara", cell).replace(b"Lee", cell), kind))
