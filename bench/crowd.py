"""A large store: 30,000 contacts and 100,000 interactions over eight years, and a search that began in August."""

import random
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench import linkedin
from bench.harness import DATA

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
STORE = DATA / "crowd"
YEARS, EXCHANGES, AN_ASK_IN = 8, 100_000, 500
GOALS = """
name = "Nora"
statement = "I am looking for a supply planning role in wind energy."
roles = ["Supply planner"]
fields = ["wind energy"]
companies = ["Acme"]
since = 2026-08-01
"""


def store() -> Path:
    """The data folder, made once."""
    if not (STORE / "ready").exists():
        shutil.rmtree(STORE, ignore_errors=True)
        STORE.mkdir(parents=True)
        _fill(linkedin.connections())
        (STORE / "ready").touch()
    return STORE


def _fill(file: Path) -> None:
    from askwell.actions import bring_in, goals
    from askwell.actions.desk import open_desk
    from askwell.domain.cues import Answer, Cue, CueType
    from askwell.domain.messages import Channel, Direction, Interaction
    from askwell.store import read, write

    dice = random.Random(3)
    with open_desk(data=STORE, now=NOW) as desk:
        goals.set_goals(desk, GOALS)
        bring_in.bring_in(desk, [file])
        people = list(read.search(NOW).contacts)
        exchanges = []
        for number in range(EXCHANGES):
            direction = dice.choice((Direction.IN, Direction.OUT))
            interaction = Interaction(
                id="",
                at=NOW - timedelta(days=dice.random() * 365 * YEARS),
                channel=Channel.EMAIL,
                direction=direction,
                people=(dice.choice(people),),
                thread=f"t{number // 2}",
                subject="Hello",
            )
            asked = direction is Direction.OUT and number % AN_ASK_IN < 2
            cue = Cue(CueType.ASK, evidence=QUESTION, about=QUESTION, answer=Answer.YES)
            exchanges.append(write.ExchangeIn(interaction=interaction, cues=(cue,) if asked else ()))
        with write.batch("import", "Mail", now=NOW) as batch:
            write.add_exchanges(batch, exchanges)


QUESTION = "What was hardest to learn?"
