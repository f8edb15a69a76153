"""References to each page and publication: shown, in the head, and as files to download."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from scripts.bibliography.csl_items import (
    PUBLICATION_FILES,
    Imprint,
    Item,
    for_apa,
    page_item,
    publication_item,
)
from scripts.bibliography.export_formats import FORMS
from scripts.bibliography.page_metadata import json_ld, tags
from scripts.content.pages import SourcePage
from scripts.language.locales import other
from scripts.pipeline.context import state
from scripts.pipeline.steps.common import is_inner_build, source_page

# The page that explains how to cite, and the name of the files beside each page.
HELP_ID, NAME = "cite", "cite"


@event_priority(-60)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Hand the template the reference of the page and what its head says."""
    source, imprint = source_page(page), imprint_of(page, config)
    item, site = item_of(page, config), state.content.site
    record = source.text("record") if source.kind == "publication" else None
    own = next((each for each in publications() if each["id"] == record), None)
    twin = site.of(other(source.locale)).get(source.key)
    day = day_of(source)
    context["cite"] = {
        "reference": state.bibliography(source.locale).of(for_apa(item)),
        "files": f"{source.url}{NAME}.",
        "forms": FORMS,
        "help": site.by_id(source.locale).get(HELP_ID),
    }
    context["meta_tags"] = tags(item)
    context["json_ld"] = json_ld(source, twin, imprint, day, own)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> None:
    """Write the files of a page below its own address."""
    folder = Path(config.site_dir, page.file.dest_uri).parent
    write(item_of(page, config), folder, NAME)


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the files of the publications, once for both languages."""
    if is_inner_build(config):
        return
    for item in publications():
        write(item, Path(config.site_dir, PUBLICATION_FILES), item["id"])


def publications() -> list[Item]:
    """Every publication, as something to cite."""
    records = state.content.collections.records["publications"]
    return [publication_item(record) for record in records]


def imprint_of(page: Page, config: MkDocsConfig) -> Imprint:
    """Where the page is published: in the edition, which stays, and not in the latest."""
    words = state.words(source_page(page).locale)
    folder = f"{state.edition}/" if state.edition else ""
    edition = f"{words('edition')} {state.edition}" if state.edition else None
    return Imprint(config.site_name, state.site_url + folder, edition)


def item_of(page: Page, config: MkDocsConfig) -> Item:
    """The page as something to cite."""
    source = source_page(page)
    return page_item(source, imprint_of(page, config), day_of(source))


def day_of(source: SourcePage) -> str | None:
    """The day of the last commit that touched the page, if there is one."""
    return state.days_of_change.get(source.path)


def write(item: Item, folder: Path, name: str) -> None:
    """One item in all forms."""
    folder.mkdir(parents=True, exist_ok=True)
    for form in FORMS:
        path = folder / f"{name}.{form.ending}"
        path.write_text(form.write(item), encoding="utf-8", newline="")
