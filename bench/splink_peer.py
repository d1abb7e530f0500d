"""Splink on DuckDB, for comparison: run by an interpreter that has it, prints one line of JSON.

`python splink_peer.py KIND FILE`, KIND being twins, fake or febrl. Splink is trained on the very data, as its makers'
examples do it, and of nine thresholds that which is best against the truth is taken: more than anybody has who does
not know the truth.
"""

import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import combinations
from typing import Any

import pandas as pd  # type: ignore[import-untyped]  # the peer's own environment has these
import splink  # type: ignore[import-not-found]
import splink.comparison_library as cl  # type: ignore[import-not-found]
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

MOST = 50  # what hangs together with more is no person
Pair = tuple[int, int]
Task = tuple[
    Any, list[str], list[Any], list[Any], list[Any], list[Any]
]  # data, truth, comparisons, three kinds of rules
THRESHOLDS = (0.01, 0.1, 0.3, 0.5, 0.8, 0.95, 0.99, 0.995, 0.999)


def twins(file: str) -> Task:
    from bench.twins import SHORT

    data = pd.read_csv(file, dtype=str)
    truth = data["entity"].tolist()
    data["phone"] = data["phone"].str.replace(r"\D", "", regex=True).str[-10:]
    data["email"] = data["email"].str.lower()
    data["given"] = data["given"].replace({short: formal for formal, short in SHORT.items()})
    data["firm"] = data["company"].str.split().str[0]
    data = data.drop(columns=["id", "entity"])
    tf = {"term_frequency_adjustments": True}
    comparisons = [
        cl.JaroWinklerAtThresholds("given", [0.92, 0.84]).configure(**tf),
        cl.JaroWinklerAtThresholds("family", [0.95, 0.88]).configure(**tf),
        cl.JaroWinklerAtThresholds("email", [0.95, 0.88]),
        cl.ExactMatch("phone"),
        cl.JaroWinklerAtThresholds("company", [0.95, 0.85]).configure(**tf),
        cl.ExactMatch("title").configure(**tf),
    ]
    rules = [
        block_on("email"),
        block_on("phone"),
        block_on("family", "substr(given,1,1)"),
        block_on("given", "company"),
        block_on("substr(family,1,5)", "firm"),
    ]
    sure = [block_on("email"), block_on("phone"), block_on("given", "family", "company")]
    return data, truth, comparisons, rules, sure, [rules[0], block_on("family", "given"), rules[1]]


def fake(file: str) -> Task:
    data = pd.read_csv(file, dtype=str)
    truth = data["cluster"].tolist()
    data = data.drop(columns=["unique_id", "cluster"])
    comparisons = [
        cl.NameComparison("first_name"),
        cl.NameComparison("surname"),
        cl.DateOfBirthComparison("dob", input_is_string=True),
        cl.ExactMatch("city").configure(term_frequency_adjustments=True),
        cl.EmailComparison("email"),
    ]
    rules = [
        block_on("first_name"),
        block_on("surname"),
        block_on("dob"),
        block_on("email"),
        block_on("city", "substr(first_name,1,1)"),
    ]
    sure = [block_on("first_name", "surname", "dob"), block_on("email")]
    return data, truth, comparisons, rules, sure, [block_on("first_name", "surname"), block_on("dob")]


def febrl(file: str) -> Task:
    data = pd.read_csv(file, dtype=str, skipinitialspace=True)
    data = data.rename(columns=str.strip)
    truth = data["rec_id"].str.split("-").str[1].tolist()
    data = data.drop(columns=["rec_id"])
    data = data.apply(lambda column: column.str.strip()).replace("", None)
    comparisons = [
        cl.NameComparison("given_name"),
        cl.NameComparison("surname"),
        cl.JaroWinklerAtThresholds("address_1", [0.95, 0.85]),
        cl.JaroWinklerAtThresholds("suburb", [0.95, 0.85]).configure(term_frequency_adjustments=True),
        cl.LevenshteinAtThresholds("postcode", [1, 2]),
        cl.LevenshteinAtThresholds("date_of_birth", [1, 2]),
        cl.LevenshteinAtThresholds("soc_sec_id", [1, 2]),
    ]
    rules = [block_on(name) for name in ("given_name", "surname", "date_of_birth", "soc_sec_id", "postcode")]
    sure = [block_on("given_name", "surname", "postcode"), block_on("date_of_birth", "soc_sec_id")]
    return data, truth, comparisons, rules, sure, [block_on("surname", "given_name"), block_on("date_of_birth")]


KINDS: dict[str, Callable[[str], Task]] = {"twins": twins, "fake": fake, "febrl": febrl}


def main(kind: str, file: str) -> None:
    data, truth, comparisons, rules, sure, training = KINDS[kind](file)
    data = data.astype(object).where(data.notna(), None)
    data["unique_id"] = range(len(data))
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="unique_id",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=rules,
        retain_intermediate_calculation_columns=False,
    )
    begun = time.perf_counter(), time.process_time()
    api = DuckDBAPI()
    linker = Linker(api.register(data), settings)
    linker.training.estimate_probability_two_random_records_match(sure, recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    for rule in training:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=min(THRESHOLDS)).as_pandas_dataframe()
    took = time.perf_counter() - begun[0], time.process_time() - begun[1]
    scores = (_score(found, truth, at, closed=closed) for at in THRESHOLDS for closed in (False, True))
    best = max(scores, key=lambda one: one["F1"])
    best |= {"seconds": took[0], "cpu": took[1], "version": splink.__version__}
    best["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(best))


def _score(found: Any, truth: list[str], threshold: float, *, closed: bool) -> dict[str, Any]:
    kept = found[found.match_probability >= threshold]
    pairs: list[Pair] = list(zip(kept["unique_id_l"], kept["unique_id_r"], strict=True))
    if closed:
        pairs = _closed(pairs)
    right = sum(truth[one] == truth[other] for one, other in pairs)
    true = sum(count * (count - 1) // 2 for count in Counter(truth).values())
    precision, recall = right / max(1, len(pairs)), right / true
    both = precision + recall
    return {
        "right": right,
        "claimed": len(pairs),
        "true": true,
        "F1": 2 * precision * recall / both if both else 0.0,
        "threshold": threshold,
        "closed": closed,
    }


def _closed(pairs: Iterable[Pair]) -> list[Pair]:
    """All pairs of those that hang together."""
    group = {one: {one} for pair in pairs for one in pair}
    for one, other in pairs:
        if group[one] is not group[other]:
            few, many = sorted((group[one], group[other]), key=len)
            many |= few
            group.update(dict.fromkeys(few, many))
    whole = {id(some): some for some in group.values()}
    return [pair for some in whole.values() if len(some) <= MOST for pair in combinations(sorted(some), 2)]


if __name__ == "__main__":
    import logging

    logging.disable(logging.CRITICAL)
    main(*sys.argv[1:])
