"""On paper, a sentence that only leads to another page says how to get there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import html
from lxml.html import HtmlElement

# “Les også om …”, “See …”: the words that such a sentence begins with.
_LEADS = re.compile(r"(?:^|[.!?:»’]\s)\s*(?:Les|Se|Read|See)(?:\s\w+){0,2}\s$")
# What may follow the link: the end of the sentence, which is the last of its paragraph.
_ENDS = re.compile(r"\s*\.?\s*")
_MARKS = {"cite", "ours", "mark"}


def tell_where(elements: Iterable[HtmlElement], site: str, own: str, how: str) -> None:
    """Add `how` after each last sentence of a paragraph or point that only leads elsewhere.

    Args:
        elements: What is printed, with whole addresses.
        site: The address that those of all pages begin with.
        own: The address of the page that is printed; what leads within it is at hand.
        how: A sentence that tells where the reader finds it.
    """
    for element in elements:
        for link in list(element.iter("a")):
            address = link.get("href", "")
            within = address.partition("#")[0] == own
            if address.startswith(site) and not within and _only_leads(link):
                said = html.Element("span")
                said.text = f" {how}"
                link.getparent().append(said)


def _only_leads(link: HtmlElement) -> bool:
    parent, before = link.getparent(), link.getprevious()
    if parent.tag not in ("p", "li"):
        return False
    lead = (parent.text if before is None else before.tail) or ""
    return bool(_LEADS.search(lead) and _ENDS.fullmatch(_behind(link)))


def _behind(link: HtmlElement) -> str:
    """What stands behind a link in its paragraph, less marks of evidence."""
    found = [link.tail or ""]
    for element in link.itersiblings():
        marked = element.tag == "sup" or _MARKS & set((element.get("class") or "").split())
        found += ["" if marked else element.text_content(), element.tail or ""]
    return "".join(found)
