"""Remarks in the margin: another each day, each with its source, none with a figure that is not published."""

from datetime import date, timedelta

import pytest

from askwell.web.remarks import Remark, remark_of, remarks

TOPICS = ("today", "ask", "progress", "bring")


@pytest.mark.parametrize("topic", TOPICS)
def test_each_remark_of_a_topic_has_its_turn(topic: str) -> None:
    own = {one.line for one in remarks() if one.topic == topic}
    shown = {remark_of(topic, date(2026, 3, 1) + timedelta(days=n)).line for n in range(len(own))}
    assert shown == own


def test_a_remark_stays_the_same_all_day() -> None:
    assert remark_of("today", date(2026, 3, 12)) == remark_of("today", date(2026, 3, 12))


@pytest.mark.parametrize("remark", remarks(), ids=lambda one: one.line[:30])
def test_each_remark_names_its_source_and_is_one_line(remark: Remark) -> None:
    assert remark.topic in TOPICS
    assert ", doi 10." in remark.source
    assert len(remark.line) <= 120
    assert remark.line.count(".") == 1
    assert "!" not in remark.line + remark.why
