"""What a job title means: its function (demand planning, nursing) and how senior it is, in seven languages."""

import re
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache

from askwell.identity import wordlists
from askwell.identity.fold import fold

ASSISTS, ORDINARY, SENIOR, MANAGES, DIRECTS, TOP = 1, 2, 3, 4, 5, 6
LONGEST_PHRASE = 5
_LISTS = ("titles.txt", "titles_more.txt")
LONGEST_TITLE = 200  # characters; a longer one is a text about oneself, and its beginning says enough
AND = "&"


class Likeness(IntEnum):
    """How near two titles are: nothing in common, the same family of work, the same job at any level."""

    NONE = 0
    FAMILY = 1
    ROLE = 2


@dataclass(frozen=True, slots=True)
class Title:
    """A title, read.

    `functions` name the job itself, `also` what it is about besides; `level` is 0 (intern) to 6 (top); `past` where
    it is said to be a former one, `seeks` where it tells what somebody looks for.
    """

    functions: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    level: int = ORDINARY
    words: frozenset[str] = frozenset()
    past: bool = False
    seeks: bool = False
    families: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Function:
    family: str
    label: str
    wide: bool


@dataclass(slots=True)
class _Vocabulary:
    words: dict[str, str] = field(default_factory=dict)
    compounds: tuple[str, ...] = ()
    levels: dict[str, int] = field(default_factory=dict)
    functions: dict[str, _Function] = field(default_factory=dict)
    above: dict[str, frozenset[str]] = field(default_factory=dict)
    phrases: dict[tuple[str, ...], list[tuple[str, str]]] = field(default_factory=dict)
    starts: dict[str, int] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)

    def has(self, token: str) -> bool:
        """Whether a token is a word of the lists as it stands."""
        return token in self.words or token in self.starts or token in self.levels


_SHORT = {
    "sr": "senior", "jr": "junior", "snr": "senior", "mgr": "manager", "mngr": "manager", "mgmt": "manager",
    "dir": "director", "eng": "engineer", "engr": "engineer", "dev": "developer", "asst": "assistant",
    "assoc": "associate", "coord": "coordinator", "supv": "supervisor", "acct": "account", "rep": "representative",
    "reps": "representative", "svp": "vp", "evp": "vp", "avp": "vp", "gm": "general manager", "admin": "administrator",
    "exec": "executive", "specialists": "specialist", "principals": "principal", "vicepresidente": "vp",
    "vicepresident": "vp", "gf": "geschaftsfuhrer", "dg": "directeur general", "cofounder": "founder", "intl": "",
}  # fmt: skip
_WHOLE = {
    "s&op": "snop", "s & op": "snop", "s&oe": "snop", "fp&a": "fpna", "r&d": "rnd", "l&d": "lnd", "m&a": "mna",
    "f&b": "fnb", "vice president": "vp", "vice-president": "vp", "v.p.": "vp", "co-founder": "founder",
    "school principal": "school director", "im bereich": " ", "im ruhestand": "retired",
}  # fmt: skip
_WRITTEN = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_WHOLE, key=len, reverse=True)))})(?!\w)")
_EQUAL = {
    "and": AND, "und": AND, "et": AND, "y": AND, "e": AND, "en": AND, "&": AND, "/": AND, "+": AND, "|": AND,
}  # fmt: skip
_SILENT = frozenset(
    "of the de du des la le der die das del in a an d l da do dos das di della dei delle degli van het el los".split()
)
# What tells no job by itself, so that the words before it do: Data Entry Operator.
_PLAIN = frozenset(
    """member worker number officer practitioner operator tender helper collector investigator broker demonstrator
    minister commissioner user leader customer""".split()
)
_MANAGING = frozenset({"management", "gestion", "gestao", "gestione", "beheer"})  # a field, not a rank
_WORK_TOO = frozenset({"controller", "secretary", "receptionist", "clerk"})  # ranks that name the work as well
_LEARNERS = frozenset(  # whatever else the title says; an intern coordinator is no intern
    "praktikant praktikantin werkstudent werkstudentin auszubildende auszubildender azubi stagiaire becario becaria"
    " estagiario estagiaria tirocinante stagista stagiair alternant alternante lehrling volontar volontarin".split()
)
_PARTNERS = frozenset({"managing", "senior", "equity", "founding", "general", "&"})
_CUT = re.compile(r"(?:^|\s)(?:at|@|bei|chez|bij|presso)\s|@")
_SEGMENT = re.compile(r"[,;:•·()\[\]]|\s[-–—]+\s|\s(?:for|to|fur|pour|para|per|voor)\s")
_TOKEN = re.compile(r"[^\W_]+|[&/+|]")
_PAST = re.compile(
    r"(?:ex|former|formerly|fmr|one-?time|retired|ret|previously|ehemals|ehemaliger?|pensionierter?|ancien|ancienne"
    r"|retraitee?|antigu[oa]|jubilad[oa]|antig[oa]|aposentad[oa]|pensionat[oa]|voormalig|gepensioneerde?)\b[\s.-]*"
)
_OVER = re.compile(  # a part of a title that says only this
    r"(?:ex|former|formerly|fmr|previously|in the past|retired|ret|emeritus|emerita|i\.? ?r|a\.? ?d|im ruhestand"
    r"|en retraite|retraitee?|jubilad[oa]|aposentad[oa]|in pensione|pensionat[oa]|gepensioneerd"
    r"|ehemals|ehemalig|fruher|ancien|anciennement|antes|voormalig)\.?"
)
_EX = re.compile(r"ex-([^\W\d_]{2,})\s+(?=\w)")
_EMERITUS = re.compile(r"\bemerit(?:us|a|o)\b|\s(?:i\.? ?r|a\.? ?d)\.$|\s(?:retired|ret\.|formerly|ex)$")
_NOW = re.compile(r"(?:now|currently|today|jetzt|heute|aujourd'hui|ahora)\b:?\s+")  # what somebody is after all
# Stems of what follows, for a quick look before the exact one.
_SEEKING = (
    "seek", "look", "search", "open", "avail", "aspir", "such", "hop", "want", "cherche", "busc", "procura", "cerca",
    "zoek",
)  # fmt: skip
# What somebody says to look for is no work of theirs: it goes to the end of that part of the title.
_SEEKS = re.compile(
    r"\b(?:(?:actively |currently )?(?:seeking|looking for|searching for|in search of|open to|open for|available for"
    r"|hoping to|wants? to)|aspiring|aspirant|auf der suche nach|suche(?: nach)?|sucht|(?:a la |en )?recherche d[eu']"
    r"|buscando|en busca de|(?:a procura|em busca) de|in cerca di|alla ricerca di|op zoek naar)\b[^,;|•·()\[\]]*"
)
_WHATEVER = frozenset({"lehrer", "lehrerin", "arzt", "arztin"})  # a teacher or doctor of whatever stands before
_LINK = re.compile(r"(?:s|en|n)$")


