"""Turns the citations of a page into numbered notes and a list of references."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from scripts.bibliography.apa import Bibliography
from scripts.content.citations import MARKS, Citation, Cite
from scripts.content.records import Name
from scripts.content.sources import Source
from scripts.language.messages import Words
from scripts.web.article import GAP


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


def written(group: Sequence[Citation], notes: Notes) -> str:
    """Citations that stand together, as HTML: the notes are numbered now."""
    if group[0].in_text:
        return _author(group[0], notes)
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


def _family(author: Name) -> str:
    return author["literal"] if "literal" in author else author["family"]


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
        f'<ol class="references" data-notes="{len(items)}">\n{"".join(items)}</ol>\n'
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
