"""Goals as JSON text and back."""

import json
import re
from dataclasses import asdict
from datetime import date
from typing import Any

from askwell.domain.goals import Goals, Need, NeedKind, Position, Status


def dump(goals: Goals) -> str:
    """JSON of the keys that say something."""
    told = {key: value for key, value in asdict(goals).items() if value}
    return json.dumps(told, ensure_ascii=False, default=date.isoformat)


def load(text: str) -> Goals:
    told: dict[str, Any] = json.loads(text)
    lists = {key: tuple(value) for key, value in told.items() if isinstance(value, list)}
    return Goals(
        **{
            **told,
            **lists,
            "status": Status(told.get("status", Status.IN_TRANSITION)),
            "since": _day(told.get("since")),
            "needs": tuple(Need(**{**need, "kind": NeedKind(need["kind"])}) for need in told.get("needs", ())),
            "positions": tuple(_position(position) for position in told.get("positions", ())),
        }
    )


def without(text: str, words: re.Pattern[str], *, gone: str) -> str:
    """Her goals without somebody: whoever was one to meet is none any more, what they said back goes with them."""
    told: dict[str, Any] = json.loads(text)
    met = told.get("kinds_of_people", ())
    clear = dict(told.pop("clarity", {}))
    if words.search(clear.get("manager", "")):
        clear.pop("manager")
    if "say_back" in clear:
        kept = (line for line in clear["say_back"].splitlines() if not words.search(line.partition(":")[0]))
        clear["say_back"] = "\n".join(kept)
    if met:
        told["kinds_of_people"] = [one for one in met if not words.search(one)]
    told |= {"clarity": clear} if clear else {}
    left = _blackened(told, words, gone)
    return text if left == json.loads(text) else json.dumps(left, ensure_ascii=False)


def _blackened(told: Any, words: re.Pattern[str], gone: str) -> Any:
    if isinstance(told, str):
        return words.sub(gone, told)
    if isinstance(told, dict):
        return {key: _blackened(value, words, gone) for key, value in told.items()}
    return [_blackened(value, words, gone) for value in told] if isinstance(told, list) else told


def _position(told: dict[str, Any]) -> Position:
    return Position(**{**told, "since": _day(told["since"]), "until": _day(told["until"])})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
