"""How mail programs of many languages mark what they quote or pass on: attributions, header blocks, signatures.

Each function looks at the lines from `at` on and returns how many of them the mark takes, 0 if there is none.
"""

import re
from collections.abc import Sequence

from askwell.sources.mail.html import DIVIDER

_PREFIX = r"[>\s*_]{0,12}"
_FIELD_WORDS = {
    "from": "from|von|de|da|van|från|fra|od|lähettäjä|от|发件人|寄件者|差出人|보낸 ?사람",
    "when": "sent|date|sent at|gesendet|datum|envoyé(?: le)?|enviado(?: el| em)?|enviada(?: em)?|fecha|data|inviato|"
    "verzonden|skickat|sendt|dato|odesláno|wysłano|lähetetty|päivämäärä|"
    "дата|отправлено|发送时间|寄件日期|送信日時|日付|보낸 ?날짜",
    "to": "to|an|à|para|a|aan|till|til|do|komu|vastaanottaja|кому|"
    "收件人|收件者|宛先|받는 ?사람|cc|kopie|kopia|dw|копия|抄送",
    "about": "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|předmět|"
    "aihe|тема|主题|主旨|件名|제목",
}
_FIELD = re.compile(
    _PREFIX + "(?:" + "|".join(f"(?P<{key}>{words})" for key, words in _FIELD_WORDS.items()) + r")\s?\*?\s?[:：]",
    re.IGNORECASE,
)
_FORWARDS = (
    "forwarded message|forwarded by|begin forwarded message|weitergeleitete nachricht|"
    "anfang der weitergeleiteten nachricht|"
    "weitergeleitete e-?mail|message transféré|début du message (?:transféré|réexpédié)|"
    "courriel transféré|mensaje reenviado|"
    "inicio del mensaje reenviado|mensagem encaminhada|mensagem reencaminhada|"
    "início da mensagem (?:encaminhada|reencaminhada)|"
    "messaggio inoltrato|inizio messaggio inoltrato|inizio del messaggio inoltrato|doorgestuurd bericht|"
    "begin doorgestuurd bericht|vidarebefordrat meddelande|videresendt (?:besked|melding|"
    "meddelelse)|wiadomość przekazana"
)
_FORWARD = re.compile(rf"{_PREFIX}(?:[-–—=_*]{{2,}}\s*(?:{_FORWARDS})\b|(?:{_FORWARDS})\s?[:：]\s*$)", re.IGNORECASE)
_ORIGINALS = (
    "original (?:message|appointment|email)|ursprüngliche (?:nachricht|e-?mail)|originalnachricht|"
    "message d['’]origine|"
    "message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|"
    "oprindelig meddelelse|ursprungligt meddelande|opprinnelig melding|wiadomość oryginalna|původní zpráva|"
    "alkuperäinen viesti|исходное сообщение|reply message"
)
_ORIGINAL = re.compile(rf"{_PREFIX}[-–—=_*]{{2,}}\s*(?:{_ORIGINALS})\b", re.IGNORECASE)
_RULE = re.compile(r"\s{0,3}[_-]{10,}\s*$")
_WROTE = (
    r"wrote|writes|said|schrieb|hat geschrieben|a écrit|escribió|ha escrito|escreveu|ha scritto|"
    r"schreef|heeft geschreven|"
    r"skrev|napisał\(?a?\)?|pisze|napsal\(?a?\)?|kirjoitti|написал|пише?т|写道|님이 작성"
)
_VERB = re.compile(rf"\b(?:{_WROTE})\b|写道|님이 작성", re.IGNORECASE)
_OPENER = re.compile(
    r"[>\s]{0,12}(?:on|am|le|el|em|il|op|den|dnia|w dniu|dne|vào|ons|tor|fre|lör|lør|sön|søn|mån|man|tis|tir|\d)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}[:.]\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_MAILBOX = re.compile(r"[^\s<>@]@[^\s<>@]")
_SIGNATURE = re.compile(r"\s{0,2}(?:--|—|––|__|==)\s*$")
_DEVICE = re.compile(
    r"\s*(?:sent (?:from|via|with) (?:my|outlook|yahoo|mail for|gmail|samsung|the new|proton|iphone|"
    r"ipad|android|blackberry)\b"
    r"|get outlook for|von meinem .{2,30} gesendet|gesendet (?:von|mit) |diese nachricht wurde von meinem|"
    r"envoyé (?:de|depuis) (?:mon|ma|outlook|yahoo)|enviado (?:desde|do|de) (?:mi|meu|meu|outlook|"
    r"yahoo)|obtener outlook|"
    r"inviato da(?:l mio)? |verstuurd vanaf|verzonden (?:vanaf|met)|sendt fra min|skickat från min|wysłane z |"
    r"sent by my|typed (?:on|with) my|downloaded from|télécharger outlook|holen sie sich outlook|scarica outlook)"
    r"[^,;:!?]{0,60}$",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"\s*(?:\[?(?:caution|external|warning|attention|achtung)\b[^:\]]{0,30}[:\]]|this (?:e-?mail|"
    r"message) (?:originated|came|was sent) from (?:outside|an external))",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\s*(?:confidential(?:ity)? notice\b|disclaimer\s?:|this (?:e-?mail|message|"
    r"communication)[^.]{0,80}\b(?:confidential|intended|privileged)|"
    r"the information (?:contained )?in this (?:e-?mail|message)|diese (?:e-?mail|"
    r"nachricht) (?:enthält|ist) vertraulich|"
    r"ce (?:message|courriel)[^.]{0,60}confidentiel|este (?:mensaje|correo|e-?mail)[^.]{0,60}confidencial|"
    r"please consider the environment before printing|you received this message because you are subscribed)",
    re.IGNORECASE,
)
_MAY_MARK = re.compile(
    r"(?:sent|get|begin|von|gesendet|diese|envoyé|enviado|obtener|inviato|verstuurd|verzonden|sendt|"
    r"skickat|wysłane|typed|"
    r"downloaded|télécharger|holen|scarica|on|am|le|el|em|il|op|den|dnia|dne|w dniu|caution|external|"
    r"warning|attention|achtung|"
    r"this|the information|confidential|disclaimer|ce|este|please consider|you received)\b",
    re.IGNORECASE,
)
_WRAPPED = 3  # lines over which an attribution may be broken
_LONGEST = 400  # characters of one


def may_mark(line: str) -> bool:
    """Whether a line that begins with a letter and holds no colon is worth a closer look."""
    return _MAY_MARK.match(line) is not None


def header_block(lines: Sequence[str], at: int) -> int:
    """From, date, addressee and subject of the message below, as Outlook and others write them."""
    first = _FIELD.match(lines[at])
    if first is None:
        return 0
    seen, last = set(), at
    for number in range(at, min(at + 12, len(lines))):
        match = _FIELD.match(lines[number])
        if match:
            seen.add(match.lastgroup)
            last = number
        elif lines[number].strip("> ") and number - last > 1:
            break
    mailbox = _MAILBOX.search(lines[at]) is not None
    enough = len(seen) >= 3 or (len(seen) == 2 and mailbox)
    return last - at + 1 if enough and "from" in seen else 0


def forward_marker(lines: Sequence[str], at: int) -> int:
    return 1 if _FORWARD.match(lines[at]) else 0


def original_marker(lines: Sequence[str], at: int) -> int:
    """A divider or header block below which an earlier message stands unmarked."""
    line = lines[at]
    if _ORIGINAL.match(line):
        return 1
    if line == DIVIDER or _RULE.match(line):
        below = next((n for n in range(at + 1, min(at + 4, len(lines))) if lines[n]), at)
        return below - at if below > at and header_block(lines, below) else 0
    return header_block(lines, at) and 1


def attribution(lines: Sequence[str], at: int) -> int:
    """`On …, Jane Roe <jane@example.com> wrote:`, also broken over lines, also in other languages."""
    if not lines[at]:
        return 0
    joined = ""
    for length in range(1, _WRAPPED + 1):
        if at + length > len(lines) or not lines[at + length - 1] or len(joined) > _LONGEST:
            return 0
        joined = f"{joined} {lines[at + length - 1].strip()}".strip()
        if joined.endswith((":", "：")):
            return length if _attributes(joined, _below(lines, at + length)) else 0
    return 0


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
    return _SIGNATURE.match(line) is not None


def device(line: str) -> bool:
    """Advertisements of a device or program."""
    return len(line) < 100 and _DEVICE.match(line) is not None


def banner(line: str) -> bool:
    """Warnings that a mail server puts on top."""
    return _BANNER.match(line) is not None


def notice(line: str) -> bool:
    """Legal notices and list footers below the text."""
    return _NOTICE.match(line) is not None
