"""Goals as JSON text and back."""

import json
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


def _position(told: dict[str, Any]) -> Position:
    return Position(**{**told, "since": _day(told["since"]), "until": _day(told["until"])})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
