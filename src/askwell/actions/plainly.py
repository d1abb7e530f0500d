"""Sentences of the verbs as pages show them: without the ids that the command line names people by."""

import re

_ID = re.compile(r" \([pbiqa]\d{1,12}\)|,? \bp\d{1,12}\b(?=[.;])")


def plainly(said: str) -> str:
    """The sentence without ids: "Jim Okafor (p3) and James Okafor (p1) are two people." names just the two."""
    return _ID.sub("", said)
