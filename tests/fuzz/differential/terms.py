"""The terms that data and queries are made of, by kind. A variable's name tells what it mostly
stands for, so that expressions have something to work on."""

from __future__ import annotations

import random

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PREFIXES = f"BASE <http://e/>\nPREFIX : <http://e/>\nPREFIX xsd: <{XSD}>\nPREFIX rdf: <{RDF}>\n"

NODES = [":s0", ":s1", ":s2", ":s3"]
GRAPHS = [":g0", ":g1", ":s0"]  # A graph may have the name of a thing that triples speak of.
BLANK_NODES = ["_:b0", "_:b1", "_:b2"]

# Numbers that are sums of few powers of two: no sum depends on the order of its terms.
NUMBERS = [
    "1", "2", "-3", "0", "7", "10",
    "0.5", "2.5", "-1.5", "1.25", '"3"^^xsd:decimal',
    '"1"^^xsd:double', '"2.5"^^xsd:double', '"-0.5"^^xsd:double',
    '"0.5"^^xsd:float', '"3"^^xsd:float',
]  # fmt: skip
RARE_NUMBERS = [
    '"9007199254740993"^^xsd:integer', '"1000000000000"^^xsd:integer',
    '"INF"^^xsd:double', '"-INF"^^xsd:double', '"NaN"^^xsd:double', '"NaN"^^xsd:float', '"-INF"^^xsd:float',
]  # fmt: skip
STRINGS = [
    '"a"', '"b"', '"ab"', '"abc"', '""', '"B"', '"a b"', '"10"', '"1.5"', '"true"', '"é"', '"日本"', '"😀x"',
    '"a.c"', '"2020-02-29T12:00:00Z"',
    '"a"@en', '"ab"@en', '"b"@fr', '"abc"@en-gb', '"日本"@ja', '""@en',
]  # fmt: skip
TIMES = [
    '"2020-02-29T12:00:00Z"^^xsd:dateTime', '"2020-02-29T13:00:00+01:00"^^xsd:dateTime',
    '"2020-02-29T12:00:00"^^xsd:dateTime', '"2020-03-01T00:00:00.5Z"^^xsd:dateTime',
    '"1969-12-31T23:59:59-05:00"^^xsd:dateTime', '"2020-02-29T20:00:00"^^xsd:dateTime',
    '"2021-06-01T00:00:00Z"^^xsd:dateTime',
]  # fmt: skip
RARE_TIMES = [
    '"2020-02-29"^^xsd:date', '"2020-03-01Z"^^xsd:date', '"2020-02-29+02:00"^^xsd:date', '"12:00:00"^^xsd:time',
    '"12:00:00Z"^^xsd:time', '"2020"^^xsd:gYear', '"2020-02"^^xsd:gYearMonth', '"P1Y"^^xsd:yearMonthDuration',
    '"PT1H"^^xsd:dayTimeDuration', '"P1DT1H"^^xsd:duration',
]  # fmt: skip
OTHERS = [
    "true", "false", '"abc"^^xsd:integer', '"x"^^xsd:dateTime', '"a"^^:unknown', '"b"^^:unknown', '"maybe"^^xsd:boolean',
    '"2020-13-01T00:00:00Z"^^xsd:dateTime',
]  # fmt: skip
# Forms that Oxigraph's store does not keep (explained.py): they stand in some of the data sets only.
ODD_FORMS = [
    '"1"^^xsd:byte', '"2"^^xsd:long', '"7"^^xsd:unsignedInt', '"-3"^^xsd:negativeInteger', '"1"^^xsd:short',
    '"10"^^xsd:nonNegativeInteger', '"300"^^xsd:byte',
    '"01"^^xsd:integer', '"+1"^^xsd:integer', '"-0"^^xsd:integer', '"1.0"^^xsd:decimal', '"2.50"^^xsd:decimal',
    '".5"^^xsd:decimal', '"1e0"^^xsd:double', '"2.5E0"^^xsd:double', '"0.50"^^xsd:float', '"+INF"^^xsd:double',
    '"1"^^xsd:boolean', '"0"^^xsd:boolean', '"2020-02-29T12:00:00.0Z"^^xsd:dateTime',
    '"2020-02-29T12:00:00+00:00"^^xsd:dateTime', '"2020-02-28T24:00:00Z"^^xsd:dateTime', '"a"@EN', '"b"@fr-CA',
    '"123456789012345678901234567890"^^xsd:integer', '"0.1234567890123456789012345"^^xsd:decimal',
    '" 1 "^^xsd:integer', '"2020-02-29-00:00"^^xsd:date',
]  # fmt: skip

# Predicates and the kind of their objects.
PREDICATES = {":p": "node", ":q": "node", ":n": "number", ":t": "text", ":w": "time", ":x": "any"}
VARIABLES = {"node": ["a", "b", "c"], "number": ["n", "m"], "text": ["s", "t"], "time": ["w", "v"], "any": ["x", "y"]}


def common_or_rare(rng: random.Random, common: list[str], rare: list[str]) -> str:
    return rng.choice(rare if rng.random() < 0.15 else common)


def term(rng: random.Random, kind: str, odd_forms: bool = False) -> str:
    """A term of the kind that a query may hold: no blank node."""
    if odd_forms and kind != "node" and rng.random() < 0.4:
        return rng.choice(ODD_FORMS)
    match kind:
        case "node":
            return rng.choice(NODES)
        case "number":
            return common_or_rare(rng, NUMBERS, RARE_NUMBERS)
        case "text":
            return rng.choice(STRINGS)
        case "time":
            return common_or_rare(rng, TIMES, RARE_TIMES)
        case "other":
            return rng.choice(OTHERS)
        case _:
            return term(rng, rng.choice(["node", "number", "text", "time", "other"]))


def variable(rng: random.Random, kind: str) -> str:
    """Mostly one of the kind; all draw from few names, so that patterns share them."""
    if rng.random() < 0.1:
        kind = rng.choice(list(VARIABLES))
    return "?" + rng.choice(VARIABLES[kind])
