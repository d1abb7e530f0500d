"""A question as a letter can put it: alone, in short, or within a sentence ("to ask how far ahead you plan")."""

from askwell.guide.drafts.phrases import sentence

LONGEST = 400  # characters that are looked at; a longer question is a story
QUOTED_WORDS = 30
_WH = frozenset("how what which when where why who whose".split())
_MODALS = frozenset("would should could can will might must".split())
_INVERTED = _MODALS | {"am", "are", "were", "have", "had"}
_PRONOUNS = frozenset("you they we i one".split())
_BE = frozenset("is are was were".split())
_ASIDE = frozenset("do does did am is are was were has have had".split()) | _MODALS
_HOW_DONE = frozenset(
    """organized organised run done handled decided planned managed staffed built split measured set made chosen
    funded judged taught trained hired paid""".split()
)
_OPENERS = _WH | _INVERTED | frozenset("do does did is was has".split())
NEAR = 8  # words within which the verb of a question stands


def one_question(text: str) -> str:
    """The question alone, as one sentence with its mark; a second question of the seeker's stays a clause of it."""
    said = sentence(text).rstrip(" .!…")
    first, mark, rest = said.partition("?")
    if mark and rest.strip(" ?”\"'»)"):
        rest = rest.strip(" ?")
        said = f"{first}, and {rest[:1].lower()}{rest[1:]}".replace(", and and ", ", and ")
    return said.rstrip(" ?”\"'»,;:") + ("”?" if said.rstrip(" ?").endswith(("”", '"')) else "?")


def bare(text: str) -> str:
    """The question without what leads up to it: "What I'd love to know: do you …?" is "Do you …?"."""
    said = one_question(text[:LONGEST])
    before, colon, after = said.partition(": ")
    words = after.split()
    if colon and len(words) > 3 and (_low(words[0]) in _OPENERS or _has_opener(words)) and len(before.split()) > 2:
        return sentence(after)
    return said


def opens(word: str) -> bool:
    """Whether a question begins with this word."""
    return _low(word) in _OPENERS


def _has_opener(words: list[str]) -> bool:
    """Whether a clause that begins like a question follows a comma ("on a holiday week, do you …")."""
    return any(w.endswith(",") and _low(words[i + 1]) in _OPENERS for i, w in enumerate(words[:-1]))


def first_clause(question: str) -> str:
    """The first of two questions in one ("How is X done, and what …?"); the question itself where it is but one."""
    head, comma, tail = question.partition(", ")
    words = tail.split()
    follows = len(words) > 1 and words[0] in {"and", "or"} and _low(words[1]) in _OPENERS
    return f"{head}?" if comma and follows and len(head.split()) > 3 else question


def indirect(text: str) -> str:
    """The question within a sentence ("how far ahead you plan carriers"); "" where that cannot be told for certain."""
    words = first_clause(bare(text)).rstrip("?").split()
    if len(words) < 4 or any(w.endswith((",", ";", ":", "”", ".")) for w in words):
        return ""
    low = [_low(word) for word in words]
    turned = _after_wh(words, low) if low[0] in _WH else _yes_or_no(words, low)
    return f"{turned[:1].lower()}{turned[1:]}"


def _after_wh(words: list[str], low: list[str]) -> str:
    at = next((i for i in range(1, min(NEAR, len(low) - 2)) if low[i] in _ASIDE), 0)
    if not at:
        return " ".join(words) if low[0] in {"what", "which", "who"} else ""  # "which certificate matters most"
    if low[at] == "do":
        return " ".join((*words[:at], *words[at + 1 :]))
    if low[at] in _INVERTED and low[at + 1] in _PRONOUNS:
        return " ".join((*words[:at], words[at + 1], words[at], *words[at + 2 :]))
    if low[at] in _BE and at == 1:
        return _being(words, low)
    return ""


def _being(words: list[str], low: list[str]) -> str:
    """What is changing in food; how is planning organized there."""
    if low[0] in {"what", "which", "who"} and low[2].endswith("ing"):
        return " ".join(words)
    done = next((i for i in range(3, min(NEAR, len(low))) if low[i] in _HOW_DONE), 0)
    return " ".join((words[0], *words[2:done], words[1], *words[done:])) if done and low[0] == "how" else ""


def _yes_or_no(words: list[str], low: list[str]) -> str:
    if low[0] == "do":
        return f"whether {' '.join(words[1:])}"
    if low[0] in _INVERTED and low[1] in _PRONOUNS:
        return f"whether {' '.join((words[1], low[0], *words[2:]))}"
    return ""


def _low(word: str) -> str:
    return word.casefold().strip(".,;:!?“”\"'")


def quoted(text: str) -> str:
    """The question in quotation marks, where it is short enough to be said again; its first clause where it is not."""
    said = bare(text)
    if len(said.split()) > QUOTED_WORDS:
        said = first_clause(said)
    plain = " ".join(said.translate(_NO_MARKS).split())
    return f"“{plain}”" if len(plain.split()) <= QUOTED_WORDS else ""


_NO_MARKS = {ord(mark): None for mark in '"“”„«»'}
