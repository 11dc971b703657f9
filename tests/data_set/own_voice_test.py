"""What the article says in its own voice, by the one pattern for it (queries/attribution/own-voice.rq, and
docs/ontology.md shows it): nothing in there is denied, alleged, suspected or foreseen by anybody, the
article included, and no word of the evidence keeps a distance."""

import re

import checks
import data_set
from data_set import BASE, CODE, RDFS, SEM, WHENCE
from passages import passages

QUESTION = data_set.ROOT / "queries" / "attribution" / "own-voice.rq"
PAGE = data_set.ROOT / "docs" / "ontology.md"
SPEAKERS = {BASE + "id/person/reporter", BASE + "id/organisation/irish-times"}
CLAIMS_MIN = 50
# How a claim can be put that keeps a distance from it, or is about what has not come about.
RESERVED = {
    f"{CODE}manner/{name}"
    for name in (
        "accused", "alleged", "claimed-responsibility", "denied", "dismissed", "feared", "predicted", "questioned",
        "reported", "suggested", "suspected",
    )
}  # fmt: skip
DISTANCE = re.compile(
    r"\b(allege\w*|apparent\w*|could|fear\w*|if|linked to|may|might|plan(?:ned|s)?|report(?:ed|edly)|seem\w*"
    r"|suggest\w*|supposed\w*|suspect\w*|whether|will|would)\b"
)


def own_voice() -> list[str]:
    """The claims that the pattern finds."""
    return sorted({solution["claim"].value for solution in data_set.store().query(QUESTION.read_text())})


def value(claim: str, name: str) -> str:
    return data_set.objects(claim, WHENCE + name)[0].value


def is_reserved(claim: str) -> bool:
    return (
        value(claim, "polarity") != CODE + "polarity/positive"
        or value(claim, "certainty") != CODE + "certainty/certain"
        or value(claim, "manner") in RESERVED
    )


def implied(triple) -> set[tuple]:
    """The triple, and what follows from it by the properties above its own."""
    found, open_properties = set(), [triple.predicate.value]
    while open_properties:
        name = open_properties.pop()
        found.add((triple.subject, name, triple.object))
        open_properties += [above.value for above in data_set.objects(name, RDFS + "subPropertyOf")]
    return found


def proposition_findings(own: list[str]) -> list[str]:
    """No claim in the article's own voice says, or says more than, what another keeps a distance from."""
    graphs = data_set.named_graphs()
    reserved = {
        (t.subject, t.predicate.value, t.object): claim
        for claim in data_set.instances(WHENCE + "Claim")
        if is_reserved(claim)
        for t in graphs.get(claim, ())
    }
    return [
        f"{data_set.short(claim)} says in the article's own voice what {data_set.short(reserved[t])} does not assert"
        for claim in own
        for said in graphs.get(claim, ())
        for t in implied(said) & set(reserved)
    ]


def distance_findings(own: list[str]) -> list[str]:
    """Neither the words of the evidence nor the hedges keep a distance."""
    words = {passage.iri: passage.exact for passage in passages()}
    findings = []
    for claim in own:
        said = [words.get(e.value, "") for e in data_set.objects(claim, WHENCE + "evidence")]
        said += [hedge.value for hedge in data_set.objects(claim, WHENCE + "hedge")]
        for text in said:
            if found := DISTANCE.search(text):
                findings.append(f"{data_set.short(claim)}: its own words keep a distance: '{found.group()}'")
    return findings


def future_findings(own: list[str]) -> list[str]:
    """Nothing begins after the last possible day of publication."""
    published = BASE + "id/time/publication"
    latest = data_set.objects(published, SEM + "hasLatestEndTimeStamp")[0].value
    return [
        f"{data_set.short(claim)} says in the article's own voice what is still to come"
        for claim in own
        for triple in data_set.named_graphs().get(claim, ())
        if triple.predicate.value == SEM + "hasTime"
        for begin in data_set.objects(triple.object.value, SEM + "hasEarliestBeginTimeStamp")
        if begin.value > latest
    ]


def speaker_findings(own: list[str]) -> list[str]:
    findings = []
    for claim in own:
        if value(claim, "assertedBy") not in SPEAKERS:
            findings.append(f"{data_set.short(claim)} is in the article's own voice, and somebody else's claim")
        if data_set.objects(claim, WHENCE + "reportedIn"):
            findings.append(f"{data_set.short(claim)} is in the article's own voice, and passed on")
    return findings


def pattern_findings() -> list[str]:
    """The page shows the pattern that the question asks with."""
    normal = " ".join(QUESTION.read_text().split())
    blocks = re.findall(r"^```sparql\n(.*?)^```$", PAGE.read_text(), re.MULTILINE | re.DOTALL)
    if any("voice:own-voice" in block and " ".join(block.split()) in normal for block in blocks):
        return []
    return [f"docs/ontology.md does not show the pattern of {QUESTION.name}"]


def all_findings() -> list[str]:
    own = own_voice()
    findings = speaker_findings(own) + proposition_findings(own) + distance_findings(own) + future_findings(own)
    if len(own) < CLAIMS_MIN:
        findings.append(f"only {len(own)} claims in the article's own voice, expected {CLAIMS_MIN} or more")
    return findings + pattern_findings()


def main() -> None:
    checks.exit_with("own_voice", all_findings(), f"{len(own_voice())} claims in the article's own voice")


if __name__ == "__main__":
    main()
