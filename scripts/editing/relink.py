"""Rewrites the links in the Markdown of pages, and nothing else."""

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
    """The target of a link: a path relative to the language folder, and an anchor ("" if none)."""

    key: str
    anchor: str


# Maps a target to the new one; None removes the link and keeps its text.
Rule = Callable[[Target], Target | None]


def target_of(link: Link, key: str) -> Target | None:
    """The target of a link on the page `key`, None if it is outside of the site."""
    path, _, anchor = link.target.partition("#")
    if is_outside(link.target) or path.startswith("/"):
        return None
    folder = posixpath.dirname(key)
    return Target(
        posixpath.normpath(posixpath.join(folder, unquote(path))) if path else key, anchor
    )


def links_to(page: SourcePage, key: str, anchor: str = "") -> list[Link]:
    """The links of a page to the page `key`, or to one heading of it."""
    targets = [(link, target_of(link, page.key)) for link in links(page.body, page.body_line)]
    return [
        link
        for link, target in targets
        if target and target.key == key and (not anchor or target.anchor == anchor)
    ]


def relink(body: str, key: str, new_key: str, rule: Rule) -> str:
    """The body of the page `key`, which moves to `new_key`, with links rewritten by `rule`.

    A link that the rule does not change is only rewritten if the page itself moves.
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
            start = written.index(link.target, len(link.text) + 2)
            written = written[:start] + address + written[start + len(link.target) :]
            body = body[: link.start] + written + body[link.end :]
    return body


def _path(target: Target, key: str) -> str:
    # Absolute paths with any language, since shared files are above the language folder.
    here = posixpath.join("/docs/no", posixpath.dirname(key))
    return quote(posixpath.relpath(posixpath.join("/docs/no", target.key), here), safe="/")
