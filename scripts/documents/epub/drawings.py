"""The pictures of a book: files that editors added, and drawings as an SVG file each.

A drawing on a page is drawn by the site's style sheet. In a book it stands alone: on a ground of
its own, so that it can be read whatever colours the reader has chosen, and without links, which
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
# The parts of the site's style sheet that draw.
_PARTS = ("figures", "evidence", "phase-wheel")
_FIGURE = re.compile(r'<figure class="(?P<class>[^"]*)"')
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
# A drawing that stands twice, the second time for phones.
_UPRIGHT = re.compile(r'<svg class="[\w-]*-upright".*?</svg>\s*', re.DOTALL)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)
_LABEL = re.compile(r'<svg [^>]*aria-label="([^"]*)"')
# Rules for a window of some width or colours, as StyleSheet writes them.
_OF_WINDOWS = re.compile(r"@media\([^)]*\)\{(?:[^{}]*\{[^{}]*\})*\}")
# How much of its width a drawing gets more at either side.
_ROOM = 0.03
_SVG = "http://www.w3.org/2000/svg"
# What a picture can do without: where it leads, and what stands in the `alt` of the page.
_UNUSED = {"href", "role", "focusable", "tabindex"}


class Drawings:
    """Collects the pictures of a book: `files` by path, equal ones once."""

    def __init__(self, project: Project) -> None:
        tokens = read_tokens(project)
        parts = (project.styles / f"{name}.css" for name in _PARTS)
        # The typefaces of the site are not in the book.
        css = "\n".join(map(_read, parts)).replace("var(--serif)", "serif")
        self._sheet = StyleSheet(tokens.resolved(css))
        own = tokens.resolved(_read(project.print_templates / "epub" / "drawing.css"))
        self._own = StyleSheet(own).whole
        self.files: dict[str, bytes] = {}

    def taken(self, article: str) -> str:
        """The HTML of an article with a picture in the place of each drawing."""
        article = _UPRIGHT.sub("", article)
        return _DRAWING.sub(lambda found: self._picture(found, article), article)

    def picture(self, path: Path) -> str:
        """What a file that a page shows is called in the book."""
        return self._kept(path.read_bytes(), path.suffix.lower())

    def _kept(self, data: bytes, suffix: str) -> str:
        name = f"{FOLDER}/{sha256(data).hexdigest()[:12]}{suffix}"
        self.files[name] = data
        return name

    def _picture(self, found: re.Match[str], article: str) -> str:
        svg, before = found.group(), article[: found.start()]
        title = _TITLE.search(svg)
        label = _LABEL.match(svg)
        text = unescape(label[1] if label else "")
        if not label and title and "aria-labelledby" in svg.partition(">")[0]:
            text = unescape(title[1])
        name = self._kept(self._standing_alone(svg, _figure_around(before)), ".svg")
        kind = "drawing" if text else "sign"
        return f'<img class="{kind}" src="{name}" alt="{escape(text)}">'

    def _standing_alone(self, svg: str, around: str) -> bytes:
        """A drawing as a file, `around` being the classes of the figure that it stood in."""
        root = etree.fromstring(svg.replace("<svg", f'<svg xmlns="{_SVG}"', 1))
        for element in root.iter(f"{{{_SVG}}}*"):
            tag = etree.QName(element).localname
            if tag == "a":
                element.tag = f"{{{_SVG}}}g"
            for name in list(element.attrib):
                # A part of the same drawing that stands there again.
                again = tag == "use" and name == "href"
                if not again and (name in _UNUSED or name.startswith("aria-")):
                    del element.attrib[name]
        if root.find(f".//{{{_SVG}}}text") is not None:
            _make_room(root)
        left, top, width, height = root.get("viewBox").split()
        # In a group, since what styles say of a figure's room must not move the drawing.
        classes = f"{around} {root.attrib.pop('class', '')}".split()
        drawn = etree.Element(f"{{{_SVG}}}g", {"class": " ".join(classes)})
        drawn[:] = root[:]
        if root.get("preserveAspectRatio") != "none":
            # All of it is shown, whatever the shape of its room.
            root.attrib.pop("preserveAspectRatio", None)
            root.set("width", width)
            root.set("height", height)
        ground = etree.Element(
            f"{{{_SVG}}}rect", {"class": "ground", "x": left, "y": top}, width=width, height=height
        )
        style = etree.Element(f"{{{_SVG}}}style")
        words = names_in(svg) | set(classes)
        style.text = f"{_OF_WINDOWS.sub('', self._sheet.used(words, set()))}{self._own}"
        root[:] = [style, ground, drawn]
        text = etree.tostring(root, encoding="unicode")
        return f"{text}\n".encode()


def _make_room(root: etree._Element) -> None:
    """A margin at either side: the letters of a reader may be wider than the site's."""
    left, top, width, height = map(float, root.get("viewBox").split())
    room = round(width * _ROOM, 1)
    root.set("viewBox", f"{left - room:g} {top:g} {width + 2 * room:g} {height:g}")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _figure_around(before: str) -> str:
    """The classes of the figure that is open where `before` ends."""
    figures = list(_FIGURE.finditer(before))
    if not figures or "</figure>" in before[figures[-1].end() :]:
        return ""
    return figures[-1]["class"]
