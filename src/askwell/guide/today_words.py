"""Why each step of Today is there: what happened and when, in one short sentence of its own."""

from askwell.domain.cues import CueType
from askwell.domain.plans import Ask, Help, Promise, PromiseKind, Referral, ReferralKind
from askwell.domain.threads import SPOKEN, is_call
from askwell.guide.drafts.after_help import talk_of
from askwell.guide.drafts.dates import when
from askwell.guide.drafts.phrases import sentence
from askwell.identity.called import called
from askwell.identity.greeted import greeted
from askwell.method.favors import Books, pledges, wrote_to_take_it_up

LONGEST_QUOTE = 90  # characters of somebody's words that stand in a reason
_POINTED = {
    ReferralKind.NAME: "pointed you to",
    ReferralKind.USE_MY_NAME: "pointed you to",
    ReferralKind.INTRODUCTION: "introduced you to",
    ReferralKind.FORWARDED: "passed your details on to",
    ReferralKind.EMPLOYEE_REFERRAL: "put in a word for you with",
}
_TALKED = {
    "our coffee": "You had coffee with {who}",
    "our lunch": "You had lunch with {who}",
    "our breakfast": "You had breakfast with {who}",
    "our dinner": "You had dinner with {who}",
    "the tour": "{who} showed you around",
    "our walk": "You went for a walk with {who}",
    "our call": "You spoke with {who}",
}


class Reasons:
    """The reasons of one day, worded from the books."""

    def __init__(self, kept: Books) -> None:
        self.kept = kept
        self.record = kept.record
        self.today = kept.record.calendar.day(kept.record.now)

    def of(self, promise: Promise) -> str:
        """Why a promise is owed."""
        write = {
            PromiseKind.THANK: self._thank,
            PromiseKind.ACT: self._act,
            PromiseKind.REPORT: self._report,
            PromiseKind.CLOSE: self._close,
            PromiseKind.NUDGE: self._nudge,
        }[promise.kind]
        return write(promise) or _as_recorded(promise)

    def of_help(self, one: Help) -> str:
        """What somebody did, in a sentence to her."""
        who, day = self._who(one.by), self._when(one)
        referral = next((r for r in self.kept.referrals if r.id == one.id), None)
        if referral is not None:
            return f"{who} {_POINTED[referral.kind]} {referral.name or 'somebody'} {day}."
        if one.kind == "talk":
            return f"{_TALKED.get(talk_of(one.what), 'You talked with {who}').format(who=who)} {day}."
        message = self.record.search.by_id.get(one.interaction)
        if message is not None and message.channel not in SPOKEN and one.what.strip() in message.text:
            return f"{who} wrote {day}: “{_short(one.what)}”"
        return sentence(
            f"{who} helped you {day}: {_short(one.what)}" if one.what != "help" else f"{who} helped you {day}"
        )

    def _who(self, contact: str) -> str:
        found = self.record.search.contacts.get(contact)
        return (greeted(found, self.record) if found else "") or "Somebody"

    def _when(self, one: Help) -> str:
        return when(self.record.calendar.day(one.since), self.today)

    def _thank(self, promise: Promise) -> str:
        given = [one for one in self.kept.helps if one.id in promise.events]
        given.sort(key=lambda one: one.kind != "referral")
        return self.of_help(given[0]) if given else ""

    def _referral(self, promise: Promise) -> Referral | None:
        return next((r for r in self.kept.referrals if r.id in promise.events), None)

    def _act(self, promise: Promise) -> str:
        led = self._referral(promise)
        if led is None:
            return ""
        day = when(self.record.calendar.day(led.at), self.today)
        return f"{self._who(led.referrer)} {_POINTED[led.kind]} {led.name or 'somebody'} {day}."

    def _report(self, promise: Promise) -> str:
        led = self._referral(promise)
        day = when(self.record.calendar.day(promise.since), self.today)
        if led is None:
            news = promise.because.partition("; ")[0]
            return f"{sentence(news).rstrip('.')}; {self._who(promise.to)} is on the line that led there."
        did = self._answered(promise)
        if led.referrer == promise.to:
            pointed = _POINTED[led.kind]
            return f"{led.name} {did} {day}; {self._who(promise.to)} {pointed} {called(led.name) or led.name}."
        between = self._who(led.referrer)
        return f"{led.name} {did} {day}; {self._who(promise.to)} led you to {between}, and {between} led you on."

    def _answered(self, promise: Promise) -> str:
        """What the person referred to did."""
        first = self.record.search.by_id.get(promise.events[-1])
        if first is None or first.channel in SPOKEN:
            return "spoke with you" if first is not None and is_call(first) else "met you"
        types = self.record.types(first)
        return "said no for now" if CueType.DECLINE in types and CueType.HELP not in types else "wrote back"

    def _close(self, promise: Promise) -> str:
        one = next((h for h in self.kept.helps if h.id == promise.about), None)
        if one is None:
            return ""
        news = sentence(promise.because.partition("; ")[0]).rstrip(".")
        return f"{news}. {self.of_help(one)}"

    def _nudge(self, promise: Promise) -> str:
        ask = next((a for a in self.kept.asks if a.id in promise.events), None)
        if ask is not None:
            return self._silence(ask)
        offer = next((o for o in pledges(self.kept) if o.id in promise.events), None)
        if offer is None:
            return ""
        day = when(self.record.calendar.day(offer.at), self.today)
        if wrote_to_take_it_up(offer):
            return f"You took up what {self._who(offer.who)} offered {day}: “{_short(offer.what)}”"
        return f"{self._who(offer.who)} offered {day}: “{_short(offer.what)}” You can still take it up."

    def _silence(self, ask: Ask) -> str:
        day = when(self.record.calendar.day(ask.at), self.today)
        if ask.bounced:
            return f"What you wrote {day} came back undelivered; there may be another way."
        if ask.nudged:
            return f"You asked {day} and reminded once; one last note, with an easy way out."
        return f"You asked {day}, and no answer has come yet."


def _as_recorded(promise: Promise) -> str:
    return sentence(promise.because)


def _short(words: str) -> str:
    """Somebody's words, cut between two words where they are long."""
    plain = " ".join(words.split()).strip("“”").rstrip(",;: ")
    if len(plain) <= LONGEST_QUOTE:
        return plain
    return f"{plain[:LONGEST_QUOTE].rpartition(' ')[0].rstrip(',;:')}…"
