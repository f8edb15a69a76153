"""Hands the templates what a page shows at a glance, and the pages that belong with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from scripts.bibliography.cited_by import pages_by_source
from scripts.bibliography.related_pages import related_pages
from scripts.common.paths import Project
from scripts.content.pages import SourcePage
from scripts.figures import phase_wheel
from scripts.figures.locator_map import Locator, locate
from scripts.figures.municipality_map import load_rings
from scripts.pipeline.context import state
from scripts.pipeline.steps.common import source_page
from scripts.web.page_header import glance

# Worked out once for each reading of the content, which the preview repeats.
_related: dict[str, tuple[object, dict[str, list[SourcePage]]]] = {}


@event_priority(-70)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """After `pages`, whose words and addresses this uses."""
    source, records = source_page(page), state.content.collections.records
    words, pages = state.words(source.locale), state.content.site.by_id(source.locale)
    seen = glance(source, records, words)

    def link(page_id: str) -> str | None:
        target = pages.get(page_id)
        return get_relative_url(target.url or "./", source.url or "./") if target else None

    context["code"], context["link"] = source.locale.code, link
    context["glance"] = {
        "sign": seen.sign,
        "kicker": seen.kicker,
        "badge": seen.badge,
        "badge_words": seen.badge_words,
        "wheel": phase_wheel.draw(records["phases"], source.locale.code)
        if source.kind in ("home", "phase")
        else None,
        "locator": _locator(source, Path(config.config_file_path).parent),
        "related": _related_to(source),
    }
    return context


def _locator(source: SourcePage, root: Path) -> Locator | None:
    """The small map on the page of a municipality."""
    if source.kind != "municipality":
        return None
    records = state.content.collections.records["municipalities"]
    record = next((each for each in records if each["id"] == source.text("record")), None)
    if record is None:
        return None
    return locate(record, load_rings(Project(root).data / "norway.json"))


def _related_to(source: SourcePage) -> list[SourcePage]:
    content, code = state.content, source.locale.code
    kept = _related.get(code)
    if kept is None or kept[0] is not content:
        cited = pages_by_source(content.site, content.collections, source.locale)
        kept = _related[code] = (content, related_pages(cited))
    return kept[1].get(source.key, [])
