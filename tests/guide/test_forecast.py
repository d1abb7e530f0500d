"""The forecast: the same counts give the same figures, more is never later, nothing is told beyond the horizon."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from tests.eval import searches
from tests.eval.searches import BOB_1, BOB_2
from tests.method.cast import CALENDAR, GOALS, NOW, Story, referral

from askwell.domain.cues import CueType
from askwell.domain.people import Tie
from askwell.domain.search import Stage
from askwell.guide.forecast import Forecast, Own, Pace, Span, draws, engine, own_counts, parameters, words
from askwell.guide.forecast.draws import Dice
from askwell.guide.forecast.foretelling import foretell, guarded, span
from askwell.guide.forecast.parameters import Grade
from askwell.method import favors

OWN = Own(
    weeks=8.0, recent_asks=40, recent_applications=12, asks=70, asked=50, answered=27, helped=20, conversations=28,
    recent_conversations=14, names=12, recent_names=6, named=6, opened=2, cold=12, by_week=(0, 1, 2, 4, 5, 8, 10, 12),
)  # fmt: skip
INF = float("inf")


def told(own: Own = OWN) -> Forecast:
    found = foretell(own, searches=400)
    assert found
    return found


def middle(one: Span) -> float:
    return INF if one.middle is None else one.middle


class TestWhatIsSaid:
    def test_the_same_counts_give_the_same_figures(self) -> None:
        assert told() == told(replace(OWN))

    def test_with_too_little_of_her_own_there_is_no_forecast(self) -> None:
        assert foretell(Own()) is None
        assert foretell(replace(OWN, asks=4)) is None

    def test_a_span_is_in_order_and_none_stands_for_beyond(self) -> None:
        for pace in told().paces:
            for one in (pace.to_goal, pace.to_offer):
                found = [INF if value is None else value for value in (one.low, one.middle, one.high)]
                assert found == sorted(found)
                assert all(value is None or 0 <= value <= 52 for value in (one.low, one.middle, one.high))

    def test_beyond_the_horizon_it_says_so_and_gives_no_figure(self) -> None:
        slow = told(replace(OWN, recent_asks=2, asks=6, names=0, recent_names=0, conversations=2, by_week=()))
        assert slow.present.to_goal == Span(None, None, None)
        assert "longer than a year" in words.said(slow)
        assert "within a year" in words.moves(slow)

    def test_asking_openly_is_never_later_than_waiting(self) -> None:
        found = told()
        waiting, present, asking = (found.pace(name) for name in ("waiting", "present", "asking"))
        assert middle(asking.to_goal) <= middle(present.to_goal) <= middle(waiting.to_goal)
        assert middle(asking.to_offer) <= middle(present.to_offer)

    def test_volume_and_a_clear_ask_together_move_more_than_either(self) -> None:
        found = told(replace(OWN, recent_asks=16, helped=9, names=2, recent_names=1))
        more, clear, both = (found.pace(name).by_then for name in ("one-more", "clear", "both"))
        assert both > max(more, clear) > found.present.by_then
        assert words.most(found).endswith("Either alone does less.")

    def test_a_pace_of_her_own_that_is_better_than_bob_2_is_not_made_worse(self) -> None:
        quick = told(replace(OWN, recent_asks=100, names=40, recent_names=20))
        assert middle(quick.pace("asking").to_goal) <= middle(quick.present.to_goal)

    def test_the_fan_begins_where_she_is_and_opens(self) -> None:
        first, *_, last = told().fan
        assert (first.low, first.middle, first.high) == (12, 12, 12)
        assert last.low <= last.lower <= last.middle <= last.upper <= last.high
        assert len(told().fan) == 53

    def test_whoever_has_the_hundred_is_told_so_and_not_to_wait_a_week(self) -> None:
        found = told(replace(OWN, names=104))
        assert words.said(found).startswith("104 people have been named to you")
        assert words.goal_band(found, found.present) == "reached"
        assert "week" not in words.said(found).partition("An offer")[0]
        assert words.sooner(found) == ""
        assert not told(replace(OWN, names=99)).is_there

    def test_a_handful_within_a_year_is_no_number(self) -> None:
        few = told(replace(OWN, recent_asks=0, names=1, recent_names=0, conversations=1, helped=1))
        assert few.present.by_then < words.FEWEST
        assert words.to_goal(few.present) == "a few referrals within a year"

    def test_who_has_an_offer_is_told_of_a_further_one(self) -> None:
        assert words.offer(told(replace(OWN, cold_offers=1, cold_decided=1))).startswith("A further offer")
        assert words.offer(told()).startswith("An offer")

    def test_ways_that_are_hers_already_are_told_as_no_gain(self) -> None:
        """Bob #2 gains nothing by asking as he does; with much of her own and no more left to wish for."""
        hers = replace(OWN, asked=200, answered=108, helped=82, conversations=90, names=56, asks=220, weeks=20.0)
        found = told(replace(hers, recent_asks=62, asked_ties=(0, 0, 62, 0), left=(0, 0, 400)))
        assert found.pace("clear").by_then == pytest.approx(found.present.by_then, rel=0.02)
        assert found.pace("asking").by_then == pytest.approx(found.present.by_then, rel=0.02)
        assert words.most(found) == "What moves it most for you now: more asks."

    def test_her_own_counts_move_it(self) -> None:
        assert middle(told(replace(OWN, names=25, recent_names=12)).present.to_goal) < middle(told().present.to_goal)


