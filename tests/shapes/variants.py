"""Broken variants of the data set: what is broken, by which update, and what pySHACL then says.

An expected finding is the node, the path, the constraint component and words of the message. The path
is - where a shape speaks of the node as a whole."""

from typing import NamedTuple

import shapes
from shapes import data_set

KINDS = ("alias", "claim", "event", "group", "membership", "organisation", "passage", "person", "place", "post",
         "quantity", "source", "speech", "time")  # fmt: skip
LISTS = ("certainty", "kind", "manner", "polarity", "precision", "quality", "voice")
NAMESPACES = {
    **{kind: f"{data_set.BASE}id/{kind}/" for kind in KINDS},
    **{name: f"{data_set.CODE}{name}/" for name in LISTS},
    **shapes.PREFIXES,
}
PREFIXES = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in NAMESPACES.items())


class Expected(NamedTuple):
    focus: str
    path: str
    component: str
    words: str


class Variant(NamedTuple):
    title: str
    update: str
    expected: list[Expected]
    also: tuple[str, ...] = ()  # Nodes to look at besides the subjects of what the update changes.


def without(node: str, path: str) -> str:
    return f"DELETE WHERE {{ {node} {path} ?old }}"


def replaced(node: str, path: str, value: str) -> str:
    return f"DELETE {{ {node} {path} ?old }} INSERT {{ {node} {path} {value} }} WHERE {{ {node} {path} ?old }}"


def added(*triples: str) -> str:
    return f"INSERT DATA {{ {' . '.join(triples)} }}"


def claimed(graph: str, *triples: str) -> str:
    return f"INSERT DATA {{ GRAPH {graph} {{ {' . '.join(triples)} }} }}"


def selector(passage: str, path: str, value: str) -> str:
    """A value of one of a passage's two selectors replaced."""
    return f"""DELETE {{ ?s {path} ?old }} INSERT {{ ?s {path} {value} }}
WHERE {{ {passage} oa:hasSelector ?s . ?s {path} ?old }}"""


WATSON = "claim:watson-no-ukraine"
AT_WATSON = "claim/watson-no-ukraine"
WORDS = "passage:watson-no-ukraine"
LONG = " ".join(f"word{number}" for number in range(26))

