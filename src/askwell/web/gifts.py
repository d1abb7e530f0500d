"""Ways to give back in words: what each is called on a page, and where its letter begins."""

from collections.abc import Iterable
from dataclasses import dataclass

from askwell.domain.gifts import Gift, GiftKind
from askwell.web.parts import Act

WHAT = {
    GiftKind.CONGRATULATE: "Congratulate {name}",
    GiftKind.KEEP_WORD: "Keep your word to {name}",
    GiftKind.PUT_IN_TOUCH: "Put {name} in touch",
    GiftKind.VACANCY: "Pass a vacancy on to {name}",
    GiftKind.RECOMMENDATION: "Recommend {name}",
    GiftKind.HAND: "Lend {name} a hand",
    GiftKind.READING: "Send {name} something to read",
    GiftKind.ASK_BACK: "Ask {name} back",
}
BRIEFLY = {
    GiftKind.CONGRATULATE: "News",
    GiftKind.KEEP_WORD: "Your word",
    GiftKind.PUT_IN_TOUCH: "Who should meet",
    GiftKind.VACANCY: "A vacancy",
    GiftKind.RECOMMENDATION: "A recommendation",
    GiftKind.HAND: "A hand",
    GiftKind.READING: "Something to read",
    GiftKind.ASK_BACK: "A question back",
}


@dataclass(frozen=True, slots=True)
class Idea:
    """A way to give back as a line: what it is in a word or two, the idea, and the letter that offers it."""

    what: str
    words: str
    act: Act


def ideas(gifts: Iterable[Gift], person: str) -> list[Idea]:
    """Each with the address of its letter; the first one is the letter's own choice."""
    return [Idea(BRIEFLY[gift.kind], gift.idea, _act(gift, number, person)) for number, gift in enumerate(gifts, 1)]


def _act(gift: Gift, number: int, person: str) -> Act:
    return Act("Write it", href=address(person, number), about=BRIEFLY[gift.kind].casefold())


def address(person: str, number: int) -> str:
    """Where the letter of a gift begins, by its number from 1."""
    return f"/write/give/{person}" + (f"?gift={number}" if number > 1 else "")
