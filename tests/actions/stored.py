"""Puts a told story into a store, so that verbs can be tried on it."""

from dataclasses import replace
from pathlib import Path

from tests.method.cast import GOALS, NOW, Story

from askwell.actions.desk import Desk, open_desk
from askwell.domain.goals import Goals


def put(data: Path, story: Story, *, goals: Goals = GOALS) -> dict[str, str]:
    """Stores people, messages with their cues, applications and goals; gives the ids of the people by their keys."""
    with open_desk(data=data, now=NOW) as desk:
        return _put(desk, story, goals)


def _put(desk: Desk, story: Story, goals: Goals) -> dict[str, str]:
    from askwell.store import write

    cues = story.search().cues_of
    with write.batch("import", "A story", now=desk.now) as batch:
        write.set_first_import(batch, desk.now.date())
        write.set_goals(batch, replace(goals, since=goals.since or story.since))
        people = [write.PersonIn(contact=contact) for contact in story.contacts.values()]
        ids = dict(zip(story.contacts, write.add_people(batch, people), strict=True))
        write.add_exchanges(
            batch,
            [
                write.ExchangeIn(
                    interaction=replace(i, people=tuple(ids[p] for p in i.people)),
                    key=i.id,
                    cues=tuple(
                        replace(c, contacts=tuple(ids.get(p, "") for p in c.contacts)) for c in cues.get(i.id, ())
                    ),
                )
                for i in story.interactions
            ],
        )
        write.add_applications(batch, story.applications)
    return ids
