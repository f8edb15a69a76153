"""What a site says of each page elsewhere: the words that are linked to it.

A link is named by what its reader finds behind it, often in other words than the page itself uses
(`what happens to the jobs` for the agreement template).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urldefrag, urljoin

from scripts.search.article_text import plain

_LINK = re.compile(r'<a\b[^>]*\bhref="([^":]+)"[^>]*>(.*?)</a>', re.DOTALL)
# Nothing but the path counts, so any host will do.
_HOST = "https://site.invalid/"


def link_texts(articles: Mapping[str, str]) -> dict[str, list[str]]:
    """The texts of links by the page that they lead to, each once, in the order of the pages.

    Args:
        articles: The HTML of each article by the URL of its page, relative to the site.
    """
    found: dict[str, dict[str, None]] = {}
    for url, html in articles.items():
        for href, label in _LINK.findall(html):
            target = urldefrag(urljoin(_HOST + url, href)).url.removeprefix(_HOST)
            text = " ".join(plain(label).split())
            if target != url and target in articles and text:
                found.setdefault(target, {})[text] = None
    return {target: list(texts) for target, texts in found.items()}
