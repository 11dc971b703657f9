"""The sentences of the article, by number: where each begins and ends in the normalised text.

A line of the text is a paragraph, a heading, a caption or a link; a sentence never crosses a line. It
ends at a full stop, a question mark or an exclamation mark, with the closing quotation marks after it,
if white space and a capital, an opening quotation mark or a dash follow. A full stop after a single
capital is an initial ("J. Blue"), and one inside a word or a number ends nothing."""

import re
from dataclasses import dataclass

BOUNDARY = re.compile(r"(?<!\b[A-Z])[.?!][”’\"')\]]*(?=\s+[A-Z“‘\"'\[—])")


@dataclass(frozen=True)
class Sentence:
    number: int
    start: int
    end: int
    text: str
    repeats: int | None  # The number of an earlier sentence with the same words.

    def holds(self, start: int, end: int) -> bool:
        return start < self.end and end > self.start

    def opening(self) -> str:
        """The first three words, without punctuation around them."""
        words = [word.strip("“”‘’\"'.,:;—[]()") for word in self.text.split()]
        return " ".join([word for word in words if word][:3])


def spans(text: str) -> list[tuple[int, int]]:
    found = []
    line_start = 0
    for line in text.split("\n"):
        start = line_start
        for boundary in BOUNDARY.finditer(line):
            found.append((start, line_start + boundary.end()))
            start = line_start + boundary.end()
            start += len(text[start:]) - len(text[start:].lstrip())
        found.append((start, line_start + len(line)))
        line_start += len(line) + 1
    return [(start, end) for start, end in found if text[start:end].strip()]


def sentences(text: str) -> list[Sentence]:
    first: dict[str, int] = {}
    found = []
    for number, (start, end) in enumerate(spans(text), 1):
        words = text[start:end]
        found.append(Sentence(number, start, end, words, first.get(words)))
        first.setdefault(words, number)
    return found