@lru_cache(maxsize=1)
def _vocabulary() -> _Vocabulary:
    known = _Vocabulary()
    section, family = "", ""
    for line in (line for name in _LISTS for line in wordlists.text(name).splitlines()):
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            family = _learn(known, section, line, family)
    return known


def _learn(known: _Vocabulary, section: str, line: str, family: str) -> str:
    if section == "words":
        one, _, forms = line.partition(" = ")
        known.words.update(dict.fromkeys(forms.split(), one))
    elif section == "compounds":
        known.compounds = tuple(sorted({*known.compounds, *line.split()}, key=lambda end: (-len(end), end)))
    elif section == "levels":
        level, _, forms = line.partition(" = ")
        for word in forms.split():
            known.levels.setdefault(word, int(level))
    elif section == "more":
        _learn_more(known, line)
    elif "|" not in line:
        family, _, above = (part.strip() for part in line.partition("<"))
        known.above[family] = frozenset(above.split())
    else:
        name, label, phrases = (part.strip() for part in line.split("|"))
        _learn_function(known, name, family, label)
        _learn_phrases(known, name.rstrip("*"), phrases)
    return family


def _learn_more(known: _Vocabulary, line: str) -> None:
    """Further phrases of a function, or a new one that names its family."""
    if "|" in line:
        name, family, label, phrases = (part.strip() for part in line.split("|"))
        _learn_function(known, name, family, label)
    else:
        name, _, phrases = line.partition(" = ")
    _learn_phrases(known, name.rstrip("*"), phrases)


def _learn_function(known: _Vocabulary, name: str, family: str, label: str) -> None:
    known.functions[name.rstrip("*")] = _Function(family, label, wide=name.endswith("*"))


def _learn_phrases(known: _Vocabulary, function: str, phrases: str) -> None:
    for phrase in map(str.strip, phrases.split(",")):
        tokens = tuple(known.words.get(t, t) for t in phrase.rstrip("~?^").split() if t not in _SILENT)
        known.phrases.setdefault(tokens, []).append((function, phrase[-1]))
        if not phrase.endswith("^"):
            known.heads.add(tokens[-1])
        known.starts[tokens[0]] = max(len(tokens), known.starts.get(tokens[0], 0))


