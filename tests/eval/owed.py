"""The bookkeeping of the scenario: referrals, help, asks and answers, thanks and loops owed, against its truth."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.eval import perfect
from tests.eval.figures import Figure, score, table
from tests.eval.perfect import NOW, Truth, Who

from askwell.actions import replies
from askwell.actions.bring_in import bring_in
from askwell.actions.desk import open_desk
from askwell.domain.days import Calendar
from askwell.domain.people import Contact
from askwell.domain.plans import AskState, Help, PromiseKind, PromiseState
from askwell.domain.search import Search
from askwell.method import favors, followup

Rows = list[tuple[str, Figure]]
Name = Callable[[str], str]


def report() -> str:
    """Tables for `make eval`: the bookkeeping alone, then the whole way from the files, noticed and accepted."""
    noticed, accepted = real()
    rows = (
        ("Bookkeeping on perfect cues (the scenario, as of 27 March)", figures(perfect.build(), NOW)),
        ("The same from the files themselves, as noticed", figures(noticed, NOW)),
        ("The same, sure cues accepted, confirmed only", figures(accepted["sure"], NOW, confirmed_only=True)),
        ("The same, all cues accepted, confirmed only", figures(accepted["all"], NOW, confirmed_only=True)),
    )
    return "\n".join(table(title, found) for title, found in rows)


def real() -> tuple[Search, dict[str, Search]]:
    """The scenario imported into a store of its own: as noticed, and after each way of accepting."""
    with TemporaryDirectory() as folder, open_desk(data=Path(folder), now=NOW) as desk:
        from askwell.store import read

        bring_in(desk, [perfect.SCENARIO], me=("dana.whitfield@example.com",))
        noticed = read.search(NOW)
        accepted = {}
        for which in ("sure", "all"):
            replies.accept(desk, which)
            accepted[which] = read.search(NOW)
    return noticed, accepted


def figures(search: Search, now: datetime, *, confirmed_only: bool = False) -> Rows:
    """All figures of one search held against the truth of the scenario."""
    told, calendar = perfect.truth(), Calendar(search.goals.zone or "America/Chicago", search.goals.country or "US")
    who = Who(told)

    def name(contact_id: str) -> str:
        found: Contact | None = search.contacts.get(contact_id)
        return who.contact(found) if found else ""

    kept = favors.books(search, now)
    promises = [p for p in followup.promises_of(kept, calendar) if p.confirmed or not confirmed_only]
    owed = [p for p in promises if p.state is PromiseState.OWED]
    loops = {PromiseKind.REPORT, PromiseKind.CLOSE}
    asked = [a for a in kept.asks if a.confirmed or not confirmed_only]
    outcomes = [h for h in followup.outcomes_to_ask(search, now) if h.confirmed or not confirmed_only]
    return [
        ("referrals", _referrals(kept, told, name, who, confirmed_only=confirmed_only)),
        ("helps", _helps(kept, told, name, confirmed_only=confirmed_only)),
        ("asks sent", score(((name(a.to), _key(kept, a.interactions)) for a in asked), _true_asks(told))),
        (
            "asks answered",
            score(
                (
                    (name(a.to), _key(kept, a.interactions))
                    for a in asked
                    if a.state in {AskState.ANSWERED, AskState.DECLINED}
                ),
                _true_asks(told, answered=True),
            ),
        ),
        ("thanks owed, persons", score((name(p.to) for p in owed if p.kind is PromiseKind.THANK), _thanks(told))),
        (
            "loops owed, persons",
            score((name(p.to) for p in owed if p.kind in loops), told["owed"]["close_loop_persons"]),
        ),
        ("outcomes to ask for, persons", score((name(h.by) for h in outcomes), _to_ask(told))),
    ]


def _thanks(told: Truth) -> list[str]:
    return list(told["owed"]["thank_you_persons"])


def _referrals(kept: favors.Books, told: Truth, name: Name, who: Who, *, confirmed_only: bool) -> Figure:
    listed = [r for r in kept.referrals if r.confirmed or not confirmed_only]
    said = [(name(r.referrer), name(r.person) or who.name(r.name)) for r in listed]
    return score(said, ((r["helper"], r["introduced"]) for r in told["referrals"]))


def _helps(kept: favors.Books, told: Truth, name: Name, *, confirmed_only: bool) -> Figure:
    """By helper and day of the evidence; a referral and help in one message are two."""
    said = [
        (name(h.by), h.at.date().isoformat(), h.kind == "referral")
        for h in kept.helps
        if h.confirmed or not confirmed_only
    ]
    true = [(h["helper"], h["date"][:10], h["id"].startswith("R")) for h in told["help_received"]]
    return score(said, true)


def _key(kept: favors.Books, interactions: tuple[str, ...]) -> str:
    return min(kept.record.search.by_id[i].at for i in interactions).isoformat()


def _true_asks(told: Truth, *, answered: bool = False) -> list[tuple[str, str]]:
    asks = [a for a in told["asks"] if a["answered"] or not answered]
    return [(a["to"], datetime.fromisoformat(a["date"]).isoformat()) for a in asks]


def _to_ask(told: Truth) -> list[str]:
    """The seven favors of which the readme says that it is right to ask what came of them."""
    ids = {"R05", "R08", "H02", "H03", "H05", "H08", "H19"}
    return [h["helper"] for h in told["help_received"] if h["id"] in ids]


def mistakes(search: Search, now: datetime) -> list[str]:
    """What is owed too much or too little, in words, for whoever looks for the reason."""
    told, calendar = perfect.truth(), Calendar(search.goals.zone, search.goals.country)
    who = Who(told)
    found = []
    for p in followup.promises(search, now, calendar):
        to = who.contact(search.contacts[p.to]) if p.to in search.contacts else p.name
        found.append(f"{p.state} {p.kind} {to}: {p.because} (due {p.due:%d %b}) {p.confirmed}")
    return found


def described(one: Help) -> str:
    return f"{one.by} {one.at:%d %b} {one.kind} {one.what}"
