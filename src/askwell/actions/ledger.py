"""Where she stands: referrals, promises, the figures of progress; and letting go of a promise."""

from collections.abc import Iterable
from dataclasses import dataclass

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.voids import in_words
from askwell.domain.errors import Refused
from askwell.domain.guesses import Guesses, guessed
from askwell.domain.hints import Hint
from askwell.domain.plans import Ask, AskState, Balance, Branch, Help, Promise, PromiseState, Referral
from askwell.method import favors, referrals


@dataclass(frozen=True, slots=True)
class Progress:
    """The figures of `progress`.

    `answered` holds the refusals too, for a no is an answer. `guesses` counts her guesses before an ask was sent, and
    how often those who answered said yes to each; `guessed` takes two weeks of silence for an outcome too. Favors are
    those she confirmed.
    """

    referrals: int
    by_stage: dict[str, int]
    by_kind: dict[str, int]
    sent: int
    answered: int
    declined: int
    helps: tuple[Help, ...]
    guesses: dict[str, int]
    guessed: Guesses
    favors: Balance


def list_referrals(desk: Desk) -> tuple[Referral, ...]:
    """Everything noticed, oldest first; only the confirmed ones count."""
    return memory.books(desk).referrals


def referral_tree(desk: Desk) -> tuple[Branch, ...]:
    """Who led to whom, of what she said yes to: what waits for a yes stands in the list alone."""
    return referrals.tree(one for one in memory.books(desk).referrals if one.confirmed)


def list_promises(desk: Desk, *, owed: bool = False) -> tuple[Promise, ...]:
    """All promises by due, or only those still owed."""
    return tuple(p for p in memory.promises(desk) if not owed or p.state is PromiseState.OWED)


def drop_promise(desk: Desk, promise_id: str, *, because: str) -> Done:
    """Let go of one promise, by her own hand and with her reason. Refused where it is not owed."""
    from askwell.store import write

    promise = next((p for p in list_promises(desk) if p.id == promise_id), None)
    if promise is None:
        raise Refused(f"There is no promise {promise_id}.", Hint("promises", "see them with their ids"))
    if promise.state is not PromiseState.OWED:
        raise Refused(f"The promise {promise_id} is {promise.state} already; there is nothing to let go of.")
    words = in_words(promise, memory.contacts(desk))
    with write.batch("drop", f"Let go of: {words}", now=desk.now) as batch:
        write.drop_promise(batch, promise_id, because=because)
    return Done(f"Let go of: {words}.", batch.id)


def drop_promises(desk: Desk, ids: Iterable[str], *, because: str) -> Done:
    """Let go of all that one letter would hold, as one change. Refused where none of it is owed any more."""
    from askwell.store import write

    wanted = set(ids)
    owed = [one for one in list_promises(desk, owed=True) if one.id in wanted]
    if not owed:
        raise Refused("That is done already, or needed no more.")
    words = in_words(owed[0], memory.contacts(desk))
    with write.batch("drop", f"Let go of: {words}", now=desk.now) as batch:
        for one in owed:
            write.drop_promise(batch, one.id, because=because)
    return Done(f"Let go of: {words}.", batch.id)


def progress(desk: Desk) -> Progress:
    """The figures as of now."""
    return memory.worked_out(desk, "figures", _figures)


def _figures(_: Desk, kept: favors.Books) -> Progress:
    return figures(kept)


def figures(kept: favors.Books) -> Progress:
    answered = [ask for ask in kept.asks if ask.state in {AskState.ANSWERED, AskState.DECLINED}]
    sure = [favor for favor in favors.ledger_of(kept) if favor.confirmed]
    return Progress(
        referrals=referrals.count(kept.referrals),
        by_stage=referrals.by_stage(kept.referrals),
        by_kind=referrals.by_kind(kept.referrals),
        sent=len(kept.asks),
        answered=len(answered),
        declined=sum(ask.state is AskState.DECLINED for ask in answered),
        helps=kept.helps,
        guesses=_guesses(kept.asks),
        guessed=guessed(kept.asks, kept.record.now),
        favors=favors.balance(sure),
    )


def _guesses(asks: Iterable[Ask]) -> dict[str, int]:
    made = [ask for ask in asks if ask.guess is not None]
    known = [ask for ask in made if ask.state in {AskState.ANSWERED, AskState.DECLINED}]
    return {
        "asked": len(made),
        "answered": len(known),
        "guessed_yes": sum(ask.guess is True for ask in known),
        "guessed_no": sum(ask.guess is False for ask in known),
        "said_yes": sum(ask.state is AskState.ANSWERED for ask in known),
        "right": sum(ask.guess is (ask.state is AskState.ANSWERED) for ask in known),
    }
