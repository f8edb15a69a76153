"""References to each page and publication: shown, in the head, and as files to download."""

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

# The page that explains how to cite, and the name of the files beside each page.
HELP_ID, NAME = "cite", "cite"


def page_citation(job: PageJob) -> dict[str, Any]:
    """What the template is told: the reference of the page, and what its head says."""
    build, source, imprint = job.build, job.source, job.imprint
    item, site = item_of(job), build.content.site
    record = source.text("record") if source.kind == "publication" else None
    own = next((each for each in publications(build) if each["id"] == record), None)
    twin = site.of(other(source.locale)).get(source.key)
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
        "json_ld": json_ld(source, twin, imprint, build.day(source), own, image_address(job)),
    }


def permalink(build: Build, id_: str) -> str:
    """The permanent address of an id from the root of the edition: it lies outside them all."""
    return f"{'../' if build.edition else ''}{FOLDER}/{id_}/"


def page_citation_files(job: PageJob) -> dict[str, str]:
    """The files beside a page, by their path below the site."""
    return _files(item_of(job), f"{job.source.url}{NAME}")


def write_publication_citations(build: Build, site: Path) -> None:
    """Write the files of the publications and those of all of them, once for both languages."""
    found, copies = publications(build), _copies(build)
    items = [with_archive(each, copies.get(each.get("URL", ""))) for each in found]
    files = {f"{PUBLICATION_FILES}/{ALL}.{form.ending}": write_all(form, items) for form in FORMATS}
    for item in items:
        files |= _files(item, f"{PUBLICATION_FILES}/{item['id']}")
    for name, text in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def publications(build: Build) -> list[CslItem]:
    """Every publication, as something to cite."""
    return [publication_item(record) for record in build.content.datasets.records["publications"]]


def _copies(build: Build) -> dict[str, AddressState]:
    """What is known of each address of a source, by the address."""
    content = build.content
    states = content.addresses.items()
    return {content.sources[id_].record["URL"]: known for id_, known in states}


def item_of(job: PageJob) -> CslItem:
    """The page as something to cite."""
    return page_item(job.source, job.imprint, job.build.day(job.source))


def _files(item: CslItem, name: str) -> dict[str, str]:
    return {f"{name}.{form.ending}": form.write(item) for form in FORMATS}
