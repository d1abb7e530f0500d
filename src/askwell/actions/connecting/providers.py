"""How each provider is connected: the addresses of its servers, what lets one in, and the steps in plain words."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from askwell.domain.connections import Login, Service

OTHER, FEED = "other", "feed"


@dataclass(frozen=True, slots=True)
class Provider:
    """`servers` are those it offers; `secret` is what lets one in, as the provider calls it."""

    id: str
    name: str
    servers: dict[Service, str]
    domains: frozenset[str]
    login: Login
    secret: str
    words: str
    steps: tuple[str, ...]
    also: str = ""
    checked: bool = False

    @property
    def services(self) -> tuple[Service, ...]:
        """What can be connected there."""
        if self.id == FEED:
            return (Service.FEED,)
        if self.id == OTHER:
            return (Service.IMAP, Service.CARDDAV, Service.CALDAV)
        return tuple(self.servers)


@cache
def providers() -> tuple[Provider, ...]:
    """All of them, in the order they are shown."""
    text = files("askwell.actions.connecting").joinpath("providers.toml").read_text(encoding="utf-8")
    return tuple(
        Provider(
            id=told["id"],
            name=told["name"],
            servers={service: told[service.value] for service in Service if isinstance(told.get(service.value), str)},
            domains=frozenset(told.get("domains", ())),
            login=Login(told.get("login", Login.PASSWORD)),
            secret=told["secret"],
            words=told["words"],
            steps=tuple(told["steps"]),
            also=told.get("also", ""),
            checked=told["checked"],
        )
        for told in tomllib.loads(text)["provider"]
    )


def provider(name: str) -> Provider | None:
    """The provider of that id."""
    return next((one for one in providers() if one.id == name), None)


def provider_of(address: str) -> Provider | None:
    """The provider whose addresses end as this one does."""
    domain = address.rpartition("@")[2].strip().lower()
    return next((one for one in providers() if domain in one.domains), None)
