"""Writes what the second engine answers to a question, in the form of queries/: read it against the
article before you keep it.

usage: answer.py QUESTION.rq >QUESTION.srj     (QUESTION.ttl for a CONSTRUCT)
"""

import json
import sys
from pathlib import Path

import answers


def pretty(document: dict) -> str:
    """JSON with one line a solution, so that a difference shows the row it is in."""
    if "boolean" in document:
        return json.dumps({"head": {}, "boolean": document["boolean"]}) + "\n"
    rows = [json.dumps(row, ensure_ascii=False) for row in document["results"]["bindings"]]
    body = ",\n".join(f"    {row}" for row in rows)
    head = json.dumps({"vars": document["head"]["vars"]})
    return f'{{\n  "head": {head},\n  "results": {{ "bindings": [\n{body}\n  ] }}\n}}\n'


def main() -> None:
    question = Path(sys.argv[1])
    raw = answers.second_engine_raw(question)
    if answers.is_construct(question):
        sys.stdout.write("".join(sorted(raw.decode().splitlines(keepends=True))))
    else:
        sys.stdout.write(pretty(json.loads(raw)))


if __name__ == "__main__":
    main()
