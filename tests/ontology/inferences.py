"""What must follow and what must not: one table. `x:` is an example's own; each case has its own names."""

from typing import NamedTuple


class Case(NamedTuple):
    name: str
    given: str
    follows: str
    never: str = ""


CASES = [
    Case(
        "who asserts a claim is an agent, and the claim is attributed to him",
        "x:a1 whence:assertedBy x:a2 .",
        "x:a1 a whence:Claim, schema:Claim, prov:Entity ; prov:wasAttributedTo x:a2 . x:a2 a prov:Agent .",
        "x:a2 whence:says x:a1 .",
    ),
    Case(
        "two who assert the same claim stay two",
        "x:b1 whence:assertedBy x:b2, x:b3 ; whence:inCapacity x:b4, x:b5 .",
        "x:b2 a prov:Agent . x:b3 a prov:Agent . x:b4 a org:Membership .",
        "x:b2 owl:sameAs x:b3 . x:b4 owl:sameAs x:b5 .",
    ),
    Case(
        "what is said in a graph does not become a statement about a claim",
        "x:c1 whence:says x:c2 .",
        "x:c1 a prov:Agent . x:c2 a whence:Claim .",
        "x:c2 whence:assertedBy x:c1 ; prov:wasAttributedTo x:c1 .",
    ),
    Case(
        "an occasion is an activity that generated the claim",
        "x:d1 whence:saidAt x:d2 .",
        "x:d1 prov:wasGeneratedBy x:d2 . x:d2 a whence:SpeechEvent, prov:Activity, schema:CommunicateAction .",
        "x:d2 a whence:Publication, sem:Event, prov:Entity .",
    ),
    Case(
        "a publication is an occasion",
        "x:e1 a whence:Publication .",
        "x:e1 a whence:SpeechEvent, prov:Activity .",
        "x:e1 a sem:Event .",
    ),
    Case(
        "a claim that is passed on has another that is derived from it, not the other way round",
        "x:f1 whence:reportedIn x:f2 .",
        "x:f2 whence:reports x:f1 ; prov:wasDerivedFrom x:f1 . x:f1 a whence:Claim . x:f2 a whence:Claim .",
        "x:f1 prov:wasDerivedFrom x:f2 ; whence:reports x:f2 .",
    ),
    Case(
        "a chain is not closed: who passes on is asked link by link",
        "x:g1 whence:reportedIn x:g2 . x:g2 whence:reportedIn x:g3 .",
        "x:g3 whence:reports x:g2 .",
        "x:g1 whence:reportedIn x:g3 .",
    ),
    Case(
        "to contradict is mutual and reaches no further",
        "x:h1 whence:contradicts x:h2 . x:h2 whence:contradicts x:h3 .",
        "x:h2 whence:contradicts x:h1 . x:h3 whence:contradicts x:h2 .",
        "x:h1 whence:contradicts x:h3 ; cito:disputes x:h2 .",
    ),
    Case(
        "an act of disputing is no logic",
        "x:i1 cito:disputes x:i2 . x:i1 a whence:Claim . x:i2 a whence:Claim .",
        "x:i1 a schema:Claim .",
        "x:i1 whence:contradicts x:i2 . x:i2 whence:contradicts x:i1 .",
    ),
    Case(
        "a motive is attributed by one claim to another, and supports nothing",
        "x:j1 whence:attributesMotive x:j2 .",
        "x:j1 a whence:Claim . x:j2 a whence:Claim .",
        "x:j1 cito:supports x:j2 ; cito:extends x:j2 . x:j2 whence:attributesMotive x:j1 .",
    ),
    Case(
        "evidence is a passage, and what it is evidence of is derived from it",
        "x:k1 whence:evidence x:k2 .",
        "x:k2 a oa:SpecificResource . x:k1 prov:wasDerivedFrom x:k2 .",
        "x:k1 a whence:Claim ; prov:wasQuotedFrom x:k2 .",
    ),
    Case(
        "a background claim is a claim",
        "x:l1 a whence:BackgroundClaim .",
        "x:l1 a whence:Claim, schema:Claim, prov:Entity .",
    ),
    Case(
        "the values of a stance come from their lists",
        "x:m1 whence:certainty x:m2 ; whence:polarity x:m3 ; whence:manner x:m4 ; whence:voice x:m5 .",
        """x:m2 skos:inScheme <https://whence.example/code/certainty> .
           x:m3 skos:inScheme <https://whence.example/code/polarity> .
           x:m4 skos:inScheme <https://whence.example/code/manner> .
           x:m5 skos:inScheme <https://whence.example/code/voice> .""",
        "x:m2 skos:inScheme <https://whence.example/code/polarity> .",
    ),
    Case(
        "a negative polarity does not touch the proposition",
        "x:n1 a whence:Claim ; whence:polarity polarity:negative ; schema:about x:n2 .",
        "x:n1 a prov:Entity .",
        "x:n2 a sem:Event, whence:Eventuality .",
    ),
    Case(
        "to have a kind is to be an eventuality, and not to have happened",
        "x:o1 whence:kind kind:attack .",
        "x:o1 a whence:Eventuality .",
        "x:o1 a sem:Event ; sem:eventType kind:attack .",
    ),
    Case(
        "what happens in the graph of a claim is an eventuality",
        "x:p1 a sem:Event .",
        "x:p1 a whence:Eventuality .",
    ),
    Case(
        "a perpetrator is responsible and involved, and no event is had",
        "x:q1 whence:perpetrator x:q2 .",
        "x:q1 whence:responsible x:q2 ; whence:involves x:q2 ; sem:hasActor x:q2 ; a whence:Eventuality . x:q2 a prov:Agent .",
        "x:q1 a sem:Event ; whence:instigator x:q2 ; whence:soleResponsible x:q2 ; whence:organiser x:q2 .",
    ),
    Case(
        "to be involved is not to be responsible",
        "x:r1 whence:involves x:r2 . x:r3 whence:supporter x:r4 . x:r5 whence:detainee x:r6 . x:r7 whence:victim x:r8 .",
        "x:r3 whence:involves x:r4 . x:r5 whence:involves x:r6 . x:r7 whence:involves x:r8 .",
        "x:r1 whence:responsible x:r2 . x:r3 whence:responsible x:r4 . x:r5 whence:responsible x:r6 . x:r7 whence:responsible x:r8 .",
    ),
    Case(
        "a likeness of method is no authorship",
        "x:s1 whence:bearsHallmarksOf x:s2 .",
        "x:s1 a whence:Eventuality . x:s2 a prov:Agent .",
        "x:s1 whence:involves x:s2 ; whence:responsible x:s2 .",
    ),
    Case(
        "will and ability make no event",
        "x:t1 whence:aimsAt x:t2 ; whence:capableOf x:t3 ; whence:tactic kind:bombing .",
        "x:t1 a prov:Agent . x:t3 a whence:Eventuality .",
        "x:t2 a whence:Eventuality, schema:Place . x:t3 a sem:Event ; whence:involves x:t1 .",
    ),
    Case(
        "to criticise is to be hostile, and not the other way round",
        "x:u1 whence:criticises x:u2 . x:u3 whence:hostileTo x:u4 .",
        "x:u1 whence:hostileTo x:u2 .",
        "x:u3 whence:criticises x:u4 . x:u2 whence:hostileTo x:u1 .",
    ),
    Case(
        "an affiliate is linked, and no part",
        "x:v1 whence:affiliateOf x:v2 .",
        "x:v1 org:linkedTo x:v2 ; a org:Organization, prov:Agent . x:v2 a org:Organization .",
        "x:v2 whence:affiliateOf x:v1 . x:v1 org:subOrganizationOf x:v2 .",
    ),
    Case(
        "guidance is neither training nor membership",
        "x:w1 whence:guidedBy x:w2 .",
        "x:w1 a prov:Agent . x:w2 a prov:Agent .",
        "x:w1 whence:trainedBy x:w2 ; whence:deployedBy x:w2 ; org:memberOf x:w2 .",
    ),
    Case(
        "persons, organisations, groups and agents without a name are agents",
        "x:y1 a schema:Person . x:y2 a org:Organization . x:y3 a foaf:Group . x:y4 a whence:UnnamedAgent .",
        "x:y1 a prov:Agent . x:y2 a prov:Agent . x:y3 a prov:Agent . x:y4 a prov:Agent .",
        "x:y1 a whence:UnnamedAgent .",
    ),
    Case(
        "a name is a label, and who uses it an agent",
        "x:z1 whence:nameUsedBy x:z2 .",
        "x:z1 a skosxl:Label . x:z2 a prov:Agent .",
    ),
    Case(
        "a place is a feature of GeoSPARQL",
        "x:aa1 a schema:Place . x:aa2 whence:activeIn x:aa3 .",
        "x:aa1 a geo:Feature . x:aa3 a schema:Place, geo:Feature .",
        "x:aa3 a prov:Agent .",
    ),
    Case(
        "numbers and times are values",
        "x:ab1 whence:killed x:ab2 . x:ab3 whence:resolvedFrom x:ab4 . x:ab5 whence:precision precision:day .",
        "x:ab2 a schema:QuantitativeValue . x:ab1 a whence:Eventuality . x:ab3 a sem:Time . x:ab5 a sem:Time .",
        "x:ab1 a sem:Event . x:ab4 whence:resolvedFrom x:ab3 .",
    ),
    Case(
        "to heed a warning does not make it heard",
        "x:ac1 whence:heeds x:ac2 . x:ac3 whence:encourages x:ac4 .",
        "x:ac1 a prov:Agent . x:ac2 a whence:Eventuality . x:ac4 a whence:Eventuality .",
        "x:ac2 a sem:Event . x:ac4 a sem:Event .",
    ),
]