OF_CLAIMS = [
    Variant("a claim without a speaker", without(WATSON, "whence:assertedBy"), [
        Expected(AT_WATSON, "whence:assertedBy", "MinCount", "exactly one speaker"),
        Expected(AT_WATSON, "^whence:says", "Equals", "differ")]),
    Variant("a claim with two speakers", added(f"{WATSON} whence:assertedBy person:colin-clarke"), [
        Expected(AT_WATSON, "whence:assertedBy", "MaxCount", "make two claims"),
        Expected(AT_WATSON, "^whence:says", "Equals", "differ"),
        Expected(AT_WATSON, "-", "Or", "membership is somebody else's")]),
    Variant("a speaker whose IRI is misspelt", replaced(WATSON, "whence:assertedBy", "person:adrienne-wattson"), [
        Expected(AT_WATSON, "whence:assertedBy", "Class", "not typed prov:Agent"),
        Expected(AT_WATSON, "^whence:says", "Equals", "differ"),
        Expected(AT_WATSON, "-", "Or", "membership is somebody else's"),
        Expected(AT_WATSON, "-", "Or", "not among those of the occasion")]),
    Variant("a claim without evidence", without(WATSON, "whence:evidence"), [
        Expected(AT_WATSON, "-", "Or", "No evidence")]),
    Variant("evidence that is no passage", replaced(WATSON, "whence:evidence", "source:article"), [
        Expected(AT_WATSON, "whence:evidence", "Class", "no oa:SpecificResource")]),
    Variant("a claim without an occasion", without(WATSON, "whence:saidAt"), [
        Expected(AT_WATSON, "whence:saidAt", "MinCount", "exactly one occasion")]),
    Variant("a claim at somebody else's hearing", replaced(WATSON, "whence:saidAt", "speech:house-hearing-march"), [
        Expected(AT_WATSON, "-", "Or", "not among those of the occasion")]),
    Variant("a claim without certainty", without(WATSON, "whence:certainty"), [
        Expected(AT_WATSON, "whence:certainty", "MinCount", "a guess reads like a finding")]),
    Variant("a polarity where a certainty belongs", replaced(WATSON, "whence:certainty", "polarity:negative"), [
        Expected(AT_WATSON, "whence:certainty", "Node", "code list code/certainty")]),
    Variant("a certainty that no list has", replaced(WATSON, "whence:certainty", "certainty:absolute"), [
        Expected(AT_WATSON, "whence:certainty", "Node", "code list code/certainty")]),
    Variant("a claim without polarity", without("claim:moscow-attack", "whence:polarity"), [
        Expected("claim/moscow-attack", "whence:polarity", "MinCount", "a denial cannot be told")]),
    Variant("a denial with positive polarity", replaced(WATSON, "whence:polarity", "polarity:positive"), [
        Expected(AT_WATSON, "-", "Or", "counts as support")]),
    Variant("a claim without manner", without("claim:moscow-attack", "whence:manner"), [
        Expected("claim/moscow-attack", "whence:manner", "MinCount", "how it is put")]),
    Variant("a claim without voice", without(WATSON, "whence:voice"), [
        Expected(AT_WATSON, "whence:voice", "MinCount", "whose words")]),
    Variant("a quotation in the article's own voice", replaced(WATSON, "whence:voice", "voice:own-voice"), [
        Expected(AT_WATSON, "-", "Or", "Voice and chain do not fit")]),
    Variant("an article's claim marked as the editors'", replaced("claim:moscow-attack", "whence:voice", "voice:editorial"), [
        Expected("claim/moscow-attack", "-", "Or", "not typed whence:BackgroundClaim")]),
    Variant("background in the article's voice", replaced("claim:background-moscow-attack", "whence:voice", "voice:own-voice"), [
        Expected("claim/background-moscow-attack", "whence:voice", "HasValue", "voice of background")]),
    Variant("background without a source", without("claim:background-moscow-attack", "prov:hadPrimarySource"), [
        Expected("claim/background-moscow-attack", "prov:hadPrimarySource", "MinCount", "Background without a source")]),
    Variant("a person as primary source", replaced("claim:background-moscow-attack", "prov:hadPrimarySource", "person:colin-clarke"), [
        Expected("claim/background-moscow-attack", "prov:hadPrimarySource", "Not", "PROV wants an entity")]),
    Variant("words quoted from a person", added(f"{WATSON} prov:wasQuotedFrom person:adrienne-watson"), [
        Expected(AT_WATSON, "prov:wasQuotedFrom", "Class", "points to the document"),
        Expected(AT_WATSON, "prov:wasQuotedFrom", "Not", "points to a person")]),
    Variant("a chain of speech with a link missing", without(WATSON, "whence:reportedIn"), [
        Expected(AT_WATSON, "whence:reportedIn*", "QualifiedMinCount", "does not end at a publication"),
        Expected(AT_WATSON, "-", "Or", "Voice and chain do not fit"),
        Expected(AT_WATSON, "whence:reportedIn", "MinCount", "does not point back")]),
    Variant("a circle of reports", added("claim:report-of-clarke-comment whence:reportedIn claim:clarke-on-accusation"), [
        Expected("claim/clarke-on-accusation", "whence:reportedIn*", "QualifiedMinCount", "runs in a circle"),
        Expected("claim/report-of-clarke-comment", "whence:reportedIn*", "QualifiedMinCount", "runs in a circle"),
        Expected("claim/report-of-clarke-comment", "-", "Or", "Voice and chain do not fit"),
        Expected("claim/report-of-clarke-comment", "^whence:says", "Equals", "differ")],
        also=("claim:clarke-on-accusation",)),
    Variant("a claim reported in a person", replaced(WATSON, "whence:reportedIn", "person:reporter"), [
        Expected(AT_WATSON, "whence:reportedIn", "Class", "passes this one on"),
        Expected(AT_WATSON, "whence:reportedIn*", "QualifiedMinCount", "does not end at a publication")]),
    Variant("an office of somebody else", replaced(WATSON, "whence:inCapacity", "membership:fitton-brown-adviser"), [
        Expected(AT_WATSON, "-", "Or", "membership is somebody else's")]),
    Variant("doubt without its words", without("claim:us-open-trained", "whence:hedge"), [
        Expected("claim/us-open-trained", "-", "Or", "no whence:hedge says")]),
    Variant("a question that is certain", replaced("claim:us-open-trained", "whence:certainty", "certainty:certain"), [
        Expected("claim/us-open-trained", "-", "Or", "manner keeps a distance")]),
    Variant("a property that does not exist", added(f"{WATSON} whence:utteredBy person:adrienne-watson"), [
        Expected(AT_WATSON, "whence:utteredBy", "Closed", "misspelt")]),
    Variant("a claim that is about nothing", without(WATSON, "schema:about"), [
        Expected(AT_WATSON, "schema:about", "MinCount", "names every entity")]),
    Variant("a claim among the events", added("event:stray a whence:Claim", 'event:stray rdfs:label "stray"@en'), [
        Expected("event/stray", "-", "Pattern", "under id/claim/"),
        *(Expected("event/stray", f"whence:{name}", "MinCount", "exactly one")
          for name in ("assertedBy", "saidAt", "certainty", "polarity", "manner", "voice")),
        Expected("event/stray", "schema:about", "MinCount", "names every entity"),
        Expected("event/stray", "-", "Or", "No evidence"),
        Expected("event/stray", "-", "Or", "no whence:hedge says"),
        Expected("event/stray", "whence:reportedIn*", "QualifiedMinCount", "does not end at a publication")]),
]  # fmt: skip

