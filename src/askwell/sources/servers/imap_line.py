"""The line to an IMAP server: its socket within our reach, its bytes within our patience, and nothing ever logged."""

import imaplib
import io
import ssl
from typing import Any

from imapclient import IMAPClient
from imapclient.imapclient import SocketTimeout

from askwell.sources.servers.patience import Patience, Patient
from askwell.sources.servers.reach import Reach
from askwell.sources.servers.troubles import NotSecure, TooMuch

LINE = 10_000_000  # bytes; the library's own limit of a million is less than one answer of a large mailbox
imaplib._MAXLINE = LINE  # type: ignore[attr-defined]  # noqa: SLF001 - it is read where the library is
BUFFER = 64 * 1024


class _Line(imaplib.IMAP4):
    """The library's protocol on a socket of ours."""

    def __init__(self, reach: Reach, patience: Patience, host: str, port: int, *, secure: bool) -> None:
        self._reach, self._patience, self._secure = reach, patience, secure
        super().__init__(host, port)

    def open(self, host: str = "", port: int = 0, timeout: float | None = None) -> None:  # noqa: ARG002 - as the base has it
        self.host, self.port = host, port
        self._patience.anew()
        self.sock = self._reach.connect(host, port, self._patience, secure=self._secure)
        self._listen()

    def _listen(self) -> None:
        """Whatever was heard before is dropped: what came unencrypted counts for nothing once the line is encrypted."""
        self._heard = self.file = io.BufferedReader(Patient(self.sock, self._patience, self.host), BUFFER)

    def read(self, size: int) -> bytes:
        self._patience.took(size if size > self._patience.most else 0, self.host)
        return bytes(self._heard.read(size))

    def readline(self) -> bytes:
        line = bytes(self._heard.readline(LINE + 1))
        if len(line) > LINE:
            raise TooMuch(self.host)
        self._patience.said(len(line), self.host)
        return line

    def encrypt(self) -> None:
        """STARTTLS: from here on nobody listens in. Raises NotSecure where the server does not do so."""
        answer, _ = self._simple_command("STARTTLS")
        if answer != "OK":
            raise NotSecure(self.host)
        self.sock = self._reach.encrypt(self.sock, self.host)
        self._listen()
        self._tls_established = True
        self._get_capabilities()  # those told before may have been somebody else's

    def starttls(self, ssl_context: ssl.SSLContext | None = None) -> Any:  # noqa: ARG002 - as the base has it
        self.encrypt()
        return "OK", [b""]


class Client(IMAPClient):  # type: ignore[misc]  # the library carries no types
    """The library's client on such a line. It logs nothing: a log could hold a password."""

    def __init__(self, reach: Reach, patience: Patience, host: str, port: int, *, secure: bool) -> None:
        self._line = (reach, patience, secure)
        self.patience = patience
        super().__init__(host, port, ssl=False, timeout=SocketTimeout(patience.idle, patience.idle))
        self._imap.debug = 0
        self.normalise_times = False

    def _create_IMAP4(self) -> _Line:  # noqa: N802 - the library's name
        reach, patience, secure = self._line
        return _Line(reach, patience, self.host, self.port, secure=secure)

    def _set_read_timeout(self) -> None:
        """Each read has a time of its own."""
