"""Who wrote a mail: a person, a list or newsletter, or a machine that answers an earlier mail. Told by the headers."""

import re
from functools import lru_cache

from askwell.domain.messages import Writer
from askwell.domain.people import Party
from askwell.sources.mail.headers import Headers

GROUP_FROM = 100  # addressees from which on a mail is an announcement, whoever sends it

_ANSWERING = frozenset(
    {
        *(b"x-autoreply", b"x-autorespond", b"x-auto-reply", b"x-mail-autoreply", b"x-autoreply-from"),
        *(b"x-failed-recipients", b"x-ms-exchange-message-is-ndr", b"x-tmda-fingerprint", b"x-vacation"),
    }
)
_LISTS = frozenset(
    {b"list-id", b"list-unsubscribe", b"list-post", b"feedback-id", b"x-campaign", b"x-campaignid", b"x-mc-user"}
)
_LIST_WORDS = (b"bulk", b"list", b"junk")
_MACHINES = re.compile(r"(?:mailer-daemon|postmaster|mail-daemon|mailerdaemon|mdaemon)(?:@|\+|$)")
_SENDERS = re.compile(
    r"(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|no[-_.]?responder|nao[-_.]?responda|ne[-_.]?pas[-_.]?repondre|"
    r"newsletters?|news|mailer|bounces?|notifications?|notify|alerts?|updates?|digest|marketing|promo(?:tions?)?)"
    r"(?:[-_.+][^@]*)?@|[^@]*[-_.](?:no-?reply|donotreply|bounces?)@"
)
# What machines put before or instead of the subject they answer, in the languages of the program.
_SUBJECTS = re.compile(
    r"(?:auto(?:matic|mated|matische|mática|matica)?[- ]?(?:reply|response|antwort|antwoord|svar)\b|"
    r"automatisch antwoord|"
    r"automati(?:sk|skt|czna) (?:svar|odpowied)|autosvar\b|fravær|frånvaro|"
    r"out of (?:the )?office\b|(?:i am |i'm )?on (?:vacation|annual leave|parental leave) until|"
    r"(?:abwesenheits(?:notiz|meldung|nachricht)|automatische antwort|abwesend)\b|"
    r"réponse automatique|absence du bureau|message d'absence|absente? du bureau|"
    r"respuesta automática|fuera de (?:la )?oficina|resposta automática|fora do escritório|ausência temporária|"
    r"risposta automatica|fuori (?:ufficio|sede)|assente dall'ufficio|afwezig(?:heid)?\b|niet aanwezig|"
    r"undeliver(?:able|ed)\b|unzustellbar\b|non remis\b|no se puede entregar|non recapitabile|onbestelbaar|"
    r"delivery (?:status notification|failure|has failed)|mail delivery (?:failed|subsystem)|failure notice|"
    r"returned mail|message not delivered|nicht zustellbar|address not found|delayed mail|warning: message|"
    r"avviso di mancat|mancata consegna|mensagem não entregue|falha na entrega|échec de (?:la )?remise|"
    r"no se (?:ha )?(?:pudo|podido) entregar|zustellung (?:fehlgeschlagen|verzögert)|niet (?:af|be)(?:ge)?leverd|"
    r".{2,60} is out of (?:the )?office\.?$|your message to .{2,90} (?:awaits moderator|"
    r"(?:was|has been|is being) (?:blocked|held|refused|rejected|quarantined)|could not be delivered))",
    re.IGNORECASE,
)
# The same in a person's own words: only where it answers a mail.
_ABSENCES = re.compile(
    r"(?:i am |i'm |currently )?(?:ooo\b|away (?:until|till|from|for)|on (?:leave|holiday|sabbatical|vacation)\b|"
    r"travell?ing\b)|"
    r"(?:im urlaub|in elternzeit|en (?:congés?|vacances)|de vacaciones|de baja|de férias|in ferie|met vakantie|"
    r"op vakantie|ausente|ausência|assente|absente?)\b",
    re.IGNORECASE,
)
_TICKETS = re.compile(
    r"\[(?:ticket|case|request|ref|sr)\b[^\]]{0,40}\d[^\]]{0,40}\]|\b(?:ticket|case|request) (?:no\.? ?|#|id:? ?)\d|"
    r"(?:received|got) your (?:message|request|e-?mail|question|enquiry|inquiry)|thank(?:s| you) for contacting|"
    r"^\W?your (?:message|e-?mail) (?:to|about|of)\b|"
    r"\b(?:enquiry|inquiry|query|case|ticket) [#(]?(?=[a-z-]{0,6}\d{4})|^\W?request received\b|"
    r"\b(?:your|the) (?:enquiry|inquiry|query|message|ticket) (?:was|has been|is) (?:received|logged|created)",
    re.IGNORECASE,
)
_REPLY = re.compile(r"(?:re|aw|sv|antw|ref|rv|odp) ?:", re.IGNORECASE)


