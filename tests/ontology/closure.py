"""The closure under OWL 2 RL, by owlrl: what follows from triples, and which of them contradict each
other."""

import ontology  # First: it makes tests/data_set importable.
import owlrl
import rdflib
from ontology import ox

# owlrl writes each contradiction that it meets into the graph.
ERROR = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")


def closure(triples) -> rdflib.Graph:
    """The triples and all that follows from them."""
    graph = rdflib.Graph()
    graph.parse(data=ox.serialize(list(triples), format=ox.RdfFormat.N_TRIPLES), format="nt")
    semantics = owlrl.DeductiveClosure(
        owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False
    )
    semantics.expand(graph)
    return graph


def contradictions(graph: rdflib.Graph) -> list[str]:
    return sorted(str(message) for message in graph.objects(None, ERROR))


def holds(graph: rdflib.Graph, triple: ox.Triple) -> bool:
    terms = (triple.subject, triple.predicate, triple.object)
    return tuple(rdflib.util.from_n3(str(term)) for term in terms) in graph
