"""Vague numbers have bounds in order and a wording; vague times have a precision, bounds in order,
an EDTF literal and a word on how they were resolved; names have a language and a user."""

import re

import checks
import data_set
from data_set import SCHEMA, SEM, SKOSXL, WHENCE, XSD

EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
# Levels 0 to 2 as far as they are used: dates, seasons, intervals (open ones too), one of a set.
EDTF_FORM = re.compile(rf"^({DAY}|(\.\.|{DAY})/(\.\.|{DAY})|\[{DAY}\.\.{DAY}\])$")
STAMPS = ("hasEarliestBeginTimeStamp", "hasLatestBeginTimeStamp", "hasEarliestEndTimeStamp", "hasLatestEndTimeStamp")


def number_findings(number: str) -> list[str]:
    name = data_set.short(number)
    least = [int(v.value) for v in data_set.objects(number, SCHEMA + "minValue")]
    most = [int(v.value) for v in data_set.objects(number, SCHEMA + "maxValue")]
    findings = []
    if len(least) != 1 or len(most) > 1:
        findings.append(f"{name} needs one lower bound and at most one upper bound")
    elif most and least[0] > most[0]:
        findings.append(f"{name}: the bounds {least[0]} and {most[0]} are the wrong way round")
    for term in (SCHEMA + "unitText", WHENCE + "wording", WHENCE + "resolution"):
        if len(data_set.objects(number, term)) != 1:
            findings.append(f"{name} needs one {term}")
    return findings


def time_findings(time: str) -> list[str]:
    name = data_set.short(time)
    findings = []
    for term in (WHENCE + "edtf", WHENCE + "precision", WHENCE + "resolution"):
        if len(data_set.objects(time, term)) != 1:
            findings.append(f"{name} needs one {term}")
    for literal in data_set.objects(time, WHENCE + "edtf"):
        if literal.datatype.value != EDTF or not EDTF_FORM.match(literal.value):
            findings.append(f"{name}: {literal} is no EDTF")
    stamps = {n: data_set.objects(time, SEM + n) for n in STAMPS}
    if not any(stamps.values()):
        findings.append(f"{name} has no bound at all")
    for literals in stamps.values():
        if len(literals) > 1 or any(l.datatype.value != XSD + "date" for l in literals):
            findings.append(f"{name}: a bound is one xsd:date")
    known = {n: l[0].value for n, l in stamps.items() if l}
    for earlier, later in ((0, 1), (2, 3), (0, 2), (1, 3)):
        if STAMPS[earlier] in known and STAMPS[later] in known:
            if known[STAMPS[earlier]] > known[STAMPS[later]]:
                findings.append(f"{name}: {STAMPS[earlier]} lies after {STAMPS[later]}")
    return findings


def name_findings(label: str) -> list[str]:
    forms = data_set.objects(label, SKOSXL + "literalForm")
    findings = []
    if len(forms) != 1 or not forms[0].language:
        findings.append(f"{data_set.short(label)} needs one literal form with a language")
    for term in (WHENCE + "nameUsedBy", WHENCE + "evidence"):
        if not data_set.objects(label, term):
            findings.append(f"{data_set.short(label)} needs {term}")
    return findings


def all_findings() -> list[str]:
    numbers = data_set.instances(SCHEMA + "QuantitativeValue")
    times = data_set.instances(SEM + "Time")
    names = data_set.instances(SKOSXL + "Label")
    findings = [f for n in numbers for f in number_findings(n)]
    findings += [f for t in times for f in time_findings(t)]
    findings += [f for n in names for f in name_findings(n)]
    if data_set.TRIPLES == data_set.OWN_TRIPLES and not (numbers and times and names):
        findings.append("no numbers, no times or no names found")
    return findings


def main() -> None:
    checks.exit_with("values", all_findings(), "numbers, times and names")


if __name__ == "__main__":
    main()
