"""What was noticed in mail, messages and calendar, put to her as a yes or no; yes makes it count, no takes it away."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.voids import difference, standing
from askwell.actions.wishes import read_wishes
from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.errors import Refused
from askwell.domain.hints import Hint
from askwell.domain.messages import Interaction
from askwell.domain.people import Origin
from askwell.domain.saying import counted, sentence
from askwell.domain.threads import SPOKEN, Record, is_one_to_one, moment
from askwell.guide import unsaid
from askwell.guide.borne_out import Told, borne_out
from askwell.identity.involved import is_interview
from askwell.method import favors
from askwell.method.favors import Books

SURE = 0.9  # from this confidence on a thing is sure by itself
BESIDE = "{} may not be about your search; say yes or no to each"
BY_ITSELF = "by itself"  # the kind of a change that she did not say yes to one by one
MEETING_HELPED = "the meeting"
REPLY = "reply"
ASKED = "a"  # stands behind the id of a message whose question waits for her answer
LONGEST = 160  # characters of somebody's words


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for her yes or no; `person` is a contact id. An event's own id stands for its question.

    `sure` is what is so by itself, or likely and borne out by another message with the same person.
    """

    id: str
    type: str
    person: str
    people: tuple[str, ...]
    evidence: str
    confidence: float
    message: Origin | None
    at: datetime
    sure: bool = False


def waiting(desk: Desk) -> tuple[Waiting, ...]:
    """What waits, oldest first: cues; interviews, groups and answers that may have helped; questions put to her."""
    return memory.worked_out(desk, "waiting", lambda _, kept: _waiting(kept))


def _waiting(kept: Books) -> tuple[Waiting, ...]:
    found = [*_cues(kept.record), *_meetings(kept.record), *_replies(kept)]
    return tuple(sorted(found, key=lambda one: (one.at, one.id)))


def _cues(record: Record) -> Iterator[Waiting]:
    """What she noted by hand is not asked about again once the same message is found in her mail."""
    search = record.search
    noted = {(message, kind) for entry, message in record.doubles.items() for kind in record.types(search.by_id[entry])}
    fits = _borne_out(record)
    for cue in search.cues:
        interaction = search.by_id.get(cue.interaction)
        if cue.answer is Answer.WAITING and interaction is not None and (interaction.id, cue.type) not in noted:
            yield Waiting(
                id=cue.id,
                type=str(cue.type),
                person=interaction.other or "",
                people=cue.people,
                evidence=cue.evidence,
                confidence=cue.confidence,
                message=interaction.origin,
                at=interaction.at,
                sure=cue.confidence >= SURE or cue.id in fits,
            )


def _borne_out(record: Record) -> frozenset[str]:
    """The cues that fit another one; what she said no to bears nothing out, her yes is as good as sure."""
    search = record.search
    return borne_out(
        Told(
            cue.id,
            cue.type,
            interaction.other or "",
            interaction.at,
            1.0 if cue.answer is Answer.YES else cue.confidence,
        )
        for cue in search.cues
        if cue.answer is not Answer.NO and (interaction := search.by_id.get(cue.interaction)) is not None
    )


def _meetings(record: Record) -> Iterator[Waiting]:
    """Interviews and groups count as no talk by themselves; she says whether somebody there helped."""
    asked = {i.other: i.at for i, _ in reversed(record.cues(CueType.ASK))}
    for interaction in record.spoken:
        known = [p for p in interaction.people if p in asked and asked[p] < interaction.at]
        if known and _raises_a_question(record, interaction):
            words = f"{interaction.subject or 'A meeting'}: did somebody there help you?"
            yield Waiting(interaction.id, "meeting", known[0], (), words, 0.5, interaction.origin, moment(interaction))


def _raises_a_question(record: Record, interaction: Interaction) -> bool:
    spoken = interaction.channel in SPOKEN and interaction.origin is not None and not interaction.recurring
    special = is_interview(interaction) or not is_one_to_one(interaction)
    return spoken and special and not record.types(interaction) and interaction.id not in record.search.refused


def _replies(kept: Books) -> Iterator[Waiting]:
    """An answer that no cue explains may have helped; a question put to her waits for her."""
    for interaction, words in unsaid.unexplained(kept):
        said = f"{_name(kept, interaction)} answered: “{_cut(words)}” Did it help?"
        yield _reply(interaction, interaction.id, said)
    for interaction, words in unsaid.questions(kept):
        said = f"{_name(kept, interaction)} waits for your answer: “{_cut(words)}” Is it settled?"
        yield _reply(interaction, f"{interaction.id}{ASKED}", said)


def _reply(interaction: Interaction, key: str, said: str) -> Waiting:
    return Waiting(key, REPLY, interaction.other or "", (), said, 0.5, interaction.origin, interaction.at)


def telling(waiting: Waiting, interaction: Interaction) -> str:
    """The line of a message that a question without a cue is about."""
    return unsaid.longest_sentence(interaction.text) if waiting.type == REPLY else interaction.subject


def _name(kept: Books, interaction: Interaction) -> str:
    found = kept.record.search.contacts.get(interaction.other or "")
    return found.name if found and found.name else "Somebody"


