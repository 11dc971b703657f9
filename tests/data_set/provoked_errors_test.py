"""The checks can fail: each broken variant of the data set, made by an update of the second engine's
store, is found by the check that is there for it, in words that help."""

import sys

import claims_test
import data_set
import default_graph_test
import terms_test
import values_test

PREFIXES = "\n".join(
    f"PREFIX {name}: <{iri}>"
    for name, iri in {
        "whence": data_set.WHENCE,
        **{
            kind: f"{data_set.BASE}id/{kind}/"
            for kind in ("alias", "claim", "event", "group", "organisation", "person", "quantity", "speech", "time")
        },
        "certainty": data_set.CODE + "certainty/",
        "polarity": data_set.CODE + "polarity/",
        "edtf": "http://id.loc.gov/datatypes/edtf/",
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
    ("a term without a definition", terms_test, "DELETE WHERE { whence:hedge skos:definition ?x }", "needs exactly one"),
    ("an entity without a description", terms_test, "INSERT DATA { claim:watson-no-ukraine schema:about person:nobody }", "described nowhere"),
]  # fmt: skip


def variant_finding(name: str, check, update: str, words: str) -> str | None:
    """None if the check finds the variant, in these words, and the untouched data set clean."""
    before = list(data_set.store())
    data_set.store().update(PREFIXES + "\n" + update)
    data_set.forget()
    found = check.all_findings()
    data_set.store().clear()
    data_set.store().extend(before)
    data_set.forget()
    if any(words in finding for finding in found):
        return None
    return f"{name}: {check.__name__} says nothing with '{words}', but {found[:3]}"


def main() -> None:
    missed = [m for m in (variant_finding(*variant) for variant in VARIANTS) if m]
    for check in (claims_test, default_graph_test, values_test, terms_test):
        missed += [f"the data set itself: {finding}" for finding in check.all_findings()]
    print("\n".join([*missed, f"provoked_errors: {len(missed)} missed of {len(VARIANTS)} variants"]))
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
