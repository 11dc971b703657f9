"""Inferences, by ROBOT and HermiT: the ontology, alone and with the default graph of the data, is within
the profiles OWL 2 RL and OWL 2 DL and consistent, no class is unsatisfiable, and what HermiT concludes
about the individuals makes nothing an event, let alone two things one. With all propositions it is
consistent too: no claim takes an agent for a place."""

import ontology  # First: it makes tests/data_set importable.
import checks
import data_set
import robot
from ontology import OWL, SCRATCH, TYPE, WHENCE, ox

# Only the types of individuals are asserted, so that the next commands judge the ontology as it is.
REASON = ["reason", "--reasoner", "HermiT", "--axiom-generators", "ClassAssertion", "--exclude-owl-thing", "true"]  # fmt: skip


def profiles(name: str) -> list[object]:
    return [
        argument
        for profile in ("RL", "DL")
        for argument in ("validate-profile", "--profile", profile, "--output", SCRATCH / f"{name}-{profile}.txt")
    ]


def profile_findings(name: str) -> list[str]:
    """The reports say more than ROBOT's message."""
    return [
        f"{path.name}: {line}"
        for profile in ("RL", "DL")
        if (path := SCRATCH / f"{name}-{profile}.txt").exists()
        for line in path.read_text().splitlines()[1:10]
        if line.strip()
    ]


def inferred_findings(inferred: list[ox.Triple]) -> list[str]:
    eventualities = set(data_set.instances(WHENCE + "Eventuality"))
    if not any(t.subject.value in eventualities for t in inferred if isinstance(t.subject, ox.NamedNode)):
        return ["what HermiT concluded says nothing about the data"]
    return [
        f"HermiT concludes {triple}"
        for triple in inferred
        if (triple.predicate.value == TYPE and triple.object.value == data_set.SEM + "Event")
        or triple.predicate.value == OWL + "sameAs"
    ]


def main() -> None:
    declared = ontology.declarations()
    data = ontology.write("data.ttl", [*declared, *ontology.data_for_reasoners()])
    propositions = ontology.write("propositions.ttl", [*declared, *ontology.propositions_for_reasoners()])
    result = SCRATCH / "inferred.ttl"
    done = robot.run(
        *("merge", "--input", ontology.FOLDER / "whence.ttl"),
        *profiles("ontology"),
        *REASON,
        *("merge", "--input", data),
        *profiles("data"),
        *REASON,
        *("--output", result),
        *("merge", "--input", propositions),
        *REASON,
    )
    findings = robot.findings(done) + profile_findings("ontology") + profile_findings("data")
    if done.returncode == 0:
        findings += inferred_findings([quad.triple for quad in ox.parse(path=str(result))])
    checked = f"{len(ontology.triples())} triples of ontology/ and {len(ontology.data_for_reasoners())} of triples/"
    checks.exit_with("reasoners", findings, checked)


if __name__ == "__main__":
    main()
