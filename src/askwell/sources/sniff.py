"""What a file is, told from its first bytes and, where they leave room, from its name; or why it is of no use."""

import re
from dataclasses import dataclass

from askwell.sources.columns import kind_of
from askwell.sources.found import MAGIC, Kind, printable
from askwell.sources.tables import decode, first_rows, head, head_of, is_wide

HEAD = 64 * 1024  # bytes looked at
_COLUMNS = 200  # of a table that are looked at
_LONGEST = 300  # characters of a name; no system has longer ones, an archive may
_MEDIUM = "a picture, sound or film, from which nobody can be read"
_OTHER = "not a kind of file that is read"
_PACKED = "a packed file of a kind that is not opened"
EMPTY = "it is empty"
_MAGIC = (
    (b"%PDF", "a PDF holds no list that can be read"),
    (b"\x89PNG", _MEDIUM),
    (b"\xff\xd8\xff", _MEDIUM),
    (b"GIF8", _MEDIUM),
    (b"!BDN", "an Outlook data file (.pst)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document, or an Outlook message not called .msg"),
    (b"SQLite format 3", "a database of another program"),
    (b"\x1f\x8b", _PACKED),
    (b"7z\xbc\xaf", _PACKED),
    (b"Rar!", _PACKED),
)
_MEDIA = re.compile(
    r"\.(jpe?g|png|gif|heic|webp|bmp|tiff?|svg|mp[34]|m4[av]|mov|avi|webm|wav|ogg|flac)$", re.IGNORECASE
)
# Files of a LinkedIn export that say nothing of people the seeker knows, nor of her work.
_UNUSED = frozenset(
    "adtargeting adsclicked articles causesyoucareabout certifications comments courses endorsementgiveninfo"
    " endorsementreceivedinfo events grouppostings hashtagfollows honors inferences instantreposts jobseekerpreferences"
    " jobapplicantsavedanswers jobapplicantsavedscreeningquestionresponses languages learning logins memberfollows"
    " organizations patents privateidentityasset profilesummary projects providersservices publications reactions"
    " receipts receiptsv2 registration richmedia savedarticles saveditems"
    " savedjobalerts searchqueries securitychallenges services shares skills testscores usagereport verifications"
    " volunteering votes learningcoachmessages".split()
)
_WANTED = re.compile(
    r"^(connections|messages|invitations|profile|positions|emailaddresses|contacts|importedcontacts)csv$"
    r"|(vcf|ics|mbox|eml|zip)$"
)
_LOOK_ALIKE = re.compile(r"(guide|coach|roleplay|learning)")
_CALENDAR = re.compile(r"BEGIN:(VCALENDAR|VEVENT|VTIMEZONE)")
_ENDINGS = ((".ics", "calendar"), (".vcf", "address book"), (".csv", "table"))
_TABLES = (".csv", ".tsv", ".txt", ".tab")
_FIELD = re.compile(r"[!-9;-~]{1,76}[ \t]*:")
_MAIL_FIELDS = frozenset(
    b"from to cc bcc date subject message-id received return-path delivered-to mime-version reply-to sender"
    b" x-gm-thrid x-received dkim-signature content-type x-mozilla-status authentication-results".decode().split()
)


def stem(name: str) -> str:
    """A file's name in one form: no ending, spaces or underscores, no number that a download or export has put on."""
    name = name[-_LONGEST:]
    bare = re.sub(r"(_\d+|\s*\(\d+\)|\s+copy)*$", "", name.rpartition(".")[0] or name, flags=re.IGNORECASE)
    return re.sub(r"[\W_]", "", bare.casefold())


