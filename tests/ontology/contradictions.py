"""Data that must be contradictory, each with the reason: one table for the rules and for HermiT. `x:` is
an example's own; each case has its own names, so that all can be closed together."""

from typing import NamedTuple


class Broken(NamedTuple):
    name: str
    data: str
    reason: str


BROKEN = [
    Broken(
        "a claim asserted by a place",
        "x:a1 whence:assertedBy x:a2 . x:a2 a schema:Place .",
        "agents and places are disjoint, and who asserts is an agent",
    ),
    Broken(
        "a claim asserted by a passage",
        "x:b1 whence:assertedBy x:b2 . x:b2 a oa:SpecificResource .",
        "prov:wasQuotedFrom and the like go to passages, attribution goes to agents",
    ),
    Broken(
        "a claim that is an eventuality",
        "x:c1 a whence:Claim ; whence:kind kind:attack .",
        "a kind makes an eventuality, and no claim is one",
    ),
    Broken(
        "a speaker that is a claim",
        "x:d1 whence:reportedIn x:d2 . x:d2 a schema:Person .",
        "claims pass claims on, people assert them",
    ),
    Broken(
        "an occasion that is a document",
        "x:e1 whence:saidAt x:e2 . x:e2 a prov:Entity .",
        "an occasion is an activity, a document what came of it",
    ),
    Broken(
        "an occasion that is a claim",
        "x:f1 whence:saidAt x:f2 . x:f2 whence:reportedIn x:f1 .",
        "saidAt leads to occasions, reportedIn to claims",
    ),
    Broken(
        "an office that is a person",
        "x:g1 whence:inCapacity x:g2 . x:g2 a schema:Person .",
        "a capacity is a membership, not the member",
    ),
    Broken(
        "evidence that is a claim",
        "x:h1 whence:evidence x:h2 . x:h2 whence:assertedBy x:h3 .",
        "evidence is a passage",
    ),
    Broken(
        "a polarity where a certainty belongs",
        "x:i1 whence:certainty polarity:negative .",
        "a concept belongs to one code list",
    ),
    Broken(
        "a manner where a voice belongs",
        "x:j1 whence:voice manner:denied .",
        "a concept belongs to one code list",
    ),
    Broken(
        "a quality where a kind belongs",
        "x:k1 whence:kind quality:learning .",
        "a concept belongs to one code list",
    ),
    Broken(
        "a precision where a quality belongs",
        "x:l1 whence:characterisedAs precision:day .",
        "a concept belongs to one code list",
    ),
    Broken(
        "a claim that passes itself on",
        "x:m1 whence:reportedIn x:m1 .",
        "reportedIn is irreflexive",
    ),
    Broken(
        "two claims that pass each other on",
        "x:n1 whence:reportedIn x:n2 . x:n2 whence:reportedIn x:n1 .",
        "reportedIn is asymmetric",
    ),
    Broken(
        "a chain turned round by its inverse",
        "x:o1 whence:reportedIn x:o2 . x:o1 whence:reports x:o2 .",
        "reports is the inverse of reportedIn: together they make a circle of two",
    ),
    Broken(
        "a claim that contradicts itself",
        "x:p1 whence:contradicts x:p1 .",
        "contradicts is irreflexive: what contradicts itself is two claims",
    ),
    Broken(
        "a claim that supports what it contradicts",
        "x:q1 whence:contradicts x:q2 ; cito:supports x:q2 .",
        "contradicts and cito:supports are disjoint",
    ),
    Broken(
        "a claim that agrees with what contradicts it",
        "x:r1 whence:contradicts x:r2 . x:r2 cito:agreesWith x:r1 .",
        "contradicts is symmetric and disjoint with cito:agreesWith",
    ),
    Broken(
        "a motive for itself",
        "x:s1 whence:attributesMotive x:s1 .",
        "attributesMotive is irreflexive",
    ),
    Broken(
        "two motives in a circle",
        "x:t1 whence:attributesMotive x:t2 . x:t2 whence:attributesMotive x:t1 .",
        "attributesMotive is asymmetric",
    ),
    Broken(
        "a perpetrator that is a place",
        "x:u1 whence:perpetrator x:u2 . x:u2 a schema:Place .",
        "a part in an eventuality is an agent's; a state that acts is an organisation",
    ),
    Broken(
        "a part in a person",
        "x:v1 whence:perpetrator x:v2 . x:v1 a schema:Person .",
        "what has a perpetrator is an eventuality, and no eventuality is an agent",
    ),
    Broken(
        "dead that are a group",
        "x:w1 whence:killed x:w2 . x:w2 a foaf:Group .",
        "killed leads to a number; people are victims",
    ),
    Broken(
        "an agent active in an agent",
        "x:y1 whence:activeIn x:y2 . x:y2 a org:Organization .",
        "one is active in a place; the state is another thing than the country",
    ),
    Broken(
        "territory that is an eventuality",
        "x:z1 whence:controls x:z2 . x:z2 a sem:Event .",
        "one controls a place",
    ),
    Broken(
        "an affiliate of itself",
        "x:aa1 whence:affiliateOf x:aa1 .",
        "affiliateOf is irreflexive",
    ),
    Broken(
        "affiliates of each other",
        "x:ab1 whence:affiliateOf x:ab2 . x:ab2 whence:affiliateOf x:ab1 .",
        "affiliateOf is asymmetric",
    ),
    Broken(
        "trainers trained by their trainees",
        "x:ac1 whence:trainedBy x:ac2 . x:ac2 whence:trainedBy x:ac1 .",
        "trainedBy is asymmetric",
    ),
    Broken(
        "an agent hostile to itself",
        "x:ad1 whence:criticises x:ad1 .",
        "criticises is a kind of hostileTo, which is irreflexive",
    ),
    Broken(
        "a name that is a person",
        "x:ae1 whence:nameUsedBy x:ae2 . x:ae1 a schema:Person .",
        "names are things of their own",
    ),
    Broken(
        "a time that is an event",
        "x:af1 whence:precision precision:day . x:af1 a sem:Event .",
        "the time of an event is another thing than the event",
    ),
    Broken(
        "a time resolved from itself",
        "x:ag1 whence:resolvedFrom x:ag1 .",
        "resolvedFrom is irreflexive",
    ),
    Broken(
        "a warning heeded by a place",
        "x:ah1 whence:heeds x:ah2 . x:ah1 a schema:Country . x:ah1 a schema:Place .",
        "agents heed, not countries on the map",
    ),
    Broken(
        "an unnamed agent that is a number",
        "x:ai1 a whence:UnnamedAgent, schema:QuantitativeValue .",
        "a group of a known size has a size, and is none",
    ),
    Broken(
        "a concept that is an eventuality",
        "x:aj1 whence:tactic x:aj2 . x:aj2 a skos:Concept, whence:Eventuality .",
        "a tactic is a kind of action, not an action",
    ),
]
