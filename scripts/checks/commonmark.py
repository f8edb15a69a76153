"""What is typed is what is published: the site and CommonMark read each page alike.

Where the two differ, an editor sees something else in a preview than readers will. The pages
are held against each other by structure: lists and their numbers, headings, links, stress,
code, tables, line breaks and text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import takewhile

from scripts.checks.commonmark_mends import STRESS, mend_of
from scripts.common.problems import Problem
from scripts.common.shorten import shorten
from scripts.content.html_events import Event, events_of
from scripts.content.pages import SourcePage
from scripts.content.renderers import common_events, nested_emphasis, our_html

# A page that is read otherwise from one place on differs in all that follows.
_MOST = 3
_NAMES = {
    "ul": "a list",
    "ol": "a numbered list",
    "li": "an item",
    "pre": "code",
    "code": "code",
    "blockquote": "a quotation",
    "table": "a table",
    "tr": "a row of a table",
    "th": "a cell",
    "td": "a cell",
    "a": "a link",
    "img": "a picture",
    "br": "a line break",
    "hr": "a rule",
    "dl": "a list of terms",
    "dt": "a term",
    "dd": "an explanation",
}
_SIGNS = re.compile(r"\*\*|__|(?<![\w*])\*(?=[^\W\d])|(?<=[^\W\d])\*(?![\w*])|`|\]\(|\[\]")
_ESCAPED = re.compile(r"\\[*_`\[\]()]")

# What a sign that is left over was meant for, where it is not stress.
_LINK = "close the link: [text](address), with no space in the address"
_LEFT_OVER = {
    "](": _LINK,
    "[]": "write the text of the link between the brackets, or \\[\\] where they are text",
    "`": "write ` on both sides of code, \\` where it is text",
}


def check_same_structure(page: SourcePage) -> list[Problem]:
    """The places of a page that the site and CommonMark read otherwise."""
    if not page.readable:
        return []
    ours, tags, _ = events_of(our_html(page.body))
    theirs = common_events(page.body, page.body_line)
    if tags or ours != [event for event, _ in theirs]:
        found = list(_differences(page, ours, theirs))[:_MOST]
        if found:
            return found
    return [*_crossed(page), *_left_over(page, theirs)][:_MOST]


def _crossed(page: SourcePage) -> Iterator[Problem]:
    """Stress that both read alike, and that nobody can have meant."""
    for line in nested_emphasis(page.body, page.body_line):
        what = "the stars of * and ** cross: words are stressed within stress"
        mend = "end what began last first: **strong *and stressed* words**"
        yield Problem(page.path, line, what, mend)


def _left_over(page: SourcePage, theirs: list[tuple[Event, int]]) -> Iterator[Problem]:
    """Signs of Markdown that became none, to both: `**so **` is no strong word."""
    if not any(_SIGNS.search(value) for (kind, value), _ in theirs if kind[:4] == "text"):
        return
    # What a backslash makes text is meant so.
    plain = common_events(_ESCAPED.sub("\ue000", page.body), page.body_line)
    in_code = False
    for (kind, value), line in plain:
        in_code = kind == "<code" or (in_code and kind != "code>")
        sign = None if in_code or kind[:4] != "text" else _SIGNS.search(value)
        if sign:
            around = value[max(0, sign.start() - 10) : sign.end() + 20]
            what = f'"{shorten(around, 40)}" would be published as it stands'
            yield Problem(page.path, line, what, _LEFT_OVER.get(sign.group(), STRESS))


def _differences(
    page: SourcePage, ours: list[Event], theirs: list[tuple[Event, int]]
) -> Iterator[Problem]:
    told: set[int] = set()
    plain = [event for event, _ in theirs]
    for tag, start, end, other, last in SequenceMatcher(
        None, ours, plain, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            continue
        at = min(other, len(theirs) - 1)
        line = theirs[at][1] if theirs else page.body_line
        if line in told:
            continue
        told.add(line)
        here, elsewhere = ours[start:end], plain[other:last]
        what = f"published as {_said(here)}, but elsewhere read as {_said(elsewhere)}"
        # Of a paragraph the row that differs is told, where it is known.
        rows = takewhile(str.strip, page.body.split("\n")[line - page.body_line :])
        mend, below = mend_of(here, elsewhere, list(rows))
        yield Problem(page.path, line + below, what, mend)


def _said(events: list[Event]) -> str:
    for kind, value in events:
        name = kind.strip("<>")
        if kind.startswith("text"):
            how = {"text em": "stressed ", "text strong": "strong "}.get(kind, "")
            return f'{how}text "{shorten(value, 40)}"'
        if name in _NAMES:
            return f"{_NAMES[name]} {shorten(value, 40)}".strip()
        if name[:1] == "h":
            return "a heading"
    return "nothing"
