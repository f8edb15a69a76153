"""The citations of a page as an extension of Python-Markdown.

The text is read piece by piece and not in the order of the page. So citations are found first,
each in its piece, and numbered when the whole page is a tree: over the text and over finished
HTML, which may cite as well.
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

from scripts.bibliography.note_places import Place, apply_notes, mistakable, places
from scripts.bibliography.notes import Notes
from scripts.content.markdown import links

# After code is set aside (190), and before a backslash (180) or a link (170) is read.
_FIND = 185
# After headings have their classes (8), and before the list of headings is made (5).
_NUMBER = 7
_PLACE = "citations"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What one statement stands in; the cells of a row are one.
_STATEMENTS = frozenset({"p", "li", "dd", "dt", "tr", "blockquote", *_HEADINGS})


@dataclass(frozen=True)
class PageNotes:
    """What the notes of a page are made from.

    `editorial` is the mark of this site's own text, as HTML. `references` makes the list of
    references, "" if nothing is cited, and `title` is its heading.
    """

    notes: Notes
    editorial: str
    references: Callable[[Notes], str]
    title: str


class NoteExtension(Extension):
    """Numbers the citations of one page, marks its own sections, and lists its references."""

    def __init__(self, made: PageNotes) -> None:
        super().__init__()
        self._made = made

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register both steps."""
        found: list[Place] = []
        md.inlinePatterns.register(_Finder(found, self._made.notes), "citations", _FIND)
        md.treeprocessors.register(_Numberer(md, found, self._made), "notes", _NUMBER)


class _Finder(InlineProcessor):
    """Puts an element in the place of citations that stand together."""

    ANCESTOR_EXCLUDES = ("a", *_HEADINGS)

    def __init__(self, found: list[Place], notes: Notes) -> None:
        super().__init__(r"\[(?=[^\[\]\n]*@)|@(?=[a-z0-9])")
        self._found, self._notes = found, notes

    def handleMatch(  # noqa: N802 - the name is Python-Markdown's
        self, match: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The element, and what of the text it stands for; nothing if this is no citation."""
        start = match.start()
        for place in places(data, self._notes):
            if place.group[0].start == start and not _in_link(data, start):
                self._found.append(place)
                element = Element(_PLACE, {"at": str(len(self._found) - 1)})
                return element, place.start, place.end
        return None, None, None


def _in_link(text: str, start: int) -> bool:
    return any(link.start <= start < link.end for link in links(text))


@dataclass
class _Statement:
    """The numbers of the places in one statement, the text before each, and the text since."""

    places: list[int] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    text: str = ""

    def end_at(self, place: int) -> None:
        """Go on behind a place."""
        self.places.append(place)
        self.before.append(self.text)
        self.text = ""


class _Numberer(Treeprocessor):
    """Numbers what was found in the order of the page, and adds what stands below headings."""

    def __init__(self, md: Markdown, found: list[Place], made: PageNotes) -> None:
        super().__init__(md)
        self._found, self._made = found, made
        # Places whose own words would be read as those of a later number.
        self._mistakable: set[int] = set()

    def run(self, root: Element) -> None:
        """Change the tree of a page in its place."""
        self._tell_apart(root, _Statement())
        self._number(root)
        for parent in list(root.iter()):
            for heading in [each for each in parent if each.tag in _HEADINGS]:
                if "editorial" in heading.get("class", "").split():
                    at = list(parent).index(heading) + 1
                    parent.insert(at, self._block(self._made.editorial))
        listed = self._made.references(self._made.notes)
        if listed:
            heading = SubElement(root, "h2", {"id": "references"})
            heading.text, heading.tail = self._made.title, "\n"
            root.append(self._block(listed))

    def _tell_apart(self, element: Element, around: _Statement) -> None:
        """Collect the places of each statement; `around` is the one that the element is part of."""
        around.text += element.text or ""
        for child in element:
            if child.tag == _PLACE:
                around.end_at(int(child.get("at", "")))
            elif child.tag in _STATEMENTS:
                own = _Statement()
                self._tell_apart(child, own)
                found = [self._found[at] for at in own.places]
                told = mistakable(found, own.before, self._made.notes.words.code)
                self._mistakable |= {
                    at for at, apart in zip(own.places, told, strict=True) if apart
                }
            else:
                self._tell_apart(child, around)
                around.text += "\n" if child.tag == "td" else ""
            around.text += child.tail or ""

    def _number(self, element: Element) -> None:
        """Number the notes below an element; a note is HTML in the text before it."""
        self._number_html(element.text)
        last: Element | None = None
        for child in list(element):
            if child.tag == _PLACE:
                place = self._found[int(child.get("at", ""))]
                told = int(child.get("at", "")) in self._mistakable
                note = place.note(self._made.notes, mistakable=told)
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
        """Number the notes in finished HTML that stands in a text."""
        stash = self.md.htmlStash.rawHtmlBlocks
        for match in HTML_PLACEHOLDER_RE.finditer(text or ""):
            html = stash[int(match.group(1))]
            if isinstance(html, str) and "@" in html:
                stash[int(match.group(1))] = apply_notes(html, self._made.notes)

    def _block(self, html: str) -> Element:
        block = Element("p")
        block.text, block.tail = self.md.htmlStash.store(html), "\n"
        return block
