"""Every claim is whole: a speaker, an occasion, a stance on both axes, a manner, a voice, evidence,
and a named graph with the proposition; and every named graph is the graph of a claim."""

import checks
import data_set
from data_set import CODE, OA, PROV, RDFS, SCHEMA, WHENCE

# Property: the code list that its value comes from.
STANCE = {"certainty": "certainty", "polarity": "polarity", "manner": "manner", "voice": "voice"}
# What a claim can be about: the folders of IRIs that name entities.
ENTITIES = ("person/", "organisation/", "group/", "place/", "event/", "source/")
# Who speaks in these voices is passed on by nobody: the reporter, the publisher, the editors.
OUTERMOST_VOICES = {f"{CODE}voice/{name}" for name in ("own-voice", "attribution", "editorial")}
EDITORS = data_set.BASE + "id/group/editors"
CLAIMS_MIN = 180  # Of triples/.


def outermost_speakers() -> set[str]:
    """The editors, and who publishes a document whose text the data set is about."""
    found = {EDITORS}
    for text in data_set.instances(SCHEMA + "MediaObject"):
        for document in data_set.objects(text, SCHEMA + "encodesCreativeWork"):
            for occasion in data_set.objects(document, PROV + "wasGeneratedBy"):
                found |= {agent.value for agent in data_set.objects(occasion, PROV + "wasAssociatedWith")}
    return found


def exactly_one(claim: str, property_iri: str) -> list[str]:
    found = data_set.objects(claim, property_iri)
    if len(found) == 1:
        return []
    name = data_set.short(property_iri)
    return [f"{data_set.short(claim)} has {len(found)} values of {name}, expected one"]


def context_findings(claim: str) -> list[str]:
    """Who, when, how firmly, and in which words."""
    findings = []
    for name in ("assertedBy", "saidAt", *STANCE):
        findings += exactly_one(claim, WHENCE + name)
    findings += exactly_one(claim, RDFS + "label")
    for name, scheme in STANCE.items():
        for value in data_set.objects(claim, WHENCE + name):
            if not value.value.startswith(f"{CODE}{scheme}/"):
                findings.append(f"{data_set.short(claim)}: {name} is {value}, not of the code list")
    for occasion in data_set.objects(claim, WHENCE + "saidAt"):
        if not data_set.objects(occasion, data_set.SEM + "hasTime"):
            findings.append(f"{data_set.short(claim)}: {occasion} has no time")
    is_background = claim in data_set.instances(WHENCE + "BackgroundClaim")
    evidence = data_set.objects(claim, PROV + "hadPrimarySource" if is_background else WHENCE + "evidence")
    if not evidence:
        findings.append(f"{data_set.short(claim)} has no evidence")
    passages = set(data_set.instances(OA + "SpecificResource"))
    if not is_background and any(e.value not in passages for e in evidence):
        findings.append(f"{data_set.short(claim)}: its evidence is no oa:SpecificResource")
    return findings


def graph_findings(claim: str) -> list[str]:
    """The proposition, and whether schema:about names just what the proposition speaks of."""
    graph = data_set.named_graphs().get(claim, frozenset())
    if not graph:
        return [f"{data_set.short(claim)} has no proposition: its named graph is empty"]
    spoken_of = {
        term.value
        for triple in graph
        for term in (triple.subject, triple.object)
        if str(term).startswith(tuple(f"<{data_set.BASE}id/{kind}" for kind in ENTITIES))
    }
    about = {value.value for value in data_set.objects(claim, SCHEMA + "about")}
    return [
        f"{data_set.short(claim)}: schema:about and the proposition differ in {data_set.short(iri)}"
        for iri in sorted(spoken_of ^ about)
    ]


def chain_findings(claim: str) -> list[str]:
    """A claim that is not the article's or the editors' own is passed on by one that says so."""
    findings = []
    (speaker,) = data_set.objects(claim, WHENCE + "assertedBy")
    (voice,) = data_set.objects(claim, WHENCE + "voice")
    links = data_set.objects(claim, WHENCE + "reportedIn")
    if (voice.value in OUTERMOST_VOICES) == bool(links):
        findings.append(f"{data_set.short(claim)}: {len(links)} links outward, in {data_set.short(voice.value)}")
    if (voice.value in OUTERMOST_VOICES) != (speaker.value in outermost_speakers()):
        findings.append(f"{data_set.short(claim)}: {speaker} speaks in {data_set.short(voice.value)}")
    for link in links:
        said = any(
            t.predicate.value == WHENCE + "says" and t.object.value == claim and t.subject == speaker
            for t in data_set.named_graphs().get(link.value, frozenset())
        )
        if not said:
            findings.append(f"{link} does not say that {speaker} says {data_set.short(claim)}")
    # Walking outward must end.
    seen, current = {claim}, claim
    while onward := data_set.objects(current, WHENCE + "reportedIn"):
        current = onward[0].value
        if current in seen:
            return [*findings, f"{data_set.short(claim)}: the chain of speech is a circle"]
        seen.add(current)
    return findings


def all_findings() -> list[str]:
    claims = data_set.instances(WHENCE + "Claim")
    findings = []
    for claim in claims:
        found = context_findings(claim) + graph_findings(claim)
        findings += found or chain_findings(claim)
    for name in sorted(set(data_set.named_graphs()) - set(claims)):
        findings.append(f"the graph {name} is no declared whence:Claim")
    if data_set.TRIPLES == data_set.OWN_TRIPLES and len(claims) < CLAIMS_MIN:
        findings.append(f"only {len(claims)} claims, expected {CLAIMS_MIN} or more")
    return findings


def main() -> None:
    claims = data_set.instances(WHENCE + "Claim")
    checks.exit_with("claims", all_findings(), f"{len(claims)} claims")


if __name__ == "__main__":
    main()
