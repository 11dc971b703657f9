"""Annotations: the reference, made anew, has every term of ours with its definition, every entry of the
code lists, and every borrowed class and property."""

import html
import re

import ontology  # First: it makes tests/data_set importable.
import checks
import reference
from ontology import SKOS


def main() -> None:
    page = html.unescape(reference.page())
    shown = set(re.findall(r"<td>\s*<code>(\S+?)</code>", page))
    wanted = [*ontology.declared(), *ontology.concepts()]
    findings = [f"{term} is not in the reference" for term in sorted(set(wanted) - shown)]
    ours = {*ontology.ours(), *ontology.concepts()}
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))
    findings += [
        f"{triple.subject}: its definition is not in the reference"
        for triple in ontology.triples()
        if triple.predicate.value == SKOS + "definition" and triple.subject.value in ours
        if re.sub(r"\s+", " ", triple.object.value) not in text
    ]
    checks.exit_with("reference", findings, f"{len(wanted)} terms and entries")


if __name__ == "__main__":
    main()
