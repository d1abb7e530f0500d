"""Help is counted in one way: the line of `progress` and the ledger under it never disagree."""

from dataclasses import replace

from tests.method.cast import NOW, Story

from askwell.domain.cues import Answer, CueType
from askwell.method import favors
from askwell.terminal.favors import helped


def test_help_is_counted_as_the_ledger_counts_it_and_what_was_only_noticed_apart() -> None:
    story = Story().person("bob", "Bob Roe").person("ann", "Ann Poe").person("cal", "Cal Fry")
    for who, day in (("bob", "03-02"), ("ann", "03-04"), ("cal", "03-06")):
        story.came(who, day, CueType.HELP)
    story.went("bob", "03-03", CueType.THANKS)
    story.went("cal", "03-05", CueType.ASK)
    search = story.search()
    unsure = replace(search.cues[2], answer=Answer.WAITING)
    kept = favors.books(replace(search, cues=(*search.cues[:2], unsure, *search.cues[3:])), NOW)
    sure = favors.balance(one for one in favors.ledger_of(kept) if one.confirmed)
    said = helped(kept.helps)
    assert said.startswith(f"Help: {'twice' if sure.received == 2 else sure.received}, 1 of them thanked.")
    assert said.endswith("1 more waits for your yes: askwell replies")
    assert helped(one for one in kept.helps if one.confirmed) == "Help: twice, 1 of them thanked."
