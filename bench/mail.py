"""How long does a mail archive take? 200 MB, 40,000 messages, beside the standard library, `mu` and `notmuch`."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from itertools import islice
from pathlib import Path

from bench import archive
from bench.harness import DATA, Case, Missing, Watch
from bench.program import Together, askwell

MBOX = DATA / "archive.mbox"
MAILDIR = DATA / "archive-maildir"
SEARCH = timedelta(weeks=8)  # that the search has lasted when the archive ends


def _mbox() -> Path:
    return archive.write(MBOX)


def _maildir() -> Path:
    """The same mail as a Maildir, which is what the peers read."""
    from askwell.sources.mail import mbox

    if not MAILDIR.exists():
        aside = MAILDIR.with_suffix(".part")
        for sub in ("cur", "new", "tmp"):
            (aside / sub).mkdir(parents=True, exist_ok=True)
        with _mbox().open("rb") as stream:
            for number, piece in enumerate(mbox.split(stream)):
                (aside / "cur" / f"{number:06}.bench:2,S").write_bytes(piece.raw)
        aside.rename(MAILDIR)
    return MAILDIR


def read_bytes() -> dict[str, float | str]:
    """The floor: every byte once."""
    size = 0
    with MBOX.open("rb", buffering=0) as stream:
        while block := stream.read(1 << 20):
            size += len(block)
    return {"megabytes": round(size / 1e6, 1)}


def split() -> dict[str, float | str]:
    from askwell.sources.mail import mbox

    with MBOX.open("rb") as stream:
        return {"messages": sum(1 for _ in mbox.split(stream))}


def _read(*, texts: bool) -> dict[str, float | str]:
    from askwell.sources import mail

    count = parties = letters = 0
    with MBOX.open("rb") as stream:
        reading = mail.read(stream, file="mail.mbox", text_since=None if texts else mail.NO_TEXT)
        for message in reading.messages:
            count += 1
            parties += len(message.to) + len(message.copied) + 1
            letters += len(message.text)
    return {"messages": count, "parties": parties, "new text MB": round(letters / 1e6, 1)}


def headers() -> dict[str, float | str]:
    return _read(texts=False)


def texts() -> dict[str, float | str]:
    return _read(texts=True)


def cues() -> dict[str, float | str]:
    """Only the search for cues in the texts of the first messages, which are in memory."""
    from askwell.guide.cues import detect
    from askwell.sources import mail

    with MBOX.open("rb") as stream:
        found = list(islice(mail.read(stream, file="mail.mbox", text_since=None).messages, 10_000))
    watch = Watch()
    told = sum(len(detect(message, frozenset({archive.ME[1]}))) for message in found)
    took = watch.told
    return {**took, "messages": len(found), "cues": told, "ms each": round(1000 * float(took["cpu"]) / len(found), 3)}


def same_facts() -> dict[str, float | str]:
    """Each message read by both; what is told is how many are not read alike."""
    from askwell.sources.mail import mbox
    from bench.same_mail import ours, standard

    count = differing = 0
    with MBOX.open("rb") as stream:
        for piece in mbox.split(stream):
            count += 1
            differing += ours(piece.raw) != standard(piece.raw)
    return {"messages": count, "differing": differing}


def stdlib() -> dict[str, float | str]:
    """The standard library, parsing all and storing nothing."""
    import mailbox

    count = letters = 0
    for message in mailbox.mbox(MBOX):
        count += 1
        for name in ("From", "To", "Cc", "Subject", "Date", "Message-ID", "In-Reply-To", "References"):
            message[name]
        for part in message.walk():
            if part.get_content_type() == "text/plain" and not part.get_filename():
                letters += len(part.get_payload(decode=True) or b"")
    return {"messages": count, "text MB": round(letters / 1e6, 1)}


GOALS = 'name = "Robin Vale"\nroles = ["Planner"]\nsince = {since}\n'


def imported(box: Path = MBOX, *more: str, times: int = 1) -> dict[str, float | str]:
    """`askwell import`, from cold start to everything stored, cues of the search's weeks included; told is the last."""
    with tempfile.TemporaryDirectory() as folder:
        goals = Path(folder, "goals.toml")
        goals.write_text(GOALS.format(since=archive.last_day(box) - SEARCH), encoding="utf-8")
        askwell(Path(folder), "goals", "--set", str(goals))
        for _ in range(times):
            watch, memory = Watch(), Together()
            said = askwell(Path(folder), "import", str(box), "--me", archive.ME[1], "--json", *more, memory=memory)
            took = watch.told
        size = sum(p.stat().st_size for p in Path(folder).rglob("*") if p.is_file())
    (line,) = json.loads(said)["files"]
    told = {name: line[name] for name in ("read", "new", "same")}
    return {**took, **told, "stored MB": round(size / 1e6, 1), "MB together": round(memory.most)}


def again() -> dict[str, float | str]:
    """The unchanged archive a second time."""
    return imported(times=2)


def imported_with_texts() -> dict[str, float | str]:
    """The same with every text read, kept and searched for cues."""
    return imported(MBOX, "--cues", "all")


def _part(count: int) -> tuple[Callable[[], dict[str, float | str]], Callable[[], Path]]:
    """An archive of so many messages, in proportion; and the import of it."""
    box = DATA / f"archive-{count}.mbox"
    return partial(imported, box), partial(archive.write, box, count=count, size=5_000 * count)


def _need(program: str) -> None:
    if shutil.which(program) is None:
        raise Missing(f"{program} is not installed (Debian: maildir-utils, notmuch)")


def mu() -> dict[str, float | str]:
    _need("mu")
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(
            ["mu", "init", f"--muhome={home}", f"--maildir={MAILDIR.resolve()}", f"--my-address={archive.ME[1]}"],
            capture_output=True,
            check=True,
        )
        watch = Watch()
        subprocess.run(["mu", "index", "--quiet", f"--muhome={home}"], capture_output=True, check=True)
        return watch.told


def notmuch() -> dict[str, float | str]:
    _need("notmuch")
    shutil.rmtree(MAILDIR / ".notmuch", ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "config")
        config.write_text(
            f"[database]\npath={MAILDIR.resolve()}\n[user]\nprimary_email={archive.ME[1]}\n[new]\ntags=new\n"
            "[maildir]\nsynchronize_flags=false\n"
        )
        watch = Watch()
        subprocess.run(["notmuch", "--config", str(config), "new", "--quiet"], capture_output=True, check=True)
        return watch.told


CASES = {
    "mail-bytes": Case(read_bytes, _mbox),
    "mail-split": Case(split, _mbox),
    "mail-headers": Case(headers, _mbox),
    "mail-texts": Case(texts, _mbox),
    "mail-cues": Case(cues, _mbox),
    "mail-import-10000": Case(*_part(10_000)),
    "mail-import-20000": Case(*_part(20_000)),
    "mail-import": Case(imported, _mbox),
    "mail-again": Case(again, _mbox, goal=1.0),
    "mail-import-with-texts": Case(imported_with_texts, _mbox),
    "mail-same-facts": Case(same_facts, _mbox, once=True),
    "mail-stdlib": Case(stdlib, _mbox, once=True),
    "mail-mu": Case(mu, _maildir, once=True),
    "mail-notmuch": Case(notmuch, _maildir, once=True),
}
