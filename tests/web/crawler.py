"""Following every link of the app: from page to page, a few of each kind."""

from collections import deque
from collections.abc import Callable, Iterator
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser
from tests.web.visitor import Visitor


def kind_of(path: str) -> str:
    """Addresses that differ in an id alone are of one kind."""
    return "/".join("#" if any(map(str.isdigit, part)) else part for part in path.split("/"))


def crawl(client: Visitor, *, of_a_kind: int, seen: Callable[[str, str], None] | None = None) -> dict[str, int]:
    """The status of every address that links and search forms lead to; `seen` is called with each page's text."""
    found: dict[str, int] = {}
    kinds: dict[str, int] = {}
    waiting = deque(["/", "/nowhere"])
    while waiting:
        address = waiting.popleft()
        kind = kind_of(urlsplit(address).path)
        if address in found or kinds.get(kind, 0) >= of_a_kind:
            continue
        kinds[kind] = kinds.get(kind, 0) + 1
        answer = client.get(address)
        found[address] = answer.status_code
        if "Location" in answer.headers:
            waiting.append(answer.headers["Location"])
        elif answer.headers.get("Content-Type", "").startswith("text/html"):
            text = answer.content.decode()
            waiting.extend(_links(address, text))
            if seen:
                seen(address, text)
        answer.close()
    return found


def _links(address: str, text: str) -> Iterator[str]:
    """Where the page leads to within the app."""
    page = LexborHTMLParser(text)
    ways = [node.attributes["href"] or "" for node in page.css("a[href]")]
    ways += [node.attributes.get("action") or "" for node in page.css("form:not([method=post])")]
    for way in ways:
        if urlsplit(way).scheme or urlsplit(way).netloc:
            continue
        whole = urlsplit(urljoin(address, way))
        yield f"{whole.path}?{whole.query}".rstrip("?")