class TestTheModel:
    def test_her_answers_outweigh_the_published_ones_in_time(self) -> None:
        few, many = (draws.present(replace(OWN, asked=n, answered=n), Dice(1, 4000)).answers for n in (4, 400))
        assert np.mean(few) < np.mean(many)
        assert np.mean(many) == pytest.approx(0.97, abs=0.03)

    def test_twenty_answers_of_her_own_say_more_than_what_is_usual(self) -> None:
        found = draws.present(replace(OWN, asked=20, answered=17), Dice(1, 4000)).answers
        assert np.mean(found) > 0.7

    def test_names_for_each_ask_come_near_to_hers(self) -> None:
        """Conversations are the same thing in her counts and in the simulation: asks that led to help."""
        hers = replace(OWN, asked=400, answered=240, helped=180, conversations=200, asks=440, names=100)
        found = draws.present(hers, Dice(1, 4000))
        assert np.mean(found.talks * found.names) == pytest.approx(100 / 440, rel=0.1)

    def test_rates_and_lives_are_of_different_dice(self, monkeypatch: pytest.MonkeyPatch) -> None:
        seeds: list[int] = []
        plain = np.random.default_rng

        def noting(seed: int) -> np.random.Generator:
            seeds.append(seed)
            return plain(seed)

        monkeypatch.setattr(np.random, "default_rng", noting)
        told()
        rates, lives = {seeds[0], *seeds[2::2]}, {seeds[1], *seeds[3::2]}
        assert len(lives) == 1, "the same for every way of going on"
        assert not rates & lives

    def test_a_day_that_brought_nothing_hardly_moves_a_figure(self) -> None:
        week = [told(replace(OWN, weeks=OWN.weeks + day / 7)) for day in range(8)]
        for day, after in pairwise(week):
            assert after.present.to_offer.middle == pytest.approx(day.present.to_offer.middle, abs=0.5)
            assert after.present.by_then == pytest.approx(day.present.by_then, abs=1)

    def test_no_offer_for_long_makes_chances_smaller_and_interviews_make_them_larger(self) -> None:
        long = replace(OWN, weeks=40.0, conversations=150, opened=20, named=60)
        met = replace(OWN, cold=40, cold_interviews=9)
        before, after, better = (np.mean(draws.present(one, Dice(1, 4000)).chance) for one in (OWN, long, met))
        assert after < before < better

    def test_the_weibull_weighs_one_a_week_on_average_over_half_a_year(self) -> None:
        for shape in (0.8, 0.9, 1.0):
            assert draws.passed(np.array([shape]), np.array([26.0]))[0] == pytest.approx(26)
        first, later = (np.diff(draws.passed(np.array([0.8]), np.array([at, at + 1.0])).ravel()) for at in (0.0, 30.0))
        assert first > later

    def test_the_guard_goes_only_a_part_of_the_way(self) -> None:
        before, after = (np.random.default_rng(1).exponential(mean, 4000) for mean in (30.0, 10.0))
        plain, moved = span(after, 200), guarded(before, after, weeks=200)
        assert middle(plain) < middle(moved) < middle(span(before, 200))

    def test_a_change_that_changes_nothing_is_told_as_nothing(self) -> None:
        times = np.random.default_rng(1).exponential(20.0, 4000)
        assert middle(guarded(times, times, weeks=200)) == pytest.approx(middle(span(times, 200)), abs=0.3)

    def test_a_hundredth_referral_within_a_week_lies_within_that_week(self) -> None:
        paths = np.array([[90, 100, 90], [95, 110, 90], [105, 120, 90]])
        assert engine.reached(paths, goal=100).tolist() == [1.5, 0.0, INF]

    def test_nobody_is_asked_who_is_not_there(self) -> None:
        few = replace(OWN, left=(1, 0, 0), asks=400, recent_asks=400)
        paths = engine.run(few, draws.present(few, Dice(1, 200)), weeks=20, seed=1)
        assert paths.talks.mean() < 100


