"""Nothing is mentioned without being described, and nothing is described without being used: every IRI
under id/ has a type and a label, and something that is not its own description speaks of it."""

import checks
import data_set
from data_set import BASE, OA, PROV, RDFS, SCHEMA, SKOS, SKOSXL, TYPE, WHENCE

ID = BASE + "id/"
# What names itself otherwise: a name by its form, a passage by its words, the data set by its title.
LABELS = {
    "alias/": SKOSXL + "literalForm",
    "passage/": OA + "hasSelector",
    "data-set": data_set.DCTERMS + "title",
}
# Nobody speaks of these: they stand at the end of all ways. A membership tells who somebody is.
ENDS = ("data-set", "membership/")
# Code lists that are short and whole: a value that the article does not need yet is no mistake.
WHOLE_LISTS = ("certainty/", "polarity/", "manner/", "voice/", "precision/")


def iris_in(quad) -> list[str]:
    terms = (quad.subject, quad.predicate, quad.object)
    return [term.value for term in terms if isinstance(term, data_set.ox.NamedNode)]


def mentioned() -> set[str]:
    return {iri for quad in data_set.store() for iri in iris_in(quad) if iri.startswith(ID)}


def spoken_of() -> set[str]:
    """What a statement has as its object, or a claim as its subject. That a graph is named after a claim
    is no mention of it."""
    found = set()
    for quad in data_set.store():
        if isinstance(quad.object, data_set.ox.NamedNode) and quad.subject != quad.object:
            found.add(quad.object.value)
        if isinstance(quad.graph_name, data_set.ox.NamedNode):
            found.add(quad.subject.value)
    return found


def label_property(iri: str) -> str:
    kind = iri.removeprefix(ID)
    return next((label for start, label in LABELS.items() if kind.startswith(start)), RDFS + "label")


def description_findings(iri: str) -> list[str]:
    findings = []
    if not data_set.objects(iri, TYPE):
        findings.append(f"{data_set.short(iri)} is mentioned and has no type")
    if not data_set.objects(iri, label_property(iri)):
        findings.append(f"{data_set.short(iri)} is mentioned and has no label")
    return findings


def use_findings(iris: set[str]) -> list[str]:
    used = spoken_of()
    claims = set(data_set.instances(WHENCE + "Claim"))
    return [
        f"{data_set.short(iri)} is described and nothing speaks of it"
        for iri in sorted(iris - used - claims)
        if not iri.removeprefix(ID).startswith(ENDS)
    ]


def value_findings() -> list[str]:
    """Numbers are used by claims; times by claims, occasions, offices or other times."""
    in_graphs = {t.object for triples in data_set.named_graphs().values() for t in triples}
    return [
        f"{data_set.short(number)} is the number of nothing that a claim says"
        for number in data_set.instances(SCHEMA + "QuantitativeValue")
        if data_set.ox.NamedNode(number) not in in_graphs
    ]


def passage_findings() -> list[str]:
    return [
        f"{data_set.short(passage)} is evidence of nothing"
        for passage in data_set.instances(OA + "SpecificResource")
        if not data_set.subjects(WHENCE + "evidence", passage)
    ]


def code_findings() -> list[str]:
    used = spoken_of()
    return [
        f"{data_set.short(concept)} is a code that nothing uses"
        for concept in data_set.instances(SKOS + "Concept")
        if not concept.removeprefix(data_set.CODE).startswith(WHOLE_LISTS) and concept not in used
    ]


def speaker_findings() -> list[str]:
    """Who makes claims is an agent, not a mere name."""
    agents = set(data_set.instances(PROV + "Agent"))
    claims = data_set.instances(WHENCE + "Claim")
    speakers = {agent.value for claim in claims for agent in data_set.objects(claim, WHENCE + "assertedBy")}
    return [f"{data_set.short(speaker)} makes claims and is no prov:Agent" for speaker in sorted(speakers - agents)]


def all_findings() -> list[str]:
    iris = mentioned()
    findings = [finding for iri in sorted(iris) for finding in description_findings(iri)]
    findings += use_findings(iris) + value_findings() + passage_findings() + code_findings() + speaker_findings()
    return findings


def main() -> None:
    checks.exit_with("entities", all_findings(), f"{len(mentioned())} entities, claims and values")


if __name__ == "__main__":
    main()
