"""Changes of the literals in data and query, for both engines, that take away the cause of a
difference: forms that Oxigraph does not keep, moments whose timezone is left open, datatypes that
SPARQL does not have."""

from __future__ import annotations

import functools
import re
from dataclasses import replace

import pyoxigraph

from answers import Answer, Term
from terms import ODD_FORMS, PREFIXES, XSD
from tree import Node


@functools.cache
def normal_form(literal: str) -> str:
    """What Oxigraph's store gives back. It encodes numbers, booleans and moments by their values, a
    derived integer as xsd:integer, a language tag in lower case."""
    store = pyoxigraph.Store()
    turtle = PREFIXES + f":s :p {literal} ."
    store.load(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    return re.sub(f"<{XSD}(.*)>$", r"xsd:\1", str(next(iter(store)).object))


@functools.cache
def stored(term: Term) -> Term:
    """A term of an answer as Oxigraph's store gives it back."""
    if term is None or term[0] != "literal":
        return term
    _, text, datatype, language = term
    kind = {"language": language} if language else {"datatype": pyoxigraph.NamedNode(datatype)}
    store = pyoxigraph.Store()
    name = pyoxigraph.NamedNode("http://e/")
    try:
        store.add(pyoxigraph.Quad(name, name, pyoxigraph.Literal(text, **kind)))
    except ValueError:  # A language tag that Oxigraph does not take.
        return term
    found = next(iter(store)).object
    return ("literal", found.value, found.datatype.value, found.language or "")


def stored_answer(answer: Answer) -> Answer:
    return replace(answer, rows=[tuple(map(stored, row)) for row in answer.rows])


# The longest first: "a"@en-gb begins with "a"@en.
ODD = re.compile("|".join(re.escape(form) for form in sorted(ODD_FORMS, key=len, reverse=True)))
WITHOUT_TIMEZONE = re.compile(r'("[0-9:T.-]*(?:\d\d:\d\d:[\d.]+|\d{4}-\d\d-\d\d))("\^\^xsd:(?:dateTime|date|time))')
NOT_IN_SPARQL = re.compile(r"\^\^xsd:(gYear|gYearMonth|yearMonthDuration|dayTimeDuration|duration)\b")

LARGE = re.compile(r'"[+-]?[\d.]{12,}"(?=\^\^xsd:(?:integer|decimal))')

CHANGES = {
    "lexical forms": lambda text: ODD.sub(lambda match: normal_form(match.group()), text),
    "large numbers": lambda text: LARGE.sub('"11"', text),
    "moments without timezone": lambda text: WITHOUT_TIMEZONE.sub(r"\1Z\2", text),
    "datatypes that SPARQL has not": lambda text: NOT_IN_SPARQL.sub("^^:unknown", text),
}


def changed_text(text: str, names: tuple[str, ...]) -> str:
    for name, change in CHANGES.items():
        if name in names:
            text = change(text)
    return text


def changed_query(query: Node, names: tuple[str, ...]) -> Node:
    def change(node: Node) -> Node:
        parts = tuple(changed_text(p, names) if isinstance(p, str) else p for p in node.parts)
        return node if parts == node.parts else Node(node.sort, parts, node.optional, node.value)

    return query.map(change)
