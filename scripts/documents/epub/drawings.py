"""The images of a book: files that editors added, and drawings as separate SVG files.

On a page, inline SVG is styled by the site's style sheet. In a book each is a standalone file:
with its own background, so that it is readable in any colour scheme, and without links, which
the text beside it has too.
"""

from __future__ import annotations

import re
from hashlib import sha256
from html import escape, unescape
from pathlib import Path

from lxml import etree

from scripts.common.paths import Project
from scripts.web.critical_css import StyleSheet, names_in
from scripts.web.tokens import read_tokens

FOLDER = "images"
# The site's style sheets for drawings.
_PARTS = ("figures", "evidence", "phase-wheel")
_FIGURE = re.compile(r'<figure class="(?P<class>[^"]*)"')
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
# The second version of a drawing, for phones.
_UPRIGHT = re.compile(r'<svg class="[\w-]*-upright".*?</svg>\s*', re.DOTALL)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)
_LABEL = re.compile(r'<svg [^>]*aria-label="([^"]*)"')
# Media queries, as StyleSheet serialises them.
_OF_WINDOWS = re.compile(r"@media\([^)]*\)\{(?:[^{}]*\{[^{}]*\})*\}")
# The margin at either side, as a fraction of the drawing's width.
_ROOM = 0.03
_SVG = "http://www.w3.org/2000/svg"
# Attributes to drop: links, and what the `alt` of the image says.
_UNUSED = {"href", "role", "focusable", "tabindex"}


class Drawings:
    """Collects the images of a book: `files` by path, deduplicated by content."""

    def __init__(self, project: Project) -> None:
        tokens = read_tokens(project)
        parts = (project.styles / f"{name}.css" for name in _PARTS)
        # The site's fonts are not in the book.
        css = "\n".join(map(_read, parts)).replace("var(--serif)", "serif")
        self._sheet = StyleSheet(tokens.resolved(css))
        own = tokens.resolved(_read(project.print_templates / "epub" / "drawing.css"))
        self._own = StyleSheet(own).whole
        self.files: dict[str, bytes] = {}

    def replaced(self, article: str) -> str:
        """Replace each inline drawing in an article's HTML with an image."""
        article = _UPRIGHT.sub("", article)
        return _DRAWING.sub(lambda match: self._picture(match, article), article)

    def picture(self, path: Path) -> str:
        """Add an image file of a page; returns its path in the book."""
        return self._add(path.read_bytes(), path.suffix.lower())

    def _add(self, data: bytes, suffix: str) -> str:
        name = f"{FOLDER}/{sha256(data).hexdigest()[:12]}{suffix}"
        self.files[name] = data
        return name

    def _picture(self, match: re.Match[str], article: str) -> str:
        svg, before = match.group(), article[: match.start()]
        title = _TITLE.search(svg)
        label = _LABEL.match(svg)
        text = unescape(label[1] if label else "")
        if not label and title and "aria-labelledby" in svg.partition(">")[0]:
            text = unescape(title[1])
        name = self._add(self._standalone(svg, _figure_around(before)), ".svg")
        kind = "drawing" if text else "sign"
        return f'<img class="{kind}" src="{name}" alt="{escape(text)}">'

    def _standalone(self, svg: str, around: str) -> bytes:
        """A drawing as an SVG file; `around` is the class attribute of its figure."""
        root = etree.fromstring(svg.replace("<svg", f'<svg xmlns="{_SVG}"', 1))
        for element in root.iter(f"{{{_SVG}}}*"):
            tag = etree.QName(element).localname
            if tag == "a":
                element.tag = f"{{{_SVG}}}g"
            for name in list(element.attrib):
                # A <use> that repeats a part of the same drawing.
                is_repeat = tag == "use" and name == "href"
                if not is_repeat and (name in _UNUSED or name.startswith("aria-")):
                    del element.attrib[name]
        if root.find(f".//{{{_SVG}}}text") is not None:
            _make_room(root)
        left, top, width, height = root.get("viewBox").split()
        # In a group, so that the layout rules of the figure do not move the drawing.
        classes = f"{around} {root.attrib.pop('class', '')}".split()
        group = etree.Element(f"{{{_SVG}}}g", {"class": " ".join(classes)})
        group[:] = root[:]
        if root.get("preserveAspectRatio") != "none":
            # Shown completely, whatever the aspect ratio of its box.
            root.attrib.pop("preserveAspectRatio", None)
            root.set("width", width)
            root.set("height", height)
        ground = etree.Element(
            f"{{{_SVG}}}rect", {"class": "ground", "x": left, "y": top}, width=width, height=height
        )
        style = etree.Element(f"{{{_SVG}}}style")
        words = names_in(svg) | set(classes)
        style.text = f"{_OF_WINDOWS.sub('', self._sheet.used(words, set()))}{self._own}"
        root[:] = [style, ground, group]
        text = etree.tostring(root, encoding="unicode")
        return f"{text}\n".encode()


def _make_room(root: etree._Element) -> None:
    """Add a margin at either side, since the reader's font may be wider than the site's."""
    left, top, width, height = map(float, root.get("viewBox").split())
    room = round(width * _ROOM, 1)
    root.set("viewBox", f"{left - room:g} {top:g} {width + 2 * room:g} {height:g}")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _figure_around(before: str) -> str:
    """The class attribute of the figure that is still open at the end of `before`."""
    figures = list(_FIGURE.finditer(before))
    if not figures or "</figure>" in before[figures[-1].end() :]:
        return ""
    return figures[-1]["class"]
