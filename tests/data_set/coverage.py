"""What the data set takes from each sentence of the article: the claims, by the places of their
passages, and the entities, by what those claims are about, who makes them, and what the sentence is
evidence of. Writes docs/coverage.md, which holds no more of the article than three words a sentence.

usage: WHENCE_ARTICLE=FILE coverage.py >docs/coverage.md
"""

import sys
from dataclasses import dataclass

import pyoxigraph as ox

import article
import data_set
from data_set import BASE, DCTERMS, PROV, SCHEMA, SEM, SKOSXL, WHENCE
from passages import Passage, passages
from sentences import Sentence, sentences

# Sentences without content: how they begin, and why nothing is taken from them.
NO_CONTENT = {"READ MORE": "a heading of the page, which announces the links to other reports"}
# What an entity is, for a reader: everything under id/ but the claims and what serves them alone.
NO_ENTITIES = ("claim/", "passage/", "alias/", "membership/", "speech/")
ORG = "http://www.w3.org/ns/org#"

HEAD = """# Coverage of the article

What the data set takes from each sentence of the article: the claims whose passages lie in it, and the
people, bodies, groups, places, events, documents, numbers and times that these claims speak of, or that
the sentence is evidence of. A sentence is named by its number and its first three words. Written by
`tests/data_set/coverage.py`, which says how sentences are told apart; `data_set.coverage` fails if the
page is not what it would write, or if a sentence with content has no claim.

"""


@dataclass(frozen=True)
class Taken:
    """What is taken from one sentence: IRIs, sorted."""

    sentence: Sentence
    claims: list[str]
    entities: list[str]


Shown = list[tuple[Passage, list[str]]]  # Each passage, and what it is evidence of.


def evidence() -> Shown:
    return [(passage, data_set.subjects(WHENCE + "evidence", passage.iri)) for passage in passages()]


def nodes(iri: str, *properties: str) -> set[str]:
    return {node.value for name in properties for node in data_set.objects(iri, name)}


def of_claim(claim: str) -> set[str]:
    """Who makes the claim, which time it is about, and all that its graph names; of what the article
    passes on also when, before whom and in which document it was said."""
    found = nodes(claim, WHENCE + "assertedBy", DCTERMS + "temporal")
    for occasion in nodes(claim, WHENCE + "saidAt") if nodes(claim, WHENCE + "reportedIn") else ():
        found |= nodes(occasion, SEM + "hasTime", SCHEMA + "recipient")
        found |= set(data_set.subjects(PROV + "wasGeneratedBy", occasion))
    for triple in data_set.named_graphs().get(claim, ()):
        found |= {t.value for t in (triple.subject, triple.object) if isinstance(t, ox.NamedNode)}
    return found


def of_evidence(subject: str) -> set[str]:
    """What a passage shows that is no claim: an office, who bears a name, or a document."""
    if subject.startswith(BASE + "id/alias/"):
        return {b for name in ("prefLabel", "altLabel") for b in data_set.subjects(SKOSXL + name, subject)}
    if subject.startswith(BASE + "id/membership/"):
        return nodes(subject, ORG + "member", ORG + "organization", ORG + "role", SEM + "hasTime")
    return {subject}


def is_entity(iri: str) -> bool:
    return iri.startswith(BASE + "id/") and not iri.removeprefix(BASE + "id/").startswith(NO_ENTITIES)


def shown_in(sentence: Sentence, all_shown: Shown) -> set[str]:
    """The subjects that a passage in the sentence is evidence of."""
    inside = [subjects for passage, subjects in all_shown if sentence.holds(passage.start, passage.end)]
    return {subject for subjects in inside for subject in subjects}


def taken(text: str) -> list[Taken]:
    """In the order of the article. A sentence that repeats another shares what is taken from that."""
    found: list[Taken] = []
    all_shown = evidence()
    for sentence in sentences(text):
        if sentence.repeats:
            earlier = found[sentence.repeats - 1]
            found.append(Taken(sentence, earlier.claims, earlier.entities))
            continue
        subjects = shown_in(sentence, all_shown)
        claims = {s for s in subjects if s.startswith(data_set.CLAIM)}
        entities = set().union(*(of_claim(c) for c in claims), *(of_evidence(s) for s in subjects - claims))
        found.append(Taken(sentence, sorted(claims), sorted(e for e in entities if is_entity(e))))
    return found


def listing(title: str, iris: list[str], prefix: str) -> str:
    return f"- {title}: " + (", ".join(f"`{iri.removeprefix(prefix)}`" for iri in iris) or "none") + "\n"


def section(item: Taken) -> str:
    sentence = item.sentence
    head = f"## {sentence.number}. {sentence.opening()}\n\n"
    if sentence.text in NO_CONTENT:
        return head + f"No content: {NO_CONTENT[sentence.text]}.\n"
    if sentence.repeats:
        return head + f"The words of sentence {sentence.repeats} once more: the same claims and entities.\n"
    return head + listing("claims", item.claims, data_set.CLAIM) + listing("entities", item.entities, BASE + "id/")


def page(text: str) -> str:
    found = taken(text)
    claims = {claim for item in found for claim in item.claims}
    entities = {entity for item in found for entity in item.entities}
    total = f"{len(found)} sentences, {len(claims)} claims, {len(entities)} entities.\n\n"
    return HEAD + total + "\n".join(section(item) for item in found)


def main() -> int:
    text = article.text_or_none()
    if text is None:
        return 4
    sys.stdout.write(page(text))
    return 0


if __name__ == "__main__":
    sys.exit(main())
