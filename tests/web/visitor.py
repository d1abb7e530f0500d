"""Somebody who visits the pages in this process: the whole way of a request, from the guard on, without a socket."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from selectolax.lexbor import LexborHTMLParser, LexborNode

from askwell.web import made_up
from askwell.web.door.forms import secret_of
from askwell.web.door.sessions import SEEKER, SessionStore

PORT = "8765"
ORIGIN = f"http://127.0.0.1:{PORT}"


class Visitor(Client):
    """A browser that is signed in as `seeker`; the name alone of nobody gives one who is not.

    `get` and `post` are Django's (`post` sends the token by itself); `submit` uses the form of a page, as a hand does.
    """

    def __init__(self, seeker: str = "") -> None:
        super().__init__(enforce_csrf_checks=True, headers={"sec-fetch-site": "same-origin"})
        self.defaults["HTTP_HOST"] = f"127.0.0.1:{PORT}"
        if seeker:
            session = SessionStore()
            session.begin(seeker, name=SEEKER)
            session.save()
            self.cookies[settings.SESSION_COOKIE_NAME] = session.session_key or ""

    @property
    def token(self) -> str:
        """What the forms of the notebook that is open bear just now; "" for a stranger."""
        cookie = self.cookies.get(settings.SESSION_COOKIE_NAME)
        session = SessionStore(cookie.value if cookie else None)
        return secret_of(session, inside=made_up.is_open(session)) if session.get(SEEKER) else ""

    def generic(self, *request: Any, **more: Any) -> Any:
        return super().generic(*request, **{"SERVER_PORT": PORT, **more})

    def post(self, path: str, data: Any = None, **more: Any) -> Any:  # type: ignore[override]
        headers = {"origin": ORIGIN, "x-csrftoken": self.token, **(more.pop("headers", None) or {})}
        return super().post(path, data, headers=headers, **more)

    def page(self, path: str) -> LexborHTMLParser:
        """A page that is there, to be looked into with CSS selectors."""
        answer = self.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return LexborHTMLParser(answer.content.decode())

    def submit(self, path: str, action: str = "", /, **fields: Any) -> HttpResponse:
        """Fill in the form of the page at `path` that posts to `action` (else to the page itself), and send it.

        What is not given stays as the page has it. A field that the form does not have is a fault of the test.
        """
        form = _form(self.page(path), action)
        sent = {**_filled(form), **fields}
        unknown = set(fields) - {node.attributes.get("name") for node in form.css("[name]")}
        assert not unknown, f"the form that posts to {action or path} has no field {', '.join(sorted(unknown))}"
        answer = self.post(action or path, sent, headers={"x-csrftoken": ""})
        assert isinstance(answer, HttpResponse)
        return answer

    def undo(self, path: str) -> None:
        """Press Undo in the line that stands on the page at `path` after a change."""
        (form,) = self.page(path).css("[role=status] form")
        assert self.post(form.attributes["action"] or "", {}).status_code == 303


def read(answer: HttpResponse) -> LexborHTMLParser:
    """Whatever page it is, one with faults too."""
    return LexborHTMLParser(answer.content.decode())


def filled(page: LexborHTMLParser, action: str = "") -> dict[str, Any]:
    """What the form of a page that posts to `action`, else to itself, would send: a window that stands open."""
    return _filled(_form(page, action))


def _form(page: LexborHTMLParser, action: str) -> LexborNode:
    found = [f for f in page.css("form[method=post]") if (f.attributes.get("action") or "") == action]
    assert found, f"no form posts to {action or 'the page itself'}"
    return found[0]


def _filled(form: LexborNode) -> dict[str, Any]:
    """What the form would send as it is."""
    sent: dict[str, list[str]] = {}
    for node in form.css("input[name], textarea[name], select[name]"):
        name, attributes = node.attributes["name"] or "", node.attributes
        for value in _values(node):
            if "disabled" not in attributes:
                sent.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in sent.items()}


def _values(node: LexborNode) -> list[str]:
    attributes = node.attributes
    if node.tag == "textarea":
        return [node.text()]
    if node.tag == "select":
        options = node.css("option")
        chosen = [o for o in options if "selected" in o.attributes] or options[:1]
        return [(o.attributes["value"] or "") if "value" in o.attributes else o.text() for o in chosen]
    kind = attributes.get("type")
    if kind in {"submit", "button", "file", "image", "reset"}:
        return []
    if kind in {"checkbox", "radio"} and "checked" not in attributes:
        return []
    return [attributes.get("value") or ("on" if kind == "checkbox" else "")]


def first(tree: LexborHTMLParser | LexborNode, where: str) -> LexborNode:
    """The first place of a page that a selector finds; that there is none is a fault."""
    found = tree.css_first(where)
    assert found is not None, f"nothing on the page is {where}"
    return found
