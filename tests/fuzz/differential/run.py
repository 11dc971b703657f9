"""Differential fuzzing: generated queries over generated data, whence against Oxigraph.

Every query has a number; data and query depend on the seed and the number alone. Differences that
explained.py does not explain are made small and printed with the data, both answers, rdflib's, and
the command that runs the query again. Exits with 1 if there is one.

usage: run.py PROGRAM [--queries N] [--seed N] [--only NUMBER] [--whole]
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from data_set import random_quads, to_trig
from engines import Engines, Rdflib
from explained import explanation, undocumented
from judge import NOT_COMPARED, Difference, difference
from queries import Queries
from shrink import smaller_data, smaller_query
from tree import Node

QUERIES_A_DATA_SET = 100
ODD_DATA_SET_EVERY = 5  # The data sets with forms that Oxigraph's store does not keep.


@dataclass(frozen=True)
class Case:
    query: Node
    engines: Engines

    def difference(self) -> tuple[Difference | None, tuple[str, ...]]:
        """What differs, and what explains it."""
        found = difference(self.query, self.engines.whence.ask, self.engines.oxigraph.ask)
        return found, explanation(self, found) if found else ()

    def is_unexplained(self) -> bool:
        found, why = self.difference()
        return found is not None and found.what != NOT_COMPARED and not why


def has_odd_forms(index: int) -> bool:
    """Of the data set of this number and its queries."""
    return index % ODD_DATA_SET_EVERY == ODD_DATA_SET_EVERY - 1


def data_of(seed: int, index: int) -> list[tuple[str, str]]:
    return random_quads(random.Random(f"data {seed} {index}"), has_odd_forms(index))


def query_of(seed: int, number: int) -> Node:
    odd_forms = has_odd_forms(number // QUERIES_A_DATA_SET)
    return Queries(random.Random(f"query {seed} {number}"), odd_forms).query()


def report(arguments, number: int, case: Case) -> None:
    query, quads = case.query, case.engines.quads
    if not arguments.whole:
        query = smaller_query(query, lambda tree: Case(tree, case.engines).is_unexplained())

        def differs_over(some) -> bool:
            with Engines(arguments.program, some) as engines:
                return Case(query, engines).is_unexplained()

        quads = smaller_data(quads, differs_over)
    with Engines(arguments.program, quads) as engines:
        found, _ = Case(query, engines).difference()
    print(f"\n==== query {number} of seed {arguments.seed}: run.py PROGRAM --seed {arguments.seed} --only {number}")
    print(to_trig(quads), query, found, sep="\n")
    print(f"--- rdflib\n{Rdflib(quads).ask(query)}", flush=True)


def run(arguments) -> int:
    numbers = range(arguments.queries) if arguments.only is None else [arguments.only]
    explained, features, started = Counter(), Counter(), time.monotonic()
    unexplained, not_compared = [], 0
    for index, some in groupby(numbers, lambda number: number // QUERIES_A_DATA_SET):
        with Engines(arguments.program, data_of(arguments.seed, index)) as engines:
            for number in some:
                case = Case(query_of(arguments.seed, number), engines)
                features.update({f"{n.sort} {n.value}" for n in case.query.walk() if isinstance(n.value, str)})
                found, why = case.difference()
                explained.update(why)
                if found and found.what == NOT_COMPARED:
                    not_compared += 1
                elif found and not why:
                    unexplained.append(number)
                    if len(unexplained) <= arguments.report:
                        report(arguments, number, case)
    seconds = time.monotonic() - started
    print(f"{len(numbers)} queries in {seconds:.1f} s ({len(numbers) / seconds:.0f}/s)")
    print(f"not compared, for too much work: {not_compared}")
    print(f"explained: {dict(explained.most_common())}")
    if arguments.features:
        print("\n".join(f"{count:6} {feature}" for feature, count in features.most_common()))
    print(f"unexplained: {len(unexplained)}", *unexplained[:50])
    return 1 if unexplained else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="the whence to test")
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="one query alone, by its number")
    parser.add_argument("--whole", action="store_true", help="do not make differences smaller")
    parser.add_argument("--report", type=int, default=10, help="how many differences to show")
    parser.add_argument("--features", action="store_true", help="count what the queries have")
    arguments = parser.parse_args()
    if names := undocumented():
        print(f"explained.md and explained.py differ in: {', '.join(names)}")
        return 1
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
