"""Zip files that mean harm, written byte by byte, since no library makes them."""

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def zeros(megabytes: int) -> bytes:
    """A raw deflate stream of so many megabytes of zeros, made quickly: independent blocks, repeated."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(b"\0" * 1024 * 1024) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * megabytes + b"\x03\x00"


def local(name: bytes, data: bytes, *, size: int) -> bytes:
    return LOCAL + struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, 0, len(data), size, len(name), 0) + name


def central(name: bytes, *, packed: int, size: int, offset: int) -> bytes:
    fields = (20, 20, 0, 8, 0, 0x21, 0, packed, size, len(name), 0, 0, 0, 0, 0, offset)
    return CENTRAL + struct.pack("<HHHHHHIIIHHHHHII", *fields) + name


def end(directory: bytes, *, offset: int, count: int) -> bytes:
    return END + struct.pack("<HHHHIIH", 0, 0, count & 0xFFFF, count & 0xFFFF, len(directory), offset, 0)


def write(path: Path, name: bytes, data: bytes, *, size: int) -> Path:
    """One member of `data` that is said to unpack to `size` bytes."""
    head = local(name, data, size=size) + data
    directory = central(name, packed=len(data), size=size, offset=0)
    path.write_bytes(head + directory + end(directory, offset=len(head), count=1))
    return path


def write_overlapping(path: Path, names: Sequence[bytes], data: bytes, *, size: int) -> Path:
    """Many members whose bytes are the same bytes."""
    head = local(names[0], data, size=size) + data
    directory = b"".join(central(name, packed=len(data), size=size, offset=0) for name in names)
    path.write_bytes(head + directory + end(directory, offset=len(head), count=len(names)))
    return path


def write_quoted(path: Path, count: int, kernel: bytes, *, size: int) -> Path:
    """Each member quotes the header of the next as stored bytes, and so goes on into it (David Fifield's form)."""
    names = [f"{number:05}.csv".encode() for number in range(count)]
    pieces, bodies = [local(names[-1], kernel, size=size)], [(kernel, size)]
    packed, full = len(kernel), size
    for name in reversed(names[:-1]):
        following = pieces[-1]
        quote = b"\x00" + struct.pack("<HH", len(following), len(following) ^ 0xFFFF)
        packed, full = packed + len(quote) + len(following), full + len(following)
        pieces.append(
            LOCAL + struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, 0, packed, full, len(name), 0) + name + quote
        )
        bodies.append((b"x" * packed, full))
    pieces.reverse()
    bodies.reverse()
    offsets = [sum(len(p) for p in pieces[:number]) for number in range(count)]
    head = b"".join(pieces) + kernel
    directory = b"".join(
        central(name, packed=len(body), size=full_size, offset=offset)
        for name, (body, full_size), offset in zip(names, bodies, offsets, strict=True)
    )
    path.write_bytes(head + directory + end(directory, offset=len(head), count=count))
    return path
