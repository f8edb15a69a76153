"""Mends what Markdown leaves out for readers who do not see the page or use a mouse.

Tables get a group that the keyboard can scroll (WCAG 2.1.1) named by the heading above,
and header cells say what they head (1.3.1). Boxes of a checklist get their text as
their name (4.1.2), and can be ticked. The sign that links to a heading is for the mouse: it
would be read as part of the heading (1.3.1), and the list of headings holds the same links.
"""

from __future__ import annotations

import re

_TABLE_OR_HEADING = re.compile(
    r'<h[2-4] [^>]*?id="(?P<id>[^"]+)"|(?P<table><table>.*?</table>)', re.DOTALL
)
_EMPTY_HEADER = re.compile(r"<th[^>]*>(?:\s|&nbsp;|\u00a0)*</th>")
# The section whose table is an agenda.
AGENDA = "workshop"
# A box and the words beside it: they end with the paragraph, or where a block begins. An item
# between blank lines holds a paragraph.
_BLOCK = r"</?(?:li|p|ul|ol|dl|table|pre|blockquote|div|h[1-6]|hr)\b"
_TASK = re.compile(
    r"(?P<item><li [^>]*\btask-list-item\b[^>]*>\s*(?:<p[^>]*>)?\s*)"
    r'<input type="checkbox"(?: disabled)?(?P<on> checked)?\s*/?>'
    rf"\s*(?P<text>(?:(?!{_BLOCK}).)*)",
    re.DOTALL,
)
_PERMALINK = '<a class="headerlink" '


def mend(html: str) -> str:
    """The HTML of a page's text with tables, checklists and headings mended."""
    html = html.replace(_PERMALINK, f'{_PERMALINK}aria-hidden="true" tabindex="-1" ')
    return _mend_tables(_TASK.sub(_task, html))


def _task(match: re.Match[str]) -> str:
    checked = " checked" if match["on"] else ""
    text = match["text"].strip()
    return f'{match["item"]}<label><input type="checkbox"{checked}> {text}</label>'


def _mend_tables(html: str) -> str:
    heading = ""

    def replace(match: re.Match[str]) -> str:
        nonlocal heading
        if match["id"]:
            heading = match["id"]
            return match.group()
        # A header cell without a word heads nothing: the corner of a form.
        table = _EMPTY_HEADER.sub("<td></td>", match["table"])
        table = re.sub(r"<th(?=[ >])", '<th scope="col"', table)
        name = f' role="group" aria-labelledby="{heading}"' if heading else ""
        if heading == AGENDA:
            return f'<div class="table agenda" tabindex="0"{name}>{table}</div>'
        return f'<div class="table" tabindex="0"{name}>{table}</div>'

    return _TABLE_OR_HEADING.sub(replace, html)


_SUMMARY = re.compile(r'<h2 id="in-short".*?(?=<h2[ >]|\Z)', re.DOTALL)


def frame_summary(html: str) -> str:
    """The HTML of a page with its section "in-short" in a box of its own."""
    return _SUMMARY.sub(lambda match: f'<div class="in-short">{match.group()}</div>\n', html, 1)
