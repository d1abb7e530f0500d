"""Whole LinkedIn exports, era by era: the files each had, under the names and in the forms of its day, as one zip."""

import io
import zipfile
from collections.abc import Mapping

from tests.sources import exports

_URL = "https://www.linkedin.com/in/"
_SAM = f"{_URL}samroe"
_HIDDEN = 12  # members who hide themselves, in the export that has many of them

PROFILE_2018 = (
    b"First Name,Last Name,Maiden Name,Address,Birth Date,Contact Instructions,Headline,Summary,Industry,Country,"
    b"Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\n"
    b'Sam,Roe,,,,"","Operations leader","Twenty years.",Logistics,us,98101,"Seattle, Washington",,,\n'
)
PHONES_2018 = b"Number,Extension,Type\n+1 206 555 0100,,Mobile\n"
_WORK: Mapping[str, bytes] = {
    "Profile.csv": exports.PROFILE,
    "Positions.csv": exports.POSITIONS,
    "Education.csv": exports.EDUCATION,
    "Email Addresses.csv": exports.EMAILS["2026"],
    "PhoneNumbers.csv": exports.PHONES["2026"],
}
_ACCOUNT: Mapping[str, bytes] = {  # files that tell nothing of people
    "Skills.csv": b"Name\nPlanning\n",
    "Registration.csv": b"Registered At,Registration Ip,Subscription Types\n2011-01-01,192.0.2.1,\n",
    "Endorsement_Received_Info.csv": (
        b"Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n"
        b"2018/10/18 12:23:20 UTC,Planning,Lee,Hart,www.linkedin.com/in/leehart,ACCEPTED\n"
    ),
}

# Saved again by a spreadsheet: marks, semicolons, the notes in quotes with empty cells behind, days of its own.
EXCEL = (
    "\ufeffNotes:;;;;;;\r\n"
    '"When exporting your connection data, you may notice that some of the email addresses are missing.";;;;;;\r\n'
    ";;;;;;\r\n"
    '"First Name";"Last Name";"URL";"Email Address";"Company";"Position";"Connected On"\r\n'
    f"Mara;Okoye;{_URL}mara-okoye-1a2b;;Northwind, Inc.;Head of Data;08.02.2023\r\n"
    f'Zoë;"Brandt; Ph.D.";{_URL}zo%C3%AB-brandt;;Globex;Director;7-Jun-22\r\n'
    ";;;;;;01.01.2024\r\n"
).encode()
HIDDEN = (
    exports.PREAMBLE
    + "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    + "".join(
        f",,,,,,{day:02} Jun 2026\n" if day % 2 else f"Ana,No{day:02},{_URL}ana-{day},,Acme,Planner,{day:02} Jun 2026\n"
        for day in range(1, 2 * _HIDDEN + 1)
    ).rstrip("\n")
).encode()

Files = Mapping[str, bytes]
ERAS: Mapping[str, Files] = {
    "2018": {
        "Connections.csv": exports.CONNECTIONS["2018"],
        "Messages.csv": exports.MESSAGES["2018"],
        "Invitations.csv": exports.INVITATIONS["2022"],
        "Imported Contacts.csv": exports.IMPORTED["2018"],
        "Recommendations Received.csv": exports.RECOMMENDATIONS["2017"],
        "Profile.csv": PROFILE_2018,
        "Positions.csv": exports.POSITIONS,
        "Education.csv": exports.EDUCATION,
        "Email Addresses.csv": exports.EMAILS["tabs"],
        "Phone Numbers.csv": PHONES_2018,
        **_ACCOUNT,
    },
    "2021": {
        "Connections.csv": exports.CONNECTIONS["2021"],
        "messages.csv": exports.MESSAGES["2022"],
        "Invitations.csv": exports.INVITATIONS["2022"],
        **_WORK,
        **_ACCOUNT,
    },
    "2022": {
        "Connections.csv": exports.CONNECTIONS["2022"],
        "messages.csv": exports.MESSAGES["2022"],
        "Invitations.csv": exports.INVITATIONS["2022"],
        "Contacts.csv": exports.IMPORTED["Contacts.csv"],
        **_WORK,
        **_ACCOUNT,
    },
    "2023": {
        "Connections.csv": exports.CONNECTIONS["2023"],
        "messages.csv": exports.MESSAGES["2023"],
        "Invitations.csv": exports.INVITATIONS["2026"],
        "ImportedContacts.csv": exports.IMPORTED["ImportedContacts.csv"],
        "Jobs/Job Applications.csv": exports.JOBS,
        "Company Follows.csv": exports.FOLLOWS,
        **_WORK,
        **_ACCOUNT,
    },
    "Aug 2025": {
        "Connections.csv": exports.CONNECTIONS["2025"],
        "messages.csv": exports.MESSAGES["2025"],
        "Invitations.csv": exports.INVITATIONS["2026"],
        "Jobs/Saved Jobs.csv": exports.SAVED_JOBS,
        "Recommendations_Received.csv": exports.RECOMMENDATIONS["2026"],
        "Recommendations_Given.csv": exports.RECOMMENDATIONS["2026"],
        "guide_messages.csv": exports.MESSAGES["2025"],
        **_WORK,
        **_ACCOUNT,
    },
    "Mar 2026": {
        "Connections.csv": exports.CONNECTIONS["2026"],
        "messages.csv": exports.MESSAGES["2026"],
        "Invitations.csv": exports.INVITATIONS["2026"],
        "Notes.csv": exports.NOTES,
        "Member_Follows_17.csv": b"Date,Status,Full Name\n2026-01-01,Active,Ana Example\n",
        "Comments_17.csv": b"Date,Link,Message\n2026-01-01,https://www.linkedin.com/feed,Nice\n",
        "LearningCoachMessages.csv": b"No conversations found",
        "coach_messages.csv": exports.MESSAGES["2026"],
        "Whatsapp Phone Numbers.csv": exports.PHONES["whatsapp"],
        **_WORK,
        **_ACCOUNT,
    },
    "Excel": {"Connections.csv": EXCEL, **_WORK},
    "hidden": {"Connections.csv": HIDDEN, **_WORK},
}


def zipped(era: str, *, inside: str = "") -> bytes:
    """The export as one zip; `inside` is a folder within it, as where somebody has packed it again."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in ERAS[era].items():
            archive.writestr(f"{inside}{name}", data)
    return made.getvalue()
