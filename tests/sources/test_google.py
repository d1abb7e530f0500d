"""Google's tables of contacts, old and new, Outlook's, classic and new, and plain ones."""

from typing import ClassVar

from tests.sources.contract import Contract, read

from askwell.sources import ZEROS
from askwell.sources.found import Kind
from askwell.sources.google import ORGANIZATION

NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,"
    "Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,"
    "Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,"
    "Relation 1 - Label,Relation 1 - Value,Website 1 - Label,Website 1 - Value\n"
    'Mara,,Okoye,,,,,,Mo,,Northwind,Head of Data,,,"Met at\nthe council",,* myContacts ::: Friends,* Work,'
    "mara@example.com ::: MO@example.org,Home,m@example.net,Mobile,+1 206 555 0100 ::: +1 206 555 0101,"
    "Referred By,Lee Hart,LinkedIn,https://www.linkedin.com/in/mara-okoye-1a2b\n"
    ",,,,,,,,,,Globex,,,,,,* myContacts,* ,,,,Work,+1 206 555 0102,,,,\n"
    ",,,,,,,,,,,,,,,,* myContacts,* ,only@example.com,,,,,,,,\n"
    ",,,,,,,,,,,,,,,,,,,,,,,,,,\n"
)
OLD = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Nickname,Maiden Name,Location,Notes,Group Membership,"
    "E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,"
    "Organization 1 - Yomi Name,Organization 1 - Title\n"
    "Mara J. Okoye,Mara,J.,Okoye,,,Diallo,Seattle,,* myContacts ::: Rowing,* Work,mara@example.com,Mobile,"
    "'+12065550100,,Northwind,,Head of Data\n"
)
OUTLOOK = (
    '"Title","First Name","Middle Name","Last Name","Suffix","Company","Department","Job Title","Business Phone",'
    '"Mobile Phone","E-mail Address","E-mail Type","E-mail Display Name","E-mail 2 Address","E-mail 2 Type","Notes",'
    '"Referred By","User 1","Web Page"\n'
    '"Dr.","Mara","","Okoye","","Northwind","","Head of Data","206 555 0100","206 555 0101","/o=EXCH/cn=mara","EX",'
    '"Mara","mara@example.com","SMTP","","Lee Hart","",""\n'
)
NEW_OUTLOOK = (
    "First Name,Middle Name,Last Name,Title,Suffix,Nickname,E-mail Address,E-mail 2 Address,Home Phone,Job Title,"
    "Company,Personal Web Page,Notes\n"
    "Mara,,Okoye,,,Mo,mara@example.com,m@example.net,206 555 0100,Head of Data,Northwind,,\n"
)
PLAIN = "Full Name;Company;Job Title;Email;LinkedIn\nMara Okoye;Northwind;Head of Data;mara@example.com;in/mara\n"


class TestGoogle(Contract):
    kind = Kind.GOOGLE
    samples: ClassVar = {"new": NEW.encode(), "old": OLD.encode()}


class TestOutlook(Contract):
    kind = Kind.OUTLOOK
    samples: ClassVar = {
        "classic": OUTLOOK.encode("cp1252"),
        "new": NEW_OUTLOOK.encode(),
        "plain": PLAIN.encode(),
    }


def test_several_values_in_a_cell_and_numbered_columns_are_all_taken() -> None:
    mara = read(NEW, Kind.GOOGLE).cards[0]
    assert mara.emails == ("mara@example.com", "mo@example.org", "m@example.net")
    assert mara.phones == ("+1 206 555 0100", "+1 206 555 0101")
    assert (mara.company, mara.title, mara.note) == ("Northwind", "Head of Data", "Met at\nthe council")


def test_labels_profile_and_referrer_are_taken() -> None:
    mara = read(NEW, Kind.GOOGLE).cards[0]
    assert (mara.groups, mara.referred_by) == (("Friends",), "Lee Hart")
    assert mara.url == "https://www.linkedin.com/in/mara-okoye-1a2b"


def test_organizations_and_empty_rows_are_left_out_and_an_address_alone_is_somebody() -> None:
    reading = read(NEW, Kind.GOOGLE)
    assert [(n.at, n.reason) for n in reading.left_out] == [(2, ORGANIZATION), (4, "an empty row")]
    assert (reading.cards[1].name, reading.cards[1].emails) == ("", ("only@example.com",))


def test_the_old_header_gives_the_same() -> None:
    (mara,) = read(OLD, Kind.GOOGLE).cards
    assert (mara.name, mara.maiden, mara.place, mara.groups) == ("Mara J. Okoye", "Diallo", "Seattle", ("Rowing",))
    assert (mara.emails, mara.title) == (("mara@example.com",), "Head of Data")


def test_the_apostrophe_our_own_export_puts_before_a_plus_is_taken_off() -> None:
    assert read(OLD, Kind.GOOGLE).cards[0].phones == ("+12065550100",)


def test_outlook_tells_who_referred_and_exchange_names_are_no_addresses() -> None:
    (mara,) = read(OUTLOOK, Kind.OUTLOOK).cards
    assert (mara.referred_by, mara.emails, mara.title) == ("Lee Hart", ("mara@example.com",), "Head of Data")
    assert mara.phones == ("206 555 0101", "206 555 0100")  # the mobile one first


def test_new_outlook_and_plain_tables_are_read_with_the_same_synonyms() -> None:
    (new,) = read(NEW_OUTLOOK, Kind.OUTLOOK).cards
    (plain,) = read(PLAIN, Kind.OUTLOOK).cards
    assert (new.name, new.emails, new.phones) == (
        "Mara Okoye",
        ("mara@example.com", "m@example.net"),
        ("206 555 0100",),
    )
    assert (plain.name, plain.company, plain.url) == ("Mara Okoye", "Northwind", "in/mara")


def test_columns_with_one_header_are_all_read_and_so_are_two_words_for_one_thing() -> None:
    rows = "Name,Email,Email,Mail,Phone,Phone\nMara Okoye,m@example.net,mara@example.com,,206 555 0100,206 555 0101\n"
    (card,) = read(rows, Kind.OUTLOOK).cards
    assert card.emails == ("m@example.net", "mara@example.com")
    assert card.phones == ("206 555 0100", "206 555 0101")
    (other,) = read("Name,Email,E-mail Address\nMara,,mara@example.com\n", Kind.OUTLOOK).cards
    assert other.emails == ("mara@example.com",)


def test_zero_bytes_are_left_out_of_a_table_and_told() -> None:
    rows = "Name,Email\nMara Okoye,mara@example.com\n"
    reading = read(rows.replace("Okoye", "Oko\0ye"), Kind.OUTLOOK)
    assert (reading.cards[0].name, reading.said) == ("Mara Okoye", ZEROS)
    assert read(rows, Kind.OUTLOOK).said == ""
    assert read(rows.encode("utf-16"), Kind.OUTLOOK).said == ""
