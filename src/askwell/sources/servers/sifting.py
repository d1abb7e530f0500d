"""Cards or events of one collection, read as one file; those that go beyond all bounds are found out and set aside."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from askwell.domain.reading import Note, Reading
from askwell.sources.found import Found, InHand, printable
from askwell.sources.servers.apart import Beyond
from askwell.sources.servers.parsing import ENOUGH, Bundle, is_harmless, read_bundle
from askwell.sources.servers.seen import Wanted


def read_things(things: Mapping[str, bytes], file: Found, wanted: Wanted) -> tuple[Reading, Sequence[str]]:
    """Things by their addresses, as a reading in the name of `file`; and the addresses that are left for the next look.

    As one file, for groups and series reach from one to the other. Where that is too much, each is tried by itself.
    """
    whole = _read(things.values(), file, wanted)
    if not isinstance(whole, Beyond):
        return whole, []
    harmful, fine, later = _sifted(things, file, wanted)
    rest = _read((things[url] for url in fine), file, wanted) if fine else file.reading()
    if isinstance(rest, Beyond):  # it is in what they are together
        harmful |= dict.fromkeys(fine, rest.reason)
        rest = file.reading()
    rest.read += len(harmful)
    rest.unreadable += [Note(0, f"{_shown(url)}: {reason}") for url, reason in harmful.items()]
    return rest, later


def _sifted(
    things: Mapping[str, bytes], file: Found, wanted: Wanted
) -> tuple[dict[str, str], list[str], Sequence[str]]:
    """The addresses of harmful things with the reasons, of those that are fine, and of those that nobody looked at."""
    pieces = [(len(one), _bundle([one], file, wanted)) for one in things.values()]
    harmful: dict[str, str] = {}
    fine: list[str] = []
    for url, told in zip(things, wanted.apart(is_harmless, pieces), strict=True):
        if isinstance(told, Beyond):
            harmful[url] = told.reason
        else:
            fine.append(url)
        if len(harmful) >= ENOUGH:
            break
    return harmful, fine, list(things)[len(harmful) + len(fine) :]


def _read(some: Iterable[bytes], file: Found, wanted: Wanted) -> Reading | Beyond:
    bundle = _bundle(some, file, wanted)
    (reading,) = wanted.apart(read_bundle, [(bundle.found.size, bundle)])
    return reading


def _bundle(some: Iterable[bytes], file: Found, wanted: Wanted) -> Bundle:
    data = b"\r\n".join([*some, b""])
    return Bundle(replace(file, open=InHand(data), size=len(data)), wanted.zone, wanted.now)


def _shown(url: str) -> str:
    """The last part of an address, as it can be shown."""
    return printable(unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2])) or "one of them"
