"""`log`: what happened elsewhere, a call, a talk, a letter; it counts at once, for she says so herself."""

from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.voids import difference, standing
from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.errors import Refused, SeveralPeople
from askwell.domain.hints import Hint
from askwell.domain.messages import Channel, Direction, Interaction
from askwell.domain.people import Contact

_FROM_THEM = ("help", "referral", "offer", "decline")
_FROM_HER = ("thanks", "closed", "given")
DRAFTS = {  # letters begun that are done with once it is said
    "thanks": ("thank",),
    "closed": ("report", "close", "landed"),
    "given": ("give",),
}


def log_event(
    desk: Desk,
    person: str,
    *,
    channel: str = "phone",
    direction: str = "both",
    text: str = "",
    helped: bool = False,
    referral: str | None = None,
    kind: str = "name",
    offer: bool = False,
    decline: bool = False,
    thanks: bool = False,
    closed: bool = False,
    given: bool = False,
    outcome: str | None = None,
    new: bool = False,
) -> Done:
    """Note one exchange with a person (an id, an address or an exact name) and what it told.

    Refused where `referral` is nearly the name of somebody known, unless `new` says that it is somebody else.
    """
    from askwell.actions.people import find_person
    from askwell.store import drafts, write

    contact = find_person(desk, person)
    told = {"help": helped, "offer": offer, "decline": decline, "thanks": thanks, "closed": closed, "given": given}
    named = [word for word, yes in told.items() if yes]
    _check(direction, [*named, *(["referral"] if referral else [])])
    cues = [Cue(CueType(word), evidence=text, answer=Answer.YES) for word in named]
    if referral:
        cues.append(_referral(desk, referral, kind=kind, text=text, but=contact, new=new))
    if outcome:
        cues.append(Cue(CueType.OUTCOME, evidence=text, about=outcome, answer=Answer.YES))
    interaction = Interaction(
        id="",
        at=desk.now,
        channel=Channel(channel),
        direction=Direction(direction),
        people=(contact.id,),
        text=text,
    )
    said = f"{_words(channel, direction)} {contact.name}"
    before = standing(desk)
    with write.batch("log", said, now=desk.now) as batch:
        write.add_exchanges(batch, [write.ExchangeIn(interaction=interaction, cues=tuple(cues))])
        drafts.let_go(batch, contact.id, [draft for word in named for draft in DRAFTS.get(word, ())])
    return Done(" ".join(filter(None, (f"Noted: {said}.", difference(before, standing(desk))))), batch.id)


def _check(direction: str, told: list[str]) -> None:
    wrong = {"out": _FROM_THEM, "in": _FROM_HER}.get(direction, ())
    word = next((word for word in told if word in wrong), None)
    if word is not None:
        whose = "theirs" if direction == "out" else "yours"
        raise Refused(f"“{word}” is {whose}, so it can’t be in what went “{direction}”. Leave the direction out.")


def _referral(desk: Desk, name: str, *, kind: str, text: str, but: Contact, new: bool) -> Cue:
    """A person she knows by that name, address or id is meant; anybody else is only named until she writes to them.

    Raises SeveralPeople where more than one has the name.
    """
    from askwell.actions.people import find_person

    try:
        known = find_person(desk, name)
    except SeveralPeople:
        raise
    except Refused:
        known = None
    if known is not None and known.id == but.id:
        raise Refused(f"{but.name} can’t be a referral of their own. Name the person they spoke of.")
    if known is None and not new:
        _check_alike(desk, name, but=but)
    named = name if known is None or "@" in name else known.name
    return Cue(
        CueType.REFERRAL,
        people=(named,),
        contacts=(known.id if known else "",),
        evidence=text or f"{but.name} named {named}",
        about=kind,
        answer=Answer.YES,
    )


def _check_alike(desk: Desk, name: str, *, but: Contact) -> None:
    from askwell.actions.finding import alike, told
    from askwell.actions.people import everybody

    near = alike(name, everybody(desk), but=but.id)
    if near:
        raise Refused(
            f"Nobody here is exactly “{name}”. Did you mean {told(near)}? Then say the id.",
            Hint("log", "name somebody else", ("…",), (("new", ""),)),
        )


def _words(channel: str, direction: str) -> str:
    if channel == "phone":
        return "a call with"
    if channel == "meeting" or direction == "both":
        return "a talk with" if channel == "meeting" else "an exchange with"
    return "what came from" if direction == "in" else "what went to"
