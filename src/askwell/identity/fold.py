"""Letters brought to one form for comparing: case, accents, ligatures, invisible marks; look-alikes stay different."""

import re
import unicodedata

# Letters that Unicode does not take apart, and that people leave out on a keyboard without them.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
# Zero-width and direction marks, soft hyphens, variation selectors, control characters.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# Marks over letters in Latin, Greek and Cyrillic, Hebrew points, Arabic vowels; elsewhere a mark is a letter's body.
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u064b-\u065f\u0670]")
LONGEST = 400  # characters of a name or company that are looked at; a longer one is no name


def has_signs(text: str) -> bool:
    """Whether a letter is Chinese, Japanese or Korean, where a name is one word; a pattern would take 3 ms to load."""
    return not text.isascii() and any(
        "\u1100" <= c <= "\u11ff" or "\u3040" <= c <= "\u30ff" or "\u3400" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af"
        for c in text
    )


def visible(text: str) -> str:
    """The text as it is meant to be read: no invisible marks, white space single, in composed form."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) if "  " in text or text[:1] == " " or text[-1:] == " " else text
    shown = _CONTROL.sub(" ", _INVISIBLE.sub("", text))
    return " ".join(unicodedata.normalize("NFC", shown).split())


def fold(text: str) -> str:
    """Lower case without accents, at most `LONGEST` characters. Cyrillic a and Latin a stay two letters."""
    text = text[:LONGEST]
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text).casefold())
    return unicodedata.normalize("NFC", _MARKS.sub("", apart)).translate(_LETTERS)


def loose(word: str) -> str:
    """A folded word with ae, oe and ue as a, o and u: Mueller and Müller are one spelling."""
    if "e" not in word:
        return word
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
