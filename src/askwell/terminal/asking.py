"""`today`, `ask`, `sent`, `replies`, `log`: the work of the day."""

from argparse import Namespace

from askwell.actions.done import Done
from askwell.domain.plans import Day, StepKind
from askwell.terminal import shapes, show
from askwell.terminal.opening import changed, desk_of
from askwell.terminal.shapes import Names

HEADINGS = {
    StepKind.THANK: "Say thank you",
    StepKind.ACT: "Write to the person you were pointed to",
    StepKind.REPORT: "Tell those who helped what came of it",
    StepKind.CLOSE: "Tell those who helped what came of it",
    StepKind.OUTCOME: "What came of it?",
    StepKind.PREPARE: "Meetings",
    StepKind.DEBRIEF: "Meetings",
    StepKind.NUDGE: "A friendly reminder",
    StepKind.ASK: "Ask",
    StepKind.GIVE: "Give something back",
    StepKind.START: "Begin here",
}


def run_today(args: Namespace) -> int:
    from askwell.actions.day import look

    with desk_of(args) as desk:
        day, names, waiting = look(desk, everything=args.everything)
    if args.json:
        show.as_json({**shapes.today(day, names), "said": waiting})
    else:
        _today(day, names, waiting)
    return 0


def _today(day: Day, names: Names, waiting: str) -> None:
    show.heading(f"Today, {day.date:%A, %B} {day.date.day}")
    last = ""
    for step in day.steps:
        if HEADINGS[step.kind] != last:
            last = HEADINGS[step.kind]
            show.say()
            show.heading(last)
        who = names[step.person].name if step.person in names else ""
        show.say(f"• {who + ': ' if who else ''}{step.reason}")
        if step.draft and step.kind is not StepKind.ASK:
            show.block(step.draft.text)
    if any(step.kind is StepKind.ASK for step in day.steps):
        show.say("For the words: askwell ask NAME. When it is sent: askwell sent NAME.", style="dim")
    if not day.steps:
        show.say("Done for today. Nothing is owed, nobody waits. Enjoy the rest of the day.")
    if waiting:
        show.say()
        show.say(waiting, style="dim")


def run_ask(args: Namespace) -> int:
    from askwell.actions.composing import compose

    with desk_of(args) as desk:
        made = compose(desk, args.person, need=args.need, channel=args.channel)
    if args.json:
        show.as_json(shapes.composed(made))
        return 0
    show.heading(f"{made.contact.name}" + (f", {made.contact.company}" if made.contact.company else ""))
    for way in made.ways:
        show.say(f"• {way.reason}")
    show.say()
    if made.draft.subject:
        show.say(f"Subject: {made.draft.subject}", style="bold")
    show.block(made.draft.text)
    for line in made.missing:
        show.say(f"Only you can add: {line}", style="dim")
    for finding in made.findings:
        show.say(f"Tip {finding.tip}: {finding.why} {finding.instead}", style="dim")
    if made.pace:
        show.say(made.pace, style="dim")
    return 0


def run_sent(args: Namespace) -> int:
    from askwell.actions.asking import mark_sent

    guess = None if args.guess is None else args.guess == "yes"
    with desk_of(args) as desk:
        done = mark_sent(desk, args.person, guess=guess, need=args.need, channel=args.channel, text=args.text)
    return changed(args, done.said, done.batch)


def run_replies(args: Namespace) -> int:
    from askwell.actions import replies
    from askwell.actions.people import everybody

    done: list[Done] = []
    with desk_of(args) as desk:
        if args.yes or args.no:
            done.append(replies.answer(desk, yes=tuple(args.yes), no=tuple(args.no)))
        if args.accept:
            done.append(replies.accept(desk, args.accept))
        waiting, names = replies.waiting(desk), everybody(desk)
    if args.json:
        batch = next((one.batch for one in reversed(done) if one.batch), None)
        more = {"batch": batch, "said": " ".join(one.said for one in done)} if done else {}
        show.as_json({"waiting": [shapes.waiting(one, names) for one in waiting], **more})
        return 0
    for one in done:
        changed(args, one.said, one.batch)
    if not waiting:
        show.say("Nothing waits for your yes or no.")
        return 0
    show.heading("Was noticed in your mail; is it so?")
    rows = [
        (one.id, one.type, names[one.person].name if one.person in names else "", one.evidence, f"{one.confidence:.0%}")
        for one in waiting
    ]
    show.table(("id", "what", "who", "words", "how sure"), rows)
    show.say("askwell replies --yes ID, --no ID, or --accept sure", style="dim")
    return 0


def run_log(args: Namespace) -> int:
    from askwell.actions.log import log_event

    with desk_of(args) as desk:
        done = log_event(
            desk,
            args.person,
            channel=args.channel,
            direction=args.direction,
            text=args.text,
            helped=args.helped,
            referral=args.referral,
            kind=args.kind,
            offer=args.offer,
            decline=args.decline,
            thanks=args.thanks,
            closed=args.closed,
            given=args.given,
            outcome=args.outcome,
        )
    return changed(args, done.said, done.batch)
