"""The pictures that a page draws from data, for paper: in ink, with their words beside them."""

from __future__ import annotations

from lxml.html import Element, HtmlElement

from scripts.common.paths import Project
from scripts.web.article import by_class
from scripts.web.tokens import read_tokens


def draw(root: HtmlElement, project: Project) -> None:
    """Dress each drawing of the tree, and let the words below it stand for it.

    The rules of a document do not reach into a drawing in WeasyPrint, so each gets its own.
    Of the two that a page holds, paper takes the wide one. The text that says the same is
    what is read aloud instead, and is not printed beside it.
    """
    # What a page has for ground is white here.
    shared = project.styles / "drawings.css"
    rules = shared.read_text(encoding="utf-8").replace("var(--ground)", "var(--paper)")
    own = (project.print_templates / "drawings.css").read_text(encoding="utf-8")
    style = read_tokens(project).resolved(own + rules)
    for drawn in by_class(root, "drawn"):
        for narrow in by_class(drawn, "drawn-upright"):
            narrow.drop_tree()
        twins = by_class(drawn.getparent(), "twin")
        for sign in drawn.xpath(".//li//svg"):
            # PDF/UA knows no picture without a text, though the words stand beside it.
            key = sign.getparent().text_content().strip()
            picture = drawn.find("svg").get("aria-label", "")
            sign.insert(0, _element("title", f"{picture}: {key}"))
        for drawing in drawn.iter("svg"):
            drawing.insert(0, _element("style", style))
        for drawing in by_class(drawn, "drawn-wide"):
            said = [
                text for twin in twins for text in twin.xpath("./*[not(self::summary)]//text()")
            ]
            name = drawing.attrib.pop("aria-label", "")
            drawing.insert(0, _element("title", f"{name}: {' '.join(' '.join(said).split())}"))
        for twin in twins:
            twin.drop_tree()
        drawn.set("class", "as-drawn")


def _element(tag: str, text: str) -> HtmlElement:
    element: HtmlElement = Element(tag)
    element.text = text
    return element
