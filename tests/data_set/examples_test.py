"""The examples of docs/ontology.md are true: each block of Turtle in it parses, and every triple of it
stands in the data set, in the graph that the example shows."""

import re

import pyoxigraph as ox

import checks
import data_set


def prefixes() -> str:
    """The prefix lines of all files: one IRI a name, or the examples would be ambiguous."""
    found = set()
    for path in [*data_set.triple_files(), *data_set.ontology_files()]:
        found |= set(re.findall(r"^PREFIX (\S+) +(<\S+>)$", path.read_text(), re.MULTILINE))
    names = [name for name, _ in found]
    assert len(names) == len(set(names)), "a prefix stands for two IRIs"
    return "\n".join(f"PREFIX {name} {iri}" for name, iri in sorted(found))


def example_findings(number: int, block: str) -> list[str]:
    try:
        quads = list(ox.parse(input=prefixes() + "\n" + block, format=ox.RdfFormat.TRIG))
    except SyntaxError as error:
        return [f"example {number}: {error}"]
    findings = []
    for quad in quads:
        # A blank node of the example is some node of the data.
        ends = [None if isinstance(t, ox.BlankNode) else t for t in (quad.subject, quad.object)]
        if not any(data_set.store().quads_for_pattern(ends[0], quad.predicate, ends[1], quad.graph_name)):
            findings.append(f"example {number}: not in the data set: {quad}")
    return findings


def main() -> None:
    text = (data_set.ROOT / "docs" / "ontology.md").read_text()
    blocks = re.findall(r"^```turtle\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    findings = [f for number, block in enumerate(blocks, 1) for f in example_findings(number, block)]
    if not blocks:
        findings.append("docs/ontology.md has no examples")
    checks.exit_with("examples", findings, f"{len(blocks)} examples")


if __name__ == "__main__":
    main()
