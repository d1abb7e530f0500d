"""Composes drafts: short, true, particular, in the seeker's own words, with one question; she always sends herself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from askwell.domain.gifts import Gift
from askwell.domain.goals import Goals, Need, Status
from askwell.domain.messages import Channel
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import Draft, DraftKind, ReferralKind
from askwell.domain.threads import Record
from askwell.guide.drafts import after_help, asking, choosing, occasion, talking_points
from askwell.guide.drafts.after_help import Came, Helped
from askwell.guide.drafts.asking import Pointed, Reminded
from askwell.guide.drafts.layout import Part, lay_out
from askwell.guide.drafts.occasion import Occasion
from askwell.guide.drafts.said import written
from askwell.identity import companies
from askwell.identity.fold import fold
from askwell.identity.greeted import greeted
from askwell.method import goals as tip_two
from askwell.method.ways import Matcher, Sign

CHANNELS = ("email", "linkedin", "text", "phone")


def channel_for(contact: Contact, *, after: Channel | None = None) -> str:
    """The channel that suits: the one they used; for close ties the telephone; else what is known of them.

    Close ties say yes far more often by voice than by mail (evidence.md 2.4, 2.5).
    """
    if after is not None and after is not Channel.MEETING:
        return str(after)
    if contact.tie is Tie.CLOSE and after is None:
        return "phone"
    if any("@" in address for address in contact.addresses):
        return "email"
    return "linkedin" if contact.url or contact.connected_on else "email"


def is_stranger(contact: Contact) -> bool:
    """Whether LinkedIn takes only an invitation with a note: not connected, and never in touch."""
    return contact.connected_on is None and not (contact.sent or contact.received)


@dataclass(frozen=True, slots=True)
class Composer:
    """Writes for one seeker on one day (hers). Build it once; what was `said` to others is not said again.

    `note` tells whether what goes by LinkedIn is an invitation to connect; None, that it is one to a stranger. The
    `record` tells how somebody is greeted; without it they are by the name of the address book.
    """

    goals: Goals
    today: date
    matcher: Matcher
    said: frozenset[str] = frozenset()
    note: bool | None = None
    record: Record | None = None

    @classmethod
    def of(
        cls, goals: Goals, *, today: date, matcher: Matcher | None = None, record: Record | None = None
    ) -> "Composer":
        return cls(goals, today, matcher or Matcher(goals), said=written(record), record=record)

    def beside(self, said: Iterable[str]) -> "Composer":
        """The same, for a letter beside others that say this (`sentences_of`)."""
        return replace(self, said=self.said.union(said))

    def need_for(
        self,
        contact: Contact,
        *,
        needs: Iterable[Need] | None = None,
        pointed: bool = False,
        channel: str = "",
    ) -> tuple[Need, Sign]:
        """The one question this person can answer best by a channel, and the way it rests on.

        Where nothing can be attached, nothing is asked of hers that is to be read.
        """
        known = tip_two.needs(self.goals) if needs is None else tuple(needs)
        if needs is None and not self._carries_files(contact, channel or channel_for(contact)):
            known = tuple(need for need in known if not choosing.wants_a_file(need.question))
        if needs is None and self.goals.status is Status.EMPLOYED:
            known = tuple(need for need in known if not choosing.gives_away(need.question))
        signs = self.matcher.signs(contact)
        return choosing.choose(contact, signs, self.goals, needs=known, pointed=pointed, said=self.said)

    def ask(self, contact: Contact, *, channel: str = "", need: Need | None = None) -> Draft:
        """A first message, or another one, with exactly one need."""
        chosen, sign = self.need_for(contact, needs=None if need is None else (need,), channel=channel)
        need = need or chosen
        at = self._at(contact, channel or channel_for(contact), salt=need.question)
        if at.channel == "phone":
            return self._draft(at, DraftKind.ASK, talking_points.ask(at, need, sign), need=need)
        return self._letter(at, DraftKind.ASK, asking.ask(at, need, sign), need=need, subject=_subject(need, at))

    def nudge(self, contact: Contact, about: Reminded, *, channel: str = "") -> Draft:
        """A reminder of an ask, or of an offer she took up."""
        if not (about.question or about.offer):
            about = replace(about, instead=self.need_for(contact)[0].question)
        at = self._at(contact, channel or channel_for(contact), salt=f"nudge{about.last}")
        if at.channel == "phone":
            return self._draft(at, DraftKind.NUDGE, talking_points.nudge(at, about))
        subject = _answering(about.subject) or "A short reminder"
        return self._letter(at, DraftKind.NUDGE, asking.nudge(at, about), subject=subject)

    def thanks(self, contact: Contact, helps: tuple[Helped, ...], *, channel: str = "") -> Draft:
        at = self._at(contact, channel or "email", salt="thanks")
        if at.channel == "phone":
            return self._draft(at, DraftKind.THANKS, talking_points.thanks(at, helps))
        subject = _answering(helps[0].subject) or "Thank you"
        return self._letter(at, DraftKind.THANKS, after_help.thanks(at, helps), subject=subject)

    def closing(self, contact: Contact, *told: Came, also: tuple[Helped, ...] = (), channel: str = "") -> Draft:
        """What came of a help (close) or of a referral (report); `also` is what they are to be thanked for besides."""
        came, *further = told
        at = self._at(contact, channel or "email", salt=f"closing{came.news}")
        if at.channel == "phone":
            return self._draft(at, DraftKind.CLOSE_LOOP, talking_points.closing(at, told))
        parts = after_help.closing(at, came, further=further, also=also)
        subject = f"News of {came.link or came.person}" if came.person else "What came of your help"
        return self._letter(at, DraftKind.CLOSE_LOOP, parts, subject=subject)

    def referred(self, contact: Contact, pointed: Pointed, *, channel: str = "", need: Need | None = None) -> Draft:
        """The first message to somebody a helper pointed to."""
        chosen, sign = self.need_for(contact, needs=None if need is None else (need,), pointed=True, channel=channel)
        need = need or chosen
        at = self._at(contact, channel or channel_for(contact), salt="referred")
        if at.channel == "phone":
            return self._draft(at, DraftKind.REFERRED, talking_points.ask(at, need, sign, pointed=pointed), need=need)
        parts = asking.referred(at, pointed, need, sign)
        return self._letter(at, DraftKind.REFERRED, parts, need=need, subject=_from_whom(pointed))

    def landed(
        self, contact: Contact, *, title: str = "", company: str = "", helped: Helped | None = None, channel: str = ""
    ) -> Draft:
        at = self._at(contact, channel or channel_for(contact, after=Channel.MEETING), salt="landed")
        if at.channel == "phone":
            text = talking_points.landed(at, title=title, company=company, helped=helped)
            return self._draft(at, DraftKind.LANDED, text)
        parts = after_help.landed(at, title=title, company=company, helped=helped)
        return self._letter(at, DraftKind.LANDED, parts, subject="Good news, and your part in it")

    def giving(self, contact: Contact, gift: Gift, *, helped: Helped | None = None, channel: str = "") -> Draft:
        """Something offered to somebody who helped, or to anybody; nothing is asked."""
        at = self._at(contact, channel or channel_for(contact, after=Channel.MEETING), salt=f"give{gift.idea}")
        if at.channel == "phone":
            return self._draft(at, DraftKind.THANKS, talking_points.giving(at, gift, helped=helped))
        return self._letter(at, DraftKind.THANKS, after_help.giving(at, gift=gift, helped=helped), subject="For you")

    def _carries_files(self, contact: Contact, channel: str) -> bool:
        return channel == "email" or (channel == "linkedin" and not self._is_note(contact, channel))

    def _is_note(self, contact: Contact, channel: str) -> bool:
        return channel == "linkedin" and (is_stranger(contact) if self.note is None else self.note)

    def _at(self, contact: Contact, channel: str, *, salt: str) -> Occasion:
        note = self._is_note(contact, channel)
        name = greeted(contact, self.record)
        at = Occasion(contact, self.goals, channel, self.today, who=name, note=note, salt=salt, said=self.said)
        occasion.watch_out(at)
        return at

    def _letter(
        self, at: Occasion, kind: DraftKind, parts: list[Part], *, subject: str, need: Need | None = None
    ) -> Draft:
        text = lay_out(parts, channel=at.channel, note=at.note)
        return self._draft(at, kind, text, need=need, subject=subject if at.channel == "email" else "")

    def _draft(self, at: Occasion, kind: DraftKind, text: str, *, need: Need | None = None, subject: str = "") -> Draft:
        return Draft(kind, at.channel, subject, text, need=need, missing=tuple(at.missing))


def _answering(subject: str) -> str:
    """A letter in a conversation goes on under its subject."""
    plain = " ".join(subject.split())
    return "" if not plain else plain if plain.casefold().startswith("re:") else f"Re: {plain}"


def _from_whom(pointed: Pointed) -> str:
    if pointed.kind is ReferralKind.INTRODUCTION:
        return f"{pointed.by} put us in touch"
    return f"{pointed.by} suggested that I write"


def _subject(need: Need, at: Occasion) -> str:
    """Three or four words (evidence.md 2.20) that say what it is about; their company where the question names it."""
    own = at.company if fold(at.company) in fold(need.question) else ""
    about = next((one for one in (need.serves, own) if one and len(one) <= 30 and one != at.goals.statement), "")
    if any(companies.same(about, company) for company in (*at.goals.companies, at.company)):
        return at.voice.fill("[A question about|One question on] {about}", about=about)
    return at.voice.fill("[A question for you|One question|A short question]")
