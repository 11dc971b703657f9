"""Random data sets: a default graph, up to three named ones that repeat some of its triples, blank
nodes that stand in several graphs, literals of every datatype. Written as TriG."""

from __future__ import annotations

import random

from terms import BLANK_NODES, GRAPHS, NODES, PREDICATES, PREFIXES, term


def random_object(rng: random.Random, kind: str, odd_forms: bool) -> str:
    if kind == "node":
        return rng.choice(BLANK_NODES) if rng.random() < 0.15 else term(rng, kind)
    return term(rng, rng.choice(["node", "any"]) if rng.random() < 0.08 else kind, odd_forms)


def random_triple(rng: random.Random, odd_forms: bool) -> str:
    subject = rng.choice(BLANK_NODES if rng.random() < 0.15 else NODES)
    # The edges of paths are as many as all others together.
    predicate = rng.choice([":p", ":q"] if rng.random() < 0.45 else list(PREDICATES))
    return f"{subject} {predicate} {random_object(rng, PREDICATES[predicate], odd_forms)}"


def random_quads(rng: random.Random, odd_forms: bool = False) -> list[tuple[str, str]]:
    """Graph ("" for the default one) and triple of each quad; the prefixes are those of PREFIXES."""
    quads = {("", random_triple(rng, odd_forms)) for _ in range(rng.choice([0, 12, 24, 30, 40, 40]))}
    for graph in rng.sample(GRAPHS, rng.choice([0, 1, 2, 3, 3])):
        quads |= {(graph, random_triple(rng, odd_forms)) for _ in range(rng.randint(1, 14))}
        if quads and rng.random() < 0.5:
            repeated = rng.choice(sorted(quads))[1]
            quads.add((graph, repeated))
    return sorted(quads)


def to_trig(quads: list[tuple[str, str]]) -> str:
    lines = [f"{triple} ." if not graph else f"{graph} {{ {triple} }}" for graph, triple in quads]
    prefixes = PREFIXES.replace("PREFIX", "@prefix").replace("BASE", "@base").replace(">\n", "> .\n")
    return prefixes + "".join(line + "\n" for line in lines)
