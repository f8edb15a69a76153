"""Turns ready-made texts into boxes with a copy button.

A blockquote in a section written by the editors (`.editorial`) quotes nobody: it is a letter or a
motion for readers to use verbatim. Elsewhere a blockquote is a quotation, and stays one.
"""

from __future__ import annotations

from lxml.html import Element, HtmlElement

from scripts.web.article import by_class, wrap


def offer_ready_texts(article: HtmlElement, label: str) -> None:
    """Wrap each ready-made text of an article in a box; `label` is that of its button."""
    for quotation in article.xpath(".//blockquote"):
        headings = quotation.xpath("preceding-sibling::h2[1]")
        if headings and "editorial" in headings[0].classes and not by_class(quotation, "cite"):
            box = Element("div", {"class": "ready-text", "data-cited": ""})
            wrap(box, [quotation])
            quotation.tag = "div"
            quotation.set("data-ready-text", "")
            box.append(_button(label))


def _button(label: str) -> HtmlElement:
    row = Element("p", {"class": "scripted", "data-pagefind-ignore": ""})
    button = Element(
        "button",
        {"class": "tool", "type": "button", "data-copy": "ready-text", "aria-live": "polite"},
    )
    button.text = label
    row.append(button)
    return row
