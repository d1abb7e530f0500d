"""`python -m training` trains the models from training/<name>/*.txt and writes their weights into the package."""

import sys
from pathlib import Path

from training.texts import gathered
from training.weights import train, written

MODELS = ("drafts", "mail")
PACKAGE = Path(__file__).resolve().parents[1] / "src" / "askwell" / "guide" / "learned"


def main() -> None:
    for name in sys.argv[1:] or MODELS:
        lines = gathered(name)
        model = train(name, lines)
        (PACKAGE / f"{name}.weights").write_text(written(name, lines, model), encoding="utf-8")
        print(f"{name}: {len(lines)} sentences")
        for label, found in model.thresholds.items():
            print(f"  {label:16} {found.true:5} true, F1 {found.f1:.3f} in sentences kept back")


if __name__ == "__main__":
    main()
