"""Why somebody stands where they stand among those to ask, in a sentence or two without figures."""

from askwell.domain.people import Contact, Tie
from askwell.domain.plans import WayKind
from askwell.identity.called import called
from askwell.method.ways import Sign


def why(contact: Contact, signs: tuple[Sign, ...]) -> str:
    """Why them, then why they may answer."""
    who = called(contact.name) or "This person"
    return f"{_help(who, signs)}. {_tie(who, contact)}."


def _help(who: str, signs: tuple[Sign, ...]) -> str:
    first = signs[0]
    said = {
        WayKind.INSIDER: f"{who} is inside {first.about}, number {first.place + 1} of your targets",
        WayKind.FORMER_INSIDER: f"{who} has seen {first.about} from inside, number {first.place + 1} of your targets",
        WayKind.IN_THE_ROLE: f"{who} does the work you want, or leads it",
        WayKind.HIRES: f"{who} probably has a say in hiring for work like yours",
        WayKind.CONNECTOR: f"{who} meets many companies",
        WayKind.SAME_FIELD: f"{who} works in or next to your field",
        WayKind.SAME_PLACE: f"{who} is where you want to work",
        WayKind.FELLOW: f"You and {who} have a place in common",
        WayKind.KNOWS_YOU: f"{who} knows what you are good at",
        WayKind.OUTSIDE_EYES: f"{who} can tell you whether your goal is clear to an outsider",
    }[first.kind]
    if first.near == 2 and first.kind is WayKind.INSIDER:
        said += ", in the very work you want"
    if first.decides and first.kind is not WayKind.HIRES:
        said += ", and probably has a say in hiring"
    return said


def _tie(who: str, contact: Contact) -> str:
    if contact.dormant and contact.last is not None:
        since = f"{contact.last:%B} {contact.last.year}"
        return f"You have not been in touch since {since}; old ties are glad to hear, and know what you do not"
    if contact.tie is Tie.CLOSE:
        return "You are close, so this is a good one to begin with"
    if contact.tie is Tie.KNOWN:
        return "You know each other, the kind of tie that reaches furthest"
    if contact.tie is Tie.BARELY:
        return f"You know each other a little, and {who} moves among other people than you"
    return f"You do not know each other yet: it goes best through somebody who knows {who}"
