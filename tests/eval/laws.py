"""The seven laws on many more searches than the suite has time for, and many lives on a real store."""

from collections.abc import Callable
from importlib import import_module, reload
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.actions.life import Life

EXAMPLES, LIVES, STEPS = 600, 40, 20
PLACES = ("tests.test_seven_tips", "tests.method.test_followup_any")


def report() -> str:
    """How many made-up searches each law was tried on; a law that fails is shown with the search that breaks it."""
    many = settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    settings.register_profile("many", many)
    settings.load_profile("many")
    held = [law for place in PLACES for law in laws(place, anew=True)]
    for law in held:
        law()
    lives = settings(many, max_examples=LIVES, stateful_step_count=STEPS, phases=(Phase.generate,))  # no shrinking
    run_state_machine_as_test(Life, settings=lives)
    return (
        f"### The seven laws\n\n{len(held)} laws and rules of promises held on {EXAMPLES} made-up searches each"
        f" (letters on fewer), and no promise was lost in {LIVES} searches lived on a real store in {STEPS} steps each:"
        " help, referrals, asks, thanks, merges, imports, undo and landing, in any order.\n"
    )


def laws(place: str, *, anew: bool = False) -> list[Callable[[], Any]]:
    """The property tests of a module; read anew, they take the profile that is loaded."""
    module = import_module(place)
    known = vars(reload(module) if anew else module)
    return [value for name, value in known.items() if name.startswith("test_") and hasattr(value, "hypothesis")]


if __name__ == "__main__":
    print(report())
