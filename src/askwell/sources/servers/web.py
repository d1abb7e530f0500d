"""Asking a server of the web: within our reach and patience, and what lets her in is told to nobody else."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from askwell.domain.connections import Login
from askwell.sources.servers.patience import Patience
from askwell.sources.servers.reach import Reach
from askwell.sources.servers.seen import Key
from askwell.sources.servers.troubles import (
    BrokenOff,
    Confused,
    Elsewhere,
    NotLetIn,
    NotSecure,
    TooMuch,
    TooSlow,
    Trouble,
)
from askwell.sources.servers.web_line import Transport

MOST = 64 * 1024 * 1024  # bytes of one answer, unpacked
HOPS = 5  # times that one is sent on
SENT_ON = frozenset({301, 302, 303, 307, 308})
REFUSED = (401, 403)
PORTS = {"https": 443, "http": 80}
AGENT = "Askwell (reads only)"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; `url` is where it stands, after having been sent on."""

    status: int
    url: str
    headers: Mapping[str, str]
    body: bytes


class Web:
    """One server of the web. All it raises is Trouble.

    The key goes to the place it is for: to other names of the same site where they are encrypted too, as iCloud and
    others share their work among many, and to nobody else. Without a key one may be sent on to anywhere in reach.
    """

    def __init__(self, start: str, reach: Reach, patience: Patience, key: Key | None = None) -> None:
        self.host = urlsplit(start).hostname or ""
        self._start, self._patience, self._key = start, patience, key
        self._client = httpx.Client(
            transport=Transport(reach, patience),
            follow_redirects=False, trust_env=False, timeout=patience.idle, headers={"User-Agent": AGENT},
        )  # fmt: skip
        self._auth: httpx.Auth | None = _auth(key, {})

    def close(self) -> None:
        self._client.close()

    def trusts(self, url: str) -> bool:
        """Whether the key may be told there."""
        return _same_place(self._start, url) or _same_site(self._start, url)

    def ask(
        self,
        verb: str,
        url: str,
        *,
        body: str = "",
        headers: Mapping[str, str] | None = None,
        forbidden_is: bool = True,
    ) -> Answer:
        """The answer, wherever one was sent on to. Raises NotLetIn, Elsewhere and other troubles.

        `forbidden_is` tells whether 403 means that she is not let in; to some questions it means something else.
        """
        for _ in range(HOPS):
            if self._key is not None and not self.trusts(url):
                raise Elsewhere(self.host, urlsplit(url).hostname or "another place")
            answer = self._once(verb, url, body, headers or {})
            if answer.status not in SENT_ON or not answer.headers.get("location"):
                refused = REFUSED if forbidden_is else REFUSED[:1]
                if answer.status in refused and self._key:
                    raise NotLetIn(self.host)
                return answer
            url = self._further(url, answer.headers["location"])
        raise Confused(self.host, "it sends us from one place to the next")

    def _further(self, url: str, location: str) -> str:
        """Where one is sent on to: never from an encrypted place to one where others listen."""
        target = joined(url, location)
        if urlsplit(target).scheme not in PORTS or not urlsplit(target).hostname:
            raise Confused(self.host, "it sends us on to an address that is none")
        if urlsplit(url).scheme == "https" and urlsplit(target).scheme == "http":
            raise NotSecure(self.host)
        return target

    def _once(self, verb: str, url: str, body: str, headers: Mapping[str, str]) -> Answer:
        answer = self._send(verb, url, body, headers)
        if answer.status == httpx.codes.UNAUTHORIZED and self._key and _asks_for_digest(answer.headers):
            self._auth = _auth(self._key, answer.headers)
            answer = self._send(verb, url, body, headers)
        return answer

    def _send(self, verb: str, url: str, body: str, headers: Mapping[str, str]) -> Answer:
        self._patience.anew()
        with self._troubles():
            request = self._client.build_request(verb, url, content=body.encode(), headers=dict(headers))
            response = self._client.send(request, auth=self._auth, stream=True)
            try:
                return Answer(response.status_code, url, response.headers, self._whole(response))
            finally:
                response.close()

    def _whole(self, response: httpx.Response) -> bytes:
        parts, size = [], 0
        for part in response.iter_bytes():
            size += len(part)
            if size > MOST:
                raise TooMuch(self.host)
            parts.append(part)
        return b"".join(parts)

    @contextmanager
    def _troubles(self) -> Iterator[None]:
        try:
            yield
        except Trouble:
            raise
        except (httpx.TimeoutException, httpcore.TimeoutException) as fault:
            raise TooSlow(self.host) from fault
        except (httpx.DecodingError, httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError, ValueError) as fault:
            raise Confused(self.host) from fault
        except (httpx.HTTPError, httpcore.NetworkError, httpcore.ProtocolError, OSError) as fault:
            raise BrokenOff(self.host) from fault


def joined(url: str, told: str) -> str:
    """Where an address leads that a server told at `url`. Raises Confused where it is none."""
    try:
        target = urljoin(url, told)
        urlsplit(target)
    except ValueError as fault:
        raise Confused(urlsplit(url).hostname or "the server", "it names an address that is none") from fault
    return target


def _auth(key: Key | None, headers: Mapping[str, str]) -> httpx.Auth | None:
    if key is None:
        return None
    if key.login is Login.TOKEN:
        return _Token(key.secret)
    return (httpx.DigestAuth if _asks_for_digest(headers) else httpx.BasicAuth)(key.user, key.secret)


class _Token(httpx.Auth):
    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Any:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


def _asks_for_digest(headers: Mapping[str, str]) -> bool:
    told = headers.get("www-authenticate", "").lower()
    return "digest" in told and "basic" not in told


def _place(url: str) -> tuple[str, str, int]:
    parts = urlsplit(url)
    try:
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError:
        port = -1
    return parts.scheme, (parts.hostname or "").lower(), port


def _same_place(one: str, other: str) -> bool:
    """The same server; or the same one, encrypted now where it was not."""
    return _place(one) == _place(other) or (_place(one)[:2], _place(other)) == (
        ("http", _place(other)[1]),
        ("https", _place(one)[1], 443),
    )


def _same_site(one: str, other: str) -> bool:
    """Two encrypted places under one name that somebody registered, such as p42-contacts.icloud.com of icloud.com."""
    (scheme, host, port), (their_scheme, their_host, their_port) = _place(one), _place(other)
    if (scheme, their_scheme) != ("https", "https") or port != their_port:
        return False
    site = _registered(host)
    return bool(site) and site == _registered(their_host)


def _registered(host: str) -> str:
    from publicsuffixlist import PublicSuffixList

    if host.replace(".", "").isdigit() or ":" in host:
        return ""
    return PublicSuffixList().privatesuffix(host) or ""
