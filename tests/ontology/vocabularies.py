"""The borrowed vocabularies as their makers publish them: N-Quads of the npm packages @vocabulary/*, and
recorded_terms.ttl for the few that no package holds."""

import json
from functools import cache

import ontology  # First: it makes tests/data_set importable.
import data_set
from ontology import HERE, ox

PACKAGES = HERE / "node_modules" / "@vocabulary"
RECORDED = HERE / "recorded_terms.ttl"


def one_schema(term):
    """schema.org under its one IRI here: the packages have the older http one."""
    if isinstance(term, ox.NamedNode) and term.value.startswith("http://schema.org/"):
        return ox.NamedNode(term.value.replace("http:", "https:", 1))
    return term


@cache
def published(name: str) -> tuple[ox.Triple, ...]:
    """The triples of a package; its blank nodes are its own."""
    path = PACKAGES / name / f"{name}.nq"
    if not path.exists():
        raise SystemExit(f"{path} is missing: run script/setup --tests")
    quads = ox.parse(path=str(path), format=ox.RdfFormat.N_QUADS, rename_blank_nodes=True)
    return tuple(
        ox.Triple(one_schema(quad.subject), quad.predicate, one_schema(quad.object)) for quad in quads
    )


@cache
def recorded() -> tuple[ox.Triple, ...]:
    return tuple(quad.triple for quad in data_set.parse(RECORDED))


def namespace(name: str) -> str:
    """What the terms of a package begin with."""
    described = json.loads((PACKAGES / name / "package.json").read_text())["vocabulary"]
    return one_schema(ox.NamedNode(described["namespace"])).value


def names() -> list[str]:
    return sorted(path.name for path in PACKAGES.iterdir())
