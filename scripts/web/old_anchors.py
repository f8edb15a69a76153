"""Anchors that a page had in a published edition, put where their text stands now.

They work without a script: an anchor on the same page stands in its new heading, and one whose
text went elsewhere leads to a line at the end of the page that says so, to those alone who were
led to it (`.moved` in overrides/styles). Anchors of which the same is to be said share a line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement


@dataclass(frozen=True)
class OldAnchor:
    """An anchor of before: `at` is an anchor of this page, else there is a line of its own.

    The line is `text` and, with an address, a link to it.
    """

    name: str
    at: str = ""
    text: str = ""
    link: str = ""
    label: str = ""


def keep_anchors(article: HtmlElement, old: Iterable[OldAnchor]) -> None:
    """Put old anchors into an article; one that stands there already is left alone.

    Raises:
        LookupError: the anchor that an old one leads to is not in the article.
    """
    ids = {str(element.get("id")): element for element in article.iter() if element.get("id")}
    lines: dict[tuple[str, str], HtmlElement] = {}
    for each in old:
        if each.name in ids:
            continue
        if not each.at:
            said = (each.text, each.link)
            if said in lines:
                # Before the line: a style sees what stands before an element, not what it holds.
                lines[said].addprevious(html.Element("span", id=each.name))
            else:
                lines[said] = _line(each)
                block = html.Element("div", {"class": "moved", "data-pagefind-ignore": ""})
                block.extend((html.Element("span", id=each.name), lines[said]))
                article.append(block)
        elif each.at in ids:
            _into(ids[each.at], each.name)
        else:
            raise LookupError(each.at)


def _into(target: HtmlElement, name: str) -> None:
    if target.tag == "div" and target.getparent().tag == "dl":
        # A group of a list of terms may hold nothing but the term and what it means.
        target = target.find("dt")
    span = html.Element("span", id=name)
    span.tail, target.text = target.text, None
    target.insert(0, span)


def _line(each: OldAnchor) -> HtmlElement:
    line = html.Element("p", {"class": "notice"})
    line.text = each.text
    if each.link:
        line.text = f"{each.text} "
        link = html.Element("a", href=each.link)
        link.text = each.label
        line.append(link)
    return line
