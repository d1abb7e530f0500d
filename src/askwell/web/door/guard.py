"""The guard before every request: any web page can call a server on loopback, so this one answers its own pages alone.

Host first (a name that was rebound to loopback is no name of ours), then where the request comes from; and on every
answer, files and faults included, what the browser may do with it. ASVS 5.0: 3.4 and 3.5; OWASP's fetch metadata.
"""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from askwell.web.door.launch import ROUTE

NAMES = ("127.0.0.1", "localhost", "[::1]")
READ, CHANGE = frozenset({"GET", "HEAD"}), "POST"
OURS = frozenset({"same-origin", "none"})  # of Sec-Fetch-Site; "none" is typed or from a bookmark
OPAQUE = "null"  # the origin of a file

POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "font", "img", "connect")),
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
NOT_USED = ("camera", "microphone", "geolocation", "payment", "usb", "serial", "hid", "midi", "display-capture")
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    # Pages soften this to same-origin in their head: a form sent under no-referrer would carry the origin "null".
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in NOT_USED),
}
UNKEPT = "no-store"

Answer = Callable[[HttpRequest], HttpResponseBase]


class Guard:
    """Django middleware; it stands before all others."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = _refusal(request) or self.answer(request)
        for name, value in HEADERS.items():
            response[name] = value
        if "Cache-Control" not in response:
            response["Cache-Control"] = UNKEPT
        return response


def _refusal(request: HttpRequest) -> HttpResponse | None:
    """The answer to a request that is none of ours, without a word that would tell anything; None for one that is."""
    port = request.META["SERVER_PORT"]
    if request.META.get("HTTP_HOST", "").lower() not in {f"{name}:{port}" for name in NAMES}:
        return _no("Askwell answers at its own address alone.")
    if request.method not in {*READ, CHANGE}:
        return _no("Askwell does not know this kind of request.", status=405)
    come = _may_read(request) if request.method in READ else _may_change(request, port=port)
    return None if come else _no("Askwell takes nothing from other pages.")


def _no(said: str, *, status: int = 403) -> HttpResponse:
    answer = HttpResponse(f"{said}\n", status=status, content_type="text/plain; charset=utf-8")
    if status == 405:
        answer["Allow"] = ", ".join((*sorted(READ), CHANGE))
    return answer


def _may_read(request: HttpRequest) -> bool:
    """Other pages may lead here, as a link does, but not take parts of ours into theirs."""
    return _site(request) in OURS or _is_opened(request)


def _may_change(request: HttpRequest, *, port: str) -> bool:
    """Only our own pages change things. A launch file is none of them: it has the origin of a file, and its code."""
    origin = request.META.get("HTTP_ORIGIN")
    known = origin in {f"http://{name}:{port}" for name in NAMES}
    if request.path == ROUTE:
        return (known or origin in {None, OPAQUE}) and _is_opened(request)
    if origin is None:
        return request.META.get("HTTP_SEC_FETCH_SITE") in OURS
    return known and _site(request) in OURS


def _site(request: HttpRequest) -> str:
    """Where the browser says that a request comes from; older ones and scripts say nothing."""
    return str(request.META.get("HTTP_SEC_FETCH_SITE", "none"))


def _is_opened(request: HttpRequest) -> bool:
    """Whether a browser opens it as a page of its own, as far as it tells."""
    told = {name: request.META.get(f"HTTP_SEC_FETCH_{name}") for name in ("MODE", "DEST")}
    return told["MODE"] in {None, "navigate"} and told["DEST"] in {None, "document"}
