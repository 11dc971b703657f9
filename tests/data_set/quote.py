"""Writes the passage for a quotation: the selectors that a claim needs as evidence.

usage: WHENCE_ARTICLE=FILE quote.py NAME "WORDS OF THE ARTICLE"
"""

import json
import sys

import article
import data_set
from quotations_test import WORDS_MAX

CONTEXT_CHARACTERS = 16


def literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def context(start: int, end: int, text: str) -> tuple[str, str]:
    """The fewest characters before and after the words, on their line, by which they are found in one
    place only; none if the words alone are, or if the whole line stands twice."""
    before, after = text[:start].split("\n")[-1], text[end:].split("\n")[0]
    for characters in range(CONTEXT_CHARACTERS + 1):
        for left in range(characters, -1, -1):
            right = characters - left
            if left <= len(before) and right <= len(after):
                if text.count(text[start - left : end + right]) == 1:
                    return text[start - left : start], text[end : end + right]
    return "", ""


def passage(name: str, exact: str, text: str, source: str) -> str:
    """Turtle. The first place is taken if the words stand in several."""
    start = text.index(exact)
    end = start + len(exact)
    prefix, suffix = context(start, end, text)
    words = {"oa:prefix": prefix, "oa:exact": exact, "oa:suffix": suffix}
    parts = {"a": "oa:TextQuoteSelector", **{part: literal(value) for part, value in words.items() if value}}
    width = max(len(part) for part in parts)
    quote = [f"{part:{width}} {value}" for part, value in parts.items()]
    return (
        f"passage:{name}\n"
        "    a              oa:SpecificResource ;\n"
        f"    oa:hasSource   source:{source} ;\n"
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
    iri = article.text_iri(text)
    if iri is None:
        print(f"quote.py: error: no text in {data_set.TRIPLES} has the SHA-256 {article.sha256(text)}", file=sys.stderr)
        return 3
    if text.count(exact) > 1:
        print(f"quote.py: note: these words stand in {text.count(exact)} places", file=sys.stderr)
    sys.stdout.write(passage(name, exact, text, iri.removeprefix(data_set.BASE + "id/source/")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
