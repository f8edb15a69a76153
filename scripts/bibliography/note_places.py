"""Where the notes of citations stand in a text: after the full stop, and never on a new line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.bibliography.notes import Notes, written
from scripts.bibliography.speaker import says_we
from scripts.content.citations import MARKS, Citation, find_citations
from scripts.content.markdown import mask_code
from scripts.web.article import GAP

# A note mark stands after the full stop or comma that closes its statement.
_BEFORE = re.compile(r"[ \t]*(?:\n[ \t>]*)?\Z")
_AFTER = re.compile(r"[.,;:]")
_BETWEEN = re.compile(r"[ \t]*(?:\n[ \t>]*)?")
# What may stand before the first word of an item, a definition or a heading.
_ITEM = re.compile(r"[ \t>]*(?:(?:[-*+:]|\d+\.|#{1,6})[ \t]+)+")
_QUOTED = re.compile(r"[ \t>]*")
_ESCAPED = re.compile(r"(?<!\\)\\(?=@)")
# A cell or an item of a template that holds nothing before its notes.
_OPENED = re.compile(r"<(?!/)[^<>]*>\Z")
# Where a statement of a template ends; the cells of a row are one statement.
_BLOCK_TAG = re.compile(r"</?(?:p|li|dd|dt|tr|div|blockquote|h[1-6])\b[^>]*>?")
_CODE_ELEMENT = re.compile(r"<(pre|code)\b.*?</\1>", re.DOTALL)
_CELL, _TAG = re.compile(r"</t[dh]>"), re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Place:
    """Citations that stand together, and what of the text gives way to their notes.

    `stop` is written before the notes: the full stop that stood behind them; then comes `gap`.
    """

    group: tuple[Citation, ...]
    start: int
    end: int
    stop: str = ""
    gap: str = ""

    @property
    def is_sourced(self) -> bool:
        """Whether a number is written here."""
        return any(cite.id not in MARKS for each in self.group for cite in each.cites)

    def note(self, notes: Notes, *, mistakable: bool = False) -> str:
        """What is written here, as HTML."""
        return self.stop + written(self.group, notes, gap=self.gap, mistakable=mistakable)


def mistakable(block: Sequence[Place], before: Sequence[str], code: str) -> list[bool]:
    """Which places of one statement would be read as part of what a later number covers.

    Args:
        block: The places, in order.
        before: The text between each and the place before it.
        code: The code of the language: words that say "we" are not taken for a source's.
    """
    last = max((at for at, place in enumerate(block) if place.is_sourced), default=-1)
    return [at < last and not says_we(text, code) for at, text in enumerate(before)]


def places(text: str, notes: Notes) -> Iterator[Place]:
    """The places of all citations in a text, in order.

    A citation that cannot be resolved is left as written: the check has named it.
    """
    position = 0
    for group in _adjacent(text, notes):
        place = _place(text, position, tuple(group))
        position = place.end
        yield place


def _place(text: str, position: int, group: tuple[Citation, ...]) -> Place:
    start, end = group[0].start, group[-1].end
    if group[0].in_text or _opens(text, start):
        return Place(group, start, end)
    stop = _AFTER.match(text, end)
    before = _BEFORE.sub("", text[position:start])
    start = position + len(before)
    if stop:
        return Place(group, start, stop.end(), stop.group(), GAP)
    return Place(group, start, end, "", "" if _OPENED.search(before) else GAP)


def apply_notes(html: str, notes: Notes) -> str:
    """Finished HTML, such as a template gives, with every citation replaced by its note."""
    out: list[str] = []
    position = 0
    # Code is shown as it was typed.
    text = _CODE_ELEMENT.sub(lambda code: " " * len(code.group()), html)
    for place, told in _told_apart(html, list(places(text, notes)), notes.words.code):
        out += [html[position : place.start], place.note(notes, mistakable=told)]
        position = place.end
    out.append(html[position:])
    return _without_escapes("".join(out))


def _told_apart(html: str, found: list[Place], code: str) -> Iterator[tuple[Place, bool]]:
    """Each place, and whether it would be read as part of what a later number covers."""
    blocks: list[list[Place]] = [[]]
    before: list[list[str]] = [[]]
    position = 0
    for place in found:
        parts = _BLOCK_TAG.split(html[position : place.start])
        if blocks[-1] and len(parts) > 1:
            blocks.append([])
            before.append([])
        blocks[-1].append(place)
        before[-1].append(_TAG.sub("", _CELL.sub("\n", parts[-1])))
        position = place.end
    for block, texts in zip(blocks, before, strict=True):
        yield from zip(block, mistakable(block, texts, code), strict=True)


def _without_escapes(text: str) -> str:
    """The text less the backslash before an @ that is no citation."""
    masked = mask_code(_CODE_ELEMENT.sub(lambda code: " " * len(code.group()), text))
    found = [match.start() for match in _ESCAPED.finditer(masked)]
    starts = [0, *(place + 1 for place in found)]
    return "".join(text[start:end] for start, end in zip(starts, [*found, None], strict=True))


def _adjacent(text: str, notes: Notes) -> list[list[Citation]]:
    """The citations that can be resolved; brackets with nothing between are one group."""
    groups: list[list[Citation]] = []
    for citation in find_citations(text):
        known = all(cite.id in notes.sources or cite.id in MARKS for cite in citation.cites)
        if citation.fault or not citation.cites or not known:
            continue
        last = groups[-1][-1] if groups else None
        joined = last and not (last.in_text or citation.in_text)
        if last and joined and _BETWEEN.fullmatch(text, last.end, citation.start):
            groups[-1].append(citation)
        else:
            groups.append([citation])
    return groups


def _opens(text: str, start: int) -> bool:
    """Whether a paragraph, an item or a quotation begins here: no statement stands before."""
    rows = text[:start].rsplit("\n", 2)
    if _ITEM.fullmatch(rows[-1]):
        return True
    above = rows[-2] if len(rows) > 1 else ""
    return bool(_QUOTED.fullmatch(rows[-1]) and _QUOTED.fullmatch(above))
