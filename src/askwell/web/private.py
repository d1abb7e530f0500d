"""Folders and files for her eyes alone, whatever the umask: what opens the door is kept in them."""

import os
import secrets
from pathlib import Path

FOLDER_MODE, FILE_MODE = 0o700, 0o600


def folder(path: Path) -> Path:
    """The folder, made where it is missing, and closed to others where it was open."""
    path.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    if os.name == "posix" and path.stat().st_mode & 0o777 != FOLDER_MODE:
        path.chmod(FOLDER_MODE)
    return path


def write(file: Path, text: str) -> None:
    """The file with this text, whole or not at all: who reads it meanwhile finds the old one or the new one."""
    new = file.with_name(f"{file.name}.{secrets.token_hex(4)}.new")
    try:
        with os.fdopen(create(new), "w", encoding="utf-8") as stream:
            stream.write(text)
        new.replace(file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def create(file: Path) -> int:
    """A descriptor of a new private file. Raises FileExistsError where there is one of that name."""
    descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_CLOEXEC", 0), FILE_MODE)
    if os.name == "posix":
        os.fchmod(descriptor, FILE_MODE)
    return descriptor
