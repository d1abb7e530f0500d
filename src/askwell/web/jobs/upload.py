"""Files coming in: straight from the request to a private folder, piece by piece, under names that are safe to keep."""

import errno
import hashlib
import html
import io
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http.multipartparser import MultiPartParser

from askwell.actions import trouble
from askwell.web import private
from askwell.web.jobs.job import FILES, Given
from askwell.web.jobs.names import Names

PIECE = 1 << 20  # bytes
MARK = 16  # bytes that tell a file's content from any other
MOST = 4 << 30  # bytes of one delivery; the server itself would take twice as many (door/server.py)
ROOM = 64 << 20  # bytes that stay free on the disk
NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
BROKEN = "The files did not arrive whole. Choose them again. Nothing was changed."
LARGE = f"These are more than {MOST >> 30} GB together. Bring in a part of them at a time. Nothing was changed."
MANY = "These are too many files at once. Pack the folder into a zip, and choose that. Nothing was changed."
FULL = "The disk has no room for these files. Make room on it, and choose them again. Nothing was changed."


class Box:
    """A folder that files come into. It vanishes unless it is kept."""

    def __init__(self, jobs: Path) -> None:
        self.folder = private.folder(jobs / secrets.token_hex(8))
        self.files: list[Given] = []
        self._names = Names()
        self._kept = False

    def new(self, given: str) -> tuple[str, IO[bytes]]:
        """Where a file of this name is kept, and the file to fill, which belongs to whoever asked."""
        kept = self._names.keep(given)
        place = self.folder / FILES
        for part in kept.parts:
            place = private.folder(place) / part
        return str(kept), os.fdopen(private.create(place), "wb")

    def take(self, given: str, kept: str, size: int, mark: str = "") -> None:
        """Note a file that came in whole."""
        self.files.append(Given(given, kept, size, mark))

    def keep(self) -> None:
        self._kept = True

    def empty(self) -> None:
        """Take it away with all that came in, unless it is kept."""
        if not self._kept:
            shutil.rmtree(self.folder, ignore_errors=True)


class Receiving(FileUploadHandler):
    """Django's handler that fills a box. `refusal` is why that came to nothing, "" where all is well."""

    chunk_size = PIECE

    def __init__(self, box: Box) -> None:
        super().__init__()
        self.box = box
        self.refusal = ""

    def refuses(self, length: int) -> str:
        """Why a request of that many bytes is not even read, "" where it may be."""
        if length > MOST:
            self.refusal = LARGE
        elif shutil.disk_usage(self.box.folder).free < length + ROOM:
            self.refusal = FULL
        return self.refusal

    def handle_raw_input(self, input_data: Any, META: dict[str, Any], *told: Any, **more: Any) -> Any:  # noqa: N803
        """Parse it here: Django would cut a name to its last part, and the folders of a folder would be lost."""
        encoding = (*told, *more.values())[-1]
        return _Parser(META, input_data, [_Piecewise(self)], encoding).parse()


class _Parser(MultiPartParser):
    def sanitize_file_name(self, file_name: str) -> str | None:
        """The name as it was given; nothing is kept under it."""
        return html.unescape(file_name) or None


class _Piecewise(FileUploadHandler):
    """One file after the other, each piece at once to the disk. Django sees none of them: they are in the box."""

    chunk_size = PIECE

    def __init__(self, receiving: Receiving) -> None:
        super().__init__()
        self._receiving = receiving
        self.file: IO[bytes] = io.BytesIO()  # Django closes what is called so when it stops
        self._given = self._kept = ""
        self._mark = hashlib.blake2b(digest_size=MARK)

    def new_file(self, field_name: str, file_name: str, *_told: Any, **_more: Any) -> None:  # noqa: ARG002
        self._given, self._mark = file_name, hashlib.blake2b(digest_size=MARK)
        with self._troubles():
            self._kept, self.file = self._receiving.box.new(file_name)

    def receive_data_chunk(self, raw_data: bytes, _start: int) -> None:
        with self._troubles():
            self.file.write(raw_data)
        self._mark.update(raw_data)

    def file_complete(self, file_size: int) -> None:
        with self._troubles():
            self.file.close()
        self._receiving.box.take(self._given, self._kept, file_size, self._mark.hexdigest())

    def upload_interrupted(self) -> None:
        self.file.close()
        self._receiving.refusal = BROKEN

    @contextmanager
    def _troubles(self) -> Iterator[None]:
        try:
            yield
        except OSError as fault:
            self._receiving.refusal = FULL if fault.errno in NO_ROOM else trouble.sentence(fault)
            raise StopUpload(connection_reset=True) from fault
