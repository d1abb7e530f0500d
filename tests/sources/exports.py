"""LinkedIn's files era by era: the headers, quotes and dates of real exports, with invented people and values."""

PREAMBLE = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are missing. You will only'
    " see email addresses for connections who have allowed their connections to see or download their email address"
    " using this setting https://www.linkedin.com/psettings/privacy/email. You can learn more here"
    ' https://www.linkedin.com/help/linkedin/answer/261"\n'
    "\n"
)
_2018 = "First Name,Last Name,Address,Email Address,Company,Position,Connected On,Websites,Instant Messengers\n"
_2021 = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
_2023 = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
_URL = "https://www.linkedin.com/in/"


def quoted(*rows: list[str]) -> str:
    """Rows as LinkedIn has written them since March 2026: every cell in quotes, the last line without a line feed."""
    return "\n".join(",".join('"{}"'.format(cell.replace('"', '""')) for cell in row) for row in rows)


CONNECTIONS_2018 = (
    _2018
    + 'Mara,Okoye,,mara@example.com,"Northwind, Inc.",Head of Data,"2/8/18, 9:14 PM",,\n'
    + 'Lee,Hart,"Seattle, WA",,Tailspin,CTO,"11/23/17, 7:05 AM",http://lee.example.com,\n'
)
CONNECTIONS_2021 = _2021 + "Mara,Okoye,mara@example.com,Northwind,Head of Data,08 Feb 2021\nLee,Hart,,,,23 Nov 2020\n"
CONNECTIONS_2022 = PREAMBLE + CONNECTIONS_2021
CONNECTIONS_2023 = (
    PREAMBLE
    + _2023
    + f'Mara,Okoye,{_URL}mara-okoye-1a2b,mara@example.com,"Northwind, Inc.",Head of Data,08 Feb 2023\n'
    + f'Zoë,"Brandt, Ph.D.",{_URL}zo%C3%AB-brandt,,Globex,"Director, Research",07 Jun 2022\n'
)
# Rows with a date alone are members who hide themselves; the last line has no line feed.
CONNECTIONS_2025 = (
    PREAMBLE
    + _2023
    + f"Mara,Okoye,{_URL}mara-okoye-1a2b?utm_source=share,,Northwind,Head of Data,13 Aug 2025\n"
    + ",,,,,,07 Jun 2025\n"
    + f"Lee,Hart,{_URL}LeeHart,,Tailspin,CTO,01 Jan 2024\n"
    + ",,,,,,06 Jun 2025"
)
CONNECTIONS_2026 = PREAMBLE + quoted(
    _2023.strip().split(","),
    ["Mara", "Okoye", f"{_URL}mara-okoye-1a2b", "", "Northwind", "Head of Data", "13 Mar 2026"],
    ["Ed “Red”", "Roe", f"{_URL}ed-roe", "ed@example.org", 'Roe "and" Sons', "Owner", "12 Mar 2026"],
)
CONNECTIONS_EXCEL = (  # saved again by Excel: byte order mark, CRLF, dates of its own, a column deleted
    "\ufefffirst name,last name,company,position,connected on\r\n"
    "Mara,Okoye,Northwind,Head of Data,4-Apr-21\r\nLee,Hart,Tailspin,CTO,23-Nov-20\r\n"
)
CONNECTIONS_GERMAN = (
    "Vorname;Nachname;URL;E-Mail-Adresse;Unternehmen;Position;Verbunden am\n"
    f"Jürgen;Groß;{_URL}juergen-gross;jg@example.com;Müller & Söhne;Geschäftsführer;12. März 2023\n"
)

CONNECTIONS = {
    "2018": CONNECTIONS_2018.encode(),
    "2021": CONNECTIONS_2021.encode(),
    "2022": CONNECTIONS_2022.encode(),
    "2023": CONNECTIONS_2023.encode(),
    "2025": CONNECTIONS_2025.encode(),
    "2026": CONNECTIONS_2026.encode(),
    "excel": CONNECTIONS_EXCEL.encode(),
    "utf-16": CONNECTIONS_2023.replace(",", "\t").encode("utf-16"),
    "utf-16 without mark": CONNECTIONS_2021.encode("utf-16-le"),
    "cp1252": CONNECTIONS_GERMAN.encode("cp1252"),
}

