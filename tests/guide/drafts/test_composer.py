"""Drafts: short, true, in plain English, one question, no two alike, and nothing that the tips advise against."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from askwell.domain.goals import Goals, Need, NeedKind, Position, Status
from askwell.domain.messages import Channel
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import Draft, ReferralKind, WayKind
from askwell.guide import review
from askwell.guide.drafts import Came, Composer, Helped, Pointed, Reminded, channel_for
from askwell.guide.drafts.choosing import made_for
from askwell.guide.drafts.quotes import clean
from askwell.method.ways import Matcher

TODAY = date(2026, 3, 20)
STATUS_LINE = "Halvorsen closed its Milwaukee office on February 13, so I am out of work and looking."
GOALS = Goals(
    name="Dana Whitfield",
    statement="I want to lead demand planning for a food company around Milwaukee.",
    status_line=STATUS_LINE,
    roles=("Demand Planning Manager",),
    fields=("food and beverage",),
    places=("Milwaukee",),
    companies=("Brightwater Dairy", "Corvane Medical", "Ostara Foods", "Hartnell Paper"),
    kinds_of_people=("heads of planning",),
    strengths=("forecasting short-dated food", "explaining S&OP without jargon"),
    positions=(Position("Halvorsen Foods", "Senior Manager, Demand Planning"),),
)
ANA = Contact(
    id="ana", name="Ana Ruiz", addresses=("ana@example.com",), company="Corvane Medical", title="Buyer", tie=Tie.KNOWN
)
CALM = "I want to bring calm to food supply."
TWO = "My goal is demand planning in the food business. It is time."
WRITTEN = ("email", "linkedin", "text")


def by(contact: Contact = ANA, goals: Goals = GOALS) -> Composer:
    return Composer.of(goals, today=TODAY)


def rules(draft: Draft, contact: Contact = ANA, goals: Goals = GOALS) -> list[str]:
    found = review.check(
        draft.text, kind=str(draft.kind), tie=str(contact.tie), status=str(goals.status), channel=draft.channel
    )
    return [finding.rule for finding in found]


def test_an_ask_states_status_goal_and_targets_asks_one_thing_and_gives_back() -> None:
    text = by().ask(ANA).text
    assert STATUS_LINE in text
    assert "I want to lead demand planning for a food company around Milwaukee" in text
    assert "heads of planning" in text
    assert text.count("?") == 1
    assert any(strength in text for strength in GOALS.strengths)
    assert 50 <= len(text.split()) <= 125


def test_the_contact_s_own_company_is_not_among_the_places_she_would_love_to_meet() -> None:
    assert by().ask(ANA).text.count("Corvane Medical") <= 2  # in the question only


def test_what_only_she_can_supply_is_asked_for_and_never_made_up() -> None:
    draft = Composer.of(Goals(roles=("Nurse",)), today=TODAY).ask(Contact(id="x", name="Bo Li", tie=Tie.KNOWN))
    assert any("how you know Bo" in line for line in draft.missing)
    assert any("would love to meet" in line for line in draft.missing)
    assert any("in return" in line for line in draft.missing)
    assert any("Your name" in line for line in draft.missing)
    assert not re.search(r"[\[\]{}<>_]", draft.text)


@pytest.mark.parametrize(
    ("met", "said"),
    [
        ("book club", "from book club"),
        ("at the fair in Bologna", "at the fair in Bologna"),
        ("Worked for me at Halvorsen", "You worked for me at Halvorsen"),
        ("we shared a cubicle wall", "We shared a cubicle wall"),
        ("met at a trade show", "We met at a trade show"),
    ],
)
def test_how_they_know_each_other_is_said_in_her_own_words(met: str, said: str) -> None:
    draft = by().ask(replace(ANA, met=met), channel="email")
    assert said in draft.text
    assert not any("how you know" in line for line in draft.missing)


@pytest.mark.parametrize("met", ["my ex-boss, awful", "cousin. Husband Finn, allergic to nuts", "old roommate"])
def test_words_that_are_not_for_their_eyes_stay_out(met: str) -> None:
    text = by().ask(replace(ANA, met=met, note="owes me money"), channel="email").text
    assert met not in text
    assert "owes" not in text


def test_what_both_know_or_when_they_last_spoke_leads_up_to_the_news() -> None:
    shared = by().ask(replace(ANA, former=("Halvorsen Foods",)), channel="email").text
    assert "have Halvorsen Foods in common" in shared
    old = replace(ANA, sent=2, received=2, last=datetime(2023, 6, 1, tzinfo=UTC), dormant=True)
    assert "June 2023" in by().ask(old, channel="email").text


def test_somebody_lately_in_touch_is_not_told_old_news_as_new() -> None:
    lately = replace(ANA, sent=1, received=1, last=datetime(2026, 3, 17, tzinfo=UTC), connected_on=date(2015, 1, 1))
    text = by().ask(lately, channel="email").text
    assert "in touch on Tuesday" in text
    assert "As you may know, Halvorsen closed" in text
    assert "2015" not in text


def test_her_own_unanswered_letter_is_not_being_in_touch() -> None:
    silent = replace(ANA, sent=1, received=0, last=datetime(2026, 3, 20, tzinfo=UTC))
    text = by().ask(silent, channel="email").text
    assert "in touch" not in text
    assert "As you may know" not in text


def test_an_employed_seeker_is_not_given_away() -> None:
    goals = replace(GOALS, status=Status.EMPLOYED, status_line="I am out of work.", name="Dana")
    for channel in WRITTEN:
        text = by(goals=goals).ask(ANA, channel=channel).text
        assert "out of work" not in text
        assert "between us" in text.lower() or "between the two of us" in text
        assert "step" in text


def test_a_status_line_that_only_hints_is_made_plain() -> None:
    goals = replace(GOALS, status_line="Exploring what comes next.")
    assert "I am out of work" in Composer.of(goals, today=TODAY).ask(ANA, channel="email").text


def test_close_ties_are_called_and_talking_points_hold_the_same_thoughts() -> None:
    close = replace(ANA, tie=Tie.CLOSE)
    assert channel_for(close) == "phone"
    assert channel_for(close, after=Channel.EMAIL) == "email"
    points = by().ask(close).text.splitlines()
    assert all(point.startswith("- ") for point in points)
    assert any(STATUS_LINE in point for point in points)
    assert sum("?" in point for point in points) == 1


def test_the_question_is_one_this_person_can_answer() -> None:
    needs = (
        Need(NeedKind.INFORMATION, "How is planning organized at Ostara Foods?", "Ostara Foods"),
        Need(NeedKind.ADVICE, "Which certificate matters most?", "Demand Planning Manager"),
    )
    composer = Composer.of(replace(GOALS, needs=needs), today=TODAY)
    assert composer.ask(replace(ANA, company="Ostara Foods")).need == needs[0]
    assert composer.ask(replace(ANA, company="Elsewhere", title="Demand Planner")).need == needs[1]
    elsewhere = composer.ask(ANA).need
    assert elsewhere is not None
    assert "Ostara" not in elsewhere.question


def test_the_last_reminder_has_an_easy_way_out() -> None:
    last = by().nudge(ANA, Reminded("What matters most to you?", date(2026, 3, 10), last=True)).text
    first = by().nudge(ANA, Reminded("What matters most to you?", date(2026, 3, 10))).text
    assert "leave it there" in last
    assert "leave it there" not in first
    assert "the 10th" in first
    assert "what matters most to you" in first


def test_a_reminder_says_the_question_once_and_the_status_in_a_clause() -> None:
    asked = Reminded("How do you plan a holiday week, and who decides?", date(2026, 3, 16))
    text = by().nudge(ANA, asked, channel="email").text
    assert text.casefold().count("plan a holiday week") == 1
    assert STATUS_LINE not in text
    assert "still" in text
    assert "on Monday" in text.replace("On", "on").replace("from", "on")
    discreet = by(goals=replace(GOALS, status=Status.EMPLOYED)).nudge(ANA, asked, channel="email").text
    assert "looking" not in discreet
    assert "out of work" not in discreet


def test_a_reminder_of_an_offer_quotes_only_what_is_short_and_whole() -> None:
    short = Reminded("", date(2026, 3, 13), offer="Happy to read your CV any evening.")
    long = Reminded("", date(2026, 3, 13), offer="bring me your one-pager and I'll film you for ten minutes, it works")
    assert "“Happy to read your CV any evening.”" in by().nudge(ANA, short, channel="email").text
    assert "“" not in by().nudge(ANA, long, channel="email").text


def test_an_offer_she_has_not_written_about_is_not_asked_after_as_if_she_had() -> None:
    offer = Reminded("", date(2026, 3, 13), offer="Happy to read your CV any evening.")
    for channel in ("email", "phone"):
        taken = by().nudge(ANA, offer, channel=channel).text
        assert re.search("still (?:stand|hold)", taken)
        assert not re.search("still (?:stand|hold)", by().nudge(ANA, replace(offer, taken=False), channel=channel).text)


def test_a_reminder_of_words_that_asked_nothing_does_not_say_that_they_did() -> None:
    text = by().nudge(ANA, Reminded("", date(2026, 3, 16)), channel="email").text
    assert "?" in text
    assert not re.search(r"asked|to ask|wanted to know", text)


CV = Need(NeedKind.FEEDBACK, "Does my CV read as that of a manager, and what is missing?", "Demand Planning Manager")


@pytest.mark.parametrize("channel", ["text", "phone", "linkedin"])
def test_what_has_to_be_attached_is_not_asked_where_nothing_can_be(channel: str) -> None:
    goals = replace(GOALS, needs=(CV,), positions=(Position("Corvane Medical", "Planner"),))
    known = replace(ANA, title="Recruiter", company="Hire Well")
    assert by(goals=goals).ask(known, channel="email").need == CV
    draft = by(goals=goals).ask(known, channel=channel)
    assert "my CV" not in draft.text
    assert not any("CV" in line for line in draft.missing)
    assert not any("CV" in line for line in by(goals=goals).ask(known, channel=channel, need=CV).missing)


def test_her_own_line_is_used_and_not_asked_for_again() -> None:
    line = "We worked side by side in the cold store at Meridian for nine years until it closed"
    friend = by().ask(replace(ANA, met=line, tie=Tie.CLOSE), channel="email")
    assert line in friend.text
    assert "with my news and a question" not in friend.text
    private = by().ask(replace(ANA, met="my brother's old boss"), channel="email")
    assert not any("how you know" in line for draft in (friend, private) for line in draft.missing)


def test_thanks_do_not_promise_to_act_on_what_is_done() -> None:
    drove = by().thanks(ANA, (Helped(date(2026, 3, 17), "drove me to the interview"),))
    assert "drove me to the interview" in drove.text
    assert not re.search(r"act on it|putting it to use|work with it|comes of it", drove.text)
    noted = by().thanks(ANA, (Helped(date(2026, 3, 17), "Ana explained how the panel works"),))
    assert "explained how the panel works" in noted.text


def test_thanks_say_for_what() -> None:
    words = Helped(date(2026, 3, 17), "First round is two people and a stopwatch.", quoted=True)
    assert "“First round is two people and a stopwatch.”" in by().thanks(ANA, (words,)).text
    asked = replace(words, what="a long story that nobody would want to read again", asked="How do you pick carriers?")
    assert "how you pick carriers" in by().thanks(ANA, (asked,)).text
    named = Helped(date(2026, 3, 17), person="Marcus Webb", wrote=date(2026, 3, 19))
    text = by().thanks(ANA, (named, words)).text
    assert "Marcus Webb" in text
    assert "I wrote to Marcus yesterday" in text or "I have written to Marcus" in text
    coffee = Helped(date(2026, 3, 18), "Coffee w. Ana, corner shop", talk=True)
    assert "our coffee on Wednesday" in by().thanks(ANA, (coffee,)).text


@pytest.mark.parametrize(
    "words",
    [
        "The slides are on the society's site, under 2024.",
        "Attached is the signed copy of your agreement.",
        "ask HR to put it in the letter.",
        "I would work for you again.",
        "If they ask your number you do not have to give it to them at all today.",
        "Does it work?",
    ],
)
def test_only_clean_whole_short_sentences_are_quoted(words: str) -> None:
    assert clean(words) == ""
    assert "“" not in by().thanks(ANA, (Helped(date(2026, 3, 17), words, quoted=True),)).text


def test_news_goes_back_to_the_referrer_and_up_the_chain() -> None:
    news = "I heard back from Celeste yesterday."
    near = by().closing(ANA, Came(news, person="Celeste Oduya")).text
    assert news in near
    assert "Celeste Oduya" in near
    far = by().closing(ANA, Came(news, person="Celeste Oduya", link="Yolanda Pruitt")).text
    assert far.index("Yolanda Pruitt") < far.index("Celeste Oduya") < far.index(news)


def test_the_first_message_to_a_referred_person_names_the_referrer() -> None:
    stranger = replace(ANA, tie=Tie.NEW)
    text = by().referred(stranger, Pointed("Bill Tesch", ReferralKind.USE_MY_NAME, TODAY), channel="email").text
    assert text.index("Bill Tesch") < text.index("out of work")
    assert re.search("mention it|who sent me", text)
    assert text.count("?") == 1
    assert re.search("is fine|all right|just as good", text)  # an easy way out


def test_four_she_was_pointed_to_are_not_all_asked_the_same() -> None:
    pointed = Pointed("Bill Tesch", ReferralKind.NAME, TODAY)
    for title, company in (("", ""), ("Planner", "Elm Foods"), ("", "Ostara Foods"), ("Recruiter", "Hire Well")):
        people = [Contact(id=f"p{n}", name=f"Ida {n}", title=title, company=company, tie=Tie.NEW) for n in range(12)]
        drafts = [by().referred(one, pointed, channel="email") for one in people]
        assert len({draft.need.question for draft in drafts if draft.need}) >= 3
        assert all(rules(draft, person) == [] for draft, person in zip(drafts, people, strict=True))


def test_her_own_question_stands_before_one_that_is_made() -> None:
    own = Need(NeedKind.ADVICE, "Which course is worth its fee?", "Demand Planning Manager")
    ida = Contact(id="ida", name="Ida Roe", tie=Tie.NEW, company="Elm Foods")
    pointed = Pointed("Bill Tesch", ReferralKind.NAME, TODAY)
    assert by(goals=replace(GOALS, needs=(own,))).referred(ida, pointed, channel="email").need == own


def test_the_landed_note_says_which_job_and_what_their_part_was() -> None:
    helped = Helped(date(2026, 3, 17), person="Marcus Webb", kind=ReferralKind.NAME)
    text = by().landed(ANA, title="S&OP Manager", company="Ostara Foods", helped=helped).text
    assert "joining Ostara Foods as an S&OP manager" in text
    assert "On Tuesday you pointed me to Marcus Webb." in text


def test_by_phone_her_own_ten_minutes_are_at_hand_else_the_problem_she_would_love_to_solve() -> None:
    clear = {
        "problems": "food is thrown away\nplans come late",
        "ten_minutes": "Nobody trusts the plan, and I know why",
    }
    points = by(goals=replace(GOALS, clarity=clear)).ask(ANA, channel="phone").text
    assert "- If there is time: Nobody trusts the plan, and I know why.\n" in points
    assert "thrown away" not in points
    clear.pop("ten_minutes")
    points = by(goals=replace(GOALS, clarity=clear)).ask(ANA, channel="phone").text
    assert "- What you would love to solve: Food is thrown away.\n" in points


def test_the_subject_names_their_company_only_where_the_question_is_about_it() -> None:
    outside = replace(ANA, company="Hartnell Paper", title="Attorney")
    general = Need(NeedKind.FEEDBACK, "Would my goal make sense to you?")
    assert (
        by().ask(outside, need=general, channel="email").subject.casefold().endswith(("question", "question for you"))
    )
    inside = Need(NeedKind.INFORMATION, "How far ahead does Hartnell Paper plan?")
    assert by().ask(outside, need=inside, channel="email").subject.endswith("Hartnell Paper")


def test_nobody_is_told_that_she_would_love_to_meet_them() -> None:
    goals = replace(GOALS, kinds_of_people=("Ana Lindqvist at Tidewell", "heads of planning"), companies=("Tidewell",))
    for named, told in (("Ana Lindqvist", False), ("Bo Li", True)):
        text = by(goals=goals).ask(replace(ANA, name=named, company=""), channel="email").text
        assert ("meet Ana" in text or "Ana Lindqvist at Tidewell" in text) is told, text
        assert "people at Tidewell" not in text.partition("Ana Lindqvist at Tidewell")[2]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Former Demand Planning Manager", WayKind.IN_THE_ROLE),
        ("Retired Demand Planning Manager", WayKind.IN_THE_ROLE),
        ("Retired Buyer", WayKind.SAME_FIELD),
        ("ex-Buyer", WayKind.SAME_FIELD),
        ("Buyer (former)", WayKind.SAME_FIELD),
        ("Demand Planning Manager, formerly", WayKind.IN_THE_ROLE),
    ],
)
@pytest.mark.parametrize("channel", [*WRITTEN, "phone"])
def test_who_has_left_the_work_is_not_told_that_they_do_it(title: str, kind: WayKind, channel: str) -> None:
    for number in range(12):
        one = replace(ANA, id=f"ana{number}", title=title, company="Fenwick Tools")
        (sign,) = (sign for sign in Matcher(GOALS).signs(one) if sign.kind is kind and sign.how == "past")
        text = by(one).ask(one, channel=channel).text
        assert not _STILL.search(text), text
        assert not _STILL.search(made_for(one, sign, GOALS).question)


_STILL = re.compile(
    r"\b(?<!in )(?<!did )your (?:(?:line of |kind of )?work|job|week)\b|\bwhat you do\b"
    r"|\byou do (?:the|this|what)\b|where you sit|seen from|as an? (?:former|retired|ex)",
    re.IGNORECASE,
)
