"""The checks can fail: each broken variant of the data set, made by an update of the second engine's
store, is found by the check that is there for it, in words that help."""

import sys

import article
import claims_test
import coverage_test
import data_set
import default_graph_test
import entities_test
import own_voice_test
import quotations_test
import statistics_test
import terms_test
import values_test

PREFIXES = "\n".join(
    f"PREFIX {name}: <{iri}>"
    for name, iri in {
        "whence": data_set.WHENCE,
        **{
            kind: f"{data_set.BASE}id/{kind}/"
            for kind in (
                "alias", "claim", "event", "group", "organisation", "passage", "person", "quantity", "speech", "time"
            )
        },
        "certainty": data_set.CODE + "certainty/",
        "polarity": data_set.CODE + "polarity/",
        "manner": data_set.CODE + "manner/",
        "quality": data_set.CODE + "quality/",
        "voice": data_set.CODE + "voice/",
        "edtf": "http://id.loc.gov/datatypes/edtf/",
        "oa": data_set.OA,
        "dcat": statistics_test.DCAT,
        "dcterms": data_set.DCTERMS,
        "void": statistics_test.VOID,
        "rdfs": data_set.RDFS,
        "schema": data_set.SCHEMA,
        "sem": data_set.SEM,
        "skos": data_set.SKOS,
        "skosxl": data_set.SKOSXL,
        "xsd": data_set.XSD,
    }.items()
)

WATSON = "claim:watson-no-ukraine"

