"""People: everybody with the way they can help; searched, filtered, some at a time; and find anything (Ctrl K)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import HttpResponse

from askwell.actions import memory
from askwell.actions.allies import allies
from askwell.actions.desk import Desk
from askwell.actions.labels import Label, label, labels
from askwell.actions.looking_up import Found, FoundKind, Looked, Only, Row, find_anything, look_up
from askwell.actions.story import source_words
from askwell.domain.people import Tie
from askwell.identity.called import called
from askwell.web.page import Request, number, show
from askwell.web.parts import Act, Option
from askwell.web.parts.days import Clock
from askwell.web.parts.words import counted
from askwell.web.ways import briefly

SIZE = 50
FILTERS = {
    Only.ALL: "Everybody",
    Only.TARGET: "At a place I named",
    Only.ROLE: "In the role",
    Only.ALLIES: "Have helped",
    Only.DORMANT: "Long silent",
    Only.NEVER_ASKED: "Never asked",
    Only.RESTING: "Left in peace",
}
BY_HAND = "You"  # as a source is called on a person's page
TIES = {Tie.CLOSE: "Close", Tie.KNOWN: "Known", Tie.BARELY: "Barely", Tie.NEW: "New"}
PAGES = (
    ("Today", "/today", "plan day list what next"),
    ("My goal", "/goal", "goal role company search"),
    ("What would help", "/needs", "needs questions help"),
    ("People", "/people", "contacts network everybody"),
    ("Add someone", "/add", "new person contact"),
    ("Sort a few", "/sort", "how well tie close known"),
    ("One person or two", "/twins", "twins duplicates same person merge"),
    ("Replies", "/replies", "mail noticed answers yes"),
    ("Somebody told me in person", "/told", "call coffee talk meeting"),
    ("Thanks", "/thanks", "thank loops favors give back"),
    ("Progress", "/progress", "referrals dots tree guesses hundred"),
    ("Applications", "/applications", "jobs applied interview"),
    ("My week, to print", "/week", "employment office record"),
    ("Bring my people", "/bring", "import linkedin contacts mail files"),
    ("My data", "/data", "copies backup export erase undo history settings"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """What of the list is shown: who is sought, of which kind, among whom."""

    q: str
    only: Only = Only.ALL
    among: Label | None = None

    def told(self) -> list[tuple[str, str]]:
        """What an address says of it."""
        only = "" if self.only is Only.ALL else str(self.only)
        said = (("q", self.q), ("only", only), ("in", self.among.key if self.among else ""))
        return [(name, value) for name, value in said if value]

    def address(self, *, page: int = 1) -> str:
        said = urlencode([*self.told(), *([("page", page)] if page > 1 else [])])
        return f"/people?{said}" if said else "/people"


def people(request: Request) -> HttpResponse:
    q, said = request.GET.get("q", "").strip(), request.GET.get("only", "")
    only = Only(said) if said in FILTERS else Only.ALL
    among = label(request.desk, request.GET.get("in", ""))
    place = Place(q, only, among)
    found = look_up(
        request.desk, q, only=only, page=number(request.GET.get("page", "")) or 1, size=SIZE,
        within=among,
    )  # fmt: skip
    clock = Clock(request.desk.now, request.desk.calendar)
    return show(
        request,
        "people/people.html",
        heading=_heading(found, place),
        has_people=bool(memory.contacts(request.desk)),
        rows=[_row(row, clock) for row in found.rows],
        q=q,
        only=only,
        kept=[(name, value) for name, value in place.told() if name != "q"],
        filters=_filters(found.counts, place),
        labels=_labels(request.desk, place, sources=False),
        sources=_labels(request.desk, place, sources=True),
        among=among.key if among else "",
        tally=f"{len(found.rows)} of {found.total:,}" if found.pages > 1 else "",
        back=place.address(page=found.page - 1) if found.page > 1 else "",
        on=place.address(page=found.page + 1) if found.page < found.pages else "",
        way_on=Act("Bring my people", href="/bring"),
    )


def _heading(found: Looked, place: Place) -> str:
    """What is so: 214 people, and each can help in some way."""
    q, only = place.q, place.only
    count = counted(found.total, "person", "people").capitalize()
    where = _where(place.among)
    if q and found.nearly:
        return f"Nobody is called “{q}”, but nearly"
    if q:
        return f"{count} for “{q}”{where}"
    if not found.total:
        return "Nobody is here yet" if only is Only.ALL and not where else "Nobody of these so far"
    if only is Only.ALL:
        return f"{count}{where}" if where else f"{count}, and each can help in some way"
    kind = FILTERS[only]
    return f"{count}: {kind[:1].lower()}{kind[1:]}{where}"


def _where(among: Label | None) -> str:
    """Among whom they are: labeled “Choir”, from your mail."""
    if among is None:
        return ""
    name = _called(among)
    own = f"{name[:1].lower()}{name[1:]}" if name.startswith("You") else name
    return f", from {own}" if among.is_source else f", labeled “{name}”"


def _row(row: Row, clock: Clock) -> dict[str, object]:
    """What the part `person` is made from."""
    one = row.contact
    return {
        "href": f"/people/{one.id}",
        "name": one.name,
        "ally": row.ally,
        "role": ", ".join(filter(None, (one.title, one.company))),
        "way": _way(row),
        "tie": TIES[one.tie],
        "last": _last(row, clock),
    }


def _way(row: Row) -> str:
    """What they did, where they helped; else the best way they can."""
    if row.help is not None and row.help.what:
        return f"{row.help.what[:1].upper()}{row.help.what[1:]}"
    return briefly(row.way.reason, row.contact.name)


def _last(row: Row, clock: Clock) -> str:
    """When they were last in touch; of somebody new, through whom."""
    if row.last:
        return clock.near(row.last)
    return f"through {called(row.through.name) or row.through.name}" if row.through else ""


def _filters(counts: Mapping[Only, int], place: Place) -> list[Option]:
    """A chip for each filter that has somebody, and for the one that is on."""
    return [
        Option(words, only, href=replace(place, only=only).address(), count=counts.get(only, 0))
        for only, words in FILTERS.items()
        if counts.get(only) or only in {Only.ALL, place.only}
    ]


def _labels(desk: Desk, place: Place, *, sources: bool) -> list[Option]:
    """A chip for each label of her address books, or for each source; the one that is on leads back to all."""
    return [
        Option(
            _called(one),
            one.key,
            href=replace(place, among=None if place.among and place.among.key == one.key else one).address(),
            count=len(one.people),
        )
        for one in labels(desk).values()
        if one.is_source is sources
    ]


def _called(one: Label) -> str:
    words = source_words(one.name) if one.is_source else one.name
    words = "Your own hand" if one.is_source and words == BY_HAND else words
    return f"{words[:1].upper()}{words[1:]}"


def find(request: Request) -> HttpResponse:
    """Anything: people, companies, pages."""
    q = request.GET.get("q", "").strip()
    found = find_anything(request.desk, q)
    words = q.lower()
    pages = [(name, href) for name, href, about in PAGES if words and (words in name.lower() or words in about)]
    return show(
        request,
        "people/find.html",
        q=q,
        people=_found(found, FoundKind.PERSON),
        helped=allies(request.desk),
        companies=_found(found, FoundKind.COMPANY),
        pages=pages or ([] if q else [p[:2] for p in PAGES]),
    )


def _found(found: Iterable[Found], kind: FoundKind) -> list[Found]:
    return [one for one in found if one.kind is kind]
