"""The bookkeeping of a search: referrals, help, asks and answers, thanks and loops owed, against its truth."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.eval import perfect
from tests.eval.figures import Figure, Rows, score, table
from tests.eval.perfect import Who
from tests.eval.scenes import SCENES, Scene, Truth

from askwell.actions import replies
from askwell.actions.bring_in import bring_in
from askwell.actions.desk import open_desk
from askwell.actions.goals import set_goals
from askwell.domain.people import Contact
from askwell.domain.plans import Ask, AskState, PromiseKind, PromiseState
from askwell.domain.search import Search
from askwell.method import favors, followup, referrals

Name = Callable[[str], str]
OLD_ENOUGH_TO_ASK = timedelta(days=14)
LOOPS = {PromiseKind.REPORT, PromiseKind.CLOSE}
ANSWERS = {AskState.ANSWERED, AskState.DECLINED}


def report() -> str:
    """For each search a table: with perfect cues, and the whole way from the files, as noticed and as accepted."""
    return "\n".join(_of(scene) for scene in SCENES)


def _of(scene: Scene) -> str:
    noticed, accepted = real(scene)
    columns = {
        "perfect cues": figures(scene, perfect.build(scene)),
        "noticed": figures(scene, noticed),
        **{which: figures(scene, found, confirmed_only=True) for which, found in accepted.items()},
    }
    counts = {which: referrals.count(favors.books(found, scene.now).referrals) for which, found in accepted.items()}
    seen = len(favors.books(noticed, scene.now).referrals)
    said = f"{seen} noticed; " + ", ".join(f"{n} with {which} accepted" for which, n in counts.items())
    title = f"Bookkeeping: {scene.title}, as of {scene.now.day} {scene.now:%B %Y}"
    return "\n".join([table(title, columns), f"Referrals counted: {scene.truth['referral_count']} in truth; {said}.\n"])


def real(scene: Scene) -> tuple[Search, dict[str, Search]]:
    """The files brought into a store of their own: as noticed, and after each way of accepting."""
    with TemporaryDirectory() as folder, open_desk(data=Path(folder), now=scene.now) as desk:
        from askwell.store import read

        set_goals(desk, f'zone = "{scene.zone}"\ncountry = "{scene.country}"')
        bring_in(desk, [scene.folder], me=tuple(scene.me))
        noticed = read.search(scene.now)
        accepted = {}
        for which in ("sure", "all"):
            replies.accept(desk, which)
            accepted[which] = read.search(scene.now)
    return noticed, accepted


def figures(scene: Scene, search: Search, *, confirmed_only: bool = False) -> Rows:
    """All figures of one search held against its truth."""
    told, who, now = scene.truth, Who(scene.truth), scene.now

    def name(contact_id: str) -> str:
        found: Contact | None = search.contacts.get(contact_id)
        return who.contact(found) if found else ""

    kept = favors.books(search, now)
    promises = [p for p in followup.promises_of(kept, kept.record.calendar) if p.confirmed or not confirmed_only]
    owed = [p for p in promises if p.state is PromiseState.OWED]
    asked = [a for a in kept.asks if a.confirmed or not confirmed_only]
    answered = [a for a in asked if a.state in ANSWERS]
    outcomes = [h for h in followup.outcomes_to_ask(search, now) if h.confirmed or not confirmed_only]
    thanks, loops = told["owed"]["thank_you_persons"], told["owed"]["close_loop_persons"]
    return {
        "referrals": _referrals(kept, told, name, who, confirmed_only=confirmed_only),
        "helps": _helps(kept, told, name, confirmed_only=confirmed_only),
        "asks sent": score((_ask(kept, a, name) for a in asked), _true_asks(told)),
        "asks answered": score((_ask(kept, a, name) for a in answered), _true_asks(told, answered=True)),
        "thanks owed, persons": score((name(p.to) for p in owed if p.kind is PromiseKind.THANK), thanks),
        "loops owed, persons": score((name(p.to) for p in owed if p.kind in LOOPS), loops),
        "outcomes to ask for, persons": score((name(h.by) for h in outcomes), to_ask(scene).values()),
    }


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


def _ask(kept: favors.Books, ask: Ask, name: Name) -> tuple[str, str]:
    return name(ask.to), min(kept.record.search.by_id[i].at for i in ask.interactions).isoformat()


def _true_asks(told: Truth, *, answered: bool = False) -> list[tuple[str, str]]:
    asks = [a for a in told["asks"] if a["answered"] or not answered]
    return [(a["to"], datetime.fromisoformat(a["date"]).isoformat()) for a in asks]


def to_ask(scene: Scene) -> dict[str, str]:
    """Favors of which it is right to ask what came of them, and whose: open for two weeks, and no loop owed."""
    owed = {one["id"] for one in scene.truth["owed"]["close_loop"]}
    last = scene.now - OLD_ENOUGH_TO_ASK
    return {
        one["id"]: one["to"]
        for one in scene.truth["owed"]["loops_open"]
        if one["id"] not in owed and datetime.fromisoformat(one["received"]) <= last
    }


def mistakes(scene: Scene, search: Search) -> list[str]:
    """What is owed too much or too little, in words, for whoever looks for the reason."""
    who, calendar = Who(scene.truth), favors.books(search, scene.now).record.calendar
    found = []
    for p in followup.promises(search, scene.now, calendar):
        to = who.contact(search.contacts[p.to]) if p.to in search.contacts else p.name
        found.append(f"{p.state} {p.kind} {to}: {p.because} (due {p.due:%d %b}) {p.confirmed}")
    return found


if __name__ == "__main__":
    print(report())
