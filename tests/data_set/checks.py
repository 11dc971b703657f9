"""How a test of the data set reports: every finding on a line of its own, then one verdict."""

import sys


def report(name: str, findings: list[str], checked: str) -> int:
    """Prints the findings, or what was checked. Returns the exit code."""
    for finding in findings:
        print(f"{name}: {finding}")
    print(f"{name}: {len(findings)} findings in {checked}")
    return 1 if findings else 0


def exit_with(name: str, findings: list[str], checked: str) -> None:
    sys.exit(report(name, findings, checked))
