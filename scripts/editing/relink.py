"""Rewrites the links of pages, and nothing else in them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from scripts.content.addresses import is_outside
from scripts.content.markdown import Link, links
from scripts.content.pages import SourcePage


@dataclass(frozen=True)
class Target:
    """What a link leads to: a path from the language folder, and an anchor ("" if none)."""

    key: str
    anchor: str


# The target that a link is to have: the same one, another, or None for no link at all.
Rule = Callable[[Target], Target | None]


def target_of(link: Link, key: str) -> Target | None:
    """What a link on the page `key` leads to, None where that is outside of the site."""
    path, _, anchor = link.target.partition("#")
    if is_outside(link.target) or path.startswith("/"):
        return None
    folder = posixpath.dirname(key)
    return Target(
        posixpath.normpath(posixpath.join(folder, unquote(path))) if path else key, anchor
    )


def links_to(page: SourcePage, key: str, anchor: str = "") -> list[Link]:
    """The links of a page that lead to another page, or to one heading on it."""
    found = [(link, target_of(link, page.key)) for link in links(page.body, page.body_line)]
    return [
        link
        for link, target in found
        if target and target.key == key and (not anchor or target.anchor == anchor)
    ]


def relink(body: str, key: str, new_key: str, rule: Rule) -> str:
    """The text of the page `key`, to stand at `new_key`, with each link as `rule` has it.

    A link that the rule leaves alone is written anew only where the page itself moves.
    """
    for link in reversed(links(body)):
        target = target_of(link, key)
        if target is None:
            continue
        wanted = rule(target)
        written = body[link.start : link.end]
        if wanted is None:
            body = body[: link.start] + link.text + body[link.end :]
            continue
        path = link.target.partition("#")[0]
        stays = wanted.key == target.key and posixpath.dirname(key) == posixpath.dirname(new_key)
        if stays and path:
            address = path
        else:
            address = "" if not path and wanted.key in (key, new_key) else _path(wanted, new_key)
        if wanted.anchor:
            address += f"#{wanted.anchor}"
        if address != link.target:
            at = written.index(link.target, len(link.text) + 2)
            written = written[:at] + address + written[at + len(link.target) :]
            body = body[: link.start] + written + body[link.end :]
    return body


def _path(target: Target, key: str) -> str:
    # Below folders of any name, since files that both languages share lie above the pages.
    here = posixpath.join("/docs/no", posixpath.dirname(key))
    return quote(posixpath.relpath(posixpath.join("/docs/no", target.key), here), safe="/")
