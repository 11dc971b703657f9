"""Keeps what the second engine answers as the expected answers of questions, in the very form of
`whence check --keep-answers`: read each against the article before you commit it.

usage: answer.py QUESTION.rq...
"""

import json
import sys
from pathlib import Path

import pyoxigraph as ox

import answers

MEMBERS = ("type", "xml:lang", "datatype", "value")  # In the order in which they are written.


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def pretty(document: dict) -> str:
    """JSON with one line a solution, so that a difference shows the row it is in."""
    if "boolean" in document:
        return compact({"head": {}, "boolean": document["boolean"]}) + "\n"
    names = document["head"]["vars"]
    rows = [
        {name: {m: row[name][m] for m in MEMBERS if m in row[name]} for name in names if name in row}
        for row in document["results"]["bindings"]
    ]
    bindings = "".join(("\n" if i == 0 else ",\n") + compact(row) for i, row in enumerate(rows))
    return f'{{"head":{compact({"vars": names})},"results":{{"bindings":[{bindings}]}}}}\n'


def keep(question: Path) -> None:
    raw = answers.second_engine_raw(question)
    if answers.is_construct(question):
        triples = sorted(answers.lines(raw, ox.RdfFormat.N_TRIPLES))
        question.with_suffix(".ttl").write_text("".join(f"{triple} .\n" for triple in triples))
    else:
        question.with_suffix(".srj").write_text(pretty(json.loads(raw)))


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    for question in sys.argv[1:]:
        keep(Path(question))
    return 0


if __name__ == "__main__":
    sys.exit(main())
