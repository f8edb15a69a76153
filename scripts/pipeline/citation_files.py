"""References to each page and publication: on the page, as metadata, and as downloads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scripts.bibliography.csl_items import (
    ALL,
    PUBLICATION_FILES,
    for_apa,
    page_item,
    publication_item,
)
from scripts.bibliography.export_formats import FORMATS, write_all
from scripts.bibliography.page_metadata import json_ld, tags
from scripts.content.permanent_ids import FOLDER
from scripts.content.records import CslItem
from scripts.content.source_addresses import AddressState, with_archive
from scripts.language.locales import other
from scripts.pipeline.context import Build
from scripts.pipeline.page_job import PageJob
from scripts.pipeline.share_images import image_address

# The id of the page that explains how to cite, and the stem of the files beside each page.
HELP_ID, NAME = "cite", "cite"


def page_citation(job: PageJob) -> dict[str, Any]:
    """The template context of a page's reference and of the metadata in its `<head>`."""
    build, source, imprint = job.build, job.source, job.imprint
    item, site = item_of(job), build.content.site
    record = source.text("record") if source.kind == "publication" else None
    own = next((each for each in publications(build) if each["id"] == record), None)
    counterpart = site.of(other(source.locale)).get(source.key)
    return {
        "cite": {
            "reference": build.bibliography(source.locale).of(for_apa(item)),
            "files": f"{source.url}{NAME}.",
            "forms": FORMATS,
            "help": build.page(HELP_ID, source.locale),
            "permalink": permalink(build, source.id),
            "permanent": f"{imprint.permanent or f'{FOLDER}/'}{source.id}/",
        },
        "meta_tags": tags(item),
        "json_ld": json_ld(
            source, counterpart, imprint, build.day(source), own, image_address(job)
        ),
    }


def permalink(build: Build, id_: str) -> str:
    """The permanent address of an id, relative to the edition's root (it lies outside editions)."""
    return f"{'../' if build.edition else ''}{FOLDER}/{id_}/"


def page_citation_files(job: PageJob) -> dict[str, str]:
    """The reference files of a page, by path relative to the site's root."""
    return _files(item_of(job), f"{job.source.url}{NAME}")


def write_publication_citations(build: Build, site: Path) -> None:
    """Write the files of each publication and of all of them, once for both languages."""
    cited, states = publications(build), _address_states(build)
    items = [with_archive(each, states.get(each.get("URL", ""))) for each in cited]
    files = {f"{PUBLICATION_FILES}/{ALL}.{form.ending}": write_all(form, items) for form in FORMATS}
    for item in items:
        files |= _files(item, f"{PUBLICATION_FILES}/{item['id']}")
    for name, text in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def publications(build: Build) -> list[CslItem]:
    """Every publication as a CSL item."""
    return [publication_item(record) for record in build.content.datasets.records["publications"]]


def _address_states(build: Build) -> dict[str, AddressState]:
    """The known state of each source's address, by address."""
    content = build.content
    states = content.addresses.items()
    return {content.sources[id_].record["URL"]: state for id_, state in states}


def item_of(job: PageJob) -> CslItem:
    """The page as a CSL item."""
    return page_item(job.source, job.imprint, job.build.day(job.source))


def _files(item: CslItem, name: str) -> dict[str, str]:
    return {f"{name}.{form.ending}": form.write(item) for form in FORMATS}
