"""Checks that the site's Markdown renderer and CommonMark agree on the structure of each page.

Where they differ, an editor's Markdown preview shows something else than the site. Compared are
lists and their numbers, headings, links, emphasis, code, tables, line breaks and text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import takewhile

from scripts.checks.commonmark_fixes import STRESS, fix_of
from scripts.checks.page_lines import PageLines
from scripts.common.problems import Problem
from scripts.common.shorten import shorten
from scripts.content.html_events import Event, events_of
from scripts.content.pages import SourcePage
from scripts.content.renderers import common_events, nested_emphasis, our_html

# At most so many problems per page: after one difference all that follows tends to differ.
_MOST = 3
# What the elements that are compared are called in a message.
NAMES = {
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
_MARKUP = re.compile(r"\*\*|__|(?<![\w*])\*(?=[^\W\d])|(?<=[^\W\d])\*(?![\w*])|`|\]\(|\[\]")
_ESCAPED = re.compile(r"\\[*_`\[\]()]")

# Remedies for Markdown characters left in the text, other than those of emphasis.
_LINK = "close the link: [text](address), with no space in the address"
_LEFT_OVER = {
    "](": _LINK,
    "[]": "write the text of the link between the brackets, or \\[\\] where they are text",
    "`": "write ` on both sides of code, \\` where it is text",
}


def check_same_structure(page: SourcePage, faulty: Set[int] = frozenset()) -> list[Problem]:
    """Return the places where the site's renderer and CommonMark differ, or leave a marker as text.

    `_MOST` of each at most. `faulty` are the lines that other checks report: a fault of the
    structure there, such as code that never ends, is no cause of differences further down.
    """
    if not page.readable:
        return []
    lines = PageLines(page.body, page.body_line)
    differences, markers = _compared(page)
    if faulty:
        others, other_markers = _compared(replace(page, body=lines.without(faulty)))
        there = {each.line for each in differences}
        differences = [each for each in others if each.line in there]
        markers += [each for each in other_markers if each not in markers]
    # Where they differ, the markers follow from that.
    differing = {line for each in differences for line in lines.block(each.line)}
    markers = [each for each in markers if each.line not in differing]
    return [*differences[:_MOST], *markers[:_MOST]]


def _compared(page: SourcePage) -> tuple[list[Problem], list[Problem]]:
    """The differences, and the markers that both leave as text or read as nobody meant."""
    ours, tags, _ = events_of(our_html(page.body))
    theirs = common_events(page.body, page.body_line)
    is_same = not tags and ours == [event for event, _ in theirs]
    differences = [] if is_same else list(_differences(page, ours, theirs))
    return differences, [*_crossed(page), *_left_over(page, theirs)]


def _crossed(page: SourcePage) -> Iterator[Problem]:
    """Crossed emphasis markers, which both parse alike but nobody can have intended."""
    for line in nested_emphasis(page.body, page.body_line):
        what = "the stars of * and ** cross: words are stressed within stress"
        fix = "end what began last first: **strong *and stressed* words**"
        yield Problem(page.path, line, what, fix)


def _left_over(page: SourcePage, theirs: list[tuple[Event, int]]) -> Iterator[Problem]:
    """Markdown characters that both leave as text, as in `**so **`, which is not strong."""
    if not any(_MARKUP.search(value) for (kind, value), _ in theirs if kind[:4] == "text"):
        return
    # Escaped characters are text on purpose; the placeholder keeps them from matching.
    events = common_events(_ESCAPED.sub("\ue000", page.body), page.body_line)
    in_code = False
    for (kind, value), line in events:
        in_code = kind == "<code" or (in_code and kind != "code>")
        markup = None if in_code or kind[:4] != "text" else _MARKUP.search(value)
        if markup:
            context = value[max(0, markup.start() - 10) : markup.end() + 20]
            what = f'"{shorten(context, 40)}" would be published as it stands'
            yield Problem(page.path, line, what, _LEFT_OVER.get(markup.group(), STRESS))


def _differences(
    page: SourcePage, ours: list[Event], theirs: list[tuple[Event, int]]
) -> Iterator[Problem]:
    reported: set[int] = set()
    plain = [event for event, _ in theirs]
    for tag, start, end, other, last in SequenceMatcher(
        None, ours, plain, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            continue
        index = min(other, len(theirs) - 1)
        line = theirs[index][1] if theirs else page.body_line
        if line in reported:
            continue
        reported.add(line)
        our_part, their_part = ours[start:end], plain[other:last]
        what = (
            f"published as {_described(our_part)}, but elsewhere read as {_described(their_part)}"
        )
        # `fix_of` narrows the line within the paragraph where it can.
        rows = takewhile(str.strip, page.body.split("\n")[line - page.body_line :])
        fix, below = fix_of(our_part, their_part, list(rows))
        yield Problem(page.path, line + below, what, fix)


def _described(events: list[Event]) -> str:
    for kind, value in events:
        name = kind.strip("<>")
        if kind.startswith("text"):
            how = {"text em": "stressed ", "text strong": "strong "}.get(kind, "")
            return f'{how}text "{shorten(value, 40)}"'
        if name in NAMES:
            return f"{NAMES[name]} {shorten(value, 40)}".strip()
        if name[:1] == "h":
            return "a heading"
    return "nothing"
