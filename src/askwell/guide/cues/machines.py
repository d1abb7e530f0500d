"""Messages that nobody wrote to anybody: absences, bounces and tickets about an earlier mail, and mass mail."""

import re
from typing import Final

from askwell.domain.cues import CueType
from askwell.domain.messages import Writer
from askwell.guide.cues.frame import Frame, is_role
from askwell.guide.cues.plain import Sentence
from askwell.guide.cues.verdict import Reading, reading

_SUBJECT: Final = re.compile(
    r"(?:re |fwd? )?(?:automatic (?:reply|response)|auto ?(?:reply|response|antwort|svar)|out of (?:the )?office"
    r"|ooo\b|undeliver|returned mail|delivery (?:status|failure|has failed)|mail delivery|failure notice"
    r"|message not delivered|abwesenheit|automatische antwort|unzustellbar|nicht zustellbar|reponse automatique"
    r"|absence du bureau|respuesta automatica|fuera de la oficina|risposta automatica|fuori ufficio"
    r"|resposta automatica|fora do escritorio|automatisch antwoord|afwezig|autosvar|automatiskt svar"
    r"|read receipt|not read )"
)
_HINT: Final = re.compile(r"\b(?:ticket|case|request|away|leave|vacation|holiday|urlaub|received your|conge|ferie)\b")
_DAEMON: Final = re.compile(r"mailer-?daemon|postmaster|mail delivery|mdaemon")
MACHINES_SAY: Final = frozenset({"machine", "absent-elsewhere", "absence"})  # the tags that `auto` rests on
LEAST: Final = 2.0


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
    personal = frame.message.writer is Writer.PERSON and not is_role(frame.message.sender)
    score = _about_mail(frame, said=said)
    if personal and not _SUBJECT.match(frame.subject.plain):
        hits = sum(1 for s in frame.sentences if s.has("machine", "absent-elsewhere"))
        score = 2.0 if hits >= 2 and frame.words <= 90 and "absence" in _tags(frame) else 0.0
    evidence = strongest if strongest is not None and said else (frame.sentences or [frame.subject])[0]
    return reading(CueType.AUTO, evidence, score=score, least=LEAST)


def _strength(sentence: Sentence) -> float:
    return max(sentence.tags.get("machine", 0.0), sentence.tags.get("absent-elsewhere", 0.0))


def _tags(frame: Frame) -> set[str]:
    return {tag for s in frame.sentences for tag in s.tags}


def is_for_many(frame: Frame) -> bool:
    """Whether sender and addressees already say that it is no letter to the seeker."""
    message = frame.message
    return message.writer is Writer.BULK or is_role(message.sender) or not frame.addressed or frame.to_list


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
