"""Writes the passage for a quotation: the selectors that a claim needs as evidence.

usage: WHENCE_ARTICLE=FILE quote.py NAME "WORDS OF THE ARTICLE"
"""

import json
import sys

import article
from quotations_test import WORDS_MAX

CONTEXT_CHARACTERS = 14


def literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def passage(name: str, exact: str, text: str) -> str:
    """Turtle. The first place is taken if the words stand in several."""
    start = text.index(exact)
    end = start + len(exact)
    prefix = text[max(0, start - CONTEXT_CHARACTERS) : start].split("\n")[-1]
    suffix = text[end : end + CONTEXT_CHARACTERS].split("\n")[0]
    quote = ["a         oa:TextQuoteSelector"]
    quote += [f"oa:prefix {literal(prefix)}"] if prefix else []
    quote += [f"oa:exact  {literal(exact)}"]
    quote += [f"oa:suffix {literal(suffix)}"] if suffix else []
    return (
        f"passage:{name}\n"
        "    a              oa:SpecificResource ;\n"
        "    oa:hasSource   source:article-text ;\n"
        "    oa:hasSelector [\n        " + " ;\n        ".join(quote) + "\n    ], [\n"
        "        a        oa:TextPositionSelector ;\n"
        f"        oa:start {start} ;\n        oa:end   {end}\n    ] .\n"
    )


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    name, exact = sys.argv[1:]
    text = article.text_or_none()
    if text is None:
        return 4
    if exact not in text:
        print("quote.py: error: the article has no such words; mind ’ “ ” and the line's end", file=sys.stderr)
        return 3
    if len(exact.split()) > WORDS_MAX:
        print(f"quote.py: error: over {WORDS_MAX} words", file=sys.stderr)
        return 3
    if text.count(exact) > 1:
        print(f"quote.py: note: these words stand in {text.count(exact)} places", file=sys.stderr)
    sys.stdout.write(passage(name, exact, text))
    return 0


if __name__ == "__main__":
    sys.exit(main())
