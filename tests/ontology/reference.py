"""The reference of all terms in one page of HTML, made by pyLODE from the ontology: classes, properties and
the entries of the code lists. script/reference writes it to build/reference/index.html."""

import logging
import sys
import warnings
from pathlib import Path

import ontology
import rdflib
from ontology import OWL, ROOT, SKOS, TYPE, ox

# What the page shows of an entry of a code list besides name and IRI. pyLODE calls skos:definition so.
ENTRY_PROPERTIES = [rdflib.DCTERMS.description]

PAGE = ROOT / "build" / "reference" / "index.html"


def graph() -> rdflib.Graph:
    """The ontology as one, for a tool that knows no modules and no schemes in an ontology: the modules'
    headers are left out, and concepts and schemes are its named individuals."""
    individual = ox.NamedNode(OWL + "NamedIndividual")
    entries = set(ontology.concepts())
    kinds = {SKOS + "ConceptScheme"}
    kept = []
    for triple in ontology.triples():
        subject = triple.subject.value
        if subject.startswith(ontology.MODULES):
            continue
        if subject == ontology.WHOLE and triple.predicate.value == OWL + "imports":
            continue
        if triple.predicate.value == TYPE and subject in entries:
            kept.append(ox.Triple(triple.subject, triple.predicate, individual))
            if triple.object.value in kinds:
                continue
        kept.append(triple)
    found = rdflib.Graph()
    found.parse(data=ox.serialize(kept, format=ox.RdfFormat.N_TRIPLES), format="nt")
    for name, namespace in ontology.PREFIXES.items():
        found.bind(name, namespace)
    return found


def page() -> str:
    logging.disable(logging.INFO)  # pyLODE tells how it gets on.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pylode import OntPub
        from pylode.utils import section_html

    class Reference(OntPub):
        """pyLODE's page and a section for the code lists, which its profiles leave out."""

        def _make_main_sections(self):
            super()._make_main_sections()
            with self.content:
                section_html(
                    "Code Lists",
                    self.ont,
                    self.back_onts,
                    self.ns,
                    rdflib.OWL.NamedIndividual,
                    ENTRY_PROPERTIES,
                    self.toc,
                    "codelists",
                    self.fids,
                    self.props_labeled,
                ).render()

    return Reference(ontology=graph(), sort_subjects=True).make_html()


def write(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page())


def main() -> None:
    write(PAGE)
    print(f"reference: {PAGE.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
