"""Texts that are ready to be sent, as plain boxes with a button that copies them.

A quotation in a section of our own (`.editorial`) quotes nobody: it is a letter, or a motion, for
readers to use as it stands. Elsewhere a quotation is one, and stays so.
"""

from __future__ import annotations

from lxml.html import Element, HtmlElement

from scripts.web.article import having, wrap


def offer_ready_texts(article: HtmlElement, label: str) -> None:
    """Put each text that is ready to be sent in a box; `label` is what its button says."""
    for quotation in article.xpath(".//blockquote"):
        headings = quotation.xpath("preceding-sibling::h2[1]")
        if headings and "editorial" in headings[0].classes and not having(quotation, "cite"):
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