_SAM, _MARA, _LEE = (f"{_URL}{slug}" for slug in ("samroe", "mara-okoye-1a2b", "leehart"))
MESSAGES_2018 = (
    "From,To,Date,Subject,Content,Direction,Folder\n"
    'Mara Okoye,Sam Roe,"2/7/18, 2:37 PM",Hello,"Good to see you, Sam.",INCOMING,INBOX\n'
    'Sam Roe,Mara Okoye,"2/7/18, 3:01 PM",Re: Hello,And you.,OUTGOING,SENT\n'
)
MESSAGES_2022 = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
    f"2-a==,,Mara Okoye,{_MARA},Sam Roe,2022-09-13 03:18:54 UTC,,Talk to Lee.,INBOX\n"
    f"2-a==,,Sam Roe,{_SAM},Mara Okoye,2022-09-14 03:18:54 UTC,,I will.,INBOX\n"
)
MESSAGES_2023 = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"
    f'2-a==,,Mara Okoye,{_MARA},Sam Roe,{_SAM},2023-09-13 03:18:54 UTC,,"Happy to help.\nTalk to ""Lee"".",INBOX\n'
    f'2-b==,Team,Sam Roe,{_SAM},"Mara Okoye, Lee Hart, Ph.D.","{_MARA},{_LEE}",2023-09-14 10:00:00 UTC,,Hi,ARCHIVE\n'
    f"2-c==,,Pat Spam,{_URL}pat-spam,Sam Roe,{_SAM},2023-09-15 10:00:00 UTC,Win,Click,SPAM\n"
)
_2025 = MESSAGES_2023.partition("\n")[0] + ",ATTACHMENTS,IS MESSAGE DRAFT"
MESSAGES_2025 = (
    f"{_2025}\n"
    f"2-a==,,Lee Hart,{_LEE},Sam Roe,{_SAM},2025-08-01 10:00:00 UTC,,Call me,INBOX,,No\n"
    f"2-a==,,Sam Roe,{_SAM},Lee Hart,{_LEE},2025-08-02 10:00:00 UTC,,Well,INBOX,,Yes\n"
    '2-d==,,LinkedIn Member,,Sam Roe,"",2025-08-03 10:00:00 UTC,,Old words,INBOX,,No\n'
    "2-e==,,Sam Roe,"
    f"{_SAM},LinkedIn Member,,2025-08-04 10:00:00 UTC,,Are you there,INBOX,,No\n"
    f'2-f==,,Grow Fast,,Sam Roe,{_SAM},2025-08-05 10:00:00 UTC,Offer,"<p class=""spinmail-quill-editor__spin-break"">'
    'Hi %FIRSTNAME%</p>",INBOX,,No\n'
    f'2-g==,,Rae Cruit,{_URL}rae-cruit,Sam Roe,{_SAM},2025-08-06 10:00:00 UTC,A role,"<p class=""spinmail"">Hi Sam,</p>'
    '<p>R&amp;D needs you.</p>",INBOX,,No\n'
)
_FLAGS = ["INBOX", "", "No"]
MESSAGES_2026 = quoted(
    [*_2025.split(","), "IS CONVERSATION DRAFT"],
    ["2-a==", "", "Mara Okoye", _MARA, "Sam Roe", _SAM, "2026-03-13 03:18:54 UTC", "", "One.\nTwo “2”.", *_FLAGS, "No"],
    ["2-b==", "", "Sam Roe", _SAM, "Lee Hart", _LEE, "2026-03-14 03:18:54 UTC", "", "Dear Lee,", *_FLAGS, "Yes"],
)
MESSAGES = {
    "2018": MESSAGES_2018.encode(),
    "2022": MESSAGES_2022.encode(),
    "2023": MESSAGES_2023.encode(),
    "2025": MESSAGES_2025.encode(),
    "2026": MESSAGES_2026.encode(),
}

