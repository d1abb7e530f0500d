"""`today` as a page: each step with its reason, its words, and the one command that shows or notes it."""

from argparse import Namespace
from collections.abc import Mapping, Sequence

from askwell.actions.day import Look, look
from askwell.domain.dated import of_week
from askwell.domain.people import Contact
from askwell.domain.plans import Step, StepKind
from askwell.domain.search import Phase
from askwell.terminal import shapes, show
from askwell.terminal.hints import worded
from askwell.terminal.letters import noting_an_ask, show_draft, spoken_to
from askwell.terminal.opening import desk_of
from askwell.terminal.words import Typed

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
DONE = {  # the command that notes a step; {who} is how the person is typed
    StepKind.THANK: "askwell log {who} --thanks",
    StepKind.ACT: "askwell sent {who}",
    StepKind.REPORT: "askwell log {who} --closed",
    StepKind.CLOSE: "askwell log {who} --closed",
    StepKind.OUTCOME: 'askwell log {who} --outcome "WHAT CAME OF IT"',
    StepKind.PREPARE: "askwell brief   (your one page, to have at hand)",
    StepKind.DEBRIEF: 'askwell log {who} --channel meeting --help --text "WHAT YOU HEARD"   (or --referral "NAME")',
    StepKind.NUDGE: "askwell sent {who}",
    StepKind.GIVE: "askwell log {who} --given",
}
HELD = {StepKind.THANK: " --thanks", StepKind.REPORT: " --closed", StepKind.CLOSE: " --closed"}
REMINDED = "askwell log {who} --direction out --channel email"  # of an offer, which is no question
BEGIN = {  # whether there are goals
    False: "askwell goals --example > goals.toml   (a page to fill in), then: askwell goals --set goals.toml",
    True: "askwell add NAME   or: askwell import FILE…",
}
STANDS = {
    Phase.PAUSED: "Your search rests: here is only what is owed to others. To go on with it: askwell pause",
    Phase.LANDED: "You have landed: here are only thanks and good news for those who helped.",
}
LATER = "Later today"
REST = "Today is a day of rest. Everything waits, and nothing is lost."
NOTHING_LEFT = "Done for today. Nothing is owed, nobody waits. Enjoy the rest of the day."
FOOT = (
    "A letter sent by mail needs no note: your next import of your mail notices it. For all else there is the command"
    " under the step. Stop when you like: what you leave comes back by itself."
)


def run_today(args: Namespace) -> int:
    with desk_of(args) as desk:
        seen = look(desk, everything=args.everything)
        if not args.json:
            from askwell.actions.reaching import phones

            _page(seen, phones(desk, spoken_to((step.person, step.draft) for step in seen.day.steps)))
    if args.json:
        said = worded(seen.said, seen.hints)
        show.as_json({**shapes.today(seen.day, seen.names), "said": said, "phase": str(seen.phase)})
    return 0


def _page(seen: Look, phones: Mapping[str, Sequence[str]]) -> None:
    show.heading(f"Today, {of_week(seen.day.date)}")
    if seen.phase in STANDS:
        show.say(STANDS[seen.phase])
    typed, last, letters = Typed(seen.names.values()), "", 0
    for step in seen.day.steps:
        show.say()
        heading = LATER if step.later else HEADINGS[step.kind]
        if heading != last:
            last = heading
            show.heading(last)
            letters = 0
        _step(step, seen, typed, phones.get(step.person, ()), whole=step.kind is not StepKind.ASK or not letters)
        letters += 1
    if not seen.day.steps:
        show.say()
        show.say(REST if seen.day.rests else NOTHING_LEFT)
    elif any(step.draft for step in seen.day.steps):
        show.say()
        show.hint(FOOT)
    if seen.said:
        show.say()
        show.hint(worded(seen.said, seen.hints))


def _step(step: Step, seen: Look, typed: Typed, phones: Sequence[str], *, whole: bool) -> None:
    contact = seen.names.get(step.person)
    named = contact is None or contact.name in step.reason
    show.bullet(step.reason if named or contact is None else f"{contact.name}: {step.reason}")
    if step.draft is not None and whole:
        show_draft(step.draft, contact, phones=phones)
    elif step.draft is not None and step.draft.need is not None:
        show.under(f"“{step.draft.need.question}”")
    command = _command(step, contact, seen, typed, whole=whole)
    if command:
        show.under(command, style="dim")


def _command(step: Step, contact: Contact | None, seen: Look, typed: Typed, *, whole: bool) -> str:
    """What shows or notes this step."""
    if step.kind is StepKind.START:
        return BEGIN[seen.aims]
    if contact is None:
        return "Once you know how to reach them: askwell add NAME --email ADDRESS"
    who = typed(contact)
    if step.kind is StepKind.ASK:
        return noting_an_ask(who, step.draft) if whole else f"The letter: askwell ask {who}"
    return f"{'' if step.kind is StepKind.PREPARE else 'Done? '}{_noting(step, seen).format(who=who)}"


def _noting(step: Step, seen: Look) -> str:
    """The command that notes a step, and all that its letter holds beside."""
    if step.kind is StepKind.NUDGE and step.person not in seen.asked:
        return REMINDED
    done = DONE[step.kind]
    for kind in dict.fromkeys(kind for kind, _ in step.also if kind in HELD):
        done += "" if HELD[kind] in done else HELD[kind]
    return done
