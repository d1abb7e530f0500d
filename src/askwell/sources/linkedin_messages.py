"""LinkedIn's messages.csv, from 7 to 13 columns, and invitations that carry words; both tell the owner's profile."""

import html
import re
from collections import Counter, defaultdict

from askwell.domain.messages import Channel, Message
from askwell.domain.people import Origin, Party
from askwell.domain.reading import Me, Note, Reading
from askwell.identity.handles import slug
from askwell.sources.cells import joined
from askwell.sources.columns import SHAPES
from askwell.sources.dates import moment
from askwell.sources.found import Found, Kind
from askwell.sources.recipients import Known, recipients
from askwell.sources.tables import Table, table

RECOMMENDED = "A recommendation on your profile"
GONE = "LinkedIn Member"  # how LinkedIn writes everybody who has left; never one and the same person
_TAG = re.compile(r"<[^<>]{0,500}>")
_BREAK = re.compile(r"</p>|<br ?/?>", re.IGNORECASE)
_NO_DATE = "has no date that can be read"
Cells = dict[str, str]


def read_messages(found: Found) -> Reading:
    """One message for each row; `thread` is the conversation. Drafts, spam and advertisements are left out."""
    rows = table(found.data(), SHAPES[Kind.MESSAGES])
    reading, cells = _started(found, rows)
    known = Known((c["from"].strip(), slug(c.get("from_url", ""))) for _, c in cells)
    messages = []
    for index, row in cells:
        outcome = _message(found, index, row, known)
        if isinstance(outcome, Message):
            messages.append(outcome)
        elif outcome == _NO_DATE:
            reading.unreadable.append(Note(index, outcome))
        else:
            reading.left_out.append(Note(index, outcome))
    reading.messages, reading.me = messages, _owner(messages)
    return reading


def read_invitations(found: Found) -> Reading:
    """A message for each invitation with words; the direction of each tells which profile is the owner's."""
    rows = table(found.data(), SHAPES[Kind.INVITATIONS])
    reading, cells = _started(found, rows)
    owners: Counter[Party] = Counter()
    messages = []
    for index, row in cells:
        sender, to = _party(row["from"], row.get("from_url", "")), _party(row["to"], row.get("to_url", ""))
        direction = row.get("direction", "").strip().upper()
        if direction in {"INCOMING", "OUTGOING"}:
            owners[sender if direction == "OUTGOING" else to] += 1
        text, at = clean(row.get("text", "")), moment(row["at"])
        if not text:
            reading.left_out.append(Note(index, "an invitation without words"))
        elif at is None:
            reading.unreadable.append(Note(index, _NO_DATE))
        else:
            origin = Origin(found.file, index, path=found.path)
            messages.append(Message(origin, at, Channel.LINKEDIN, sender, (to,), text=text))
    reading.messages, reading.me = messages, _most_common(owners)
    return reading


def read_recommendations(found: Found) -> Reading:
    """What others have written about her, for all to read: each is a message that came in."""
    rows = table(found.data(), SHAPES[Kind.RECOMMENDATIONS])
    reading, cells = _started(found, rows)
    messages = []
    for index, row in cells:
        name, text, at = joined(row["first"], row.get("last", "")), clean(row["text"]), moment(row["at"])
        if not name or not text:
            reading.left_out.append(Note(index, "names nobody, or says nothing"))
        elif at is None:
            reading.unreadable.append(Note(index, _NO_DATE))
        else:
            origin = Origin(found.file, index, path=found.path)
            messages.append(Message(origin, at, Channel.LINKEDIN, Party(name), subject=RECOMMENDED, text=text))
    reading.messages = messages
    return reading


def clean(text: str) -> str:
    """The words of a message: recruiters' messages come as HTML, with one paragraph a line."""
    if text.lstrip()[:1] == "<" and _TAG.search(text):
        text = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _started(found: Found, rows: Table) -> tuple[Reading, list[tuple[int, Cells]]]:
    reading = found.reading()
    reading.read = rows.read
    reading.unreadable.extend(rows.unreadable)
    places = rows.places.items()
    return reading, [(index, {name: row[place] for name, place in places}) for index, row in rows.rows]


def _message(found: Found, index: int, row: Cells, known: Known) -> Message | str:
    """The message, or the reason why there is none."""
    sender = _party(row["from"], row.get("from_url", ""))
    to = tuple(p for p in recipients(row["to"], row.get("to_urls", ""), known) if p.name != GONE)
    if reason := _unwanted(row, sender, to):
        return reason
    at = moment(row["at"])
    if at is None:
        return _NO_DATE
    conversation = row.get("conversation", "").strip()
    return Message(
        origin=Origin(found.file, index, path=found.path),
        at=at,
        channel=Channel.LINKEDIN,
        sender=sender,
        to=to,
        subject=" ".join(row.get("subject", "").split()),
        text=clean(row["text"]),
        thread=(conversation,) if conversation else (),
    )


def _unwanted(row: Cells, sender: Party, to: tuple[Party, ...]) -> str:
    """Why this row is no message between people; "" where it is one."""
    reasons = (
        (_is_draft(row), "a draft, never sent"),
        (row.get("folder", "").strip().upper() == "SPAM", "in the spam folder"),
        (_is_advertisement(row, sender), "an advertisement"),
        (sender.name == GONE, "its writer has left LinkedIn"),
        (not sender.name, "names no sender"),
        (not to and GONE in row["to"], "the other person has left LinkedIn"),
    )
    return next((reason for holds, reason in reasons if holds), "")


def _is_draft(row: Cells) -> bool:
    return "yes" in {row.get("draft", "").strip().lower(), row.get("unsent", "").strip().lower()}


def _is_advertisement(row: Cells, sender: Party) -> bool:
    """Sponsored messages come without a sender's profile, as HTML or with blanks that were not filled in."""
    text = row["text"]
    if "from_url" in row and not sender.handle and sender.name != GONE:
        return "spinmail" in text[:200] or text.lstrip().startswith("<") or "%FIRSTNAME%" in text
    return "%FIRSTNAME%" in text


def _party(name: str, url: str) -> Party:
    return Party(" ".join(name.split()), slug(url) if url else "")


def _owner(messages: list[Message]) -> Me:
    """The one party to every conversation is the owner of the export, if there are at least two conversations."""
    parties: defaultdict[str, set[Party]] = defaultdict(set)
    for message in messages:
        if message.thread:
            parties[message.thread[0]].update(p for p in message.parties if p.handle)
    if len(parties) < 2:
        return Me()
    handles = set.intersection(*({p.handle for p in ps} for ps in parties.values()))
    if len(handles) != 1:
        return Me()
    mine = handles.pop()
    return _most_common(Counter(p for ps in parties.values() for p in ps if p.handle == mine))


def _most_common(owners: Counter[Party]) -> Me:
    if not owners:
        return Me()
    party = owners.most_common(1)[0][0]
    return Me(name=party.name, url=f"https://www.linkedin.com/{party.handle}" if party.handle else "")
