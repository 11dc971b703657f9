"""The examples of docs/ontology.md are true: each block of Turtle in it parses, and every triple of it
stands in the data set, in the graph that the example shows; each query in it runs and finds something;
and every pattern has both."""

import re

import pyoxigraph as ox

import checks
import data_set

BLOCK = re.compile(r"^```(turtle|sparql)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def prefixes() -> str:
    """The prefix lines of all files: one IRI a name, or the examples would be ambiguous."""
    found = set()
    for path in [*data_set.triple_files(), *data_set.ontology_files()]:
        found |= set(re.findall(r"^PREFIX (\S+) +(<\S+>)$", path.read_text(), re.MULTILINE))
    names = [name for name, _ in found]
    assert len(names) == len(set(names)), "a prefix stands for two IRIs"
    return "\n".join(f"PREFIX {name} {iri}" for name, iri in sorted(found))


def turtle_findings(name: str, block: str) -> list[str]:
    try:
        quads = list(ox.parse(input=prefixes() + "\n" + block, format=ox.RdfFormat.TRIG))
    except SyntaxError as error:
        return [f"{name}: {error}"]
    findings = []
    for quad in quads:
        # A blank node of the example is some node of the data.
        ends = [None if isinstance(t, ox.BlankNode) else t for t in (quad.subject, quad.object)]
        if not any(data_set.store().quads_for_pattern(ends[0], quad.predicate, ends[1], quad.graph_name)):
            findings.append(f"{name}: not in the data set: {quad}")
    return findings


def query_findings(name: str, block: str) -> list[str]:
    """A block without a query form is a pattern, for readability; here it becomes a query."""
    query = block if re.search(r"\b(SELECT|ASK|CONSTRUCT)\b", block) else f"SELECT * WHERE {{\n{block}}}"
    try:
        answer = data_set.store().query(prefixes() + "\n" + query)
    except SyntaxError as error:
        return [f"{name}: {error}"]
    return [] if any(True for _ in answer) else [f"{name}: the query finds nothing: {block.strip()}"]


def pattern_findings(text: str) -> list[str]:
    """Every section below Patterns shows the data and asks for it."""
    patterns = text.split("\n## Patterns\n", 1)[1].split("\n## ", 1)[0]
    findings = []
    for section in patterns.split("\n### ")[1:]:
        kinds = {kind for kind, _ in BLOCK.findall(section)}
        findings += [
            f"the pattern '{section.splitlines()[0]}' has no example in {kind}"
            for kind in ("turtle", "sparql")
            if kind not in kinds
        ]
    return findings


def main() -> None:
    text = (data_set.ROOT / "docs" / "ontology.md").read_text()
    findings = pattern_findings(text)
    blocks = BLOCK.findall(text)
    for number, (kind, block) in enumerate(blocks, 1):
        check = turtle_findings if kind == "turtle" else query_findings
        findings += check(f"example {number}", block)
    checks.exit_with("examples", findings, f"{len(blocks)} examples")


if __name__ == "__main__":
    main()
