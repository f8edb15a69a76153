"""Validates ISBNs and ISSNs by their check digits, and DOIs by their syntax.

ISBN: ISO 2108, with ten or thirteen digits. ISSN: ISO 3297. DOI: the DOI Handbook, 2.2.
"""

from __future__ import annotations

import re

from scripts.common.problems import Fault

# DOIs of the nineties may hold "<217::AID-PAD15>"; any other `<` starts a tag copied by mistake.
_DOI = re.compile(r"10\.\d{4,9}/(?:[^\s<>\"]|<[^\s<>\"/]+>)+", re.ASCII)
# Suffixes that publishers' URLs add to a DOI.
_DOI_TAIL = re.compile(r"/(?:full|abstract|e?pdf|html?|meta|summary)$", re.IGNORECASE)


def isbn_fault(text: str) -> Fault | None:
    """What is wrong with an ISBN, None if nothing is."""
    digits = re.sub(r"[\s-]", "", text)
    fix = "look it up again: one digit is wrong or missing"
    if re.fullmatch(r"\d{9}[\dX]", digits, re.ASCII):
        total = sum((10 - index) * _value(char) for index, char in enumerate(digits))
        return None if total % 11 == 0 else (f'"{text}" is no ISBN: its check digit is wrong', fix)
    if re.fullmatch(r"97[89]\d{10}", digits, re.ASCII):
        total = sum((1, 3)[index % 2] * int(char) for index, char in enumerate(digits))
        return None if total % 10 == 0 else (f'"{text}" is no ISBN: its check digit is wrong', fix)
    return f'"{text}" is no ISBN, which has 10 or 13 digits', "look it up again"


def issn_fault(text: str) -> Fault | None:
    """What is wrong with an ISSN, None if nothing is."""
    if not re.fullmatch(r"\d{4}-\d{3}[\dX]", text, re.ASCII):
        return f'"{text}" is no ISSN', "write it as 1234-5679"
    total = sum((8 - index) * _value(char) for index, char in enumerate(text.replace("-", "")))
    fix = "look it up again: one digit is wrong"
    return None if total % 11 == 0 else (f'"{text}" is no ISSN: its check digit is wrong', fix)


def doi_fault(text: str) -> Fault | None:
    """What is wrong with a DOI, None if nothing is."""
    match = _DOI.search(text)
    right = bare_doi(match.group()) if match else ""
    if text == right:
        return None
    fix = f"write {right}" if right else "write it as 10.1000/182"
    return f'"{text}" is no DOI', fix


def bare_doi(doi: str) -> str:
    """Strip the parts of a URL that follow a DOI, such as `?utm_source=x` or `/full`."""
    shorter = _DOI_TAIL.sub("", re.sub(r"\?[a-z_]+=.*", "", doi))
    return shorter if "/" in shorter else doi


def _value(char: str) -> int:
    return 10 if char == "X" else int(char)
