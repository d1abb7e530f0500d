"""`python -m training` trains the models from what lies in training/ and writes their weights into the package.

In this order, for what whole mails taught rests on the models of mail.
"""

import sys
from pathlib import Path

from training import of_mails, vocabulary, whole
from training.texts import checksum, gathered, read
from training.weights import train, written

MODELS = ("drafts", "mail", "mails", "whole")
PACKAGE = Path(__file__).resolve().parents[1] / "src" / "askwell" / "guide" / "learned"


def main() -> None:
    for name in sys.argv[1:] or MODELS:
        if name == "whole":
            whole.main()
            continue
        if name == "mails":
            told = of_mails.gathered()
            source = f"{len(told)} mails, checksum {of_mails.checksum()}"
        else:
            lines = gathered(name)
            told = [(line, read(name, line)) for line in lines]
            source = f"{len(lines)} sentences, checksum {checksum(name, lines)}"
            if name == "mail":
                (PACKAGE / vocabulary.FILE).write_text(
                    vocabulary.written(line.text for line in lines), encoding="utf-8"
                )
        model = train(name, told)
        (PACKAGE / f"{name}.weights").write_text(written(name, model, source=source), encoding="utf-8")
        print(f"{name}: {source}")
        for label, found in model.thresholds.items():
            print(f"  {label:16} {found.true:5} true, F1 {found.f1:.3f} in what was kept back")


if __name__ == "__main__":
    main()