class TestWhatItRestsOn:
    def test_every_range_is_in_order_and_has_its_source(self) -> None:
        for one in parameters.ALL:
            assert one.low < one.likely < one.high
            assert one.what
            assert one.source

    def test_what_is_assumed_is_called_so(self) -> None:
        assumed = {one.what.casefold() for one in parameters.ALL if one.grade is Grade.ASSUMED}
        assert {one.what.casefold() for one in words.rests_on() if one.assumed} >= assumed

    def test_nothing_that_rests_on_a_single_log_or_on_memory_is_called_published(self) -> None:
        """Rows of evidence.md that are graded C or D."""
        doubtful = {"1.4", "1.10", "1.13", "1.34", "1.35", "1.36", "1.39", "2.7", "2.10", "2.21", "2.26", "2.27", "4.7"}
        sure = (one for one in parameters.ALL if not one.assumed)
        assert [one.what for one in sure if doubtful & set(re.split(r", | to ", one.refs))] == []

    def test_what_counted_any_mail_as_an_answer_or_is_our_reading_of_trials_is_called_assumed(self) -> None:
        assert all(one.assumed for one in (parameters.ANSWER_KNOWN, parameters.ANSWER_FAR, parameters.EFFECT))

    def test_the_words_are_kind_and_promise_nothing(self) -> None:
        found = told()
        text = " ".join((words.said(found), words.moves(found), words.sure(found), words.UNKNOWN, words.GUARD))
        assert not re.search(r"\bbob\b|!|guarantee|\bwill get\b|overdue|fail|reject", text, re.IGNORECASE)

    def test_numpy_is_loaded_only_once_a_forecast_is_asked_for(self) -> None:
        code = "import askwell.actions.forecast, askwell.terminal.standing, sys; sys.exit('numpy' in sys.modules)"
        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


