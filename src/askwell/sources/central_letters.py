"""Tables of Central Europe in the eight-bit codes of Windows and ISO: told by words whose letters one language has.

Nearly all of their bytes mean some letter in Western Europe too, so single letters tell little: ø and í are both
Western, but no language there writes Dvořák's name with both.
"""

import re

CODES = ("cp1250", "iso8859-2")
_PLAIN = 0.9  # share of the words that must fit for a code to be believed
_MORE = 0.25  # and how many more than with the code that is usual
_WORD = re.compile(r"[^\s,;:|\"'‘’“”„«»–—…•·()<>/@.\d_-]+")
_MOST = 4000  # words that are looked at
_CENTRAL = ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţșț")
_WESTERN = (
    "äöüßé", "àâæçéèêëîïôœùûüÿ", "áéíóúüñçªº", "áàâãçéêíóôõúü", "àèéìíîòóùú", "åäöéæøüô", "áéëïíóöúü", "áðéíóúýþæö",
)  # fmt: skip


def code_of(data: bytes) -> str:
    """The code of Central Europe that the bytes are in, "" where Western Europe or none explains them as well."""
    usual = _share(data.decode("cp1252", "replace"), _WESTERN)
    found = [(_share(data.decode(code, "replace"), _CENTRAL), code) for code in CODES]
    share, code = max(found, key=lambda one: one[0])
    return code if share >= _PLAIN and share - usual >= _MORE else ""


def _share(text: str, languages: tuple[str, ...]) -> float:
    """Of the words with letters of their own, those that a single language can have written."""
    words = [word for word in _WORD.findall(text) if not word.isascii()][:_MOST]
    return sum(_fits(word, languages) for word in words) / len(words) if words else 0.0


def _fits(word: str, languages: tuple[str, ...]) -> bool:
    own = {letter for letter in word.lower() if not letter.isascii()}
    is_cased = word == word.lower() or word == word.upper() or word[1:] == word[1:].lower()
    return is_cased and any(own <= set(language) for language in languages)
