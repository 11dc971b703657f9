"""Broken variants of the data set: pySHACL finds what is expected of each, and nothing else.

A variant is validated in the whole graph, and at the nodes alone that its update changes: hundredths of
a second each, where everything would take four seconds.

usage: variants_test.py [TITLE...]
"""

import sys
from collections import Counter
from typing import NamedTuple

import pyoxigraph as ox
import shapes
from rdflib.term import Node
from shapes import checks
from variants import PREFIXES, VARIANTS, Expected, Variant

VARIANTS_MIN = 40


class Change(NamedTuple):
    removed: set[ox.Triple]
    added: set[ox.Triple]


class Base:
    """The untouched data set, and its two graphs as pySHACL takes them."""

    def __init__(self) -> None:
        self.store = ox.Store()
        self.store.extend(shapes.quads())
        self.quads = set(self.store)
        self.copies = Counter(quad.triple for quad in self.quads)
        self.graphs = {
            of_union: shapes.graph(shapes.triples(self.quads, of_union)) for of_union in (False, True)
        }

    def changes(self, update: str) -> dict[bool, Change]:
        """What an update, which is then taken back, does to the default graph and to the union."""
        self.store.update(f"{PREFIXES}\n{update}")
        after = set(self.store)
        removed, added = self.quads - after, after - self.quads
        for quad in added:
            self.store.remove(quad)
        self.store.extend(removed)
        lost, won = Counter(q.triple for q in removed), Counter(q.triple for q in added)
        return {
            False: Change(shapes.triples(removed, of_union=False), shapes.triples(added, of_union=False)),
            # A triple of two graphs stays in the union if one of them loses it.
            True: Change(
                {t for t in lost if self.copies[t] - lost[t] + won[t] == 0}, {t for t in won if t not in self.copies}
            ),
        }


def named_nodes(names: tuple[str, ...]) -> set[Node]:
    rows = ox.Store().query(f"{PREFIXES}\nSELECT ?node {{ VALUES ?node {{ {' '.join(names)} }} }}")
    return {shapes.term(row["node"]) for row in rows}


def findings(base: Base, variant: Variant) -> list[shapes.Finding]:
    found = []
    for of_union, change in base.changes(variant.update).items():
        focus = {shapes.term(triple.subject) for triple in change.removed | change.added}
        if focus:
            with shapes.changed(base.graphs[of_union], *change) as graph:
                found += shapes.findings(graph, of_union, focus | named_nodes(variant.also))
    return found


def answers(finding: shapes.Finding, expected: Expected) -> bool:
    """Whether a finding is the expected one; of alternatives in a path, one is enough to name."""
    paths = {finding.path, *finding.path.strip("()").split("|")}
    return (
        finding.focus == expected.focus
        and expected.path in paths
        and finding.component == expected.component
        and expected.words in finding.message
    )


def variant_findings(base: Base, variant: Variant) -> list[str]:
    found = findings(base, variant)
    missed = [
        f"{variant.title}: nobody says: {e}" for e in variant.expected if not any(answers(f, e) for f in found)
    ]
    missed += [
        f"{variant.title}: not expected: {f}" for f in found if not any(answers(f, e) for e in variant.expected)
    ]
    return missed


def main() -> None:
    base = Base()
    wanted = [v for v in VARIANTS if not sys.argv[1:] or v.title in sys.argv[1:]]
    missed = [m for variant in wanted for m in variant_findings(base, variant)]
    if len(VARIANTS) < VARIANTS_MIN:
        missed.append(f"only {len(VARIANTS)} variants, expected {VARIANTS_MIN} or more")
    checks.exit_with("shapes.variants", missed, f"{len(wanted)} variants")


if __name__ == "__main__":
    main()