_INVITED = "From,To,Sent At,Message,Direction"
INVITATIONS = {
    "2022": (
        f'{_INVITED}\nSam Roe,Mara Okoye,"2/7/22, 2:37 PM",Good to meet you,OUTGOING\n'
        'Lee Hart,Sam Roe,"12/31/21, 11:59 PM",,INCOMING\n'
    ).encode(),
    "2026": (
        f"{_INVITED},inviterProfileUrl,inviteeProfileUrl\n"
        f'Sam Roe,Mara Okoye,"2/7/26, 2:37 PM",Good to meet you at the council,OUTGOING,{_SAM},{_MARA}\n'
        f'Lee Hart,Sam Roe,"1/31/26, 12:05 AM",,INCOMING,{_LEE},{_SAM}\n'
    ).encode(),
}
NOTES = (
    "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\n"
    f'Mara,Okoye,{_MARA},"Met at the council,\nlikes rowing",2026-02-01 10:00:00 UTC,\n'
    f"Mara,Okoye,{_MARA},Second note,2026-02-02 10:00:00 UTC,\n"
).encode()
IMPORTED = {
    "Contacts.csv": (
        b"Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,InstantMessageHandles,"
        b"FullName,Birthday,Location,BookmarkedAt,Profiles\n"
        b'GOOGLE_CONTACTS,Mara,Okoye,Northwind,Head of Data,"mara@example.com; MO@example.org",+12065550100,'
        b'"3/4/24, 9:00 AM",,,,Mara Okoye,,Seattle,,\n'
    ),
    "ImportedContacts.csv": (
        b"FirstName,MiddleName,LastName,MaidenName,NickName,NamePrefix,NameSuffix,Title,Emails,PhoneNumbers,CreatedAt,"
        b"UpdatedAt,CountryCode,RegionCode,ThirdPartyVerified,Location\n"
        b'Mara,J.,Okoye,Diallo,Mo,,,Data Lead,mara@example.com,"+12065550100,+12065550101","3/4/24, 9:00 AM",,us,,,\n'
        b',,,,,,,,,,"3/4/24, 9:00 AM",,us,,,\n'
    ),
    "2018": (
        b"First Name,Last Name,Companies,Title,Email Address,Phone Numbers,Created At\n"
        b'Lee,Hart,Tailspin,CTO,lee@example.net,,"3/4/18, 9:00 AM"\n'
    ),
}
RECOMMENDATIONS = {
    "2017": (
        b"First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
        b'Lee,Hart,Tailspin,CTO,"Sam kept\nevery promise.","06/30/17, 10:00 AM",VISIBLE\n'
    ),
    "2026": quoted(
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status".split(","),
        ["Lee", "Hart", "Tailspin", "CTO", "Sam kept every promise.", "06/30/25", "VISIBLE"],
        ["Mara", "Okoye", "Northwind", "Head of Data", "", "07/01/25, 03:12 PM", "HIDDEN"],
        ["Pat", "Kim", "Globex", "Owner", "Good with people.", "one day", "VISIBLE"],
    ).encode(),
}

PROFILE = (
    b"First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
    b"Twitter Handles,Websites,Instant Messengers\n"
    b'Sam,Roe,,,,"Operations leader, open to work","Twenty years in\nlogistics.",Logistics,98101,"Seattle, Washington",'
    b"[],[PERSONAL:https://sam.example.com],\n"
)
POSITIONS = (
    b"Company Name,Title,Description,Location,Started On,Finished On\n"
    b'Contoso Freight,Operations Director,"Ran 3 hubs.","Seattle, WA",Aug 2019,Sep 2026\n'
    b"Northwind,Planner,,,2009,\n"
)
EDUCATION = (
    b"School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
    b"Example State University,2001,2005,,BSc Logistics,Rowing\nExample State University,2006,2007,,MSc,\n"
)
EMAILS = {
    "2026": (
        b"Email Address,Confirmed,Primary,Updated On\nold@example.org,No,No,Not Available\n"
        b'work@example.net,Yes,No,"10/24/13, 8:43 AM"\nSam@example.com,Yes,Yes,Not Available\n'
    ),
    "tabs": b"Email Address\tConfirmed\tIs primary\tStatus Updated On\nsam@example.com\tYes\tYes\t\n",
}
PHONES = {
    "2026": b"Extension,Number,Type\n,+1 206 555 0100,Mobile\n",
    "whatsapp": b"Number,Extension,Is_WhatsApp_Number\n+1 206 555 0100,,Yes\n",
}
FOLLOWS = b"Organization,Followed On\nNorthwind,Wed Jun 24 12:43:42 UTC 2026\nGlobex,Fri Jan 24 02:54:41 UTC 2025\n"
SAVED_JOBS = (
    b"Saved Date,Job Url,Job Title,Company Name\n"
    b'"9/1/26, 9:00 AM",http://www.linkedin.com/jobs/view/1,Ops Lead,Northwind\n'
)
JOBS = (
    b"Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,"
    b"Question And Answers\n"
    b'"8/15/26, 1:32 PM",sam@example.com,+1 206 555 0100,Globex,Ops Manager,'
    b"http://www.linkedin.com/jobs/view/4077276177,cv.pdf,Years of experience?:12\n"
    b'"8/16/26, 1:32 PM",sam@example.com,,,No Name Given,,,\n'
)
