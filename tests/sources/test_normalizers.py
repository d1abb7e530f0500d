"""Every function that brings a name, address, phone, company, title, date or subject into one form, fed to bursting."""

from collections.abc import Callable, Mapping

import pytest
from tests.bounds import bounded

from askwell.domain.threads import base_subject
from askwell.identity import companies, fold, handles, mailboxes, names, titles
from askwell.identity.facts import phone_key
from askwell.identity.parts import split
from askwell.sources import cells, column_guesses, dates, people_columns, recipients, tables
from askwell.sources.applications import stage_of
from askwell.sources.calendar_rules import rule_of
from askwell.sources.calendar_times import length
from askwell.sources.linkedin_messages import clean
from askwell.sources.sniff import sniff, stem

SIZE = 100_000
SEEDS = (
    "a@", "@", "A.B., ", "Dr. ", "x.y@z.", "+1 (", "1-", "0", "(", "<", "<p>", "&amp;", "%41", "%", "'", '"', "\\n",
    "=C3", "1/", "4-Apr-", "Inc. ", "& ", "von ", "Jr., ", "Re: ", "Fwd:", "https://www.linkedin.com/in/", " ", "\t",
    "\u200b", "\u0301", "\u202e", "İ", "ß", "\U0001d516", "王", "BYDAY=", "FREQ=;", "P1W", ",", ";", ":::",
)  # fmt: skip
NORMALIZERS: Mapping[str, Callable[[str], object]] = {
    "fold": fold.fold,
    "loose": fold.loose,
    "name": split,
    "names alike": lambda text: names.compatible(text, text[::-1]),
    "address": handles.address,
    "mailbox": lambda text: handles.mailbox(handles.address(text)),
    "profile": handles.slug,
    "phone": lambda text: handles.phone(text, region="US"),
    "phone of a card": lambda text: phone_key(text, region=""),
    "role": lambda text: mailboxes.is_role(text, text),
    "company": companies.normal,
    "title": titles.read,
    "subject": base_subject,
    "addresses in a cell": cells.addresses,
    "phones in a cell": cells.phones,
    "parts of a name": cells.joined,
    "header": tables.fold,
    "day": dates.day,
    "month": dates.month,
    "moment": dates.moment,
    "status": stage_of,
    "words of a message": clean,
    "recipients": lambda text: recipients.recipients(text, text, recipients.Known([])),
    "file name": stem,
    "first bytes": lambda text: sniff("people.csv", text.encode("utf-8", "replace")),
    "columns": lambda text: column_guesses.guesses([text, "b"], [[text, text]] * 50),
    "unknown columns": lambda text: column_guesses.is_of_people([text], [[text]]),
    "rule": rule_of,
    "duration": length,
}


@pytest.mark.parametrize("name", NORMALIZERS)
def test_a_hundred_kilobytes_of_anything_are_brought_into_one_form_within_bounds(name: str) -> None:
    """What grows with the square of its input takes minutes for these; all of them together take a moment."""
    normal = NORMALIZERS[name]
    with bounded():
        for seed in SEEDS:
            normal(seed * (SIZE // len(seed)))
            normal(f"Mara{seed * (SIZE // len(seed))}Okoye")


def test_headers_of_people_are_known_in_one_form_and_mean_one_thing() -> None:
    single = [word for words in people_columns.SINGLE.values() for word in words]
    assert all(word == tables.fold(word) for word in single)
    assert len(single) == len(set(single))
