"""Answers of queries as values, and when two are the same: equal multisets of rows or triples, up to
the names of blank nodes (SPARQL 1.1 §18.1.9, RDF 1.1 Concepts §3.6)."""

from __future__ import annotations

import json
import math
import re
import struct
from collections import Counter
from dataclasses import dataclass, field, replace
from fractions import Fraction

from queries import CONCATENATED, EXTREME, SAMPLED, SEPARATOR
from terms import XSD

CHOSEN_MAX = 3
DECIMAL_DIGITS = 12  # XPath Functions §6.2.4: how many digits a quotient has is the implementation's choice.

# A term is ("iri", text), ("blank", label) or ("literal", text, datatype, language); None is unbound.
Term = tuple | None


@dataclass(frozen=True)
class Answer:
    kind: str  # "rows", "triples", "boolean", "error"; "broken", "too much": no answer.
    variables: tuple[str, ...] = ()
    rows: list[tuple[Term, ...]] = field(default_factory=list)
    text: str = ""  # Of the boolean or the error.

    def without(self, prefix: str) -> Answer:
        """Without the columns of such variables."""
        kept = [i for i, name in enumerate(self.variables) if not name.startswith(prefix)]
        if len(kept) == len(self.variables):
            return self
        names = tuple(self.variables[i] for i in kept)
        return replace(self, variables=names, rows=[tuple(row[i] for i in kept) for row in self.rows])

    def __str__(self) -> str:
        if self.kind in ("boolean", "error"):
            return f"{self.kind}: {self.text}"
        lines = ["  ".join(show(cell) for cell in row) for row in self.rows[:12]]
        more = [f"... {len(self.rows)} in all"] if len(self.rows) > 12 else []
        return "\n".join([f"{len(self.rows)} {self.kind} of {' '.join(self.variables)}", *lines, *more])


def show(term: Term) -> str:
    match term:
        case None:
            return "-"
        case ("iri", text):
            return f"<{text}>"
        case ("blank", label):
            return f"_:{label}"
        case (_, text, datatype, language):
            suffix = f"@{language}" if language else f"^^{datatype.replace(XSD, 'xsd:')}" if datatype != XSD + "string" else ""
            return json.dumps(text, ensure_ascii=False) + suffix
    return str(term)


def from_json(text: bytes) -> Answer:
    """SPARQL 1.1 Query Results JSON."""
    document = json.loads(text)
    if "boolean" in document:
        return Answer("boolean", text=str(document["boolean"]).lower())
    variables = tuple(document["head"]["vars"])
    rows = [tuple(json_term(row.get(name)) for name in variables) for row in document["results"]["bindings"]]
    return Answer("rows", variables, rows)


