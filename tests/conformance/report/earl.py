"""The report in the Evaluation and Report Language (EARL 1.0 Schema, W3C 2017), in Turtle: an assertion a
test. What was not run is untested, and says why."""

import json
import re
from datetime import datetime
from pathlib import Path

from outcomes import FAILED, NOT_RUN, PASSED, Outcome

OUTCOMES = {PASSED: "earl:passed", FAILED: "earl:failed", NOT_RUN: "earl:untested"}

HEAD = """\
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix doap: <http://usefulinc.com/ns/doap#> .
@prefix earl: <http://www.w3.org/ns/earl#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<> a foaf:Document ;
  dcterms:issued {date} ;
  foaf:primaryTopic <{subject}> .

<{subject}> a doap:Project, earl:Software, earl:TestSubject ;
  doap:name "whence" ;
  doap:shortdesc "an RDF store and SPARQL 1.1 endpoint that knows from where an answer comes"@en ;
  doap:programming-language "C++" ;
  doap:release [ doap:revision {version} ] ;
  doap:license <https://www.apache.org/licenses/LICENSE-2.0> ;
  doap:implements <https://www.w3.org/TR/sparql11-query/>, <https://www.w3.org/TR/rdf11-concepts/>,
    <https://www.w3.org/TR/rdf-canon/> .

<{assertor}> a earl:Software, earl:Assertor ;
  dcterms:title "script/conformance of whence"@en .
"""

ASSERTION = """
[] a earl:Assertion ;
  earl:assertedBy <{assertor}> ;
  earl:subject <{subject}> ;
  earl:test <{test}> ;
  earl:mode earl:automatic ;
  earl:result [ a earl:TestResult ; earl:outcome {outcome} ; dcterms:date {date}{info} ] .
"""

NAMES = {
    "subject": "https://whence.example/id/software/whence",
    "assertor": "https://whence.example/id/software/whence-conformance",
}


def literal(text: str) -> str:
    """JSON's escapes are Turtle's, as long as they name no surrogates."""
    return json.dumps(text, ensure_ascii=False)


def version(root: Path) -> str:
    return re.search(r"project\(whence VERSION (\S+)", (root / "CMakeLists.txt").read_text())[1]


def write(outcomes: dict, root: Path, moment: datetime) -> str:
    date = literal(moment.isoformat(timespec="seconds")) + "^^xsd:dateTime"
    text = HEAD.format(version=literal(version(root)), date=date, **NAMES)
    for entry, outcome in outcomes.items():
        if entry.iri:
            text += assertion(entry.iri, outcome, date)
    return text


def assertion(test: str, outcome: Outcome, date: str) -> str:
    info = f" ; earl:info {literal(outcome.reason)}" if outcome.reason else ""
    return ASSERTION.format(test=test, outcome=OUTCOMES[outcome.kind], date=date, info=info, **NAMES)
