"""`people`, `referrals`, `promises`, `progress`: where she stands."""

from argparse import Namespace
from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from askwell.actions.reaching import phones_of
from askwell.domain.dated import spoken
from askwell.domain.plans import Branch, Promise, PromiseState
from askwell.identity.portrait import EDIT
from askwell.terminal import ahead, favors, goal_shapes, shapes, show
from askwell.terminal.opening import desk_of
from askwell.terminal.shapes import Names
from askwell.terminal.words import PROMISES, REFERRALS, STAGES, TIES, plain, shortened

if TYPE_CHECKING:
    from askwell.actions.people import Listed, People

GOAL = 100
SHOWN = 40  # people listed in a terminal; all of them are in the JSON
FEW = 3  # people shown with all that the address book holds
LATELY = timedelta(days=14)  # promises kept since are shown in a terminal


def run_people(args: Namespace) -> int:
    from askwell.actions.giving import ideas_for
    from askwell.actions.people import everybody, list_people

    with desk_of(args) as desk:
        found = list_people(desk, args.query)
        names = {} if args.json or not found.likely else everybody(desk)
        few = found.people if args.query and not args.json and len(found.people) <= FEW else ()
        given = [ideas_for(desk, one.contact) for one in few]
    if args.json:
        show.as_json(shapes.people(found))
        return 0
    if args.query and 0 < len(found.people) <= FEW:
        for listed, ideas in zip(found.people, given, strict=True):
            _person(listed)
            favors.tell_of(ideas)
            show.say()
    else:
        _list(found)
    for pair in found.likely[:SHOWN]:
        first, second = (names[ref].name if ref in names else "" for ref in pair.people)
        one, other = pair.people
        show.say(f"Same person? {first} ({one}) and {second} ({other}): {pair.why.rstrip('.')}.")
        show.under(f"Yes: askwell merge {one} {other}   No: askwell merge {one} {other} --not-same", style="dim")
    return 0


def _list(found: "People") -> None:
    rows = [
        (
            p.contact.name,
            plain(TIES, p.contact.tie),
            p.contact.company,
            p.ways[0].reason if p.ways else "",
            p.contact.id,
        )
        for p in found.people[:SHOWN]
    ]
    show.table(("name", "tie", "company", "how they can help", "id"), rows)
    if len(found.people) > SHOWN:
        show.hint(f"and {len(found.people) - SHOWN} more; askwell people WORD narrows it down")
    if not found.people:
        show.say("Nobody yet by that name. askwell import brings your people in; askwell add NAME adds one.")


def _person(found: "Listed") -> None:
    """One person with what the address book holds; letters and meetings are in the export."""
    contact = found.contact
    show.heading(f"{contact.name} ({contact.id})")
    rows = (
        ("work", ", ".join(filter(None, (contact.title, contact.company)))),
        ("before", "; ".join(contact.former)),
        ("addresses", ", ".join(contact.addresses)),
        ("phones", ", ".join(phones_of(found.cards))),
        ("profile", contact.url),
        ("tie", plain(TIES, contact.tie) + (", not in touch for two years" if contact.dormant else "")),
        ("how you met", contact.met),
        ("note", contact.note),
        ("read in", ", ".join(dict.fromkeys(card.origin.file for card in found.cards if card.origin.file))),
        ("one person, for", "; ".join(found.why)),
    )
    show.table(("", ""), [(label, words) for label, words in rows if words])
    for way in found.ways:
        show.bullet(way.reason)
    told = [(card, ref) for card, ref in zip(found.cards, found.ids, strict=True) if card.source != EDIT]
    if len(told) > 1:
        show.say("Made of these cards:")
        for card, ref in told:
            where = f"{card.origin.path or card.origin.file} {card.origin.index}" if card.origin.file else "you"
            says = ", ".join(filter(None, (card.name, card.title, card.company, *card.emails)))
            show.under(f"{ref}  {where}: {says}", style="dim")
        show.hint(f"If a card is somebody else: askwell unmerge {contact.id} --card {told[-1][1]}")


