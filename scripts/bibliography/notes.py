"""Renders the citations of a page as numbered notes and a list of references."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from scripts.bibliography.apa import Bibliography
from scripts.bibliography.note_marks import Mark, brackets
from scripts.content.citations import MARKS, Citation, Cite
from scripts.content.evidence_classes import EVIDENCE_CLASSES
from scripts.content.records import Name
from scripts.content.sources import Source
from scripts.language.messages import Messages
from scripts.web.article import GAP

# Up to this many characters, a bracketed mark is never broken across lines.
_ON_ONE_LINE = 16


@dataclass
class Notes:
    """The sources cited so far on one page, numbered by first appearance.

    `brackets` counts the bracketed marks, and `uses` holds the numbers of those that cite a
    source.
    """

    sources: Mapping[str, Source]
    words: Messages
    about_link: str
    numbers: dict[str, int] = field(default_factory=dict)
    uses: dict[str, list[int]] = field(default_factory=dict)
    brackets: int = 0

    def number(self, id_: str) -> int:
        """The number of a source; records its use in the current brackets."""
        places = self.uses.setdefault(id_, [])
        if self.brackets not in places:
            places.append(self.brackets)
        return self.numbers.setdefault(id_, len(self.numbers) + 1)


def render_notes(
    group: Sequence[Citation], notes: Notes, *, gap: str = GAP, ambiguous: bool = False
) -> str:
    """Number adjacent citations, and render them as HTML.

    Args:
        group: The citations.
        notes: The page's notes.
        gap: The space between them and the preceding text.
        ambiguous: Whether a later note in the statement would be read as the source of this
            site's own words too. A visible word then says that they are the site's.
    """
    if group[0].in_text:
        return _author(group[0], notes)
    return _marks([cite for citation in group for cite in citation.cites], notes, gap, ambiguous)


def _marks(cites: Sequence[Cite], notes: Notes, gap: str, ambiguous: bool) -> str:
    words = notes.words
    sourced = [cite for cite in cites if cite.id not in MARKS]
    ids = {cite.id for cite in cites}
    is_editorial = "editorial" in ids
    parts = []
    if sourced:
        parts.append(gap + _brackets(sourced, notes, words("note.own") if is_editorial else ""))
    elif is_editorial and ambiguous:
        parts.append(f'{gap}<sup class="ours">[{escape(words("note.ours"))}]</sup>')
    elif is_editorial:
        # Hidden by default: docs/assets/js/source-marks.js shows it to auditors.
        label = escape(words("mark.editorial"))
        parts.append(f'<span class="mark" data-quiet hidden>{gap}{label}</span>')
    if "own-translation" in ids:
        label = escape(words("mark.own-translation"))
        parts.append(f'{GAP if parts else gap}<span class="mark">({label})</span>')
    return "".join(parts)


def _brackets(cites: Sequence[Cite], notes: Notes, word: str) -> str:
    notes.brackets += 1
    marks = [Mark(notes.number(cite.id), cite.locator) for cite in cites]
    spoken = notes.words("note"), notes.words("note.to")

    def link(mark: Mark, last: int) -> str:
        # The accessible name contains the visible label, for voice control (WCAG 2.5.3).
        label = f"{spoken[0]} {mark.text}" + (f" {spoken[1]} {last}" if last else "")
        return (
            f'<a href="#ref-{mark.number}" aria-label="{escape(label)}">'
            f"{escape(mark.text, quote=False)}</a>"
        )

    inside = brackets(marks, link, escape(word))
    shown = len(re.sub(r"<[^>]*>", "", inside))
    look = "cite" if shown <= _ON_ONE_LINE else "cite cite-long"
    return f'<sup class="{look}" id="cite-{notes.brackets}">{inside}</sup>'


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
    return escape(name, quote=False) + _marks([cite], notes, GAP, False)


def _family(author: Name) -> str:
    return author["literal"] if "literal" in author else author["family"]


def reference_list(notes: Notes, bibliography: Bibliography) -> str:
    """The references of the page as HTML, "" when nothing is cited.

    `data-notes` is the number of items: browsers estimate the height of the list from it while
    its layout is deferred (see notes.css).
    """
    if not notes.numbers:
        return ""
    items = [
        _reference(number, notes.sources[id_], notes, bibliography)
        for id_, number in notes.numbers.items()
    ]
    return (
        f"{_how_to_read(notes)}"
        f'<ol class="references" data-notes="{len(items)}">\n{"".join(items)}</ol>\n'
    )


def _how_to_read(notes: Notes) -> str:
    """The explanation of note numbers, and the button that shows source marks to auditors.

    The second paragraph explains the source marks, and is shown with them.
    """
    words = notes.words
    cited = [notes.sources[id_] for id_ in notes.numbers]
    kinds = ", ".join(
        f"<b>{escape(each.letter(words))}</b> {escape(each.name(words))}"
        for each in dict.fromkeys(EVIDENCE_CLASSES[source.evidence] for source in cited)
    )
    more = f'<a href="{notes.about_link}">{escape(words("note.more"))}</a>'
    return (
        f'<p class="note-key"><strong>{escape(words("note.key"))}</strong> '
        f"{escape(words('note.rule'))} {more}</p>\n"
        '<button class="note-switch scripted" type="button" aria-pressed="false" '
        f"data-source-marks>{escape(words('source-marks'))}</button>\n"
        f'<p class="note-key" data-source-marks-key hidden>{escape(words("class-key"))} {kinds}. '
        f"{escape(words('read-key'))}</p>\n"
    )


def _reference(number: int, source: Source, notes: Notes, bibliography: Bibliography) -> str:
    words = notes.words
    backs = "".join(
        f'<a href="#cite-{place}" aria-label="{escape(words("back"))} {use}">'
        f"↑{use if len(notes.uses[source.id]) > 1 else ''}</a>"
        for use, place in enumerate(notes.uses[source.id], 1)
    )
    level = source.record["read"]
    note = source.note(words.code)
    return (
        f'<li id="ref-{number}">{evidence_label(source, words)} '
        f"{bibliography.reference(source)} "
        f'<span class="read read-{level}">{escape(words(f"read.{level}"))} '
        f"{escape(note, quote=False)}</span> "
        f'<span class="backs">{backs}</span></li>\n'
    )


def evidence_label(source: Source, words: Messages) -> str:
    """The HTML label of a source's class of evidence, with its letter."""
    kind = EVIDENCE_CLASSES[source.evidence]
    return (
        f'<span class="class class-{kind.code}"><b>{escape(kind.letter(words))}</b> '
        f"{escape(kind.name(words))}</span>"
    )