OF_VALUES = [
    Variant("a number without a lower bound", without("quantity:scores", "schema:minValue"), [
        Expected("quantity/scores", "schema:minValue", "MinCount", "exactly one lower bound")]),
    Variant("bounds the wrong way round", added("quantity:scores schema:maxValue 3"), [
        Expected("quantity/scores", "schema:minValue", "LessThanOrEquals", "Are the bounds swapped?")]),
    Variant("a number without its wording", without("quantity:scores", "whence:wording"), [
        Expected("quantity/scores", "whence:wording", "MinCount", "keeps its words")]),
    Variant("a number as text", replaced("quantity:scores", "schema:minValue", '"forty"'), [
        Expected("quantity/scores", "schema:minValue", "Datatype", "whole number"),
        Expected("quantity/scores", "schema:minValue", "MinInclusive", "whole number")]),
    Variant("a number of nothing", without("quantity:scores", "schema:unitText"), [
        Expected("quantity/scores", "schema:unitText", "MinCount", "what it counts")]),
    Variant("a time without precision", without("time:friday", "whence:precision"), [
        Expected("time/friday", "whence:precision", "MinCount", "exactly one whence:precision")]),
    Variant("a time without EDTF", without("time:friday", "whence:edtf"), [
        Expected("time/friday", "whence:edtf", "MinCount", "exactly one whence:edtf")]),
    Variant("a time that is no EDTF", replaced("time:friday", "whence:edtf", '"last Friday"^^edtf:EDTF'), [
        Expected("time/friday", "whence:edtf", "Pattern", "no EDTF as used here"),
        Expected("time/friday", "-", "Or", "gives no day")]),
    Variant("a time without resolution", without("time:friday", "whence:resolution"), [
        Expected("time/friday", "whence:resolution", "MinCount", "how the words became a date")]),
    Variant("a time from nowhere", f"{without('time:friday', 'whence:wording')} ; {without('time:friday', 'whence:resolvedFrom')}", [
        Expected("time/friday", "-", "Or", "from where does it come?")]),
    Variant("a day that does not exist", replaced("time:friday", "sem:hasLatestEndTimeStamp", '"2024-02-30"^^xsd:date'), [
        Expected("time/friday", "sem:hasLatestEndTimeStamp", "Datatype", "one day that exists"),
        Expected("time/friday", "sem:hasEarliestEndTimeStamp", "LessThanOrEquals", "swapped"),
        Expected("time/friday", "sem:hasLatestBeginTimeStamp", "LessThanOrEquals", "mistyped")]),
    Variant("an end before the beginning", replaced("time:friday", "sem:hasLatestEndTimeStamp", '"2024-03-01"^^xsd:date'), [
        Expected("time/friday", "sem:hasEarliestEndTimeStamp", "LessThanOrEquals", "swapped"),
        Expected("time/friday", "sem:hasLatestBeginTimeStamp", "LessThanOrEquals", "mistyped")]),
    Variant("a moment for a day", replaced("time:friday", "sem:hasEarliestBeginTimeStamp", '"2024-03-22T20:00:00Z"^^xsd:dateTime'), [
        Expected("time/friday", "sem:hasEarliestBeginTimeStamp", "Datatype", "one day that exists"),
        Expected("time/friday", "sem:hasEarliestBeginTimeStamp", "LessThanOrEquals", "swapped"),
        Expected("time/friday", "sem:hasEarliestBeginTimeStamp", "LessThanOrEquals", "mistyped")]),
    Variant("a month that calls itself a day", replaced("time:march-2019", "whence:precision", "precision:day"), [
        Expected("time/march-2019", "-", "Or", "gives no day")]),
    Variant("an open interval that is called closed", replaced("time:since-august-2021", "whence:precision", "precision:interval"), [
        Expected("time/since-august-2021", "-", "Xone", "whether a side is open")]),
]  # fmt: skip