@lru_cache(maxsize=16384)
def _meaning(token: str) -> tuple[str, ...]:
    """The canonical words of one token: abbreviations written out, forms brought to one, compounds taken apart."""
    known = _vocabulary()
    token = _EQUAL.get(token, token)
    if token in _SHORT:
        return tuple(known.words.get(t, t) for t in _SHORT[token].split())
    if token in known.words:
        return (known.words[token],)
    if token in _SILENT:
        return ()
    return (token,) if known.has(token) else _taken_apart(token)


def _taken_apart(token: str) -> tuple[str, ...]:
    """The words within a plural or a German compound; the token itself where it is neither."""
    known = _vocabulary()
    if token.endswith("s") and known.has(token[:-1]):
        return _meaning(token[:-1])
    for ending in known.compounds:
        front = token.removesuffix(ending)
        if len(front) >= 3 and front != token:
            for stem in (front, _LINK.sub("", front)):
                if stem in known.words or stem in known.starts:
                    return (known.words.get(stem, stem), known.words.get(ending, ending))
            if ending in _WHATEVER:
                return (known.words[ending],)
    return (token,)


def _tokens(text: str) -> list[str]:
    return [word for token in _TOKEN.findall(text) for word in _meaning(token)]


def _functions(tokens: list[str]) -> tuple[list[tuple[str, int, int]], set[int]]:
    """What the words name, longest phrase first: (function, from, to); and places of words that are no level.

    A vague word ("?" in the list: consultant, technician) tells something only where no other word stands before it,
    a plain one ("^": operator, guide) only as the last word of a title that names nothing else.
    """
    known, found, silent, at = _vocabulary(), list[tuple[str, int, int]](), set[int](), 0
    while at < len(tokens):
        longest = min(known.starts.get(tokens[at], 0), len(tokens) - at, LONGEST_PHRASE)
        for length in range(longest, 0, -1):
            hits = known.phrases.get(tuple(tokens[at : at + length]), ())
            hit = next((hit for hit in hits if _counts(hit[1], tokens, at, length, found=bool(found))), None)
            if hit:
                found.append((hit[0], at, at + length))
                if hit[1] == "~":
                    silent.update(range(at, at + length))
                at += length - 1
                break
        at += 1
    return found, silent


def _counts(mark: str, tokens: list[str], at: int, length: int, *, found: bool) -> bool:
    if mark == "?":
        return all(token in _vocabulary().levels for token in tokens[:at])
    return mark != "^" or (not found and _is_last(tokens, at + length))


def _is_last(tokens: list[str], end: int) -> bool:
    """Whether nothing but a number follows: Operator II."""
    return all(token.isdigit() or len(token) < 3 for token in tokens[end:])


def _primary(found: list[tuple[str, int, int]], tokens: list[str]) -> list[str]:
    """The last function names the job, for English puts the head last; those joined to it by "and" are equals."""
    if not found:
        return []
    chosen = [found[-1][0]]
    for before, after in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if AND not in tokens[before[2] : after[1]]:
            break
        chosen.insert(0, before[0])
    return list(dict.fromkeys(chosen))


def _names_another_job(tokens: list[str], found: list[tuple[str, int, int]]) -> bool:
    """Whether the last word is the name of a job nobody here knows: advertising installer, video repairer."""
    last, known = len(tokens) - 1, _vocabulary()
    if last < 0 or (found and found[-1][2] > last) or tokens[last] in known.levels or tokens[last] in known.heads:
        return False
    return tokens[last].endswith(("er", "or", "ist", "ian", "man")) and tokens[last] not in _PLAIN


def _level(tokens: list[str], *, silent: set[int], executive: bool) -> int:
    known = _vocabulary()
    if tokens and tokens[-1] == "partner" and _PARTNERS.issuperset(tokens[:-1]):
        return TOP
    levels = [known.levels[t] for at, t in enumerate(tokens) if at not in silent and t in known.levels]
    levels += [MANAGES for t in tokens if t.endswith(("leiter", "leiterin"))]
    if 0 in levels and (max(levels) < MANAGES or not _LEARNERS.isdisjoint(tokens)):
        return 0
    if tokens and tokens[-1] == "lead":
        levels.append(MANAGES)
    if not levels:
        return SENIOR if silent else ORDINARY
    top = max(levels)
    if 1 in levels and top > 1:
        return 1 if executive else max(top - 1, 1)  # an assistant director directs less than a director
    return top


