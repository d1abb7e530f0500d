"""Mail that is no exchange with anybody: drafts, spam, trash. Told by labels, flags and the names of folders."""

import re
from functools import lru_cache

from askwell.sources.mail import words
from askwell.sources.mail.headers import Headers

DRAFT, SPAM, TRASH, TEMPLATE = "a draft that was not sent", "in the spam folder", "in the trash", "a template"

_FOLDERS = {
    DRAFT: "draft drafts entwurf entwürfe brouillon brouillons borrador borradores rascunho rascunhos bozza bozze "
    "concept concepten utkast kladder wersje_robocze",
    SPAM: "spam junk junk-e-mail junk_e-mail bulk_mail spamverdacht indésirables correo_no_deseado posta_indesiderata "
    "lixo_eletrônico ongewenst",
    TRASH: "trash bin deleted deleted_items deleted_messages papierkorb gelöscht gelöschte_elemente corbeille papelera "
    "eliminados lixeira cestino prullenbak papirkurv papperskorgen kosz",
    TEMPLATE: "templates vorlagen",
}
_REASONS = {name.replace("_", " "): reason for reason, names in _FOLDERS.items() for name in names.split()}
_ENDING = re.compile(r"\.(?:mbox|mbx|sbd|eml)$")
_FLAGS = re.compile(r"[:;!]2,([A-Za-z]*)$")
_EXPUNGED = 0x0008  # Thunderbird: deleted, but still in the file until it is compacted


class LeftOut(Exception):  # noqa: N818 - it is an answer about a message, not a fault of the program
    """A message that is no exchange with anybody: a draft, spam, trash; `reason` says which."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def reason_of_place(path: str) -> str:
    """Why everything in this file or folder is left out, "" if it is not; a Maildir's file carries flags."""
    flags = _FLAGS.search(path)
    if flags and ("D" in flags[1] or "T" in flags[1]):
        return DRAFT if "D" in flags[1] else TRASH
    folder, _, name = path.replace("\\", "/").rpartition("/")
    return _reason_of_folder(folder) or _reason_of_name(name.lower())


@lru_cache(maxsize=256)
def _reason_of_folder(folder: str) -> str:
    return next((reason for name in folder.lower().split("/") if (reason := _reason_of_name(name))), "")


def _reason_of_name(name: str) -> str:
    bare = name.rpartition(".")[2] if name.startswith(".") else name
    return _REASONS.get(_ENDING.sub("", bare), "")


def reason_of_headers(headers: Headers) -> str:
    """Why this message is left out, "" if it is not."""
    if b"x-gmail-labels" in headers and (reason := _reason_of_labels(headers[b"x-gmail-labels"])):
        return reason
    if b"x-mozilla-status" in headers and _expunged(headers[b"x-mozilla-status"]):
        return TRASH
    if headers.get(b"x-unsent") == b"1" or b"x-mozilla-draft-info" in headers:
        return DRAFT
    return DRAFT if b"draft" in headers.get(b"x-uniform-type-identifier", b"") else ""


@lru_cache(maxsize=256)
def _reason_of_labels(raw: bytes) -> str:
    labels = (label.strip(' "') for label in words.header(raw).lower().split(","))
    return next((_REASONS[label] for label in labels if label in _REASONS), "")


def _expunged(status: bytes) -> bool:
    try:
        return bool(int(status, 16) & _EXPUNGED)
    except ValueError:
        return False
