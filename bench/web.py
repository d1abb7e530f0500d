"""The pages: the first one from a cold start, and Today and People with a large network, beside a bare Django page."""

import http.client
import json
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from bench import bare, crowd
from bench.harness import DATA, Case

TIMES = 200  # of each page
BARE = DATA / "bare.db"


class Browser:
    """The least of a browser: one connection that stays open, and cookies."""

    def __init__(self, url: str) -> None:
        self.origin = f"http://{urlsplit(url).netloc}"
        self.connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> str:
        return self._ask("GET", path, None, {})

    def sign_in(self, launch_file: str) -> None:
        """Send the form of the launch file, as the browser does that opens it."""
        page = Path(launch_file).read_text(encoding="utf-8")
        action = re.search(r'action="([^"]+)"', page)
        fields = re.findall(r'name="([^"]+)"[^>]*value="([^"]*)"', page)
        assert action, "the launch file holds a form"
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": "null"}
        self._ask("POST", urlsplit(action.group(1)).path, urlencode(fields), headers)

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> str:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self.connection.request(method, path, body, {**headers, **({"Cookie": cookies} if cookies else {})})
        answer = self.connection.getresponse()
        content = answer.read().decode()
        assert answer.status == http.client.OK, f"{path}: {answer.status}"
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return content


@contextmanager
def started(*command: str) -> Iterator[dict[str, str]]:
    """A server in a process of its own; what it says of itself as soon as it listens."""
    with subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield json.loads(process.stdout.readline())
        finally:
            process.send_signal(signal.SIGTERM)


def ours(folder: Path, *more: str) -> tuple[str, ...]:
    return ("-m", "askwell", "open", "--no-browser", "--json", "--port", "0", "--data", str(folder), *more)


def first_page() -> dict[str, float | str]:
    """From the start of the process to the whole of the first page, on an empty folder of a second start."""
    with tempfile.TemporaryDirectory() as folder:
        _first(Path(folder))  # the folder is made, Python has compiled everything
        seconds = _first(Path(folder))
        bare_seconds = _first_bare()
    return {"seconds": seconds, "bare": round(bare_seconds, 3), "ratio": round(seconds / bare_seconds, 2)}


def _first(folder: Path) -> float:
    begun = time.perf_counter()
    with started(*ours(folder)) as told:
        browser = Browser(told["url"])
        browser.sign_in(told["launch_file"])
        browser.get("/welcome")
        return time.perf_counter() - begun


def _first_bare() -> float:
    begun = time.perf_counter()
    with started("-m", "bench.bare", str(BARE)) as told:
        Browser(told["url"]).get("/")
        return time.perf_counter() - begun


def _page(path: str) -> Callable[[], dict[str, float | str]]:
    """A page of the large store, a few hundred times on one connection; p95 is what counts."""

    def run() -> dict[str, float | str]:
        with started(*ours(crowd.store(), "--now", f"{crowd.NOW:%Y-%m-%dT%H:%MZ}")) as told:
            browser = Browser(told["url"])
            browser.sign_in(told["launch_file"])
            begun = time.perf_counter()
            browser.get(path)
            first = time.perf_counter() - begun
            served = _times(browser, path)
        with started("-m", "bench.bare", str(BARE)) as told:
            plain = _times(Browser(told["url"]), "/")
        return {
            "seconds": _p95(served),
            "p50 ms": round(statistics.median(served) * 1000, 1),
            "p95 ms": round(_p95(served) * 1000, 1),
            "bare p95 ms": round(_p95(plain) * 1000, 1),
            "first ms": round(first * 1000),
        }

    return run


def _times(browser: Browser, path: str) -> list[float]:
    found = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        browser.get(path)
        found.append(time.perf_counter() - begun)
    return found


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _bare() -> None:
    DATA.mkdir(parents=True, exist_ok=True)
    bare.fill(BARE)


def _crowd() -> None:
    _bare()
    crowd.store()


CASES = {
    "web-first-page": Case(first_page, _bare, goal=0.7, elsewhere=True),
    "web-today": Case(_page("/today"), _crowd, goal=0.05, elsewhere=True),
    "web-people": Case(_page("/people"), _crowd, goal=0.05, elsewhere=True),
    "web-people-search": Case(_page("/people?q=smi"), _crowd, goal=0.05, elsewhere=True),
    "web-progress": Case(_page("/progress"), _crowd, goal=0.05, elsewhere=True),
}
