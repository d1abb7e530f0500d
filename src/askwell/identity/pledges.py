"""What was offered and not yet done, both ways: offers of others to her, and what she said she would do for them."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache

from askwell.domain.books import Books
from askwell.domain.cues import Cue, CueType
from askwell.domain.messages import Direction, Interaction
from askwell.domain.plans import Favor, FavorKind
from askwell.domain.threads import SPOKEN, Record, confirmed, is_by_hand, is_one_to_one, moment, stable_id
from askwell.identity.about import stands_apart

TAKEN_UP_WITHIN = timedelta(days=14)
CHASED_AFTER = 7  # working days from when she took an offer up, or last wrote to whoever made it
LOOKED_AT = 5000  # characters of a message
LONGEST_PLEDGE = 200  # characters; a longer sentence is a story
_SPACES = re.compile(r"(?<!\n)[ \t]*\n(?!\s*\n)[ \t]*|[ \t]+")  # a line is broken anywhere, a paragraph is not
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
# Only what is firm: "I would be glad to" and "if you like" are open offers, which nobody has to keep.
_WILL = r"\bI(?:['’]ll| will| promise to| am going to|['’]m going to) (?:\w+ly |also |then )?"
_IF = re.compile(
    r"\b(?:if|whenever|when(?:ever)? you|should you|unless|any ?time|in case|(?:the )?next time|one day|some day)\b",
    re.IGNORECASE,
)
_GIVES = "send|bring|lend|give|get|find|make|show|teach|cook|bake|buy|write|fix|drive|feed|cover|treat|help"
_TENDS = "read|proof-?read|review|edit|fix|paint|carry|mow|walk|watch|mind|babysit|go over|take care of|help with"
_FAVOR = (
    rf"(?:(?:{_GIVES}) (?:for )?you\b"
    r"|(?:send|pass|forward)\b[^.!?\n]{0,40} (?:on )?to you\b"
    rf"|(?:{_TENDS}|look (?:over|at|after|through))\b[^.!?\n]{{0,30}}\byours?\b"
    r"|introduce you\b|recommend you\b|put (?:you|the two of you)\b|ask \w+ whether (?:the two of )?you\b"
    r"|keep an? eye (?:open|out)\b)"
)
# What one sends, tells or gives about oneself is no favor: news, a CV, times for a call.
_OF_HERSELF = re.compile(
    r"\bmy (?:cv|r[eé]sum[eé]|profile|brief|number|details|dates|times|calendar|availability|update)\b"
    r"|\b(?:an? (?:update|ring|call|shout|reminder|line|note)|how it (?:goes|went)|posted|news|an? invit\w+)\b"
    r"|\bthe (?:new|next|latest|final|other|second|corrected) (?:one|version|draft|letter)\b"
    r"|\b(?:(?:a few|some) (?:dates|times|lines)|the (?:dates|times|outcome|results?)|find you|tell you)\b"
    r"|\b(?:zoom|teams|meeting|video|calendar) (?:link|invit\w+)|\blink (?:to|for) (?:the|our) (?:call|meeting|talk)"
    r"|\b(?:an?|the) (?:thank[- ]you|invoice)\b|\b(?:all )?the details\b"
    r"|\b(?:put you (?:down|on the spot|through|out)|make you (?:wait|sorry)|get you (?:my|those times))\b"
    r"|\b(?:help|give) you(?: too| as well| back| in return)?[.!]?$"
    r"|\bwrite you (?:again|when|once|after|next|on|soon|tomorrow|back)\b",
    re.IGNORECASE,
)
_PLEDGE = re.compile(_WILL + _FAVOR, re.IGNORECASE)
# An open offer: it is nothing yet, neither given nor a word to keep. "I'd like to introduce you to" does so at once.
_MAY = (
    r"(?:(?<!was )(?<!were )\b(?:glad|happy|pleased|delighted) to|\bI (?:can|could|might)"
    r"|\bI(?:['’]d| would) (?:gladly|happily)) (?:\w+ly |also )?"
)
_MAY_IF = r"\bI(?:['’]d| would) (?:really |also )?(?:like|love) to "
_OPEN = re.compile(_MAY + _FAVOR, re.IGNORECASE)
_OPEN_IF = re.compile(rf"(?:{_MAY_IF}|{_WILL}){_FAVOR}", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:attached|enclosed|(?:here|below) (?:is|are)|here['’]s|in copy|cc['’]?d|please meet|meet [A-Z]\w+"
    r"|I(?: have|['’]ve)? (?:just )?(?:sent|put|written|asked|passed|left)|I (?:just )?wrote (?:to|you))\b",
    re.IGNORECASE,
)


def pledges(kept: Books, *, carried_out: bool = False) -> Iterator[Favor]:
    """Offers of others not yet carried out (or, on demand, those that were); help after an offer carries one out."""
    doing: dict[str, list[datetime]] = {}
    for one in kept.helps:
        doing.setdefault(one.by, []).append(one.at)
    for interaction, cue in kept.record.cues(CueType.OFFER):
        who = interaction.other
        if interaction.direction is Direction.OUT or not who or stands_apart(kept.record, interaction, (cue,)):
            continue
        done = next((at for at in doing.get(who, ()) if at > moment(interaction)), None)
        if done is not None:
            doing[who].remove(done)
        if (done is not None) is carried_out:
            yield _pledge(kept.record, interaction, cue, who=who)


def _pledge(record: Record, interaction: Interaction, cue: Cue, *, who: str) -> Favor:
    taken, chased = _taken_up(record, interaction, who)
    return Favor(
        id=stable_id("offer", interaction.id),
        kind=FavorKind.PLEDGED,
        who=who,
        at=moment(interaction),
        what=cue.about or cue.evidence or interaction.subject,
        interaction=interaction.id,
        confirmed=confirmed((cue,)),
        accepted=taken,
        chased=chased,
        settled=_is_settled(record, interaction, who),
    )


def _taken_up(record: Record, offer: Interaction, who: str) -> tuple[datetime | None, str]:
    """When she took an offer up, and her reminder of it ("" if none).

    What was offered in a talk, or noted by herself, is taken up as it is made. Every further answer of hers restarts
    the days it is given; what she writes once they are over is the reminder.
    """
    wrote = [i for i in record.sent(who, after=offer.at) if i.thread == offer.thread or is_one_to_one(i)]
    if is_by_hand(offer) or offer.direction is Direction.BOTH:
        taken = moment(offer)
    elif wrote and wrote[0].at - offer.at <= TAKEN_UP_WITHIN:
        taken = wrote[0].at
    else:
        return None, ""
    for later in wrote:
        if later.at <= taken or later.direction is not Direction.OUT:
            continue
        if record.calendar.passed(taken, now=later.at) >= CHASED_AFTER:
            return taken, later.id
        taken = later.at
    return taken, ""


def wrote_to_take_it_up(offer: Favor) -> bool:
    """Whether she wrote after an offer; one made in a talk, or noted by her, counts as taken up without."""
    return offer.accepted is not None and offer.accepted > offer.at


def _is_settled(record: Record, offer: Interaction, who: str) -> bool:
    """Whether a talk with them was agreed or held since, or is to come; or they said that it won't be."""
    since = [i for i in record.between(who) if i.at >= offer.at]
    if any(CueType.MEETING in record.types(i) for i in since):
        return True
    if any(CueType.DECLINE in record.types(i) for i in since if i.id != offer.id):
        return True
    return any(
        i.channel in SPOKEN and i.at > offer.at and who in i.people and not (i.cancelled or i.recurring)
        for i in record.search.interactions
    )


