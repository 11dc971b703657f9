"""The data set is complete: every sentence of the article with content has claims and entities; every
name, number and hedge in a sentence is that of something taken from it; docs/coverage.md is up to date.

Needs the article; without it, the test says loudly that it was skipped."""

import re
import sys

import article
import checks
import coverage
import data_set
from coverage import NO_CONTENT, Taken
from data_set import RDFS, SCHEMA, SKOSXL, WHENCE

PAGE = data_set.ROOT / "docs" / "coverage.md"
# Capitals that name nothing: words that open a sentence or a heading, and the page's own words.
NO_NAMES = set(
    "a also as but during everyone five i in many most none one our photograph read several shortly since so some"
    " that the there they this three thus to we witnesses".split()
)
# Words of nationality and the like: the entity whose label stands for them.
DERIVED = {
    "afghan": "afghanistan", "asian": "asia", "asians": "asia", "americans": "americans", "catholic": "catholic",
    "european": "europe", "german": "germany", "iranian": "iran", "kurdish": "kurds", "arab": "arabs",
    "kyrgyz": "kyrgyzstan", "pakistani": "pakistani", "russian": "russia", "tajik": "tajikistan",
    "turkish": "turkey", "turkmen": "turkmenistan", "ukrainian": "ukraine", "memorial": "memorial",
    "us-backed": "states", "us": "states", "un": "united", "isis": "islamic", "isil-k": "islamic",
    "isis-khorasan": "khorasan", "state-khorasan": "khorasan", "muslim": "kremlin", "olympics": "olympic",
}  # fmt: skip
NUMBERS = set("scores hundreds twin seven three third four several many 13 170 47 2015 2017 2021 2024".split())
HEDGES = set(
    "alleged apparently could evidence frequently linked many may might most planned primarily relatively reportedly"
    " seeks signs some suggesting suggestion suspected suspects whether worry would".split()
)
# What stands between names, or is no part of the article's words.
PLAIN = re.compile(r"’s\b|Opens in new window|(?<=Israel)-")


def words(text: str) -> set[str]:
    return {word for word in re.findall(r"[\w-]+", text.casefold())}


def label_words(iri: str) -> set[str]:
    """The words of an entity's label and of its names."""
    found = set()
    for name in (RDFS + "label", SCHEMA + "honorificPrefix"):
        for label in data_set.objects(iri, name):
            found |= words(label.value) | words(label.value.replace("-", " "))
    for name in ("prefLabel", "altLabel"):
        for alias in data_set.objects(iri, SKOSXL + name):
            for form in data_set.objects(alias, SKOSXL + "literalForm"):
                found |= words(form.value)
    return found


def wordings(iris: list[str], name: str) -> set[str]:
    return {w for iri in iris for value in data_set.objects(iri, WHENCE + name) for w in words(value.value)}


def name_findings(item: Taken) -> list[str]:
    """Every word with a capital belongs to the label of an entity of the sentence."""
    known = set().union(*(label_words(entity) for entity in item.entities), wordings(item.entities, "wording"))
    found = []
    for match in re.finditer(r"[A-Z][\w-]*", PLAIN.sub(" ", item.sentence.text)):
        name = match.group().casefold()
        if name not in NO_NAMES | known and DERIVED.get(name) not in known:
            found.append(f"sentence {item.sentence.number}: nothing taken from it is called {match.group()}")
    return found


def literals(claims: list[str]) -> set[str]:
    """The words of the literals in the graphs of the claims, such as a year."""
    objects = [triple.object for claim in claims for triple in data_set.named_graphs().get(claim, ())]
    return {word for node in objects if isinstance(node, data_set.ox.Literal) for word in words(node.value)}


def number_findings(item: Taken) -> list[str]:
    """Every number is the wording of a quantity or a time of the sentence, a hedge, or said as it is."""
    known = wordings(item.entities, "wording") | wordings(item.claims, "hedge") | literals(item.claims)
    return [
        f"sentence {item.sentence.number}: the number {number} is the wording of nothing taken from it"
        for number in sorted(words(item.sentence.text) & NUMBERS - known)
    ]


def hedge_findings(item: Taken) -> list[str]:
    """Every word that keeps a distance, or leaves some out, is a hedge of a claim of the sentence, or the
    wording of a number. May is a month as well."""
    known = wordings(item.claims, "hedge") | wordings(item.entities, "wording")
    said = set(re.findall(r"\b[a-z]+\b", item.sentence.text))
    return [
        f"sentence {item.sentence.number}: '{hedge}' is the hedge of no claim taken from it"
        for hedge in sorted(HEDGES & said - known)
    ]


def sentence_findings(item: Taken) -> list[str]:
    if item.sentence.text in NO_CONTENT:
        return ["a sentence without content has claims"] if item.claims else []
    findings = name_findings(item) + number_findings(item) + hedge_findings(item)
    if not item.claims:
        findings.append(f"sentence {item.sentence.number} has no claim")
    if not item.entities:
        findings.append(f"sentence {item.sentence.number} has no entity")
    return findings


def all_findings(text: str) -> list[str]:
    return [finding for item in coverage.taken(text) for finding in sentence_findings(item)]


def main() -> None:
    text = article.text_or_none()
    if text is None:
        sys.exit(article.SKIPPED)
    findings = all_findings(text)
    if not PAGE.is_file() or PAGE.read_text() != coverage.page(text):
        findings.append("docs/coverage.md is out of date: tests/data_set/coverage.py >docs/coverage.md")
    checks.exit_with("coverage", findings, f"{len(coverage.taken(text))} sentences")


if __name__ == "__main__":
    main()
