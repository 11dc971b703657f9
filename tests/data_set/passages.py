"""The passages of the data set: each a quotation with its context and its position."""

from dataclasses import dataclass

import data_set
from data_set import OA


@dataclass(frozen=True)
class Passage:
    iri: str
    source: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def single(node, name: str, default: str | None = None) -> str:
    values = data_set.objects(node, OA + name)
    if len(values) == 1:
        return values[0].value
    if not values and default is not None:
        return default
    raise ValueError(f"{len(values)} values of oa:{name}, expected one")


def selector(passage: str, kind: str):
    found = [
        node
        for node in data_set.objects(passage, OA + "hasSelector")
        if any(t.value == OA + kind for t in data_set.objects(node, data_set.TYPE))
    ]
    if len(found) != 1:
        raise ValueError(f"{data_set.short(passage)}: {len(found)} selectors oa:{kind}, expected one")
    return found[0]


def passages() -> list[Passage]:
    found = []
    for iri in data_set.instances(OA + "SpecificResource"):
        quote, position = selector(iri, "TextQuoteSelector"), selector(iri, "TextPositionSelector")
        found.append(
            Passage(
                iri,
                single(iri, "hasSource"),
                single(quote, "exact"),
                single(quote, "prefix", ""),
                single(quote, "suffix", ""),
                int(single(position, "start")),
                int(single(position, "end")),
            )
        )
    return found
