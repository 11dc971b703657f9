"""Annotations: the picture of the model is drawn from the ontology as it is now. Compared is what it was
drawn from, not the layout, which differs from one release of Graphviz to the next."""

import xml.etree.ElementTree

import ontology  # First: it makes tests/data_set importable.
import checks
import picture
from ontology import OWL, ROOT, WHENCE


def main() -> None:
    name = picture.PICTURE.relative_to(ROOT)
    drawn = picture.PICTURE.read_text() if picture.PICTURE.exists() else ""
    findings = []
    if f"{picture.MARK} {picture.digest(picture.dot())} " not in drawn:
        findings.append(f"{name} no longer fits the ontology: script/reference draws it anew")
    else:
        words = set("".join(xml.etree.ElementTree.fromstring(drawn).itertext()).split())
        kinds = {OWL + "Class", OWL + "ObjectProperty", OWL + "DatatypeProperty"}
        for term in ontology.ours():
            if ontology.declared()[term] & kinds and term.removeprefix(WHENCE) not in words:
                findings.append(f"{name} does not show {term}")
    checks.exit_with("picture", findings, f"{len(ontology.ours())} terms")


if __name__ == "__main__":
    main()
