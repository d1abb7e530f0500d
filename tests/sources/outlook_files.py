"""Outlook's .msg files of invented people, written property by property as [MS-OXMSG] has it."""

import struct
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

TEXT, LONG, TIME = 0x001F, 0x0003, 0x0040
SUBJECT, BODY, CLASS, SENDER, SENDER_ADDRESS, HEADERS, ID = 0x0037, 0x1000, 0x001A, 0x0C1A, 0x0C1F, 0x007D, 0x1035
HTML, SENT, NAME, ADDRESS, SMTP, KIND = 0x1013, 0x0039, 0x3001, 0x3003, 0x39FE, 0x0C15
FILE_NAME, DATA, METHOD = 0x3707, 0x3701, 0x3705
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def message(
    texts: Mapping[int, str],
    *,
    to: Sequence[tuple[str, str, int]] = (),
    sent: datetime | None = None,
    page: bytes = b"",
    attached: Mapping[str, bytes] | None = None,
) -> bytes:
    """A message: texts by property, recipients as (name, address, 1 for To or 2 for Cc), files that are attached."""
    from extract_msg import OleWriter

    writer, files = OleWriter(), attached or {}
    writer.addEntry("__nameid_version1.0", storage=True)
    for stream in ("00020102", "00030102", "00040102"):
        writer.addEntry(["__nameid_version1.0", f"__substg1.0_{stream}"], b"")
    rows = [_long(0x340D, 0x00040000), *([_time(SENT, sent)] if sent else [])]
    rows += _texts(writer, [], {CLASS: "IPM.Note", **texts})
    if page:
        writer.addEntry(f"__substg1.0_{HTML:04X}0102", page)
        rows.append(struct.pack("<IIII", HTML << 16 | 0x0102, 6, len(page), 0))
    head = struct.pack("<8xIIII8x", len(to), len(files), len(to), len(files))
    writer.addEntry("__properties_version1.0", head + b"".join(rows))
    for number, (name, address, kind) in enumerate(to):
        place = [f"__recip_version1.0_#{number:08X}"]
        writer.addEntry(place, storage=True)
        told = _texts(writer, place, {NAME: name, ADDRESS: address, **({SMTP: address} if "@" in address else {})})
        writer.addEntry([*place, "__properties_version1.0"], bytes(8) + b"".join([_long(KIND, kind), *told]))
    for number, (name, data) in enumerate(files.items()):
        place = [f"__attach_version1.0_#{number:08X}"]
        writer.addEntry(place, storage=True)
        told = _texts(writer, place, {FILE_NAME: name})
        writer.addEntry([*place, f"__substg1.0_{DATA:04X}0102"], data)
        told.append(struct.pack("<IIII", DATA << 16 | 0x0102, 6, len(data), 0))
        writer.addEntry([*place, "__properties_version1.0"], bytes(8) + b"".join([_long(METHOD, 1), *told]))
    with TemporaryDirectory() as folder:
        path = Path(folder, "one.msg")
        writer.write(str(path))
        return path.read_bytes()


def _texts(writer: object, place: list[str], texts: Mapping[int, str]) -> list[bytes]:
    rows = []
    for name, text in texts.items():
        data = text.encode("utf-16-le")
        writer.addEntry([*place, f"__substg1.0_{name:04X}{TEXT:04X}"], data)  # type: ignore[attr-defined]
        rows.append(struct.pack("<IIII", name << 16 | TEXT, 6, len(data) + 2, 0))
    return rows


def _long(name: int, value: int) -> bytes:
    return struct.pack("<IIII", name << 16 | LONG, 6, value, 0)


def _time(name: int, at: datetime) -> bytes:
    return struct.pack("<IIQ", name << 16 | TIME, 6, int((at - _EPOCH).total_seconds() * 10_000_000))
