"""A Python-Markdown extension that turns citations into numbered notes.

Inline text is not parsed in document order. So an inline processor only finds the citations, and
a tree processor numbers them once the whole page is a tree: those in text and those in stashed
HTML, which may contain citations too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from scripts.bibliography.note_places import NoteGroup, ambiguous, apply_notes, note_groups
from scripts.bibliography.notes import Notes
from scripts.content.markdown import links

# Priorities: after code spans (190), before escapes (180) and links (170);
_FIND = 185
# and after attribute lists (8), before the table of contents (5).
_NUMBER = 7
_PLACEHOLDER = "citations"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Elements that are one statement each; the cells of a row are one statement.
_STATEMENTS = frozenset({"p", "li", "dd", "dt", "tr", "blockquote", *_HEADINGS})


@dataclass(frozen=True)
class PageNotes:
    """The input for the notes of a page.

    `editorial` is the HTML that marks the site's own sections. `references` renders the list of
    references, "" if nothing is cited, and `title` is its heading.
    """

    notes: Notes
    editorial: str
    references: Callable[[Notes], str]
    title: str


class NoteExtension(Extension):
    """Numbers the citations of one page, marks editorial sections, and adds its references."""

    def __init__(self, page_notes: PageNotes) -> None:
        super().__init__()
        self._page_notes = page_notes

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register both processors."""
        groups: list[NoteGroup] = []
        md.inlinePatterns.register(_Finder(groups, self._page_notes.notes), "citations", _FIND)
        md.treeprocessors.register(_Numberer(md, groups, self._page_notes), "notes", _NUMBER)


class _Finder(InlineProcessor):
    """Replaces each group of adjacent citations by a placeholder element."""

    ANCESTOR_EXCLUDES = ("a", *_HEADINGS)

    def __init__(self, groups: list[NoteGroup], notes: Notes) -> None:
        super().__init__(r"\[(?=[^\[\]\n]*@)|@(?=[a-z0-9])")
        self._groups, self._notes = groups, notes

    def handleMatch(  # noqa: N802 - the name is Python-Markdown's
        self, match: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The placeholder and the span that it replaces; nothing if this is no citation."""
        start = match.start()
        for group in note_groups(data, self._notes):
            if group.citations[0].start == start and not _in_link(data, start):
                self._groups.append(group)
                element = Element(_PLACEHOLDER, {"at": str(len(self._groups) - 1)})
                return element, group.start, group.end
        return None, None, None


def _in_link(text: str, start: int) -> bool:
    return any(link.start <= start < link.end for link in links(text))


@dataclass
class _Statement:
    """The indexes of the note groups in one statement, the text before each, and the text since."""

    note_groups: list[int] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    text: str = ""

    def end_at(self, group: int) -> None:
        """Add a note group after the text so far."""
        self.note_groups.append(group)
        self.before.append(self.text)
        self.text = ""


class _Numberer(Treeprocessor):
    """Numbers the citations in document order, and adds editorial marks and the references."""

    def __init__(self, md: Markdown, groups: list[NoteGroup], page_notes: PageNotes) -> None:
        super().__init__(md)
        self._groups, self._page_notes = groups, page_notes
        # Groups without a source, whose text would be attributed to a later note.
        self._ambiguous: set[int] = set()

    def run(self, root: Element) -> None:
        """Modify the tree of a page in place."""
        self._find_ambiguous(root, _Statement())
        self._number(root)
        for parent in list(root.iter()):
            for heading in [each for each in parent if each.tag in _HEADINGS]:
                if "editorial" in heading.get("class", "").split():
                    index = list(parent).index(heading) + 1
                    parent.insert(index, self._block(self._page_notes.editorial))
        references = self._page_notes.references(self._page_notes.notes)
        if references:
            heading = SubElement(root, "h2", {"id": "references"})
            heading.text, heading.tail = self._page_notes.title, "\n"
            root.append(self._block(references))

    def _find_ambiguous(self, element: Element, enclosing: _Statement) -> None:
        """Find the ambiguous groups of each statement; `enclosing` is the parent's statement."""
        enclosing.text += element.text or ""
        for child in element:
            if child.tag == _PLACEHOLDER:
                enclosing.end_at(int(child.get("at", "")))
            elif child.tag in _STATEMENTS:
                statement = _Statement()
                self._find_ambiguous(child, statement)
                groups = [self._groups[index] for index in statement.note_groups]
                code = self._page_notes.notes.words.code
                flags = ambiguous(groups, statement.before, code)
                self._ambiguous |= {
                    index for index, flag in zip(statement.note_groups, flags, strict=True) if flag
                }
            else:
                self._find_ambiguous(child, enclosing)
                enclosing.text += "\n" if child.tag == "td" else ""
            enclosing.text += child.tail or ""

    def _number(self, element: Element) -> None:
        """Number the notes below an element; each becomes stashed HTML in the preceding text."""
        self._number_html(element.text)
        last: Element | None = None
        for child in list(element):
            if child.tag == _PLACEHOLDER:
                group = self._groups[int(child.get("at", ""))]
                is_ambiguous = int(child.get("at", "")) in self._ambiguous
                note = group.note(self._page_notes.notes, ambiguous=is_ambiguous)
                text = self.md.htmlStash.store(note) + (child.tail or "")
                element.remove(child)
                if last is None:
                    element.text = (element.text or "") + text
                else:
                    last.tail = (last.tail or "") + text
            else:
                self._number(child)
                last = child
            self._number_html(child.tail)

    def _number_html(self, text: str | None) -> None:
        """Number the notes in stashed HTML that a text refers to."""
        stash = self.md.htmlStash.rawHtmlBlocks
        for match in HTML_PLACEHOLDER_RE.finditer(text or ""):
            html = stash[int(match.group(1))]
            if isinstance(html, str) and "@" in html:
                stash[int(match.group(1))] = apply_notes(html, self._page_notes.notes)

    def _block(self, html: str) -> Element:
        block = Element("p")
        block.text, block.tail = self.md.htmlStash.store(html), "\n"
        return block
