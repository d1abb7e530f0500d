"""A draft taken apart: greeting, sentences of the body, sign-off; and where a missing thing could go."""

import re
from dataclasses import dataclass
from itertools import islice

from askwell.domain.wording import WORD, Sentence, sentences

READ = 4000  # code points; over three times the longest good letter, so that a book pasted in keeps nobody waiting
WORDS = 800
LINE = re.compile(r"[^\n]+")
GREETINGS = frozenset(
    """hi hello hey dear hiya hej hola hallo ciao salut bonjour good morning afternoon evening namaste moin servus
    aloha greetings yo ey ahoj oi ola liebe lieber sehr geehrte geehrter chere cher estimada estimado querida querido
    cara caro gentile to ahoy howdy heya merhaba shalom salaam kia szia hei hoi beste""".split()
)
CLOSERS = frozenset(
    """thanks thank best regards kind warm warmly sincerely yours cheers love gratefully respectfully faithfully many
    with merci danke gracias grazie obrigado obrigada tak takk tack mahalo saludos hilsen cordially truly greetings
    xo x xx xoxo ever hugs affectionately ta be all until take talk mit viele liebe atentamente cordialement""".split()
)
IN_FAREWELLS = frozenset(
    """my and good wishes you your very much a an so ton lot million the for again in advance to from as always sincere
    warmest kindest day week weekend great lovely nice have hope hey mate hermano mil mille fois infiniment beaucoup
    kakhulu dank gruß grüßen grüße besten gratitude respect affection own soon care later dear team""".split()
)


@dataclass(frozen=True)
class Letter:
    """`text` is what is read of the draft; `opening` and `closing` are greeting and sign-off, `body` all between.

    `after_greeting` and `before_closing` are code points where a missing sentence could go.
    """

    text: str
    opening: tuple[Sentence, ...]
    body: tuple[Sentence, ...]
    closing: tuple[Sentence, ...]
    after_greeting: int
    before_closing: int

    @property
    def all(self) -> tuple[Sentence, ...]:
        return (*self.opening, *self.body, *self.closing)


def take_apart(draft: str) -> Letter:
    """The draft in its parts; only the first 4,000 code points or 800 words are read."""
    text = _beginning(draft)
    begin = _after_greeting(text)
    end, after = _sign_off(text, begin)
    body = sentences(text, start=begin, end=end) + sentences(text, start=after)
    return Letter(
        text=text,
        opening=sentences(text, end=begin),
        body=body,
        closing=sentences(text, start=end, end=after),
        after_greeting=begin,
        before_closing=_last_word(text, begin, end),
    )


def _beginning(draft: str) -> str:
    text = draft[:READ]
    last = next(islice(WORD.finditer(text), WORDS, None), None)
    return text if last is None else text[: last.start()]


def _after_greeting(text: str) -> int:
    """Where the body begins."""
    first = LINE.search(text.strip() and text)
    if first is None:
        return 0
    line = first.group()
    words = list(WORD.finditer(line))
    if not words:
        return _next(text, first.end())
    greets = words[0].group().lower() in GREETINGS
    if len(words) <= 8 and first.end() < len(text) and (greets or _is_name(line, words)):
        return _next(text, first.end())
    for number, word in enumerate(words[:8]):
        after = line[word.end() : word.end() + 2]
        point = after[:1] in {",", "!", ":", ";"} or after == " –"
        if point and not (
            word.group().lower() in {"hi", "hey", "hello"}
            and number == 0
            and len(words) > 1
            and greets
            and _named(words, 1)
        ):
            return (
                _next(text, first.start() + word.end() + 1)
                if greets or _is_name(line, words[: number + 1])
                else first.start()
            )
    return first.start()


def _named(words: list[re.Match[str]], number: int) -> bool:
    return number < len(words) and words[number].group()[0].isupper()


def _is_name(line: str, words: list[re.Match[str]]) -> bool:
    """Whether the words are a name standing alone, as in "Lorcan," or "Moses!"."""
    ended = line[words[-1].end() :].strip()[:1] in {",", "!", "–", ":", "."}
    return len(words) <= 3 and ended and all(w.group()[0].isupper() for w in words)


def _next(text: str, at: int) -> int:
    """The next code point that begins a word, at or after `at`."""
    while at < len(text) and (text[at].isspace() or text[at] in ",!:;–-"):
        at += 1
    return at


def _sign_off(text: str, begin: int) -> tuple[int, int]:
    """The span of the sign-off; a postscript may follow it. Empty at the end where there is none."""
    lines = [m for m in LINE.finditer(text, begin) if m.group().strip()]
    last = len(lines)
    postscript = next((i for i, m in enumerate(lines) if re.match(r"\s*p\.?\s?s\b", m.group(), re.IGNORECASE)), last)
    first = postscript
    while first > 0 and first > postscript - 4 and _is_closing(lines[first - 1].group()):
        first -= 1
    if first < postscript:
        return lines[first].start(), lines[postscript - 1].end()
    if lines and postscript == last:
        return _closing_sentence(text, begin, lines[-1])
    return len(text), len(text)


def _is_closing(line: str) -> bool:
    """A line of farewell ("With my thanks and good wishes,") or a name; a line that says anything more is body."""
    words = [w.strip(".,!") for w in line.split() if w[0].isalnum()]
    if not 0 < len(words) <= 8 or "?" in line:
        return False
    if words[0].lower() in CLOSERS:
        return all(w.lower() in CLOSERS | IN_FAREWELLS or w[0].isupper() for w in words)
    return len(words) <= 4 and all(w[0].isupper() or len(w) < 4 for w in words)


def _closing_sentence(text: str, begin: int, line: re.Match[str]) -> tuple[int, int]:
    """In one block of text, the last few words: "Kind regards, Tobias"."""
    last = max((m.end() for m in re.finditer(r"[.!?…)] ", line.group())), default=-1)
    if last < 0 or not _is_closing(line.group()[last:]):
        return len(text), len(text)
    at = max(begin, line.start() + last)
    return at, len(text)


def _last_word(text: str, begin: int, end: int) -> int:
    """Just behind what stands before the sign-off."""
    return begin + len(text[begin:end].rstrip())
