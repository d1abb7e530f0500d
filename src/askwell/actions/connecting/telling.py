"""What she tells to connect a server, brought to one form: which server, as whom, and what lets her in."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from askwell.actions.connecting.providers import provider_of
from askwell.domain.connections import Connection, Login, Service
from askwell.domain.errors import Refused
from askwell.identity import handles

HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)*[^\W_](?:[\w-]{0,61}[^\W_])?\.?|\[[0-9a-fA-F:.]{2,45}\]")
IMAP = {"imaps": 993, "imap": 143, "imap+starttls": 143}
LONGEST = 400
NO_SERVER = (
    "Which server is it? Askwell does not know the one of {domain}. Look in the help of your provider for “{word}”, and"
    " give its address."
)
WORDS = {Service.IMAP: "IMAP", Service.CARDDAV: "CardDAV", Service.CALDAV: "CalDAV"}


@dataclass(frozen=True, slots=True)
class Told:
    """`server` may be a host, with or without its port, or a URL; of a feed the `secret` is its whole address."""

    service: Service
    address: str = ""
    secret: str = field(default="", repr=False)
    server: str = ""
    user: str = ""
    name: str = ""
    login: Login | None = None
    keep: bool = True


def connection_of(told: Told) -> Connection:
    """The connection as it is kept, without what lets her in. Raises Refused where something is missing or wrong."""
    if told.service is Service.FEED:
        return _feed(told)
    address = handles.address(told.address)
    if not address:
        raise Refused("Your own address at this provider is needed, such as you@example.com.")
    known = provider_of(address)
    server = told.server.strip() or (known.servers.get(told.service, "") if known else "")
    if not server:
        domain = address.partition("@")[2]
        raise Refused(NO_SERVER.format(domain=domain, word=WORDS[told.service]))
    login = told.login or (known.login if known and not told.server.strip() else Login.PASSWORD)
    return Connection(
        id="",
        service=told.service,
        name=_line(told.name) or address,
        server=_mail(server) if told.service is Service.IMAP else _web(server),
        user=_line(told.user) or address,
        address=address,
        login=login,
        keeps=told.keep and login is Login.PASSWORD,
    )


def _line(text: str) -> str:
    return "".join(filter(str.isprintable, " ".join(text.split())))[:LONGEST]


def _feed(told: Told) -> Connection:
    from askwell.sources.servers.feed import address_of

    url = address_of(told.secret)
    parts = urlsplit(url)
    host = _host(parts.hostname or "") if parts.scheme in {"http", "https"} else ""
    if not host:
        raise Refused("The address of the calendar begins with https:// or webcal://. Copy it as a whole.")
    return Connection("", told.service, _line(told.name) or f"Calendar at {host}", host, keeps=told.keep)


def _mail(text: str) -> str:
    """A mail server as a URL, encrypted from the first moment unless it is said otherwise."""
    scheme, mark, rest = text.partition("://")
    scheme, rest = (scheme.lower(), rest) if mark else ("imaps", text)
    if scheme not in IMAP:
        raise Refused(
            f"“{text}” is no address of a mail server; it looks like imap.example.com or imap.example.com:993."
        )
    host, port = _host_and_port(text, rest)
    return f"{scheme}://{host}:{port or IMAP[scheme]}"


def _host_and_port(text: str, rest: str) -> tuple[str, int]:
    try:
        parts = urlsplit(f"//{rest}")
        host, port = _host(parts.hostname or ""), parts.port or 0
    except ValueError:
        host, port = "", 0
    if not host or parts.username or parts.path.strip("/"):
        raise Refused(f"“{text}” is no address of a server; it looks like imap.example.com or imap.example.com:993.")
    return host, port


def _web(text: str) -> str:
    """A server of contacts or calendars as a URL, without anything secret in it."""
    url = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(url)
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:
        host, port = "", None
    if not host or parts.scheme not in {"http", "https"} or parts.username or parts.query:
        raise Refused(f"“{text}” is no address of a server; it looks like https://dav.example.com.")
    path = parts.path[:LONGEST] or "/"
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}{path}"


def _host(text: str) -> str:
    """A host in lower case, as a URL names it; "" for what is none."""
    shown = f"[{text}]" if ":" in text else text
    return shown.lower() if HOST.fullmatch(shown) and len(shown) <= 253 else ""
