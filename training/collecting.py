"""`python -m training.collecting FOLDER NAME` keeps labeled mails of the made-up seeker as training/whole/NAME.jsonl.

FOLDER has a mail.jsonl with a line a mail: its file, its direction and its events. Each line that is written holds one
whole mail with its labels, so that nothing else is needed to train from it. What is no UTF-8 is kept in base64.
"""

import base64
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "whole"


def collected(folder: Path) -> Iterator[str]:
    """A line a mail, in the order of mail.jsonl."""
    for line in (folder / "mail.jsonl").read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        kept = {"direction": row["direction"], "events": row["events"], **_mail((folder / row["file"]).read_bytes())}
        yield json.dumps(kept, ensure_ascii=False)


def _mail(raw: bytes) -> dict[str, str]:
    try:
        return {"mail": raw.decode()}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(raw).decode()}


def main() -> None:
    folder, name = sys.argv[1:]
    HERE.mkdir(exist_ok=True)
    lines = list(collected(Path(folder)))
    (HERE / f"{name}.jsonl").write_text("\n".join([*lines, ""]), encoding="utf-8")
    print(f"{name}: {len(lines)} mails")


if __name__ == "__main__":
    main()
