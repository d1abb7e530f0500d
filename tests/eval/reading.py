"""Is mail read as the standard library reads it? Thousands of odd messages from seeds of their own."""

from bench.same_mail import ours, standard
from tests.sources.odd_mail import Odd

SEEDS, LETTERS = range(1000, 1100), 100
HEAD = """\
### Reading mail

Odd messages of made-up people, written from seeds that no test uses: folded, quoted and encoded headers, nested parts,
nine charsets, dates in nine forms. Each is read by Askwell and by Python's own library, and all facts are compared:
sender, addressees, moment, subject, ids, thread, plain text. The same is done with every message of the archive of
`make bench`.

| messages | not read alike |
|--:|--:|"""


def report() -> str:
    """How many messages there were, and how many of them are read otherwise."""
    letters = (odd.letter() for odd in map(Odd, SEEDS) for _ in range(LETTERS))
    differing = sum(ours(raw) != standard(raw) for raw in letters)
    return f"{HEAD}\n| {len(SEEDS) * LETTERS:,} | {differing} |\n"


if __name__ == "__main__":
    print(report())
