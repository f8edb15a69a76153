"""Turns the citations of a page into numbered notes and a list of references."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape

from scripts.bibliography.apa import Bibliography
from scripts.content.citations import MARKS, Citation, Cite, find_citations
from scripts.content.markdown import headings, mask_code
from scripts.content.sources import Source
from scripts.language.messages import Words
from scripts.web.article import GAP

# A note mark stands after the full stop or comma that closes its statement.
_BEFORE = re.compile(r"[ \t]*(?:\n[ \t>]*)?\Z")
_AFTER = re.compile(r"[.,;:]")
_BETWEEN = re.compile(r"[ \t]*(?:\n[ \t>]*)?")
# What may stand before the first word of an item, a definition or a heading.
_ITEM = re.compile(r"[ \t>]*(?:(?:[-*+:]|\d+\.|#{1,6})[ \t]+)+")
_QUOTED = re.compile(r"[ \t>]*")
_ESCAPED = re.compile(r"(?<!\\)\\(?=@)")


@dataclass
class Notes:
    """The sources cited so far on one page, numbered as they first appear."""

    sources: Mapping[str, Source]
    words: Words
    about_link: str
    numbers: dict[str, int] = field(default_factory=dict)
    uses: dict[str, int] = field(default_factory=dict)

    def number(self, cite: Cite) -> tuple[int, int]:
        """The number of the source and how often it has been cited until now."""
        number = self.numbers.setdefault(cite.id, len(self.numbers) + 1)
        self.uses[cite.id] = self.uses.get(cite.id, 0) + 1
        return number, self.uses[cite.id]


def apply_notes(text: str, notes: Notes) -> str:
    """The Markdown with every citation replaced by its mark.

    A citation that cannot be resolved is left as written: the check has named it.
    """
    out: list[str] = []
    position = 0
    for group in _adjacent(text, notes):
        before, end = text[position : group[0].start], group[-1].end
        if group[0].in_text:
            out += [before, _author(group[0], notes)]
        elif _opens(text, group[0].start):
            out += [before, _marks(group, notes)]
        else:
            stop = _AFTER.match(text, end)
            out += [
                _BEFORE.sub("", before),
                stop.group() if stop else "",
                GAP,
                _marks(group, notes),
            ]
            end = stop.end() if stop else end
        position = end
    out.append(text[position:])
    return _without_escapes("".join(out))


def _without_escapes(text: str) -> str:
    """The Markdown less the backslash before an @ that is no citation."""
    places = [match.start() for match in _ESCAPED.finditer(mask_code(text))]
    starts = [0, *(place + 1 for place in places)]
    return "".join(text[start:end] for start, end in zip(starts, [*places, None], strict=True))


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


def _marks(group: list[Citation], notes: Notes) -> str:
    return GAP.join(_mark(cite, notes) for citation in group for cite in citation.cites)


def _mark(cite: Cite, notes: Notes) -> str:
    words = notes.words
    if cite.id in MARKS:
        label = escape(words(f"mark.{cite.id}"))
        return (
            f'<a class="mark mark-{cite.id}" href="{notes.about_link}" data-mark="{cite.id}">'
            f"{label}</a>"
        )
    number, use = notes.number(cite)
    evidence = notes.sources[cite.id].evidence
    locator = f", {escape(cite.locator)}" if cite.locator else ""
    letter = escape(words(f"class.{evidence}.letter"))
    # What is seen stands whole in what is said, for those who point by voice (WCAG 2.5.3).
    kind = escape(words(f"class.{evidence}"))
    spoken = f"{escape(words('note'))} {number}{letter}{locator}, {kind}"
    return (
        f'<sup class="cite cite-{evidence}" id="cite-{number}-{use}">'
        f'<a href="#ref-{number}" aria-label="{spoken}">'
        f"{number}<span>{letter}</span>{locator}</a></sup>"
    )


def _author(citation: Citation, notes: Notes) -> str:
    cite = citation.cites[0]
    record = notes.sources[cite.id].record
    names = [_family(author) for author in record.get("author", [])]
    if len(names) > 2:
        name = f"{names[0]} {notes.words('et-al')}"
    elif names:
        name = f" {notes.words('and')} ".join(names)
    else:
        name = str(record.get("publisher") or record["title"])
    return escape(name, quote=False) + GAP + _mark(cite, notes)


def _family(author: Mapping[str, str]) -> str:
    return author.get("literal") or author["family"]


def reference_list(notes: Notes, bibliography: Bibliography) -> str:
    """The references of the page as HTML, "" when nothing is cited.

    The list says how many it holds: a browser that puts off the layout of what is out of
    view (see notes.css) reckons its height from that.
    """
    if not notes.numbers:
        return ""
    items = [
        _reference(number, notes.sources[id_], notes, bibliography)
        for id_, number in notes.numbers.items()
    ]
    words = notes.words
    key = " · ".join(
        f"<b>{escape(words(f'class.{name}.letter'))}</b> {escape(words(f'class.{name}'))}"
        for name in dict.fromkeys(notes.sources[id_].evidence for id_ in notes.numbers)
    )
    return (
        f'<p class="class-key">{escape(words("class-key"))} {key}</p>\n'
        f'<ol class="references" style="--notes: {len(items)}">\n{"".join(items)}</ol>\n'
    )


def _reference(number: int, source: Source, notes: Notes, bibliography: Bibliography) -> str:
    words = notes.words
    evidence = source.evidence
    uses = notes.uses[source.id]
    backs = "".join(
        f'<a href="#cite-{number}-{use}" aria-label="{escape(words("back"))} {use}">'
        f"↑{use if uses > 1 else ''}</a>"
        for use in range(1, uses + 1)
    )
    read = words(f"read.{source.record['read']}")
    note = source.note(words.code)
    return (
        f'<li id="ref-{number}"><span class="class class-{evidence}">'
        f"{escape(words(f'class.{evidence}'))}</span> "
        f"{bibliography.reference(source)} "
        f'<span class="read">{escape(read)} {escape(note, quote=False)}</span> '
        f'<span class="backs">{backs}</span></li>\n'
    )


def note_editorial_sections(text: str, label: Callable[[], str]) -> str:
    """Put the mark of this site's own text under each editorial heading."""
    out: list[str] = []
    position = 0
    for heading in headings(text):
        if "editorial" in heading.classes:
            out += [text[position : heading.end], f"\n\n{label()}\n"]
            position = heading.end
    out.append(text[position:])
    return "".join(out)
