"""Answers to the competency questions, from files and from two engines, in one comparable form.

A SELECT is a list of rows, an ASK a truth value, a CONSTRUCT a set of lines of N-Triples with
canonical blank nodes."""

import json
import subprocess
from pathlib import Path

import pyoxigraph as ox

import data_set

Answer = dict | bool | frozenset[str]


def is_construct(question: Path) -> bool:
    return question.with_suffix(".ttl").exists() or "\nCONSTRUCT" in question.read_text()


def lines(data: bytes | str, syntax: ox.RdfFormat) -> frozenset[str]:
    graph = ox.Dataset(ox.parse(input=data, format=syntax))
    graph.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return frozenset(str(quad.triple) for quad in graph)


def term(value: dict) -> tuple:
    """A term of the JSON format; xsd:string, which may be left out, is."""
    datatype = value.get("datatype")
    if datatype == data_set.XSD + "string":
        datatype = None
    return (value["type"], value["value"], value.get("xml:lang", "").lower(), datatype)


def from_json(text: bytes | str) -> Answer:
    """SPARQL 1.1 Query Results JSON Format."""
    document = json.loads(text)
    if "boolean" in document:
        return document["boolean"]
    rows = [
        tuple(sorted((name, term(value)) for name, value in row.items()))
        for row in document["results"]["bindings"]
    ]
    return {"variables": document["head"]["vars"], "rows": rows}


def expected(question: Path) -> Answer:
    if is_construct(question):
        return lines(question.with_suffix(".ttl").read_bytes(), ox.RdfFormat.TURTLE)
    return from_json(question.with_suffix(".srj").read_bytes())


def second_engine_raw(question: Path) -> bytes:
    """What pyoxigraph answers, as JSON or N-Triples."""
    results = data_set.store().query(question.read_text())
    if isinstance(results, ox.QueryTriples):
        return results.serialize(format=ox.RdfFormat.N_TRIPLES)
    return results.serialize(format=ox.QueryResultsFormat.JSON)


def whence_raw(program: str, question: Path) -> bytes:
    """What our own program answers, straight from the files."""
    syntax = "ntriples" if is_construct(question) else "json"
    command = [program, "query", "--format", syntax, "--query", str(question), "ontology", "triples"]
    done = subprocess.run(command, cwd=data_set.ROOT, capture_output=True, check=False, timeout=120)
    if done.returncode != 0:
        raise RuntimeError(f"exit code {done.returncode}: {done.stderr.decode().strip()}")
    return done.stdout


def answer(raw: bytes, question: Path) -> Answer:
    return lines(raw, ox.RdfFormat.N_TRIPLES) if is_construct(question) else from_json(raw)
