"""Provoked errors in annotations: each pitfall's query finds the example beside it, each check of the
annotations finds what was broken for it, and a borrowed term that does not exist, or is used as what it
is not, is found."""

import ontology  # First: it makes tests/data_set importable.
import annotations_test
import checks
import data_set
import pitfalls_test
import reuse_test
from ontology import OWL, ox

# What is broken, by which update of the ontology, and what annotations_test says of it.
VARIANTS = [
    ("a term without a label", "DELETE WHERE { whence:hedge rdfs:label ?x }", "needs exactly one http://www.w3.org/2000/01/rdf-schema#label"),
    ("a term without a definition", "DELETE WHERE { whence:hedge skos:definition ?x }", "#definition, has 0"),
    ("a term with two definitions", 'INSERT DATA { whence:hedge skos:definition "Another."@en }', "#definition, has 2"),
    ("a definition in no language", 'DELETE { whence:hedge skos:definition ?x } INSERT { whence:hedge skos:definition "Words." } WHERE { whence:hedge skos:definition ?x }', "not in English"),
    ("a definition that is no sentence", 'DELETE { whence:hedge skos:definition ?x } INSERT { whence:hedge skos:definition "words"@en } WHERE { whence:hedge skos:definition ?x }', "is no sentence"),
    ("a term without an example", "DELETE WHERE { whence:hedge skos:example ?x }", "needs exactly one skos:example"),
    ("an example that is no Turtle", 'DELETE { whence:hedge skos:example ?x } INSERT { whence:hedge skos:example "as in: perhaps"@en } WHERE { whence:hedge skos:example ?x }', "is no Turtle"),
    ("an example that the data does not have", 'DELETE { whence:hedge skos:example ?x } INSERT { whence:hedge skos:example "claim:nowhere whence:hedge \\"perhaps\\"@en ."@en } WHERE { whence:hedge skos:example ?x }', "is not in triples/"),
    ("an example of another term", 'DELETE { whence:hedge skos:example ?x } INSERT { whence:hedge skos:example "claim:watson-no-ukraine a whence:Claim ."@en } WHERE { whence:hedge skos:example ?x }', "does not use the term"),
    ("a term without a module", "DELETE WHERE { whence:hedge rdfs:isDefinedBy ?x }", "needs exactly one rdfs:isDefinedBy"),
    ("a term without a history", "DELETE WHERE { whence:hedge skos:changeNote ?x }", "has no skos:changeNote"),
    ("a history without a beginning", 'DELETE { whence:hedge skos:changeNote ?x } INSERT { whence:hedge skos:changeNote "0.2.0: a range."@en } WHERE { whence:hedge skos:changeNote ?x }', "does not begin with"),
    ("a history without versions", 'INSERT DATA { whence:hedge skos:changeNote "changed a bit."@en }', "is not 'VERSION: what.'"),
    ("a change of a version to come", 'INSERT DATA { whence:hedge skos:changeNote "99.0.0: gone."@en }', "in a version that is not out"),
    ("an entry of a code list without a definition", "DELETE WHERE { manner:denied skos:definition ?x }", "code/manner/denied needs exactly one"),
    ("a module without a licence", "DELETE WHERE { module:claim dcterms:license ?x }", "needs exactly one http://purl.org/dc/terms/license"),
    ("a module of another version", 'DELETE { module:claim owl:versionInfo ?x } INSERT { module:claim owl:versionInfo "0.0.9" } WHERE { module:claim owl:versionInfo ?x }', "is of version 0.0.9"),
    ("a version IRI of another version", "DELETE { module:claim owl:versionIRI ?x } INSERT { module:claim owl:versionIRI <https://whence.example/ontology/modules/claim/0.0.9> } WHERE { module:claim owl:versionIRI ?x }", "the version IRI is"),
    ("a prior version that comes after", "INSERT DATA { module:claim owl:priorVersion <https://whence.example/ontology/modules/claim/99.0.0> }", "the prior version is"),
    ("a module that nobody imports", "DELETE DATA { <https://whence.example/ontology> owl:imports module:claim }", "is not imported by whence.ttl"),
    ("a borrowed term without its source", "DELETE WHERE { prov:Agent rdfs:isDefinedBy ?x }", "does not say from where"),
]  # fmt: skip


def annotation_findings() -> list[str]:
    findings = []
    for name, update, words in VARIANTS:
        store = ontology.store_of(ontology.triples())
        store.update(f"{ontology.PREFIX_LINES}PREFIX module: <{ontology.MODULES}>\n{update}")
        found = annotations_test.all_findings(quad.triple for quad in store)
        if not any(words in finding for finding in found):
            findings.append(f"{name}: nothing with '{words}', but {found[:3]}")
    return findings


def pitfall_findings() -> list[str]:
    """Every term of an example that begins with Wrong is found, alone and beside the ontology, and where
    a waiver names it, it is not."""
    findings = []
    for query in pitfalls_test.questions():
        example = [quad.triple for quad in ox.parse(path=str(query.with_suffix(".ttl")))]
        wrong = {
            term.value
            for triple in example
            for term in (triple.subject, triple.predicate, triple.object)
            if isinstance(term, ox.NamedNode) and term.value.rsplit("/", 1)[1].lower().startswith("wrong")
        }
        found = pitfalls_test.found(query, ontology.store_of(example))
        if not wrong or not wrong & found:
            findings.append(f"{query.stem}: its own example is not found: {sorted(wrong)}")
        beside = pitfalls_test.found(query, ontology.store_of([*ontology.triples(), *example]))
        if not wrong & found <= beside:
            findings.append(f"{query.stem}: its example is not found beside the ontology")
    useless = ontology.parse('whence:hedge skos:editorialNote "P11: no need for it."@en .')
    said = pitfalls_test.all_findings(ontology.store_of([*ontology.triples(), *useless]))
    if not any("is waived and not found" in finding for finding in said):
        findings.append("a waiver of nothing is let pass")
    return findings


def reuse_findings() -> list[str]:
    invented = data_set.PROV + "wasShoutedBy"
    cases = [
        ("a term that is not in its vocabulary", {invented: {OWL + "ObjectProperty"}}, {}, "is not in its vocabulary"),
        ("a property declared as a class", {data_set.PROV + "wasDerivedFrom": {OWL + "Class"}}, {}, "is declared as class"),
        ("a property with values for one with things", {data_set.OA + "exact": {OWL + "ObjectProperty"}}, {}, "is declared as object property"),
        ("a class used as a property", {}, {data_set.PROV + "Agent": {reuse_test.OBJECT}}, "is used as object property"),
        ("schema.org by its other IRI", {}, {"http://schema.org/about": {reuse_test.OBJECT}}, "is not in its vocabulary"),
    ]  # fmt: skip
    return [
        f"{name}: nothing with '{words}'"
        for name, declared, used, words in cases
        if not any(words in finding for finding in reuse_test.all_findings(declared, used)[0])
    ]


def main() -> None:
    findings = annotation_findings() + pitfall_findings() + reuse_findings()
    number = len(VARIANTS) + len(pitfalls_test.questions()) + 5
    checks.exit_with("provoked_errors", findings, f"{number} broken annotations")


if __name__ == "__main__":
    main()
