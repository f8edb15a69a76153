"""Places note marks in a text: after the full stop, and never at the start of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.bibliography.notes import Notes, render_notes
from scripts.bibliography.speaker import says_we
from scripts.content.citations import MARKS, Citation, find_citations
from scripts.content.markdown import mask_code
from scripts.web.article import GAP

# A note mark comes after the full stop or comma that ends its statement.
_BEFORE = re.compile(r"[ \t]*(?:\n[ \t>]*)?\Z")
_AFTER = re.compile(r"[.,;:]")
_BETWEEN = re.compile(r"[ \t]*(?:\n[ \t>]*)?")
# Block markers before the first word of an item, a definition or a heading.
_ITEM = re.compile(r"[ \t>]*(?:(?:[-*+:]|\d+\.|#{1,6})[ \t]+)+")
_QUOTED = re.compile(r"[ \t>]*")
_ESCAPED = re.compile(r"(?<!\\)\\(?=@)")
# A start tag directly before the notes: a cell or an item without text of its own.
_OPENED = re.compile(r"<(?!/)[^<>]*>\Z")
# Tags that end a statement in HTML; the cells of a row are one statement.
_BLOCK_TAG = re.compile(r"</?(?:p|li|dd|dt|tr|div|blockquote|h[1-6])\b[^>]*>?")
_CODE_ELEMENT = re.compile(r"<(pre|code)\b.*?</\1>", re.DOTALL)
_CELL, _TAG = re.compile(r"</t[dh]>"), re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class NoteGroup:
    """Adjacent citations, and the span of the text (`start` to `end`) that their notes replace.

    `stop` is the full stop that followed them, which is moved before the notes; `gap` is the
    space between.
    """

    citations: tuple[Citation, ...]
    start: int
    end: int
    stop: str = ""
    gap: str = ""

    @property
    def is_sourced(self) -> bool:
        """Whether any of the citations is of a source, and gets a number."""
        return any(cite.id not in MARKS for each in self.citations for cite in each.cites)

    def note(self, notes: Notes, *, ambiguous: bool = False) -> str:
        """The HTML of the notes, with the full stop before them."""
        return self.stop + render_notes(self.citations, notes, gap=self.gap, ambiguous=ambiguous)


def ambiguous(groups: Sequence[NoteGroup], before: Sequence[str], code: str) -> list[bool]:
    """Which groups of a statement have text that readers would attribute to a later note.

    Args:
        groups: The groups of one statement, in order.
        before: The text between each group and the preceding one.
        code: The language code: a text that says "we" is clearly the site's own.
    """
    last = max((index for index, group in enumerate(groups) if group.is_sourced), default=-1)
    return [index < last and not says_we(text, code) for index, text in enumerate(before)]


def note_groups(text: str, notes: Notes) -> Iterator[NoteGroup]:
    """The groups of adjacent citations in a text, in order.

    A citation that cannot be resolved is left as written: the checks report it.
    """
    position = 0
    for citations in _adjacent(text, notes):
        note_group = _note_group(text, position, tuple(citations))
        position = note_group.end
        yield note_group


def _note_group(text: str, position: int, citations: tuple[Citation, ...]) -> NoteGroup:
    start, end = citations[0].start, citations[-1].end
    if citations[0].in_text or _opens(text, start):
        return NoteGroup(citations, start, end)
    stop = _AFTER.match(text, end)
    before = _BEFORE.sub("", text[position:start])
    start = position + len(before)
    if stop:
        return NoteGroup(citations, start, stop.end(), stop.group(), GAP)
    return NoteGroup(citations, start, end, "", "" if _OPENED.search(before) else GAP)


def apply_notes(html: str, notes: Notes) -> str:
    """Rendered HTML, such as a template's, with every citation replaced by its note."""
    rendered: list[str] = []
    position = 0
    # Citations in code are left as written.
    text = _CODE_ELEMENT.sub(lambda code: " " * len(code.group()), html)
    for note_group, is_ambiguous in _with_ambiguity(
        html, list(note_groups(text, notes)), notes.words.code
    ):
        rendered += [
            html[position : note_group.start],
            note_group.note(notes, ambiguous=is_ambiguous),
        ]
        position = note_group.end
    rendered.append(html[position:])
    return _without_escapes("".join(rendered))


def _with_ambiguity(
    html: str, groups: list[NoteGroup], code: str
) -> Iterator[tuple[NoteGroup, bool]]:
    """Each group, and whether readers would attribute its text to a later note."""
    statements: list[list[NoteGroup]] = [[]]
    before: list[list[str]] = [[]]
    position = 0
    for note_group in groups:
        parts = _BLOCK_TAG.split(html[position : note_group.start])
        if statements[-1] and len(parts) > 1:
            statements.append([])
            before.append([])
        statements[-1].append(note_group)
        before[-1].append(_TAG.sub("", _CELL.sub("\n", parts[-1])))
        position = note_group.end
    for statement, texts in zip(statements, before, strict=True):
        yield from zip(statement, ambiguous(statement, texts, code), strict=True)


def _without_escapes(text: str) -> str:
    """The text without the backslash that escapes an @."""
    masked = mask_code(_CODE_ELEMENT.sub(lambda code: " " * len(code.group()), text))
    escapes = [match.start() for match in _ESCAPED.finditer(masked)]
    starts = [0, *(offset + 1 for offset in escapes)]
    return "".join(text[start:end] for start, end in zip(starts, [*escapes, None], strict=True))


def _adjacent(text: str, notes: Notes) -> list[list[Citation]]:
    """The citations that can be resolved, grouped where only white space is between brackets."""
    groups: list[list[Citation]] = []
    for citation in find_citations(text):
        is_resolved = all(cite.id in notes.sources or cite.id in MARKS for cite in citation.cites)
        if citation.fault or not citation.cites or not is_resolved:
            continue
        last = groups[-1][-1] if groups else None
        joined = last and not (last.in_text or citation.in_text)
        if last and joined and _BETWEEN.fullmatch(text, last.end, citation.start):
            groups[-1].append(citation)
        else:
            groups.append([citation])
    return groups


def _opens(text: str, start: int) -> bool:
    """Whether a paragraph, an item or a quotation begins here, without a statement before it."""
    lines = text[:start].rsplit("\n", 2)
    if _ITEM.fullmatch(lines[-1]):
        return True
    above = lines[-2] if len(lines) > 1 else ""
    return bool(_QUOTED.fullmatch(lines[-1]) and _QUOTED.fullmatch(above))
