"""vCards 2.1, 3.0 and 4.0: a card for each person; organizations and groups are left out, broken cards are told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from askwell.domain.people import Card, Origin
from askwell.domain.reading import Note, Reading
from askwell.identity.handles import slug
from askwell.sources.cells import addresses, joined, key_of, unique
from askwell.sources.found import Found, Unreadable
from askwell.sources.vcard_lines import RawCard, cards_of, lines_of, mended

ORGANIZATION = "an organization"
GROUP = "a group, not a person"
_LINKS = ("x-linkedin", "x-socialprofile", "socialprofile", "url")
_OF_EVERYBODY = frozenset({"mycontacts", "starred", "* mycontacts"})
_USER = re.compile(r"[\w.%-]{3,100}")
_NOBODY = "has neither a name nor an address"
_CUT_OFF = "the file ends in the middle of this card"
_BROKEN = "this card is damaged"


def read_vcard(found: Found) -> Reading:
    """Every card of the file, in its order; `index` counts all of them from 1."""
    reading = found.reading()
    raws = list(cards_of(lines_of(found.data())))
    if not raws:
        raise Unreadable("there is no card in it")
    reading.read = len(raws)
    taken: dict[str, int] = {}
    people: list[tuple[Card, _Values]] = []
    groups = Groups()
    for index, raw in enumerate(raws, 1):
        outcome = _cut_off(raw, last=index == len(raws)) or _read_card(raw)
        if isinstance(outcome, str):
            reading.unreadable.append(Note(index, outcome))
        elif reason := _reason(outcome):
            if reason == GROUP:
                groups.take(outcome)
            reading.left_out.append(Note(index, reason))
        else:
            people.append((_card(outcome, Origin(found.file, index, path=found.path), taken), outcome))
    reading.cards = [groups.joined(card, values.first("uid")) for card, values in people]
    return reading


@dataclass(slots=True)
class _Values:
    """The properties of one card by name, as text; `n`, `org` and `adr` in their parts.

    `labels` are the names that a program gives to the lines of one prefix (`item2.X-ABLabel:Referred by`); `related`
    are (prefix, name), `social` the names of the owner at LinkedIn where no address of the profile stands.
    """

    texts: dict[str, list[str]]
    n: list[str]
    org: list[str]
    place: str
    labels: dict[str, str]
    related: list[tuple[str, str]]
    social: list[str]

    def first(self, *names: str) -> str:
        return next((text for name in names for text in self.texts.get(name, ()) if text), "")


def _cut_off(raw: RawCard, *, last: bool) -> str:
    return _CUT_OFF if last and not raw.whole else ""


def _read_card(raw: RawCard) -> "_Values | str":
    """The values of a card, or the reason why it cannot be read."""
    import vobject

    text = mended(raw)
    try:
        values = _values(vobject.readOne(text))
    except Exception:  # noqa: BLE001 - the library raises many kinds, and one bad card must not end the file
        try:
            values = _values(vobject.readOne(_without_parameters(text)))
        except Exception:  # noqa: BLE001 - as above
            return _BROKEN
    return values


def _without_parameters(text: str) -> str:
    lines = (line.partition(":") for line in text.splitlines())
    return "\n".join(f"{head.partition(';')[0].rpartition('.')[2]}:{value}" for head, _, value in lines)


def _values(card: Any) -> _Values:
    texts: dict[str, list[str]] = {}
    for name, lines in card.contents.items():
        if name not in {"n", "org", "adr"}:
            texts[name] = [_flat(line.value) for line in lines]
    return _Values(
        texts,
        _name_parts(card),
        _org_parts(card),
        _place(card),
        labels={_prefix(line): _flat(line.value) for line in card.contents.get("x-ablabel", ())},
        related=[(_prefix(line), _flat(line.value)) for line in card.contents.get("x-abrelatednames", ())],
        social=[name for line in _social(card) if (name := _user_of(line))],
    )


def _prefix(line: Any) -> str:
    return str(line.group or "")


def _social(card: Any) -> list[Any]:
    return [*card.contents.get("x-socialprofile", ()), *card.contents.get("socialprofile", ())]


def _user_of(line: Any) -> str:
    """Who the owner is at LinkedIn, where a line of that type says so by a name alone (`x-apple:mara-okoye`)."""
    kinds = {_flat(value).lower() for name in ("TYPE", "SERVICE-TYPE") for value in line.params.get(name, ())}
    if "linkedin" not in kinds:
        return ""
    named = line.params.get("X-USER", ())
    user = _flat(named[0]) if named else _flat(line.value).removeprefix("x-apple:")
    return user if _USER.fullmatch(user) else ""


def _name_parts(card: Any) -> list[str]:
    """Given, additional and family name; all empty where there is no N."""
    for line in card.contents.get("n", ()):
        parts = [_flat(getattr(line.value, part)) for part in ("given", "additional", "family")]
        if any(parts):
            return parts
    return ["", "", ""]


def _org_parts(card: Any) -> list[str]:
    for line in card.contents.get("org", ()):
        parts = line.value if isinstance(line.value, list) else [line.value]
        return [_flat(part) for part in parts]
    return []


def _place(card: Any) -> str:
    for line in card.contents.get("adr", ()):
        parts = [_flat(getattr(line.value, part, "")) for part in ("city", "region", "country")]
        if any(parts):
            return ", ".join(filter(None, parts))
    return ""


def _flat(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_flat, value)))
    return str(value).strip()


def _reason(values: _Values) -> str:
    kind = values.first("kind", "x-addressbookserver-kind").lower()
    company = values.org[0] if values.org else ""
    full = values.first("fn")
    named = any(values.n)
    if kind == "group":
        return GROUP
    if kind in {"org", "organization"} or values.first("x-abshowas").upper() == "COMPANY":
        return ORGANIZATION
    if company and not named and full.casefold() in {"", company.casefold()}:
        return "" if not full and values.first("email") else ORGANIZATION
    return "" if full or named or values.first("nickname", "email", "tel") else _NOBODY


def _card(values: _Values, origin: Origin, taken: dict[str, int]) -> Card:
    given, middle, family = values.n
    name = joined(values.first("fn") or joined(given, middle, family) or values.first("nickname"))
    emails = addresses(*values.texts.get("email", ()))
    numbers = tuple(dict.fromkeys(t.removeprefix("tel:") for t in values.texts.get("tel", ()) if t))
    links = [link for name in _LINKS for link in values.texts.get(name, ())]
    links += [f"https://www.linkedin.com/in/{user}" for user in values.social]
    return Card(
        source="vcard",
        origin=origin,
        key=unique(values.first("uid") or key_of(name, *emails[:1], *numbers[:1]), taken),
        name="" if name.lower() in emails else name,
        given=given,
        family=family,
        nickname=values.first("nickname"),
        maiden=values.first("x-maidenname"),
        emails=emails,
        phones=numbers,
        url=next((link for link in links if slug(link)), ""),
        company=values.org[0] if values.org else "",
        title=values.first("title", "role"),
        place=values.place,
        note="\n".join(filter(None, values.texts.get("note", ()))),
        referred_by=_referrer(values),
        groups=tuple(_categories(values)),
    )


def _referrer(values: _Values) -> str:
    """A related person under a label such as *Referred by*: who gave her this contact."""
    return next((name for prefix, name in values.related if "refer" in values.labels.get(prefix, "").lower()), "")


def _categories(values: _Values) -> Iterator[str]:
    """Labels of the person's own; those that Google puts on everybody say nothing."""
    for text in values.texts.get("categories", ()):
        for name in map(str.strip, text.split(",")):
            if name and name.lower() not in _OF_EVERYBODY:
                yield name


class Groups:
    """Groups that are cards of their own, as Apple writes them: their members carry their names."""

    def __init__(self) -> None:
        self._of: dict[str, dict[str, None]] = {}

    def take(self, values: _Values) -> None:
        name = joined(values.first("fn") or " ".join(filter(None, values.n)))
        for kind in ("x-addressbookserver-member", "member"):
            for member in values.texts.get(kind, ()):
                self._of.setdefault(_bare(member), {})[name] = None

    def joined(self, card: Card, uid: str) -> Card:
        """The card with the groups it is a member of, by its id or by an address."""
        marks = [_bare(uid), *card.emails]
        named = [name for mark in marks if mark for name in self._of.get(mark, ()) if name]
        return replace(card, groups=tuple(dict.fromkeys((*card.groups, *named)))) if named else card


def _bare(mark: str) -> str:
    """An id or address without what stands before it."""
    return mark.strip().lower().removeprefix("urn:").removeprefix("uuid:").removeprefix("mailto:")