# What is broken, by which update, and what the check says of it.
VARIANTS = [
    ("a claim without a speaker", claims_test, f"DELETE WHERE {{ {WATSON} whence:assertedBy ?x }}", "0 values of ontology/assertedBy"),
    ("a claim with two speakers", claims_test, f"INSERT DATA {{ {WATSON} whence:assertedBy person:colin-clarke }}", "2 values of ontology/assertedBy"),
    ("a claim without evidence", claims_test, f"DELETE WHERE {{ {WATSON} whence:evidence ?x }}", "has no evidence"),
    ("evidence that is no passage", claims_test, f"DELETE {{ {WATSON} whence:evidence ?x }} INSERT {{ {WATSON} whence:evidence person:colin-clarke }} WHERE {{ {WATSON} whence:evidence ?x }}", "no oa:SpecificResource"),
    ("a claim without an occasion", claims_test, f"DELETE WHERE {{ {WATSON} whence:saidAt ?x }}", "0 values of ontology/saidAt"),
    ("an occasion without a time", claims_test, "DELETE WHERE { speech:watson-statement sem:hasTime ?x }", "has no time"),
    ("a claim without certainty", claims_test, f"DELETE WHERE {{ {WATSON} whence:certainty ?x }}", "0 values of ontology/certainty"),
    ("a claim without polarity", claims_test, f"DELETE WHERE {{ {WATSON} whence:polarity ?x }}", "0 values of ontology/polarity"),
    ("a polarity where a certainty belongs", claims_test, f"DELETE {{ {WATSON} whence:certainty ?x }} INSERT {{ {WATSON} whence:certainty polarity:negative }} WHERE {{ {WATSON} whence:certainty ?x }}", "not of the code list"),
    ("a claim without a proposition", claims_test, f"CLEAR GRAPH {WATSON}", "its named graph is empty"),
    ("a graph that is no claim", claims_test, "INSERT DATA { GRAPH claim:stray { event:moscow-attack a sem:Event } }", "no declared whence:Claim"),
    ("a claim about something else than it says", claims_test, f"INSERT DATA {{ {WATSON} schema:about person:colin-clarke }}", "schema:about and the proposition differ"),
    ("a quoted claim that nobody passes on", claims_test, f"DELETE WHERE {{ {WATSON} whence:reportedIn ?x }}", "0 links outward"),
    ("a report that does not say so", claims_test, f"DELETE WHERE {{ GRAPH ?g {{ person:adrienne-watson whence:says {WATSON} }} }}", "does not say that"),
    ("a circle of reports", claims_test, "INSERT DATA { claim:report-of-clarke-comment whence:reportedIn claim:clarke-on-accusation }", "1 links outward"),
    ("a denied proposition as a fact", default_graph_test, "INSERT DATA { event:moscow-attack whence:involves organisation:ukraine }", "a proposition in the default graph"),
    ("a perpetrator as a fact", default_graph_test, "INSERT DATA { event:moscow-attack whence:perpetrator organisation:isis-k }", "a triple of id/claim/us-officials-isis-k is in the default graph too"),
    ("a participant by a borrowed term", default_graph_test, "INSERT DATA { event:moscow-attack sem:hasActor organisation:ukraine }", "about the world"),
    ("a feared event as an event", default_graph_test, "INSERT DATA { event:attack-on-olympics a sem:Event }", "taken for a fact"),
    ("the time of an event as a fact", default_graph_test, "INSERT DATA { event:moscow-attack sem:hasTime time:sunday }", "time of an eventuality"),
    ("a number without a lower bound", values_test, "DELETE WHERE { quantity:scores schema:minValue ?x }", "one lower bound"),
    ("bounds the wrong way round", values_test, "INSERT DATA { quantity:scores schema:maxValue 3 }", "wrong way round"),
    ("a number without its wording", values_test, "DELETE WHERE { quantity:scores whence:wording ?x }", "needs one"),
    ("a time without precision", values_test, "DELETE WHERE { time:friday whence:precision ?x }", "needs one"),
    ("a time that is no EDTF", values_test, 'DELETE { time:friday whence:edtf ?x } INSERT { time:friday whence:edtf "last Friday"^^edtf:EDTF } WHERE { time:friday whence:edtf ?x }', "is no EDTF"),
    ("an end before the beginning", values_test, 'DELETE { time:friday sem:hasLatestEndTimeStamp ?x } INSERT { time:friday sem:hasLatestEndTimeStamp "2024-03-01"^^xsd:date } WHERE { time:friday sem:hasLatestEndTimeStamp ?x }', "lies after"),
    ("a name without its language", values_test, 'DELETE { alias:isil-k skosxl:literalForm ?x } INSERT { alias:isil-k skosxl:literalForm "Isil-K" } WHERE { alias:isil-k skosxl:literalForm ?x }', "with a language"),
    ("a name that nobody uses", values_test, "DELETE WHERE { alias:isil-k whence:nameUsedBy ?x }", "nameUsedBy"),
    ("a term that is declared nowhere", terms_test, f"INSERT DATA {{ {WATSON} whence:utteredBy person:adrienne-watson }}", "used and not declared"),
    ("an entity without a description", terms_test, "INSERT DATA { claim:watson-no-ukraine schema:about person:nobody }", "described nowhere"),
    ("a denied proposition in the article's own voice", own_voice_test, "INSERT DATA { GRAPH claim:moscow-attack { event:moscow-attack whence:involves organisation:ukraine } }", "says in the article's own voice what"),
    ("one that says even more than what is denied", own_voice_test, "INSERT DATA { GRAPH claim:moscow-attack { event:moscow-attack whence:perpetrator organisation:ukraine } }", "says in the article's own voice what"),
    ("an allegation taken for an assertion", own_voice_test, "DELETE { claim:cologne-plan whence:manner ?m ; whence:certainty ?c } INSERT { claim:cologne-plan whence:manner manner:asserted ; whence:certainty certainty:certain } WHERE { claim:cologne-plan whence:manner ?m ; whence:certainty ?c }", "keep a distance: 'alleged'"),
    ("what is to come, as if it had been", own_voice_test, "DELETE { claim:olympics-this-summer whence:manner ?m } INSERT { claim:olympics-this-summer whence:manner manner:asserted } WHERE { claim:olympics-this-summer whence:manner ?m }", "still to come"),
    ("somebody else's claim in the article's own voice", own_voice_test, "DELETE { claim:watson-advisory whence:voice ?v } INSERT { claim:watson-advisory whence:voice voice:own-voice } WHERE { claim:watson-advisory whence:voice ?v }", "somebody else's claim"),
    ("own voice that somebody passes on", own_voice_test, "INSERT DATA { claim:moscow-attack whence:reportedIn claim:report-of-watson-statement }", "passed on"),
    ("a mention without a type", entities_test, "INSERT DATA { GRAPH claim:moscow-attack { event:moscow-attack whence:involves group:nobody } }", "mentioned and has no type"),
    ("a person without a label", entities_test, "DELETE WHERE { person:colin-clarke rdfs:label ?x }", "mentioned and has no label"),
    ("a person that nobody speaks of", entities_test, 'INSERT DATA { person:nobody a schema:Person ; rdfs:label "nobody"@en }', "nothing speaks of it"),
    ("a number that no claim uses", entities_test, 'INSERT DATA { quantity:none a schema:QuantitativeValue ; rdfs:label "none"@en }', "the number of nothing"),
    ("a passage that shows nothing", entities_test, f"DELETE WHERE {{ {WATSON} whence:evidence ?x }}", "is evidence of nothing"),
    ("a code that nothing uses", entities_test, "INSERT DATA { quality:none a skos:Concept }", "a code that nothing uses"),
    ("a speaker that is no agent", entities_test, "DELETE WHERE { person:colin-clarke a ?x }", "makes claims and is no prov:Agent"),
    ("a quotation that is too long", quotations_test, f'DELETE {{ ?q oa:exact ?x }} INSERT {{ ?q oa:exact "{"long " * 26}" }} WHERE {{ passage:watson-no-ukraine oa:hasSelector ?q . ?q oa:exact ?x }}', "over 25 words"),
    ("a count that is not true", statistics_test, "DELETE { ?set void:triples ?x } INSERT { ?set void:triples 1 } WHERE { ?set void:triples ?x ; dcat:distribution ?y }", "not ['1']"),
    ("a vocabulary that is left out", statistics_test, "DELETE WHERE { ?set void:vocabulary <https://schema.org/> }", "void:vocabulary lacks https://schema.org/"),
    ("another version of the ontology", statistics_test, "DELETE WHERE { ?set dcat:distribution ?y ; dcterms:conformsTo ?x }", "is not the owl:versionIRI"),
    ("a form that cannot be had", statistics_test, "DELETE WHERE { ?form a dcat:Distribution ; dcat:accessURL ?x }", "needs http://www.w3.org/ns/dcat#accessURL"),
]  # fmt: skip

