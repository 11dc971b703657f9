"""docs/conformance.md is what script/conformance writes: page_test.py WHENCE SUITES

The suites are not run again, since they are tests themselves. The page must be the one that its own
outcomes make of the manifests and of what is told of other engines; a change by hand, a test that a
manifest has gained, or a text that is behind shows. Exits with 77, skipped, without the suites."""

import difflib
import sys
from pathlib import Path

import page
from entries import entries
from outcomes import by_entry
from report import ROOT


def main() -> None:
    whence, suites = sys.argv[1], Path(sys.argv[2]).resolve()
    if not suites.is_dir():
        print(f"*** The W3C's test suites are not at {suites}: the page was NOT compared with them.")
        sys.exit(77)
    kept = (ROOT / "docs/conformance.md").read_text(encoding="utf-8")
    known = entries(whence, suites)
    written = page.write(by_entry(known, page.read(kept, known)), page.differences_in(ROOT))
    if kept != written:
        print("docs/conformance.md is not what the command writes; run script/conformance", *difflib.unified_diff(
            kept.splitlines(), written.splitlines(), "kept", "written", lineterm=""), sep="\n")
        sys.exit(1)


if __name__ == "__main__":
    main()
