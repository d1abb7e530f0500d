"""Searches that nobody thought up, for the laws of the method: any people, any goals, any story of four weeks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from hypothesis import strategies as st
from tests.method.cast import CALENDAR, NOW, Story, referral

from askwell.domain.cues import Cue, CueType
from askwell.domain.gifts import Gift, GiftKind
from askwell.domain.goals import Goals, Need, NeedKind, Status
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import Ask, Branch, Draft, Promise, ReferralKind
from askwell.domain.search import Search, Stage
from askwell.guide.drafts import Came, Composer, Helped, Pointed, Reminded
from askwell.identity.pledges import given_and_offered
from askwell.method import favors, followup, pacing, referrals

__all__ = ["CALENDAR", "NOW", "Story"]
PEOPLE = ("ann", "bob", "cal", "dee")
FROM_THEM = (CueType.HELP, CueType.OFFER, CueType.DECLINE, CueType.AUTO, CueType.MEETING)
FROM_HER = (CueType.ASK, CueType.THANKS, CueType.CLOSED, CueType.GIVEN)
STAGES = (Stage.APPLIED, Stage.INTERVIEW, Stage.OFFER, Stage.REJECTED)
WRITTEN = ("email", "linkedin", "text")
WORDS_OF_HERS = ("", "I'll send you the article on cold chains.")

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=20).map(str.strip)
some = words.filter(bool)
lists = st.lists(some, max_size=4).map(tuple)

needs = st.lists(st.builds(Need, kind=st.sampled_from(NeedKind), question=some, serves=words), max_size=3).map(tuple)
any_goals = st.builds(
    Goals,
    statement=words,
    status=st.sampled_from(Status),
    status_line=words,
    roles=lists,
    fields=lists,
    places=lists,
    companies=lists,
    kinds_of_people=lists,
    strengths=lists,
    needs=needs,
)
anybody = st.builds(
    Contact, id=st.just("x"), name=words, company=words, title=words, place=words, note=words, tie=st.sampled_from(Tie)
)

# What people really write: for letters, where words are read by their meaning.
FIRMS = ("Ostara Foods", "Corvane Medical")
real_goals = st.builds(
    Goals,
    name=st.just("Alice Marlowe"),
    statement=st.sampled_from(("I want to run operations for a food company.", "")),
    status_line=st.sampled_from(("", "I left Meridian in March, and I am looking for a new job.")),
    roles=st.lists(st.sampled_from(("Operations Manager", "Nurse")), min_size=1, unique=True).map(tuple),
    fields=st.lists(st.sampled_from(("food", "cold chain")), unique=True).map(tuple),
    companies=st.lists(st.sampled_from(FIRMS), unique=True).map(tuple),
    strengths=st.sampled_from(((), ("spreadsheets",))),
)
real_people = st.builds(
    Contact,
    id=st.just("x"),
    name=st.sampled_from(("Bob Roe", "Ana Ruiz", "Li Wei")),
    company=st.sampled_from((*FIRMS, "")),
    title=st.sampled_from(("Planner", "Head of Purchasing", "Recruiter", "Pastor", "")),
    tie=st.sampled_from(Tie),
    note=st.sampled_from(("", "met at church")),
    connected_on=st.sampled_from((None, date(2020, 5, 4))),
)


@st.composite
def stories(draw: st.DrawFn, *, most: int = 14) -> Story:
    """Messages, talks, introductions and entries among four people in four weeks, and an application or two."""
    story = Story()
    for who in PEOPLE:
        story.person(who, f"{who.title()} Roe")
    for day in sorted(draw(st.lists(st.integers(1, 26), max_size=most))):
        _happens(draw, story, f"03-{day:02}")
    for stage in draw(st.lists(st.sampled_from(STAGES), max_size=2)):
        via = draw(st.sampled_from(("", *(f"{who.title()} Roe" for who in PEOPLE))))
        story.applied(draw(st.sampled_from(FIRMS)), stage=stage, updated="03-20", via=via)
    return story


@st.composite
def silences(draw: st.DrawFn) -> Story:
    """A question on March 2 that nobody answers, with up to two reminders after it."""
    story = Story().person("bob", "Bob Roe")
    story.went("bob", "03-02", CueType.ASK)
    for day in sorted(draw(st.sets(st.integers(4, 26), max_size=2))):
        story.went("bob", f"03-{day:02}", CueType.ASK)
    return story


def _happens(draw: st.DrawFn, story: Story, when: str) -> None:
    who, hour = draw(st.sampled_from(PEOPLE)), draw(st.integers(0, 22))
    thread = draw(st.sampled_from(("", f"t-{who}", f"u-{who}")))
    kind = draw(st.sampled_from(("in", "out", "met", "intro", "named", "outcome")))
    if kind == "in":
        told, by_hand = draw(st.sets(st.sampled_from(FROM_THEM), max_size=2)), draw(st.booleans())
        story.came(who, when, *told, hour=hour, thread=thread, by_hand=by_hand)
    elif kind == "out":
        told, text = draw(st.sets(st.sampled_from(FROM_HER), max_size=2)), draw(st.sampled_from(WORDS_OF_HERS))
        story.went(who, when, *told, hour=hour, thread=thread, by_hand=draw(st.booleans()), text=text)
    elif kind == "met":
        story.met(who, when, hour=hour)
    elif kind == "outcome":
        story.went(who, when, Cue(CueType.OUTCOME, about="I passed the test"), hour=hour, by_hand=True)
    else:
        other = draw(st.sampled_from([one for one in PEOPLE if one != who]))
        cue = referral(f"{other.title()} Roe", other if kind == "intro" else "")
        story.came(who, when, cue, cc=(other,) if kind == "intro" else (), hour=hour)


def letters(contact: Contact, goals: Goals, *, channel: str) -> Iterator[Draft]:
    """A letter of each kind to somebody, by one channel."""
    by = Composer.of(goals, today=NOW.date())
    yield from first_messages(contact, goals, channel=channel)
    asked, words_of_theirs = Reminded("Which certificate matters most?", date(2026, 3, 10)), Helped(date(2026, 3, 17))
    yield by.nudge(contact, asked, channel=channel)
    yield by.nudge(contact, replace(asked, last=True), channel=channel)
    yield by.thanks(contact, (words_of_theirs,), channel=channel)
    yield by.closing(contact, Came("I heard back from Marcus Webb on Tuesday", person="Marcus Webb"), channel=channel)
    yield by.landed(contact, title="Planner", company="Ostara Foods", helped=words_of_theirs, channel=channel)
    yield by.giving(contact, Gift(GiftKind.ASK_BACK, "Ask."), helped=words_of_theirs, channel=channel)


def first_messages(contact: Contact, goals: Goals, *, channel: str) -> Iterator[Draft]:
    """An ask, and the first message to somebody she was pointed to."""
    by = Composer.of(goals, today=NOW.date())
    yield by.ask(contact, channel=channel)
    yield by.referred(contact, Pointed("Bill Tesch", ReferralKind.NAME, NOW.date()), channel=channel)


def merged(search: Search, gone: str, *, into: str) -> Search:
    """The same search after two contacts were found to be one."""

    def now(people: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(into if p == gone else p for p in people)

    def exchange(people: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(now(people)))

    return replace(
        search,
        contacts={key: c for key, c in search.contacts.items() if key != gone},
        interactions=tuple(
            replace(i, people=exchange(i.people), group=len(exchange(i.people)) > 1) for i in search.interactions
        ),
        cues=tuple(replace(c, contacts=now(c.contacts)) for c in search.cues),
    )


def without(search: Search, *gone: str) -> Search:
    """The same search after messages or entries were taken back, with all that they told."""
    return replace(
        search,
        interactions=tuple(i for i in search.interactions if i.id not in gone),
        cues=tuple(c for c in search.cues if c.interaction not in gone),
    )


def led_each_other(search: Search, one: str, other: str) -> bool:
    """Whether two people volunteered each other, or a message names one that is only a name: merged, they are nobody
    that somebody else pointed to."""
    pair, names = {one, other}, {f"{one.title()} Roe", f"{other.title()} Roe"}
    in_one_message = any(pair <= {i.other, *_volunteered(search, i.id)} for i in search.interactions)
    return in_one_message or any(names & {*cue.people} and not any(cue.contacts) for cue in search.cues)


def _volunteered(search: Search, interaction: str) -> set[str]:
    return {p.split()[0].lower() for cue in search.cues_of.get(interaction, ()) for p in cue.people}


def events_of_favors(search: Search) -> set[str]:
    """Every message and talk that carries a favor, offers done or not; an entry and the mail that it was are one."""
    kept = favors.books(search, NOW)
    offers = (*favors.pledges(kept), *favors.pledges(kept, carried_out=True))
    found = {one.interaction for one in (*favors.ledger_of(kept), *offers)}
    found |= {i for one in kept.helps for i in one.interactions}
    ungiven = replace(search, cues=tuple(cue for cue in search.cues if cue.type is not CueType.GIVEN))
    found |= {one.interaction for one in given_and_offered(favors.books(ungiven, NOW).record)}  # and words she kept
    return found | {mail for entry, mail in kept.record.doubles.items() if entry in found}


def promises(search: Search, *, now: datetime = NOW) -> dict[str, Promise]:
    """The promises by id."""
    found = followup.promises(search, now, CALENDAR)
    assert len({one.id for one in found}) == len(found), "no promise is there twice"
    return {one.id: one for one in found}


def people_of(promise: Promise, search: Search) -> set[str]:
    """Everybody a promise has to do with: whose it is, who took part in its events, and their whole referral chains."""
    kept = favors.books(search, NOW, CALENDAR)
    led = [one for one in kept.referrals if one.id in promise.events]
    told = {*promise.events, *(i for one in led for i in one.interactions)}
    told |= {i for one in kept.helps if one.id in promise.events for i in one.interactions}
    took_part = {who for i in search.interactions if i.id in told for who in i.people}
    applied = "".join(one.via for one in search.applications if one.id in promise.events)
    named = {contact.id for contact in search.contacts.values() if contact.name in applied}
    near = {promise.to, promise.about, *took_part, *named, *(one.person for one in led), *(one.referrer for one in led)}
    return near | {one for who in near for one in referrals.chain(who, kept.referrals)}


def twigs(branches: tuple[Branch, ...]) -> list[str]:
    """Every referral of a tree, as often as it stands there."""
    return [one for branch in branches for one in (branch.referral.id, *twigs(branch.further))]


def questions_to(who: str, search: Search) -> list[Ask]:
    return [ask for ask in pacing.asks(search, NOW) if ask.to == who]
