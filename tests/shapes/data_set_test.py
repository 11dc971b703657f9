"""The data set conforms to its shapes: the default graph, and the union of all graphs."""

import shapes
from shapes import checks


def main() -> None:
    quads = shapes.quads()
    found, checked = [], []
    for of_union, name in ((False, "the default graph"), (True, "all graphs together")):
        triples = shapes.triples(quads, of_union)
        found += [f"{name}: {f}" for f in shapes.findings(shapes.graph(triples), of_union)]
        checked.append(f"{len(triples)} triples of {name}")
    checks.exit_with("shapes.data_set", found, ", ".join(checked))


if __name__ == "__main__":
    main()
