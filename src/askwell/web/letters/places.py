"""Places in a text as a browser counts them: in UTF-16 units, where Python counts code points."""


def units(text: str, at: int) -> int:
    """A place in code points in UTF-16 units: an emoji is two."""
    return at if text.isascii() else len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