@lru_cache(maxsize=65536)
def read(title: str) -> Title:
    """The meaning of a title as somebody wrote it; an unknown one has no functions, only its words."""
    text = fold(title[:LONGEST_TITLE])
    text = _WRITTEN.sub(lambda written: _WHOLE[written[0]], text)
    seeks = any(stem in text for stem in _SEEKING) and bool(_SEEKS.search(text))
    text = _CUT.split(text, maxsplit=1)[0]
    text = _SEEKS.sub(" ", text) if seeks else text
    text = _without_former_company(text.strip())
    past = bool(_PAST.match(text))
    pieces = [s.strip() for s in _SEGMENT.split(text) if s.strip()]
    segments = [s for s in pieces if not _OVER.fullmatch(s) and (past or not _PAST.match(s))]
    parts = [(_PAST.sub("", s, count=1) if past else s) for s in segments]
    past = past or any(_OVER.fullmatch(s) or _EMERITUS.search(s) for s in pieces)
    if past and (now := [_NOW.sub("", s, count=1) for s in pieces if _NOW.match(s)]):
        parts, past = now, False
    return _of_parts(parts, past=past, seeks=seeks)


def _without_former_company(text: str) -> str:
    """An ex-Google analyst is an analyst of today, an ex-analyst none."""
    found = _EX.match(text)
    return text[found.end() :] if found and _taken_apart(found[1]) == (found[1],) and not _is_word(found[1]) else text


def _is_word(token: str) -> bool:
    return _vocabulary().has(token) or token in _SHORT or token in _WHOLE.values()


def _of_parts(parts: list[str], *, past: bool, seeks: bool) -> Title:
    """The first part that names a job names it; others tell what it is about besides. The first tells the rank."""
    functions, also, words = list[str](), list[str](), set[str]()
    level, known = -1, _vocabulary()
    for part in parts:
        tokens = _tokens(part)
        found, silent = _functions(tokens)
        if level < 0:
            level = _rank(part, tokens, silent)
        chosen = _primary(found, tokens) if not functions and not _names_another_job(tokens, found) else []
        functions += chosen
        also += [f for f, _, _ in found if f not in functions]
        words.update(t for t in tokens if t != AND and (t not in known.levels or t in _WORK_TOO) and not t.isdigit())
    family = frozenset(known.functions[function].family for function in functions)
    level = level if level >= 0 else ORDINARY
    return Title(tuple(functions), tuple(dict.fromkeys(also)), level, frozenset(words), past, seeks, family)


def _rank(part: str, tokens: list[str], silent: set[int]) -> int:
    """How senior a part is; whoever works in something's management does not manage people by that."""
    words = _TOKEN.findall(part)
    if not _MANAGING.isdisjoint(words):
        tokens = _tokens(" ".join(word for word in words if word not in _MANAGING))
        silent = _functions(tokens)[1]
    return _level(tokens, silent=silent, executive="executive" in tokens or "personal" in tokens)


def likeness(title: Title, role: Title) -> Likeness:
    """How near a title is to a role; unknown words count only where all words of the role stand in the title."""
    known = _vocabulary()
    if not role.functions:
        return Likeness.ROLE if role.words and role.words <= title.words else Likeness.NONE
    if not title.functions:
        return Likeness.NONE
    shared = set(title.functions) & set(role.functions)
    if role.functions[-1] in shared or set(role.functions) <= set(title.functions):
        wide = all(known.functions[f].wide for f in shared)
        return Likeness.ROLE if not wide or title.words & role.words else Likeness.FAMILY
    if shared or title.families & role.families:
        return Likeness.FAMILY
    return Likeness.NONE


def decides(title: Title, role: Title) -> bool:
    """Whether somebody with this title is likely to have a say in hiring for the role: above it, in its own line."""
    if title.level < max(DIRECTS, role.level) or title.past:
        return False
    line = set(role.functions) | _lines_above(role, but=frozenset())
    return bool(line & set(title.functions)) and (
        title.level > role.level or bool({*title.functions} & {*role.functions})
    )


def leads_beside(title: Title, role: Title) -> bool:
    """Whether somebody leads the line above the role, and so works with its people: plant managers with planners."""
    line = _lines_above(role, but=frozenset({"general"}))
    return title.level >= MANAGES and not title.past and bool(line & (title.families | set(title.functions)))


def _lines_above(role: Title, *, but: frozenset[str]) -> set[str]:
    """The families of a role and those above them."""
    known = _vocabulary()
    return {*role.families, *(up for family in role.families for up in known.above.get(family, ()))} - but


def label(function: str) -> str:
    """What a function is called in a sentence: "purchasing"; "" if unknown."""
    found = _vocabulary().functions.get(function)
    return found.label if found else ""
