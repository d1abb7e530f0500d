"""vCards 2.1, 3.0 and 4.0: a card for each person; organizations and groups are left out, broken cards are told."""

from dataclasses import dataclass
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
    for index, raw in enumerate(raws, 1):
        outcome = _cut_off(raw, last=index == len(raws)) or _read_card(raw)
        if isinstance(outcome, _Values):
            reading.cards.append(_card(outcome, Origin(found.file, index, path=found.path), taken))
        elif outcome in {ORGANIZATION, GROUP, _NOBODY}:
            reading.left_out.append(Note(index, outcome))
        else:
            reading.unreadable.append(Note(index, outcome))
    return reading


@dataclass(slots=True)
class _Values:
    """The properties of one card by name, as text; `n`, `org` and `adr` in their parts."""

    texts: dict[str, list[str]]
    n: list[str]
    org: list[str]
    place: str

    def first(self, *names: str) -> str:
        return next((text for name in names for text in self.texts.get(name, ()) if text), "")


def _cut_off(raw: RawCard, *, last: bool) -> str:
    return _CUT_OFF if last and not raw.whole else ""


def _read_card(raw: RawCard) -> "_Values | str":
    """The values of a card, or the reason why it makes no person."""
    import vobject

    text = mended(raw)
    try:
        values = _values(vobject.readOne(text))
    except Exception:  # noqa: BLE001 - the library raises many kinds, and one bad card must not end the file
        try:
            values = _values(vobject.readOne(_without_parameters(text)))
        except Exception:  # noqa: BLE001 - as above
            return _BROKEN
    return _reason(values) or values


def _without_parameters(text: str) -> str:
    lines = (line.partition(":") for line in text.splitlines())
    return "\n".join(f"{head.partition(';')[0].rpartition('.')[2]}:{value}" for head, _, value in lines)


def _values(card: Any) -> _Values:
    texts: dict[str, list[str]] = {}
    for name, lines in card.contents.items():
        if name not in {"n", "org", "adr"}:
            texts[name] = [_flat(line.value) for line in lines]
    return _Values(texts, _name_parts(card), _org_parts(card), _place(card))


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
    links = (link for name in _LINKS for link in values.texts.get(name, ()))
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
        groups=tuple(g.strip() for text in values.texts.get("categories", ()) for g in text.split(",") if g.strip()),
    )
