"""A role as it stands within a sentence: in lower case but for its acronyms and names, with its "a" or "an"."""

import re

_SMALL = frozenset("of for and in the a an to with at on by or de der und im für et la le y".split())
# Names that begin with a capital wherever they stand: tongues, countries' words, tools.
_PROPER = frozenset(
    """english spanish french german italian portuguese russian chinese mandarin japanese korean arabic polish dutch
    swedish turkish hindi latin greek american british european african asian indian irish excel salesforce java
    javascript python ruby rust oracle linux windows android montessori google microsoft amazon adobe photoshop tableau
    kubernetes azure""".split()
)
_AS_AN = re.compile(r"[aeio]|u(?!(?:ni(?!n)|s[aeiu]|t[aeio]|r[aeio]|bi|k\b))|hour|honest|hono|heir|x-|8|11\b|18\b")
_AS_A = re.compile(r"eu|ewe|one\b|once\b|uni(?!n)")
_SPOKEN_AS_AN = frozenset("AEFHILMNORSX8")  # letters that begin with a vowel as they are spelled out: an S&OP manager
# German nouns keep their capital within an English sentence too.
_GERMAN = re.compile(
    r"[A-ZÄÖÜ]\w*(?:[äöüß]\w*|kraft|schwester|arzt|anwalt|koch|kauf(?:mann|frau|leute)"
    r"|(?:leiter|pfleger|meister|berater|ingenieur|entwickler|lehrer|schweisser|bearbeiter|referent|techniker|erzieher"
    r"|schreiner|tischler|fahrer|planer)(?:in)?)"
)
_ALONE = [[word] for word in "head chief director vp president vice ceo coo cfo cto deputy".split()]
LONGEST_SHOUT = 4  # letters of a word all in capitals that may be an acronym, where the whole role is in capitals


def within(role: str) -> str:
    """Within a sentence: warehouse manager, S&OP manager, teacher of English, iOS developer."""
    words = role.split()
    shouted = role.isupper() and len(words) > 1
    lower_ones = any(word.islower() and word.casefold() not in _SMALL for word in words)
    return " ".join(
        _within(word, named=lower_ones and number > 0, shouted=shouted) for number, word in enumerate(words)
    )


def _within(word: str, *, named: bool, shouted: bool) -> str:
    plain = word.casefold().strip(".,()/-")
    if shouted:
        return word.lower() if len(plain) > LONGEST_SHOUT or plain in _SMALL else word
    if named or plain in _PROPER or _GERMAN.fullmatch(word):
        return word
    return "-".join(part if _is_written_so(part) else part.lower() for part in word.split("-"))


def _is_written_so(part: str) -> bool:
    """Whether its capitals belong to it: S&OP, DevOps, iOS."""
    return any(letter.isupper() for letter in part[1:])


def as_one_says(role: str) -> str:
    """What one works as: a warehouse manager, but head of people."""
    return within(role) if role.casefold().split()[:1] in _ALONE else with_article(role)


def article(noun: str) -> str:
    """The "a" or "an" that a noun takes, as it is spoken."""
    first = noun.split(maxsplit=1)[0] if noun.split() else ""
    letters = first.partition("-")[0]
    if letters.isupper():
        return "an" if letters[0] in _SPOKEN_AS_AN else "a"
    said = first.casefold()
    return "an" if _AS_AN.match(said) and not _AS_A.match(said) else "a"


def with_article(role: str) -> str:
    """A role with its article, within a sentence: a warehouse manager, an S&OP manager."""
    said = within(role)
    return f"{article(said)} {said}"
