"""Broken variants of the data set: pySHACL finds what is expected of each, and nothing else.

A variant is validated in the whole graph, and at the nodes alone that its update changes: a tenth of a
second each, where everything would take seven.

usage: variants_test.py [TITLE...]
"""

import sys

import pyoxigraph as ox
import shapes
from shapes import checks
from variants import PREFIXES, VARIANTS, Expected, Variant

VARIANTS_MIN = 40


class Base:
    """The untouched data set, and its two graphs as pySHACL takes them."""

    def __init__(self) -> None:
        self.store = ox.Store()
        self.store.extend(shapes.quads())
        self.quads = set(self.store)
        self.triples = {of_union: shapes.triples(self.quads, of_union) for of_union in (False, True)}
        self.graphs = {of_union: shapes.graph(triples) for of_union, triples in self.triples.items()}

    def changed(self, update: str) -> set[ox.Quad]:
        """The quads after an update, which is then taken back."""
        self.store.update(f"{PREFIXES}\n{update}")
        after = set(self.store)
        for quad in after - self.quads:
            self.store.remove(quad)
        self.store.extend(self.quads - after)
        return after


def focus_nodes(changed: set[ox.Triple], also: tuple[str, ...]) -> set[str]:
    query = " ".join(also)
    named = ox.Store().query(f"{PREFIXES}\nSELECT ?node {{ VALUES ?node {{ {query} }} }}")
    return {triple.subject.value for triple in changed} | {row["node"].value for row in named}


def findings(base: Base, variant: Variant) -> list[shapes.Finding]:
    after = base.changed(variant.update)
    found = []
    for of_union in (False, True):
        before, now = base.triples[of_union], shapes.triples(after, of_union)
        if before == now:
            continue
        with shapes.changed(base.graphs[of_union], before - now, now - before) as graph:
            found += shapes.findings(graph, of_union, focus_nodes(before ^ now, variant.also))
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
