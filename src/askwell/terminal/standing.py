"""`people`, `referrals`, `promises`, `progress`: where she stands."""

from argparse import Namespace
from collections.abc import Iterable

from askwell.domain.plans import Branch
from askwell.terminal import shapes, show
from askwell.terminal.opening import desk_of
from askwell.terminal.shapes import Names

GOAL = 100
SHOWN = 40  # people listed in a terminal; all of them are in the JSON


def run_people(args: Namespace) -> int:
    from askwell.actions.people import list_people

    with desk_of(args) as desk:
        found = list_people(desk, args.query)
    if args.json:
        show.as_json(shapes.people(found))
        return 0
    rows = [
        (p.contact.id, p.contact.name, p.contact.tie, p.contact.company, p.ways[0].reason if p.ways else "")
        for p in found.people[:SHOWN]
    ]
    show.table(("id", "name", "tie", "company", "how they can help"), rows)
    if len(found.people) > SHOWN:
        show.say(f"and {len(found.people) - SHOWN} more; askwell people WORD narrows it down", style="dim")
    if not found.people:
        show.say("Nobody yet by that name. askwell import brings your people in; askwell add NAME adds one.")
    for pair in found.likely[:SHOWN]:
        first, second = pair.people
        show.say(f"Same person? {first} and {second}: {pair.why} (askwell merge {first} {second})", style="dim")
    return 0


def run_referrals(args: Namespace) -> int:
    from askwell.actions.ledger import list_referrals, referral_tree
    from askwell.actions.people import everybody

    with desk_of(args) as desk:
        found, names, tree = list_referrals(desk), everybody(desk), referral_tree(desk)
    shape = shapes.referrals(found, names)
    if args.json:
        show.as_json(shape)
        return 0
    show.heading(f"{shape['count']} of {GOAL} referrals")
    rows = [
        (
            r["referrer"]["name"],
            r["person"]["name"],
            r["kind"],
            r["stage"],
            r["date"][:10],
            "" if r["confirmed"] else "?",
        )
        for r in shape["referrals"]
    ]
    show.table(("from", "to", "kind", "how far", "day", ""), rows)
    if any(not r["confirmed"] for r in shape["referrals"]):
        show.say("? was noticed and waits for your yes: askwell replies", style="dim")
    if tree:
        show.heading("Who led to whom")
        for line in _lines(tree, names):
            show.say(line)
    return 0


def _lines(branches: Iterable[Branch], names: Names, depth: int = 0) -> Iterable[str]:
    for branch in branches:
        one = branch.referral
        referrer = names[one.referrer].name if one.referrer in names else ""
        person = names[one.person].name if one.person in names else one.name
        yield "  " * depth + (f"{referrer} → {person}" if depth == 0 else f"→ {person}")
        yield from _lines(branch.further, names, depth + 1)


def run_promises(args: Namespace) -> int:
    from askwell.actions.ledger import list_promises
    from askwell.actions.people import everybody

    with desk_of(args) as desk:
        found, names = list_promises(desk, owed=args.owed), everybody(desk)
        calendar = desk.calendar
    if args.json:
        show.as_json(shapes.promises(found, names))
        return 0
    rows = [
        (p.id, p.kind, names[p.to].name if p.to in names else "", p.because, calendar.day(p.due), p.state)
        for p in found
        if p.confirmed
    ]
    show.table(("id", "what", "to", "because", "until", ""), rows)
    unsure = sum(not p.confirmed for p in found)
    if not rows:
        show.say("Nothing is owed to anybody.")
    if unsure:
        show.say(f"{unsure} more would follow from what was noticed in your mail: askwell replies", style="dim")
    return 0


def run_progress(args: Namespace) -> int:
    from askwell.actions.ledger import progress
    from askwell.actions.people import everybody

    with desk_of(args) as desk:
        found, names = progress(desk), everybody(desk)
    shape = shapes.progress(found, names)
    if args.json:
        show.as_json(shape)
        return 0
    led, sent = shape["referrals"], shape["asks"]
    show.heading(f"{led['count']} of {GOAL} referrals")
    show.table(("how far", ""), list(led["by_stage"].items()))
    show.say(f"Asks: {sent['sent']} sent, {sent['answered']} answered, {sent['declined']} of them with a no.")
    show.say(f"Help: {len(shape['helps'])} times, {sum(h['thanked'] for h in shape['helps'])} of them thanked.")
    favors = shape["favors"]
    show.say(f"Favors: {favors['received']} received, {favors['given']} given, {favors['pledged']} offered to you.")
    if found.guesses.get("asked"):
        show.say(f"Your guesses: {found.guesses}")
    return 0