# The same, where the article is at hand.
ARTICLE_VARIANTS = [
    ("a sentence without a claim", coverage_test, "DELETE WHERE { claim:copyright whence:evidence ?x }", "sentence 67 has no claim"),
    ("a name without an entity", coverage_test, "DELETE WHERE { person:vladimir-putin rdfs:label ?x }", "nothing taken from it is called Vladimir"),
    ("a number that was left out", coverage_test, "DELETE WHERE { quantity:exactly-47 whence:wording ?x }", "the number 47"),
    ("a hedge that was left out", coverage_test, 'DELETE WHERE { ?claim whence:hedge "apparently"@en }', "'apparently' is the hedge of no claim"),
    ("a quotation at the wrong place", quotations_test, "DELETE { ?p oa:start ?x ; oa:end ?y } INSERT { ?p oa:start 1 ; oa:end 47 } WHERE { passage:watson-no-ukraine oa:hasSelector ?p . ?p oa:start ?x ; oa:end ?y }", "does not have these words at 1"),
    ("a hedge in words of our own", quotations_test, f'INSERT DATA {{ {WATSON} whence:hedge "by no means"@en }}', "is not in the article"),
    ("more context than it takes", quotations_test, 'INSERT { ?q oa:suffix "”" } WHERE { passage:watson-no-ukraine oa:hasSelector ?q . ?q oa:exact ?x }', "need no context"),
    ("another text of the article", quotations_test, "DELETE WHERE { ?text schema:sha256 ?x }", "not the recorded one"),
]  # fmt: skip
NEED_THE_ARTICLE = (coverage_test, quotations_test)


def findings_of(check, text: str | None) -> list[str]:
    return check.all_findings(text) if check in NEED_THE_ARTICLE else check.all_findings()


def variant_finding(name: str, check, update: str, words: str, text: str | None) -> str | None:
    """None if the check finds the variant, in these words."""
    before = list(data_set.store())
    data_set.store().update(PREFIXES + "\n" + update)
    data_set.forget()
    found = findings_of(check, text)
    data_set.store().clear()
    data_set.store().extend(before)
    data_set.forget()
    if any(words in finding for finding in found):
        return None
    return f"{name}: {check.__name__} says nothing with '{words}', but {found[:3]}"


def main() -> None:
    text = article.text_or_none()
    variants = VARIANTS + (ARTICLE_VARIANTS if text else [])
    missed = [m for m in (variant_finding(*variant, text) for variant in variants) if m]
    checks_used = {check for _, check, _, _ in variants} - (set() if text else {coverage_test})
    for check in sorted(checks_used, key=lambda check: check.__name__):
        missed += [f"the data set itself: {finding}" for finding in findings_of(check, text)]
    print("\n".join([*missed, f"provoked_errors: {len(missed)} missed of {len(variants)} variants"]))
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
