"""How mail programs of many languages mark what they quote or pass on: attributions, header blocks, signatures.

The functions look at the lines from `at` on, and read no more than a dozen of them.
"""

import re
from collections.abc import Sequence

DIVIDER = "\x04"  # a line of its own, made of HTML: here the mail program drew a line above what it quotes
_PREFIX = r"[>\s*_]{0,12}"
_FROM = "from|von|de|da|van|från|fra|od|lähettäjä|от|发件人|寄件者|差出人|보낸 ?사람"
_WHEN_SENT = (
    "sent|date|gesendet|datum|envoyé(?: le)?|enviado(?: el| em)?|enviada(?: em)?|fecha|data|inviato|verzonden|skickat|"
    "sendt|dato|odesláno|wysłano|lähetetty|päivämäärä|дата|отправлено|发送时间|寄件日期|送信日時|日付|보낸 ?날짜"
)
_TO = (
    "to|an|à|para|a|aan|till|til|do|komu|vastaanottaja|cc|kopie|kopia|dw|кому|копия|收件人|收件者|抄送|宛先|받는 ?사람"
)
_ABOUT = "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|předmět|aihe|тема|主题|主旨|件名|제목"
_FIELD = re.compile(
    rf"{_PREFIX}(?:(?P<sender>{_FROM})|(?P<sent>{_WHEN_SENT})|(?P<to>{_TO})|(?P<about>{_ABOUT}))\s?\*?\s?[:：]",
    re.IGNORECASE,
)
_FORWARDS = (
    "forwarded message|forwarded by|begin forwarded message|weitergeleitete (?:nachricht|e-?mail)|"
    "anfang der weitergeleiteten nachricht|(?:message|courriel) transféré|début du message (?:transféré|réexpédié)|"
    "(?:inicio del )?mensaje reenviado|(?:início da )?mensagem (?:re)?encaminhada|"
    "(?:inizio (?:del )?)?messaggio inoltrato|(?:begin )?doorgestuurd bericht|vidarebefordrat meddelande|"
    "videresendt (?:besked|melding|meddelelse)|wiadomość przekazana"
)
_FORWARD = re.compile(rf"{_PREFIX}(?:[-–—=_*]{{2,60}}\s*(?:{_FORWARDS})\b|(?:{_FORWARDS})\s?[:：]\s*$)", re.IGNORECASE)
_ORIGINALS = (
    "original (?:message|appointment|e-?mail)|ursprüngliche (?:nachricht|e-?mail)|originalnachricht|"
    "message d['’]origine|message original|(?:mensaje|mensagem) original|messaggio originale|oorspronkelijk bericht|"
    "oprindelig meddelelse|ursprungligt meddelande|opprinnelig melding|wiadomość oryginalna|původní zpráva|"
    "alkuperäinen viesti|исходное сообщение|reply message"
)
_ORIGINAL = re.compile(
    rf"{_PREFIX}(?:[-–—=_*]{{2,60}}\s*(?:{_ORIGINALS})\b|\[?original message processed by )", re.IGNORECASE
)
_RULE = re.compile(r"\s{0,3}[_-]{10,}\s*$")
_FOOTER_RULE = re.compile(r"_{15,}\s*$")
_VERB = re.compile(
    r"\b(?:wrote|writes|schrieb|hat geschrieben|a écrit|escribió|ha escrito|escreveu|ha scritto|schreef|"
    r"heeft geschreven|skrev|napisał\(?a?\)?|nadesłał|pisze|napsal\(?a?\)?|kirjoitti|написала?|пише?т)\b|"
    r"napisał\(a\)|napsal\(a\)|写道|님이 작성",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"[>\s]{0,12}(?:on|am|le|el|em|il|op|den|dnia|w dniu|dne|ons|tor|fre|lör|lør|sön|søn|mån|man|tis|tir|\d{1,4})\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:19|20)\d\d(?!\d)|\d{1,2}[:.]\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_MAILBOX = re.compile(r"[^\s<>@]@[^\s<>@]")
_SIGNATURE = re.compile(r"\s{0,2}(?:--|—|––|__|==)\s*$")
SIGNATURE = "-- "  # the one that is meant as such (RFC 3676, 4.3)
LONGEST_SIGNATURE = 15  # lines that are kept of one
_DEVICE = re.compile(
    r"\s*(?:sent (?:from|via|with) (?:my|outlook|yahoo|mail for|gmail|samsung|the new|proton|iphone|ipad|android)\b|"
    r"sent by my|typed (?:on|with) my|get outlook for|von meinem .{2,30} gesendet|gesendet (?:von|mit) |"
    r"diese nachricht wurde von meinem|holen sie sich outlook|envoyé (?:de|depuis) (?:mon|ma|outlook|yahoo)|"
    r"télécharger outlook|enviado (?:desde|do|de) (?:mi|meu|outlook|yahoo)|obtener outlook|"
    r"inviato da(?:l mio)? |scarica outlook|verstuurd vanaf|verzonden (?:vanaf|met)|sendt fra min|"
    r"skickat från min|wysłane z )[^,;:!?<]{0,60}(?:<[^<>\s]*>)?$",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"\s*(?:\[?(?:caution|external|warning|attention|achtung)\b[^:\]]{0,30}[:\]]|"
    r"this (?:e-?mail|message) (?:originated|came|was sent) from (?:outside|an external))",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\s*(?:confidential(?:ity)? notice\b|disclaimer\s?(?::|$)|"
    r"this (?:e-?mail|message|communication)[^.]{0,80}\b(?:confidential|intended|privileged|been scanned)|"
    r"the information (?:contained )?in this (?:e-?mail|message)|"
    r"diese (?:e-?mail|nachricht) (?:enthält|ist) vertraulich|ce (?:message|courriel)[^.]{0,60}confidentiel|"
    r"este (?:mensaje|correo|e-?mail)[^.]{0,60}confidencial|please consider the environment before printing|"
    r"you received this message because you are subscribed)",
    re.IGNORECASE,
)
_FIRST_WORDS = frozenset(
    "sent get begin typed downloaded this the confidential confidentiality disclaimer please you caution external "
    "warning attention achtung original on am le el em il op den dnia dne w ons ons. tor tor. fre fre. lör lör. lør "
    "lør. sön sön. søn søn. mån mån. man man. tis tis. tir tir. von gesendet diese holen envoyé télécharger ce enviado "
    "obtener este inviato scarica verstuurd verzonden sendt skickat wysłane".split()
)
_WRAPPED = 3  # lines over which an attribution may be broken
_LONGEST = 400  # characters of one


def may_mark(line: str) -> bool:
    """Whether a line that begins with a letter and holds no colon is worth a closer look."""
    first = line.partition(" ")[0].lower()
    return first in _FIRST_WORDS or first[0].isdigit() or "@" in line


def has_header_block(lines: Sequence[str], at: int) -> bool:
    """From, date, addressee and subject of the message below, as Outlook and others write them."""
    first = _FIELD.match(lines[at])
    if first is None:
        return False
    seen, last = set(), at
    for number in range(at, min(at + 12, len(lines))):
        match = _FIELD.match(lines[number])
        if match:
            seen.add(match.lastgroup)
            last = number
        elif lines[number].strip("> ") and number - last > 1:
            break
    told = "about" in seen or _MAILBOX.search(lines[at]) is not None  # a journey has From, To and Date as well
    return told and len(seen) >= 2 and "sender" in seen


def starts_forward(line: str) -> bool:
    return _FORWARD.match(line) is not None


def starts_original(lines: Sequence[str], at: int) -> bool:
    """A divider or header block below which an earlier message stands unmarked."""
    line = lines[at]
    if line == DIVIDER or _RULE.match(line):
        below = next((n for n in range(at + 1, min(at + 6, len(lines))) if lines[n] not in {"", DIVIDER}), at)
        return below > at and has_header_block(lines, below)
    return _ORIGINAL.match(line) is not None or has_header_block(lines, at)


def attribution(lines: Sequence[str], at: int) -> int:
    """How many lines `On …, Jane Roe <jane@example.com> wrote:` takes here, 0 if it is none."""
    if not lines[at]:
        return 0
    joined = ""
    for length in range(1, _WRAPPED + 1):
        if at + length > len(lines) or not lines[at + length - 1] or len(joined) > _LONGEST:
            return 0
        joined = f"{joined} {lines[at + length - 1].strip()}".strip()
        if joined.endswith((":", "：")):
            fits = _attributes(joined, _below(lines, at + length)) and (length == 1 or _opens(lines, at))
            return length if fits else 0
    return 0


def _opens(lines: Sequence[str], at: int) -> bool:
    """Whether a broken attribution begins here, and not a line further down."""
    line = lines[at]
    if _WHEN.search(line) or _MAILBOX.search(line) or "<" in line:
        return True
    return _OPENER.match(line) is not None and not attribution(lines, at + 1)


def _attributes(line: str, below: str) -> bool:
    quoted = below.lstrip().startswith(">")
    when, mailbox = _WHEN.search(line) is not None, _MAILBOX.search(line) is not None
    if len(line) > _LONGEST:
        return False
    if _VERB.search(line):
        return quoted or mailbox or (when and _OPENER.match(line) is not None)
    return (quoted and (when or mailbox)) or (when and mailbox and line.endswith((">:", ")：", "：")))


def _below(lines: Sequence[str], at: int) -> str:
    return next((line for line in lines[at : at + 3] if line), "")


def signature(line: str) -> bool:
    """The two dashes, or the long rule that lists and some people draw instead."""
    return _SIGNATURE.match(line) is not None or _FOOTER_RULE.match(line) is not None


def device(line: str) -> bool:
    """Advertisements of a device or program."""
    return len(line) < 120 and _DEVICE.match(line) is not None


def banner(line: str) -> bool:
    """Warnings that a mail server puts on top."""
    return _BANNER.match(line) is not None


def notice(line: str) -> bool:
    """Legal notices and list footers below the text."""
    return _NOTICE.match(line) is not None