def given_and_offered(record: Record) -> Iterator[Favor]:
    """What she did for others and, as OFFERED, what she said she would do and has not done yet.

    Who gives somebody something keeps the oldest word to that person. It is no promise and no debt: it comes up as a
    way to give back, and nothing else.
    """
    given = list(_given(record))
    done: dict[str, list[Favor]] = {}
    for favor in given:
        done.setdefault(favor.who, []).append(favor)
    yield from given
    for favor in sorted(_offered(record, given), key=lambda one: (one.at, one.id)):
        later = next((one for one in done.get(favor.who, ()) if one.at > favor.at), None)
        if later is None:
            yield favor
        else:
            done[favor.who].remove(later)


def _given(record: Record) -> Iterator[Favor]:
    """What is done; where she only said that she will or would, it is not."""
    noted = {message for entry, message in record.doubles.items() if _gives(record, entry)}
    for interaction, cue in record.cues(CueType.GIVEN):
        if interaction.direction is Direction.IN or interaction.id in noted or _only_says_so(interaction, cue):
            continue
        for place, who in enumerate(dict.fromkeys(c for c in cue.contacts or interaction.people if c)):
            yield Favor(
                id=stable_id("given", interaction.id, str(place)),
                kind=FavorKind.GIVEN,
                who=who,
                at=moment(interaction),
                what=cue.about or cue.evidence or interaction.subject,
                interaction=interaction.id,
                confirmed=confirmed((cue,)),
            )


def _gives(record: Record, entry: str) -> bool:
    return CueType.GIVEN in record.types(record.search.by_id[entry])


def _only_says_so(interaction: Interaction, cue: Cue) -> bool:
    """Whether it is said that she will, or would, and not done in the same words."""
    words = cue.evidence or interaction.text
    return bool(pledged_in(words) or _offers_openly(words)) and not _DONE.search(words)


def _offers_openly(text: str) -> bool:
    """Whether a sentence offers what the reader may take or leave: "I'd be glad to send you …, if that's of use"."""
    said = (" ".join(found.group().split()) for found in _SENTENCE.finditer(_SPACES.sub(" ", text[:LOOKED_AT])))
    return any(_OPEN.search(words) or (_IF.search(words) and _OPEN_IF.search(words)) for words in said)


def _offered(record: Record, given: list[Favor]) -> Iterator[Favor]:
    """Her words in letters, one for each letter and person; a letter in which something is done offers no more."""
    twice = {*record.doubles.values(), *(favor.interaction for favor in given)}
    for interaction in record.past:
        if interaction.direction is not Direction.OUT or interaction.id in twice or not is_one_to_one(interaction):
            continue
        words = pledged_in(interaction.text[:LOOKED_AT])
        if words:
            yield Favor(
                id=stable_id("offered", interaction.id),
                kind=FavorKind.OFFERED,
                who=interaction.people[0],
                at=moment(interaction),
                what=words,
                interaction=interaction.id,
            )


@lru_cache(maxsize=8192)
def pledged_in(text: str) -> str:
    """The first sentence in which the writer says what they will do for the reader, "" where there is none."""
    plain = _SPACES.sub(" ", text)
    for found in _SENTENCE.finditer(plain) if _PLEDGE.search(plain) else ():
        words = " ".join(found.group().split())
        firm = len(words) <= LONGEST_PLEDGE and _PLEDGE.search(words) and not _IF.search(words)
        if firm and not _OF_HERSELF.search(words):
            return words
    return ""