def run_referrals(args: Namespace) -> int:
    from askwell.actions.ledger import list_referrals, referral_tree
    from askwell.actions.people import everybody

    with desk_of(args) as desk:
        found, names, tree = list_referrals(desk), everybody(desk), referral_tree(desk)
        calendar = desk.calendar
    shape = shapes.referrals(found, names)
    if args.json:
        show.as_json(shape)
        return 0
    show.heading(f"{shape['count']} of {GOAL} referrals")
    rows = [
        (
            told["referrer"]["name"],
            plain(REFERRALS, one.kind),
            told["person"]["name"],
            plain(STAGES, one.stage),
            spoken(calendar.day(one.at)),
            "" if one.confirmed else "?",
        )
        for one, told in zip(found, shape["referrals"], strict=True)
    ]
    show.table(("from", "how", "to", "how far", "day", ""), rows)
    if any(not one.confirmed for one in found):
        show.hint("? was noticed and waits for your yes: askwell replies")
    if tree:
        show.say()
        show.heading("Who led to whom")
        for line in _lines(tree, names):
            show.plain(line)
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
        calendar, now = desk.calendar, desk.now
    if args.json:
        show.as_json(shapes.promises(found, names))
        return 0
    sure = [p for p in found if p.confirmed]
    short = shortened(p.id for p in found)

    def rows(chosen: Iterable[Promise]) -> list[tuple[str, ...]]:
        return [
            (
                plain(PROMISES, p.kind), names[p.to].name if p.to in names else p.name, p.because,
                spoken(calendar.day(p.due)), short[p.id],
            )
            for p in chosen
        ]  # fmt: skip

    owed = rows(p for p in sure if p.state is PromiseState.OWED and not p.rests)
    resting = sum(p.rests for p in sure)
    kept = rows(p for p in sure if p.state is PromiseState.KEPT and now - p.due < LATELY)
    show.heading("What you owe" if owed else "Nothing is owed to anybody.")
    show.table(("what", "to", "because", "until", "id"), owed)
    if kept:
        show.say()
        show.heading("Kept in the last weeks")
        show.table(("what", "to", "because", "until"), [row[:-1] for row in kept])
    if resting:
        rest = "1 reminder or first note rests" if resting == 1 else f"{resting} reminders and first notes rest"
        show.hint(f"{rest}, for you have landed; nothing presses.")
    unsure = sum(not p.confirmed and p.state is PromiseState.OWED for p in found)
    if owed:
        show.hint(f'To let go of one: askwell drop {owed[0][-1]} --because "WORDS"')
    if unsure:
        more = "1 more is" if unsure == 1 else f"{unsure} more are"
        show.hint(f"{more} owed if it is so what was noticed in your mail: askwell replies")
    return 0


def run_progress(args: Namespace) -> int:
    from askwell.actions.forecast import forecast
    from askwell.actions.giving import to_return
    from askwell.actions.hardness import hardness
    from askwell.actions.ledger import progress
    from askwell.actions.one_voice import remarks
    from askwell.actions.people import everybody

    with desk_of(args) as desk:
        found, names, voices = progress(desk), everybody(desk), remarks(desk)
        hard, may_come, returned = hardness(desk), forecast(desk), to_return(desk)
    shape = shapes.progress(found, names, returned=returned, hard=hard, ahead=may_come)
    shape["voice"] = [goal_shapes.voice(one) for one in voices]
    if args.json:
        show.as_json(shape)
        return 0
    led, sent = shape["referrals"], shape["asks"]
    show.heading(f"{led['count']} of {GOAL} referrals")
    show.table(("", ""), [(plain(STAGES, stage), count) for stage, count in led["by_stage"].items()])
    show.say(f"Asks: {sent['sent']} sent, {sent['answered']} answered, {sent['declined']} of them with a no.")
    show.say(favors.helped(found.helps))
    if found.guessed.say:
        show.say(found.guessed.say)
    favors.tell(found.favors, returned)
    for one in voices:
        show.say(f"{one.say} See: askwell goals")
    ahead.tell(hard, may_come)
    return 0
