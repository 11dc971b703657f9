"""Annotations of the borrowed: every borrowed term exists in its vocabulary and is used as what it is
there, class, property with things, property with values, or datatype. The vocabularies are those of
the packages @vocabulary/*; what no package holds is looked up in recorded_terms.ttl."""

import ontology  # First: it makes tests/data_set importable.
import checks
import data_set
import vocabularies
from ontology import BASE, OWL, RDF, RDFS, TYPE, ox

SCHEMA = data_set.SCHEMA
CLASS, DATATYPE = "class", "datatype"
OBJECT, DATA, ANNOTATION = "object property", "data property", "annotation property"

DECLARED_AS = {
    OWL + "Class": CLASS,
    OWL + "ObjectProperty": OBJECT,
    OWL + "DatatypeProperty": DATA,
    OWL + "AnnotationProperty": ANNOTATION,
}
PUBLISHED_AS = {
    **DECLARED_AS,
    RDFS + "Class": CLASS,
    RDFS + "Datatype": DATATYPE,
    OWL + "SymmetricProperty": OBJECT,
    OWL + "TransitiveProperty": OBJECT,
    OWL + "FunctionalProperty": None,
    RDF + "Property": None,  # Which kind, its range tells.
}
LITERALS = {RDFS + "Literal", RDF + "langString"}
SCHEMA_LITERALS = {SCHEMA + n for n in ("Text", "Number", "Integer", "Float", "Boolean", "Date", "DateTime", "Time", "URL")}  # fmt: skip


class Published:
    """Of each term in the vocabularies: what it is declared to be, and what its values are."""

    def __init__(self) -> None:
        self.kinds: dict[str, set[str | None]] = {}
        self.ranges: dict[str, set[str]] = {}
        for name in vocabularies.names():
            for triple in vocabularies.published(name):
                self.read(triple, vocabularies.namespace(name))
        for triple in vocabularies.recorded():
            self.read(triple, "")

    def read(self, triple: ox.Triple, namespace: str) -> None:
        """Vocabularies speak of each other's terms too; each is asked for its own alone."""
        if not isinstance(triple.subject, ox.NamedNode) or not isinstance(triple.object, ox.NamedNode):
            return
        subject, value = triple.subject.value, triple.object.value
        if not subject.startswith(namespace):
            return
        if triple.predicate.value == TYPE and value in PUBLISHED_AS:
            self.kinds.setdefault(subject, set()).add(PUBLISHED_AS[value])
        if triple.predicate.value in (RDFS + "range", SCHEMA + "rangeIncludes"):
            self.ranges.setdefault(subject, set()).add(value)

    def may_be(self, term: str) -> set[str]:
        """As what the term may be used. rdf:Property alone leaves the kind to the range, and without a
        range leaves it open; metadata may be annotations, as OWL's own vocabulary does it."""
        kinds = {kind for kind in self.kinds.get(term, set()) if kind}
        if kinds:
            return kinds
        ranges = self.ranges.get(term, set())
        literal = {r for r in ranges if r in LITERALS | SCHEMA_LITERALS or r.startswith(data_set.XSD)}
        if not ranges:
            return {OBJECT, DATA, ANNOTATION}
        if literal == ranges:
            # A URL is a value to schema.org, and an IRI where one links.
            return {DATA, ANNOTATION} | ({OBJECT} if SCHEMA + "URL" in ranges else set())
        return {OBJECT, ANNOTATION} | ({DATA} if literal else set())


def used_in_data() -> dict[str, set[str]]:
    """Classes, properties and datatypes that triples/ uses, each with the roles it is used in."""
    found: dict[str, set[str]] = {}
    for path in data_set.triple_files():
        for quad in data_set.parse(path):
            predicate = quad.predicate.value
            literal = isinstance(quad.object, ox.Literal)
            if predicate == TYPE:
                found.setdefault(quad.object.value, set()).add(CLASS)
            else:
                found.setdefault(predicate, set()).add(DATA if literal else OBJECT)
            if literal:
                found.setdefault(quad.object.datatype.value, set()).add(DATATYPE)
    return found


def is_foreign(term: str) -> bool:
    return not term.startswith((BASE, RDF, RDFS, OWL, data_set.XSD))


def all_findings(declared: dict[str, set[str]], used: dict[str, set[str]]) -> tuple[list[str], int]:
    published = Published()
    findings = []
    terms = sorted(filter(is_foreign, {*declared, *used}))
    for term in terms:
        if term not in published.kinds:
            findings.append(f"{term} is not in its vocabulary")
            continue
        may_be = published.may_be(term)
        for kind in sorted(DECLARED_AS[k] for k in declared.get(term, set())):
            if kind not in may_be:
                findings.append(f"{term} is declared as {kind}, and published as {sorted(may_be)}")
        for role in sorted(used.get(term, set())):
            if role not in may_be and not (ANNOTATION in may_be and role in (OBJECT, DATA)):
                findings.append(f"{term} is used as {role}, and published as {sorted(may_be)}")
    return findings, len(terms)


def main() -> None:
    findings, number = all_findings(ontology.declared(), used_in_data())
    recorded = len({t.subject for t in vocabularies.recorded()})
    checked = f"{number} borrowed terms, {recorded} of them looked up in what was recorded by hand"
    checks.exit_with("reuse", findings, checked)


if __name__ == "__main__":
    main()
