"""Verbs in the past, and who did it: I, you, or somebody else; and what I will or will not do, whatever the verb."""

import re
from dataclasses import dataclass
from typing import Final

_IRREGULAR: Final = frozenset(
    """got had went came said told took gave made met spoke rang sent wrote put led sat ran saw found kept left began heard held paid
    brought bought thought knew won lost built broke drove fell flew grew rose sold stood taught threw understood wore did was were
    read let cut hit set shut cost lent sang drew chose became felt slept spent meant dealt swore bit bid hid shook stuck struck swung
    caught fought sought dug hung lit beat shot woke forgot forgave rode tore""".split()
)
_NOT_PAST: Final = frozenset(
    """need feed speed seed indeed hundred red bed led-to united limited sacred naked wicked advanced related experienced based
    interested used supposed pleased delighted honored honoured excited tired married aged skilled gifted attached enclosed
    worried surprised embarrassed confused relieved thrilled touched obliged indebted""".split()
)
_MIND: Final = frozenset(
    "was were had thought knew understood felt meant read let heard forgot wanted needed hoped wished loved liked noticed realized "
    "realised wondered believed enjoyed promised mentioned learned learnt attached enclosed".split()
)
_SKIP: Final = frozenset("have has just also then finally actually already even really both all only never not did duly".split())
_PEOPLE: Final = {"i": "me", "we": "me", "you": "you"}


@dataclass(frozen=True, slots=True)
class Deeds:
    """How many verbs of doing in the past: mine, the reader's, anybody else's."""

    mine: int = 0
    yours: int = 0
    others: int = 0


def is_past(word: str) -> bool:
    return word in _IRREGULAR or (word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST)


def deeds(plain: str) -> Deeds:
    """Past verbs by the pronoun before them; thinking, feeling and reading are no deeds."""
    count = {"me": 0, "you": 0, "other": 0}
    who, since = "other", 0
    for word in plain.split():
        if word in _PEOPLE or word in {"he", "she", "they", "it", "who", "which"}:
            who, since = _PEOPLE.get(word, "other"), 0
        elif word in {"the", "a", "my", "your", "our", "their", "his", "her"} and since:
            who = "other"
        elif is_past(word) and word not in _MIND and word not in _SKIP:
            count[who] += 1
            since += 1
        else:
            since += word not in _SKIP
    return Deeds(count["me"], count["you"], count["other"])


_WILL: Final = re.compile(
    r"(?<!\S)(?:i|we) (?:will|would|can|could|shall|might|am going to|am happy to|am glad to|may) (?:(?:just|also|then|gladly|happily|certainly|"
    r"always|try to|try and|see to it|be able to|love to|be happy to|be glad to|be honored to|be honoured to|be delighted to|come and|go and|even|"
    r"still|of course) ){0,2}([a-z]+) ((?:\S+ ){1,9})"
)
_NO_FAVOR: Final = frozenset(
    """see be have say think imagine understand need want hope miss remember forget love leave let stop go wait not never rather like only
    tell ask know believe assume guess bet feel suppose agree argue prefer recommend suggest advise add admit confess hear start begin focus
    skip avoid use call use stay lean worry die cry kill hate mind bore spare burden bother drop cut put take keep steer urge""".split()
)
_FOR: Final = frozenset("you your yours them him her it".split())
_WONT: Final = re.compile(
    r"(?<!\S)(?:i|we) (?:do|can|could|will|would|am|are|may|must|have|would like to but can) (?:not|never) (?:(?:really|possibly|honestly|just|even|usually|"
    r"ever|normally|actually|currently) ){0,2}([a-z]+) "
)
_NO_REFUSAL: Final = frozenset(
    """know mind remember hesitate worry believe understand wait imagine thank need sure certain care blame doubt agree complain
    recall recommend think see hear get be been want yet sleep stop help resist expect regret rate like trust promise tell say lie joking kidding
    surprised alone the a there here that so what heard seen had done met forgotten forget stress overstate emphasize emphasise""".split()
)


def favor_promised(plain: str) -> bool:
    """ "I will" or "I could", a verb of doing, and somebody it is for."""
    for found in _WILL.finditer(plain):
        if found.group(1) not in _NO_FAVOR and _FOR & set(found.group(2).split()):
            return True
    return False


def refused(plain: str) -> bool:
    """ "I don't", "I can't", "we won't", and a verb of doing."""
    return any(found.group(1) not in _NO_REFUSAL for found in _WONT.finditer(plain))
