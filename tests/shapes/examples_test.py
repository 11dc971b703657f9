"""Every shape has an example that conforms and one that breaks each of its constraints, with the report
that is expected for it; and no folder of examples is left over from a shape that is gone."""

import examples
import shapes
from rdflib import URIRef
from rdflib.namespace import SH
from shapes import checks


def messages(shape: str, of_union: bool) -> set[str]:
    """What a shape can say: one message a constraint or group of constraints. The message of a shape
    that has properties only, and nothing to say itself, does not exist."""
    graph = shapes.shapes_graph(of_union)
    node = URIRef(shape)
    speakers = [node, *graph.objects(node, SH.property), *graph.objects(node, SH.sparql)]
    return {str(message) for speaker in speakers for message in graph.objects(speaker, SH.message)}


def shape_findings(shape: str, of_union: bool) -> list[str]:
    home = examples.folder(shape)
    name = home.name
    missing = [file for file in ("good.ttl", "bad.ttl", "report.txt") if not (home / file).is_file()]
    if missing:
        return [f"{name}: no {file} in {home.relative_to(shapes.data_set.ROOT)}" for file in missing]
    found = [f"{name}: good.ttl: {f}" for f in examples.findings(home / "good.ttl", shape, of_union)]
    report = examples.report(shape, of_union)
    expected = (home / "report.txt").read_text()
    found += [f"{name}: not in report.txt: {line}" for line in new_lines(report, expected)]
    found += [f"{name}: in report.txt and not found: {line}" for line in new_lines(expected, report)]
    found += [f"{name}: bad.ttl provokes nothing that says: {m}" for m in messages(shape, of_union) if m not in report]
    return found


def new_lines(text: str, other: str) -> list[str]:
    known = other.splitlines()
    return [line for line in text.splitlines() if line not in known]


def main() -> None:
    known = shapes.shapes()
    found = [f for shape, of_union in known.items() for f in shape_findings(shape, of_union)]
    for home in sorted(examples.EXAMPLES.iterdir()):
        if shapes.SHAPE + home.name not in known:
            found.append(f"{home.name}: examples of no shape")
    checks.exit_with("shapes.examples", found, f"examples of {len(known)} shapes")


if __name__ == "__main__":
    main()
