"""Names in Cyrillic and Greek letters as they are written in Latin ones: Иван Петров is Ivan Petrov.

Only whole words are: a word that mixes alphabets is no spelling, and one that looks alike is not the same.
"""

_LETTERS = dict(
    pair.split(":")
    for pair in """а:a б:b в:v г:g ґ:g д:d е:e ё:e є:ie ж:zh з:z и:i і:i ї:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t
    у:u ў:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya ј:j љ:lj њ:nj ћ:c ђ:dj џ:dz
    α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o""".split()
)


def romanized(word: str) -> str:
    """A folded word in Latin letters; "" where it is in them already, or not wholly in letters that are known here."""
    if not word or word.isascii() or not all(letter in _LETTERS for letter in word):
        return ""
    return "".join(map(_LETTERS.__getitem__, word))