OF_AGENTS_AND_SOURCES = [
    Variant("a name without its language", replaced("alias:isil-k", "skosxl:literalForm", '"Isil-K"'), [
        Expected("alias/isil-k", "skosxl:literalForm", "Datatype", "The name has no language")]),
    Variant("a name that nobody uses", without("alias:isil-k", "whence:nameUsedBy"), [
        Expected("alias/isil-k", "whence:nameUsedBy", "MinCount", "which agents use it")]),
    Variant("a name that nobody bears", without("?bearer", "skosxl:altLabel").replace("?old", "alias:isil-k"), [
        Expected("alias/isil-k", "^(skosxl:prefLabel|skosxl:altLabel)", "MinCount", "Nobody bears this name")],
        also=("alias:isil-k",)),
    Variant("a membership without a member", without("membership:fitton-brown-adviser", "org:member"), [
        Expected("membership/fitton-brown-adviser", "org:member", "MinCount", "nobody holds the office")]),
    Variant("a membership of nothing", without("membership:fitton-brown-adviser", "org:organization"), [
        Expected("membership/fitton-brown-adviser", "org:organization", "MinCount", "office of nobody")]),
    Variant("a membership without a role", without("membership:fitton-brown-adviser", "org:role"), [
        Expected("membership/fitton-brown-adviser", "org:role", "MinCount", "exactly one org:role")]),
    Variant("a speaker without a type", without("person:adrienne-watson", "rdf:type"), [
        Expected(AT_WATSON, "whence:assertedBy", "Class", "not typed prov:Agent"),
        Expected("person/adrienne-watson", "-", "Class", "is no prov:Agent")],
        also=(WATSON,)),
    Variant("a person without a label", without("person:adrienne-watson", "rdfs:label"), [
        Expected("person/adrienne-watson", "rdfs:label", "MinCount", "a bare IRI")]),
    Variant("a person whose type is misspelt", replaced("person:adrienne-watson", "rdf:type", "schema:Persn"), [
        Expected("person/adrienne-watson", "rdf:type", "Or", "Is it misspelt?"),
        Expected("person/adrienne-watson", "-", "Class", "is no prov:Agent")]),
    Variant("an agent that is a group and a person", added("person:adrienne-watson a foaf:Group"), [
        Expected("person/adrienne-watson", "-", "Xone", "exactly one of")]),
    Variant("an organisation of no kind", without("organisation:isis-k", "org:classification"), [
        Expected("organisation/isis-k", "org:classification", "MinCount", "such as kind:state")]),
    Variant("a type of the old schema.org", added("person:adrienne-watson a <http://schema.org/Person>"), [
        Expected("person/adrienne-watson", "rdf:type", "Not", "begins with http://schema.org/"),
        Expected("person/adrienne-watson", "rdf:type", "Or", "Is it misspelt?")]),
    Variant("a property of the old schema.org", added(f"{WATSON} <http://schema.org/about> organisation:ukraine"), [
        Expected(AT_WATSON, "http://schema.org/about", "Closed", "misspelt"),
        Expected("data-set", "http://schema.org/about", "SPARQL", "begins with http://schema.org/")],
        also=("<https://whence.example/id/data-set>",)),
    Variant("two organisations made one", added("organisation:isis-k owl:sameAs organisation:islamic-state"), [
        Expected("organisation/isis-k", "owl:sameAs", "Closed", "misspelt"),
        Expected("organisation/isis-k", "owl:sameAs", "MaxCount", "makes a reasoner merge"),
        Expected("organisation/isis-k", "owl:sameAs", "Closed", "No claim says this of an agent")]),
    Variant("a passage without its position", f"DELETE {{ {WORDS} oa:hasSelector ?s }} WHERE {{ {WORDS} oa:hasSelector ?s . ?s oa:start ?at }}", [
        Expected("passage/watson-no-ukraine", "oa:hasSelector", "QualifiedMinCount", "exactly one oa:TextPositionSelector")]),
    Variant("a passage without its words", f"DELETE {{ {WORDS} oa:hasSelector ?s }} WHERE {{ {WORDS} oa:hasSelector ?s . ?s oa:exact ?words }}", [
        Expected("passage/watson-no-ukraine", "oa:hasSelector", "QualifiedMinCount", "exactly one oa:TextQuoteSelector")]),
    Variant("a passage that ends before it begins", selector(WORDS, "oa:end", "1"), [
        Expected("[]", "oa:start", "LessThan", "swapped"),
        Expected("source/article-text", "-", "SPARQL", "not as long as")],
        also=("source:article-text",)),
    Variant("words changed after the positions were taken", selector(WORDS, "oa:exact", '"no involvement"'), [
        Expected("source/article-text", "-", "SPARQL", "not as long as")],
        also=("source:article-text",)),
    Variant("a quotation of 26 words", selector(WORDS, "oa:exact", f'"{LONG}"'), [
        Expected("[]", "oa:exact", "Pattern", "between 1 and 25 words")]),
    Variant("a passage of the article and not of its text", replaced(WORDS, "oa:hasSource", "source:article"), [
        Expected("passage/watson-no-ukraine", "oa:hasSource", "Class", "the text with its checksum")]),
    Variant("an occasion without a time", without("speech:watson-statement", "sem:hasTime"), [
        Expected("speech/watson-statement", "sem:hasTime", "MinCount", "what the speaker could know")]),
    Variant("an occasion without a speaker", without("speech:watson-statement", "prov:wasAssociatedWith"), [
        Expected("speech/watson-statement", "prov:wasAssociatedWith", "MinCount", "who spoke there")]),
    Variant("a checksum with a digit too few", replaced("source:article-text", "schema:sha256", '"bb36f365"'), [
        Expected("source/article-text", "schema:sha256", "Pattern", "64 digits")]),
    Variant("a photograph without its credit", without("source:photograph-crocus", "whence:evidence"), [
        Expected("source/photograph-crocus", "whence:evidence", "MinCount", "passage with its credit")]),
    Variant("a concept without a definition", without("manner:denied", "skos:definition"), [
        Expected("code/manner/denied", "skos:definition", "MinCount", "choose differently")]),
]  # fmt: skip

