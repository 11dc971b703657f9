"""Every file of the ontology and of the data set parses, and is laid out as the others are."""

import re

import checks
import data_set

LINE_CHARACTERS_MAX = 240
CLAIMS_LINES_MAX = 600  # A file of claims is one theme, and can be read in one go.


def layout_findings(path, text: str) -> list[str]:
    name = path.relative_to(data_set.ROOT)
    findings = []
    if not text.startswith("# "):
        findings.append(f"{name}:1: a file opens with a comment that says what it holds")
    if "\t" in text:
        findings.append(f"{name}: tabs; indent with four spaces")
    columns = {len(m.group(1)) for m in re.finditer(r"^(PREFIX \S+ +)<", text, re.MULTILINE)}
    if len(columns) > 1:
        findings.append(f"{name}: the IRIs of the prefixes are not aligned")
    for prefix in re.findall(r"^PREFIX (\S+):", text, re.MULTILINE):
        if len(re.findall(rf"(?<![\w:-]){prefix}:", text)) < 2:
            findings.append(f"{name}: prefix {prefix}: is declared and not used")
    lines = len(text.splitlines())
    if name.name.startswith("claims-") and lines > CLAIMS_LINES_MAX:
        findings.append(f"{name}: {lines} lines, over {CLAIMS_LINES_MAX}; split it by theme")
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LINE_CHARACTERS_MAX:
            findings.append(f"{name}:{number}: {len(line)} characters in a line")
    return findings


def main() -> None:
    findings = []
    files = [*data_set.ontology_files(), *data_set.triple_files()]
    for path in files:
        try:
            if not data_set.parse(path):
                findings.append(f"{path.name}: holds no triple")
        except SyntaxError as error:
            findings.append(f"{path.name}: {error}")
        findings += layout_findings(path, path.read_text())
    if len(files) < 20:
        findings.append(f"only {len(files)} files found")
    checks.exit_with("syntax", findings, f"{len(files)} files")


if __name__ == "__main__":
    main()