class TestHerOwnCounts:
    def counts(self, story: Story) -> Own:
        return own_counts(favors.books(story.search(goals=GOALS), NOW, CALENDAR))

    def test_asks_answers_and_help_are_counted_once_they_had_their_time(self) -> None:
        story = Story()
        for at, day in enumerate(("03-02", "03-02", "03-03", "03-25")):
            story.person(f"c{at}", f"Cora Number{at}", tie=Tie.KNOWN).went(f"c{at}", day, CueType.ASK)
        story.came("c0", "03-04", CueType.HELP)
        story.came("c1", "03-04", CueType.DECLINE)
        found = self.counts(story)
        assert (found.asks, found.asked, found.answered, found.helped) == (4, 3, 2, 1)
        assert found.recent_asks == 4
        assert found.asked_ties == (0, 4, 0, 0)

    def test_confirmed_referrals_are_names_and_an_application_through_one_is_referred(self) -> None:
        story = Story().person("bob", "Bob Roe").person("ann", "Ann Kern", company="Globex")
        story.went("bob", "01-12", CueType.ASK)
        story.came("bob", "01-14", referral("Ann Kern", "ann"))
        story.applied(
            "Globex", stage=Stage.INTERVIEW, updated="02-20", applied=NOW.date().replace(month=2), via="Ann Kern"
        )
        story.applied("Initech", stage=Stage.SILENT, applied=NOW.date().replace(month=2))
        found = self.counts(story)
        assert (found.names, found.named, found.opened) == (1, 1, 1)
        assert (found.referred, found.referred_interviews, found.cold, found.cold_interviews) == (1, 1, 1, 0)
        assert found.by_week[-1] == 1

    def test_several_helps_of_one_ask_are_one_conversation_and_a_help_belongs_to_the_last_ask_before(self) -> None:
        story = Story().person("ann", "Ann Poe").person("bob", "Bob Roe")
        story.went("ann", "01-05", CueType.ASK)
        story.went("ann", "02-20", CueType.ASK, thread="other")
        for day in ("02-22", "02-27", "03-04"):
            story.came("ann", day, CueType.HELP, thread="other")
        story.came("bob", "03-04", CueType.HELP)
        found = self.counts(story)
        assert (found.asks, found.conversations, found.recent_conversations) == (2, 1, 0)

    def test_a_young_application_counts_in_part_whether_it_has_its_interview_or_not(self) -> None:
        """Else every search with an interview would look luckier than it is."""
        story = Story()
        for company, stage in (("Globex", Stage.INTERVIEW), ("Initech", Stage.APPLIED)):
            story.applied(company, stage=stage, updated="03-25", applied=(NOW - timedelta(days=7)).date())
        found = self.counts(story)
        assert found.cold == pytest.approx(0.5, abs=0.1)
        assert found.cold_interviews == 1

    def test_applications_through_a_referral_are_none_of_her_pace_of_others(self) -> None:
        story = Story().person("bob", "Bob Roe").person("ann", "Ann Kern", company="Globex")
        story.went("bob", "03-02", CueType.ASK)
        story.came("bob", "03-04", referral("Ann Kern", "ann"))
        day = NOW.date().replace(day=16)
        story.applied("Globex", stage=Stage.APPLIED, applied=day, via="Ann Kern")
        story.applied("Initech", stage=Stage.APPLIED, applied=day)
        found = self.counts(story)
        assert found.recent_applications == 1
        assert found.notes_applications

    def test_whoever_is_not_asked_yet_is_left(self) -> None:
        story = Story().person("a", "Ann", tie=Tie.CLOSE).person("b", "Bea", tie=Tie.KNOWN, dormant=True)
        story.person("c", "Cid", tie=Tie.CLOSE).went("c", "03-02", CueType.ASK)
        assert self.counts(story).left == (1, 0, 1)

    def test_what_is_drawn_from_events_comes_near_to_the_habits_that_made_them(self) -> None:
        """Of the counts of eight weeks alone; what is published pulls but little."""
        made = [searches.made(BOB_2, seed=f"habits {at}") for at in range(4)]
        owns = [own_counts(favors.books(search, searches.NOW, searches.CALENDAR)) for search in made]
        found = [draws.present(own, Dice(1, 1000)) for own in owns]
        asks, answers, helps, names = (
            np.mean([np.mean(getattr(one, name)) for one in found]) for name in ("asks", "answers", "helps", "names")
        )
        assert asks == pytest.approx(BOB_2.asks, rel=0.15)
        assert answers == pytest.approx(BOB_2.reply, abs=0.06)
        assert helps == pytest.approx(BOB_2.helps, abs=0.08)
        assert names == pytest.approx(BOB_2.names, abs=0.12)

    def test_the_two_bobs_are_told_apart_by_their_events(self) -> None:
        found = []
        for how in (BOB_1, BOB_2):
            search = searches.made(how, seed="forecast")
            found.append(own_counts(favors.books(search, searches.NOW, searches.CALENDAR)))
        soft, hard = found
        assert soft.recent_asks < hard.recent_asks
        assert soft.names < hard.names
        assert middle(told(hard).present.to_goal) < 52


class TestThePageAboutIt:
    def test_every_parameter_stands_there_with_its_range_its_grade_and_its_source(self) -> None:
        page = (Path(__file__).parents[2] / "docs" / "forecast.md").read_text(encoding="utf-8")
        rows = [
            f"| {one.what} | {one.low:.3g} | {one.likely:.3g} | {one.high:.3g} | {one.grade} | {one.source} |"
            for one in parameters.ALL
        ]
        assert [row for row in rows if row not in page] == []


def test_a_clear_question_brings_nothing_more_to_whoever_asks_clearly_already() -> None:
    vague = Own(weeks=8.0, recent_asks=30, asks=60, asked=50, answered=25, helped=10, conversations=10, names=3)
    clear = replace(vague, clear=1.0)

    def gained(own: Own) -> float:
        now = draws.present(own, Dice(1, 4000))
        more = draws.clearly(own, now, Dice(2, 4000))
        return float((more.helps * more.names).mean() / (now.helps * now.names).mean())

    assert gained(vague) > 1.2
    assert gained(clear) == 1.0


def test_that_an_offer_comes_about_as_soon_in_each_way_is_said_with_its_reason() -> None:
    def offers(*middles: float | None) -> Forecast:
        found = told()
        one, *more = (
            replace(pace, to_offer=Span(1.0, at, 40.0)) for pace, at in zip(ways(found), middles, strict=True)
        )
        return replace(found, paces=(one, *more[:3]), moves=tuple(more[3:]))

    def ways(found: Forecast) -> tuple[Pace, ...]:
        return (*found.paces, *found.moves)

    assert words.alike(offers(9, 9, 8, 9, 9, 7)).startswith("When it comes hangs above all on who is hiring")
    assert words.alike(offers(20, 24, 9, 18, 19, 12)) == ""
    assert words.alike(offers(None, None, 40, 51, 52, 45)) == ""
