"""The default graph holds no proposition: nothing that a reader could take for a fact and that is
only claimed, foreseen or denied. This is the promise that the data set stands on."""

import checks
import data_set
from data_set import RDFS, SEM, TYPE, WHENCE

# What a statement about a claim, a value, a name or a source may use in the default graph. Every
# other term of ours says something about the world, and belongs into the graph of a claim.
ABOUT_CLAIMS = {
    "assertedBy", "inCapacity", "saidAt", "reportedIn", "reports", "voice", "certainty", "polarity",
    "manner", "hedge", "evidence", "contradicts", "attributesMotive", "kind", "nameUsedBy", "wording", "resolution",
    "edtf", "precision", "resolvedFrom",
}  # fmt: skip
# Borrowed terms that say who had part in what, or that it happened.
WORLDLY = {
    SEM + name
    for name in ("hasActor", "hasPlace", "hasSubEvent", "subEventOf", "eventType", "accordingTo")
} | {data_set.SCHEMA + name for name in (
    "agent", "containedInPlace", "latitude", "longitude", "location", "fromLocation", "toLocation", "creditText",
    "copyrightHolder", "citation", "sameAs",
)} | {
    "http://www.w3.org/ns/org#subOrganizationOf",
    "http://www.opengis.net/ont/geosparql#hasGeometry", "http://www.opengis.net/ont/geosparql#asWKT",
}  # fmt: skip
WORLDLY_TYPES = {SEM + "Event", "http://www.w3.org/ns/org#ChangeEvent"}


def vocabulary_findings() -> list[str]:
    findings = []
    for triple in data_set.default_graph():
        name = triple.predicate.value
        if name in WORLDLY:
            findings.append(f"a statement about the world in the default graph: {triple}")
        if name.startswith(WHENCE) and name.removeprefix(WHENCE) not in ABOUT_CLAIMS:
            findings.append(f"a proposition in the default graph: {triple}")
        if name == TYPE and triple.object.value in WORLDLY_TYPES:
            findings.append(f"an event taken for a fact in the default graph: {triple}")
    return findings


def copied_propositions() -> list[str]:
    return [
        f"a triple of {data_set.short(graph)} is in the default graph too: {triple}"
        for graph, triples in sorted(data_set.named_graphs().items())
        for triple in triples & data_set.default_graph()
    ]


def timed_eventualities() -> list[str]:
    """When something happened is claimed; only occasions of speech and offices are dated outside."""
    eventualities = set(data_set.instances(WHENCE + "Eventuality"))
    return [
        f"the time of an eventuality in the default graph: {triple}"
        for triple in data_set.default_graph()
        if triple.predicate.value == SEM + "hasTime" and triple.subject.value in eventualities
    ]


def inferred_events() -> list[str]:
    """No axiom may turn a statement of the default graph into an event: domains and super-properties
    of what is used there stay clear of sem:Event."""
    used = {t.predicate.value for t in data_set.default_graph() if t.predicate.value.startswith(WHENCE)}
    findings = []
    for term in sorted(used):
        for domain in data_set.objects(term, RDFS + "domain"):
            if domain.value in WORLDLY_TYPES:
                findings.append(f"{data_set.short(term)} has the domain {domain}")
        for above in data_set.objects(term, RDFS + "subPropertyOf"):
            if above.value in WORLDLY:
                findings.append(f"{data_set.short(term)} is a {above}")
    return findings


def all_findings() -> list[str]:
    return vocabulary_findings() + copied_propositions() + timed_eventualities() + inferred_events()


def main() -> None:
    checked = f"{len(data_set.default_graph())} triples of the default graph"
    checks.exit_with("default_graph", all_findings(), checked)


if __name__ == "__main__":
    main()
