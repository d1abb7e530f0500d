"""Where connections may lead: names are looked up once, each address is judged, and that very one is connected to."""

import ipaddress
import socket
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from askwell.sources.servers.patience import Patience
from askwell.sources.servers.troubles import NoCertificate, NotSecure, Trouble, Unreachable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
PORTS = frozenset({143, 443, 993})  # of mail and of the web: a server of ours asks at no other
WAITING = 15.0  # seconds to connect
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # addresses of the old kind in the dress of the new


def certificates() -> ssl.SSLContext:
    """Whom to believe: those the system believes, and those that come with the HTTP library where it knows none."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


@dataclass(frozen=True)
class Reach:
    """`private` lets connections lead to this computer and its own network: on her own computer, never on a server.

    So a mail program's bridge on her computer can be read, and nobody finds out what stands behind a server of ours.
    """

    private: bool = True
    look_up: Callable[..., Sequence[tuple[Any, ...]]] = socket.getaddrinfo
    trust: Callable[[], ssl.SSLContext] = certificates

    def connect(self, host: str, port: int, patience: Patience, *, secure: bool) -> socket.socket:
        """A connected socket, encrypted if `secure`. Raises Unreachable, NotSecure, NoCertificate or TooSlow."""
        sock = self.dial(host, port, patience, only_here=not secure)
        return self.encrypt(sock, host) if secure else sock

    def dial(self, host: str, port: int, patience: Patience, *, only_here: bool) -> socket.socket:
        """A connected socket that is not encrypted, or not yet: `only_here` leads to this very computer alone."""
        addresses = self._addresses(host, port)
        if only_here and not all(one.is_loopback for _, one, _ in addresses):
            raise NotSecure(host)
        return self._first(addresses, host, patience)

    def encrypt(self, sock: socket.socket, host: str) -> socket.socket:
        """The socket encrypted, once the other side has shown to be the host."""
        try:
            return self.trust().wrap_socket(sock, server_hostname=host)
        except ssl.SSLCertVerificationError as fault:
            sock.close()
            raise NoCertificate(host) from fault
        except ValueError as fault:  # a name that no certificate can be for
            sock.close()
            raise Unreachable(host) from fault
        except OSError as fault:
            sock.close()
            raise (NotSecure(host) if isinstance(fault, ssl.SSLError) else Unreachable(host)) from fault

    def _first(
        self, addresses: Sequence[tuple[int, Address, tuple[Any, ...]]], host: str, patience: Patience
    ) -> socket.socket:
        trouble: Trouble = Unreachable(host)
        for family, _, place in addresses:
            sock = socket.socket(family, socket.SOCK_STREAM)
            try:
                sock.settimeout(min(WAITING, patience.pause(host)))
                sock.connect(place)
            except OSError:
                sock.close()
            except Trouble as slow:
                sock.close()
                trouble = slow
            else:
                sock.settimeout(patience.pause(host))
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return sock
        raise trouble

    def _addresses(self, host: str, port: int) -> list[tuple[int, Address, tuple[Any, ...]]]:
        """Where the name leads; if one place of them is none to go to, none is."""
        if not host or not (self.private or port in PORTS):
            raise Unreachable(host)
        try:
            found = self.look_up(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError, ValueError) as fault:
            raise Unreachable(host) from fault
        told = [(family, ipaddress.ip_address(place[0].partition("%")[0]), place) for family, _, _, _, place in found]
        if not told or not all(self._may(address) for _, address, _ in told):
            raise Unreachable(host)
        return told

    def _may(self, address: Address) -> bool:
        real = _real(address)
        if real.is_loopback:
            return self.private
        if real.is_multicast or real.is_unspecified or real.is_link_local or real.is_reserved:
            return False
        return self.private or real.is_global


def _real(address: Address) -> Address:
    """The address that is meant where one of the old kind stands inside one of the new."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])
        if address in NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        return inner or address
    return address
