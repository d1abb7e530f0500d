"""The command line: one parser, one function for each verb; Django is imported only by verbs that use the store."""

import argparse
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="askwell", description="The job search that asks well.")
    parser.parse_args(argv)
    return 0


if __name__ == "__main__":
    sys.exit(main())
