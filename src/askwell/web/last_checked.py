"""When her connected servers were last checked, in one line, wherever what comes from there is shown."""

from dataclasses import dataclass

from askwell.actions.connecting import connections
from askwell.actions.desk import Desk
from askwell.web.parts import Act
from askwell.web.parts.days import Clock

CHECK, AGAIN = Act("Check now", post="/connect/check"), Act("Try again", post="/connect/check")


@dataclass(frozen=True, slots=True)
class LastChecked:
    """`said` is one sentence, `is_well` whether nothing stands in the way, `act` what reads them now."""

    said: str
    is_well: bool
    act: Act


def last_checked(desk: Desk) -> LastChecked | None:
    """Of all servers together: the trouble of the first that has one, else the check that is longest ago."""
    found = connections.connected(desk)
    if not found:
        return None
    trouble = next((one for one in found if not one.is_well), None)
    if trouble and trouble.looked:
        return LastChecked(f"{trouble.connection.name}: {trouble.looked.said}", is_well=False, act=AGAIN)
    checked = [one.looked.checked for one in found if one.looked and one.looked.checked]
    if len(checked) < len(found):
        return LastChecked("Not checked yet.", is_well=True, act=CHECK)
    clock = Clock(desk.now, desk.calendar)
    return LastChecked(f"Last checked {clock.moment(min(checked))}.", is_well=True, act=CHECK)
