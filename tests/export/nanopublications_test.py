"""The nanopublications of the claims, by the letter of the Nanopublication Guidelines: one assertion, one
provenance and one publication info a claim, named in the head and nowhere else, and no triple outside
the four graphs. nanopublications_test.py WHENCE"""

import os
import subprocess
import sys
import tempfile
import unittest
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests" / "data_set"))

import data_set  # noqa: E402
import pyoxigraph as ox  # noqa: E402

NP = "http://www.nanopub.org/nschema#"
PARTS = [NP + name for name in ("hasAssertion", "hasProvenance", "hasPublicationInfo")]


def written(folder: Path) -> list[Path]:
    """Makes the nanopublications of the data set, and returns their files."""
    quads = subprocess.run([sys.argv[1], "convert", ROOT / "ontology", ROOT / "triples", "-", "--to", "nq"],
                           capture_output=True, check=True).stdout  # fmt: skip
    subprocess.run([ROOT / "script" / "nanopublications", folder], input=quads, check=True,
                   stderr=subprocess.DEVNULL)  # fmt: skip
    return sorted(folder.glob("*.trig"))


def by_graph(file: Path) -> dict[str, set]:
    """The triples of a nanopublication by graph; "" is the default graph."""
    graphs = defaultdict(set)
    for quad in ox.parse(path=str(file), format=ox.RdfFormat.TRIG):
        graphs["" if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name.value].add(quad.triple)
    return graphs


class NanopublicationsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.graphs = {file.stem: by_graph(file) for file in written(Path(cls.folder.name))}

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def parts(self, name: str):
        """Head, nanopublication and its three parts in one file, each found by the head's triples."""
        graphs = self.graphs[name]
        heads = [(g, t.subject.value) for g, triples in graphs.items() for t in triples
                 if t.predicate.value == data_set.TYPE and t.object == ox.NamedNode(NP + "Nanopublication")]  # fmt: skip
        self.assertEqual(len(heads), 1, name)
        head, itself = heads[0]
        found = {t.predicate.value: t.object.value for t in graphs[head] if t.subject.value == itself}
        return head, itself, [found[part] for part in PARTS]

    def test_every_claim_has_one(self):
        claims = data_set.instances(data_set.WHENCE + "Claim")
        assertions = sorted(self.parts(name)[2][0] for name in self.graphs)
        self.assertEqual(assertions, claims)
        self.assertGreater(len(claims), 100)

    def test_four_graphs_and_no_triple_outside(self):
        for name, graphs in self.graphs.items():
            with self.subTest(name):
                head, itself, parts = self.parts(name)
                self.assertEqual(set(graphs), {head, *parts})
                self.assertEqual(len({itself, head, *parts}), 5)
                self.assertEqual(len(graphs[head]), 4)

    def test_the_parts_are_named_in_the_head_and_nowhere_else(self):
        for name, graphs in self.graphs.items():
            with self.subTest(name):
                head, _, _ = self.parts(name)
                links = Counter((graph, t.predicate.value) for graph, triples in graphs.items() for t in triples
                                if t.predicate.value in PARTS)  # fmt: skip
                self.assertEqual(links, {(head, part): 1 for part in PARTS})

    def test_the_assertion_is_the_graph_of_the_claim(self):
        for name, graphs in self.graphs.items():
            with self.subTest(name):
                assertion = self.parts(name)[2][0]
                self.assertEqual(graphs[assertion], data_set.named_graphs()[assertion])

    def test_the_provenance_is_of_the_assertion(self):
        """Its speaker in PROV's words, and its evidence down to the quoted words or a source."""
        for name, graphs in self.graphs.items():
            with self.subTest(name):
                _, _, (assertion, provenance, _) = self.parts(name)
                said = {t.predicate.value for t in graphs[provenance] if t.subject.value == assertion}
                self.assertIn(data_set.PROV + "wasAttributedTo", said)
                everything = {t.predicate.value for t in graphs[provenance]}
                self.assertTrue({data_set.OA + "exact", data_set.PROV + "hadPrimarySource"} & everything)

    def test_the_publication_info_is_of_the_nanopublication(self):
        for name, graphs in self.graphs.items():
            with self.subTest(name):
                _, itself, (_, _, info) = self.parts(name)
                said = {t.predicate.value for t in graphs[info] if t.subject.value == itself}
                self.assertLessEqual({data_set.DCTERMS + "created", data_set.DCTERMS + "creator",
                                      data_set.DCTERMS + "license"}, said)  # fmt: skip

    def test_no_graph_has_two_nanopublications(self):
        uses = Counter(graph for graphs in self.graphs.values() for graph in graphs)
        self.assertEqual([graph for graph, count in uses.items() if count > 1], [])

    def test_no_blank_nodes(self):
        for name, graphs in self.graphs.items():
            blank = [t for triples in graphs.values() for t in triples
                     if isinstance(t.subject, ox.BlankNode) or isinstance(t.object, ox.BlankNode)]  # fmt: skip
            self.assertEqual(blank, [], name)

    def test_no_claim_is_an_error(self):
        for text, message in (("", "no graph in the input"), ("oops\n", "<stdin>:1: error: expected a quad")):
            ran = subprocess.run([ROOT / "script" / "nanopublications", self.folder.name], input=text, text=True,
                                 capture_output=True, env={**os.environ}, check=False)  # fmt: skip
            self.assertEqual(ran.returncode, 1)
            self.assertIn(message, ran.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
