"""Values whose first character is YAML syntax, where a text or the id of a source is meant."""

from __future__ import annotations

import re

from scripts.common.slugs import SLUG_FORM
from scripts.common.yaml_error_lines import Origin, line_text

_BRACKET = re.compile(r"[ ]*(?:-[ ]+)*(?:[\w-]+:[ ]+)?(?P<sign>[\[{])")
_CLOSES = {"[": ("]", "a list"), "{": ("}", "a set of keys")}
_CITED = re.compile(rf"(?P<id>@{SLUG_FORM})(?=[\s,\]]|$)")
_IN_LIST = re.compile(r"(?:[\[,-]|\bsources:)[ ]*$")
_VALUE = re.compile(r"[ ]*(?:-[ ]+)*[\w-]+:[ ]+$")


def start_origin(error: Exception, text: str) -> Origin | None:
    """The value whose first character causes an error, None if there is none.

    Args:
        error: The exception of the YAML parser.
        text: The YAML text.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return None
    message, context = (str(getattr(error, name, "") or "") for name in ("problem", "context"))
    index, line = int(mark.line), line_text(text, mark.line)
    before, after = line[: mark.column], line[mark.column :]
    if "block sequence entries" in message and _VALUE.fullmatch(before):
        what = "a value begins with -, which begins an item of a list"
        return Origin(
            index, what, "put a text in quotation marks, and begin a list on the row below"
        )
    if "cannot start" in message and (cited := _CITED.match(after)) and _IN_LIST.search(before):
        what = f'"{cited["id"]}" begins with @, as in the text of a page'
        return Origin(index, what, "take the @ away: here the id of the source stands alone")
    if "parsing a block" in context and (bracket := _BRACKET.match(before)):
        closes, meant = _CLOSES[bracket["sign"]]
        if before.rstrip().endswith(closes):
            what = f"a value begins with {bracket['sign']}, which begins {meant}, and goes on"
            return Origin(
                index, f"{what} behind {closes}", "put the whole value in quotation marks"
            )
    return None
