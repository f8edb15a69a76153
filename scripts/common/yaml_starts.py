"""Values whose first sign means something to YAML, where people mean text or the id of a source."""

from __future__ import annotations

import re

from scripts.common.slugs import SLUG_FORM
from scripts.common.yaml_rows import Origin, row_of

_BRACKET = re.compile(r"[ ]*(?:-[ ]+)*(?:[\w-]+:[ ]+)?(?P<sign>[\[{])")
_CLOSES = {"[": ("]", "a list"), "{": ("}", "a set of keys")}
_CITED = re.compile(rf"(?P<id>@{SLUG_FORM})(?=[\s,\]]|$)")
_OF_LIST = re.compile(r"(?:[\[,-]|\bsources:)[ ]*$")
_VALUE = re.compile(r"[ ]*(?:-[ ]+)*[\w-]+:[ ]+$")


def start_origin(error: Exception, text: str) -> Origin | None:
    """The value whose first sign a fault stems from.

    Args:
        error: What the reader of YAML says.
        text: What was read.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return None
    said, context = (str(getattr(error, name, "") or "") for name in ("problem", "context"))
    at, row = int(mark.line), row_of(text, mark.line)
    before, behind = row[: mark.column], row[mark.column :]
    if "block sequence entries" in said and _VALUE.fullmatch(before):
        what = "a value begins with -, which begins an item of a list"
        return Origin(at, what, "put a text in quotation marks, and begin a list on the row below")
    if "cannot start" in said and (cited := _CITED.match(behind)) and _OF_LIST.search(before):
        what = f'"{cited["id"]}" begins with @, as in the text of a page'
        return Origin(at, what, "take the @ away: here the id of the source stands alone")
    if "parsing a block" in context and (bracket := _BRACKET.match(before)):
        closes, meant = _CLOSES[bracket["sign"]]
        if before.rstrip().endswith(closes):
            what = f"a value begins with {bracket['sign']}, which begins {meant}, and goes on"
            return Origin(at, f"{what} behind {closes}", "put the whole value in quotation marks")
    return None
