"""Draws the model from the ontology: a box for each class that our properties lead from or to, a list for
each code list, an arrow for all properties between the same two. script/reference writes the picture
to docs/images/ontology.svg; the test looks whether it still fits."""

import hashlib
import html
import subprocess
import sys
from collections import defaultdict

import ontology
from ontology import OWL, RDFS, ROOT, WHENCE, ox

PICTURE = ROOT / "docs" / "images" / "ontology.svg"
MARK = "drawn from DOT with SHA-256"
ANYTHING = "urn:anything"

# One colour a module, light enough for black words.
COLOURS = {
    "claim": "#cfe3f7",
    "source": "#d9f0d3",
    "agent": "#fde2c4",
    "event": "#f7d0d0",
    "place": "#e6e0f3",
    "quantity": "#eeeeee",
    "time": "#eeeeee",
    "codes": "#fff6c9",
    "core": "#ffffff",
}
HEAD = """digraph ontology {
  graph [rankdir=LR, nodesep=0.35, ranksep=0.7, fontname="Helvetica", pad=0.2, bgcolor=white];
  node [shape=box, style="filled,rounded", fontname="Helvetica", fontsize=12, color="#666666"];
  edge [fontname="Helvetica", fontsize=9, color="#555555", fontcolor="#222222", arrowsize=0.7];
"""


class Model:
    """What the axioms say, by subject and predicate."""

    def __init__(self) -> None:
        self.values: dict[tuple, list] = defaultdict(list)
        for triple in sorted(ontology.triples(), key=str):
            self.values[(triple.subject, triple.predicate.value)].append(triple.object)

    def of(self, subject, predicate: str) -> list:
        node = ox.NamedNode(subject) if isinstance(subject, str) else subject
        return self.values[(node, predicate)]

    def end(self, term: str, which: str) -> str:
        """The domain or range of a property, by the property above it where it has none."""
        for found in self.of(term, which):
            lists = self.of(found, OWL + "hasValue")
            return lists[0].value if lists else found.value
        for above in self.of(term, RDFS + "subPropertyOf"):
            if above.value.startswith(WHENCE):
                return self.end(above.value, which)
        return ANYTHING

    def module(self, term: str) -> str:
        for home in self.of(term, RDFS + "isDefinedBy"):
            if home.value.startswith(ontology.MODULES):
                return home.value.removeprefix(ontology.MODULES)
        return "core"

    def properties(self) -> list[str]:
        kinds = {OWL + "ObjectProperty"}
        return [term for term in ontology.ours() if ontology.declared()[term] & kinds]

    def classes(self) -> list[str]:
        return [term for term in ontology.ours() if OWL + "Class" in ontology.declared()[term]]


def short(iri: str) -> str:
    """A name as the picture shows it: ours as they are, borrowed ones with their prefix."""
    for name, namespace in ontology.PREFIXES.items():
        if iri.startswith(namespace):
            local = iri.removeprefix(namespace)
            return local if namespace == WHENCE else f"{name}:{local}"
    return iri


def node_line(model: Model, term: str) -> str:
    """A box: the name, and below it the values that stand in it or what it is a kind of."""
    lists = ontology.BASE + "code/"
    if term.startswith(lists):
        title, more = term.removeprefix(lists), "code list"
        colour = COLOURS["codes"]
    else:
        title = "anything" if term == ANYTHING else short(term)
        data = [short(p) for p in data_properties(model, term)]
        above = [short(a.value) for a in model.of(term, RDFS + "subClassOf") if not a.value.startswith(WHENCE)]
        more = "<br/>".join([*(f"⊑ {html.escape(a)}" for a in above), *map(html.escape, data)])
        colour = COLOURS[model.module(term)]
    small = f'<br/><font point-size="9">{more}</font>' if more else ""
    dashed = ', style="filled,rounded,dashed"' if not term.startswith((WHENCE, lists)) else ""
    return f'  "{term}" [label=<<b>{html.escape(title)}</b>{small}>, fillcolor="{colour}"{dashed}];\n'


def data_properties(model: Model, term: str) -> list[str]:
    return [
        p
        for p in ontology.ours()
        if OWL + "DatatypeProperty" in ontology.declared()[p] and model.end(p, RDFS + "domain") == term
    ]


def dot() -> str:
    """The picture as text for Graphviz, the same for the same ontology."""
    model = Model()
    arrows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for term in model.properties():
        arrows[(model.end(term, RDFS + "domain"), model.end(term, RDFS + "range"))].append(term)
    nodes = sorted({end for ends in arrows for end in ends} | set(model.classes()))
    lines = [node_line(model, term) for term in nodes]
    for (start, target), terms in sorted(arrows.items()):
        label = "<br/>".join(html.escape(term.removeprefix(WHENCE)) for term in sorted(terms))
        lines.append(f'  "{start}" -> "{target}" [label=<{label}>];\n')
    for term in model.classes():
        for above in model.of(term, RDFS + "subClassOf"):
            if above.value in nodes:
                lines.append(f'  "{term}" -> "{above.value}" [arrowhead=empty, style=dashed];\n')
    return HEAD + "".join(lines) + "}\n"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def draw() -> str:
    """The picture as SVG, marked with what it was drawn from: layouts differ, that does not."""
    text = dot()
    drawn = subprocess.run(["dot", "-Tsvg"], input=text, capture_output=True, text=True, check=True)
    start = drawn.stdout.index("<svg")
    return f"{drawn.stdout[:start]}<!-- {MARK} {digest(text)} -->\n{drawn.stdout[start:]}"


def main() -> None:
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(draw())
    print(f"picture: {PICTURE.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