def json_term(cell: dict | None) -> Term:
    if cell is None:
        return None
    match cell["type"]:
        case "uri":
            return ("iri", cell["value"])
        case "bnode":
            return ("blank", cell["value"])
    language = cell.get("xml:lang", "")
    datatype = cell.get("datatype", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString" if language else XSD + "string")
    return ("literal", cell["value"], datatype, language)


FLOATING = {XSD + "double", XSD + "float"}
LEXICAL = {
    XSD + "integer": re.compile(r"[+-]?\d+"),
    XSD + "decimal": re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
    XSD + "double": re.compile(r"[+-]?((\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|INF)|NaN"),
}
LEXICAL[XSD + "float"] = LEXICAL[XSD + "double"]


def number(term: Term) -> Fraction | float | None:
    """The value of a numeric literal, of an infinite one or NaN as a float. Derived types have bounds
    that nobody here knows: no value."""
    if term is None or term[0] != "literal":
        return None
    _, text, datatype, _ = term
    pattern = LEXICAL.get(datatype)
    if not pattern or not pattern.fullmatch(text):
        return None
    if datatype not in FLOATING:
        return Fraction(text)
    value = float(text.replace("INF", "inf"))
    return Fraction(value) if math.isfinite(value) else value


def comparable(name: str, term: Term) -> Term:
    """What the specification determines of a value of this variable. How a computed double, float or
    decimal is written is not fixed: SPARQL speaks of their values (§17.3, §17.4.4)."""
    if term is not None and name.startswith(SAMPLED):
        return ("sampled",)
    if term is None or term[0] != "literal":
        return term
    _, text, datatype, language = term
    if name.startswith(CONCATENATED):
        return ("concatenated", tuple(sorted(text.split(SEPARATOR))), datatype, language)
    value = number(term)
    if value is not None and name.startswith(EXTREME):
        return ("value", str(value))
    if value is not None and datatype != XSD + "integer":
        if datatype == XSD + "decimal":
            value = round(value, DECIMAL_DIGITS)
        elif datatype == XSD + "float" and isinstance(value, Fraction):
            value = Fraction(single(float(value)))
        return ("value", str(value), datatype)
    return ("literal", text, datatype, language.lower())


def single(value: float) -> float:
    """The nearest float of 32 bits."""
    try:
        return struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        return value


def normal(answer: Answer) -> Answer:
    """Only what is determined, the columns in the order of their names."""
    if answer.kind == "triples":
        return replace(answer, rows=list({tuple(comparable("", cell) for cell in row) for row in answer.rows}))
    order = sorted(range(len(answer.variables)), key=lambda i: answer.variables[i])
    names = tuple(answer.variables[i] for i in order)
    rows = [tuple(comparable(answer.variables[i], row[i]) for i in order) for row in answer.rows]
    return replace(answer, variables=names, rows=rows)


def same(left: Answer, right: Answer, duplicates: bool = True) -> bool:
    """Whether two answers are the same by the specification. Without `duplicates`, as sets of rows."""
    if left.kind != right.kind:
        return False
    if left.kind == "error":
        return True
    if left.kind == "boolean":
        return left.text == right.text
    left, right = normal(left), normal(right)
    if left.variables != right.variables:
        return False
    if not duplicates:
        left, right = (replace(a, rows=sorted(set(a.rows), key=repr)) for a in (left, right))
    return len(left.rows) == len(right.rows) and isomorphic(left.rows, right.rows)


def isomorphic(left: list[tuple], right: list[tuple]) -> bool:
    if not any(is_blank(cell) for row in left for cell in row):
        return Counter(left) == Counter(right)
    return match(left, right, {}, {})


def is_blank(cell: Term) -> bool:
    return cell is not None and cell[0] == "blank"


def match(left: list[tuple], right: list[tuple], left_colours: dict, right_colours: dict, chosen: int = 0) -> bool:
    """Colours blank nodes by the rows they stand in until nothing changes; then tries pairs of equal
    colour. Nodes that are still alike after CHOSEN_MAX choices are taken as interchangeable."""
    left_colours, right_colours = refine(left, left_colours), refine(right, right_colours)
    if coloured(left, left_colours) != coloured(right, right_colours):
        return False
    classes = Counter(left_colours.values())
    ambiguous = sorted(node for node, colour in left_colours.items() if classes[colour] > 1)
    if not ambiguous or chosen == CHOSEN_MAX:
        return True
    first = ambiguous[0]
    partners = [node for node, colour in right_colours.items() if colour == left_colours[first]]
    marked = {**left_colours, first: ("chosen", chosen)}
    return any(
        match(left, right, marked, {**right_colours, partner: ("chosen", chosen)}, chosen + 1) for partner in partners
    )


def refine(rows: list[tuple], colours: dict) -> dict:
    nodes = {cell for row in rows for cell in row if is_blank(cell)}
    colours = {node: colours.get(node, 0) for node in nodes}
    while True:
        seen: dict = {node: [] for node in nodes}
        for row in rows:
            painted = tuple(colours[cell] if is_blank(cell) else cell for cell in row)
            for place, cell in enumerate(row):
                if is_blank(cell):
                    seen[cell].append(hash((place, painted)))
        finer = {node: hash((colours[node], tuple(sorted(seen[node])))) for node in nodes}
        if len(set(finer.values())) == len(set(colours.values())):
            return finer
        colours = finer


def coloured(rows: list[tuple], colours: dict) -> Counter:
    return Counter(tuple(("colour", colours[cell]) if is_blank(cell) else cell for cell in row) for row in rows)
