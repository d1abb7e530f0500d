"""What is not done, told to a script of ours: as one sentence, to be shown where somebody writes. Others get a page."""

from django.http import HttpRequest, JsonResponse

PAGE, SCRIPT = "text/html", "application/json"


def to_script(request: HttpRequest, said: str, *, status: int) -> JsonResponse | None:
    """The answer where a script asked, None where a browser did that shows pages."""
    asked = request.get_preferred_type([PAGE, SCRIPT]) == SCRIPT
    return JsonResponse({"said": said}, status=status) if asked else None
