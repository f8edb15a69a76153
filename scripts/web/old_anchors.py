"""Keeps links to the anchors of earlier editions working.

No script is needed: an old anchor whose text is still on the page is added to its new heading;
one whose text has moved elsewhere gets a notice at the end of the page, which is shown only when
it is the link target (`.moved` in overrides/styles). Anchors with the same notice share it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement


@dataclass(frozen=True)
class OldAnchor:
    """A former anchor: `target` is an anchor of this page, "" if it gets a notice.

    The notice is `text` and, where `link` is set, a link with `label`.
    """

    name: str
    target: str = ""
    text: str = ""
    link: str = ""
    label: str = ""


def keep_anchors(article: HtmlElement, old: Iterable[OldAnchor]) -> None:
    """Add old anchors to an article, in place; ids that it already has are skipped.

    Raises:
        LookupError: the target of an old anchor is not in the article.
    """
    ids = {str(element.get("id")): element for element in article.iter() if element.get("id")}
    notices: dict[tuple[str, str], HtmlElement] = {}
    for anchor in old:
        if anchor.name in ids:
            continue
        if not anchor.target:
            key = (anchor.text, anchor.link)
            if key in notices:
                # A preceding sibling, so that `:target ~ …` can select the notice.
                notices[key].addprevious(html.Element("span", id=anchor.name))
            else:
                notices[key] = _notice(anchor)
                block = html.Element("div", {"class": "moved", "data-pagefind-ignore": ""})
                block.extend((html.Element("span", id=anchor.name), notices[key]))
                article.append(block)
        elif anchor.target in ids:
            _prepend_anchor(ids[anchor.target], anchor.name)
        else:
            raise LookupError(anchor.target)


def _prepend_anchor(target: HtmlElement, name: str) -> None:
    if target.tag == "div" and target.getparent().tag == "dl":
        # A div in a dl may contain only dt and dd (HTML).
        target = target.find("dt")
    span = html.Element("span", id=name)
    span.tail, target.text = target.text, None
    target.insert(0, span)


def _notice(anchor: OldAnchor) -> HtmlElement:
    notice = html.Element("p", {"class": "notice"})
    notice.text = anchor.text
    if anchor.link:
        notice.text = f"{anchor.text} "
        link = html.Element("a", href=anchor.link)
        link.text = anchor.label
        notice.append(link)
    return notice
