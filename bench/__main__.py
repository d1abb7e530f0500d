"""`python -m bench [CASE …]`: every case, or those whose names begin as said; `--list` names them."""

import sys

from bench import ahead, cards, linkedin, mail, web
from bench.harness import Case, Result, measure, run_here

CASES: dict[str, Case] = {**linkedin.CASES, **mail.CASES, **cards.CASES, **web.CASES, **ahead.CASES}


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--case"]:
        run_here(CASES[arguments[1]])
        return 0
    if arguments[:1] == ["--prepare"]:
        CASES[arguments[1]].prepare()
        return 0
    if arguments[:1] == ["--list"]:
        print("\n".join(CASES))
        return 0
    chosen = [name for name in CASES if not arguments or any(name.startswith(a) for a in arguments)]
    if not chosen:
        print("No case begins like that; --list names them all.", file=sys.stderr)
        return 2
    failed = [name for name in chosen if not _tell(name, measure(name, CASES[name]), CASES[name])]
    return 1 if failed else 0


def _tell(name: str, result: Result | str, case: Case) -> bool:
    if isinstance(result, str):
        print(f"{name:24} {result}", flush=True)
        return result.startswith("left out")
    found = "  ".join(f"{key} {value}" for key, value in result.found.items())
    took = f"{result.seconds:8.2f} s  {result.cpu:8.2f} s CPU  {result.megabytes:6.0f} MB"
    print(f"{name:24} {took}  n={result.runs}  {found}", flush=True)
    if case.goal is not None:
        print(f"{'':24} {_against(case.goal, result, elsewhere=case.elsewhere)}", flush=True)
    return True


def _against(goal: float, result: Result, *, elsewhere: bool) -> str:
    """How a result stands against its goal. What others compute meanwhile makes the clock run on, not the CPU.

    Of what is done `elsewhere` the clock alone tells: the CPU here is that of the one who waits.
    """
    if result.seconds <= goal:
        return f"goal {goal:g} s: met"
    if elsewhere:
        return f"goal {goal:g} s: missed by {result.seconds - goal:.2f} s by the clock"
    if result.cpu <= goal:
        return f"goal {goal:g} s: met where nothing else runs; {result.seconds - result.cpu:.2f} s were spent waiting"
    return f"goal {goal:g} s: missed by {result.cpu - goal:.2f} s"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
