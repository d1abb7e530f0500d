"""The line to a server of the web: the HTTP library's protocol on sockets of ours, and nothing ever logged."""

import logging
import socket
import ssl
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from askwell.sources.servers.patience import Patience
from askwell.sources.servers.reach import Reach
from askwell.sources.servers.troubles import BrokenOff, TooSlow

for name in ("httpx", "httpcore"):  # the address of a feed is its secret, and they would write it down
    logging.getLogger(name).disabled = True
    for part in ("connection", "http11", "proxy"):
        logging.getLogger(f"{name}.{part}").disabled = True


class Transport(httpx.BaseTransport):
    """Unencrypted lines lead to this very computer alone."""

    def __init__(self, reach: Reach, patience: Patience) -> None:
        self._backend = _Backend(reach, patience)
        nobody = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # reach encrypts, and knows whom to believe
        self._pool = httpcore.ConnectionPool(ssl_context=nobody, network_backend=self._backend, max_connections=2)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        self._backend.only_here = request.url.scheme != "https"
        asked = httpcore.Request(
            request.method, url, headers=request.headers.raw, content=request.stream, extensions=request.extensions
        )
        answer = self._pool.handle_request(asked)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Parts(answer.stream))

    def close(self) -> None:
        self._pool.close()


class _Parts(httpx.SyncByteStream):
    def __init__(self, parts: Any) -> None:
        self._parts = parts

    def __iter__(self) -> Iterator[bytes]:
        yield from self._parts

    def close(self) -> None:
        self._parts.close()


class _Backend(httpcore.NetworkBackend):
    """Connects within reach; `only_here` is set for each request."""

    def __init__(self, reach: Reach, patience: Patience) -> None:
        self.only_here = True
        self._reach, self._patience = reach, patience

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - patience tells
        local_address: str | None = None,  # noqa: ARG002 - as the base has it
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - as the base has it
    ) -> httpcore.NetworkStream:
        sock = self._reach.dial(host, port, self._patience, only_here=self.only_here)
        return _Stream(sock, self._reach, self._patience, host)


class _Stream(httpcore.NetworkStream):
    def __init__(self, sock: socket.socket, reach: Reach, patience: Patience, host: str) -> None:
        self._sock, self._reach, self._patience, self._host = sock, reach, patience, host

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - patience tells
        try:
            self._sock.settimeout(self._patience.pause(self._host))
            data = self._sock.recv(max_bytes)
        except TimeoutError as fault:
            raise TooSlow(self._host) from fault
        except OSError as fault:
            raise BrokenOff(self._host) from fault
        self._patience.took(len(data), self._host)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - patience tells
        try:
            self._sock.settimeout(self._patience.pause(self._host))
            self._sock.sendall(buffer)
        except TimeoutError as fault:
            raise TooSlow(self._host) from fault
        except OSError as fault:
            raise BrokenOff(self._host) from fault

    def close(self) -> None:
        self._sock.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,  # noqa: ARG002 - reach knows whom to believe
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - patience tells
    ) -> httpcore.NetworkStream:
        sock = self._reach.encrypt(self._sock, server_hostname or self._host)
        return _Stream(sock, self._reach, self._patience, self._host)

    def get_extra_info(self, info: str) -> Any:
        return self._sock if info == "socket" else None
