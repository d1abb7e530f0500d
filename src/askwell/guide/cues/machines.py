"""Messages that nobody wrote to anybody: absences, bounces and tickets about an earlier mail, and mass mail."""

import re
from typing import Final

from askwell.domain.cues import CueType
from askwell.domain.messages import Writer
from askwell.guide.cues.frame import Frame, is_role
from askwell.guide.cues.plain import Sentence
from askwell.guide.cues.verdict import FAINT, Reading, reading
from askwell.guide.cues.weighing import throughout

_SUBJECT: Final = re.compile(
    r"(?:automatic (?:reply|response)|auto ?(?:reply|response|antwort|svar)|out of (?:the )?office"
    r"|ooo\b|undeliver|returned mail|delivery (?:status|failure|has failed)|mail delivery|failure notice"
    r"|message not delivered|abwesenheit|automatische antwort|unzustellbar|nicht zustellbar|reponse automatique"
    r"|absence du bureau|respuesta automatica|fuera de la oficina|risposta automatica|fuori ufficio"
    r"|resposta automatica|fora do escritorio|automatisch antwoord|afwezig|autosvar|automatiskt svar"
    r"|read receipt|not read |fuori sede|absente? du bureau|abwesend\b|ausente\b|assente\b|ausencia\b|nao entregue"
    r"|falha na entrega|mancata consegna|avviso di mancat|non recapit|non remis|no se (?:pudo|puede) entregar"
    r"|zustellung|niet (?:af|be)|onbestelbaar|your message to .* (?:awaits|was (?:blocked|held|refused|rejected)))"
)
_HINT: Final = re.compile(r"\b(?:ticket|case|request|away|leave|vacation|holiday|urlaub|received your|conge|ferie)\b")
_DAEMON: Final = re.compile(r"mailer-?daemon|postmaster|mail delivery|mdaemon")
MACHINES_SAY: Final = frozenset({"machine", "absent-elsewhere", "absence"})  # the tags that `auto` rests on
LEAST: Final = 2.0
MOST_WORDS: Final = 160  # in a note of absence
TO_ANYBODY: Final = 1.5
UNLIKELY: Final = 0.5
A_HIT: Final = 0.5
GREETED: Final = 0.7  # so much less where it calls her by name
OF_HERSELF: Final = 1.0
OF_OFFICES: Final = 2.0
CLEARLY: Final = 1.2
_FOR_HER: Final = (CueType.OFFER, CueType.HELP, CueType.MEETING, CueType.INTRODUCTION)
_IS: Final = frozenset(
    """is was has will no retired left does doesn't comes reads returns had teaches works worked checks died
    passed""".split()
)
_CALLED: Final = re.compile(r"\b\w++(?=\s*(?:[,!:;.–—-]|\n|$))")


def _about_mail(frame: Frame, *, said: float) -> float:
    """How much speaks for a machine that answers an earlier mail."""
    message = frame.message
    sender = f"{message.sender.handle} {message.sender.name}".lower()
    score = said * 0.5
    score += 2.5 if message.writer is Writer.MACHINE else 0.0
    score += 3.0 if _DAEMON.search(sender) else 0.0
    score += 2.5 if _SUBJECT.match(frame.subject.plain) else 0.5 if said and _HINT.search(frame.subject.plain) else 0.0
    if message.writer is Writer.BULK and not frame.answers:
        score -= 2.0
    return score


def auto(frame: Frame) -> Reading | None:
    """The cue of a machine's answer."""
    strongest = max(frame.sentences, key=_strength, default=None)
    said = _strength(strongest) if strongest is not None else 0.0
    score = _about_mail(frame, said=said)
    heard = frame.heard.get(CueType.AUTO, ())
    if frame.message.writer is Writer.PERSON and not _SUBJECT.match(frame.subject.plain):
        if heard and _greets(frame):
            return Reading(CueType.AUTO, frame.sentences[0], FAINT, said=throughout(heard) - GREETED)
        score = max(score, _of_an_office(frame)) if is_role(frame.message.sender) else _own_words(frame)
    evidence = strongest if strongest is not None and said else (frame.sentences or [frame.subject])[0]
    return reading(CueType.AUTO, evidence, score=score, least=LEAST)


def _own_words(frame: Frame) -> float:
    """How much speaks for a note that answers everybody alike, in words that somebody once wrote for it.

    Such a note answers her alone, calls nobody by name, asks and offers nothing, is short; the rest the model hears.
    """
    hits = sum(1 for s in frame.sentences if s.has("machine", "absent-elsewhere"))
    if not frame.answers or frame.thirds or frame.words > MOST_WORDS or _greets(frame):
        return 0.0
    if any(s.asks or _is_for_her(frame, at) for at, s in enumerate(frame.sentences)):
        return UNLIKELY
    return TO_ANYBODY + min(hits, 2) * A_HIT + (OF_HERSELF if _of_its_owner(frame) else 0.0)


def _of_its_owner(frame: Frame) -> bool:
    """Whether it speaks of its sender as of somebody else: "Milo is under a piano somewhere"."""
    if not frame.senders:
        return False
    rows = (
        (one.words, at) for one in frame.sentences for at, word in enumerate(one.words[:6]) if word in frame.senders
    )
    return any(not _IS.isdisjoint(words[at + 1 : at + 3]) and "i" not in words for words, at in rows)


def _of_an_office(frame: Frame) -> float:
    """How much speaks for an office that answers everybody alike: it calls nobody by name."""
    hits = sum(1 for s in frame.sentences if s.has("machine", "absent-elsewhere"))
    return OF_OFFICES + min(hits, 2) * A_HIT if frame.answers and not _greets(frame) else 0.0


def _is_for_her(frame: Frame, at: int) -> bool:
    """Whether the model hears in a sentence what is told to one person, and nothing of a machine."""
    return frame.said(CueType.AUTO, at) < 0 and any(frame.said(kind, at) >= CLEARLY for kind in _FOR_HER)


def _greets(frame: Frame) -> bool:
    """Whether it begins with the seeker's name."""
    return not frame.mine.isdisjoint(word.lower() for word in _CALLED.findall(frame.message.text[:80]))


def _strength(sentence: Sentence) -> float:
    return max(sentence.tags.get("machine", 0.0), sentence.tags.get("absent-elsewhere", 0.0))


def is_for_many(frame: Frame) -> bool:
    """Whether sender and addressees already say that it is no letter to the seeker."""
    message = frame.message
    return message.writer is Writer.BULK or is_role(message.sender) or not frame.addressed or frame.to_list


def answers_for_an_office(frame: Frame) -> bool:
    """Whether an office or its machine answers what the seeker wrote, and nobody else."""
    message = frame.message
    return message.writer is not Writer.BULK and frame.answers and frame.addressed and not frame.to_list


def is_mass(frame: Frame) -> bool:
    """Newsletters, announcements, blasts and mail of offices: nothing in them is meant for the seeker alone."""
    if is_for_many(frame):
        return True
    marks = sum(1 for s in frame.everything if "mass" in s.tags)
    return marks >= 2 or (marks == 1 and frame.words > 0 and _hard_sell(frame))


def _hard_sell(frame: Frame) -> bool:
    mass = next(s for s in frame.everything if "mass" in s.tags)
    return any(
        word in mass.plain
        for word in ("unsubscribe", "dear members", "your profile", "opt out", "apply now", "click here")
    )