OF_PROPOSITIONS = [
    Variant("a culprit outside any claim", added("event:moscow-attack whence:perpetrator organisation:isis-k"), [
        Expected("event/moscow-attack", "whence:perpetrator", "Closed", "readers take them for facts")]),
    Variant("an attack without a kind", without("event:moscow-attack", "whence:kind"), [
        Expected("event/moscow-attack", "whence:kind", "MinCount", "needs whence:kind")]),
    Variant("a feared event as a fact", added("event:attack-on-olympics a sem:Event"), [
        Expected("event/attack-on-olympics", "-", "Not", "says that it happened")]),
    Variant("where a place lies, outside any claim", added("place:bataclan schema:containedInPlace place:paris"), [
        Expected("place/bataclan", "schema:containedInPlace", "Closed", "whence:BackgroundClaim")]),
    Variant("a country that commits an attack", claimed(WATSON, "event:moscow-attack whence:perpetrator place:iran"), [
        Expected("event/moscow-attack", "whence:perpetrator", "Class", "not as a place")]),
    Variant("a bare number of dead", claimed(WATSON, "event:moscow-attack whence:killed 40"), [
        Expected("event/moscow-attack", "whence:killed", "Class", "loses the words")]),
    Variant("a bare date of an attack", claimed(WATSON, 'event:moscow-attack sem:hasTime "2024-03-22"^^xsd:date'), [
        Expected("event/moscow-attack", "sem:hasTime", "Class", "how vague the source is")]),
    Variant("a part with the triple turned round", claimed(WATSON, "organisation:isis-k whence:perpetrator event:moscow-attack"), [
        Expected("organisation/isis-k", "whence:perpetrator", "Closed", "No claim says this of an agent"),
        Expected("organisation/isis-k", "-", "Class", "turn the triple round")]),
    Variant("an event that no list knows", claimed(WATSON, "event:unheard-of a sem:Event"), [
        Expected("event/unheard-of", "rdf:type", "HasValue", "the default graph does not know it")]),
    Variant("a judgement from the wrong list", claimed(WATSON, "organisation:isis-k whence:characterisedAs manner:feared"), [
        Expected("organisation/isis-k", "whence:characterisedAs", "Node", "code list code/quality")]),
    Variant("a latitude beyond the pole", claimed(WATSON, "place:iran schema:latitude 148.863", "place:iran schema:longitude 2.371"), [
        Expected("place/iran", "schema:latitude", "MaxInclusive", "swapped")]),
    Variant("latitude and longitude swapped on the map", "DELETE { GRAPH ?where { ?point geo:asWKT ?old } } "
            'INSERT { GRAPH ?where { ?point geo:asWKT "POINT(48.863 2.371)"^^geo:wktLiteral } } '
            "WHERE { GRAPH ?where { place:bataclan geo:hasGeometry ?point . ?point geo:asWKT ?old } }", [
        Expected("place/bataclan", "-", "SPARQL", "WKT writes longitude before latitude")],
        also=("place:bataclan",)),
    Variant("half a coordinate", claimed(WATSON, "place:iran schema:latitude 32.4"), [
        Expected("place/iran", "-", "Xone", "or neither")]),
    Variant("a report that does not say so", f"DELETE WHERE {{ GRAPH ?report {{ person:adrienne-watson whence:says {WATSON} }} }}", [
        Expected(AT_WATSON, "^whence:says", "Equals", "differ")],
        also=(WATSON,)),
    Variant("a report that names another speaker", claimed("claim:report-of-clarke-comment", f"person:colin-clarke whence:says {WATSON}"), [
        Expected(AT_WATSON, "^whence:says", "Equals", "differ")],
        also=(WATSON,)),
    Variant("a photograph that nobody took", "DELETE WHERE { GRAPH ?credit { source:photograph-crocus schema:creator ?who } }", [
        Expected("source/photograph-crocus", "schema:creator", "MinCount", "who took the photograph")]),
]  # fmt: skip

VARIANTS = [*OF_CLAIMS, *OF_VALUES, *OF_AGENTS_AND_SOURCES, *OF_PROPOSITIONS]
