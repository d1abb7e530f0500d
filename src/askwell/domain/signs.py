"""What a way to help rests on, before it is put in words."""

from dataclasses import dataclass

from askwell.domain.plans import WayKind


@dataclass(frozen=True, slots=True)
class Sign:
    """What a way rests on. `about` is the company, role, field or place; `place` its rank among the goals, from 0.

    `near` is how near the person's own work is to the work wanted (2 the same, 1 next door); `decides` where the
    title is likely to have a say in hiring; `how` tells what the sign was seen in.
    """

    kind: WayKind
    about: str = ""
    place: int = 0
    near: int = 0
    decides: bool = False
    how: str = ""
