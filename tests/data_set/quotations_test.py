"""Quotations are short, and stand in the article exactly where the data set says. Without the
article only what needs no article is checked, and the test says that it was skipped."""

import sys

import article
import checks
import data_set
from data_set import WHENCE
from passages import Passage, passages

WORDS_MAX = 25
CONTEXT_CHARACTERS_MAX = 16
# How much of the article all passages together may reproduce, words and context, places quoted twice
# counted once.
SHARE_MAX = 0.50
SHARE_FROM_CHARACTERS = 2000  # A text of a few sentences is soon quoted whole.


def form_findings(passage: Passage) -> list[str]:
    name = data_set.short(passage.iri)
    findings = []
    if len(passage.exact.split()) > WORDS_MAX:
        findings.append(f"{name}: over {WORDS_MAX} words")
    if passage.end - passage.start != len(passage.exact):
        findings.append(f"{name}: {passage.start} to {passage.end} is not the length of its words")
    if max(len(passage.prefix), len(passage.suffix)) > CONTEXT_CHARACTERS_MAX:
        findings.append(f"{name}: more context than {CONTEXT_CHARACTERS_MAX} characters")
    return findings


def position_findings(passage: Passage, text: str) -> list[str]:
    name = data_set.short(passage.iri)
    findings = []
    if text[passage.start : passage.end] != passage.exact:
        findings.append(f"{name}: the article does not have these words at {passage.start}")
    if not text[: passage.start].endswith(passage.prefix):
        findings.append(f"{name}: the prefix does not stand before the words")
    if not text[passage.end :].startswith(passage.suffix):
        findings.append(f"{name}: the suffix does not stand after the words")
    return findings + context_findings(passage, text)


def context_findings(passage: Passage, text: str) -> list[str]:
    """Words are found in one place only, unless their whole line stands twice, by no more context than
    that takes."""
    name = data_set.short(passage.iri)
    line = text[: passage.end].split("\n")[-1] + text[passage.end :].split("\n")[0]
    places = text.count(passage.prefix + passage.exact + passage.suffix)
    if places != 1 and text.count(line) == 1:
        return [f"{name}: these words stand in {places} places; quote.py adds the context that they need"]
    if passage.prefix + passage.suffix and text.count(passage.exact) == 1:
        return [f"{name}: these words need no context"]
    return []


def share(found: list[Passage], text: str) -> float:
    """The part of the article's characters that stands in a passage or its context."""
    quoted: set[int] = set()
    for passage in found:
        quoted |= set(range(passage.start - len(passage.prefix), passage.end + len(passage.suffix)))
    return len(quoted) / len(text)


def wording_findings(text: str) -> list[str]:
    """Wordings of times and numbers, and hedges, are words of the article."""
    findings = []
    for term in ("wording", "hedge"):
        for quad in data_set.store().quads_for_pattern(None, data_set.ox.NamedNode(WHENCE + term), None):
            if quad.object.value not in text:
                findings.append(f"{quad.subject}: '{quad.object.value}' is not in the article")
    return findings


def all_findings(text: str | None) -> list[str]:
    found = passages()
    findings = [f for passage in found for f in form_findings(passage)]
    if text is None:
        return findings
    source = article.text_iri(text)
    if source is None:
        findings.append(f"the article has the SHA-256 {article.sha256(text)}, not the recorded one")
    found = [passage for passage in found if passage.source == source]
    findings += [f for passage in found for f in position_findings(passage, text)]
    if len(text) >= SHARE_FROM_CHARACTERS and share(found, text) > SHARE_MAX:
        findings.append(f"the passages reproduce {share(found, text):.1%} of the article, over {SHARE_MAX:.0%}")
    return findings + wording_findings(text)


def main() -> None:
    text = article.text_or_none()
    found = passages()
    reproduced = f", {share(found, text):.1%} of the article" if text else ""
    code = checks.report("quotations", all_findings(text), f"{len(found)} passages{reproduced}")
    sys.exit(article.SKIPPED if text is None and not code else code)


if __name__ == "__main__":
    main()
