"""Parts of a reference as reference managers take them apart: pages, names and lines."""

from __future__ import annotations

import re
from collections.abc import Mapping

# "12–19", with any dash; with a hyphen only where both sides are numbers of pages of one kind,
# since "A-12" is one page and "e0123" an article.
_DASH = re.compile(r"\s*[\N{EN DASH}\N{EM DASH}\N{FIGURE DASH}\N{MINUS SIGN}]\s*")
_HYPHENS = re.compile(
    r"(?P<first>(?P<letter>[A-Za-z]?)\d+[a-z]?)\s*[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}]\s*"
    r"(?P<last>(?P=letter)\d+[a-z]?)(?P<more>[,;].*)?"
    r"|(?P<roman>[ivxlcdm]+)\s*[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}]\s*(?P<to>[ivxlcdm]+)",
    re.IGNORECASE,
)


def page_range(pages: str) -> tuple[str, ...]:
    """The first and the last page of a range, or what is given as a whole.

    A range may have any dash. What is no range stays whole: one page, an article's number
    (e0123, 2002-24), a page of a part (A-12). Of several ranges the first is parted, and the
    rest goes with its end, as reference managers put them together again.
    """
    first, *rest = _DASH.split(pages.strip(), maxsplit=1)
    if rest:
        return first, _DASH.sub("-", rest[0])
    match = _HYPHENS.fullmatch(pages.strip())
    if match is None:
        return (pages,)
    if match["roman"]:
        return match["roman"], match["to"]
    low, high = (int(re.sub(r"\D", "", match[name])) for name in ("first", "last"))
    if high < low:
        return (pages,)
    return match["first"], match["last"] + (match["more"] or "")


def one_line(text: str) -> str:
    """The text on one line; a line break would end a field of RIS."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def name_parts(name: Mapping[str, object]) -> list[str]:
    """Family, given name and suffix; of some authors only the family name is known.

    Particles that do not drop stand before the family name, others after the given one.
    """

    def joined(*keys: str) -> str:
        return " ".join(str(name[key]) for key in keys if name.get(key))

    given, _, after = joined("given", "dropping-particle").partition(", ")
    parts = [joined("non-dropping-particle", "family"), given, joined("suffix") or after]
    return [part for part in parts if part]
