"""Completes sentences that only refer to another page, so that they work on paper."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import html
from lxml.html import HtmlElement

# “Les også om …”, “See …”: the start of such a sentence.
_LEADS = re.compile(r"(?:^|[.!?:»’]\s)\s*(?:Les|Se|Read|See)(?:\s\w+){0,2}\s$")
# What may follow the link: the end of the sentence and of its paragraph.
_ENDS = re.compile(r"\s*\.?\s*")
_MARKS = {"cite", "ours", "mark"}


def add_page_hints(elements: Iterable[HtmlElement], site: str, own: str, how: str) -> None:
    """Append `how` to paragraphs and list items whose last sentence only refers to another page.

    Args:
        elements: The printed elements, with absolute links.
        site: The common prefix of the addresses of all pages.
        own: The address of the printed page; links within it are left alone.
        how: A sentence that tells the reader where to find other pages.
    """
    for element in elements:
        for link in list(element.iter("a")):
            address = link.get("href", "")
            within = address.partition("#")[0] == own
            if address.startswith(site) and not within and _only_refers(link):
                hint = html.Element("span")
                hint.text = f" {how}"
                link.getparent().append(hint)


def _only_refers(link: HtmlElement) -> bool:
    parent, before = link.getparent(), link.getprevious()
    if parent.tag not in ("p", "li"):
        return False
    lead = (parent.text if before is None else before.tail) or ""
    return bool(_LEADS.search(lead) and _ENDS.fullmatch(_text_after(link)))


def _text_after(link: HtmlElement) -> str:
    """The text after a link in its paragraph, without marks of evidence."""
    texts = [link.tail or ""]
    for element in link.itersiblings():
        marked = element.tag == "sup" or _MARKS & set((element.get("class") or "").split())
        texts += ["" if marked else element.text_content(), element.tail or ""]
    return "".join(texts)
