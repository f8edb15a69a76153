"""Prepares inline drawings (SVG) for PDFs: print styles and alternative texts."""

from __future__ import annotations

from lxml.html import Element, HtmlElement

from scripts.common.paths import Project
from scripts.web.article import by_class
from scripts.web.tokens import read_tokens


def prepare_drawings(root: HtmlElement, project: Project) -> None:
    """Style each drawing of the tree for print, and make the text below it its title.

    WeasyPrint does not apply a document's style sheets to inline SVG, so each gets its own. Of the
    two versions on a page, the wide one is kept. The equivalent text becomes the alternative text
    for screen readers, and is not printed.
    """
    # The background is white on paper.
    shared = project.styles / "drawings.css"
    rules = shared.read_text(encoding="utf-8").replace("var(--ground)", "var(--paper)")
    own = (project.print_templates / "drawings.css").read_text(encoding="utf-8")
    style = read_tokens(project).resolved(own + rules)
    for drawn in by_class(root, "drawn"):
        for narrow in by_class(drawn, "drawn-upright"):
            narrow.drop_tree()
        twins = by_class(drawn.getparent(), "twin")
        for symbol in drawn.xpath(".//li//svg"):
            # PDF/UA requires alternative text for every image, even beside a caption.
            caption = symbol.getparent().text_content().strip()
            picture = drawn.find("svg").get("aria-label", "")
            symbol.insert(0, _element("title", f"{picture}: {caption}"))
        for drawing in drawn.iter("svg"):
            drawing.insert(0, _element("style", style))
        for drawing in by_class(drawn, "drawn-wide"):
            texts = [
                text for twin in twins for text in twin.xpath("./*[not(self::summary)]//text()")
            ]
            name = drawing.attrib.pop("aria-label", "")
            drawing.insert(0, _element("title", f"{name}: {' '.join(' '.join(texts).split())}"))
        for twin in twins:
            twin.drop_tree()
        drawn.set("class", "as-drawn")


def _element(tag: str, text: str) -> HtmlElement:
    element: HtmlElement = Element(tag)
    element.text = text
    return element
