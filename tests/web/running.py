"""The app as it really runs: `askwell open` in a process of its own, spoken to over its socket."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPMessage
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

OPEN = (sys.executable, "-m", "askwell", "open", "--no-browser", "--json")
FORM = "application/x-www-form-urlencoded"
SECONDS = 60  # a busy computer may stand still for a while
Headers = Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: `text` is the body as UTF-8."""

    status: int
    headers: HTTPMessage
    text: str


@dataclass
class App:
    """A running app and one visitor of it, who keeps cookies as a browser does."""

    url: str
    launch_file: Path
    pid: int
    data: Path
    process: "subprocess.Popen[str] | None" = None
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def port(self) -> int:
        return urlsplit(self.url).port or 0

    @property
    def origin(self) -> str:
        return self.url.rstrip("/")

    def ask(self, method: str, path: str, *, body: str | bytes = "", headers: Headers = None) -> Answer:
        """One request with these headers and no others, but for Host where it is not among them."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            content = body.encode() if isinstance(body, str) else body
            connection.request(method, path, body=content or None, headers=dict(headers or {}))
            came = connection.getresponse()
            return Answer(came.status, came.headers, came.read().decode("utf-8", errors="replace"))
        finally:
            connection.close()

    @property
    def inside(self) -> bool:
        """Whether this visitor is let in: whoever is not gets 403 at every address."""
        return self.get("/").status != 403

    def get(self, path: str = "/") -> Answer:
        return self._as_browser("GET", path)

    def post(self, path: str, **fields: Any) -> Answer:
        """A form of our own pages, with its token. A list sends a name several times."""
        token = self.token()
        body = urlencode({"csrfmiddlewaretoken": token, **fields}, doseq=True)
        return self._as_browser("POST", path, body=body, headers={"Origin": self.origin, "Content-Type": FORM})

    def token(self, path: str = "/today") -> str:
        """A token as it stands in the forms of a page; "" where it has none."""
        found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.get(path).text)
        return found[1] if found else ""

    def sign_in(self) -> Answer:
        """Hand the launch file over, as a browser does that opened it."""
        return self.hand_over(self.code())

    def code(self, page: Path | None = None) -> str:
        """The code in a launch file."""
        found = re.search(r'name="code" value="(\w+)"', (page or self.launch_file).read_text(encoding="utf-8"))
        assert found
        return found[1]

    def hand_over(self, code: str, **more: str) -> Answer:
        headers = {"Origin": "null", "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", **more}
        return self._keep(self.ask("POST", "/launch", body=f"code={code}", headers={**headers, "Content-Type": FORM}))

    def _as_browser(self, method: str, path: str, *, body: str = "", headers: Headers = None) -> Answer:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        told = {"Sec-Fetch-Site": "same-origin", **({"Cookie": cookies} if cookies else {}), **(headers or {})}
        return self._keep(self.ask(method, path, body=body, headers=told))

    def _keep(self, answer: Answer) -> Answer:
        for line in answer.headers.get_all("Set-Cookie", []):
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer


def start(data: Path, *more: str, **environment: str) -> App:
    """Start the app and wait until it says where it is; the caller ends it."""
    process = subprocess.Popen(
        [*OPEN, "--data", str(data), *more], stdout=subprocess.PIPE, text=True, env={**os.environ, **environment}
    )
    assert process.stdout
    told = json.loads(process.stdout.readline())
    return App(told["url"], Path(told["launch_file"]), told["pid"], data, process)


def again(app: App, *more: str) -> App:
    """A second start on the same folder: the app that runs already, with a new launch file and no cookies."""
    command = [*OPEN, "--data", str(app.data), *more]
    told = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=60).stdout)
    return App(told["url"], Path(told["launch_file"]), told["pid"], app.data)


def end(app: App, number: int = signal.SIGTERM) -> int:
    """End the process that `start` began; its exit code."""
    assert app.process
    app.process.send_signal(number)
    code = app.process.wait(timeout=SECONDS)
    if app.process.stdout:
        app.process.stdout.close()
    return code


@contextmanager
def running(data: Path, *more: str, **environment: str) -> Iterator[App]:
    """The app for the time of a `with`, whose visitor has not come in yet."""
    app = start(data, *more, **environment)
    try:
        yield app
    finally:
        if app.process and app.process.poll() is None:
            end(app)
