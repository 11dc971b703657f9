"""Sentences are told apart as a reader would: after quotations, not after initials, never across lines."""

import checks
from sentences import sentences

# A text, and the first word of each of its sentences.
CASES = {
    "a full stop and a capital": ("One came. Two left.", ["One", "Two"]),
    "a title without a full stop": ("Gen Roe spoke. She left.", ["Gen", "She"]),
    "an initial": ("Photograph: Jane J. Roe/Paper", ["Photograph:"]),
    "an initial at the end of a name": ("It was J. Roe. He left.", ["It", "He"]),
    "a quotation that ends a sentence": ("“It rains.” Nobody came.", ["“It", "Nobody"]),
    "a quotation inside a sentence": ("“It rains,” she said, “again.” Most left.", ["“It", "Most"]),
    "a quotation after a sentence": ("She spoke. “It rains.”", ["She", "“It"]),
    "single quotation marks": ("‘All ran.’ Witnesses tell", ["‘All", "Witnesses"]),
    "a dash after a sentence": ("It rained.” — This came first", ["It", "—"]),
    "a question": ("Who came? Nobody.", ["Who", "Nobody."]),
    "a number with a point": ("It cost 3.5 million. All paid.", ["It", "All"]),
    "lower case goes on": ("The no. of them is small.", ["The"]),
    "a heading without a full stop": ("A heading\n\nA text.", ["A", "A"]),
    "a link": ("Report: it rainsOpens in new window ]", ["Report:"]),
    "brackets": ("It was [done. They] left.", ["It", "They]"]),
    "no text": ("\n\n", []),
}


def case_finding(name: str) -> list[str]:
    text, expected = CASES[name]
    found = [sentence.text.split()[0] for sentence in sentences(text)]
    places_right = all(text[s.start : s.end] == s.text for s in sentences(text))
    return [] if found == expected and places_right else [f"{name}: expected {expected}, found {found}"]


def repetition_findings() -> list[str]:
    found = [sentence.repeats for sentence in sentences("All ran. Some fell.\nAll ran. None fell.\nAll ran.")]
    return [] if found == [None, None, 1, None, 1] else [f"a repeated sentence: found {found}"]


def opening_findings() -> list[str]:
    (found,) = sentences("“The threat from us,” she said.")
    return [] if found.opening() == "The threat from" else [f"the first three words: found {found.opening()}"]


def main() -> None:
    findings = [finding for name in CASES for finding in case_finding(name)]
    checks.exit_with("sentences", findings + repetition_findings() + opening_findings(), f"{len(CASES)} texts")


if __name__ == "__main__":
    main()
