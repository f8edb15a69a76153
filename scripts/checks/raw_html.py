"""Allows only a few harmless HTML tags in pages, and nothing that could run or load.

Markdown passes HTML through, so a pasted script would run in every reader's browser. Attributes
that the extension attr_list adds are restricted in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.docs_files import slugify
from scripts.common.problems import Problem
from scripts.common.shorten import shorten
from scripts.common.slugs import SLUG_FORM
from scripts.content.addresses import BROKEN
from scripts.content.escapes import is_escaped
from scripts.content.markdown import line_at, mask_code, mask_spans
from scripts.content.pages import Site, SourcePage

# Tags without attributes for which Markdown has no syntax. <br> has no end tag.
ALLOWED = ("br", "sup", "sub", "kbd")
_ALLOWED = re.compile(rf"<(?:/?(?P<name>{'|'.join(ALLOWED[1:])})|br ?/?)>")
_AUTOLINK = re.compile(r"<(?:https?://[^\s<>]+|(?:mailto:)?[^\s<>@:/]+@[^\s<>@:/]+)>")
_TAG_START = re.compile(r"<(?=[a-zA-Z/!?])")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^<>\n]{0,200}>?")
_SHOWN = 40
# An attribute list after a heading or emphasised words.
_BRACES = re.compile(r"(?<!\{)\{:?[ \t]*(?P<inner>[^{}\n]*?)[ \t]*\}(?!\})")
_ATTRIBUTE = re.compile(r"(?:^|[ \t])(?:[#.][\w-]|[\w:-]+[ \t]*=)")
_HEADING = re.compile(r"[ \t>]*(?:[-*+][ \t]+)?#")
_ANCHOR = re.compile(r"#(?P<name>[^.=]+?)(?:[ \t]+\.editorial)?$")
_ALLOWED_ATTRIBUTES = re.compile(
    rf"(?:#{SLUG_FORM}(?:[ \t]+\.editorial)?|\.editorial|lang=\"?[a-z]{{2,3}}\"?)"
)


def check_html(site: Site) -> list[Problem]:
    """Report HTML, comments and attributes on all pages that are not allowed."""
    return [
        problem
        for page in site.pages
        for problem in (*_tags(page), *_comments(page), *_attributes(page))
    ]


def _tags(page: SourcePage) -> Iterator[Problem]:
    masked = mask_code(page.body)
    open_tags: list[tuple[str, int]] = []
    reported_line = 0
    position = 0
    for match in _TAG_START.finditer(masked):
        at = match.start()
        if at < position or is_escaped(masked, at):
            continue
        line = line_at(masked, at, page.body_line)
        if allowed := _ALLOWED.match(masked, at):
            yield from _balance(page, allowed, open_tags, line)
            position = allowed.end()
        elif link := _AUTOLINK.match(masked, at) or BROKEN.match(masked, at):
            position = link.end()
        elif masked.startswith("<!--", at):
            fix = "end it with -->, or take it away"
            yield Problem(page.path, line, "a comment is not closed", fix)
        else:
            tag = _TAG.match(masked, at)
            end = tag.end() if tag else at + 1
            position = end
            if line == reported_line:
                continue  # Only the first tag on a line is reported.
            reported_line = line
            shown = shorten(masked[at:end], _SHOWN)
            names = ", ".join(f"<{name}>" for name in ALLOWED)
            fix = f"write Markdown (of HTML only {names}), or \\< where it is text"
            yield Problem(page.path, line, f'the HTML "{shown}" is not published', fix)
    for name, line in open_tags:
        fix = f"end it with </{name}>"
        yield Problem(page.path, line, f"<{name}> is not closed", fix)


def _balance(
    page: SourcePage, tag: re.Match[str], open_tags: list[tuple[str, int]], line: int
) -> Iterator[Problem]:
    name = tag["name"]
    if not name:
        return
    if not tag.group().startswith("</"):
        open_tags.append((name, line))
    elif open_tags and open_tags[-1][0] == name:
        open_tags.pop()
    else:
        yield Problem(page.path, line, f"</{name}> closes nothing", "take it away")


def _comments(page: SourcePage) -> Iterator[Problem]:
    """Report comments: they would be published, and browsers end some of them earlier."""
    for match in _COMMENT.finditer(mask_spans(page.body)):
        inner = match.group()[4:-3]
        line = line_at(page.body, match.start(), page.body_line)
        if inner.startswith((">", "->", "raw:")) or "--!>" in inner:
            fix = "take what follows <!-- away"
            yield Problem(page.path, line, "the comment is read as something else", fix)
        else:
            shown = shorten(" ".join(match.group().split()), _SHOWN)
            what = f'the comment "{shown}" can be read in the source of the page'
            fix = "take it away: what only colleagues should see belongs to the message of a commit"
            yield Problem(page.path, line, what, fix)


def _attributes(page: SourcePage) -> Iterator[Problem]:
    """Report attribute lists other than anchors, the class .editorial, and languages."""
    masked = mask_code(page.body)
    for match in _BRACES.finditer(masked):
        inner = match["inner"]
        row = masked[masked.rfind("\n", 0, match.start()) + 1 : match.start()]
        if inner.startswith(("#", ".")) and not _HEADING.match(row):
            line = line_at(masked, match.start(), page.body_line)
            what = f'"{shorten(match.group(), _SHOWN)}" stands behind no heading'
            yield Problem(page.path, line, what, "put it behind a heading, or take it away")
            continue
        if _ALLOWED_ATTRIBUTES.fullmatch(inner) or not _ATTRIBUTE.search(inner):
            continue
        line = line_at(masked, match.start(), page.body_line)
        what = f'"{shorten(match.group(), _SHOWN)}" gives what the site does not use'
        yield Problem(page.path, line, what, _attribute_fix(inner))


def _attribute_fix(inner: str) -> str:
    name = _ANCHOR.match(inner)
    slug = slugify(name["name"]) if name else ""
    if slug and slug != (name and name["name"]):
        # Only a suggestion: the English name of the section is best.
        return f"an anchor has small letters a–z, digits and single hyphens: {{ #{slug} }}"
    fix = "write { #short-name } or { #short-name .editorial } behind a heading, { lang=en }"
    return f"{fix} behind words, or nothing"
