"""What LinkedIn tells of the seeker fills her goals: name and schools where they are empty, jobs beside her own."""

from collections.abc import Sequence
from dataclasses import replace

from askwell.actions.bringing_in.parties import Letter
from askwell.domain.goals import Goals, Position
from askwell.domain.reading import Reading
from askwell.domain.tables import ONCE
from askwell.identity import regions


def filled(goals: Goals, readings: Sequence[Reading]) -> Goals:
    """Her goals, with what her files tell where she said nothing herself. Jobs and headline are the newest told."""
    own = [reading.me for reading in readings if reading.source.startswith("linkedin-")]
    profile = [reading.me for reading in readings if reading.source == "linkedin-profile"]
    positions = next((me.positions for me in own if me.positions), ())
    hers = tuple(job for job in goals.positions if job.own)
    schools = next((me.schools for me in own if me.schools), ())
    place = next((me.place for me in own if me.place), "")
    return replace(
        goals,
        name=goals.name or next((me.name for me in profile if me.name), ""),
        headline=next((me.headline for me in own if me.headline), goals.headline),
        country=goals.country or regions.of_place(place),
        schools=goals.schools or schools,
        positions=_jobs(hers, positions) if positions else goals.positions,
        tables={**goals.tables, **_layouts(readings)},
    )


def _jobs(hers: tuple[Position, ...], told: tuple[Position, ...]) -> tuple[Position, ...]:
    from askwell.method import goals as method  # which knows all job titles, and few files tell any of hers

    return method.jobs(hers, told)


def _layouts(readings: Sequence[Reading]) -> dict[str, str]:
    """Her word on the columns of tables, for the next one with the same header."""
    said = (reading.layout for reading in readings if reading.layout)
    return {mark: fields for mark, fields in said if not mark.startswith(ONCE)}


def signed(goals: Goals, letters: Sequence[Letter]) -> Goals:
    """Her goals with the signature under the newest letter of hers that has one."""
    hers = [one.message for one in letters if one.from_me and one.message.signature]
    newest = max(hers, key=lambda message: (message.at, message.signature), default=None)
    if newest is None or (at := newest.at.isoformat()) < goals.signed:
        return goals
    return replace(goals, signature=newest.signature, signed=at)


def followed(readings: Sequence[Reading], goals: Goals) -> str:
    """One sentence about companies she follows or saved a job of: proposals, never goals by themselves."""
    named = dict.fromkeys(company for reading in readings for company in reading.companies)
    fresh = [company for company in named if company not in goals.companies]
    if not fresh:
        return ""
    some = ", ".join(fresh[:5]) + (f" and {len(fresh) - 5} more" if len(fresh) > 5 else "")
    return f"Companies you follow on LinkedIn: {some}. Name those you would love to work for in your goals."