def _cut(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST].rpartition(' ')[0]}…"


def accept(desk: Desk, which: str) -> Done:
    """Yes to everything that is sure, or to all that was noticed.

    Questions stay open: those about meetings and answers, and what somebody outside of the search wrote about other
    things that only looks like help.
    """
    chosen, apart = _to_accept(memory.books(desk), which)
    done = answer(desk, yes=[one for one in chosen if one not in apart])
    left = len(apart.intersection(chosen))
    if not left:
        return done
    return replace(done, said=f"{done.said} {sentence(BESIDE.format(counted(left, 'thing')))}")


def _to_accept(kept: Books, which: str) -> tuple[list[str], set[str]]:
    """What is to be said yes to, and what of it may be about other things."""
    apart = {cue.id for cue in kept.record.search.cues if _stands_apart(kept, cue)}
    cues = [one for one in _waiting(kept) if not _is_event(one.id)]
    return [one.id for one in cues if which == "all" or one.sure], apart


def take_in(desk: Desk) -> Done | None:
    """Take sure things in by themselves, where she allows it; a change of its own, so that it can be taken back.

    Only what was noticed since she allowed it; and what she took back is not taken in once more.
    """
    from askwell.store import changes

    since = read_wishes(desk).accepts_since
    if since is None:
        return None
    chosen, apart = _to_accept(memory.books(desk), "sure")
    new = changes.noticed_since(since, but_before_undone=BY_ITSELF)
    yes = [one for one in chosen if one not in apart and one in new]
    return _answer(desk, yes=yes, no=(), kind=BY_ITSELF) if yes else None


def _stands_apart(kept: Books, cue: Cue) -> bool:
    interaction = kept.record.search.by_id.get(cue.interaction)
    if interaction is None or cue.type not in {CueType.HELP, CueType.OFFER}:
        return False
    return favors.stands_apart(kept.record, interaction, (cue,))


def answer(desk: Desk, *, yes: Collection[str] = (), no: Collection[str] = ()) -> Done:
    """Her yes and no, by id. Raises Refused for an id that does not wait."""
    return _answer(desk, yes=yes, no=no, kind="answer")


def _answer(desk: Desk, *, yes: Collection[str], no: Collection[str], kind: str) -> Done:
    from askwell.store import write

    kept = memory.books(desk)
    open_ones = {one.id: one for one in _waiting(kept)}
    unknown = [one for one in (*yes, *no) if one not in open_ones]
    if unknown:
        raise Refused(f"Nothing waits under {unknown[0]} any more.", Hint("replies", "see what does, with its id"))
    if both := set(yes) & set(no):
        raise Refused(f"{min(both)} can’t be both. Say yes or no to it.")
    if not yes and not no:
        return Done("Nothing waits that this says yes to.")
    before = standing(desk)
    said = _said(len(set(yes)), len(set(no)), who=_whose(kept, [open_ones[one] for one in {*yes, *no}]))
    if kind == BY_ITSELF:
        said = f"{counted(len(set(yes)), 'thing')} beyond doubt, taken in by themselves"
    answers = {**dict.fromkeys(yes, Answer.YES), **dict.fromkeys(no, Answer.NO)}
    with write.batch(kind, said, now=desk.now) as batch:
        cues = {key: a for key, a in answers.items() if not _is_event(key)}
        write.answer(batch, cues)
        told = [
            (key.removesuffix(ASKED), _of_event(open_ones[key], a, kept))
            for key, a in answers.items()
            if key not in cues
        ]
        write.add_cues(batch, told)
    return Done(" ".join(filter(None, (f"Noted: {said}.", difference(before, standing(desk))))), batch.id)


def _is_event(key: str) -> bool:
    """Whether an id is that of an interaction, and not of a cue."""
    return key.startswith("i")


def _of_event(asked: Waiting, said: Answer, kept: Books) -> Cue:
    """A yes makes the meeting or answer help; a no is kept as one, so that it is not asked again.

    A question that is settled, or needs no answer, is no question any more.
    """
    if asked.id.endswith(ASKED):
        return Cue(CueType.ASK, evidence=asked.evidence, answer=Answer.NO)
    if asked.type == REPLY:
        words = unsaid.longest_sentence(kept.record.search.by_id[asked.id].text)
        return Cue(CueType.HELP, contacts=(asked.person,), evidence=words, answer=said)
    kind = CueType.HELP if said is Answer.YES else CueType.INTRODUCTION
    return Cue(kind, contacts=(asked.person,), evidence=MEETING_HELPED, answer=said)


def _said(yes: int, no: int, *, who: str = "") -> str:
    parts = [f"your yes to {counted(yes, 'thing')}" if yes else "", f"your no to {counted(no, 'thing')}" if no else ""]
    return " and ".join(filter(None, parts)) + (f", about {who}" if who else "")


def _whose(kept: Books, answered: Collection[Waiting]) -> str:
    """Whom the answers are about, where that is one person."""
    people = {one.person for one in answered}
    found = kept.record.search.contacts.get(people.pop()) if len(people) == 1 else None
    return found.name if found else ""