def is_wanted(name: str) -> bool:
    """Whether a file of this name ought to be readable, so that failing to read it is no small matter."""
    return _WANTED.search(stem(name) + name.rpartition(".")[2].casefold()) is not None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind, or the reason why the file is of no use (`zipped` where it is an archive to look into).

    Both where nothing in a table speaks of people: given by itself it is asked about, among others it is passed over.
    """

    kind: Kind | None = None
    reason: str = ""
    zipped: bool = False


def by_name(name: str) -> Verdict | None:
    """What a name alone settles: media, of which an archive may hold thousands, and leftovers of systems."""
    if _MEDIA.search(name):
        return Verdict(reason=_MEDIUM)
    if name.startswith(("._", ".")) or name.casefold() in {"thumbs.db", "desktop.ini"}:
        return Verdict(reason="a hidden file of the system")
    return None


def sniff(name: str, start: bytes, *, in_maildir: bool = False) -> Verdict:
    """The verdict on a file called `name` that begins with `start` (up to HEAD bytes)."""
    if not start.strip(b"\0 \t\r\n"):
        return Verdict(reason=EMPTY)
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(start)
    if start.startswith(MAGIC) and name.casefold().endswith(".msg"):
        return Verdict(Kind.MAIL)
    for magic, reason in _MAGIC:
        if start.startswith(magic):
            return Verdict(reason=reason)
    if len(start) >= HEAD:
        start = start[: start.rfind(b"\n") + 1] or start  # a letter cut in two would look like another encoding
    text = decode(start, roughly=True).lstrip("\ufeff \t\r\n")
    return _marked(name, start, text, in_maildir=in_maildir) or _table(name, text)


def _packed(start: bytes) -> Verdict:
    if b"[Content_Types].xml" in start[:4096] or b"mimetypeapplication/" in start[:200]:
        return Verdict(reason="an office document, which is not opened")
    return Verdict(zipped=True)


def _marked(name: str, start: bytes, text: str, *, in_maildir: bool) -> Verdict | None:
    """Kinds that say in their first lines what they are."""
    lower, beginning = name.casefold(), text[:4096].upper()
    if _CALENDAR.match(beginning):
        return Verdict(Kind.CALENDAR)
    if "BEGIN:VCARD" in beginning and (beginning.startswith("BEGIN:VCARD") or lower.endswith((".vcf", ".vcard"))):
        return Verdict(Kind.VCARD)
    if mail := _mail(lower, text, in_maildir=in_maildir):
        return Verdict(mail)
    return _broken(lower, start, text)


def _mail(name: str, text: str, *, in_maildir: bool) -> Kind | None:
    if text.startswith("From ") and _is_mail(text.partition("\n")[2], least=1):
        return Kind.MBOX
    sure = in_maildir or (name.endswith((".eml", ".emlx")) and not text.startswith("<"))
    return Kind.MAIL if sure or _is_mail(text, least=2) else None


def _broken(name: str, start: bytes, text: str) -> Verdict | None:
    """Names that promise something which is not there; and bytes that are no text."""
    what = next((word for ending, word in _ENDINGS if name.endswith(ending)), "")
    if what and text[:64].upper().startswith(("<!DOCTYPE", "<HTML", "<?XML")):
        return Verdict(reason=f"a web page, not a {what}; the download may have needed you to sign in")
    if what in {"calendar", "address book"}:
        return Verdict(reason=f"not a {what}, whatever its name says")
    if _zeros(name, start[:1024]) and not is_wide(start):
        return Verdict(reason=_OTHER)
    return None


def _zeros(name: str, start: bytes) -> bool:
    """Whether there are zero bytes as no text has them; a table may hold a few, where something went wrong in it."""
    few = len(start) // 100 + 1 if name.casefold().endswith(_TABLES) else 0
    return start.count(0) > few


def _is_mail(text: str, *, least: int) -> bool:
    """Whether `text` begins with a block of header fields, `least` of them well-known ones of mail."""
    known = 0
    for line in text.splitlines()[:60]:
        if not line.strip():
            break
        if line[0] in " \t>":
            continue
        if not _FIELD.match(line):
            return False
        known += line.partition(":")[0].strip().casefold() in _MAIL_FIELDS
    return known >= least


def _table(name: str, text: str) -> Verdict:
    kind = kind_of(head(text))
    if kind in {None, Kind.OUTLOOK} and stem(name) not in _UNUSED and (strange := _strange(name, text, kind)):
        return strange
    if kind is Kind.RECOMMENDATIONS and stem(name) == "recommendationsgiven":
        return Verdict(reason="what you wrote about others, which tells nothing of whom you can ask")
    sure = kind is not None and kind.value.startswith("linkedin") and kind is not Kind.RECOMMENDATIONS
    if kind is None or (stem(name) in _UNUSED and not sure):
        return Verdict(reason=_unknown(name, text))
    if kind is Kind.MESSAGES and _LOOK_ALIKE.search(re.sub(r"[\W_]", "", name.casefold())):
        return Verdict(reason="talks with LinkedIn’s own assistants, not with people")
    return Verdict(kind)


def _strange(name: str, text: str, kind: Kind | None) -> Verdict | None:
    """A table with a header nobody knows, or one that its cells belie: of people perhaps, so that she is asked."""
    if not name.casefold().endswith(_TABLES):
        return None
    from askwell.sources.column_guesses import is_belied, is_data, is_of_people

    rows = [row[:_COLUMNS] for row in first_rows(text)]
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        return None
    at = head_of(rows)
    header, below = ([""] * max(map(len, rows)), rows) if is_data(rows[at]) else (rows[at], rows[at + 1 :])
    if kind is not None:
        return Verdict(Kind.TABLE) if is_belied(header, below) else None
    likely = is_of_people(header, below)
    given = name.casefold().endswith((".csv", ".tsv")) and len(header) > 1
    return Verdict(Kind.TABLE, "" if likely else _unknown(name, text)) if likely or given else None


def _unknown(name: str, text: str) -> str:
    if stem(name) in _UNUSED:
        return "nothing in it about people you know"
    if not name.casefold().endswith((".csv", ".tsv", ".txt")):
        return _OTHER
    if not name.casefold().endswith(".csv"):
        return "a text without people, messages or applications"
    columns = ", ".join(text.strip().partition("\n")[0].strip().split(",")[:6])
    return f"a table whose columns are not known ({printable(columns)})"
