"""Why a tie is as close as it is: counted by kind, from both sides, with what does not count named as such."""

from datetime import UTC, date, datetime, timedelta

from askwell.domain.days import Calendar
from askwell.domain.messages import Channel, Direction
from askwell.domain.people import Contact, Tie
from askwell.domain.ties import Evidence, warmth
from askwell.guide.tie_words import NOTHING, Felt, Made, bridge, felt

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
ANN = Contact("p1", "Ann Lee", tie=Tie.KNOWN)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def mail(direction: Direction, count: int, days: float, *, group: bool = False) -> Made:
    return Made(Channel.EMAIL, direction, group, count, ago(days))


def told(*made: Made, contact: Contact = ANN, said: Tie | None = None, evidence: Evidence | None = None) -> Felt:
    return felt(contact, "Ann", made, evidence or Evidence(), said=said, calendar=Calendar("UTC"), now=NOW)


def test_letters_calls_and_meetings_are_counted_each_by_itself() -> None:
    reasons = told(
        mail(Direction.IN, 5, 40),
        mail(Direction.OUT, 9, 16),
        Made(Channel.PHONE, Direction.BOTH, group=False, count=1, last=ago(3), call=True),
        Made(Channel.MEETING, Direction.BOTH, group=False, count=1, last=ago(90), call=True),
        Made(Channel.MEETING, Direction.BOTH, group=False, count=1, last=ago(60)),
    ).reasons
    assert reasons == (
        "You wrote to each other 14 times, last on the 11th.",
        "You spoke twice, last on Tuesday.",
        "You met once, just the two of you, in January.",
    )


def test_letters_that_went_one_way_are_told_as_such() -> None:
    assert told(mail(Direction.OUT, 3, 40)).reasons == ("You wrote to Ann three times, last in February.",)
    assert told(mail(Direction.IN, 1, 40)).reasons == ("Ann wrote to you once, in February.",)


def test_what_had_many_readers_counts_for_little_and_says_so() -> None:
    reasons = told(mail(Direction.IN, 12, 10, group=True)).reasons
    assert reasons == ("You were both in twelve more exchanges with others, which count for little.",)


def test_where_nothing_is_known_it_says_so() -> None:
    assert told().reasons == (NOTHING,)
    connected = Contact("p1", "Ann Lee", connected_on=date(2021, 2, 8))
    assert told(contact=connected).reasons == ("You have been connected on LinkedIn since February 2021.",)


def test_her_own_word_stands_beside_what_the_letters_tell() -> None:
    warm = Evidence(warm_in=warmth(NOW), warm_out=warmth(NOW), received=1, sent=1, last=NOW)
    found = told(said=Tie.CLOSE, evidence=warm)
    assert found.by_itself is Tie.KNOWN
    assert found.correction == "You said close. Letters and talks alone tell: known to each other."
    assert told(said=Tie.KNOWN, evidence=warm).correction.endswith(", and letters and talks tell the same.")
    assert told(evidence=warm).correction == ""


def test_a_tie_that_lies_dormant_tells_for_how_long_and_what_it_was() -> None:
    last = ago(3 * 365 + 10)
    old = Evidence(warm_in=8 * warmth(last), warm_out=8 * warmth(last), received=8, sent=8, last=last)
    found = told(contact=Contact("p1", "Ann Lee", tie=Tie.KNOWN, dormant=True, last=last), evidence=old)
    assert found.silence == "Not in touch for three years, close before. People are glad to be remembered."
    assert told().silence == ""


def test_a_bridge_is_named_apart_from_the_tie() -> None:
    assert bridge("Ann", led_to=("Bob Roe", "Cal Hall"), only_at="Acme") == (
        "Ann has opened new circles to you: Bob Roe and Cal Hall."
    )
    assert bridge("Ann", led_to=(), only_at="Acme").startswith("Ann is the only one you know at Acme")
    assert bridge("Ann", led_to=(), only_at="") == ""