def classify(headers: Headers, sender: Party, *, subject: str, addressees: int) -> Writer:
    """Machines first: an absence note of a list member often carries list headers too."""
    if _answers_by_machine(headers, sender, subject):
        return Writer.MACHINE
    return Writer.BULK if _is_bulk(headers, sender, addressees) else Writer.PERSON


def _answers_by_machine(headers: Headers, sender: Party, subject: str) -> bool:
    auto = headers.get(b"auto-submitted", b"").lower()
    if _marked_as_answer(headers, auto) or _is_mail_system(sender.handle or sender.name.lower()):
        return True
    answers = b"in-reply-to" in headers or _REPLY.match(subject) is not None
    if _LISTS.isdisjoint(headers) or answers or auto:
        if _is_of_machine(subject) or (b"in-reply-to" in headers and _ABSENCES.match(subject)):
            return True
        if headers.get(b"return-path") == b"<>" and (answers or _SUBJECTS.search(subject)):
            return True
    ticket = _is_ticket(subject)
    if auto.startswith(b"auto-"):
        return ticket or answers
    silent = _takes_no_answer(sender.handle)
    return (ticket and (b"x-auto-response-suppress" in headers or silent)) or (
        silent and _REPLY.match(subject) is not None and _LISTS.isdisjoint(headers)
    )


def _marked_as_answer(headers: Headers, auto: bytes) -> bool:
    """Whether headers say it that nothing else has."""
    if auto.startswith(b"auto-replied") or headers.get(b"precedence", b"").lower() == b"auto_reply":
        return True
    return not _ANSWERING.isdisjoint(headers) or b"multipart/report" in headers.get(b"content-type", b"").lower()


def _is_bulk(headers: Headers, sender: Party, addressees: int) -> bool:
    if not _LISTS.isdisjoint(headers) or headers.get(b"precedence", b"").lower() in _LIST_WORDS:
        return True
    auto = headers.get(b"auto-submitted", b"").lower()
    if auto.startswith(b"auto-") and b"calendar" not in headers.get(b"content-type", b"").lower():
        return not _invites(headers)
    return addressees > GROUP_FROM or _takes_no_answer(sender.handle)


@lru_cache(maxsize=4096)
def _is_of_machine(subject: str) -> bool:
    return _SUBJECTS.match(subject) is not None


@lru_cache(maxsize=4096)
def _is_ticket(subject: str) -> bool:
    return _TICKETS.search(subject) is not None


@lru_cache(maxsize=4096)
def _is_mail_system(sender: str) -> bool:
    return _MACHINES.match(sender) is not None


@lru_cache(maxsize=4096)
def _takes_no_answer(sender: str) -> bool:
    return _SENDERS.match(sender) is not None


def _invites(headers: Headers) -> bool:
    """A calendar sends invitations in a person's name."""
    return b"calendar-notification" in headers.get(b"sender", b"").lower()
