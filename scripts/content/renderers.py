"""Renders a page's text as this site does, and as CommonMark does.

The site uses Python-Markdown with the extensions of mkdocs.yml; what editors see while writing
(the preview of an editor or of a Git host) is CommonMark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import markdown
from markdown_it import MarkdownIt
from markdown_it.token import Token

from scripts.content.escapes import Escapes
from scripts.content.extensions import EXTENSIONS
from scripts.content.html_events import EMPHASIS, Event, Events, decoded_address

# Attribute lists with anchors, classes and languages, which CommonMark does not have.
_ATTRIBUTES = re.compile(r"[ \t]*(?<!\{)\{:?[ \t]*(?:[#.][\w-]+|lang=[\w-]+)[^{}\n]*\}(?!\})")
_BREAKS = frozenset({"<br>", "<br/>", "<br />"})
_BOX = re.compile(r"^\[(?P<sign>[ xX])\] ")


@cache
def _ours() -> markdown.Markdown:
    return markdown.Markdown(extensions=[*EXTENSIONS, Escapes()], tab_length=4)


@cache
def _theirs() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": 100}).enable("table")


def our_html(text: str) -> str:
    """The HTML that Python-Markdown renders, before the site's own steps."""
    return str(_ours().reset().convert(text))


def common_events(text: str, first_line: int = 1) -> list[tuple[Event, int]]:
    """The events of a text rendered as CommonMark, each with its line number."""
    with_lines: list[tuple[Event, int]] = []
    events = Events()
    line = first_line
    plain = _ATTRIBUTES.sub("", text)
    for token in _theirs().parse(plain):
        if token.map:
            line = first_line + token.map[0]
        before = len(events.found)
        tight = token.hidden
        if token.type == "inline":
            _inline(token, events)
            events.flush()
        elif token.type == "html_block":
            # Comments are invisible; another check reports other HTML.
            events.text("" if token.content.startswith("<!--") else token.content)
        elif token.type in {"fence", "code_block"}:
            _code(token, events)
        elif token.type == "paragraph_open" and not tight:
            events.paragraph()
        else:
            _block(token, events)
        with_lines += [(event, line) for event in events.found[before:]]
    events.flush()
    with_lines += [(event, line) for event in events.found[len(with_lines) :]]
    return with_lines


def nested_emphasis(text: str, first_line: int = 1) -> list[int]:
    """The lines of paragraphs with emphasis nested in emphasis of the same kind.

    CommonMark parses `**one *two** three*` so: nested `em`, and no `strong`.
    """
    with_lines = []
    for token in _theirs().parse(_ATTRIBUTES.sub("", text)):
        depths = dict.fromkeys(("em", "strong"), 0)
        for child in token.children or ():
            if child.tag in depths:
                depths[child.tag] += child.nesting
                if depths[child.tag] > 1 and token.map:
                    with_lines.append(first_line + token.map[0])
                    break
    return with_lines


def _code(token: Token, events: Events) -> None:
    events.add("<pre")
    events.add("<code")
    events.text(token.content)
    events.add("code>")
    events.add("pre>")


_NO_EVENT = frozenset({"p", "thead", "tbody", ""})


def _block(token: Token, events: Events) -> None:
    if token.tag in _NO_EVENT:
        events.flush()
    elif token.tag == "ol" and token.nesting == 1:
        start = token.attrGet("start")
        events.add("<ol", "1" if start is None else str(start))
    elif token.nesting >= 0:
        events.add(f"<{token.tag}")
    else:
        events.add(f"{token.tag}>")


def _inline(token: Token, events: Events) -> None:
    for index, child in enumerate(_children(token)):
        if child.type == "text":
            text = child.content
            box = _BOX.match(text) if index == 0 else None
            if box:
                text = ("[ ] " if box["sign"] == " " else "[x] ") + text[box.end() :]
            events.text(text)
        elif child.type == "softbreak":
            events.text("\n")
        elif child.type == "code_inline":
            events.add("<code")
            events.text(child.content)
            events.add("code>")
        elif child.type == "image":
            target = decoded_address(str(child.attrGet("src") or ""))
            events.add("<img", f"{target} {child.content}")
        elif child.type == "html_inline" and child.content in _BREAKS:
            events.add("<br")
        elif child.type == "html_inline":
            events.text("" if child.content.startswith("<!--") else child.content)
        elif child.type == "link_open":
            events.add("<a", decoded_address(str(child.attrGet("href") or "")))
        elif child.type == "hardbreak":
            events.add("<br")
        elif child.tag in EMPHASIS:
            events.stress(child.tag, child.nesting)
        else:
            events.add(f"<{child.tag}" if child.nesting >= 0 else f"{child.tag}>")


def _children(token: Token) -> Iterator[Token]:
    yield from token.children or ()
