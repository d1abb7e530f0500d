"""`ask`, `sent`, `replies`, `log`: the work of the day."""

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from askwell.actions.done import Done
from askwell.terminal import shapes, show
from askwell.terminal.hints import worded
from askwell.terminal.letters import noting_an_ask, show_draft, spoken_to
from askwell.terminal.opening import changed, desk_of
from askwell.terminal.words import NOTICED, plain, quoted

if TYPE_CHECKING:
    from askwell.actions.composing import Composed


def run_ask(args: Namespace) -> int:
    from askwell.actions.composing import compose
    from askwell.actions.reaching import phones

    with desk_of(args) as desk:
        made = compose(desk, args.person, need=args.need, channel=args.channel)
        if not args.json:
            numbers = phones(desk, spoken_to([(made.contact.id, made.draft)])).get(made.contact.id, ())
            _ask(made, numbers, quoted(args.person) or made.contact.id, said=args.channel is not None)
    if args.json:
        show.as_json(shapes.composed(made))
    return 0


def _ask(made: "Composed", phones: Sequence[str], who: str, *, said: bool) -> None:
    show.heading(f"{made.contact.name}" + (f", {made.contact.company}" if made.contact.company else ""))
    if made.pace:
        show.say(made.pace)
    for way in made.ways:
        show.bullet(way.reason)
    show.say()
    show_draft(made.draft, made.contact, phones=phones)
    for finding in made.findings:
        show.hint(f"{finding.why} {finding.instead}")
    if made.voice:
        show.hint(f"{made.voice.line} {made.voice.why} ({made.voice.source.rstrip('.')})")
    if made.draft.channel == "phone" and not said:
        show.hint(f"Rather in writing? askwell ask {who} --channel email")
    show.hint(noting_an_ask(who, made.draft))


def run_sent(args: Namespace) -> int:
    from askwell.actions.asking import mark_sent

    guess = None if args.guess is None else args.guess == "yes"
    with desk_of(args) as desk:
        done = mark_sent(desk, args.person, guess=guess, need=args.need, channel=args.channel, text=args.text)
    return changed(args, done)


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
        more = {"batch": batch, "said": " ".join(worded(one.said, one.hints) for one in done)} if done else {}
        show.as_json({"waiting": [shapes.waiting(one, names) for one in waiting], **more})
        return 0
    for one in done:
        changed(args, one)
    if not waiting:
        show.say("Nothing waits for your yes or no.")
        return 0
    show.heading("This was noticed in your mail. Is it so?")
    rows = [
        (
            names[one.person].name if one.person in names else "",
            plain(NOTICED, one.type), one.evidence, f"{one.confidence:.0%}", one.id,
        )
        for one in waiting
    ]  # fmt: skip
    show.table(("who", "what", "words", "sure", "id"), rows)
    show.hint(f"askwell replies --yes {waiting[0].id}   (or --no; several ids do too)   All sure ones: --accept sure")
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
            new=args.new,
        )
    return changed(args, done)
