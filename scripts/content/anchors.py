"""The anchors of the headings of all pages, kept page by page."""

from __future__ import annotations

from scripts.content.markdown import headings
from scripts.content.page_cache import cached_per_page
from scripts.content.pages import Site, SourcePage


def anchors_by_path(site: Site) -> dict[str, frozenset[str]]:
    """The anchors of each page by its path, with "" where a heading has none."""
    found = cached_per_page(site.root, "anchors", site.pages, _anchors)
    return {page.path: anchors for page, anchors in zip(site.pages, found, strict=True)}


def _anchors(page: SourcePage) -> frozenset[str]:
    return frozenset(heading.anchor for heading in headings(page.body))
